// Keeps the visitor's deck in the browser, so that a reloaded page or a restarted server has it.

const KEPT_NAME = "atlas-deck";
const LARGEST_KEPT = 600_000;

const withBrowserStorage = (use) => {
  try {
    return use(localStorage);
  } catch {
    // The browser denies the storage, or it is full.
    return null;
  }
};

const deckTextAt = async (address) => {
  const answer = await fetch(`${address}.json`);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
};

// Stores the deck of an address, and returns whether it is still the latest.
async function storeDeck(state, address) {
  try {
    const text = await deckTextAt(address);
    if (state.address !== address || text.length > LARGEST_KEPT) return;
    withBrowserStorage((storage) => storage.setItem(KEPT_NAME, text));
  } catch {
    // It is stored with the next change.
    if (state.address === address) state.address = null;
  }
}

// `changed` says whether the session has a deck; one without takes the stored deck, asked for once.
export function keepDeck(deck, restore) {
  if (!deck) return;
  globalThis.atlasKeptDeck ??= { address: null, asked: false };
  const state = globalThis.atlasKeptDeck;
  if (!deck.changed) {
    const text = state.asked ? null : withBrowserStorage((storage) => storage.getItem(KEPT_NAME));
    state.asked = true;
    if (text) restore(text);
    return;
  }
  state.asked = false;
  if (deck.address === state.address) return;
  state.address = deck.address;
  if (deck.address) storeDeck(state, deck.address);
  else withBrowserStorage((storage) => storage.removeItem(KEPT_NAME));
}
