import { hideBrushes } from "../../../components/controls/chart_marks.js";

function pageOf(marks, charts = []) {
  return { querySelectorAll: (name) => (name.includes("roledescription") ? charts : marks) };
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
