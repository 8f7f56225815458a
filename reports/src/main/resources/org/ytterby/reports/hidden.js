// What each plant could have hidden from the inventory test.

const HIDDEN_BARS_MAX = 20;
const SCATTER_TEXTS = { everywhere: "hidden.doubt.everywhere", together: "hidden.doubt.together", alone: "hidden.doubt.alone" };

function hiddenSection() {
  if (data.detectable.length === 0) return section("hidden", {}, empty(say("hidden.empty")));
  const rows = [...data.detectable].sort((a, b) => (b.amountKg ?? 0) - (a.amountKg ?? 0));
  const bars = rows.slice(0, HIDDEN_BARS_MAX);
  const total = rows.reduce((sum, r) => sum + (r.amountKg ?? 0), 0);
  return section("hidden", {},
    figure({
      name: "could-hide", what: say("hidden.what"),
      title: say("hidden.sentence", { facility: facilityName(rows[0].facility), mass: mass(rows[0].amountKg, "REO"), n: rows.length, total: mass(total, "REO") }),
      alt: bars.map((r) => facilityName(r.facility) + " " + mass(r.amountKg, "REO")).join("; "),
      height: () => 56 + bars.length * 26, option: (width) => hiddenOption(bars, width), view: { rows, columns: hiddenColumns() },
    }),
    scatterWarnings(rows),
    rows.length > bars.length ? el("p", { class: "note" }, say("chart.capped", { shown: bars.length, count: rows.length })) : "",
    table({ name: "could-hide", caption: say("hidden.title"), rows, columns: hiddenColumns() }));
}

// Where the declared uncertainties are too small for the data, p-values and amounts are not to be taken at their word.
function scatterWarnings(rows) {
  const doubted = rows.filter((r) => r.scatter?.disagrees).sort((a, b) => a.scatter.p - b.scatter.p);
  if (doubted.length === 0) return "";
  return el("div", { class: "note", role: "note" },
    el("p", {}, "▲ " + say("hidden.doubted", { n: doubted.length })),
    el("ul", {}, ...doubted.map((r) => el("li", {}, say(SCATTER_TEXTS[r.scatter.where], {
      facility: facilityName(r.facility), ratio: figures(r.scatter.loudestRatio), p: probability(r.scatter.p),
      element: r.scatter.where === "alone" ? elementName(r.scatter.element) : "",
    })))));
}

function hiddenOption(bars, width) {
  const narrow = isNarrow(width);
  const rows = [...bars].reverse();
  return {
    tooltip: { formatter: ({ dataIndex }) => tip(facilityName(rows[dataIndex].facility), say("hidden.amount") + " " + mass(rows[dataIndex].amountKg, "REO")) },
    grid: { left: narrow ? 84 : 150, right: 70, top: 8, bottom: 40 },
    xAxis: axis({ type: "value", min: 0, name: unitName("t") + " REO", nameLocation: "middle", nameGap: 26, axisLabel: { hideOverlap: true, formatter: (value) => figures(value) } }),
    yAxis: axis({ type: "category", data: rows.map((r) => facilityName(r.facility)), axisLabel: { width: narrow ? 76 : 140, overflow: "truncate" } }),
    series: [{
      name: say("hidden.amount"), type: "bar", barWidth: 12, itemStyle: { color: token("low") }, data: rows.map((r) => (r.amountKg ?? 0) / KG_PER_T),
      label: { show: true, position: "right", color: token("ink-2"), fontSize: 11, formatter: ({ dataIndex }) => mass(rows[dataIndex].amountKg) },
    }],
  };
}

function hiddenColumns() {
  return [
    { title: say("column.facility"), value: (r) => facilityName(r.facility), show: (r) => facilityLink(r.facility) },
    { title: say("column.stage"), value: (r) => stageName(data.facilities[r.facility].stage) },
    { title: say("hidden.amount"), unit: unitName("t") + " REO", number: true, kind: "key", value: (r) => r.amountKg / KG_PER_T, show: (r) => (absent(r.amountKg) ? "–" : figures(r.amountKg / KG_PER_T)) },
    { title: say("hidden.share"), unit: "%", number: true, value: (r) => shareOfThroughput(r), show: (r) => figures(shareOfThroughput(r)) },
    { title: say("hidden.pGain"), number: true, value: (r) => r.pGain, show: (r) => probability(r.pGain) },
    { title: say("hidden.pLoss"), number: true, value: (r) => r.pLoss, show: (r) => probability(r.pLoss) },
    { title: say("hidden.scatter"), number: true, value: (r) => r.scatter?.ratio ?? null, show: (r) => (r.scatter ? figures(r.scatter.ratio) + (r.scatter.disagrees ? " ▲" : "") : "–") },
  ];
}

function shareOfThroughput(row) {
  const through = data.facilities[row.facility].throughputKg;
  return through > 0 && !absent(row.amountKg) ? (row.amountKg / through) * 100 : null;
}
