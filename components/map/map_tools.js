// Buttons, keys and scrolling of the map; its view fits the canvas, also in full screen. Where the
// reader has moved it is written into the address, and sent with the next choice.
//
// deck.gl zooms at every turn of the wheel. Here the wheel scrolls the page unless Ctrl is held,
// which a browser also reports for two fingers on a touchpad.

import { sharedOutbox } from "../controls/outbox.js";
import { nameInAddress } from "../controls/page_links.js";
import { alike, between, cameraOf, dragged, viewOf, viewOfCamera, zoomed } from "./map_camera.js";
import { drawnAt, growthOf, lettersOf } from "./map_letters.js";
import { BUTTONS_DRAWN } from "./svg_boxes.js";

const CHART = "[data-testid=stDeckGlJsonChart]";
const DRAWING = ".st-key-figure_route_map .atlas-map";
const ZOOM_STEP = 0.8;
const MOVE_MS = 350;
const REST_MS = 500;
const HIGHEST_FIBER = 40;
const FULL_SCREEN_SHARE = 0.85;
const WAIT_MS = 60;
const MOST_TRIES = 400;
const LEAST_DRAG = 6;
const KEYS = { "+": "in", "=": "in", "-": "out", _: "out", 0: "reset" };

export function scrollsPage({ ctrlKey, metaKey }) {
  return !(ctrlKey || metaKey);
}

// The deck.gl object of a canvas: Streamlit's React element holds it in a reference. Null without.
export function deckOf(canvas) {
  const key = Object.keys(canvas ?? {}).find((name) => name.startsWith("__reactFiber$"));
  let fiber = key && canvas[key];
  for (let height = 0; fiber && height < HIGHEST_FIBER; height += 1) {
    for (let hook = fiber.memoizedState; hook?.next !== undefined; hook = hook.next) {
      const deck = hook.memoizedState?.current?.deck ?? hook.memoizedState?.deck;
      if (deck?.props?.onViewStateChange) return deck;
      if (!hook.next) break;
    }
    fiber = fiber.return;
  }
  return null;
}

// Calls `rested` with the view once it has stood still for a while after an input of the reader, and
// again till it is no longer a new one: on a slow machine a view may seem to stand still. `seen`
// returns the view, or nothing while the map moves by itself.
export function watchRest(chart, seen, rested) {
  let timer = null;
  let last = null;
  const look = () => {
    if (!chart.isConnected) return;
    const now = seen();
    if (now && last && alike(now, last) && !rested(now)) return;
    last = now && { longitude: now.longitude, latitude: now.latitude, zoom: now.zoom };
    timer = setTimeout(look, REST_MS / 2);
  };
  const begin = () => {
    clearTimeout(timer);
    last = null;
    timer = setTimeout(look, REST_MS / 2);
  };
  const listening = { capture: true, passive: true };
  for (const kind of ["wheel", "keyup", "pointerup", "touchend"]) {
    chart.addEventListener(kind, begin, listening);
  }
  // A drag may end beside the map.
  chart.addEventListener(
    "pointerdown",
    () => document.addEventListener("pointerup", begin, { once: true, capture: true }),
    listening
  );
}

function button(text, name, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", textContent: text, title: name });
  made.setAttribute("aria-label", name);
  made.addEventListener("click", act);
  return made;
}

// The buttons, and the keys of a map that has the focus.
function controlsOf(chart, acts) {
  chart.addEventListener(
    "keydown",
    (event) => {
      const name = KEYS[event.key];
      if (!name || !scrollsPage(event) || event.altKey) return;
      event.stopPropagation();
      event.preventDefault();
      acts[name]();
    },
    true
  );
  const root = document.createElement("div");
  root.className = "atlas-map-tools";
  let drawn = "";
  return {
    root,
    name(names) {
      const wanted = JSON.stringify(names);
      if (drawn === wanted) return;
      drawn = wanted;
      root.setAttribute("role", "group");
      root.setAttribute("aria-label", names.group);
      root.replaceChildren(
        button("+", names.in, acts.in),
        button("−", names.out, acts.out),
        button("⤢", names.reset, acts.reset)
      );
      root.title = names.hint;
    },
  };
}

