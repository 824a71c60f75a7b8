"""The script of the landing page's views: it runs in the browser and decides nothing.

It puts the pieces that `components.views` sends in their places, exchanging only those that differ,
lays the ground of the map, and answers a click on the map with parameters of a link, such as
``{selected: "btc"}``.
"""

SCRIPT = r"""
const boards = new WeakMap();

function exchange(place, html) {
  const wasOpen = [...place.querySelectorAll("details")].map((one) => one.open);
  place.innerHTML = html;
  place.querySelectorAll("details").forEach((one, number) => {
    one.open = wasOpen[number] ?? false;
  });
}

function outline(nested, project, end) {
  return typeof nested[0][0] === "number"
    ? `M${nested.map(project).join("L")}${end}`
    : nested.map((part) => outline(part, project, end)).join("");
}

async function layGround(svg, { ground, origin, scale, home }) {
  const northing = (latitude) =>
    (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
  const project = ([longitude, latitude]) =>
    `${((longitude - origin[0]) * scale).toFixed(1)} ` +
    `${((origin[1] - northing(latitude)) * scale).toFixed(1)}`;
  const { features } = await (await fetch(ground)).json();
  const paths = features.map(({ properties: { layer, code = "" }, geometry }) => {
    const end = geometry.type.endsWith("Polygon") ? "Z" : "";
    const kind = home.includes(code) ? `${layer} home` : layer;
    const clicked = code ? ` data-code="${code}"` : "";
    return `<path class="${kind}"${clicked} d="${outline(geometry.coordinates, project, end)}"/>`;
  });
  svg.innerHTML = paths.join("");
}

// On a narrow screen letters keep their size, and those that would then touch others make room.
function fitLabels(box, scale) {
  box.style.setProperty("--letters", Math.max(1, 1 / scale));
  const kept = [];
  for (const label of box.querySelectorAll("text")) {
    const own = label.getBoundingClientRect();
    const covered = kept.some(
      (other) =>
        own.left < other.right && other.left < own.right &&
        own.top < other.bottom && other.top < own.bottom
    );
    label.classList.toggle("covered", covered);
    if (!covered) kept.push(own);
  }
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

function mapBoard(box, board) {
  box.innerHTML = '<svg class="ground"></svg><svg></svg><div class="atlas-tip" hidden></div>';
  const [ground, lines, tip] = box.children;
  const codeOf = (event) => event.target.closest("[data-code]")?.dataset.code;
  let shown = {};
  let scale = 1;
  const lit = (code) => {
    for (const target of lines.querySelectorAll(".target")) {
      target.classList.toggle("lit", target.dataset.code === code);
    }
  };
  box.addEventListener("click", (event) => {
    const code = codeOf(event);
    if (code) board.send({ selected: code === shown.selected ? "" : code });
  });
  box.addEventListener("pointermove", (event) => {
    const told = shown.tips?.[codeOf(event)];
    tip.hidden = !told;
    if (!told) return;
    const [title, text] = told;
    const name = document.createElement("strong");
    name.textContent = title;
    tip.replaceChildren(name, text);
    const { left, top, width, height } = box.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    tip.style.left = `${Math.max(0, Math.min(x + 12, width - tip.offsetWidth))}px`;
    tip.style.top = `${y + 14 + tip.offsetHeight > height ? y - 8 - tip.offsetHeight : y + 14}px`;
  });
  box.addEventListener("pointerover", (event) => lit(codeOf(event)));
  box.addEventListener("pointerleave", () => {
    tip.hidden = true;
    lit("");
  });
  new ResizeObserver(([{ contentRect: { width, height } }]) => {
    if (!shown.canvas || !width) return;
    const before = scale;
    scale = Math.min(width / shown.canvas[0], height / shown.canvas[1]);
    if (Math.min(scale, before) < 1) fitLabels(box, scale);
  }).observe(box);
  return (map) => {
    box.hidden = !map;
    if (!map) return;
    if (map.ground !== shown.ground) {
      const frame = `0 0 ${map.canvas.join(" ")}`;
      for (const svg of [ground, lines]) svg.setAttribute("viewBox", frame);
      layGround(ground, map);
    }
    if (map.drawing !== shown.drawing) {
      lines.innerHTML = map.drawing;
      layTargets(lines);
      if (scale < 1) fitLabels(box, scale);
    }
    box.setAttribute("aria-label", map.label);
    shown = map;
  };
}

export default function ({ parentElement, data, setTriggerValue }) {
  let board = boards.get(parentElement);
  if (!board) {
    board = { pieces: {} };
    board.drawMap = mapBoard(parentElement.querySelector(".atlas-map"), board);
    boards.set(parentElement, board);
  }
  board.send = (change) => setTriggerValue("gesture", change);
  for (const place of parentElement.querySelectorAll("[data-piece]")) {
    const name = place.dataset.piece;
    const html = data.pieces[name] ?? "";
    if (html !== board.pieces[name]) exchange(place, html);
  }
  board.pieces = data.pieces;
  board.drawMap(data.map);
}
"""
