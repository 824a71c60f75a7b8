import { pictureQueue, slideList } from "../../../components/present/slide_list.js";

const LABELS = {
  ...{ slides: "Slides", up: "Up", down: "Down", duplicate: "Copy", delete: "Delete" },
  ...{ message: "Message", notes: "Notes", seconds: "Seconds", text: "Text", choice: "Choice" },
};
const slide = (key, number, more = {}) => ({
  key, number, title: `Title ${key}`, about: "Text", picture: "", faults: [], ...more,
});

function list(own = true) {
  const page = freshPage();
  const puts = [];
  const made = slideList(LABELS, own, { put: (act) => puts.push(act) });
  page.append(made.root);
  const show = (slides, editor = null) => made.update({ slides, editor, code: "en", limits: {} });
  const titles = () => made.root.children.map((row) => row.querySelector(".title").textContent);
  return { made, puts, show, titles };
}

test("buttons and Alt with an arrow move a slide; other keys do nothing", () => {
  const { made, puts, show } = list();
  show([slide(1, 1), slide(2, 2)]);
  const [, row] = made.root.children;
  row.querySelector("button.up").happen("click");
  row.querySelector(".title").happen("keydown", { key: "ArrowDown", altKey: true });
  equal(row.querySelector(".title").happen("keydown", { key: "ArrowDown", altKey: false }), true);
  equal(puts, [{ do: "move", key: 2, number: -1 }, { do: "move", key: 2, number: 1 }]);
});

test("buttons name their slide", () => {
  const { made, show } = list();
  show([slide(1, 1)]);
  equal(made.root.querySelector("button.delete").getAttribute("aria-label"), "Delete: Title 1");
});

test("rows are kept in a new order, and the focus stays on the moved one", () => {
  const { made, show, titles } = list();
  show([slide(1, 1), slide(2, 2)]);
  const [first] = made.root.children;
  const button = first.querySelector("button.down");
  button.focus();
  show([slide(2, 1), slide(1, 2)]);
  equal(titles(), ["Title 2", "Title 1"]);
  equal(made.root.children[1] === first, true);
  equal(document.activeElement === button, true);
});

test("after a deletion the focus goes to the next slide", () => {
  const { made, show } = list();
  show([slide(1, 1), slide(2, 2)]);
  made.root.children[0].querySelector("button.delete").focus();
  show([slide(2, 1)]);
  equal(document.activeElement === made.root.querySelector(".title"), true);
});

test("slides of a built-in deck have no buttons", () => {
  const { made, show } = list(false);
  show([slide(1, 1)]);
  equal(made.root.querySelectorAll("button").length, 0);
});

test("the open slide has its fields, and its title closes it", () => {
  const { made, puts, show } = list();
  const fields = { key: 1, figure: "", message: "", headline: "", text: "", notes: "", seconds: 0, choice: "", steps: [] };
  show([slide(1, 1), slide(2, 2)], fields);
  const titles = made.root.querySelectorAll(".title");
  equal(titles.map((title) => title.getAttribute("aria-expanded")), ["true", "false"]);
  for (const title of titles) title.happen("click");
  equal(puts, [{ do: "edit", key: 0 }, { do: "edit", key: 2 }]);
  show([slide(1, 1), slide(2, 2)]);
  equal(made.root.querySelectorAll("textarea").length, 0);
});

test("faults are shown as texts", () => {
  const { made, show } = list();
  show([slide(1, 1, { faults: ["<b>", "more"] })]);
  equal(made.root.querySelector(".faults").textContent, "⚠ <b> ⚠ more");
});

test("pictures are fetched one after the other, and one that fails is not shown", () => {
  freshPage();
  const load = pictureQueue();
  const [one, other] = [document.createElement("img"), document.createElement("img")];
  load(one, "a.svg");
  load(other, "b.svg");
  equal([one.src, other.src ?? null], ["a.svg", null]);
  one.happen("error");
  equal([one.hidden, other.src], [true, "b.svg"]);
  other.happen("load");
  equal(other.hidden, false);
});

test("a slide is dragged to another place", () => {
  const { made, puts, show } = list();
  show([slide(1, 1), slide(2, 2), slide(3, 3)]);
  made.root.children.forEach((row, place) => {
    row.querySelector(".line").box = { top: 100 * place, height: 100 };
  });
  made.root.setPointerCapture = () => {};
  const grip = made.root.children[0].querySelector(".number");
  grip.happen("pointerdown", { button: 0, clientY: 50, pointerId: 1 });
  made.root.happen("pointermove", { clientY: 240 });
  made.root.happen("pointerup", { clientY: 240, type: "pointerup" });
  equal(puts, [{ do: "move", key: 1, number: 1 }]);
  grip.happen("pointerdown", { button: 0, clientY: 50, pointerId: 1 });
  made.root.happen("pointerup", { clientY: 52, type: "pointerup" });
  equal(puts.length, 1);
});
