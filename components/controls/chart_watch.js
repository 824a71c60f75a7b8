// Looks after the charts of a page as soon as they are drawn: their marks, layout and brushes.

import { keepLaidOut } from "./chart_layout.js";
import { hideBrushes } from "./chart_marks.js";
import { keepYears } from "./kept_brush.js";

function lookAfter(page) {
  hideBrushes(page);
  for (const svg of page.querySelectorAll("[data-testid=stVegaLiteChart] svg.marks")) {
    keepLaidOut(svg);
    keepYears(svg);
  }
}

// `watch` calls a function after every change of the page, before the browser draws it.
export function watchCharts(page, watch = watchPage) {
  const look = () => lookAfter(page);
  watch(page, look);
  // Charts may have been drawn before the first change that is seen.
  look();
}

function watchPage(page, changed) {
  // Vega describes a role again where it draws a mark anew.
  const attributeFilter = ["aria-roledescription"];
  new MutationObserver(changed).observe(page.body, { childList: true, subtree: true, attributeFilter });
}