// What the map shows: where a choice of the reader puts it, and where he has moved it since.
export function placeOf(outbox, size) {
  const place = { data: null, value: "" };
  place.home = () => viewOf(place.data.bounds, size());
  place.aim = () =>
    place.value ? viewOfCamera(place.value, size(), place.data.camera.canvas) : place.home();
  // Notes a view of the reader; the one at home has no camera. Returns whether it is a new one.
  place.note = (view) => {
    const text = alike(view, place.home()) ? "" : cameraOf(view, size(), place.data.camera);
    if (text === place.value) return false;
    place.value = text;
    return true;
  };
  // Takes what the server says; returns whether the map has to move.
  place.take = (data) => {
    const name = data.camera.parameter;
    const turned = place.data && JSON.stringify(place.data.bounds) !== JSON.stringify(data.bounds);
    place.data = data;
    // A choice that moves the map ends a view of the reader that the server does not know of.
    if (turned && outbox.pending(name, data.heard)) outbox.hold({ [name]: "" });
    const value = outbox.pending(name, data.heard) ?? data.camera.value;
    const moved = turned || value !== place.value;
    place.value = value;
    return moved;
  };
  return place;
}

// A map of deck.gl.
function toolsOf(chart, outbox) {
  const deck = () => deckOf(chart.querySelector("canvas"));
  const seen = () => deck()?.props.viewState;
  let moving = false;
  const place = placeOf(outbox, () => chart.getBoundingClientRect());
  const letters = new WeakMap();
  let frame = 0;
  let laid = null;
  const growLetters = () => {
    const own = deck();
    if (!own || !place.data) return;
    if (!letters.has(own)) {
      letters.set(own, lettersOf(own));
      own.setProps({ layerFilter: drawnAt });
    }
    letters.get(own)(growthOf(chart.getBoundingClientRect(), place.data.camera.canvas));
  };
  const put = (view) => {
    const own = deck();
    if (!own) return;
    const before = own.props.viewState ?? {};
    own.props.onViewStateChange({ viewId: "default-view", viewState: { ...before, ...view }, interactionState: {} });
  };
  const moveTo = (view) => {
    const from = seen();
    if (!from) return;
    cancelAnimationFrame(frame);
    laid = view;
    moving = true;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      put(view);
      moving = false;
      return;
    }
    const start = performance.now();
    const step = () => {
      const share = Math.min(1, (performance.now() - start) / MOVE_MS);
      put(between(from, view, share));
      moving = share < 1;
      if (moving) frame = requestAnimationFrame(step);
    };
    step();
  };
  const controls = controlsOf(chart, {
    in: () => deck() && moveTo(zoomed(seen(), ZOOM_STEP)),
    out: () => deck() && moveTo(zoomed(seen(), -ZOOM_STEP)),
    reset: () => moveTo(place.home()),
  });
  chart.addEventListener("wheel", (event) => scrollsPage(event) && event.stopPropagation(), {
    capture: true,
    passive: true,
  });
  const write = () => nameInAddress({ [place.data.camera.parameter]: place.value });
  const standing = () => (moving ? null : seen());
  watchRest(chart, standing, (view) => {
    if (!place.data || (laid && alike(view, laid) && alike(view, place.aim()))) return false;
    laid = view;
    const fresh = place.note(view);
    if (fresh) {
      outbox.hold({ [place.data.camera.parameter]: place.value });
      write();
    }
    return fresh;
  });
  const caption = document.createElement("div");
  caption.className = "atlas-map-caption";
  chart.append(controls.root, caption);
  new ResizeObserver(() => {
    const { height } = chart.getBoundingClientRect();
    chart.classList.toggle("atlas-map-full", height > innerHeight * FULL_SCREEN_SHARE);
    if (!place.data || !seen()) return;
    growLetters();
    laid = place.aim();
    put(laid);
  }).observe(chart);
  return (data) => {
    const first = !place.data;
    const moved = place.take(data);
    growLetters();
    controls.name(data.names);
    caption.innerHTML = data.legend;
    const line = document.createElement("strong");
    line.textContent = data.caption;
    caption.prepend(line);
    // The server may have written an address that does not have the newest view.
    if (outbox.pending(data.camera.parameter, data.heard) !== undefined) write();
    if (first) {
      laid = place.aim();
      put(laid);
    } else if (moved) moveTo(place.aim());
  };
}

