// Element by element: what came into the country's books, what left them, what stayed.

const kgOfFlows = (element, test) => data.flows.filter(test).reduce((sum, flow) => sum + flow.elementMg[element], 0) / MG_PER_KG;

function elementRows() {
  return data.elements.map((_, e) => {
    const row = {
      element: e,
      mined: kgOfFlows(e, (f) => f.from === "extraction"), imported: kgOfFlows(e, (f) => f.from === "import"), supplied: kgOfFlows(e, (f) => f.from === "supplied"),
      exported: kgOfFlows(e, (f) => f.to === "export"), delivered: kgOfFlows(e, (f) => f.to === "delivered"), disposed: kgOfFlows(e, (f) => f.to === "disposal"),
      stock: (data.stock.closingMg[e] - data.stock.openingMg[e]) / MG_PER_KG,
    };
    row.added = row.mined + row.imported + row.supplied;
    row.net = row.added - row.exported - row.delivered - row.disposed;
    row.share = row.added > 0 ? (row.net / row.added) * 100 : null;
    row.isUnfed = row.added === 0 && row.net < 0;
    return row;
  }).filter((row) => row.added > 0 || row.net !== 0 || row.stock !== 0);
}

function elementsSection() {
  const rows = elementRows();
  if (rows.length === 0) return section("elements", {}, empty(say("chain.empty")));
  return section("elements", {},
    figure({
      name: "element-balance", title: elementsSentence(rows), what: say("elements.what"),
      alt: rows.map((r) => elementName(r.element) + " " + mass(r.net)).join("; "),
      height: () => 70 + rows.length * 27, option: (width) => elementsOption(rows, width), view: { rows, columns: elementColumns() },
    }),
    el("details", {}, el("summary", {}, say("figure.full")), table({ name: "element-balance", caption: say("elements.title"), rows, columns: elementColumns() })));
}

function elementsSentence(rows) {
  const measured = rows.filter((r) => r.share !== null);
  const unfed = rows.filter((r) => r.isUnfed);
  const tail = unfed.length ? say("elements.unfed", { elements: listOf(unfed.map((r) => elementName(r.element))) }) : "";
  if (measured.length === 0) return say("elements.noAdditions") + tail;
  const most = measured.reduce((a, b) => (b.share > a.share ? b : a));
  const least = measured.reduce((a, b) => (b.share < a.share ? b : a));
  const values = { most: elementName(most.element), mostMass: mass(most.net), mostShare: percent(most.share / 100), least: elementName(least.element), leastMass: mass(Math.abs(least.net)), leastShare: percent(Math.abs(least.share) / 100) };
  return say(least.share < 0 ? (most.share > 0 ? "elements.both" : "elements.short") : "elements.surplus", values) + tail;
}

function elementsOption(rows, width) {
  const narrow = isNarrow(width);
  const down = [...rows].reverse();
  const most = Math.max(10, ...rows.map((r) => Math.abs(shownShare(r))));
  const edge = Math.ceil((most * (narrow ? 1.9 : 1.4)) / 10) * 10;
  return {
    grid: { left: 52, right: 14, top: 22, bottom: 44 },
    tooltip: { formatter: ({ dataIndex }) => elementTip(down[dataIndex]) },
    xAxis: axis({ type: "value", min: -edge, max: edge, name: say("elements.axis"), nameLocation: "middle", nameGap: 26, axisLabel: { hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: (v) => (v > 0 ? "+" : "") + integer(v) + " %" } }),
    yAxis: axis({ type: "category", data: down.map((r) => data.elements[r.element].symbol), axisLine: { onZero: false, lineStyle: { color: token("line") } } }),
    series: [{
      type: "bar", barWidth: 16,
      data: down.map((r) => ({ value: shownShare(r), itemStyle: { color: r.isUnfed ? hatched(token("serious")) : ELEMENT_COLOURS[r.element], borderColor: token("ink-3"), borderWidth: 0.75 }, label: { position: shownShare(r) < 0 ? "left" : "right" } })),
      label: { show: true, color: token("ink"), fontSize: 12, formatter: ({ dataIndex }) => (down[dataIndex].net < 0 ? "▼ " : "▲ ") + mass(Math.abs(down[dataIndex].net)) },
      markLine: { silent: true, symbol: "none", data: [{ xAxis: 0 }], lineStyle: { color: token("ink-2"), type: "solid" }, label: { show: false } },
    }],
  };
}

const shownShare = (r) => (r.isUnfed ? -100 : Math.max(-100, Math.min(100, r.share ?? 0)));

const elementTip = (r) => tip(elementName(r.element), say("elements.added") + " " + mass(r.added), say("elements.exported") + " " + mass(r.exported), say("elements.net") + " " + mass(r.net), say("elements.stock") + " " + mass(r.stock));

function elementColumns() {
  const amount = (title, key, kind) => ({ title: say(title), unit: unitName("t"), number: true, kind, value: (r) => r[key] / KG_PER_T, show: (r) => figures(r[key] / KG_PER_T) });
  return [
    { title: say("column.element"), value: (r) => data.elements[r.element].symbol, show: (r) => el("span", {}, el("span", { class: "swatch", style: "background:" + ELEMENT_COLOURS[r.element] }), elementName(r.element)) },
    amount("elements.mined", "mined"), amount("elements.imported", "imported"), amount("elements.supplied", "supplied"), amount("elements.exported", "exported", "key"),
    amount("elements.delivered", "delivered"), amount("elements.disposed", "disposed"), amount("elements.net", "net", "key"), amount("elements.stock", "stock"),
  ];
}
