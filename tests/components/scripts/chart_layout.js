import { keepLaidOut, magnify, viewOf } from "../../../components/controls/chart_layout.js";

function chart(view) {
  const groups = [{}, { __data__: {} }, { __data__: { context: { dataflow: view } } }];
  return { querySelectorAll: () => (view ? groups : groups.slice(0, 2)) };
}

test("the view of a chart is that of its groups, and of a chart without one there is none", () => {
  const view = {};
  equal(viewOf(chart(view)) === view, true);
  equal(viewOf(chart(null)), null);
});

// A chart whose plot has, after one layout more each, the heights of `plots`.
function plotted(plots) {
  const drawn = { layouts: 0, listening: [] };
  const height = () => plots[Math.min(drawn.layouts, plots.length - 1)];
  const view = {
    width: () => 300,
    height,
    addResizeListener: (called) => drawn.listening.push(called),
    runAfter: (called) => called(),
    resize: () => view,
    runAsync: () => {
      drawn.layouts += 1;
      for (const called of drawn.listening) called(340, 200);
      return Promise.resolve();
    },
  };
  return Object.assign(drawn, { svg: chart(view), resized: (...size) => drawn.listening[0](...size) });
}

async function settled() {
  for (let turn = 0; turn < 20; turn += 1) await null;
}

test("a chart with a new size is laid out until its plot keeps its size", async () => {
  const drawn = plotted([80, 90, 92, 92]);
  keepLaidOut(drawn.svg);
  drawn.resized(340, 200);
  await settled();
  equal(drawn.layouts, 3);
});

test("a plot that keeps its size is laid out once more", async () => {
  const drawn = plotted([80]);
  keepLaidOut(drawn.svg);
  drawn.resized(340, 200);
  await settled();
  equal(drawn.layouts, 1);
});

test("a plot that never keeps its size is not laid out for ever", async () => {
  const drawn = plotted([1, 2, 3, 4, 5, 6, 7, 8]);
  keepLaidOut(drawn.svg);
  drawn.resized(340, 200);
  await settled();
  equal(drawn.layouts, 3);
});

test("a chart is watched once, and what is no chart of Vega not at all", () => {
  const drawn = plotted([80]);
  keepLaidOut(drawn.svg);
  keepLaidOut(drawn.svg);
  equal(drawn.listening.length, 1);
  keepLaidOut(chart(null));
});

test("charts are magnified with the distance of their lines, where they can be", async () => {
  const set = [];
  const view = {
    getState: () => ({ signals: { magnified: 1 } }),
    signal: (name, value) => set.push([name, value]),
    width: () => 300,
    // A legend of larger letters takes a second row.
    height: () => (set.length > 1 ? 80 : 90),
    resize: () => ({ runAsync: async () => set.push("drawn") }),
  };
  const other = { ...view, getState: () => ({ signals: {} }) };
  const remembered = { text: "a\nb" };
  const groups = [{ __data__: { context: { dataflow: view } } }];
  const svg = { querySelectorAll: (kind) => (kind === "g" ? groups : [{ __values__: remembered }, {}]) };
  magnify([svg, chart(other), chart(null)], 1.8);
  await settled();
  equal([set, remembered.text], [[["magnified", 1.8], "drawn", "drawn"], null]);
});
