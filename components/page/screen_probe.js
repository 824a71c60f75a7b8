// Reports theme, width and WebGL support of the screen to the server when they change.

const DARK_BELOW = 0.5;
const LEAVING_MS = 300;

export function brightness(colour) {
  const [red, green, blue] = (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

// Names of drivers that draw WebGL by the processor. Each frame then takes it for itself: the page
// of routes opens in a fifth of the time with the map as SVG.
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|\bwarp\b/i;

export function isSoftware(renderer) {
  return SOFTWARE.test(renderer);
}

function drawsMaps() {
  const context = document.createElement("canvas").getContext("webgl2", {
    failIfMajorPerformanceCaveat: true,
  });
  if (!context) return false;
  const named = context.getExtension("WEBGL_debug_renderer_info");
  return !isSoftware(String(context.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : context.RENDERER)));
}

// What browsers report for a script that did not arrive: Chromium, Firefox, Safari.
const NO_SCRIPT = /dynamically imported module|importing a module script failed/i;
const MAP = "[data-testid=stDeckGlJsonChart]";

export function isMissingScript(reason) {
  return NO_SCRIPT.test(String(reason?.message ?? reason));
}

const probes = new WeakMap();

function probeOf(data) {
  const narrow = matchMedia(`(max-width: ${data.narrow_pixels - 1}px)`);
  const app = document.querySelector("[data-testid=stApp]");
  const probe = { said: {}, lost: !drawsMaps() };
  probe.look = () => {
    const now = {
      narrow: narrow.matches,
      without_webgl: probe.lost,
      dark: app ? brightness(getComputedStyle(app).backgroundColor) < DARK_BELOW : probe.known.dark,
    };
    for (const [name, value] of Object.entries(now)) {
      if (value === (probe.said[name] ?? probe.known[name])) continue;
      probe.said[name] = value;
      probe.say(name, value);
    }
  };
  narrow.addEventListener("change", probe.look);
  const lose = () => {
    probe.lost = true;
    probe.look();
  };
  // The map fetches its scripts when it is drawn, and does not ask again for one that is missing.
  addEventListener("unhandledrejection", ({ reason }) => {
    if (isMissingScript(reason) && document.querySelector(MAP)) lose();
  });
  // The map does not restore a lost WebGL context; the static map replaces it.
  document.addEventListener(
    "webglcontextlost",
    ({ target }) =>
      // A removed map also loses its context, but is then no longer in the document.
      setTimeout(() => {
        if (target.isConnected) lose();
      }, LEAVING_MS),
    true
  );
  // A change of the theme changes the style of the whole app.
  if (app) {
    new MutationObserver(() => requestAnimationFrame(probe.look)).observe(app, {
      attributes: true,
      attributeFilter: ["class", "style"],
    });
  }
  return probe;
}

export default function ({ parentElement, data, setStateValue }) {
  let probe = probes.get(parentElement);
  if (!probe) {
    probe = probeOf(data);
    probes.set(parentElement, probe);
  }
  probe.known = data.known;
  for (const [name, value] of Object.entries(probe.said)) {
    if (value === data.known[name]) delete probe.said[name];
  }
  probe.say = (name, value) => setStateValue(name, value);
  probe.look();
}
