import { codesAt, fitLabels, layCourses, mapBoard, tipOf } from "../../../components/map/svg_view.js";

const make = (tag, code) => {
  const made = document.createElement(tag);
  if (code) made.dataset.code = code;
  return made;
};

// A map with a country on its ground, two lines above it, and a line of another map.
function drawn() {
  const page = freshPage();
  const [box, ground] = [make("div"), make("svg")];
  ground.className = "ground";
  const country = make("path", "AZ");
  const lines = [make("path", "btc"), make("path", "bte")];
  const elsewhere = make("path", "cpc");
  ground.append(country);
  box.append(ground, ...lines);
  page.append(box, elsewhere);
  const at = (target, ...below) => {
    document.elementsFromPoint = () => below;
    return codesAt(box, { target, clientX: 0, clientY: 0 });
  };
  return { at, box, country, lines, elsewhere };
}

test("a click finds what lies under the pointer, the topmost first", () => {
  const { at, lines } = drawn();
  equal(at(lines[1], lines[1], lines[0]), ["bte", "btc"]);
});

test("a click on the ground finds the country, one on a line only the line", () => {
  const { at, box, country, lines } = drawn();
  equal(at(country, country, box), ["AZ"]);
  equal(at(lines[0], lines[0], country), ["btc"]);
  equal(at(box, box), []);
});

test("what lies outside the map does not count", () => {
  const { at, lines, elsewhere } = drawn();
  equal(at(lines[0], elsewhere, lines[0]), ["btc"]);
});

test("labels that touch one before them are hidden, and letters keep their size", () => {
  freshPage();
  const box = make("div");
  const labels = [0, 5, 20].map((left) =>
    Object.assign(make("text"), {
      getBoundingClientRect: () => ({ left, right: left + 10, top: 0, bottom: 10 }),
    }),
  );
  box.append(...labels);
  box.getBoundingClientRect = () => ({ left: 0, right: 100, top: 0, bottom: 100 });
  fitLabels(box, 0.5);
  equal(box.style["--letters"], 2);
  equal(labels.map((label) => label.classList.contains("covered")), [false, true, false]);
});

test("a label below the buttons of the zoom is hidden", () => {
  const page = freshPage();
  const [around, box, buttons] = [make("div"), make("div"), make("div")];
  buttons.className = "atlas-map-tools";
  buttons.getBoundingClientRect = () => ({ left: 0, right: 8, top: 0, bottom: 30 });
  const labels = [5, 10].map((left) =>
    Object.assign(make("text"), {
      getBoundingClientRect: () => ({ left, right: left + 4, top: 0, bottom: 10 }),
    }),
  );
  box.append(...labels);
  box.getBoundingClientRect = () => ({ left: 0, right: 100, top: 0, bottom: 100 });
  around.append(buttons, box);
  page.append(around);
  fitLabels(box, 0.5);
  equal(labels.map((label) => label.classList.contains("covered")), [true, false]);
});

const DRAWING =
  '<g class="lines"></g><g class="targets"></g><path data-code="btc"></path><text class="a"></text>';
const MAP = {
  canvas: [700, 300],
  origin: [20, 60],
  scale: 10,
  home: ["KZ"],
  ground: [["", "./ground.json"]],
  known: { courses: ["M0 0l1 1", "M2 2l1 1"], names: { btc: "BTC", bte: "BTE" }, tips: { btc: ["planned", "oil"] } },
  drawing: DRAWING,
  tips: { btc: 1, bte: "gas" },
  selected: "",
  label: "The corridor",
  missing: "No ground",
  unknown: "No lines",
};

// A small map whose ground never comes; `under` are the codes below the pointer.
function board() {
  const page = freshPage();
  const [box, missing] = [make("div"), make("p")];
  box.box = { left: 10, top: 20, width: 700, height: 300 };
  page.append(box, missing);
  const outbox = fakeOutbox();
  const seen = {};
  globalThis.fetch = () => new Promise(() => {});
  globalThis.ResizeObserver = class {
    constructor(resized) {
      seen.resize = (width, height) => resized([{ contentRect: { width, height } }]);
    }
    observe() {}
  };
  const draw = mapBoard(box, missing, outbox);
  const point = (kind, codes, clientX = 110, clientY = 70) => {
    const found = codes.map((code) => make("path", code));
    box.children[1].append(...found);
    document.elementsFromPoint = () => found;
    box.happen(kind, { clientX, clientY });
    for (const one of found) one.remove();
  };
  return { box, draw, outbox, point, seen, tip: box.children[2] };
}

