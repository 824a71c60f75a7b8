// Hides the marks of a brush from screen readers. Vega draws them as two empty shapes without a
// name, and no option of a chart removes them. It also describes the role of a chart in English.

const CHARTS = "[data-testid=stVegaLiteChart]";
const ROLES = `${CHARTS}[aria-roledescription], ${CHARTS} [aria-roledescription]`;
const BRUSHES = `${CHARTS} [class*='_brush']:not([aria-hidden])`;

export function hideBrushes(page) {
  for (const mark of page.querySelectorAll(BRUSHES)) mark.setAttribute("aria-hidden", "true");
  for (const chart of page.querySelectorAll(ROLES)) chart.removeAttribute("aria-roledescription");
}
