import draw, { deckOf, placeOf, scrollsPage, watchRest } from "../../../components/map/map_tools.js";

test("the wheel scrolls the page unless a key is held", () => {
  equal(scrollsPage({ ctrlKey: false, metaKey: false }), true);
  equal(scrollsPage({ ctrlKey: true, metaKey: false }), false);
  equal(scrollsPage({ ctrlKey: false, metaKey: true }), false);
});

test("the deck is found in a reference of an element above the canvas", () => {
  const deck = { props: { onViewStateChange: () => {} } };
  const hooks = { memoizedState: 3, next: { memoizedState: { current: { deck } }, next: null } };
  const canvas = { "__reactFiber$x": { memoizedState: null, return: { memoizedState: hooks, return: null } } };
  equal(deckOf(canvas) === deck, true);
  equal(deckOf({ "__reactFiber$x": { memoizedState: null, return: null } }), null);
  equal(deckOf(null), null);
});

const LIMITS = [[-42, 84], [-85, 180], [0, 10]];

function placed() {
  const outbox = fakeOutbox();
  const place = placeOf(outbox, () => ({ width: 680, height: 430 }));
  const take = (bounds, value = "") =>
    place.take({
      bounds,
      heard: ["", 0],
      camera: { parameter: "camera", value, canvas: [680, 430], decimals: [3, 2], limits: LIMITS },
    });
  return { outbox, place, take };
}

const CORRIDOR = [21, 33.5, 84, 54];
const CASPIAN = [46.5, 36.2, 56, 47.8];
const MOVED = { longitude: 51.2, latitude: 41.5, zoom: 5 };

test("a view of the reader is noted once, and the view at home has no camera", () => {
  const { place, take } = placed();
  take(CORRIDOR);
  equal([place.note(MOVED), place.value], [true, "41.5,51.2,5"]);
  equal(place.note(MOVED), false);
  equal(place.aim(), MOVED);
  equal([place.note(place.home()), place.value], [true, ""]);
});

test("a view that the server does not know of is kept till a choice moves the map", () => {
  const { outbox, place, take } = placed();
  take(CORRIDOR);
  place.note(MOVED);
  outbox.hold({ camera: place.value });
  equal([take(CORRIDOR), place.value], [false, "41.5,51.2,5"]);
  equal([take(CASPIAN), place.value, outbox.pending("camera")], [true, "", ""]);
});

test("the map goes where a link or the server says", () => {
  const { place, take } = placed();
  take(CORRIDOR, "41.5,51.2,5");
  equal(place.aim(), MOVED);
  equal([take(CORRIDOR, ""), place.value], [true, ""]);
  equal(take(CORRIDOR, ""), false);
});

test("a view is reported once it stands still after an input of the reader", () => {
  const chart = freshPage();
  const views = [1, null, 2, 2, 3, 3, 3];
  const rested = [];
  const seen = () => {
    const zoom = views.length > 1 ? views.shift() : views[0];
    return zoom && { longitude: 0, latitude: 0, zoom };
  };
  watchRest(chart, seen, ({ zoom }) => rested.at(-1) !== zoom && rested.push(zoom));
  pass(2000);
  equal(rested, []);
  chart.happen("keyup");
  pass(600);
  equal(rested, []);
  pass(4000);
  equal(rested, [2, 3]);
});

test("a drawing that takes the place of the map gets its tools without new data", () => {
  const page = freshPage();
  globalThis.addEventListener = () => {};
  const parentElement = document.createElement("div");
  page.append(parentElement);
  globalThis.Event = class {
    constructor(type) {
      this.type = type;
    }
  };
  let fitted = 0;
  let drawing = null;
  document.querySelector = (selector) => (selector.includes(".atlas-map") ? drawing : null);
  const drawn = () => {
    const around = document.createElement("div");
    const box = document.createElement("div");
    box.append(document.createElement("svg"));
    box.addEventListener("atlas-buttons-drawn", () => {
      fitted += 1;
    });
    around.append(box);
    page.append(around);
    return box;
  };
  const toolsBeside = (box) =>
    box.parentElement.children.filter((one) => one.className === "atlas-map-tools").length;
  const camera = { parameter: "camera", value: "", canvas: [800, 430] };
  const names = { group: "Zoom", in: "In", out: "Out", reset: "All", hint: "Ctrl" };
  draw({ parentElement, data: { bounds: [26, 36, 81, 49], camera, names, heard: 0 } });
  drawing = drawn();
  pass(200);
  equal(toolsBeside(drawing), 1);
  drawing.parentElement.remove();
  drawing = drawn();
  pass(1000);
  equal(toolsBeside(drawing), 1);
  // Each drawing is told once that its buttons are there.
  equal(fitted, 2);
});