test("a click on the map sends what lies under it, each click the next", () => {
  const { draw, outbox, point } = board();
  draw(MAP);
  for (let click = 0; click < 3; click += 1) point("click", ["btc", "bte"]);
  point("click", []);
  equal(outbox.puts, [{ selected: "btc" }, { selected: "bte" }, { selected: "" }]);
});

test("a click goes on from what the server or the reader has selected", () => {
  const { draw, outbox, point } = board();
  draw({ ...MAP, selected: "btc" });
  point("click", ["btc", "bte"]);
  outbox.waiting.selected = "bte";
  draw({ ...MAP, selected: "btc" });
  point("click", ["bte"]);
  equal(outbox.puts, [{ selected: "bte" }, { selected: "" }]);
});

test("the tooltip names all that lies under the pointer, the topmost in full", () => {
  const { draw, point, tip } = board();
  draw(MAP);
  equal(tip.hidden, true);
  point("pointermove", ["btc", "bte"]);
  equal([tip.hidden, tip.textContent], [false, "BTCoil+ BTE"]);
  point("pointermove", ["unknown"]);
  equal(tip.hidden, true);
});

test("the tooltip stands beside the pointer and goes with it", () => {
  const { box, draw, point, tip } = board();
  draw(MAP);
  Object.assign(tip, { offsetWidth: 80, offsetHeight: 40 });
  point("pointermove", ["btc"]);
  equal([tip.style.left, tip.style.top], ["112px", "64px"]);
  box.happen("pointerleave");
  equal(tip.hidden, true);
});

test("a map that is missing is hidden, one that comes is named", () => {
  const { box, draw } = board();
  draw(null);
  equal(box.hidden, true);
  draw(MAP);
  equal([box.hidden, box.getAttribute("aria-label")], [false, "The corridor"]);
  equal(box.children.slice(0, 2).map((svg) => svg.getAttribute("viewBox")), ["0 0 700 300", "0 0 700 300"]);
});

test("what is drawn stays as long as it is the same", () => {
  const { box, draw } = board();
  draw(MAP);
  const [line] = box.children[1].children;
  draw({ ...MAP, selected: "btc" });
  equal(box.children[1].children[0] === line, true);
  draw({ ...MAP, drawing: `${DRAWING}<path></path>` });
  equal(box.children[1].children.length, 5);
});

test("letters grow as the map is drawn smaller, and shrink again", () => {
  const { box, draw, seen } = board();
  draw(MAP);
  seen.resize(0, 0);
  equal(box.style["--letters"], undefined);
  seen.resize(350, 300);
  equal(box.style["--letters"], 2);
  seen.resize(700, 300);
  equal(box.style["--letters"], 1);
});

test("lines get the courses that the browser has, several as one", () => {
  const [box, path] = [make("div"), make("path")];
  path.setAttribute("data-lines", "1 0");
  path.dataset.lines = "1 0";
  box.append(path);
  layCourses(box, MAP.known.courses);
  equal(path.getAttribute("d"), "M2 2l1 1M0 0l1 1");
});

test("the second line of a tooltip is a text or the number of one", () => {
  equal(tipOf("btc", MAP), ["BTC", "oil"]);
  equal(tipOf("bte", MAP), ["BTE", "gas"]);
  equal(tipOf("btc", { ...MAP, tips: {} }), ["BTC", "planned"]);
  equal(tipOf("elsewhere", MAP), null);
  equal(tipOf("btc", { tips: {} }), null);
});

test("a map whose texts are still to come draws nothing yet, and is named", () => {
  const { box, draw } = board();
  draw({ ...MAP, known: "./known.json" });
  equal(box.children[1].children.length, 0);
  equal(box.getAttribute("aria-label"), "The corridor");
});
