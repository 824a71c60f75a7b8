// Fills the print placeholders when printing starts. The browser does not wait for asynchronous
// requests, so the files are fetched synchronously. If a file cannot be fetched, the screen version
// is printed.

import { dayText } from "../controls/day.js";

const CARD = '[class*="st-key-figure_"], .atlas-piece, [data-testid="stVerticalBlock"]';

export function fetched(address) {
  const request = new XMLHttpRequest();
  try {
    request.open("GET", address, false);
    request.send();
  } catch {
    return null;
  }
  if (request.status !== 200) return null;
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

export function fill() {
  for (const place of document.querySelectorAll(".atlas-print")) {
    const content = fetched(place.dataset.printSrc);
    if (!content) continue;
    place.replaceChildren(document.importNode(content, true));
    place.closest(CARD)?.classList.add("atlas-printed");
  }
  for (const notes of document.querySelectorAll(NOTES)) {
    if (notes.open) continue;
    notes.open = true;
    notes.dataset.folded = "";
  }
  writeFoot();
}

export function clear() {
  for (const card of document.querySelectorAll(".atlas-printed"))
    card.classList.remove("atlas-printed");
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
