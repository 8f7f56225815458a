// Plan use as bullet bars: the grant is the pale bar, the use the dark one, its doubt the whisker.

const FULL = 100;
const SCALE_MAX = 200; // percent; what lies beyond is told by its label
const PLAN_BARS_MAX = 40;
const CONFIDENCE_95 = 1.96;

function plansSection() {
  if (data.plans.length === 0) return section("plans", { file: "plan_use.csv" }, empty(say("plans.empty")));
  const worstFirst = [...data.plans].sort((a, b) => usedShare(b) - usedShare(a));
  const bars = worstFirst.slice(0, PLAN_BARS_MAX);
  return section("plans", { file: "plan_use.csv" },
    figure({
      name: "plan-use", title: plansSentence(), what: say("plans.what"),
      alt: bars.map((p) => planName(p) + ": " + planStatus(p)).join("; "),
      height: (width) => 64 + bars.length * (isNarrow(width) ? 58 : 40),
      option: (width) => planOption(bars, width),
      view: { rows: worstFirst, columns: planColumns() },
    }),
    worstFirst.length > bars.length ? el("p", { class: "note" }, say("chart.capped", { shown: bars.length, count: integer(worstFirst.length) })) : "",
    el("details", { open: data.plans.length <= 8 }, el("summary", {}, say("plans.details")),
      table({ name: "plan-use", caption: say("plans.title"), rows: worstFirst, columns: planColumns() })));
}

const usedShare = (plan) => (plan.grantedKg > 0 ? (plan.usedKg / plan.grantedKg) * FULL : plan.usedKg > 0 ? Infinity : 0);
const isOver = (plan) => plan.usedKg > plan.grantedKg;

function planName(plan) {
  const ore = plan.oreType ? say("ore." + plan.oreType) : "";
  return [partyName(plan.holder), plan.year, say("kind." + plan.kind), ore].filter(Boolean).join(" · ");
}

function planStatus(plan) {
  if (plan.grantedKg === 0) return say("plans.noPlan", { used: mass(plan.usedKg, "REO") });
  return say("plans.of", { used: mass(plan.usedKg), granted: mass(plan.grantedKg, "REO"), share: percent(plan.usedKg / plan.grantedKg) });
}

function planMark(plan) {
  if (plan.grantedKg === 0) return mark("serious", "■", say("plans.statusNone"));
  const surely = plan.usedKg - CONFIDENCE_95 * (plan.sigmaKg ?? 0) > plan.grantedKg;
  if (surely) return mark("serious", "■", say("plans.statusOver"));
  if (isOver(plan)) return mark("watch", "▲", say("plans.statusPerhaps"));
  return mark("done", "✓", say("plans.statusWithin"));
}

function planColumns() {
  return [
    { title: say("column.holder"), value: (p) => partyName(p.holder) },
    { title: say("column.status"), kind: "key", value: (p) => planMark(p).textContent, show: planMark },
    { title: say("column.year"), value: (p) => String(p.year) },
    { title: say("column.kind"), kind: "key", value: (p) => say("kind." + p.kind) },
    { title: say("column.ore"), value: (p) => (p.oreType ? say("ore." + p.oreType) : say("ore.all")) },
    { title: say("column.granted"), unit: unitName("t") + " REO", number: true, kind: "key", value: (p) => p.grantedKg / KG_PER_T, show: (p) => format(p.grantedKg / KG_PER_T, { maximumFractionDigits: 6 }) },
    { title: say("column.used"), unit: unitName("t") + " REO ± σ", number: true, kind: "key", value: (p) => p.usedKg / KG_PER_T, show: (p) => (p.sigmaKg ? decimals(p.usedKg / KG_PER_T, p.sigmaKg / KG_PER_T) : figures(p.usedKg / KG_PER_T)) },
    { title: say("column.remaining"), unit: unitName("t") + " REO", number: true, value: (p) => (p.grantedKg - p.usedKg) / KG_PER_T, show: (p) => figures((p.grantedKg - p.usedKg) / KG_PER_T) },
    { title: say("column.facilities"), value: (p) => p.facilities.map(facilityName).join(" "), show: (p) => el("span", {}, p.facilities.flatMap((f, i) => (i ? [", ", facilityLink(f)] : [facilityLink(f)]))) },
  ];
}

function planOption(bars, width) {
  const narrow = isNarrow(width);
  const colours = { over: hatched(token("serious")), within: token("accent") };
  const rows = [...bars].reverse();
  const highest = Math.max(...rows.map((p) => Math.min(SCALE_MAX, Number.isFinite(usedShare(p)) ? usedShare(p) : FULL)));
  return {
    grid: { left: narrow ? 8 : Math.min(300, width * 0.32), right: narrow ? 12 : 210, top: 8, bottom: 44 },
    xAxis: axis({ type: "value", min: 0, max: Math.max(110, Math.ceil(highest / 10) * 10 + 5), name: say("plans.axis"), nameLocation: "middle", nameGap: 26, axisLabel: { formatter: "{value} %" } }),
    yAxis: axis({ type: "category", data: rows.map(planName), axisLine: { show: false }, axisLabel: { show: !narrow, width: Math.min(280, width * 0.3), overflow: "truncate" } }),
    tooltip: { formatter: ({ dataIndex }) => tip(planName(rows[dataIndex]), planStatus(rows[dataIndex]), "σ " + mass(rows[dataIndex].sigmaKg, "REO")) },
    series: [
      {
        type: "bar", barWidth: narrow ? 16 : 20, barGap: "-100%", silent: true, z: 1,
        data: rows.map((p) => (p.grantedKg > 0 ? FULL : 0)),
        itemStyle: { color: token("line-weak"), borderColor: token("neutral") },
        label: { show: narrow, position: [0, -16], color: token("ink-2"), fontSize: 12, formatter: ({ dataIndex }) => planName(rows[dataIndex]) },
      },
      {
        type: "bar", barWidth: narrow ? 8 : 10, z: 2,
        data: rows.map((p) => ({
          value: Number.isFinite(usedShare(p)) ? Math.min(SCALE_MAX, usedShare(p)) : FULL,
          itemStyle: isOver(p) ? { color: colours.over, borderColor: token("serious"), borderWidth: 1.5 } : { color: colours.within },
        })),
        label: { show: !narrow, position: "right", distance: 10, color: token("ink"), fontSize: 12, formatter: ({ dataIndex }) => (isOver(rows[dataIndex]) ? "■ " : "") + planStatus(rows[dataIndex]) },
      },
      whiskers(rows),
    ],
  };
}

function whiskers(rows) {
  return {
    type: "custom", z: 3, silent: true, data: rows.map((p, i) => [i, usedShare(p), p.grantedKg > 0 ? ((p.sigmaKg ?? 0) / p.grantedKg) * FULL : 0]),
    encode: { x: 1, y: 0 },
    renderItem: (_, api) => {
      const [row, share, sigma] = [api.value(0), api.value(1), api.value(2)];
      if (!(sigma > 0) || share > SCALE_MAX) return null;
      const [x1, y] = api.coord([share - sigma, row]);
      const [x2] = api.coord([share + sigma, row]);
      const style = { stroke: token("ink"), lineWidth: 1.5 };
      const stroke = (a, b, c, d) => ({ type: "line", shape: { x1: a, y1: b, x2: c, y2: d }, style });
      return { type: "group", children: [stroke(x1, y, x2, y), stroke(x1, y - 5, x1, y + 5), stroke(x2, y - 5, x2, y + 5)] };
    },
  };
}
