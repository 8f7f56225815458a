// Builds elements. Every text becomes a text node: no name from a package is ever read as markup.

function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

/** A link inside the page; its hash is made again when it is followed, so that it keeps later choices. */
function link(at, text, changes = {}) {
  const renew = (event) => { event.currentTarget.href = hashWith({ at, ...changes }); };
  return el("a", { href: hashWith({ at, ...changes }), onclick: renew }, text);
}
const fileLink = (file) => el("a", { href: file }, el("code", {}, file));

/** Severity as a word, an icon and a colour. */
function severityMark(severity) {
  const { icon, tone } = SEVERITIES[severity];
  return el("span", { class: "mark " + tone }, el("span", { "aria-hidden": "true" }, icon + " "), say("severity." + severity));
}

function mark(tone, icon, text) {
  return el("span", { class: "mark " + tone }, el("span", { "aria-hidden": "true" }, icon + " "), text);
}

/** A facility that leads to its balances, where it has any. */
function facilityLink(i) {
  if (i === undefined || i < 0) return "–";
  const isBalanced = data.balances.some((b) => b.facility === i);
  return isBalanced ? link("balances", facilityName(i), { facility: data.facilities[i].id }) : facilityName(i);
}

function select(id, label, options, chosen, onchange) {
  const control = el("select", { id, onchange: (event) => onchange(event.target.value) });
  for (const [value, text] of options) control.append(el("option", { value, selected: value === chosen }, text));
  return el("label", { for: id }, label, control);
}

/** A section with its title, purpose and the file that its figures come from. */
function section(id, { wide = false, file = "" }, ...children) {
  return el(
    "section", { id, class: wide ? "wide" : null, "aria-labelledby": id + "-title", tabindex: "-1" },
    el("header", {},
      el("h2", { id: id + "-title" }, say(id + ".title")),
      el("p", { class: "purpose" }, say(id + ".purpose")),
      file ? el("p", { class: "note", style: "margin:0" }, say("source") + " ", fileLink(file)) : null),
    ...children);
}

const empty = (text) => el("p", { class: "empty" }, text);

function download(name, blob) {
  const anchor = el("a", { href: URL.createObjectURL(blob), download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}
