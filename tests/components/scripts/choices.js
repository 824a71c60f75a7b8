import draw from "../../../components/controls/choices.js";

const year = { kind: "year", parameter: "asof", label: "Year", lowest: 2010, highest: 2030 };
const list = { kind: "select", parameter: "view", label: "View", options: [["a", "A"], ["b", "B"]] };

function opened() {
  const page = freshPage();
  const outbox = Object.assign(fakeOutbox(), { leave() {} });
  globalThis.atlasOutbox = outbox;
  const show = (...controls) => draw({ parentElement: page, data: { controls } });
  return { page, outbox, show };
}

test("controls are drawn in one column and show their values", () => {
  const { page, show } = opened();
  show({ ...list, value: "b" }, { ...year, value: 2020 });
  equal(page.querySelector("select").value, "b");
  equal(page.querySelector("output").textContent, "2020");
});

test("controls are kept with new values and keep the focus", () => {
  const { page, show } = opened();
  show({ ...list, value: "b" });
  const held = page.querySelector("select");
  show({ ...list, value: "a" });
  equal(page.querySelector("select") === held, true);
  equal(held.value, "a");
});

test("other controls replace the previous ones, whose listeners are removed", () => {
  const { page, outbox, show } = opened();
  show({ ...list, value: "b" });
  show({ ...year, value: 2020 });
  equal(page.querySelector("select"), null);
  equal(page.querySelectorAll(".choices").length, 1);
  equal(outbox.listeners.length, 1);
});

test("a label in another language rebuilds a control", () => {
  const { page, show } = opened();
  show({ ...list, value: "b" });
  show({ ...list, label: "Вид", value: "b" });
  equal(page.querySelector(".choice").children[0], "Вид");
});

test("a value refused by the server is reset to the previous one", () => {
  const { page, outbox, show } = opened();
  outbox.waiting.view = "a";
  show({ ...list, value: "b" });
  equal(page.querySelector("select").value, "a");
  outbox.waiting = {};
  for (const listen of outbox.listeners) listen(outbox);
  equal(page.querySelector("select").value, "b");
});

test("a control drawn before the answer shows the value that is confirmed but not drawn", () => {
  const { page, outbox } = opened();
  outbox.pending = (_name, heard) => (heard[1] < 5 ? "a" : undefined);
  const drawn = (number) =>
    draw({ parentElement: page, data: { controls: [{ ...list, value: "b" }], heard: ["tab", number] } });
  drawn(4);
  equal(page.querySelector("select").value, "a");
  drawn(5);
  equal(page.querySelector("select").value, "b");
});
