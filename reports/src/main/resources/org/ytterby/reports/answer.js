// The answer in three lines, before any detail.

const WORST = 3;

function answerSection() {
  return el("section", { id: "answer", class: "answer wide", "aria-labelledby": "answer-title", tabindex: "-1" },
    el("h1", { id: "answer-title" }, data.title),
    el("p", { class: "scope" }, scopeLine()),
    data.partial
      ? el("p", { class: "banner", role: "status" }, mark("watch", "▲", say("partial.word")),
          el("span", {}, say("partial.text", { n: data.problems.errors }) + " ", link("problems", say("partial.link"))))
      : null,
    el("dl", {}, line("answer.findings", findingsAnswer()), line("answer.plans", plansAnswer()), line("answer.exports", exportsAnswer())),
    el("p", { class: "note" }, say("answer.sigma")));
}

const line = (key, content) => el("div", {}, el("dt", {}, say(key)), el("dd", {}, content));

function scopeLine() {
  if (data.lines === 0) return say("answer.noFlows");
  return say("answer.scope", { from: day(data.from), until: day(data.until), records: data.records, lines: data.lines, facilities: data.facilities.length });
}

function findingsAnswer() {
  const { total, shown } = data.findings;
  if (total === 0) return el("p", { class: "lead" }, mark("done", "✓", say("answer.nothing")));
  return [
    el("p", { class: "lead" }, findingsSentence()),
    el("ol", { class: "worst" }, shown.slice(0, WORST).map((finding, i) =>
      el("li", {}, severityMark(finding.severity),
        el("span", {}, link("finding-" + (i + 1), pick(finding.message))),
        el("span", { class: "size" }, el("b", {}, findingMass(finding)), " · ", confidence(finding), " · ", findingPlace(finding))))),
    total > WORST ? el("p", { class: "sub" }, link("findings", say("answer.allFindings", { n: total }))) : null,
  ];
}

function findingsSentence() {
  const { total, high } = data.findings;
  if (total === 0) return say("answer.nothing");
  return say(high > 0 ? "findings.count" : "findings.countMild", { n: total, high: integer(high) });
}

function plansAnswer() {
  if (data.plans.length === 0) return el("p", {}, say("plans.empty"));
  return [el("p", { class: "lead" }, plansSentence()), el("p", { class: "sub" }, link("plans", say("answer.plansLink")))];
}

function plansSentence() {
  const granted = data.plans.reduce((sum, plan) => sum + plan.grantedKg, 0);
  const over = data.plans.filter((plan) => plan.grantedKg > 0 && plan.usedKg > plan.grantedKg).length;
  const without = data.plans.filter((plan) => plan.grantedKg === 0 && plan.usedKg > 0).length;
  const kinds = ["mining", "smelting_separation"].map(kindUse).filter(Boolean);
  const head = granted > 0 ? listOfKinds(kinds) : say("plans.noneGranted");
  const tail = [over ? say("plans.over", { n: over }) : "", without ? say("plans.without", { n: without }) : ""].filter(Boolean);
  return head + (tail.length ? say("plans.tail", { text: tail.join(say("and")) }) : granted > 0 ? say("plans.within") : "");
}

const listOfKinds = (kinds) => kinds.join(language === "zh" ? "，" : "; ");

/** Use of all plans of a kind over its whole grant. */
function kindUse(kind) {
  const rows = data.plans.filter((plan) => plan.kind === kind);
  const granted = rows.reduce((sum, plan) => sum + plan.grantedKg, 0);
  const used = rows.reduce((sum, plan) => sum + plan.usedKg, 0);
  if (granted === 0) return "";
  return say("plans.kindUse", { kind: say("kind." + kind), used: mass(used), granted: mass(granted, "REO"), share: percent(used / granted) });
}

function exportsAnswer() {
  if (data.exports.total === 0) return el("p", {}, say("exports.empty"));
  return [el("p", { class: "lead" }, exportsSentence()), el("p", { class: "sub" }, link("exports", say("answer.exportsLink")))];
}

function exportsSentence() {
  const { reoKg, tracedKg } = data.exports;
  const missing = reoKg - tracedKg;
  const isWhole = missing <= reoKg * 1e-9;
  return say(isWhole ? "exports.allTraced" : "exports.traced",
    { share: percent(reoKg > 0 ? tracedKg / reoKg : 1), total: mass(reoKg, "REO"), missing: mass(missing, "REO") });
}

/** Rules whose mass is rare-earth oxide; the others weigh goods. */
const REO_RULES = new Set(["unlicensed-extraction", "unlicensed-separation", "no-plan", "plan-exceeded", "inventory-gain", "inventory-loss", "capacity-exceeded", "sector-gap"]);

function findingMass(finding) {
  if (absent(finding.massKg)) return say("finding.noMass");
  return massWithSigma(finding.massKg, finding.sigmaKg, REO_RULES.has(finding.rule) ? "REO" : "");
}

function confidence(finding) {
  return data.rules[finding.rule].statistical && !absent(finding.q)
    ? say("finding.confidence", { q: probability(finding.q).replace(/^(?!<)/, "= ") })
    : say("finding.logic");
}

function findingPlace(finding) {
  const facility = facilityIndex.get(finding.facility);
  if (facility !== undefined) return facilityLink(facility);
  const party = partyIndex.get(finding.party);
  return party !== undefined ? partyName(party) : finding.facility || finding.party || say("finding.nation");
}
