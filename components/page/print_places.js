// Fills the print placeholders when printing starts. The browser does not wait for asynchronous
// requests, so the files are fetched synchronously. If a file cannot be fetched, the screen version
// is printed.

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

export function fill() {
  for (const place of document.querySelectorAll(".atlas-print")) {
    const content = fetched(place.dataset.printSrc);
    if (!content) continue;
    place.replaceChildren(document.importNode(content, true));
    place.closest(CARD)?.classList.add("atlas-printed");
  }
  const language = new URLSearchParams(location.search).get("lang") || navigator.language;
  const region = /^en\b/.test(language) ? "en-GB" : language;
  const date = new Date().toLocaleDateString(region, { dateStyle: "long" });
  for (const foot of document.querySelectorAll(".atlas-print-foot"))
    foot.textContent = `${location.href} · ${date}`;
}

export function clear() {
  for (const card of document.querySelectorAll(".atlas-printed"))
    card.classList.remove("atlas-printed");
  for (const place of document.querySelectorAll(".atlas-print")) place.replaceChildren();
}

export default function () {
  window.atlasPrint?.abort();
  window.atlasPrint = new AbortController();
  const { signal } = window.atlasPrint;
  window.addEventListener("beforeprint", fill, { signal });
  window.addEventListener("afterprint", clear, { signal });
}
