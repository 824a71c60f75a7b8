// The actions below a figure: panels of which one is open or none, deck, and full screen. Panels with
// texts to copy are drawn here, since they name the address and the day of the browser.

import { addFigure } from "../controls/adding.js";
import { element } from "../controls/controls.js";
import { copyFrom } from "../controls/copying.js";
import { dayInDigits, dayInIso, dayText } from "../controls/day.js";
import { sharedOutbox } from "../controls/outbox.js";
import { addressOf, nameInAddress } from "../controls/page_links.js";
import { atHand, kept } from "../fetched.js";
import { arriveAt } from "./arrival.js";
import { fillScreen } from "./full_screen.js";

const CARD = '[class*="st-key-figure_"]';
const SCREEN = "screen";
const TO_DECK = "add";
const COUNTED = "contradictions";
const drawn = new WeakMap();
const latest = new WeakMap();

function cardOf(part) {
  const root = part.getRootNode();
  return (root.host ?? part).closest(CARD);
}

// Replaces the placeholders of a text by the address of the figure and the day of access.
export function filled(text, { query, lang, now = new Date() }) {
  const values = {
    address: addressOf(location.origin + location.pathname, query),
    day: dayText(lang, now),
    digits_day: dayInDigits(now),
    iso_day: dayInIso(now),
  };
  return text.replace(/\{(address|day|iso_day|digits_day)\}/g, (_all, name) => values[name]);
}

function copied([label, text], names, values) {
  const field = element("textarea", { readOnly: true, value: filled(text, values) });
  field.setAttribute("aria-label", label);
  const lines = field.value.split("\n").length;
  field.rows = lines > 1 ? lines : Math.ceil((field.value.length + 1) / 90);
  field.addEventListener("focus", () => field.select());
  const done = element("span", { className: "done" });
  done.setAttribute("role", "status");
  const button = element("button", { type: "button", textContent: names.copy });
  button.setAttribute("aria-label", `${names.copy}: ${label}`);
  button.addEventListener("click", async () => {
    await copyFrom(field);
    done.textContent = names.copied;
  });
  return element("div", { className: "copied" }, field, button, done);
}

function build(names, own) {
  const buttons = new Map();
  const toScreen = (button) => {
    if (own.leave) return own.leave();
    const card = cardOf(own.root);
    if (!card) return;
    button.textContent = names.leave;
    own.root.classList.add("full");
    own.leave = fillScreen(card, () => {
      own.leave = null;
      button.textContent = names.screen;
      own.root.classList.remove("full");
      button.focus({ preventScroll: true });
    });
  };
  for (const [code, name] of names.options) {
    const button = element("button", { type: "button", className: code, textContent: name });
    button.addEventListener("click", () => {
      if (code === SCREEN) return toScreen(button);
      if (code === TO_DECK) return addFigure(sharedOutbox(), own.figure, button, names.added);
      own.mark(own.chosen === code ? "" : code);
      // So that it can be sent.
      nameInAddress({ figure: own.chosen && own.figure, panel: own.chosen });
      // Links and files name the view of the map.
      sharedOutbox().flush();
      own.send(own.chosen);
    });
    buttons.set(code, button);
  }
  const row = element("div", { className: "actions" }, ...buttons.values());
  row.setAttribute("role", "group");
  // Each card of a page has buttons of the same names; the headline, which a filter may change,
  // tells them apart.
  const nameRow = () => {
    const headline = own.root && cardOf(own.root)?.querySelector("h2")?.textContent.trim();
    row.setAttribute("aria-label", [names.label, headline].filter(Boolean).join(": "));
  };
  row.addEventListener("focusin", nameRow);
  const panel = element("div", { className: "panel" });
  own.root = element("div", { className: "card-actions" }, row, panel);
  own.mark = (chosen) => {
    own.chosen = chosen;
    for (const [code, button] of buttons) {
      if (code !== SCREEN && code !== TO_DECK) button.setAttribute("aria-expanded", String(code === chosen));
    }
    panel.hidden = chosen !== own.texts?.panel;
  };
  own.update = ({ chosen, count, without, texts, query, lang }) => {
    own.texts = texts;
    nameRow();
    if (without) buttons.get(without).hidden = true;
    const counted = buttons.get(COUNTED);
    const [, name] = names.options.find(([code]) => code === COUNTED);
    counted.hidden = !count;
    counted.textContent = `⚠ ${name} (${count})`;
    const wanted = JSON.stringify([texts, query]);
    if (own.shown !== wanted) {
      own.shown = wanted;
      const values = { query, lang };
      panel.replaceChildren(...(texts?.fields ?? []).map((one) => copied(one, names, values)));
    }
    own.mark(chosen);
  };
}

function show(parentElement, data, names) {
  let own = drawn.get(parentElement);
  const fixed = JSON.stringify(names);
  if (own?.fixed !== fixed) {
    own?.leave?.();
    own?.root.remove();
    own = { fixed };
    build(names, own);
    drawn.set(parentElement, own);
    parentElement.append(own.root);
  }
  own.figure = data.figure;
  own.send = data.send;
  own.update(data);
  if (data.arrival) arriveAt(cardOf(parentElement), data.arrival);
}

export default function ({ parentElement, data, setStateValue }) {
  const told = { ...data, send: (chosen) => setStateValue("chosen", chosen) };
  const names = data.names ?? atHand(data.address);
  if (names) {
    show(parentElement, told, names);
  } else {
    latest.set(parentElement, told);
    kept(data.address)
      .then((come) => latest.get(parentElement) === told && show(parentElement, told, come))
      .catch(() => {});
  }
  // A card that fills the screen may go away with its page.
  return () =>
    setTimeout(() => {
      if (!parentElement.isConnected) drawn.get(parentElement)?.leave?.();
    });
}
