import { afterKey } from "../../../components/decks/jump.js";

const keys = (text, count = 15) =>
  [...text].reduce((found, key) => afterKey(found.typed, key === "⏎" ? "Enter" : key, count), { typed: "", target: null });

test("a number and Enter lead to the slide", () => {
  equal(keys("7⏎"), { typed: "", target: 6 });
  equal(keys("12⏎"), { typed: "", target: 11 });
});
test("a number outside leads to the first or the last slide", () => {
  equal(keys("0⏎").target, 0);
  equal(keys("99⏎").target, 14);
});
test("another key forgets the number, and Enter alone leads nowhere", () => {
  equal(keys("7x⏎"), { typed: "", target: null });
  equal(keys("12"), { typed: "12", target: null });
});
