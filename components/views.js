// The views of the landing page but its charts: pieces of markup and the small map.

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

function outline(nested, project, end) {
  return typeof nested[0][0] === "number"
    ? `M${nested.map(project).join("L")}${end}`
    : nested.map((part) => outline(part, project, end)).join("");
}

async function groundOf({ ground, origin, scale, home, tips }) {
  const northing = (latitude) =>
    (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
  const project = ([longitude, latitude]) =>
    `${((longitude - origin[0]) * scale).toFixed(1)} ` +
    `${((origin[1] - northing(latitude)) * scale).toFixed(1)}`;
  const answer = await fetch(ground);
  if (!answer.ok) throw new Error(answer.statusText);
  const { features } = await answer.json();
  return features.map(({ properties: { layer, code = "" }, geometry }) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const end = geometry.type.endsWith("Polygon") ? "Z" : "";
    path.setAttribute("class", home.includes(code) ? `${layer} home` : layer);
    path.setAttribute("d", outline(geometry.coordinates, project, end));
    if (code in tips) path.dataset.code = code;
    return path;
  });
}

// On a narrow screen letters keep their size, and those that would then touch others make room.
function fitLabels(box, scale) {
  box.style.setProperty("--letters", Math.max(1, 1 / scale));
  const labels = [...box.querySelectorAll("text")];
  const places = labels.map((label) => label.getBoundingClientRect());
  const kept = [];
  labels.forEach((label, number) => {
    const own = places[number];
    const covered = kept.some(
      (other) =>
        own.left < other.right && other.left < own.right &&
        own.top < other.bottom && other.top < own.bottom
    );
    label.classList.toggle("covered", covered);
    if (!covered) kept.push(own);
  });
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

// Everything that lies under the pointer, the topmost first; a country only where nothing else is.
function codesAt(box, event) {
  const topmost = event.target.closest?.("[data-code]");
  const below = document.elementsFromPoint(event.clientX, event.clientY);
  const found = [topmost, ...below].filter((one) => one?.dataset?.code && box.contains(one));
  const drawn = found.filter((one) => !one.closest(".ground"));
  return [...new Set((drawn.length ? drawn : found).map((one) => one.dataset.code))];
}

function mapBoard(box, missing, outbox) {
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
    // Where several lie on each other, each click takes the next, and the last lets go.
    if (!codes.includes(held) || !tried.every((code) => codes.includes(code))) tried = [];
    if (held && codes.includes(held) && !tried.includes(held)) tried.push(held);
    held = codes.find((code) => !tried.includes(code)) ?? "";
    tried = held ? [...tried, held] : [];
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
    const { left, top, width, height } = box.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const above = y + 14 + tip.offsetHeight > height;
    tip.style.left = `${Math.max(0, Math.min(x + 12, width - tip.offsetWidth))}px`;
    tip.style.top = `${Math.max(0, above ? y - 8 - tip.offsetHeight : y + 14)}px`;
  });
  box.addEventListener("pointerover", (event) =>
    mark("lit", event.target.closest(".target")?.dataset.code)
  );
  box.addEventListener("pointerleave", () => {
    tip.hidden = true;
    mark("lit", "");
  });
  new ResizeObserver(([{ contentRect: { width, height } }]) => {
    if (!shown.canvas || !width) return;
    const before = scale;
    scale = Math.min(width / shown.canvas[0], height / shown.canvas[1]);
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
