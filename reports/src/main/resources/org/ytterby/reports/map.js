// A schematic map: points without borders, as wide as what passes through, ringed by findings.

const POINT_MIN = 9;
const POINT_MAX = 46;
const CROWD = 20;
const POINT_MAX_IN_CROWD = 26;
const MAP_HEIGHT = 460;
const RINGS = { high: { width: 4, type: "solid" }, medium: { width: 3, type: [5, 3] }, low: { width: 2, type: [1, 3] } };

function mapSection() {
  const rows = data.facilities.map((f, i) => ({ ...f, index: i, worst: worstSeverity(f.id), findings: data.findings.shown.filter((x) => x.facility === f.id).length })).filter((f) => f.latitude !== undefined);
  if (rows.length === 0) return section("map", {}, empty(say("map.empty")));
  const marked = rows.filter((r) => r.findings > 0);
  const busiest = marked.reduce((a, b) => (!a || b.findings > a.findings ? b : a), null);
  return section("map", {}, figure({
    name: "map", what: say("map.what"), title: say(marked.length ? "map.sentence" : "map.calm", { n: rows.length, marked: integer(marked.length), facility: busiest ? facilityName(busiest.index) : "", count: busiest ? busiest.findings : 0 }),
    alt: marked.map((r) => facilityName(r.index) + " " + say("severity." + r.worst)).join("; "),
    height: () => MAP_HEIGHT, option: (width) => mapOption(rows, width), view: { rows, columns: mapColumns() },
    onclick: ({ data: d }) => data.balances.some((b) => b.facility === d.row.index) && choose({ facility: d.row.id, at: "balances" }),
    legend: el("p", { class: "legend" }, SEVERITY_ORDER.map((s) => el("span", {}, severityMark(s), " ", say("map.ring." + s))), el("span", {}, say("map.size"))),
  }), data.facilities.length > rows.length ? el("p", { class: "note" }, say("map.unplaced", { n: data.facilities.length - rows.length })) : "");
}

function worstSeverity(id) {
  const found = data.findings.shown.filter((f) => f.facility === id).map((f) => SEVERITY_ORDER.indexOf(f.severity));
  return found.length ? SEVERITY_ORDER[Math.min(...found)] : "";
}

/** Ranges of longitude and latitude that keep the shape of the land at its middle latitude. */
function mapRanges(rows, width) {
  const bounds = (key) => [Math.min(...rows.map((r) => r[key])), Math.max(...rows.map((r) => r[key]))];
  const [west, east] = bounds("longitude");
  const [south, north] = bounds("latitude");
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const perPixel = Math.max(((east - west) * squeeze) / (width - 120), (north - south) / (MAP_HEIGHT - 120), 0.002);
  const half = (pixels) => (perPixel * pixels) / 2;
  return { x: [(west + east) / 2 - half(width) / squeeze, (west + east) / 2 + half(width) / squeeze], y: [(south + north) / 2 - half(MAP_HEIGHT), (south + north) / 2 + half(MAP_HEIGHT)] };
}

function mapOption(rows, width) {
  const ranges = mapRanges(rows, width);
  const most = Math.max(...rows.map((r) => r.throughputKg), 1);
  const largest = rows.length > CROWD ? POINT_MAX_IN_CROWD : POINT_MAX;
  const bare = (min, max) => ({ type: "value", min, max, show: false });
  return {
    grid: { left: 0, right: 0, top: 0, bottom: 0 }, xAxis: bare(...ranges.x), yAxis: bare(...ranges.y),
    tooltip: { formatter: ({ data: d }) => tip(facilityName(d.row.index), stageName(d.row.stage) + (d.row.region ? " · " + d.row.region : ""), say("map.throughput") + " " + mass(d.row.throughputKg, "REO"), say("map.findings", { n: d.row.findings })) },
    series: [{
      type: "scatter", labelLayout: { hideOverlap: true },
      data: [...rows].sort((a, b) => b.throughputKg - a.throughputKg).map((r) => ({
        value: [r.longitude, r.latitude], row: r, symbolSize: POINT_MIN + (largest - POINT_MIN) * Math.sqrt(r.throughputKg / most),
        itemStyle: { color: token("accent"), opacity: 0.8, borderColor: r.worst ? token(SEVERITIES[r.worst].tone) : token("sheet"), borderWidth: r.worst ? RINGS[r.worst].width : 1, borderType: r.worst ? RINGS[r.worst].type : "solid" },
        label: { show: true, position: "right", color: token("ink"), fontSize: 12, fontWeight: r.worst === "high" ? "bold" : "normal", textBorderColor: token("sheet"), textBorderWidth: 3, formatter: () => (r.worst ? SEVERITIES[r.worst].icon + " " : "") + facilityName(r.index) },
      })),
    }],
  };
}

function mapColumns() {
  return [
    { title: say("column.facility"), value: (r) => facilityName(r.index), show: (r) => facilityLink(r.index) },
    { title: say("column.severity"), kind: "key", value: (r) => (r.worst ? say("severity." + r.worst) : ""), show: (r) => (r.worst ? severityMark(r.worst) : "–") },
    { title: say("findings.title"), number: true, value: (r) => r.findings },
    { title: say("column.stage"), value: (r) => stageName(r.stage) },
    { title: say("column.region"), value: (r) => r.region || "–" },
    { title: say("map.throughput"), unit: unitName("t") + " REO", number: true, kind: "key", value: (r) => r.throughputKg / KG_PER_T, show: (r) => figures(r.throughputKg / KG_PER_T) },
    { title: say("column.latitude"), number: true, value: (r) => r.latitude }, { title: say("column.longitude"), number: true, value: (r) => r.longitude },
  ];
}
