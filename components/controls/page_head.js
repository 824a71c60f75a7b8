// Page head: menu, filters, chips of active filters, and the link to the view.

import { atHand, kept } from "../fetched.js";
import { addFigure } from "./adding.js";
import { announcerOf } from "./announcer.js";
import { filterControls } from "./bar_filters.js";
import { menuOf, themeOf } from "./bar_menu.js";
import { watchCharts } from "./chart_watch.js";
import { createConnectionWatch, mayReload } from "./connection_watch.js";
import { element, focusedIn, listed, selectOf } from "./controls.js";
import { closeFromOutside, dropdown, sheetOf } from "./dropdowns.js";
import { createHeadPlace } from "./head_place.js";
import { keySwitch } from "./key_commands.js";
import { keyList } from "./key_list.js";
import { withoutCode } from "./link_values.js";
import { sharedOutbox } from "./outbox.js";
import { figuresOf } from "./page_figures.js";
import { watchKeys } from "./page_keys.js";
import {
  addressOf,
  ofAnyPage,
  opensElsewhere,
  pathOf,
  sameQuery,
  withParameters,
} from "./page_links.js";
import { linkPanel } from "./share_panel.js";
import { keepDeck } from "./kept_deck.js";
import { skipLink } from "./skip_link.js";

export function chipBar(labels, outbox) {
  const root = element("span", { className: "chips" });
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", labels.chosen);
  let sectors = [];
  // A chip of a list removes one code and keeps unconfirmed changes of the others.
  const removed = (parameter, code) =>
    code ? withoutCode(listed(outbox, parameter, sectors), code) : "";
  const chipOf = ([label, parameter, code]) => {
    const chip = element(
      "button",
      { type: "button", className: "chip", title: `${label} – ${labels.let_go}` },
      element("span", { className: "label", textContent: label }),
      element("span", { textContent: " ✕", ariaHidden: "true" })
    );
    chip.addEventListener("click", () => outbox.put({ [parameter]: removed(parameter, code) }));
    return chip;
  };
  const clear = element("button", { type: "button", className: "clear" }, labels.clear);
  clear.addEventListener("click", () => outbox.put({ clear: "" }));
  return {
    root,
    update(chosen, value) {
      sectors = value;
      const held = [...root.children].indexOf(focusedIn(root));
      root.replaceChildren(...chosen.map(chipOf), ...(chosen.length ? [clear] : []));
      if (held < 0) return;
      const next = root.children[Math.min(held, root.children.length - 1)];
      (next ?? root.parentElement.querySelector("summary")).focus();
    },
  };
}

// Message that the server does not respond, with a link that reloads the page and keeps filters.
export function lostNotice(labels, outbox) {
  const text = element("span", {});
  const again = element("a", { textContent: labels.reload, className: "again" });
  again.target = "_self";
  const root = element("p", { className: "lost", hidden: true }, text, " ", again);
  root.setAttribute("role", "alert");
  let query = "";
  const show = (said) => {
    const hidden = !said;
    if (root.hidden !== hidden) root.hidden = hidden;
    // Writes attributes only if they change, since every write causes a new layout.
    if (!said) return;
    if (text.textContent !== said) text.textContent = said;
    const address = addressOf(location.pathname, outbox.applied(query));
    if (again.getAttribute("href") !== address) again.setAttribute("href", address);
  };
  return {
    root,
    show,
    update(now) {
      query = now;
    },
  };
}

const LOOK_MS = 1000;
const RELOADED = "atlas-reloaded";

function connectionOf(app) {
  return app?.dataset.testConnectionState ?? "CONNECTED";
}

const isIn = (state) => connectionOf(document.querySelector("[data-testid=stApp]")) === state;
const isConnected = () => isIn("CONNECTED");

// Replaces Streamlit's dialog about a lost connection, which is English and takes the focus.
function watchConnection(outbox) {
  let before = false;
  const look = () => {
    const lost = !isConnected();
    if (before && !lost) outbox.reconnected();
    before = lost;
    document.documentElement.classList.toggle("atlas-lost", lost);
    if (lost) document.querySelector("[data-testid=stDialog] [aria-label=Close]")?.click();
  };
  const { body } = document;
  new MutationObserver(look).observe(body, { childList: true });
  const app = document.querySelector("[data-testid=stApp]");
  const attributeFilter = ["data-test-connection-state"];
  if (app) new MutationObserver(look).observe(app, { attributeFilter });
}

