// Puts the page together and keeps it in step with the reader's choices.

const SECTIONS = {
  answer: answerSection, findings: findingsSection, plans: plansSection, hidden: hiddenSection, chain: chainSection, balances: balancesSection,
  elements: elementsSection, map: mapSection, exports: exportsSection, problems: problemsSection,
};
const COUNTS = { findings: data.findings.total, plans: data.plans.length, exports: data.exports.total, problems: data.problems.errors + data.problems.notes };

/** Which sections a choice concerns; a choice that is not here concerns the whole page. */
const CONCERNS = { facility: ["balances"], element: ["balances"], measure: ["chain"], severity: ["findings"], rule: ["findings"], at: ["findings"] };

function topBar() {
  const press = (key, value, text, isOn, lang) => el("button", { type: "button", id: key + "-" + (value || "auto"), lang, "aria-pressed": String(isOn), onclick: () => choose({ [key]: value, at: state.at }) }, text);
  return el("header", { class: "top" },
    el("a", { class: "skip", href: hashWith({ at: "findings" }) }, say("skip")),
    el("span", { class: "brand" }, "Ytterby"), el("span", { class: "name" }, data.title), el("span", { class: "push" }),
    el("span", { class: "group", role: "group", "aria-label": say("language") }, press("lang", "zh", "中文", language === "zh", "zh-CN"), press("lang", "en", "English", language === "en", "en")),
    el("span", { class: "group", role: "group", "aria-label": say("theme") }, ["", "light", "dark"].map((theme) => press("theme", theme, say("theme." + (theme || "auto")), state.theme === theme))),
    el("button", { type: "button", onclick: () => print() }, say("print")));
}

function rail() {
  return el("nav", { class: "rail", "aria-label": say("contents") }, el("ol", {}, Object.keys(SECTIONS).map((id) =>
    el("li", {}, link(id, [el("span", {}, say("rail." + id)), id in COUNTS ? el("span", { class: "count" }, integer(COUNTS[id])) : ""])))));
}

function foot() {
  return el("footer", {},
    el("p", {}, say("foot.made", { version: data.version })),
    el("p", {}, say("foot.offline")),
    el("details", {}, el("summary", {}, say("foot.notices")), el("pre", {}, document.getElementById("notice").textContent)));
}

function paint() {
  const focused = document.activeElement.id;
  document.title = data.title + " · " + say("report");
  document.getElementById("page").replaceChildren(
    topBar(),
    el("div", { class: "frame" }, rail(), el("main", {}, Object.values(SECTIONS).map((build) => build())), foot()));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  sweepCharts();
}

function repaint(ids) {
  for (const id of ids) {
    const old = document.getElementById(id);
    const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
    old.replaceWith(SECTIONS[id]());
    if (focused) document.getElementById(focused)?.focus();
  }
  sweepCharts();
}

function goTo(id) {
  const target = document.getElementById(id);
  if (!target) return;
  target.scrollIntoView();
  const row = target.closest("tr");
  (row ? row.querySelector("button") : target).focus({ preventScroll: true });
}

onChange((changed) => {
  const concerned = changed.every((key) => CONCERNS[key]) ? [...new Set(changed.flatMap((key) => CONCERNS[key]))] : null;
  if (concerned) repaint(concerned);
  else paint();
  if (changed.includes("at") && state.at) goTo(state.at);
});

// A link to where one already is changes no hash, yet should lead there.
addEventListener("click", (event) => {
  const anchor = event.target.closest?.("a[href^='#']");
  if (anchor && anchor.hash === location.hash && state.at) goTo(state.at);
});

paint();
if (state.at) goTo(state.at);
