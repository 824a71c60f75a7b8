// Buttons, keys and scrolling of the interactive map; its view fits the canvas, also in full screen.
//
// deck.gl zooms at every turn of the wheel. Here the wheel scrolls the page unless Ctrl is held,
// which a browser also reports for two fingers on a touchpad.

const CHART = "[data-testid=stDeckGlJsonChart]";
const WORLD_PIXELS = 512;
const ZOOM_STEP = 0.8;
const LEAST_ZOOM = 1;
const GREATEST_ZOOM = 9;
const MOVE_MS = 350;
const HIGHEST_FIBER = 40;
const FULL_SCREEN_SHARE = 0.85;
const WAIT_MS = 200;
const KEYS = { "+": "in", "=": "in", "-": "out", _: "out", 0: "reset" };

export function scrollsPage({ ctrlKey, metaKey }) {
  return !(ctrlKey || metaKey);
}

const radians = (degrees) => (degrees * Math.PI) / 180;
const northingOf = (latitude) => Math.log(Math.tan(Math.PI / 4 + radians(latitude) / 2));

// View that shows the whole of some bounds (west, south, east, north) on a canvas.
export function viewOf([west, south, east, north], { width, height }) {
  const tall = northingOf(north) - northingOf(south);
  const scale = Math.min((width * 360) / (east - west), (height * 2 * Math.PI) / tall);
  const middle = (northingOf(north) + northingOf(south)) / 2;
  return {
    longitude: (west + east) / 2,
    latitude: ((2 * Math.atan(Math.exp(middle)) - Math.PI / 2) * 180) / Math.PI,
    zoom: Math.log2(scale / WORLD_PIXELS),
  };
}

export function between(one, other, share) {
  const part = (name) => one[name] + (other[name] - one[name]) * share;
  return { longitude: part("longitude"), latitude: part("latitude"), zoom: part("zoom") };
}

export function zoomed(view, step) {
  return { ...view, zoom: Math.max(LEAST_ZOOM, Math.min(GREATEST_ZOOM, view.zoom + step)) };
}

// Whether two views look alike.
export function alike(one, other) {
  return ["longitude", "latitude", "zoom"].every((name) => Math.abs(one[name] - other[name]) < 1e-3);
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

function button(text, name, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", textContent: text, title: name });
  made.setAttribute("aria-label", name);
  made.addEventListener("click", act);
  return made;
}

function toolsOf(chart) {
  const tools = { bounds: null, set: null };
  const deck = () => deckOf(chart.querySelector("canvas"));
  const put = (view) => {
    const own = deck();
    if (!own) return;
    const before = own.props.viewState ?? {};
    tools.set = view;
    own.props.onViewStateChange({ viewId: "default-view", viewState: { ...before, ...view }, interactionState: {} });
  };
  const moveTo = (view) => {
    const from = deck()?.props.viewState;
    if (!from) return;
    cancelAnimationFrame(tools.frame);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      put(view);
      return;
    }
    const start = performance.now();
    const step = () => {
      const share = Math.min(1, (performance.now() - start) / MOVE_MS);
      put(between(from, view, share));
      if (share < 1) tools.frame = requestAnimationFrame(step);
    };
    step();
  };
  const whole = () => viewOf(tools.bounds, chart.getBoundingClientRect());
  const acts = {
    in: () => moveTo(zoomed(deck().props.viewState, ZOOM_STEP)),
    out: () => moveTo(zoomed(deck().props.viewState, -ZOOM_STEP)),
    reset: () => moveTo(whole()),
  };
  const act = (name) => deck() && acts[name]();
  chart.addEventListener("wheel", (event) => scrollsPage(event) && event.stopPropagation(), {
    capture: true,
    passive: true,
  });
  chart.addEventListener(
    "keydown",
    (event) => {
      const name = KEYS[event.key];
      if (!name || !scrollsPage(event) || event.altKey) return;
      event.stopPropagation();
      event.preventDefault();
      act(name);
    },
    true
  );
  const root = document.createElement("div");
  root.className = "atlas-map-tools";
  const caption = document.createElement("div");
  caption.className = "atlas-map-caption";
  chart.append(root, caption);
  new ResizeObserver(() => {
    const { height } = chart.getBoundingClientRect();
    chart.classList.toggle("atlas-map-full", height > innerHeight * FULL_SCREEN_SHARE);
    // A view that the reader has moved is kept.
    const seen = deck()?.props.viewState;
    if (seen && tools.set && alike(seen, tools.set)) put(whole());
  }).observe(chart);
  tools.show = ({ bounds, names, caption: said, legend }) => {
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", names.group);
    const labels = JSON.stringify(names);
    if (tools.labels !== labels) {
      tools.labels = labels;
      root.replaceChildren(
        button("+", names.in, () => act("in")),
        button("−", names.out, () => act("out")),
        button("⤢", names.reset, () => act("reset"))
      );
      root.title = names.hint;
    }
    caption.innerHTML = legend;
    const line = document.createElement("strong");
    line.textContent = said;
    caption.prepend(line);
    if (JSON.stringify(bounds) === JSON.stringify(tools.bounds)) return;
    const first = !tools.bounds;
    tools.bounds = bounds;
    if (first) put(whole());
    else moveTo(whole());
  };
  return tools;
}

const known = new WeakMap();
let latest = null;

export default function ({ data }) {
  latest = data;
  const lay = () => {
    if (latest !== data) return;
    const chart = document.querySelector(CHART);
    if (!chart || !deckOf(chart.querySelector("canvas"))?.props.viewState) {
      lay.tries = (lay.tries ?? 0) + 1;
      if (lay.tries < 100) setTimeout(lay, WAIT_MS);
      return;
    }
    if (!known.has(chart)) known.set(chart, toolsOf(chart));
    known.get(chart).show(data);
  };
  lay();
}
