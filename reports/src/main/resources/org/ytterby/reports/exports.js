// Every export and the origins that its rare earths can be followed to.

const ORIGIN_BARS_MAX = 14;

function exportsSection() {
  const { total, shown, origins, reoKg, tracedKg } = data.exports;
  if (total === 0) return section("exports", { wide: true, file: "attribution.csv" }, empty(say("exports.empty")));
  const all = Object.entries(origins).map(([code, kg]) => ({ code, kg })).sort((a, b) => b.kg - a.kg);
  const covered = all.reduce((sum, o) => sum + o.kg, 0);
  if (reoKg - covered > reoKg * 1e-6) all.push({ code: "unattributed", kg: reoKg - covered });
  const bars = [...all.filter((o) => isDoubtful(o.code)), ...all.filter((o) => !isDoubtful(o.code))].slice(0, ORIGIN_BARS_MAX);
  return section("exports", { wide: true, file: "attribution.csv" },
    el("div", { class: "split" },
      el("div", {}, figure({
        name: "export-origins", title: exportsSentence(), what: say("exports.what"), alt: all.map((o) => originName(o.code) + " " + mass(o.kg, "REO")).join("; "),
        height: () => 60 + bars.length * 34, option: (width) => originOption(bars, reoKg, width), view: { rows: all, columns: originColumns(reoKg) },
      }), all.length > bars.length ? el("p", { class: "note" }, say("chart.capped", { shown: bars.length, count: all.length })) : ""),
      el("div", {}, el("h3", {}, say("exports.table", { n: total })),
        table({ name: "exports", caption: say("exports.title"), rows: shown, columns: exportColumns(), detail: exportDetail, total: shown.length === total ? [say("total"), "", "", "", "", figures(reoKg / KG_PER_T), percent(tracedKg / reoKg)] : null }),
        shown.length < total ? el("p", { class: "note" }, say("exports.capped", { shown: integer(shown.length), total: integer(total) })) : "")));
}

const isDoubtful = (code) => code === "undeclared" || code === "unaccounted" || code === "unattributed";

/** An origin such as `extraction:M-1` in words. */
function originName(code) {
  const at = code.indexOf(":");
  if (at < 0) return say("origin." + code);
  const [kind, id] = [code.slice(0, at), code.slice(at + 1)];
  const place = kind === "import" ? country(id) : facilityName(facilityIndex.get(id) ?? -1);
  return say("origin." + kind, { place: place === "–" ? id : place });
}

function originOption(bars, totalKg, width) {
  const narrow = isNarrow(width);
  const rows = [...bars].reverse();
  const alarm = { color: hatched(token("serious")), borderColor: token("serious"), borderWidth: 1.5 };
  return {
    grid: { left: narrow ? 14 : Math.min(210, width * 0.3), right: narrow ? 12 : 120, top: narrow ? 16 : 4, bottom: 42 },
    xAxis: axis({ type: "value", min: 0, name: unitName("t") + " REO", nameLocation: "middle", nameGap: 26, axisLabel: { hideOverlap: true, formatter: (v) => figures(v) } }),
    yAxis: axis({ type: "category", data: rows.map((o) => originName(o.code)), axisLabel: { show: !narrow, width: Math.min(200, width * 0.28), overflow: "truncate" } }),
    tooltip: { formatter: ({ dataIndex }) => tip(originName(rows[dataIndex].code), mass(rows[dataIndex].kg, "REO"), percent(rows[dataIndex].kg / totalKg)) },
    series: [{
      type: "bar", barWidth: narrow ? 10 : 16, data: rows.map((o) => ({ value: o.kg / KG_PER_T, itemStyle: isDoubtful(o.code) ? alarm : { color: token("accent") } })),
      label: {
        show: true, position: narrow ? [0, -15] : "right", color: token("ink"), fontSize: 12,
        formatter: ({ dataIndex }) => (isDoubtful(rows[dataIndex].code) ? "■ " : "") + (narrow ? originName(rows[dataIndex].code) + " " : "") + mass(rows[dataIndex].kg) + " · " + percent(rows[dataIndex].kg / totalKg),
      },
    }],
  };
}

function originColumns(totalKg) {
  return [
    { title: say("column.origin"), value: (o) => originName(o.code), show: (o) => (isDoubtful(o.code) ? mark("serious", "■", originName(o.code)) : originName(o.code)) },
    { title: "REO", unit: unitName("t"), number: true, kind: "key", value: (o) => o.kg / KG_PER_T, show: (o) => figures(o.kg / KG_PER_T) },
    { title: say("column.share"), unit: "%", number: true, kind: "key", value: (o) => (o.kg / totalKg) * 100, show: (o) => percent(o.kg / totalKg) },
  ];
}

function exportColumns() {
  return [
    { title: say("column.lot"), value: (x) => x.lot },
    { title: say("column.date"), value: (x) => moment(x.time), show: (x) => day(x.time) + " " + weekday(x.time) },
    { title: say("column.facility"), value: (x) => facilityName(x.facility), show: (x) => facilityLink(x.facility) },
    { title: say("column.destination"), value: (x) => x.destination, show: (x) => (x.destination ? country(x.destination) : "–") },
    { title: say("column.licence"), value: (x) => x.licence || "–" },
    { title: "REO", unit: unitName("t"), number: true, kind: "key", value: (x) => x.reoKg / KG_PER_T, show: (x) => figures(x.reoKg / KG_PER_T) },
    { title: say("column.traced"), unit: "%", number: true, kind: "key", value: (x) => tracedShare(x) * 100, show: (x) => (tracedShare(x) < 0.999 ? mark("serious", "■", percent(tracedShare(x))) : percent(tracedShare(x))) },
  ];
}

const tracedShare = (x) => (x.reoKg > 0 ? Math.min(1, x.tracedKg / x.reoKg) : 1);

function exportDetail(x) {
  const rows = Object.entries(x.origins).map(([code, kg]) => ({ code, kg })).sort((a, b) => b.kg - a.kg);
  return el("div", {},
    el("dl", { class: "facts" }, el("dt", {}, say("column.consignee")), el("dd", {}, partyName(x.consignee)), el("dt", {}, say("column.record")), el("dd", {}, el("code", {}, x.record))),
    rows.length ? table({ caption: say("column.origin"), rows, columns: originColumns(x.reoKg) }) : el("p", {}, say("exports.unattributed")),
    el("h4", {}, say("finding.evidence", { n: 1 })), evidenceList([x.record], 1, "attribution.csv"));
}
