// Single keys for presenting: figures one after the other, full screen, tables, pages, filters.
//
// The keys press the same buttons and links as a reader does, so that they can do no more.

import { bringToView } from "../cards/arrival.js";
import { commandOf, scrolls, turnOf } from "./key_commands.js";
import { actionOf, ON_SCREEN, treesIn } from "./page_figures.js";

const MAIN = "[data-testid=stMain]";
const HEAD = ".st-key-page_head";
const LINK = "a.atlas-go";
const SCREEN = "screen";
const PIECE = ".atlas-piece";
const FILTERS = new Set(["years", "sectors", "source"]);
const READY_MS = 100;
const PATIENCE = 30;
const LEFT_BY_ESCAPE = "input[type=range], input[type=radio], input[type=checkbox], select";

// Controls within the content of a page, by preference: its views, and a list of what it shows.
const KINDS = {
  view: ["input[type=radio]:checked", "button[role=radio]"],
  list: ["input[type=search]", "select"],
};

export function controlOf(trees, kind) {
  const found = KINDS[kind].flatMap((one) => trees.map((tree) => tree.querySelector(one)));
  return found.find(Boolean) ?? null;
}

function contentControl(page, kind) {
  const head = page.querySelector(HEAD);
  const trees = treesIn(page.querySelector(MAIN)).filter(({ host }) => !head?.contains(host));
  return controlOf(trees, kind);
}

// The element with the focus, within components too.
export function focusedOn(page) {
  let one = page.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  return one;
}

// What each command does. `bar` is the drawn head of the page, `figures` are those of the page.
export function actsOf(bar, figures, page = document) {
  const { texts } = bar;
  const fullScreen = () => page.querySelector(ON_SCREEN);
  const leaveScreen = () => fullScreen() && actionOf(fullScreen(), "screen")?.click();
  const missing = () => bar.say(texts.missing);
  const show = (step) => {
    const next = figures.beside(step);
    if (!next) return missing();
    if (fullScreen()) actionOf(next, "screen")?.click();
    else if (!figures.isWhole(next)) bringToView(next);
    figures.hold(next);
    const found = figures.all();
    const place = { number: found.indexOf(next) + 1, count: found.length };
    bar.say(texts.place.replace(/\{(number|count)\}/g, (_all, name) => place[name]));
  };
  const enter = (name) => {
    leaveScreen();
    if (!bar.enter(name)) missing();
  };
  const enterContent = (kind) => {
    leaveScreen();
    const found = contentControl(page, kind);
    if (!found) return missing();
    found.focus();
    found.scrollIntoView?.({ block: "nearest" });
  };
  const acts = {
    next: () => show(1),
    previous: () => show(-1),
    screen() {
      const figure = figures.current();
      const button = figure && actionOf(figure, "screen");
      if (button) {
        button.click();
        if (fullScreen()) figures.hold(figure);
      } else if (page.fullscreenElement) page.exitFullscreen().catch(() => {});
      else page.documentElement.requestFullscreen?.().catch(() => {});
    },
    table() {
      leaveScreen();
      const figure = figures.current();
      const button = figure && actionOf(figure, "table");
      const link = [...(figure?.querySelectorAll(LINK) ?? [])].at(-1);
      if (!button) return link ? bar.follow(link, { panel: "table" }) : missing();
      button.click();
      const open = button.getAttribute("aria-expanded") === "true";
      bar.say(open ? texts.table_shown : texts.table_hidden);
      // The table follows below the row of buttons, once the server has sent it.
      bringToView(open ? button.getRootNode().host : figure);
    },
    years: () => enter("years"),
    sectors: () => enter("sectors"),
    source: () => enter("source"),
    view: () => enterContent("view"),
    list: () => enterContent("list"),
    page({ number }) {
      leaveScreen();
      if (!bar.openPage(number)) missing();
    },
    keys: () => bar.toggleKeys(),
  };
  return acts;
}

// Leaves a control for the figure that was shown before, so that single keys work again.
function leaveControl(event, figures, page) {
  const [target] = event.composedPath();
  if (!target.matches(LEFT_BY_ESCAPE) || focusedOn(page) !== target || target.closest("dialog")) return;
  const figure = figures.held();
  if (figure) figures.hold(figure);
  else target.blur();
}

// Whether a command concerns the page that is being loaded. The bar itself ends that state.
const isOfNextPage = ({ name }, bar) => name !== "page" && name !== "keys" && Boolean(bar?.turning);

// Whether what a command is about is on the screen: a filter, a control, or the buttons of a figure.
function isReady({ name }, bar, figures, page) {
  if (name === "page" || name === "keys") return true;
  if (!bar.texts) return false;
  if (FILTERS.has(name)) return true;
  if (name in KINDS && contentControl(page, name)) return true;
  const figure = figures.current();
  if (!figure) return Boolean(bar.drawn);
  // The links of a card are drawn before its buttons; a small card has links alone.
  return Boolean(figure.matches(PIECE) ? figure.querySelector(LINK) : actionOf(figure, SCREEN));
}

// Listens for keys as long as the page is open. `shown` returns the drawn head of the page.
export function watchKeys({ shown, keys, figures, page = document }) {
  let waiting = null;
  // A key pressed before its page has been drawn waits for it.
  const run = (command, tries) => {
    const bar = shown();
    if (isOfNextPage(command, bar)) {
      waiting = setTimeout(() => run(command, tries), READY_MS);
    } else if (tries && !(bar && isReady(command, bar, figures, page))) {
      waiting = setTimeout(() => run(command, tries - 1), READY_MS);
    } else if (bar?.texts) actsOf(bar, figures, page)[command.name](command);
  };
  page.addEventListener("keydown", (event) => {
    clearTimeout(waiting);
    const bar = shown();
    if (!bar || event.defaultPrevented) return;
    if (event.key === "Escape") {
      leaveControl(event, figures, page);
      return;
    }
    const turn = page.querySelector(ON_SCREEN) && turnOf(event);
    if (!turn && scrolls(event, page.body)) {
      // Streamlit scrolls an element, which takes keys only while it has the focus.
      page.querySelector(MAIN)?.focus({ preventScroll: true, focusVisible: false });
      return;
    }
    const command = turn || (keys.on && commandOf(event));
    if (!command || (bar.keysOpen && command.name !== "keys")) return;
    event.preventDefault();
    run(command, PATIENCE);
  });
}
