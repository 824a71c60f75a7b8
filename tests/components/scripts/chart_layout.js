import { magnify, viewOf, watchWidth } from "../../../components/controls/chart_layout.js";

function chart(view, width = () => "300") {
  const groups = [{}, { __data__: {} }, { __data__: { context: { dataflow: view } } }];
  return { querySelectorAll: () => (view ? groups : groups.slice(0, 2)), getAttribute: width };
}

function windowWith(charts) {
  const listeners = [];
  return {
    innerWidth: 1280,
    document: { querySelectorAll: () => charts },
    addEventListener: (_kind, listen) => listeners.push(listen),
    become(width) {
      this.innerWidth = width;
      for (const listen of listeners) listen();
    },
  };
}

test("the view of a chart is that of its groups, and of a chart without one there is none", () => {
  const view = {};
  equal(viewOf(chart(view)) === view, true);
  equal(viewOf(chart(null)), null);
});

test("charts are laid out again once, after the width has settled", () => {
  const done = [];
  const view = { resize: () => ({ runAsync: () => done.push("laid out") }) };
  const page = windowWith([chart(view), chart(null)]);
  const waiting = new Map();
  watchWidth(page, (run) => waiting.set(waiting.size, run).size - 1, (id) => waiting.set(id, null));
  page.become(1280);
  equal(waiting.size, 0);
  page.become(800);
  page.become(390);
  for (const run of waiting.values()) run?.();
  equal(done, ["laid out"]);
});

test("a chart that gets its width late is laid out with that one too", () => {
  const done = [];
  let width = "576";
  const view = { resize: () => ({ runAsync: () => done.push(width) }) };
  const page = windowWith([chart(view, () => width)]);
  const waiting = [];
  watchWidth(page, (run, delay) => waiting.push([run, delay]), () => {});
  page.become(390);
  waiting.shift()[0]();
  width = "326";
  waiting.shift()[0]();
  equal(done, ["576", "326"]);
  const delays = [];
  for (const [run, delay] of waiting) {
    delays.push(delay);
    run();
  }
  equal([done.length, delays], [2, [800, 1600, 3200]]);
});

test("charts are magnified with the distance of their lines, where they can be", () => {
  const set = [];
  const view = {
    getState: () => ({ signals: { magnified: 1 } }),
    signal(name, value) {
      set.push([name, value]);
      return this;
    },
    resize: () => ({ runAsync: () => set.push("drawn") }),
  };
  const other = { ...view, getState: () => ({ signals: {} }) };
  const remembered = { text: "a\nb" };
  const groups = [{ __data__: { context: { dataflow: view } } }];
  const svg = { querySelectorAll: (kind) => (kind === "g" ? groups : [{ __values__: remembered }, {}]) };
  magnify([svg, chart(other), chart(null)], 1.8);
  equal([set, remembered.text], [[["magnified", 1.8], "drawn"], null]);
});
