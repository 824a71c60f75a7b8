import { extentOf, keepYears } from "../../../components/controls/kept_brush.js";

// A scale of years with 100 pixels each, from 2018 on.
function scaleOf({ bandwidth = 0, years = [2018, 2019, 2020, 2021] } = {}) {
  const scale = (year) => (years.includes(year) ? 100 * years.indexOf(year) : undefined);
  return Object.assign(scale, { bandwidth: () => bandwidth, step: () => 100 });
}

// A chart with a brush. Changes of the extent are kept; what the chart calls is called by `chose`.
function chartOf(scale = scaleOf()) {
  const extent = { value: [] };
  const years = { value: null };
  const listening = [];
  const set = [];
  const view = {
    on: (_operator, _target, called) => listening.push(called),
    runAfter: (called) => called(),
    scale: () => scale,
    update: (_operator, value) => {
      set.push(value);
      return { runAsync: () => {} };
    },
  };
  const context = { signals: { year_brush_x: extent, year_brush_year: years }, dataflow: view };
  const shape = { __data__: { mark: { group: { context } } } };
  const chose = (value, chosen) => {
    extent.value = value;
    years.value = chosen;
    for (const called of listening) called();
  };
  return { svg: { querySelector: () => shape }, chose, set, listening };
}

test("a brush covers its years, to almost the next ones", () => {
  equal(extentOf([2019, 2020], scaleOf()), [55, 245]);
  equal(extentOf([2019], scaleOf({ bandwidth: 80 })), [100, 180]);
});

test("a brush whose years the chart has no longer covers nothing", () => {
  equal(extentOf([2019, 2030], scaleOf()), null);
});

test("years are put back that a change of the scale has emptied", () => {
  const { svg, chose, set } = chartOf();
  keepYears(svg);
  chose([60, 240], [2019, 2020]);
  chose([0, 0], null);
  chose([0, 0], null);
  equal(set, [[55, 245], [55, 245]]);
});

test("a press in the chart empties the brush for good", () => {
  const { svg, chose, set } = chartOf();
  keepYears(svg);
  chose([60, 240], [2019, 2020]);
  chose([300, 300], null);
  chose([0, 0], null);
  equal(set, []);
});

test("years that the chart has no longer are left out", () => {
  const { svg, chose, set } = chartOf();
  keepYears(svg);
  chose([60, 240], [2019, 2030]);
  chose([0, 0], null);
  equal(set, []);
});

test("a chart is watched once, and one without years not at all", () => {
  const { svg, listening } = chartOf();
  keepYears(svg);
  keepYears(svg);
  equal(listening.length, 1);
  keepYears({ querySelector: () => null });
});
