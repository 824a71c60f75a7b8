// Page head: menu, filters, chips of active filters, and the link to the view.

import { atHand, kept } from "../fetched.js";
import { watchWidth } from "./chart_layout.js";
import { watchBrushes } from "./chart_marks.js";
import { createConnectionWatch, mayReload } from "./connection_watch.js";
import {
  element,
  focusedIn,
  listed,
  questionsOf,
  sectorsOf,
  selectOf,
  yearsOf,
} from "./controls.js";
import { createHeadPlace } from "./head_place.js";
import { withoutCode } from "./link_values.js";
import { sharedOutbox } from "./outbox.js";
import { addressOf, opensElsewhere, pathOf, sameQuery, withParameters } from "./page_links.js";
import { skipLink } from "./skip_link.js";

export function dropdown(label, content, opened = () => {}) {
  const root = element("details", {}, element("summary", { textContent: label }), content);
  root.addEventListener("toggle", () => root.open && opened());
  return root;
}

export function closeFromOutside(bar) {
  const close = (event) => {
    if (!bar.isConnected) {
      document.removeEventListener("pointerdown", close);
      return;
    }
    const inside = event.composedPath();
    for (const open of bar.querySelectorAll("details[open]")) {
      if (!inside.includes(open)) open.open = false;
    }
  };
  document.addEventListener("pointerdown", close);
  bar.addEventListener("keydown", (event) => {
    const open = bar.querySelector("details[open]");
    if (event.key === "Escape" && open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });
}

async function copy(text, field) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers deny the clipboard to pages without HTTPS, such as on a local network.
    field.select();
    document.execCommand("copy");
  }
}

export function linkPanel(labels) {
  const field = element("input", { readOnly: true, type: "text" });
  field.setAttribute("aria-label", labels.link);
  const done = element("span", { className: "done" });
  done.setAttribute("role", "status");
  const button = element("button", { type: "button", textContent: labels.copy });
  button.addEventListener("click", async () => {
    await copy(field.value, field);
    done.textContent = labels.copied;
  });
  const code = element("img", { className: "code", alt: labels.qr });
  const remarks = element("div", { className: "remarks" });
  return {
    root: element("div", { className: "link" }, field, button, done, code, remarks),
    update({ query, qr, remarks: texts }) {
      field.value = addressOf(location.origin + location.pathname, query);
      done.textContent = "";
      code.hidden = !qr;
      if (qr && code.src !== qr) code.src = qr;
      remarks.replaceChildren(...texts.map((text) => element("p", {}, text)));
    },
  };
}

export function menuOf(entries, outbox) {
  let here = "";
  const links = entries.map(([page, label]) => {
    const link = element("a", { textContent: label });
    link.addEventListener("click", (event) => {
      if (opensElsewhere(event)) return;
      event.preventDefault();
      // A second request may replace a pending one; the current page needs no request.
      if (page !== (outbox.pending("page") ?? here)) outbox.put({ page });
    });
    return link;
  });
  return {
    root: element("nav", {}, ...links),
    update({ current, paths }, query) {
      here = current;
      links.forEach((link, place) => {
        const [page] = entries[place];
        link.href = addressOf(paths[place], query);
        if (page === current) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      });
    },
  };
}

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
      { type: "button", className: "chip", title: labels.let_go },
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
    sectors: { ...sectors, groups: lists.sectors },
    questions: questions && { ...questions, options: lists.questions },
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

function build(data, bar) {
  const { labels } = data;
  const { outbox } = bar;
  const years = yearsOf(labels, outbox);
  const sectors = sectorsOf(outbox);
  const choices = data.choices.map((choice) => selectOf(choice, outbox));
  const questions = data.questions ? questionsOf(data.questions, outbox) : null;
  const link = linkPanel(labels);
  const language = selectOf({ parameter: "lang", ...data.language }, outbox);
  const chips = chipBar(labels, outbox);
  const lists = [...choices.map((one) => one.root), ...(questions?.roots ?? [])];
  const panel = element("div", { className: "panel" }, ...lists, sectors.root);
  const menu = menuOf(data.menu.entries, outbox);
  const lost = lostNotice(labels, outbox);
  const filters = element(
    "div",
    { className: "filters" },
    ...(data.years ? [years.root] : []),
    dropdown(labels.choose, panel),
    dropdown(labels.link, element("div", { className: "panel" }, link.root), () =>
      bar.ask(location.origin + location.pathname)
    ),
    chips.root
  );
  filters.setAttribute("role", "group");
  filters.setAttribute("aria-label", labels.filters);
  const name = element("p", { className: "name", textContent: labels.name });
  const head = element("div", { className: "head" }, name, menu.root, language.root);
  const root = element(
    "div",
    { className: "bar", lang: data.language.value },
    skipLink(labels.skip),
    head,
    filters,
    lost.root
  );
  closeFromOutside(root);
  return {
    root,
    update(now) {
      if (now.years) years.update(now.years);
      if (now.sectors.groups) {
        sectors.update(now.sectors);
        for (const [place, choice] of choices.entries()) choice.update(now.choices[place]);
        questions?.update(now.questions);
      }
      link.update(now.share);
      menu.update(now.menu, now.share.query);
      language.update(now.language);
      chips.update(now.chips, now.sectors.value);
      lost.update(now.share.query);
      lost.show("");
    },
    tell(state) {
      lost.show(state.lost ? labels.lost : state.unanswered ? labels.unanswered : "");
    },
    focusLanguage: () => language.root.querySelector("select").focus(),
  };
}

// Adds the current filters to links within the content of a page, which Python has made.
export function followLinks(bar) {
  const followed = (event) => {
    const link = event.target.closest?.("a.atlas-go");
    return link ? { link, ...JSON.parse(link.dataset.go) } : {};
  };
  // The address is set on pointer down, so that it also works for a new tab or a copied link.
  const address = (event) => {
    const { link, page, ...sets } = followed(event);
    if (!link) return;
    link.href = addressOf(pathOf(page, bar.menu), withParameters(bar.query, sets));
  };
  const follow = (event) => {
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
    watchWidth(document.defaultView);
    watchBrushes(document);
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
  const fixed = JSON.stringify([data.labels, data.menu.entries, Boolean(data.questions)]);
  let bar = place.arrive(parentElement) ?? bars.get(parentElement);
  if (!bar || bar.fixed !== fixed) {
    const held = bar && focusedIn(bar.drawn.root);
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
  document.documentElement.lang = data.language.value;
  bar.query = data.share.query;
  bar.menu = data.menu;
  bar.ask = (address) => setStateValue("address", address);
  outbox.connect((message) => setTriggerValue("gesture", message));
  outbox.confirm(...data.heard);
  outbox.arrive();
  fill(bar, data);
  // Normalises the address of an opened link, without a new entry in the history.
  if (data.share.replaces && !sameQuery(location.search, data.share.query)) {
    history.replaceState(history.state, "", addressOf(location.pathname, data.share.query));
  }
}
