// A map as SVG: the ground by address, above it the drawing of a choice, a tooltip, and clicks.

import { kept } from "../fetched.js";
import { BUTTONS_DRAWN, coveredBoxes, fittingScale, letterScale, tooltipPlace } from "./svg_boxes.js";
import { courseOf, projection } from "./svg_courses.js";
import { codesUnder, nextSelection } from "./svg_hits.js";

async function groundOf({ ground, home, ...view }, names) {
  const project = projection(view);
  const layers = await Promise.all(ground.map(([, address]) => kept(address)));
  return layers.flatMap(({ features }, number) =>
    features.map(({ properties: { layer = ground[number][0], code = "" }, geometry }) => {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("class", home.includes(code) ? `${layer} home` : layer);
      path.setAttribute("d", courseOf(geometry, project));
      if (code in names) path.dataset.code = code;
      return path;
    })
  );
}

// The courses of lines that the browser has are put where the drawing names them by number.
export function layCourses(lines, courses) {
  for (const path of lines.querySelectorAll("[data-lines]")) {
    const numbers = path.dataset.lines.split(" ");
    path.setAttribute("d", numbers.map((number) => courses[number]).join(""));
  }
}

// First and second line of the tooltip of a code; nothing where the map does not name it.
export function tipOf(code, { known, tips }) {
  const name = known?.names[code];
  if (!name) return null;
  const tip = tips[code] ?? 0;
  return [name, typeof tip === "number" ? (known.tips[code]?.[tip] ?? "") : tip];
}

const BUTTONS = ".atlas-map-tools";

// On a narrow screen letters keep their size; names that would then touch others make room, as do
// names that the frame would cut or the buttons of the zoom would cover.
export function fitLabels(box, scale) {
  box.style.setProperty("--letters", letterScale(scale));
  const boxOf = (one) => one.getBoundingClientRect();
  const labels = [...box.querySelectorAll("text")];
  const buttons = [...(box.parentElement?.querySelectorAll(BUTTONS) ?? [])];
  const covered = coveredBoxes(labels.map(boxOf), boxOf(box), buttons.map(boxOf));
  for (const [number, label] of labels.entries()) label.classList.toggle("covered", covered[number]);
}

// Thin lines are hard to hit: above each lies a wide one that is not seen.
function layTargets(lines) {
  const wide = [...lines.querySelectorAll(".lines [data-code]")].map((line) => {
    const target = line.cloneNode();
    target.setAttribute("class", "target");
    return target;
  });
  lines.querySelector(".targets").append(...wide);
}

// Codes of everything that lies under the pointer, the topmost first.
export function codesAt(box, event) {
  const topmost = event.target.closest?.("[data-code]");
  const below = document.elementsFromPoint(event.clientX, event.clientY);
  const found = [topmost, ...below].filter((one) => one?.dataset?.code && box.contains(one));
  return codesUnder(
    found.map((one) => ({ code: one.dataset.code, onGround: Boolean(one.closest(".ground")) })),
  );
}

export function mapBoard(box, missing, outbox) {
  box.innerHTML = '<svg class="ground"></svg><svg></svg><div class="atlas-tip" hidden></div>';
  const [ground, lines, tip] = box.children;
  let shown = {};
  let wished = null;
  let room = null;
  let has = {};
  let laid = "";
  let scale = 1;
  let held = "";
  let tried = [];
  const said = {};
  const say = (news) => {
    Object.assign(said, news);
    missing.textContent = Object.values(said).filter(Boolean).join(" ");
  };
  const mark = (name, code) => {
    for (const one of box.querySelectorAll(".target, .land")) {
      one.classList.toggle(name, Boolean(code) && one.dataset.code === code);
    }
  };
  box.addEventListener("click", (event) => {
    const codes = codesAt(box, event);
    if (!codes.length) return;
    ({ held, tried } = nextSelection({ held, tried }, codes));
    outbox.put({ selected: held });
  });
  box.addEventListener("pointermove", (event) => {
    const told = codesAt(box, event).map((code) => tipOf(code, shown)).filter(Boolean);
    tip.hidden = !told.length;
    if (!told.length) return;
    const [[title, text], ...others] = told;
    const name = document.createElement("strong");
    name.textContent = title;
    tip.replaceChildren(name, text);
    for (const [other] of others) {
      const line = document.createElement("div");
      line.textContent = `+ ${other}`;
      tip.append(line);
    }
    const edges = box.getBoundingClientRect();
    const pointer = [event.clientX - edges.left, event.clientY - edges.top];
    const size = { width: tip.offsetWidth, height: tip.offsetHeight };
    const [left, top] = tooltipPlace(pointer, size, edges);
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
  });
  box.addEventListener("pointerover", (event) =>
    mark("lit", event.target.closest(".target")?.dataset.code)
  );
  box.addEventListener("pointerleave", () => {
    tip.hidden = true;
    mark("lit", "");
  });
  const fit = () => {
    if (!shown.canvas || !room?.width) return;
    const before = scale;
    scale = fittingScale(room, shown.canvas);
    if (Math.min(scale, before) < 1) fitLabels(box, scale);
  };
  new ResizeObserver(([{ contentRect }]) => {
    room = contentRect;
    fit();
  }).observe(box);
  box.addEventListener(BUTTONS_DRAWN, fit);
  const layGround = async (map) => {
    const wanted = JSON.stringify([map.ground, map.home, map.canvas, map.origin, map.scale]);
    if (wanted === laid) return;
    laid = wanted;
    for (const svg of [ground, lines]) svg.setAttribute("viewBox", `0 0 ${map.canvas.join(" ")}`);
    const paths = await groundOf(map, map.known.names).catch(() => null);
    // Another ground may have been wanted since.
    if (wanted !== laid) return;
    say({ ground: paths ? "" : map.missing });
    if (!paths) laid = "";
    ground.replaceChildren(...(paths ?? []));
    mark("chosen", shown.selected);
  };
  const show = (map) => {
    const before = shown;
    shown = map;
    layGround(map);
    if (map.drawing !== before.drawing || map.known !== before.known) {
      lines.innerHTML = map.drawing;
      layCourses(lines, map.known.courses);
      layTargets(lines);
      fit();
      if (scale < 1) fitLabels(box, scale);
    }
    if (map.selected !== before.selected) mark("chosen", map.selected);
  };
  const showWhenKnown = async (map) => {
    if (has.address !== map.known) {
      const known = await kept(map.known).catch(() => null);
      say({ lines: known ? "" : map.unknown });
      if (known) has = { address: map.known, known };
    }
    if (wished === map && has.address === map.known) show({ ...map, known: has.known });
  };
  return (map) => {
    box.hidden = !map;
    wished = map;
    if (!map) return;
    held = outbox.pending("selected") ?? map.selected;
    box.setAttribute("aria-label", map.label);
    if (typeof map.known === "string") showWhenKnown(map);
    else show(map);
  };
}
