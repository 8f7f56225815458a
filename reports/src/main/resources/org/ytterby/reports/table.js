// Tables: sortable, fifty rows at a time (eight cards on a phone), rows that open, cards on a phone, CSV of what is seen.
//
// A column is { title, unit, value, show, number, kind }: `value` gives what is sorted and exported,
// `show` what is seen, `sigma` a standard uncertainty to export, `file` the unit there, `kind` its place on a phone: "head", "key", "whole" or (default) "rest".

const ROWS_AT_ONCE = matchMedia("(max-width: 40rem)").matches ? 8 : 50;

const TALL = 20; // longer tables scroll in their own frame

function table({ name, caption, columns, rows, detail, chosen, total, openRow = -1 }) {
  const box = el("div", { class: "table-box" });
  let sorted = rows.map((row, i) => [row, i]);
  let shown = ROWS_AT_ONCE;
  let sort = null;
  const open = new Set(openRow >= 0 ? [openRow] : []);
  if (openRow >= shown) shown = openRow + 1;

  function paint() {
    const body = el("tbody", { onkeydown: moveFocus });
    for (const [row, i] of sorted.slice(0, shown)) body.append(...rowNodes(row, i));
    const left = rows.length - Math.min(shown, rows.length);
    box.replaceChildren(
      el("div", { class: "table-bar" },
        el("span", {}, say("table.rows", { n: rows.length })),
        name ? el("button", { type: "button", onclick: () => download(name + ".csv", csv(columns, sorted.map(([row]) => row))) }, "CSV") : null),
      el("div", { class: rows.length > TALL ? "table-scroll tall" : "table-scroll", tabindex: "0", role: "region", "aria-label": caption },
        el("table", { class: "cards" }, el("caption", { class: "sr" }, caption), head(), body, total ? foot() : "")),
      left > 0
        ? el("div", { class: "table-bar" }, el("button", { type: "button", onclick: () => { shown += ROWS_AT_ONCE; paint(); } }, say("table.more", { n: Math.min(left, ROWS_AT_ONCE), left })))
        : "");
  }

  function head() {
    return el("thead", {}, el("tr", {}, columns.map((column, c) => {
      const isSorted = sort && sort.column === c;
      const label = [column.title, column.unit ? el("span", { class: "unit" }, column.unit) : "", isSorted ? (sort.down ? "▼" : "▲") : ""];
      return el("th", { scope: "col", class: column.number ? "number" : null, "aria-sort": isSorted ? (sort.down ? "descending" : "ascending") : null },
        column.value ? el("button", { type: "button", onclick: () => sortBy(c) }, label) : label);
    }), el("th", { class: "cells" })));
  }

  function sortBy(c) {
    sort = { column: c, down: sort && sort.column === c ? !sort.down : !!columns[c].number };
    const collator = new Intl.Collator(locale(), { numeric: true });
    const compare = (a, b) => (columns[c].number ? (a ?? -Infinity) - (b ?? -Infinity) || 0 : collator.compare(String(a ?? ""), String(b ?? "")));
    sorted = [...sorted].sort(([a], [b]) => (sort.down ? -1 : 1) * compare(columns[c].value(a), columns[c].value(b)));
    paint();
    box.querySelectorAll("thead button")[columns.slice(0, c).filter((k) => k.value).length].focus();
  }

  function rowNodes(row, i) {
    const isOpen = open.has(i);
    const opener = (className, label) => el("button", {
      type: "button", class: className, "aria-expanded": String(isOpen), "aria-label": label === "" ? say("table.open") : null,
      onclick: () => { isOpen ? open.delete(i) : open.add(i); paint(); box.querySelectorAll("tr[data-row='" + i + "'] ." + className)[0]?.focus(); },
    }, label);
    const cells = columns.map((column, c) => {
      const shownValue = column.show ? column.show(row) : column.value(row);
      const classes = [column.number ? "number" : "", column.kind === "whole" ? "whole text" : "", column.kind ? "" : "rest"].join(" ").trim();
      const label = column.title + (column.unit ? " " + column.unit : "");
      return c === 0
        ? el("th", { scope: "row", class: [column.number ? "number" : "", column.short ? "short" : ""].join(" ").trim() || null }, detail ? opener("opener", "") : "", shownValue)
        : el("td", { class: classes || null, "data-label": label }, shownValue);
    });
    const hasRest = columns.some((column, c) => c > 0 && !column.kind);
    const tr = el("tr", { "data-row": i, class: [isOpen ? "open" : "", chosen && chosen(row) ? "chosen" : ""].join(" ").trim() || null },
      cells, el("td", { class: "cells" }, hasRest || detail ? opener("cells-opener", say(isOpen ? "table.less" : "table.all")) : ""));
    return isOpen && detail ? [tr, el("tr", { class: "detail" }, el("td", { colspan: columns.length + 1 }, detail(row)))] : [tr];
  }

  function foot() {
    return el("tfoot", {}, el("tr", {}, total.map((cell, c) =>
      el(c === 0 ? "th" : "td", { class: columns[c].number ? "number" : null, "data-label": columns[c].title }, cell))));
  }

  /** j and k move between rows that open; Enter opens. */
  function moveFocus(event) {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || !event.target.matches(".opener")) return;
    const openers = [...box.querySelectorAll(".opener")];
    openers[openers.indexOf(event.target) + step]?.focus();
  }

  paint();
  return box;
}

/** RFC 4180 with a byte-order mark; a text that a spreadsheet would run as a formula is quoted. */
function csv(columns, rows) {
  const cell = (value) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return String(value);
    const text = /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value);
    return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  const kept = columns.filter((column) => column.value).flatMap((column) => (column.sigma ? [column, { ...column, title: column.title + " σ", value: column.sigma }] : [column]));
  const heading = (column) => [column.title, column.file ?? column.unit?.replace(" ± σ", "")].filter(Boolean).join(" ");
  const lines = [kept.map((column) => cell(heading(column)))];
  for (const row of rows) lines.push(kept.map((column) => cell(column.value(row))));
  return new Blob(["\ufeff" + lines.map((line) => line.join(",")).join("\r\n") + "\r\n"], { type: "text/csv" });
}
