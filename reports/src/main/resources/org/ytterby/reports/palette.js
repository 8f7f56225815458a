// Colours and marks that mean the same everywhere.

/** Fixed hues in table order: light elements warm, heavy ones cool, abundant ones paler. */
const ELEMENT_COLOURS = [
  "#e8bf72", "#f0d6a4", "#dd9437", "#d07027", "#bd4f2e", "#98322f", // La Ce Pr Nd Sm Eu
  "#4a9a93", "#1f757c", "#1d6399", "#4a7dba", "#5a66ad", "#7a5fa8", "#9085c4", "#64508f", // Gd … Lu
  "#a5d0cc", "#7fb2d9", // Y Sc
];

const SEVERITIES = {
  high: { icon: "■", tone: "serious" },
  medium: { icon: "▲", tone: "watch" },
  low: { icon: "●", tone: "info" },
};
const SEVERITY_ORDER = ["high", "medium", "low"];

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

/** A hatching in a signal colour: what is undeclared or cannot be accounted for. */
function hatched(colour) {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${colour}" fill-opacity=".28"/>` +
    `<path d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke="${colour}" stroke-width="2"/></svg>`;
  return { image: "data:image/svg+xml;base64," + btoa(svg), repeat: "repeat", imageWidth: 8, imageHeight: 8 };
}

/** Blue below, grey at zero, red above, for standardised differences. */
const DIVERGING_LIGHT = ["#5b9bcb", "#a9cae2", "#eef2f4", "#ecc0b1", "#d98468"]; // the ink of labels keeps 4.5 : 1 on all of them
const DIVERGING_DARK = ["#2f6ea6", "#2a4f6b", "#26313a", "#6a4033", "#a8482c"];
const isDark = () => getComputedStyle(document.documentElement).colorScheme === "dark";
const diverging = () => (isDark() ? DIVERGING_DARK : DIVERGING_LIGHT);
