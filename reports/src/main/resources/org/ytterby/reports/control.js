// Inventory differences of one facility and element through time, with the tests that judge them.

const LIMIT = 1.96; // 95 % of standardised differences of an honest plant lie within
const FAR = 20;
const ROW = { element: 0, period: 1, opening: 2, additions: 3, removals: 4, closing: 5, sigma: 6, sitmuf: 7, cumulative: 8, cumulativeSigma: 9, pageLoss: 10, pageGain: 11 };
const difference = (r) => r[ROW.opening] + r[ROW.additions] - r[ROW.removals] - r[ROW.closing];
const isOutside = (r) => !absent(r[ROW.sitmuf]) && Math.abs(r[ROW.sitmuf]) > LIMIT;

function balancesSection() {
  if (data.balances.length === 0) return section("balances", { wide: true, file: "balances.csv" }, empty(say("balances.empty")));
  const balance = chosenBalance();
  const element = chosenElement(balance);
  const rows = balance.rows.filter((r) => r[ROW.element] === element);
  const facility = data.facilities[balance.facility];
  const facilityOptions = byConcern().map((b) => [data.facilities[b.facility].id, facilityName(b.facility) + " · " + stageName(data.facilities[b.facility].stage) + concernOf(b)]);
  return section("balances", { wide: true, file: "balances.csv" },
    el("div", { class: "controls" },
      select("facility", say("column.facility"), facilityOptions, facility.id, (id) => choose({ facility: id })),
      select("element", say("column.element"), elementsOf(balance).map((e) => [data.elements[e].symbol, elementName(e)]), data.elements[element].symbol, (symbol) => choose({ element: symbol }))),
    el("div", { class: "split" }, controlFigure(balance, element, rows), heatFigure(balance, element)),
    el("h3", { style: "margin:1.4rem 0 .4rem" }, say("balances.table", { facility: facilityName(balance.facility), element: elementName(element) })),
    table({ name: "balance-" + data.elements[element].symbol, caption: say("balances.title"), rows, columns: balanceColumns(balance, rows), detail: (r) => largestRecords(balance.records[r[ROW.period]], ""), chosen: isOutside }),
    el("p", { class: "note" }, say("balances.note")));
}

function byConcern() {
  const concern = (b) => data.findings.shown.findIndex((f) => f.facility === data.facilities[b.facility].id);
  return [...data.balances].sort((a, b) => (concern(a) < 0 ? Infinity : concern(a)) - (concern(b) < 0 ? Infinity : concern(b)) || 0);
}

function concernOf(balance) {
  const worst = data.findings.shown.find((f) => f.facility === data.facilities[balance.facility].id);
  return worst ? " " + SEVERITIES[worst.severity].icon + " " + say("severity." + worst.severity) : "";
}

const chosenBalance = () => data.balances.find((b) => data.facilities[b.facility].id === state.facility) ?? byConcern()[0];
const elementsOf = (balance) => [...new Set(balance.rows.map((r) => r[ROW.element]))].sort((a, b) => a - b);

/** The element asked for, else the one with the largest standardised difference. */
function chosenElement(balance) {
  const asked = elementIndex(state.element);
  if (elementsOf(balance).includes(asked)) return asked;
  return balance.rows.reduce((worst, r) => (Math.abs(r[ROW.sitmuf] ?? 0) > Math.abs(worst[ROW.sitmuf] ?? 0) ? r : worst))[ROW.element];
}

const periodName = (balance, p) => span(...balance.periods[p]);

function controlFigure(balance, element, rows) {
  const last = rows.at(-1);
  const outside = rows.filter(isOutside).length;
  const alarm = rows.find((r) => Math.max(r[ROW.pageLoss], r[ROW.pageGain]) > balance.pageThreshold);
  const title = say(last[ROW.cumulative] >= 0 ? "control.sentenceLoss" : "control.sentenceGain", {
    facility: facilityName(balance.facility), element: elementName(element), outside: integer(outside), n: rows.length,
    mass: massWithSigma(Math.abs(last[ROW.cumulative]) / MG_PER_KG, last[ROW.cumulativeSigma]),
  }) + (alarm ? say("control.alarm", { period: periodName(balance, alarm[ROW.period]) }) : "");
  return figure({
    name: "control-chart", title, what: say("control.what"),
    alt: rows.map((r) => periodName(balance, r[ROW.period]) + " " + fixed(r[ROW.sitmuf], 2)).join("; "),
    height: () => 430, option: (width) => controlOption(balance, rows, width),
    view: { rows, columns: balanceColumns(balance, rows) },
  });
}

