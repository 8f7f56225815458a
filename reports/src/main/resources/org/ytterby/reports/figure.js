// The frame of a chart: a title that states what it shows, a table view, downloads, alt text.

const PRINT_WIDTH = 680; // CSS pixels between the margins of an A4 page
const NARROW = 560;
const TIGHT = 900;
const RAIL_FROM = 1050; // as in page.css
const TITLE_HEIGHT = 56;
const PNG_SCALE = 2;
const charts = new Set();

const isNarrow = (width) => width < NARROW;
const isTight = (width) => width < TIGHT;

/**
 * @param name file name of downloads
 * @param option function from width to an ECharts option
 * @param height function from width to pixels
 * @param view the table of the same figures, `{ columns, rows }` for table()
 */
function figure({ name, title, what, alt, option, height, view, onclick, legend }) {
  const chart = el("div", { class: "chart", style: "height:" + height(likelyWidth()) + "px", role: "img", "aria-label": title + " " + alt });
  const tableBox = el("div", { hidden: true });
  const node = el("figure", {},
    el("figcaption", {}, el("h3", {}, title), what ? el("p", { class: "what" }, what) : null),
    tools(), legend || "", chart, tableBox);
  let instance = null;

  function draw(width) {
    chart.style.height = height(width) + "px";
    if (!instance) {
      instance = echarts.init(chart, null, { renderer: "svg", width, height: height(width) });
      if (onclick) instance.on("click", onclick);
    }
    instance.resize({ width, height: height(width) });
    instance.setOption({ animation: false, ...common(), ...option(width) }, true);
  }

  function tools() {
    const views = ["chart", "table"].map((which) => el("button", { type: "button", "aria-pressed": String(which === "chart"), onclick: () => turnTo(which) }, say("figure." + which)));
    function turnTo(which) {
      views.forEach((button, i) => button.setAttribute("aria-pressed", String(["chart", "table"][i] === which)));
      chart.hidden = which === "table";
      tableBox.hidden = which === "chart";
      if (which === "table" && !tableBox.firstChild) tableBox.append(table({ caption: title, ...view }));
    }
    const get = (kind, act) => el("button", { type: "button", "aria-label": say("figure.download", { kind, title }), onclick: act }, kind);
    return el("div", { class: "tools" }, el("span", { class: "group" }, views), el("span", { class: "push" }),
      get("PNG", () => savePng(name, svgOf(instance, title))),
      get("SVG", () => download(name + ".svg", new Blob([svgOf(instance, title)], { type: "image/svg+xml" }))),
      get("CSV", () => download(name + ".csv", csv(view.columns, view.rows))));
  }

  const observer = new ResizeObserver(() => requestAnimationFrame(fit));
  function fit() {
    const width = Math.floor(chart.getBoundingClientRect().width);
    if (width > 0 && (!instance || instance.getWidth() !== width)) draw(width);
  }
  observer.observe(chart);
  const self = { draw, isAlive: () => chart.isConnected, width: () => chart.getBoundingClientRect().width, dispose: () => { observer.disconnect(); instance?.dispose(); } };
  charts.add(self);
  return node;
}

/** The width that a chart will probably have, so that links into the page land where they should. */
const likelyWidth = () => (innerWidth < RAIL_FROM ? innerWidth - 48 : innerWidth - 280);

/** Lets go of charts that are no longer in the page. */
function sweepCharts() {
  for (const chart of charts) {
    if (!chart.isAlive()) {
      chart.dispose();
      charts.delete(chart);
    }
  }
}

const redraw = (width) => charts.forEach((chart) => chart.draw(width ?? Math.max(1, Math.floor(chart.width()))));

function common() {
  const ink = token("ink-2");
  return {
    textStyle: { fontFamily: token("font"), color: ink },
    aria: { enabled: false }, // the frame has an alt text made from the data
    tooltip: {
      backgroundColor: token("sheet"), borderColor: token("line"), textStyle: { color: token("ink"), fontSize: 13 },
      confine: true, extraCssText: "box-shadow:0 2px 8px #0003",
    },
  };
}

/** A tool tip of text nodes: a heading and lines. */
const tip = (heading, ...lines) => el("div", { class: "tip" }, el("b", {}, heading), lines.filter(Boolean).map((line) => el("div", {}, line)));

const axis = (more = {}) => ({
  axisLine: { lineStyle: { color: token("line") } },
  axisTick: { show: false },
  axisLabel: { color: token("ink-2"), fontSize: 12, ...more.axisLabel },
  splitLine: { lineStyle: { color: token("line-weak") } },
  nameTextStyle: { color: token("ink-3"), fontSize: 12 },
  ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== "axisLabel")),
});

/** The drawing under its title, as a picture that can stand alone. */
function svgOf(instance, title) {
  const width = instance.getWidth();
  const height = instance.getHeight() + TITLE_HEIGHT;
  const drawing = instance.getDom().querySelector("svg").cloneNode(true); // serialised by the browser: ECharts' own text leaves quotes bare
  drawing.setAttribute("y", TITLE_HEIGHT);
  const inner = new XMLSerializer().serializeToString(drawing);
  const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const lines = wrapped(title, width - 24);
  const words = lines.map((line, i) => `<tspan x="12" y="${20 + i * 18}">${escaped(line)}</tspan>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="${token("sheet")}"/><text font-family="sans-serif" font-size="14" font-weight="600" fill="${token("ink")}">${words}</text>${inner}</svg>`;
}

/** At most two lines that fit a width. */
function wrapped(text, width) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "600 14px sans-serif";
  const lines = [""];
  for (const piece of text.split(/(?<=[\s，；。：、])/u)) {
    if (lines.at(-1) && pen.measureText(lines.at(-1) + piece).width > width) lines.push("");
    lines[lines.length - 1] += piece;
  }
  return lines.length <= 2 ? lines : [lines[0], lines[1].trimEnd() + " …"];
}

function savePng(name, svg) {
  const image = new Image();
  image.onload = () => {
    const canvas = el("canvas", { width: image.width * PNG_SCALE, height: image.height * PNG_SCALE });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => download(name + ".png", blob));
    URL.revokeObjectURL(image.src);
  };
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
}

addEventListener("beforeprint", () => {
  document.documentElement.dataset.theme = "light"; // paper is white
  redraw(PRINT_WIDTH);
});
addEventListener("afterprint", () => {
  applyTheme();
  redraw();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => redraw());
