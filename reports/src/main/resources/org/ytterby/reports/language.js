"use strict";
// What the page says: texts in both languages, and the one formatter of figures per language.

const data = JSON.parse(document.getElementById("data").textContent);
const texts = JSON.parse(document.getElementById("texts").textContent);

const KG_PER_T = 1000;
const MG_PER_KG = 1e6;
const TONNES_FROM_KG = 10 * KG_PER_T; // smaller masses are told in kilograms
const SIGNIFICANT = 4;
const SIGNIFICANT_SIGMA = 2;
const MINUS = "−";

let language = "en"; // set by state.js

const locale = () => (language === "zh" ? "zh-CN" : "en-GB");

/** One of a pair [English, Chinese]. */
const pick = (pair) => pair[language === "zh" ? 1 : 0];

/** A text with its values filled in; `{n|finding|findings}` is a figure with its noun. */
function say(key, values = {}) {
  const pair = texts[key];
  if (!pair) throw new Error("unknown text: " + key);
  const text = pick(pair).replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) => {
    const value = values[name];
    if (one === undefined) return typeof value === "number" ? integer(value) : value;
    return integer(value) + " " + (value === 1 ? one : many);
  });
  return language === "zh" ? text.replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])/g, "") : text;
}

const formats = new Map();
function format(value, options) {
  const key = language + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(locale(), { signDisplay: "negative", ...options }));
  return formats.get(key).format(value).replace("-", MINUS);
}

const absent = (value) => value === null || value === undefined || Number.isNaN(value);
const integer = (value) => format(value, { maximumFractionDigits: 0 });
const figures = (value, digits = SIGNIFICANT) =>
  absent(value) ? "–" : format(value, { maximumSignificantDigits: digits });
const fixed = (value, digits) =>
  absent(value) ? "–" : format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
/** At most four figures, never rounded up to a whole that was not reached. */
function percent(share) {
  if (absent(share)) return "–";
  const cut = share < 1 && share > 0.999 ? Math.floor(share * 1e5) / 1e5 : share;
  return figures(cut * 100) + (language === "zh" ? "%" : "\u00a0%");
}

const unitOf = (kg) => (Math.abs(kg) < TONNES_FROM_KG ? "kg" : "t");
const unitName = (unit) => say("unit." + unit);
const inUnit = (kg, unit) => (unit === "t" ? kg / KG_PER_T : kg);
const space = () => (language === "zh" ? " " : "\u00a0");

/** A mass with its unit; `of` names the measure, such as REO. */
function mass(kg, of = "") {
  if (absent(kg)) return "–";
  const unit = unitOf(kg);
  return figures(inUnit(kg, unit)) + space() + unitName(unit) + (of ? space() + of : "");
}

/** A mass ± its standard uncertainty, both in the unit of the larger. */
function massWithSigma(kg, sigmaKg, of = "") {
  if (absent(kg) || absent(sigmaKg) || sigmaKg === 0) return mass(kg, of);
  const unit = unitOf(Math.max(Math.abs(kg), sigmaKg));
  const both = decimals(inUnit(kg, unit), inUnit(sigmaKg, unit));
  return both + space() + unitName(unit) + (of ? space() + of : "");
}

/** `value ± sigma`, the value shown no finer than its uncertainty deserves. */
function decimals(value, sigma) {
  const places = Math.max(0, SIGNIFICANT_SIGMA - 1 - Math.floor(Math.log10(sigma)));
  const fine = Math.max(0, SIGNIFICANT - 1 - Math.floor(Math.log10(Math.abs(value) || sigma)));
  const digits = Math.min(places, fine, 6);
  return fixed(value, digits) + " ± " + (digits < places ? figures(sigma, SIGNIFICANT_SIGMA) : fixed(sigma, digits));
}

/** A booked mass, exact. */
function booked(mg, unit, places = 0) {
  const value = inUnit(mg / MG_PER_KG, unit);
  return format(value, { minimumFractionDigits: places, maximumFractionDigits: Math.max(places, unit === "t" ? 9 : 6) });
}

/** How many decimal places booked masses need to be exact. */
function placesOf(mgs, unit) {
  let places = unit === "t" ? 9 : 6;
  while (places > 0 && mgs.every((mg) => mg % 10 ** ((unit === "t" ? 9 : 6) - places + 1) === 0)) places--;
  return places;
}

const probability = (value) =>
  absent(value) ? "–" : value < 1e-4 ? "< " + format(0.0001, { maximumFractionDigits: 4 }) : figures(value, 2);

const day = (time) => (time ? time.slice(0, 10) : "");
const moment = (time) => (time ? time.slice(0, 16).replace("T", " ") : "");
const weekday = (time) =>
  new Intl.DateTimeFormat(locale(), { weekday: "short", timeZone: "UTC" }).format(new Date(day(time) + "T00:00:00Z"));
const DAY_MS = 86400000;

/** The last day of a half-open span. */
const lastDay = (until) => {
  const whole = until.slice(11, 19) === "00:00:00";
  return whole ? new Date(Date.parse(day(until) + "T00:00:00Z") - DAY_MS).toISOString().slice(0, 10) : day(until);
};

/** A span as "2025-03" where it is a calendar month, else as its days. */
function span(from, until) {
  if (!from && !until) return "";
  if (!from || !until) return day(from || "") + " – " + (until ? lastDay(until) : "");
  const first = day(from);
  const last = lastDay(until);
  const next = new Date(Date.parse(last + "T00:00:00Z") + DAY_MS).toISOString();
  const isMonth = first.endsWith("-01") && next.slice(8, 10) === "01" && first.slice(0, 7) === last.slice(0, 7);
  return isMonth ? first.slice(0, 7) : first === last ? first : first + " – " + last;
}

function country(code) {
  try {
    return new Intl.DisplayNames([locale()], { type: "region" }).of(code);
  } catch {
    return code; // not a country code: shown as it was declared
  }
}

const listOf = (items) => items.join(language === "zh" ? "、" : ", ");
const elementName = (i) => (language === "zh" ? data.elements[i].zh + " " : "") + data.elements[i].symbol;
const stageName = (code) => say("stage." + code);
const facilityName = (i) => (i < 0 || !data.facilities[i] ? "–" : data.facilities[i].name || data.facilities[i].id);
const facilityIndex = new Map(data.facilities.map((f, i) => [f.id, i]));
const partyIndex = new Map(data.parties.map((p, i) => [p.id, i]));
function partyName(i) {
  const party = data.parties[i];
  if (!party) return "–";
  return (language === "en" && party.nameEn) || party.name || party.id;
}