function controlOption(balance, rows, width) {
  const narrow = isNarrow(width);
  const isFar = rows.some((r) => Math.abs(r[ROW.sitmuf] ?? 0) > FAR); // the two limits then look like one
  const names = rows.map((r) => periodName(balance, r[ROW.period]));
  const category = (gridIndex, show) => axis({ type: "category", gridIndex, data: names, boundaryGap: true, axisLabel: { show, hideOverlap: true, formatter: (name) => (name.length > 10 ? name.slice(0, 10) : name) } });
  const line = (name, column, more) => ({
    name, type: "line", xAxisIndex: 1, yAxisIndex: 1, data: rows.map((r) => r[column]), symbolSize: 6, ...more,
    endLabel: { show: !narrow, formatter: name, color: token("ink-2"), fontSize: 12 },
  });
  return {
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    tooltip: { trigger: "axis", formatter: (points) => periodTip(balance, rows[points[0].dataIndex]) },
    legend: narrow ? { bottom: 0, data: [say("control.pageLoss"), say("control.pageGain")], textStyle: { color: token("ink-2") } } : undefined,
    grid: [{ left: 48, right: narrow ? 12 : 130, top: 34, height: 172 }, { left: 48, right: narrow ? 12 : 130, top: 262, height: narrow ? 94 : 122 }],
    xAxis: [category(0, false), category(1, true)],
    yAxis: [
      axis({ type: "value", gridIndex: 0, name: say("control.sitmuf"), nameTextStyle: { align: "left", color: token("ink-3") }, min: ({ min }) => (min < -3 ? null : -3), max: ({ max }) => (max > 3 ? null : 3) }),
      axis({ type: "value", gridIndex: 1, name: say("control.page"), nameTextStyle: { align: "left", color: token("ink-3") }, min: 0, max: ({ max }) => (max > 4 ? null : Math.ceil(balance.pageThreshold + 1)) }),
    ],
    series: [
      {
        name: say("control.sitmuf"), type: "line", data: rows.map((r) => ({
          value: r[ROW.sitmuf], symbol: isOutside(r) ? "rect" : "circle", symbolSize: isOutside(r) ? 11 : 7,
          itemStyle: { color: isOutside(r) ? token("serious") : token("accent") },
          label: { show: isOutside(r), position: r[ROW.sitmuf] > 0 ? "top" : "bottom", color: token("serious"), formatter: fixed(r[ROW.sitmuf], 2) },
        })),
        lineStyle: { color: token("accent"), width: 2 },
        markLine: {
          silent: true, symbol: "none", lineStyle: { color: token("watch"), type: "dashed" },
          label: { show: !narrow, color: token("ink-2") },
          data: [{ yAxis: LIMIT, label: { formatter: isFar ? "±" + LIMIT : "+" + LIMIT + " " + say("control.missing") } }, { yAxis: -LIMIT, label: { show: !narrow && !isFar, formatter: MINUS + LIMIT + " " + say("control.surplus") } }],
        },
      },
      line(say("control.pageLoss"), ROW.pageLoss, { markLine: pageLimit(balance, narrow), symbol: "triangle", itemStyle: { color: token("high") }, lineStyle: { color: token("high") } }),
      line(say("control.pageGain"), ROW.pageGain, { symbol: "diamond", itemStyle: { color: token("low") }, lineStyle: { color: token("low"), type: [6, 3] } }),
    ],
  };
}

function pageLimit(balance, narrow) {
  return {
    silent: true, symbol: "none", lineStyle: { color: token("watch"), type: "dashed" },
    label: { show: !narrow, position: "insideStartTop", color: token("ink-2"), formatter: say("control.threshold") + " " + fixed(balance.pageThreshold, 2) }, data: [{ yAxis: balance.pageThreshold }],
  };
}

function periodTip(balance, r) {
  return tip(periodName(balance, r[ROW.period]),
    say("column.difference") + " " + massWithSigma(difference(r) / MG_PER_KG, r[ROW.sigma]),
    say("control.sitmuf") + " " + fixed(r[ROW.sitmuf], 2),
    say("column.cumulative") + " " + massWithSigma(r[ROW.cumulative] / MG_PER_KG, r[ROW.cumulativeSigma]),
    say("control.pageLoss") + " " + fixed(r[ROW.pageLoss], 2) + " · " + say("control.pageGain") + " " + fixed(r[ROW.pageGain], 2));
}

function balanceColumns(balance, rows) {
  const unit = unitOf(Math.max(...rows.flatMap((r) => [ROW.opening, ROW.additions, ROW.removals, ROW.closing].map((c) => r[c]))) / MG_PER_KG);
  const places = placesOf(rows.flatMap((r) => [r[ROW.opening], r[ROW.additions], r[ROW.removals], r[ROW.closing]]), unit);
  const exact = (title, c) => ({ title: say(title), unit: unitName(unit), number: true, value: (r) => inUnit(r[c] / MG_PER_KG, unit), show: (r) => booked(r[c], unit, places) });
  const doubted = (title, mg, sigma, kind) => ({ title: say(title), unit: unitName(unit) + " ± σ", number: true, kind, value: (r) => inUnit(mg(r) / MG_PER_KG, unit), sigma: (r) => inUnit(r[sigma], unit), show: (r) => (r[sigma] > 0 ? decimals(inUnit(mg(r) / MG_PER_KG, unit), inUnit(r[sigma], unit)) : booked(mg(r), unit)) });
  return [
    { title: say("column.period"), short: true, value: (r) => periodName(balance, r[ROW.period]) },
    exact("column.opening", ROW.opening), exact("column.additions", ROW.additions), exact("column.removals", ROW.removals), exact("column.closing", ROW.closing),
    doubted("column.difference", difference, ROW.sigma, "key"),
    { title: say("control.sitmuf"), number: true, kind: "key", value: (r) => r[ROW.sitmuf], show: (r) => (isOutside(r) ? mark("serious", "■", fixed(r[ROW.sitmuf], 2)) : fixed(r[ROW.sitmuf], 2)) },
    doubted("column.cumulative", (r) => r[ROW.cumulative], ROW.cumulativeSigma),
    pageColumn(balance, "control.pageLoss", ROW.pageLoss), pageColumn(balance, "control.pageGain", ROW.pageGain),
  ];
}

function pageColumn(balance, title, column) {
  const shown = (r) => (r[column] > balance.pageThreshold ? mark("serious", "■", fixed(r[column], 2)) : fixed(r[column], 2));
  return { title: say(title), number: true, value: (r) => r[column], show: shown };
}
