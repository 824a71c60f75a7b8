// Question cards to rehearse a defence: one at a time, with its answer, a clock, and sheets to print.

import { element } from "../controls/controls.js";
import { letterOf } from "../controls/key_commands.js";
import { clockText, elapsedOf, started, stoppedClock, toggled } from "../decks/clock.js";
import { kept } from "../fetched.js";

const TARGET_S = 60;
const TICK_MS = 500;

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

// The card that stays in sight when the order changes, as its place; the first one if it is gone.
export function placeAfter(before, after, place) {
  const shown = before[place]?.[0];
  const found = after.findIndex(([card]) => card === shown);
  return found < 0 ? 0 : found;
}

// What a key within the cards does.
export function questionCommand(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select")) return null;
  const keys = { ArrowRight: "next", ArrowLeft: "previous", PageDown: "next", PageUp: "previous" };
  return keys[event.key] ?? { a: "answer", n: "next", p: "previous" }[letterOf(event)] ?? null;
}

function numberField(label, properties) {
  const input = element("input", { type: "number", ...properties });
  return { input, root: element("label", { className: "field" }, element("span", {}, label), input) };
}

function linesOf(texts, className = "") {
  return texts.map((text) => element("p", { className, textContent: text }));
}

function backupOf([, figure, number], content, labels, code, acts) {
  const linkTo = (page, query, text) => {
    const link = element("a", { href: `./${page}?lang=${code}${query}`, textContent: text });
    link.target = "_blank";
    return link;
  };
  if (!figure) return [linkTo("sources", "", labels.unshown)];
  const title = content.titles[figure];
  const said = filled(number ? labels.on_slide : labels.outside, { number, title });
  const link = linkTo(content.pages[figure], `&figure=${figure}`, said);
  if (number) return [link];
  const add = element("button", { type: "button", textContent: labels.add_figure });
  add.addEventListener("click", () => {
    acts.put({ do: "add_figure", name: figure });
    add.disabled = true;
    add.textContent = labels.figure_added;
  });
  return [link, add];
}

function answerOf(entry, content, labels, code, acts) {
  const card = content.cards[entry[0]];
  const values = card.values.map(([what, written]) =>
    element("li", {}, ...(what ? [`${what}: `] : []), element("b", { textContent: written }))
  );
  return [
    ...linesOf(card.answer),
    ...(values.length ? [element("ul", {}, ...values)] : []),
    ...linesOf(card.sources, "remark"),
    element("p", { className: "row" }, ...backupOf(entry, content, labels, code, acts)),
  ];
}