// Checks once a second whether the server is connected and the page has its head.
function watch(bars, outbox, place) {
  const connection = createConnectionWatch();
  watchConnection(outbox);
  setInterval(() => {
    for (const bar of bars) {
      if (!bar.drawn.root.isConnected) bars.delete(bar);
    }
    const { lost, broken } = connection.look({
      now: performance.now(),
      connected: isConnected(),
      heads: bars.size - Number(place.waits),
      idle: document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning",
      silence: outbox.silence,
      ended: isIn("DISCONNECTED_FOREVER"),
    });
    for (const bar of bars) bar.drawn.tell({ lost, unanswered: outbox.unanswered });
    if (!broken || !mayReload(Date.now(), Number(sessionStorage.getItem(RELOADED) ?? 0))) return;
    // Keeps all changes and the requested page.
    sessionStorage.setItem(RELOADED, String(Date.now()));
    const [bar] = bars;
    const page = outbox.pending("page");
    const path = page && bar ? pathOf(page, bar.menu) : location.pathname;
    location.replace(addressOf(path, outbox.applied(location.search)));
  }, LOOK_MS);
}

// The data with the lists of options that no choice changes, which may come from an address.
export function withLists(data, lists) {
  const { choices, sectors, questions } = data;
  return {
    ...data,
    choices: choices.map((choice, place) => ({ ...choice, options: lists.choices[place] })),
    sectors: { ...sectors, groups: lists.sectors[0], counts: lists.sectors[1] },
    questions: questions && { ...questions, options: lists.questions },
    keys: lists.keys,
  };
}

// Fills the bar; lists of options that have not come yet follow.
function fill(bar, data) {
  bar.data = data;
  const lists = data.lists && atHand(data.lists);
  if (!data.lists || lists) {
    bar.drawn.update(lists ? withLists(data, lists) : data);
    return;
  }
  bar.drawn.update(data);
  kept(data.lists)
    .then(() => bar.data === data && fill(bar, data))
    .catch(() => {});
}

const isDrawn = () =>
  document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "running";
const titleOfPage = () => document.querySelector("h1.atlas-title")?.textContent ?? "";
const headlineOfPage = () => figuresOf().headline() || titleOfPage();

function build(data, bar) {
  const { labels } = data;
  const { outbox } = bar;
  const filters = filterControls(data, outbox);
  const chips = chipBar(labels, outbox);
  const link = linkPanel(labels);
  const opened = () => {
    // The view of the map is sent only now; the link has it at once.
    if (outbox.flush()) link.update({ ...bar.data.share, query: outbox.applied(bar.query) });
    bar.ask(location.origin + location.pathname);
  };
  const share = dropdown(labels.share, link.root, { opened, className: "share" });
  const sheet = sheetOf(labels, [...filters.roots, chips.root]);
  const language = selectOf({ parameter: "lang", ...data.language }, outbox);
  language.root.className = "choice language";
  const reload = () =>
    location.replace(addressOf(location.pathname, outbox.applied(location.search)));
  const theme = themeOf(data.theme, reload);
  const menu = menuOf(data.menu.entries, outbox, labels.pages);
  const lost = lostNotice(labels, outbox);
  const announcer = announcerOf({ outbox, isDrawn, title: titleOfPage, headline: headlineOfPage });
  const keys = keyList(labels.keys, keySwitch());
  const controls = element("div", { className: "filters" }, sheet.root, share.root);
  controls.setAttribute("role", "group");
  controls.setAttribute("aria-label", labels.filters);
  const name = element("p", { className: "name", textContent: labels.name });
  const head = element("div", { className: "head" }, name, menu.root, language.root, theme.root, keys.root);
  const properties = { className: "bar", lang: data.language.value };
  const skip = skipLink(labels.skip);
  const root = element("div", properties, skip, head, controls, lost.root, announcer.root);
  closeFromOutside(root);
  const silence = outbox.listen(() => root.isConnected && filters.say());
  return {
    root,
    silence,
    update(now) {
      filters.update(now);
      link.update(now.share);
      menu.update(now.menu, ofAnyPage(now.share.query));
      language.update(now.language);
      theme.update(now.menu.paths);
      chips.update(now.chips, now.sectors.value);
      sheet.update(now.chips.length, filters.offered());
      lost.update(now.share.query);
      lost.show("");
      announcer.update(now.share.query, filters.words(), now.menu.current);
      this.texts = now.keys;
      if (now.keys) keys.update(now.keys);
    },
    // What single keys do in the bar.
    say: announcer.say,
    openPage: menu.open,
    toggleKeys: keys.toggle,
    get keysOpen() {
      return keys.open;
    },
    get turning() {
      return outbox.turning;
    },
    get drawn() {
      return isDrawn();
    },
    enter(control) {
      sheet.unfold();
      return filters.enter(control);
    },
    follow: (link, sets) => outbox.put({ ...JSON.parse(link.dataset.go), ...sets }),
    tell(state) {
      lost.show(state.lost ? labels.lost : state.unanswered ? labels.unanswered : "");
    },
    focusLanguage: () => language.root.querySelector("select").focus(),
  };
}

