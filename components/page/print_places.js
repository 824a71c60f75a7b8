// Fills the print placeholders when printing starts. The browser does not wait for asynchronous
// requests, so the files are fetched synchronously. If a file cannot be fetched, the chart of the
// screen is printed, drawn again in the width of the paper: the browser would shrink its letters.

import { viewOf } from "../controls/chart_layout.js";
import { dayText } from "../controls/day.js";

const CARD = '[class*="st-key-figure_"], .atlas-piece, [data-testid="stVerticalBlock"]';

const CHARTS = "[data-testid=stVegaLiteChart] svg";
const PAPER_PIXELS = 660;
const BUSY = 503;
const TRIES = 2;

function answered(address) {
  const request = new XMLHttpRequest();
  try {
    request.open("GET", address, false);
    request.send();
  } catch {
    return null;
  }
  return request;
}

// The content of a file; null if there is none. A busy server has begun to draw it, so that a second
// request may get it.
export function fetched(address) {
  let request = answered(address);
  for (let tries = 1; request?.status === BUSY && tries < TRIES; tries += 1) {
    request = answered(address);
  }
  if (request?.status !== 200) return null;
  const kind = (request.getResponseHeader("content-type") || "").split(";")[0];
  const read = new DOMParser().parseFromString(request.responseText, kind);
  return kind === "image/svg+xml" ? read.documentElement : read.querySelector("main");
}

// First version of Chromium that prints texts in the margins of a page.
const MARGINS_FROM = 131;
const NOTES = "details.atlas-notes";

function hasMargins() {
  const [, version] = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent ?? "") ?? [];
  return Number(version ?? 0) >= MARGINS_FROM;
}

// Address and day stand at the foot of every page, or at the end where a browser cannot do that.
function writeFoot() {
  const language = new URLSearchParams(location.search).get("lang") || navigator.language;
  const text = `${location.href} · ${dayText(language)}`;
  for (const foot of document.querySelectorAll(".atlas-print-foot")) {
    foot.textContent = hasMargins() ? "" : text;
  }
  if (!hasMargins()) return;
  const style = document.createElement("style");
  style.className = "atlas-print-margins";
  const type = 'font: 9pt "Source Sans", sans-serif; color: #000;';
  style.textContent =
    `@page { @bottom-left { content: ${JSON.stringify(text)}; width: 90%; ${type} }` +
    ` @bottom-right { content: counter(page) " / " counter(pages); ${type} } }`;
  document.body.append(style);
}

const widened = new Map();
let watching = null;

function drawWithWidth(view, width) {
  view.width(width);
  // What is left of it runs before the browser lays out the paper.
  view.resize().run();
}

// Charts of the screen that are printed, and wider than the paper.
function fitCharts() {
  for (const svg of document.querySelectorAll(CHARTS)) {
    const width = Number(svg.getAttribute("width"));
    const view = !svg.closest("[data-printed]") && width > PAPER_PIXELS && viewOf(svg);
    if (!view) continue;
    widened.set(view, width);
    drawWithWidth(view, PAPER_PIXELS);
  }
}

// A chart that is being drawn, in other colours for instance, may be there only when the browser has
// begun to print.
function fitLaterCharts() {
  watching?.disconnect();
  watching = new MutationObserver(fitCharts);
  watching.observe(document.body, { childList: true, subtree: true });
}

function restoreCharts() {
  watching?.disconnect();
  watching = null;
  for (const [view, width] of widened) drawWithWidth(view, width);
  widened.clear();
}

export function fill() {
  for (const place of document.querySelectorAll(".atlas-print")) {
    const content = fetched(place.dataset.printSrc);
    if (!content) continue;
    place.replaceChildren(document.importNode(content, true));
    // Streamlit writes the class of an element anew with a change of the theme, even while printing.
    const card = place.closest(CARD);
    if (card) card.dataset.printed = "yes";
  }
  for (const notes of document.querySelectorAll(NOTES)) {
    if (notes.open) continue;
    notes.open = true;
    notes.dataset.folded = "";
  }
  fitCharts();
  fitLaterCharts();
  writeFoot();
}

export function clear() {
  restoreCharts();
  for (const card of document.querySelectorAll("[data-printed]"))
    delete card.dataset.printed;
  for (const place of document.querySelectorAll(".atlas-print")) place.replaceChildren();
  for (const notes of document.querySelectorAll(NOTES)) {
    if (notes.dataset.folded === undefined) continue;
    notes.open = false;
    delete notes.dataset.folded;
  }
  for (const style of document.querySelectorAll(".atlas-print-margins")) style.remove();
}

export default function () {
  window.atlasPrint?.abort();
  window.atlasPrint = new AbortController();
  const { signal } = window.atlasPrint;
  window.addEventListener("beforeprint", fill, { signal });
  window.addEventListener("afterprint", clear, { signal });
}