export function rehearsal(labels, acts, output, now = () => Date.now()) {
  const buttonOf = (text, run, className = "") => {
    const button = element("button", { type: "button", className, textContent: text });
    button.addEventListener("click", run);
    return button;
  };
  const open = buttonOf(labels.rehearse, () => acts.put({ do: "rehearse", number: 1 }), "open");
  const about = element("small", { textContent: labels.rehearse_about });
  const close = buttonOf(labels.rehearse_close, () => acts.put({ do: "rehearse", number: 0 }));
  const list = element("select", {});
  list.addEventListener("change", () => acts.put({ do: "cards", text: list.value }));
  const lists = element("label", { className: "field" }, element("span", {}, labels.cards), list);
  const seed = numberField(labels.seed, { min: 0, step: 1 });
  seed.input.addEventListener("change", () => acts.put({ do: "seed", number: Number(seed.input.value) }));
  const target = numberField(labels.target, { min: 5, max: 3600, step: 5, value: TARGET_S });
  const sheets = element("span", { className: "row" });
  sheets.setAttribute("role", "group");
  sheets.setAttribute("aria-label", labels.sheets);
  const numbered = element("span", {});
  const clock = element("span", { className: "clock" });
  const marks = element("p", { className: "remark" });
  const topic = element("h2", {});
  const asked = element("p", { className: "asked" });
  const answer = element("div", { className: "answer", hidden: true, tabIndex: -1 });
  const card = element(
    "div",
    { className: "question", tabIndex: -1 },
    element("p", { className: "line-of-card" }, numbered, clock),
    marks,
    topic,
    asked,
    answer
  );
  card.setAttribute("role", "group");
  const none = element("p", { className: "none", hidden: true });
  none.setAttribute("role", "status");
  let [data, content, place, watch, address] = [{ order: [] }, null, 0, stoppedClock(), ""];
  let timer = null;

  const tick = () => {
    clearTimeout(timer);
    if (!card.isConnected || !data.opened) return;
    const seconds = elapsedOf(watch, now());
    const limit = Number(target.input.value) || TARGET_S;
    const late = seconds > limit;
    const text = filled(late ? labels.late : labels.time, { time: clockText(seconds), target: clockText(limit) });
    if (clock.textContent !== text) clock.textContent = text;
    clock.classList.toggle("late", late);
    if (watch.since !== null) timer = setTimeout(tick, TICK_MS);
  };
  const draw = () => {
    const entry = data.order?.[place];
    const shown = Boolean(content && entry);
    for (const part of [card, moves]) part.hidden = !shown;
    none.hidden = shown || !content;
    none.textContent = labels.no_cards;
    if (!shown) return;
    const own = content.cards[entry[0]];
    numbered.textContent = filled(labels.card, { number: place + 1, total: data.order.length });
    card.setAttribute("aria-label", numbered.textContent);
    card.lang = data.code;
    [marks.textContent, topic.textContent, asked.textContent] = [own.marks, own.topic, own.question];
    answer.hidden = true;
    answer.replaceChildren();
    show.disabled = false;
    back.disabled = place === 0;
    forth.disabled = place === data.order.length - 1;
    watch = started(stoppedClock(), now());
    tick();
  };
  const go = (step) => {
    const wanted = place + step;
    if (!data.order?.[wanted]) return;
    place = wanted;
    draw();
    card.focus();
  };
  const reveal = () => {
    const entry = data.order?.[place];
    if (!content || !entry || !answer.hidden) return;
    answer.replaceChildren(...answerOf(entry, content, labels, data.code, acts));
    answer.hidden = false;
    show.disabled = true;
    if (watch.since !== null) watch = toggled(watch, now());
    tick();
    answer.focus({ preventScroll: true });
  };
  const back = buttonOf(labels.previous, () => go(-1));
  const show = buttonOf(labels.answer, reveal, "show");
  const forth = buttonOf(labels.next, () => go(1), "next");
  const shuffle = buttonOf(labels.shuffle, () => {
    const other = (data.seed + 1 + Math.floor(Math.random() * (data.seeds - 1))) % data.seeds;
    acts.put({ do: "seed", number: other });
  });
  const keys = element("small", { textContent: labels.rehearse_keys });
  const moves = element("p", { className: "row" }, back, show, forth, keys);
  const cards = element(
    "div",
    { className: "cards", hidden: true },
    element("div", { className: "choices" }, lists, seed.root, target.root),
    element("p", { className: "row" }, shuffle, sheets, close),
    none,
    card,
    moves
  );
  cards.addEventListener("keydown", (event) => {
    const command = questionCommand(event);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    ({ answer: reveal, next: () => go(1), previous: () => go(-1) })[command]();
  });

  const take = (loaded, focus) => {
    content = loaded;
    draw();
    if (focus) card.focus();
  };
  const load = (focus) => {
    if (data.content) return take(data.content, focus);
    const wanted = data.address;
    kept(wanted)
      .then((loaded) => wanted === data.address && take(loaded, focus))
      .catch(() => {
        none.hidden = false;
        none.textContent = labels.cards_failed;
      });
  };
  let drawnSheets = "";
  return {
    root: element("section", { className: "rehearsal" }, element("p", { className: "row" }, open, about), cards),
    update({ rehearsal: next, output: files }) {
      const before = data;
      data = next ?? { opened: false };
      open.hidden = data.opened;
      cards.hidden = !data.opened;
      const kinds = files?.kinds.filter((kind) => kind.questions) ?? [];
      if (JSON.stringify(kinds) !== drawnSheets) {
        drawnSheets = JSON.stringify(kinds);
        const more = () => `&cards=${data.selection}&seed=${data.seed}`;
        sheets.replaceChildren(...kinds.map((kind) => output.fileButton(kind, false, more)));
      }
      if (!data.opened) return;
      if (!list.options.length)
        list.replaceChildren(...data.selections.map(([code, name]) => element("option", { value: code }, name)));
      list.value = data.selection;
      seed.input.max = data.seeds - 1;
      seed.input.value = data.seed;
      const same = before.opened && before.seed === data.seed && before.selection === data.selection;
      const wanted = data.address ?? data.code;
      const unchanged = JSON.stringify(before.order) === JSON.stringify(data.order) && wanted === address;
      if (before.opened && unchanged) return;
      place = same ? placeAfter(before.order ?? [], data.order, place) : 0;
      // A page that is opened with cards leaves the focus where it is.
      const focus = before.opened === false;
      if (wanted === address && content) return take(content, focus);
      address = wanted;
      load(focus);
    },
  };
}
