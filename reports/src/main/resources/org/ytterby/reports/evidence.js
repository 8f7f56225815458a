// The records behind a figure, with their lines.

/** Records by id; `count` is how many there are in all. */
function evidenceList(ids, count, file) {
  if (count === 0) return el("p", {}, say("evidence.none"));
  const items = ids.map((id) => {
    const record = data.evidence[id];
    return record ? recordDetails(id, record) : el("li", {}, el("code", {}, id));
  });
  return el("div", {},
    el("ul", { style: "list-style:none;padding:0;display:grid;gap:.3rem" }, items),
    ids.length < count ? el("p", { class: "note" }, say("evidence.capped", { shown: ids.length, count }) + " ", fileLink(file)) : "");
}

/** The largest records behind a sum, `{ count, largest }`. */
function largestRecords({ count, largest }, file) {
  return el("div", {},
    el("h4", { style: "margin-top:0" }, say("evidence.behind", { n: count })),
    el("ul", {}, largest.map(([id, type, reoKg]) => el("li", {}, el("code", {}, id), " · ", say("type." + type), " · ", mass(reoKg, "REO")))),
    largest.length < count ? el("p", { class: "note" }, say("evidence.capped", { shown: largest.length, count }) + " ", file ? fileLink(file) : say("evidence.package")) : "");
}

function recordDetails(id, record) {
  const summary = el("summary", {}, el("code", {}, id), " · ", say("type." + record.type), " · ", moment(record.time), " · ", facilityName(record.facility));
  const details = el("details", {}, summary);
  details.addEventListener("toggle", () => {
    if (details.open && !details.querySelector("table")) details.append(linesTable(record));
  });
  return el("li", {}, details);
}

function linesTable(record) {
  const node = table({
    caption: say("evidence.lines"),
    rows: record.lines,
    columns: [
      { title: say("column.direction"), value: (l) => say("direction." + l.direction), kind: "head" },
      { title: say("column.lot"), value: (l) => l.lot ?? "–", kind: "whole" },
      { title: say("column.product"), value: (l) => (l.product ? pick(l.product) : "–") },
      { title: say("column.weighed"), unit: unitName("kg"), number: true, kind: "key", value: (l) => l.massKg, show: (l) => booked(l.massKg * MG_PER_KG, "kg") },
      { title: "REO", unit: unitName("kg"), number: true, kind: "key", value: (l) => l.reoKg, show: (l) => figures(l.reoKg) },
      { title: say("column.partner"), value: (l) => l.partner || "–" },
      { title: say("column.document"), value: (l) => l.document || "–" },
      { title: say("column.row"), number: true, value: (l) => l.row },
    ],
  });
  return record.lines.length < record.lineCount
    ? el("div", {}, node, el("p", { class: "note" }, say("evidence.linesCapped", { shown: record.lines.length, count: record.lineCount })))
    : node;
}
