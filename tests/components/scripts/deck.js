import { stateOf } from "../../../components/decks/deck.js";

test("the state of a slide is the number of its visible steps", () => {
  const section = (count) => ({
    querySelectorAll: (selector) => (selector === ".fragment.visible" ? Array(count) : []),
  });
  equal([0, 2].map((count) => stateOf(section(count))), [0, 2]);
});
