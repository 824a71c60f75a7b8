// Hides the marks of a brush from screen readers. Vega draws them as two empty shapes without a
// name, and no option of a chart removes them. It also describes the role of a chart in English.
// New charts are followed here too: their layout, and the years of their brushes.

import { keepLaidOut } from "./chart_layout.js";
import { keepYears } from "./kept_brush.js";

const CHARTS = "[data-testid=stVegaLiteChart]";
const ROLES = `${CHARTS}[aria-roledescription], ${CHARTS} [aria-roledescription]`;
const BRUSHES = `${CHARTS} [class*='_brush']:not([aria-hidden])`;

export function hideBrushes(page) {
  for (const mark of page.querySelectorAll(BRUSHES)) {
    mark.setAttribute("aria-hidden", "true");
    keepYears(mark);
  }
  for (const svg of page.querySelectorAll(`${CHARTS} svg.marks`)) keepLaidOut(svg);
  for (const chart of page.querySelectorAll(ROLES)) chart.removeAttribute("aria-roledescription");
}

// `watch` calls a function after every change of the page, before the browser draws it.
export function watchBrushes(page, watch = watchPage) {
  const look = () => hideBrushes(page);
  watch(page, look);
  // Charts may have been drawn before the first change that is seen.
  look();
}

function watchPage(page, changed) {
  // Vega describes a role again where it draws a mark anew.
  const attributeFilter = ["aria-roledescription"];
  new MutationObserver(changed).observe(page.body, { childList: true, subtree: true, attributeFilter });
}
