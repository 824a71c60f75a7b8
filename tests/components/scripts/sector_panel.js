import { sectorsOf } from "../../../components/controls/sector_panel.js";

const GROUPS = [
  ["Energy", [["energy", "Energy"], ["oil", "Oil"], ["gas", "Gas"]]],
  ["People", [["people", "People"], ["education", "Education"]]],
];
const COUNTS = { energy: "12 values · 3 routes", oil: "8 values", people: "2 values" };

function panel(value) {
  const page = freshPage();
  const outbox = fakeOutbox();
  const made = sectorsOf({ clear_sectors: "All sectors" }, outbox);
  page.append(made.root);
  made.update({ groups: GROUPS, counts: COUNTS, value });
  const boxes = page.querySelectorAll("input");
  const ticked = () => boxes.filter(({ checked }) => checked).map((box) => box.value);
  const click = (code, checked) => {
    const box = boxes.find((one) => one.value === code);
    box.checked = checked;
    box.happen("change");
  };
  return { page, outbox, made, boxes, ticked, click, clear: page.querySelector("button") };
}

test("each theme is a group with its sectors and what names them", () => {
  const { page, boxes } = panel(["oil"]);
  const groups = page.querySelectorAll(".group");
  equal(groups.map((one) => [one.getAttribute("role"), one.getAttribute("aria-label")]), [["group", "Energy"], ["group", "People"]]);
  equal(page.querySelectorAll("small").map(({ textContent }) => textContent), ["12 values · 3 routes", "8 values", "", "2 values", ""]);
  equal(boxes[1].getAttribute("aria-label"), "Oil");
  equal([boxes[1], boxes[2]].map((box) => box.getAttribute("aria-describedby")), ["evidence-oil", null]);
});

test("a ticked sector makes its theme partly ticked", () => {
  const { boxes, ticked, made } = panel(["oil"]);
  equal(ticked(), ["oil"]);
  equal([boxes[0].indeterminate, boxes[3].indeterminate], [true, false]);
  equal(made.names(), ["Oil"]);
});

test("a theme is sent as one code, and without a sector as the others", () => {
  const { outbox, click, ticked, made } = panel(["education"]);
  click("energy", true);
  equal(outbox.puts, [{ sectors: "education,energy" }]);
  outbox.waiting.sectors = "education,energy";
  made.update({ groups: GROUPS, counts: COUNTS, value: ["education"] });
  equal(ticked(), ["energy", "oil", "gas", "education"]);
  click("gas", false);
  equal(outbox.puts[1], { sectors: "education,oil" });
});

test("one button clears all sectors, and has no effect without any", () => {
  const { outbox, made, clear } = panel(["oil"]);
  equal([clear.textContent, clear.disabled], ["All sectors", false]);
  clear.happen("click");
  equal(outbox.puts, [{ sectors: "" }]);
  made.update({ groups: GROUPS, counts: COUNTS, value: [] });
  equal(clear.disabled, true);
});

test("boxes are kept as long as the sectors are the same", () => {
  const { page, made, boxes } = panel(["oil"]);
  made.update({ groups: GROUPS, counts: COUNTS, value: [] });
  equal(page.querySelectorAll("input")[0] === boxes[0], true);
  made.update({ groups: GROUPS.slice(1), counts: COUNTS, value: [] });
  equal(page.querySelectorAll("input").length, 2);
});
