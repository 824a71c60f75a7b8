import { hideBrushes, watchBrushes } from "../../../components/controls/chart_marks.js";

function pageOf(marks, charts = []) {
  const without = () => marks.filter((mark) => !("aria-hidden" in mark.set));
  const found = (name) => (name.includes("roledescription") ? charts : name.includes("_brush") ? without() : []);
  return { querySelectorAll: found };
}

function markOf() {
  const set = {};
  return { set, setAttribute: (name, value) => Object.assign(set, { [name]: value }) };
}

test("brushes are hidden from screen readers", () => {
  const mark = markOf();
  hideBrushes(pageOf([mark]));
  equal(mark.set, { "aria-hidden": "true" });
});

test("a chart loses the description of its role, which is English", () => {
  const removed = [];
  hideBrushes(pageOf([], [{ removeAttribute: (name) => removed.push(name) }]));
  equal(removed, ["aria-roledescription"]);
});

test("a mark is hidden as soon as it is drawn", () => {
  const marks = [markOf()];
  let change = null;
  watchBrushes(pageOf(marks), (_page, changed) => { change = changed; });
  marks.push(markOf());
  equal(marks[1].set, {});
  change();
  equal(marks[1].set, { "aria-hidden": "true" });
});

test("charts that were drawn before the script was there are searched at once", () => {
  const marks = [markOf()];
  watchBrushes(pageOf(marks), () => {});
  equal(marks[0].set, { "aria-hidden": "true" });
});
