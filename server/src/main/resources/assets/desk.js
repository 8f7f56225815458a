// Small comforts: "/" to the search box, j and k through rows, filters that act at once, charts to keep.

const typing = (event) => event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey;

addEventListener("keydown", (event) => {
  if (typing(event)) return;
  if (event.key === "/") {
    const box = document.getElementById("q");
    if (box) {
      event.preventDefault();
      box.focus();
    }
  } else if (event.key === "j" || event.key === "k") {
    const links = [...document.querySelectorAll("[data-rows] tbody th a, [data-rows] tbody tr > td:first-child a")];
    const at = links.indexOf(document.activeElement);
    links[Math.min(Math.max(at + (event.key === "j" ? 1 : -1), 0), links.length - 1)]?.focus();
  }
});

for (const select of document.querySelectorAll("[data-submit]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}

for (const graph of document.querySelectorAll(".graph-scroll")) {
  const subject = graph.querySelector(".subject");
  if (subject) graph.scrollLeft = subject.getBBox().x + subject.getBBox().width / 2 - graph.clientWidth / 2;
}

/** A drawing with its styles in it, so that it can stand alone. */
function standalone(svg) {
  const copy = svg.cloneNode(true);
  const from = [svg, ...svg.querySelectorAll("*")];
  const to = [copy, ...copy.querySelectorAll("*")];
  const kept = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "font-family", "font-size", "font-weight", "text-anchor"];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    kept.forEach((name) => to[i].setAttribute(name, style.getPropertyValue(name)));
  });
  const box = svg.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", box.width);
  copy.setAttribute("height", box.height);
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", getComputedStyle(document.documentElement).getPropertyValue("--sheet"));
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

function save(name, blob) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

function savePng(name, svg, box) {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = box.width * 2;
    canvas.height = box.height * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(name + ".png", blob));
    URL.revokeObjectURL(image.src);
  };
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
}

const quoted = (text) => (/[",\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
const said = (cell) => {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll("[popover]").forEach((meaning) => meaning.remove());
  return copy.textContent.trim();
};
const csv = (table) => [...table.rows].map((row) => [...row.cells].map((cell) => quoted(said(cell))).join(",")).join("\n") + "\n";

for (const figure of document.querySelectorAll("[data-figure]")) {
  const svg = figure.querySelector("svg");
  const table = figure.querySelector("[data-csv]");
  for (const button of figure.querySelectorAll("[data-save]")) {
    const kind = button.dataset.save;
    button.addEventListener("click", () => {
      const name = figure.dataset.name;
      if (kind === "csv") save(name + ".csv", new Blob(["\ufeff" + csv(table)], { type: "text/csv" }));
      else if (kind === "svg") save(name + ".svg", new Blob([standalone(svg)], { type: "image/svg+xml" }));
      else savePng(name, standalone(svg), svg.viewBox.baseVal);
    });
  }
}

// Cells from a spreadsheet fill the grid from the cell that they are pasted into; rows are added as needed.
for (const grid of document.querySelectorAll("[data-grid]")) {
  const body = grid.tBodies[0];
  const added = () => {
    const at = body.rows.length;
    const row = body.rows[at - 1].cloneNode(true);
    row.cells[0].textContent = at + 1;
    for (const input of row.querySelectorAll("input")) {
      input.value = "";
      input.id = input.name = input.name.replace(/\d+$/, at);
      input.setAttribute("aria-label", input.getAttribute("aria-label").replace(/\d+/, at + 1));
      input.removeAttribute("aria-invalid");
    }
    body.append(row);
  };
  grid.addEventListener("paste", (event) => {
    const lines = event.clipboardData.getData("text").replace(/\r/g, "").replace(/\n$/, "").split("\n");
    const cell = event.target.closest("td");
    if (!cell || (lines.length < 2 && !lines[0].includes("\t"))) return;
    event.preventDefault();
    const from = cell.parentNode.rowIndex - grid.tHead.rows.length;
    lines.forEach((line, i) => {
      while (body.rows.length <= from + i) added();
      line.split("\t").forEach((text, j) => {
        const input = body.rows[from + i].cells[cell.cellIndex + j]?.querySelector("input");
        if (input) input.value = text.trim();
      });
    });
  });
}