// A map that the server draws: every step is a choice.
function drawingTools(box, outbox) {
  // Beside the drawing, which is one picture for a screen reader.
  const around = box.parentElement;
  const place = placeOf(outbox, () => {
    const [width, height] = place.data.camera.canvas;
    return { width, height };
  });
  const send = (view) => {
    if (place.note(view)) outbox.put({ [place.data.camera.parameter]: place.value });
  };
  const controls = controlsOf(around, {
    in: () => send(zoomed(place.aim(), ZOOM_STEP)),
    out: () => send(zoomed(place.aim(), -ZOOM_STEP)),
    reset: () => send(place.home()),
  });
  // The mouse drags the map; a finger scrolls the page.
  box.addEventListener("pointerdown", (start) => {
    if (start.pointerType !== "mouse" || start.button) return;
    const by = ({ clientX, clientY }) => [clientX - start.clientX, clientY - start.clientY];
    const parts = box.querySelectorAll("svg");
    const move = (event) => {
      for (const part of parts) part.style.translate = by(event).map((pixels) => `${pixels}px`).join(" ");
    };
    const end = (event) => {
      document.removeEventListener("pointermove", move);
      for (const part of parts) part.style.translate = "";
      const moved = by(event);
      if (Math.hypot(...moved) < LEAST_DRAG) return;
      // The end of a drag is no click, which would come next.
      const unheard = (click) => click.stopPropagation();
      box.addEventListener("click", unheard, true);
      setTimeout(() => box.removeEventListener("click", unheard, true));
      const [width, height] = place.data.camera.canvas;
      const { clientWidth, clientHeight } = box;
      const scale = Math.min(clientWidth / width, clientHeight / height);
      send(dragged(place.aim(), moved.map((pixels) => pixels / scale)));
    };
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", end, { once: true });
  });
  return (data) => {
    place.take(data);
    const drawn = controls.root.isConnected;
    if (!drawn) around.prepend(controls.root);
    controls.name(data.names);
    if (!drawn) box.dispatchEvent(new Event(BUTTONS_DRAWN));
  };
}

const known = new WeakMap();
let latest = null;

// The map on the page, with what shows its tools; null before it is drawn.
function found(outbox) {
  const chart = document.querySelector(CHART);
  if (chart && deckOf(chart.querySelector("canvas"))?.props.viewState) {
    if (!known.has(chart)) known.set(chart, toolsOf(chart, outbox));
    return { map: chart, show: known.get(chart) };
  }
  const box = chart ? null : document.querySelector(DRAWING);
  if (!box?.querySelector("svg")) return null;
  if (!known.has(box)) known.set(box, drawingTools(box, outbox));
  return { map: box, show: known.get(box) };
}

// Without WebGL the server replaces the interactive map by a drawing, at the start or later, and
// has no new data for the tools: they are shown again with each new map.
export default function ({ data, parentElement }) {
  latest = data;
  const outbox = sharedOutbox();
  let map = null;
  let tries = 0;
  const lay = () => {
    if (latest !== data || !parentElement.isConnected) return;
    const next = map?.isConnected ? null : found(outbox);
    if (next) {
      next.show(data);
      map = next.map;
      tries = 0;
    }
    tries += 1;
    if (map || tries < MOST_TRIES) setTimeout(lay, map ? REST_MS : WAIT_MS);
  };
  lay();
}