// Adds the current filters to links within the content of a page, which Python has made, and
// adds figures to the deck.
export function followLinks(bar) {
  const followed = (event) => {
    const link = event.target.closest?.("a.atlas-go");
    return link ? { link, ...JSON.parse(link.dataset.go) } : {};
  };
  // The address is set on pointer down, so that it also works for a new tab or a copied link.
  const address = (event) => {
    const { link, page, ...sets } = followed(event);
    if (!link) return;
    link.href = addressOf(pathOf(page, bar.menu), withParameters(ofAnyPage(bar.query), sets));
  };
  const follow = (event) => {
    const adding = event.target.closest?.("button.atlas-add");
    if (adding) addFigure(bar.outbox, adding.dataset.figure, adding, adding.dataset.added);
    const { link, page, ...sets } = followed(event);
    if (!link) return;
    if (opensElsewhere(event)) {
      address(event);
      return;
    }
    event.preventDefault();
    bar.outbox.put({ ...sets, page });
  };
  const listeners = { pointerdown: address, click: follow };
  for (const [kind, listen] of Object.entries(listeners)) {
    const alive = (event) => {
      if (bar.drawn.root.isConnected) listen(event);
      else document.removeEventListener(kind, alive, true);
    };
    document.addEventListener(kind, alive, true);
  }
}

const bars = new WeakMap();

// State shared by the page heads of a browser tab: all heads, and the one kept for a page change.
function sharedPlace(outbox) {
  if (!globalThis.atlasBars) {
    const place = createHeadPlace();
    globalThis.atlasBars = new Set();
    globalThis.atlasHeadPlace = place;
    watch(globalThis.atlasBars, outbox, place);
    watchCharts(document);
    const shown = () =>
      [...globalThis.atlasBars].find((one) => one.drawn.root.isConnected)?.drawn;
    watchKeys({ shown, keys: keySwitch(), figures: figuresOf() });
    outbox.listen(({ turning }) => {
      const shown = [...globalThis.atlasBars].find((one) => one.drawn.root.isConnected);
      if (turning && shown) place.leave(shown, shown.parent);
      else if (!turning) place.arrive();
    });
  }
  return globalThis.atlasHeadPlace;
}

export default function ({ parentElement, data, setTriggerValue, setStateValue }) {
  const outbox = sharedOutbox();
  const place = sharedPlace(outbox);
  // Elements are built once for a language, and rebuilt for another one.
  const parameters = data.choices.map(({ parameter }) => parameter);
  const fixed = JSON.stringify([data.labels, data.menu.entries, Boolean(data.questions), parameters]);
  let bar = place.arrive(parentElement) ?? bars.get(parentElement);
  if (!bar || bar.fixed !== fixed) {
    const held = bar && focusedIn(bar.drawn.root);
    bar?.drawn.silence();
    bar?.drawn.root.remove();
    bar = { fixed, outbox };
    bar.drawn = build(data, bar);
    globalThis.atlasBars.add(bar);
    parentElement.append(bar.drawn.root);
    followLinks(bar);
    if (held) bar.drawn.focusLanguage();
  }
  bars.set(parentElement, bar);
  bar.parent = parentElement;
  // Even the same language would be a change of the page, after which the browser computes styles.
  const { documentElement: root } = document;
  if (root.lang !== data.language.value) root.lang = data.language.value;
  bar.query = data.share.query;
  bar.menu = data.menu;
  bar.ask = (address) => setStateValue("address", address);
  outbox.connect((message) => setTriggerValue("gesture", message));
  outbox.confirm(...data.heard);
  outbox.arrive();
  keepDeck(data.deck, (text) => setTriggerValue("kept", text));
  fill(bar, data);
  // Normalises the address of an opened link, without a new entry in the history. Data of an earlier
  // choice may come after the server has written the address of a later one.
  const query = outbox.holding ? outbox.applied(data.share.query) : data.share.query;
  if (data.share.replaces && outbox.isLatest(data.heard) && !sameQuery(location.search, query)) {
    history.replaceState(history.state, "", addressOf(location.pathname, query));
  }
}
