// Element × period of one facility: where its differences are larger than their doubt.

const HEAT_SPAN = 4; // the colour scale ends here, in standard deviations
const HEAT_ROW = 24;
const LABEL_CELL_WIDTH = 34;

function heatFigure(balance, element) {
  const elements = elementsOf(balance);
  const outside = balance.rows.filter(isOutside);
  const worst = balance.rows.reduce((a, b) => (Math.abs(b[ROW.sitmuf] ?? 0) > Math.abs(a[ROW.sitmuf] ?? 0) ? b : a));
  const title = say(outside.length ? "heat.sentence" : "heat.calm", {
    facility: facilityName(balance.facility), outside: integer(outside.length), n: integer(balance.rows.length),
    expected: figures(balance.rows.length * 0.05, 2),
    element: elementName(worst[ROW.element]), period: periodName(balance, worst[ROW.period]), value: fixed(worst[ROW.sitmuf], 2),
  });
  return figure({
    name: "heat-map", title, what: say("heat.what"),
    alt: outside.map((r) => elementName(r[ROW.element]) + " " + periodName(balance, r[ROW.period]) + " " + fixed(r[ROW.sitmuf], 2)).join("; "),
    height: () => Math.max(240, 92 + elements.length * HEAT_ROW),
    option: (width) => heatOption(balance, elements, element, width),
    onclick: ({ value }) => value && choose({ element: data.elements[elements[elements.length - 1 - value[1]]].symbol }),
    view: { rows: balance.rows, columns: [{ title: say("column.element"), value: (r) => elementName(r[ROW.element]) }, ...balanceColumns(balance, balance.rows)] },
  });
}

function heatOption(balance, elements, chosen, width) {
  const names = [...elements].reverse();
  const cell = (width - 60) / balance.periods.length;
  const cells = (rows) => rows.map((r) => ({
    value: [r[ROW.period], names.indexOf(r[ROW.element]), r[ROW.sitmuf] ?? "-"], row: r,
    itemStyle: isOutside(r) ? { borderColor: token("ink"), borderWidth: 2 } : { borderColor: token("sheet"), borderWidth: 1 },
    label: { fontWeight: isOutside(r) ? "bold" : "normal" },
  }));
  return {
    tooltip: { formatter: ({ data: d }) => periodTip(balance, d.row) },
    grid: { left: 52, right: 8, top: 8, bottom: 76 },
    xAxis: axis({ type: "category", data: balance.periods.map((p) => span(...p)), splitLine: { show: false }, axisLabel: { hideOverlap: true, formatter: (name) => (name.length > 10 ? name.slice(0, 10) : name) } }),
    yAxis: axis({ type: "category", data: names.map((e) => (e === chosen ? "▸ " : "") + data.elements[e].symbol), splitLine: { show: false } }),
    visualMap: {
      min: -HEAT_SPAN, max: HEAT_SPAN, orient: "horizontal", left: "center", bottom: 0, itemHeight: 140, itemWidth: 12, text: [say("control.missing"), say("control.surplus")],
      textStyle: { color: token("ink-2") }, inRange: { color: diverging() }, formatter: (value) => fixed(value, 1),
    },
    series: [balance.rows.filter((r) => !isOutside(r)), balance.rows.filter(isOutside)].map((rows, z) => ({ // framed cells above their neighbours
      type: "heatmap", data: cells(rows), z: 2 + z,
      label: { show: cell >= LABEL_CELL_WIDTH, fontSize: 11, color: token("ink"), formatter: ({ data: d }) => fixed(d.row[ROW.sitmuf], 1) },
      emphasis: { itemStyle: { borderColor: token("accent"), borderWidth: 2 } },
    })),
  };
}
