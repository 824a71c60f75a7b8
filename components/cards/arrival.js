// Shows the card that a link or a key names: scrolls to it until its page has settled. A card that a
// link names is marked briefly.

const GROWING_MS = 3000;
const MARKED_MS = 2500;
const GESTURES = ["wheel", "touchstart", "pointerdown", "keydown"];

function mark(card) {
  const ring = "0 0 0 3px var(--atlas-accent)";
  card.animate?.([{ boxShadow: ring }, { boxShadow: ring, offset: 0.6 }, {}], MARKED_MS);
}

export function bringToView(card) {
  const listening = new AbortController();
  const { signal } = listening;
  const show = () => card.scrollIntoView({ block: "start" });
  const growing = new ResizeObserver(show);
  const stop = () => {
    listening.abort();
    growing.disconnect();
  };
  // The reader's own scrolling ends it.
  for (const kind of GESTURES) {
    document.addEventListener(kind, stop, { signal, capture: true, passive: true });
  }
  setTimeout(stop, GROWING_MS);
  const page = card.closest("[data-testid=stMainBlockContainer]");
  if (page) growing.observe(page);
  show();
}

// `arrival` is a number that every opened link gets; a card is drawn several times.
export function arriveAt(card, arrival) {
  if (!card || globalThis.atlasArrival === arrival) return;
  globalThis.atlasArrival = arrival;
  bringToView(card);
  card.querySelector("h2")?.focus({ preventScroll: true });
  mark(card);
}
