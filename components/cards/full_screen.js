// Lets a card fill the screen, with type for a projector (`page.css`).
//
// The whole document goes into full screen, not the card alone, since the browser shows nothing
// else then, and hovers are drawn at the end of the document. Where the browser refuses full
// screen, the card fills the window.

const FULL = "atlas-full";
const PROJECTOR = "atlas-projector";

// Tells charts and the map that sizes have changed.
function tellSizes() {
  globalThis.dispatchEvent(new Event("resize"));
}

// Returns a function that ends it; `left` is called at its end.
export function fillScreen(card, left) {
  const root = document.documentElement;
  const scroller = card.closest("[data-testid=stMain]");
  const place = scroller?.scrollTop ?? 0;
  const listening = new AbortController();
  const { signal } = listening;
  const leave = () => {
    if (signal.aborted) return;
    listening.abort();
    root.classList.remove(FULL);
    card.classList.remove(PROJECTOR);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    tellSizes();
    if (scroller) scroller.scrollTop = place;
    left();
  };
  const changed = () => document.fullscreenElement || leave();
  const pressed = (event) => event.key === "Escape" && leave();
  document.addEventListener("fullscreenchange", changed, { signal });
  document.addEventListener("keydown", pressed, { signal, capture: true });
  root.classList.add(FULL);
  card.classList.add(PROJECTOR);
  root.requestFullscreen?.().catch(() => {});
  tellSizes();
  return leave;
}
