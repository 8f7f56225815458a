// What the reader has chosen. It lives in the URL hash, so a link shows what its sender saw.

const state = { lang: "", theme: "", at: "", facility: "", element: "", measure: "", severity: "", rule: "" };
const listeners = [];

/** Calls `listener(changedKeys)` after each change. */
const onChange = (listener) => listeners.push(listener);

function readHash() {
  const given = new URLSearchParams(location.hash.slice(1));
  const changed = [];
  for (const key of Object.keys(state)) {
    const value = given.get(key) ?? "";
    if (value !== state[key]) {
      state[key] = value;
      changed.push(key);
    }
  }
  language = (state.lang || navigator.language || "en").toLowerCase().startsWith("zh") ? "zh" : "en";
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  applyTheme();
  return changed;
}

function applyTheme() {
  if (state.theme === "dark" || state.theme === "light") document.documentElement.dataset.theme = state.theme;
  else delete document.documentElement.dataset.theme;
}

/** The hash of the present choices with some changed. */
function hashWith(changes) {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...state, ...changes })) {
    if (value) params.set(key, value);
  }
  return "#" + params;
}

function choose(changes) {
  const hash = hashWith({ at: "", ...changes });
  if (hash !== location.hash) location.replace(hash);
}

addEventListener("hashchange", () => {
  const changed = readHash();
  if (changed.length > 0) listeners.forEach((listener) => listener(changed));
});
readHash();
