import { alike, between, deckOf, scrollsPage, viewOf, zoomed } from "../../../components/map/map_tools.js";

test("the wheel scrolls the page unless a key is held", () => {
  equal(scrollsPage({ ctrlKey: false, metaKey: false }), true);
  equal(scrollsPage({ ctrlKey: true, metaKey: false }), false);
  equal(scrollsPage({ ctrlKey: false, metaKey: true }), false);
});

test("a view shows the whole of its bounds", () => {
  const view = viewOf([-180, -60, 180, 60], { width: 512, height: 512 });
  equal(view.longitude, 0);
  equal(Math.abs(view.latitude) < 1e-9, true);
  equal(Math.abs(view.zoom) < 1e-9, true);
  equal(viewOf([0, -1, 90, 1], { width: 512, height: 512 }).zoom, 2);
});

test("zooming keeps to its limits, and a move ends at its aim", () => {
  const view = { longitude: 10, latitude: 40, zoom: 8.9 };
  equal(zoomed(view, 0.8).zoom, 9);
  equal(zoomed({ ...view, zoom: 1.1 }, -0.8).zoom, 1);
  equal(alike(between({ longitude: 0, latitude: 0, zoom: 1 }, view, 1), view), true);
  equal(alike(view, { ...view, zoom: 3 }), false);
});

test("the deck is found in a reference of an element above the canvas", () => {
  const deck = { props: { onViewStateChange: () => {} } };
  const hooks = { memoizedState: 3, next: { memoizedState: { current: { deck } }, next: null } };
  const canvas = { "__reactFiber$x": { memoizedState: null, return: { memoizedState: hooks, return: null } } };
  equal(deckOf(canvas) === deck, true);
  equal(deckOf({ "__reactFiber$x": { memoizedState: null, return: null } }), null);
  equal(deckOf(null), null);
});
