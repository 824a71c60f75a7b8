// Single keys of a page: which command a key press stands for, and whether the reader has them on.

const STORED_KEYS = "atlas-keys";
const OFF = "off";

const LETTERS = {
  n: "next",
  p: "previous",
  f: "screen",
  t: "table",
  y: "years",
  e: "sectors",
  s: "source",
  v: "view",
  l: "list",
};
// Places in the menu of the pages after the tenth.
const PAGE_LETTERS = { u: 11, a: 12 };
const SCROLLING = new Set(["PageDown", "PageUp", " ", "ArrowDown", "ArrowUp", "Home", "End"]);
// What takes letters, digits or arrows itself.
const TAKES_KEYS =
  "input, textarea, select, [contenteditable], [role=slider], [role=textbox], [role=listbox], [role=grid], [data-testid=stDataFrame]";

// Whether a key press belongs to the control that has the focus.
export function isTaken(event) {
  return event.composedPath().some((one) => one.isContentEditable || one.matches?.(TAKES_KEYS));
}

const isCombined = ({ ctrlKey, altKey, metaKey }) => Boolean(ctrlKey || altKey || metaKey);

// A Latin letter is the one that is printed on the key; with another alphabet the key counts that
// has the letter on an English keyboard.
export function letterOf({ key, code }) {
  const [, place] = /^Key([A-Z])$/.exec(code ?? "") ?? [];
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : (place?.toLowerCase() ?? "");
}

// The command of a key press as its name, and the number of a page; null without one.
export function commandOf(event) {
  const { key, code, shiftKey, repeat } = event;
  if (isCombined(event) || event.isComposing || repeat || isTaken(event)) return null;
  if (key === "?" || (code === "Slash" && shiftKey)) return { name: "keys" };
  if (shiftKey) return null;
  const [, digit] = /^(?:Digit|Numpad)([0-9])$/.exec(code ?? "") ?? [];
  // As on a keyboard, 0 comes after 9.
  if (digit) return { name: "page", number: Number(digit) || 10 };
  const letter = letterOf(event);
  const number = PAGE_LETTERS[letter];
  if (number) return { name: "page", number };
  const name = LETTERS[letter];
  return name ? { name } : null;
}

// Whether a key scrolls the page: nothing has the focus that would take it.
export function scrolls(event, body = document.body) {
  return SCROLLING.has(event.key) && !isCombined(event) && event.target === body;
}

// The next or previous figure on a screen that one fills, for clickers, which send these keys.
export function turnOf(event) {
  if (isCombined(event) || isTaken(event)) return null;
  return { PageDown: { name: "next" }, PageUp: { name: "previous" } }[event.key] ?? null;
}

// The switch that turns single keys off; the browser keeps it.
export function keySwitch(storage = localStorage) {
  return {
    get on() {
      try {
        return storage.getItem(STORED_KEYS) !== OFF;
      } catch {
        return true;
      }
    },
    put(on) {
      try {
        if (on) storage.removeItem(STORED_KEYS);
        else storage.setItem(STORED_KEYS, OFF);
      } catch {
        // Without storage the keys stay on.
      }
    },
  };
}
