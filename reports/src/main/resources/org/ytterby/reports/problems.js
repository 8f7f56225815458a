// What could not be used, so that its sender can mend it.

function problemsSection() {
  const { errors, notes, shown } = data.problems;
  if (errors + notes === 0) return section("problems", { wide: true, file: "errors.csv" }, el("p", {}, mark("done", "✓", say("problems.none"))));
  return section("problems", { wide: true, file: "errors.csv" },
    el("h3", {}, say("problems.count", { errors, notes })),
    table({ name: "problems", caption: say("problems.title"), rows: shown, columns: problemColumns() }),
    shown.length < errors + notes ? el("p", { class: "note" }, say("problems.capped", { shown: integer(shown.length), total: integer(errors + notes) }) + " ", fileLink("errors.csv")) : "");
}

function problemColumns() {
  return [
    { title: say("column.file"), value: (p) => p.file, show: (p) => el("code", {}, p.file) },
    { title: say("column.weight"), kind: "key", value: (p) => say(p.error ? "problems.error" : "problems.note"), show: (p) => (p.error ? mark("serious", "■", say("problems.error")) : mark("info", "●", say("problems.note"))) },
    { title: say("column.row"), number: true, kind: "key", value: (p) => p.row, show: (p) => (p.row > 0 ? String(p.row) : "–") },
    { title: say("column.column"), value: (p) => p.column || "–" },
    { title: say("column.value"), value: (p) => p.value || "–", show: (p) => (p.value ? el("code", {}, p.value) : "–") },
    { title: say("column.problem"), kind: "whole", value: (p) => pick(p.problem) },
  ];
}
