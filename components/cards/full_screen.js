// Lets a card fill the screen, with type for a projector (`page.css`).
//
// The whole document goes into full screen, not the card alone, since the browser shows nothing
// else then, and hovers are drawn at the end of the document. Where the browser refuses full
// screen, the card fills the window.

import { magnify } from "../controls/chart_layout.js";

const FULL = "atlas-full";
const PROJECTOR = "atlas-projector";

// Tells charts and the map that sizes have changed.
function tellSizes() {
  globalThis.dispatchEvent(new Event("resize"));
}

const charts = (card) => card.querySelectorAll("[data-testid=stVegaLiteChart] svg");

const letters = (root) => Number.parseFloat(globalThis.getComputedStyle(root).fontSize) || 1;

const isOfDialog = (event) => event.composedPath().some((one) => one.localName === "dialog");

// Returns a function that ends it; `left` is called at its end. A card that fills the screen makes
// room for another one without leaving the browser's full screen in between.
export function fillScreen(card, left) {
  const root = document.documentElement;
  const scroller = card.closest("[data-testid=stMain]");
  const before = globalThis.atlasFilling;
  // A page that was in full screen before stays so.
  const stays = before ? before.stays : Boolean(document.fullscreenElement);
  before?.end();
  const place = scroller?.scrollTop ?? 0;
  const listening = new AbortController();
  const { signal } = listening;
  const end = () => {
    listening.abort();
    root.classList.remove(FULL);
    card.classList.remove(PROJECTOR);
    globalThis.atlasFilling = null;
    magnify(charts(card), 1);
    tellSizes();
    if (scroller) scroller.scrollTop = place;
    left();
  };
  const leave = () => {
    if (signal.aborted) return;
    if (document.fullscreenElement && !stays) document.exitFullscreen().catch(() => {});
    end();
    // The page still stands where the first of several cards was.
    if (before) card.scrollIntoView({ block: "start" });
  };
  const changed = () => document.fullscreenElement || leave();
  const pressed = (event) => event.key === "Escape" && !isOfDialog(event) && leave();
  document.addEventListener("fullscreenchange", changed, { signal });
  document.addEventListener("keydown", pressed, { signal, capture: true });
  globalThis.atlasFilling = { end, stays };
  const usual = letters(root);
  root.classList.add(FULL);
  card.classList.add(PROJECTOR);
  magnify(charts(card), letters(root) / usual);
  root.requestFullscreen?.().catch(() => {});
  tellSizes();
  return leave;
}
