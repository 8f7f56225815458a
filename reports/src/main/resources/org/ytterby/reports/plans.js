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
      height: (width) => 64 + bars.length * (isNarrow(width) ? 66 : 44),
      option: (width) => planOption(bars, width),
      view: { rows: worstFirst, columns: planColumns() },
    }),
    worstFirst.length > bars.length ? el("p", { class: "note" }, say("chart.capped", { shown: bars.length, count: integer(worstFirst.length) })) : "",
    el("details", { open: data.plans.length <= 8 }, el("summary", {}, say("figure.full")),
      table({ name: "plan-use", caption: say("plans.title"), rows: worstFirst, columns: planColumns(), detail: (p) => largestRecords(p.records, "") })));
}

const usedShare = (plan) => (plan.grantedKg > 0 ? (plan.usedKg / plan.grantedKg) * FULL : plan.usedKg > 0 ? Infinity : 0);
const isOver = (plan) => plan.usedKg > plan.grantedKg;

const planScope = (plan) => [plan.year, say("kind." + plan.kind), plan.oreType ? say("ore." + plan.oreType) : ""].filter(Boolean).join(" · ");
const planName = (plan) => partyName(plan.holder) + " · " + planScope(plan);

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
    { title: say("column.used"), unit: unitName("t") + " REO ± σ", number: true, kind: "key", value: (p) => p.usedKg / KG_PER_T, sigma: (p) => p.sigmaKg / KG_PER_T, show: (p) => (p.sigmaKg ? decimals(p.usedKg / KG_PER_T, p.sigmaKg / KG_PER_T) : figures(p.usedKg / KG_PER_T)) },
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
    grid: { left: narrow ? 14 : Math.min(300, width * 0.32), right: narrow ? 12 : 250, top: narrow ? 20 : 8, bottom: 44 },
    xAxis: axis({ type: "value", min: 0, max: Math.max(110, Math.ceil(highest / 10) * 10 + 5), name: say("plans.axis"), nameLocation: "middle", nameGap: 26, axisLabel: { showMaxLabel: false, formatter: "{value} %" } }),
    yAxis: axis({ type: "category", data: rows.map((p) => partyName(p.holder) + "\n" + planScope(p)), axisLine: { show: false }, axisLabel: { show: !narrow, width: Math.min(280, width * 0.3), overflow: "truncate", lineHeight: 16 } }),
    tooltip: { formatter: ({ dataIndex }) => tip(planName(rows[dataIndex]), planStatus(rows[dataIndex]), "σ " + mass(rows[dataIndex].sigmaKg, "REO")) },
    series: [
      grants(rows, narrow),
      {
        type: "bar", barWidth: narrow ? 8 : 10, z: 2,
        data: rows.map((p) => ({
          value: Number.isFinite(usedShare(p)) ? Math.min(SCALE_MAX, usedShare(p)) : FULL,
          itemStyle: isOver(p) ? { color: colours.over, borderColor: token("serious"), borderWidth: 1.5 } : { color: colours.within },
        })),
        },
      whiskers(rows),
    ],
  };
}

/** What was granted, and the words beside it. */
function grants(rows, narrow) {
  const height = narrow ? 16 : 20;
  return {
    type: "custom", z: 1, silent: true, data: rows.map((p, i) => [i, Math.min(SCALE_MAX, Math.max(FULL, Number.isFinite(usedShare(p)) ? usedShare(p) : FULL))]), encode: { x: 1, y: 0 },
    renderItem: (_, api) => {
      const plan = rows[api.value(0)];
      const [x0, y] = api.coord([0, api.value(0)]);
      const [x1] = api.coord([FULL, api.value(0)]);
      const [end] = api.coord([api.value(1), api.value(0)]);
      const bar = { type: "rect", shape: { x: x0, y: y - height / 2, width: x1 - x0, height }, style: { fill: token("line-weak"), stroke: token("neutral") } };
      const words = (text, x, top, colour) => ({ type: "text", style: { text, x, y: top, fill: colour, font: "12px " + token("font"), verticalAlign: "middle" } });
      const status = (isOver(plan) ? "■ " : "") + planStatus(plan);
      const texts = narrow ? [words(planName(plan), x0, y - 30, token("ink-2")), words(status, x0, y - 15, token("ink"))] : [words(status, end + 18, y, token("ink"))];
      return { type: "group", children: plan.grantedKg > 0 ? [bar, ...texts] : texts };
    },
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
