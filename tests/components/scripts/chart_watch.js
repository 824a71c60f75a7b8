import { watchCharts } from "../../../components/controls/chart_watch.js";

function pageOf(marks) {
  const without = () => marks.filter((mark) => !("aria-hidden" in mark.set));
  return { querySelectorAll: (name) => (name.includes("_brush") ? without() : []) };
}

function markOf() {
  const set = {};
  return { set, setAttribute: (name, value) => Object.assign(set, { [name]: value }) };
}

test("a mark is hidden as soon as it is drawn", () => {
  const marks = [markOf()];
  let change = null;
  watchCharts(pageOf(marks), (_page, changed) => { change = changed; });
  marks.push(markOf());
  equal(marks[1].set, {});
  change();
  equal(marks[1].set, { "aria-hidden": "true" });
});

test("charts that were drawn before the script was there are searched at once", () => {
  const marks = [markOf()];
  watchCharts(pageOf(marks), () => {});
  equal(marks[0].set, { "aria-hidden": "true" });
});
