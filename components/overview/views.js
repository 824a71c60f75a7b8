// The views of the landing page but its charts: pieces of markup and the small map.

import { coveredBoxes, fittingScale, letterScale, tooltipPlace } from "./map_boxes.js";
import { courseOf, projection } from "./map_ground.js";
import { codesUnder, nextSelection } from "./map_hits.js";
import { sharedOutbox } from "../controls/outbox.js";

const boards = new WeakMap();
const FOCUSABLE = "summary, a, [tabindex]";

const told = (details) => details.querySelector("summary")?.textContent;

// What a reader has unfolded stays so, and the keyboard stays where it was, as far as both remain.
function exchange(place, html) {
  const open = [...place.querySelectorAll("details[open]")].map(told);
  const held = [...place.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  place.innerHTML = html;
  for (const one of place.querySelectorAll("details")) one.open = open.includes(told(one));
  if (held >= 0) place.querySelectorAll(FOCUSABLE)[held]?.focus({ preventScroll: true });
}

async function groundOf({ ground, home, tips, ...view }) {
  const project = projection(view);
  const answer = await fetch(ground);
  if (!answer.ok) throw new Error(answer.statusText);
  const { features } = await answer.json();
  return features.map(({ properties: { layer, code = "" }, geometry }) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", home.includes(code) ? `${layer} home` : layer);
    path.setAttribute("d", courseOf(geometry, project));
    if (code in tips) path.dataset.code = code;
    return path;
  });
}

// On a narrow screen letters keep their size, and those that would then touch others make room.
export function fitLabels(box, scale) {
  box.style.setProperty("--letters", letterScale(scale));
  const labels = [...box.querySelectorAll("text")];
  const covered = coveredBoxes(labels.map((label) => label.getBoundingClientRect()));
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
  let laid = "";
  let scale = 1;
  let held = "";
  let tried = [];
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
    const told = codesAt(box, event).map((code) => shown.tips[code]).filter(Boolean);
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
  new ResizeObserver(([{ contentRect }]) => {
    if (!shown.canvas || !contentRect.width) return;
    const before = scale;
    scale = fittingScale(contentRect, shown.canvas);
    if (Math.min(scale, before) < 1) fitLabels(box, scale);
  }).observe(box);
  const lay = async (map, wanted) => {
    const paths = await groundOf(map).catch(() => null);
    // Another ground may have been wanted since.
    if (wanted !== laid) return;
    missing.textContent = paths ? "" : map.missing;
    if (!paths) laid = "";
    ground.replaceChildren(...(paths ?? []));
    mark("chosen", shown.selected);
  };
  return (map) => {
    box.hidden = !map;
    if (!map) return;
    const before = shown;
    shown = map;
    held = outbox.pending("selected") ?? map.selected;
    const wanted = JSON.stringify([map.ground, map.home, map.canvas, map.origin, map.scale]);
    if (wanted !== laid) {
      laid = wanted;
      const frame = `0 0 ${map.canvas.join(" ")}`;
      for (const svg of [ground, lines]) svg.setAttribute("viewBox", frame);
      lay(map, wanted);
    }
    if (map.drawing !== before.drawing) {
      lines.innerHTML = map.drawing;
      layTargets(lines);
      if (scale < 1) fitLabels(box, scale);
    }
    if (map.selected !== before.selected) mark("chosen", map.selected);
    box.setAttribute("aria-label", map.label);
  };
}

export default function ({ parentElement, data }) {
  const box = parentElement.querySelector(".atlas-map");
  let board = boards.get(box);
  if (!board) {
    board = { pieces: {} };
    board.drawMap = mapBoard(box, parentElement.querySelector(".atlas-missing"), sharedOutbox());
    boards.set(box, board);
  }
  for (const place of parentElement.querySelectorAll("[data-piece]")) {
    const name = place.dataset.piece;
    const html = data.pieces[name] ?? "";
    if (html !== board.pieces[name]) exchange(place, html);
  }
  board.pieces = data.pieces;
  board.drawMap(data.map);
}
