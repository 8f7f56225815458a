// Flows from mine to export. What runs up the chain again leaves and enters by nodes of its own,
// because a Sankey diagram can have no loops.

const ENTRIES = ["extraction", "import", "supplied", "returning", "undeclared", "gain"];
const STAGES = ["mine", "recycling", "separation", "metal", "polishing", "catalyst", "luminescent", "alloy", "hydrogen_storage", "magnet", "motor", "device", "trade", "port"];
const DEPTHS = { mine: 1, recycling: 1, separation: 2, metal: 3, polishing: 3, catalyst: 3, luminescent: 3, alloy: 4, hydrogen_storage: 5, magnet: 5, motor: 6, device: 7, trade: 8, port: 9 };
const EXIT_DEPTH = 10;
const LABELS_ABREAST_FROM = 1300; // pixels; narrower charts break labels in two
const ALARMING = new Set(["undeclared", "gain", "loss"]);
const DRAWN_SHARE_MIN = 1e-6; // thinner links are in the table only

function chainSection() {
  if (data.flows.length === 0) return section("chain", { wide: true }, empty(say("chain.empty")));
  const element = elementIndex(state.measure);
  const links = data.flows.map((flow) => ({ from: flow.from, to: flow.to, kg: flowKg(flow, element), records: flow.records })).filter((flow) => flow.kg > 0);
  const measure = element < 0 ? "REO" : elementName(element);
  const { nodes, drawn, same } = drawable(links);
  const sentence = chainSentence(links, measure);
  return section("chain", { wide: true },
    el("div", { class: "controls" }, select("measure", say("chain.measure"), [["", "REO"], ...data.elements.map((e, i) => [e.symbol, elementName(i)])], state.measure, (value) => choose({ measure: value }))),
    links.length === 0 ? empty(say("chain.none", { measure })) : figure({
      name: "chain-" + (element < 0 ? "reo" : data.elements[element].symbol), title: sentence, what: say("chain.what"),
      alt: links.map((l) => nodeName(l.from) + " → " + nodeName(l.to) + " " + mass(l.kg)).join("; "),
      height: (width) => (isNarrow(width) ? 820 : isTight(width) ? 520 : 460),
      option: (width) => chainOption(nodes, drawn, measure, width),
      view: { rows: links, columns: chainColumns(measure), detail: linkDetail },
    }),
    same > 0 ? el("p", { class: "note" }, say("chain.same", { mass: mass(same, measure) })) : "");
}

const elementIndex = (symbol) => data.elements.findIndex((e) => e.symbol === symbol);

/** Kilograms of an element, or of rare-earth oxide for a negative index. */
function flowKg(flow, element) {
  if (element >= 0) return flow.elementMg[element] / MG_PER_KG;
  return flow.elementMg.reduce((sum, mg, i) => sum + mg * data.elements[i].oxideFactor, 0) / MG_PER_KG;
}

const nodeName = (code) => (DEPTHS[code] || code === "outside" ? stageName(code) : say("node." + code));
const sumOf = (links, test) => links.filter(test).reduce((sum, l) => sum + l.kg, 0);

function chainSentence(links, measure) {
  const into = sumOf(links, (l) => ["extraction", "import", "supplied"].includes(l.from));
  const out = sumOf(links, (l) => l.to === "export");
  const gained = sumOf(links, (l) => l.from === "gain" || l.from === "undeclared");
  const lost = sumOf(links, (l) => l.to === "loss");
  const doubt = [gained > 0 ? say("chain.gained", { mass: mass(gained, measure) }) : "", lost > 0 ? say("chain.lost", { mass: mass(lost, measure) }) : ""].filter(Boolean);
  return say("chain.sentence", { into: mass(into, measure), out: mass(out, measure) }) + (doubt.length ? say("chain.doubt", { text: doubt.join(say("and")) }) : say("chain.clear"));
}

function drawable(links) {
  const most = Math.max(...links.map((l) => l.kg), 0);
  const drawn = new Map();
  let same = 0;
  const add = (from, to, kg) => drawn.set(from + " " + to, { from, to, kg: (drawn.get(from + " " + to)?.kg ?? 0) + kg });
  for (const { from, to, kg } of links) {
    if (kg < most * DRAWN_SHARE_MIN) continue;
    if (from === to) same += kg;
    else if (depthOf(from) < depthOf(to)) add(from, to, kg);
    else {
      add(from, "back", kg);
      add("returning", to, kg);
    }
  }
  const kept = [...drawn.values()];
  const codes = [...new Set(kept.flatMap((l) => [l.from, l.to]))];
  const order = [...ENTRIES, ...STAGES];
  codes.sort((a, b) => (order.indexOf(a) + 1 || 99) - (order.indexOf(b) + 1 || 99));
  const depths = [...new Set(codes.map(depthOf))].sort((a, b) => a - b);
  return { nodes: codes.map((code) => ({ code, depth: depths.indexOf(depthOf(code)) })), drawn: kept, same };
}

