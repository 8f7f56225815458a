// All findings, most serious first, each with its evidence and what an honest plant could say.

function findingsSection() {
  const { shown, total } = data.findings;
  if (total === 0) return section("findings", { wide: true, file: "findings.json" }, empty(say("answer.nothing")));
  const ranked = shown.map((finding, i) => ({ ...finding, rank: i + 1 }));
  const rows = ranked.filter((f) => (!state.severity || f.severity === state.severity) && (!state.rule || f.rule === state.rule));
  const asked = /^finding-(\d+)$/.exec(state.at);
  const openRow = asked ? rows.findIndex((f) => f.rank === Number(asked[1])) : -1;
  return section("findings", { wide: true, file: "findings.json" },
    el("h3", {}, findingsSentence()),
    el("div", { class: "controls", style: "margin-top:.7rem" }, severitySelect(), ruleSelect(ranked)),
    rows.length === 0 ? empty(say("findings.noneOfKind")) : table({
      name: "findings", caption: say("findings.title"), rows, columns: findingColumns(), detail: findingDetail, openRow,
    }),
    shown.length < total ? el("p", { class: "note" }, say("findings.capped", { shown: integer(shown.length), total: integer(total) }) + " ", fileLink("findings.json")) : "");
}

function severitySelect() {
  const options = [["", say("filter.all")], ...SEVERITY_ORDER.map((s) => [s, SEVERITIES[s].icon + " " + say("severity." + s) + " (" + integer(data.findings[s]) + ")"])];
  return select("severity", say("column.severity"), options, state.severity, (severity) => choose({ severity }));
}

function ruleSelect(findings) {
  const rules = [...new Set(findings.map((f) => f.rule))];
  return select("rule", say("column.rule"), [["", say("filter.all")], ...rules.map((r) => [r, say("rule." + r)])], state.rule, (rule) => choose({ rule }));
}

function findingColumns() {
  return [
    { title: say("column.rank"), number: true, short: true, value: (f) => f.rank, show: (f) => el("span", { id: "finding-" + f.rank }, integer(f.rank)) },
    { title: say("column.severity"), kind: "key", value: (f) => SEVERITY_ORDER.indexOf(f.severity) + 1 + " " + say("severity." + f.severity), show: (f) => severityMark(f.severity) },
    { title: say("column.rule"), value: (f) => say("rule." + f.rule) },
    { title: say("column.message"), kind: "whole", value: (f) => pick(f.message) },
    { title: say("column.place"), value: (f) => f.facility || f.party, show: findingPlace },
    { title: say("column.mass"), unit: "± σ", file: unitName("kg"), number: true, kind: "key", value: (f) => f.massKg, sigma: (f) => f.sigmaKg, show: findingMass },
    { title: "q", number: true, value: (f) => f.q, show: (f) => (data.rules[f.rule].statistical ? probability(f.q) : say("finding.rule")) },
  ];
}

function findingDetail(finding) {
  const party = partyIndex.get(finding.party);
  const facts = [
    ["column.rule", el("span", {}, say("rule." + finding.rule) + " · ", el("code", {}, finding.rule))],
    ["column.confidence", confidence(finding)],
    ["column.period", span(finding.from, finding.until)],
    ["column.party", party === undefined ? finding.party : partyName(party)],
    ["column.facility", finding.facility && facilityIndex.has(finding.facility) ? facilityLink(facilityIndex.get(finding.facility)) : finding.facility],
    ["column.lot", finding.lot],
    ["column.record", finding.record],
    ["column.elements", listOf(finding.elements.map(elementName))],
  ].filter(([, value]) => value);
  return el("div", {},
    el("dl", { class: "facts" }, facts.flatMap(([key, value]) => [el("dt", {}, say(key)), el("dd", {}, value)])),
    el("h4", {}, say("finding.benign")),
    el("ul", {}, data.rules[finding.rule].benign.map((cause) => el("li", {}, pick(cause)))),
    el("h4", {}, say("finding.evidence", { n: finding.evidenceCount })),
    evidenceList(finding.evidence, finding.evidenceCount, "findings.json"));
}