const depthOf = (code) => DEPTHS[code] ?? (ENTRIES.includes(code) ? 0 : EXIT_DEPTH);

function chainOption(nodes, drawn, measure, width) {
  const narrow = isNarrow(width);
  const alarm = hatched(token("serious"));
  const deepest = Math.max(...nodes.map((n) => n.depth));
  const total = (code) => Math.max(sumOf(drawn, (l) => l.from === code), sumOf(drawn, (l) => l.to === code));
  const words = (code, gap) => (ALARMING.has(code) ? "■ " : "") + nodeName(code) + gap + mass(total(code));
  return {
    tooltip: { formatter: ({ data: d, dataType }) => (dataType === "edge" ? tip(nodeName(d.source) + " → " + nodeName(d.target), mass(d.value, measure)) : tip(nodeName(d.name), mass(total(d.name), measure))) },
    series: [{
      type: "sankey", orient: narrow ? "vertical" : "horizontal", nodeAlign: "justify", draggable: false, layoutIterations: 64, labelLayout: { hideOverlap: true },
      left: narrow ? 24 : isTight(width) ? 190 : 220, right: narrow ? 90 : isTight(width) ? 190 : 215, top: narrow ? 205 : 12, bottom: narrow ? 180 : 12,
      nodeWidth: narrow ? 10 : 14, nodeGap: !narrow && isTight(width) ? 24 : 20, emphasis: { focus: "adjacency" },
      data: nodes.map(({ code, depth }) => ({
        name: code, depth, itemStyle: { color: ALARMING.has(code) ? token("serious") : DEPTHS[code] ? token("accent") : token("neutral"), borderWidth: 0 },
        label: narrow ? uprightLabel(depth, deepest, words(code, "  ")) : levelLabel(depth, deepest, words(code, "  ")),
      })),
      links: drawn.map((l) => ({
        source: l.from, target: l.to, value: l.kg,
        lineStyle: ALARMING.has(l.from) || ALARMING.has(l.to) ? { color: alarm, opacity: 1 } : { color: token("neutral"), opacity: 0.38 },
      })),
      lineStyle: { curveness: 0.5 },
      label: {
        color: token("ink"), fontSize: narrow ? 11 : 12, lineHeight: 15, textBorderColor: token("sheet"), textBorderWidth: 3,
        formatter: ({ name }) => words(name, width < LABELS_ABREAST_FROM ? "\n" : "  "),
      },
    }],
  };
}

/** Entries have room on their left, exits on their right, for one line. */
function levelLabel(depth, deepest, words) {
  if (depth === 0) return { position: "left", formatter: () => words };
  return depth === deepest ? { position: "right", formatter: () => words } : { position: "right" };
}

/** On a phone entries and exits stand side by side, so their labels are turned. */
function uprightLabel(depth, deepest, words) {
  if (depth === 0) return { position: "top", rotate: 90, align: "left", verticalAlign: "middle", distance: 8, formatter: () => words };
  if (depth === deepest) return { position: "bottom", rotate: 90, align: "right", verticalAlign: "middle", distance: 8, formatter: () => words };
  return { position: "right" };
}

/** The records behind a flow, or the findings that one was drawn from. */
function linkDetail(flow) {
  if (flow.records.count > 0) return largestRecords(flow.records, "");
  return el("p", {}, say("evidence.finding") + " ", link("findings", say("rule.inventory-" + (flow.to === "loss" ? "loss" : "gain")), { rule: "inventory-" + (flow.to === "loss" ? "loss" : "gain") }));
}

function chainColumns(measure) {
  return [
    { title: say("column.from"), value: (l) => nodeName(l.from) },
    { title: say("column.to"), kind: "key", value: (l) => nodeName(l.to) },
    { title: measure, unit: unitName("t"), number: true, kind: "key", value: (l) => l.kg / KG_PER_T, show: (l) => figures(l.kg / KG_PER_T) },
  ];
}
