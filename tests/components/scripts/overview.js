import { pictureAfter } from "../../../components/decks/overview.js";

test("arrows move by one picture or by one row", () => {
  equal(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].map((key) => pictureAfter(key, 5, 4, 15)), [4, 6, 1, 9]);
});
test("a move out of the pictures ends at the first or last, or stays in its row", () => {
  equal(pictureAfter("ArrowLeft", 0, 4, 15), 0);
  equal(pictureAfter("PageDown", 14, 4, 15), 14);
  equal(pictureAfter("ArrowDown", 13, 4, 15), 13);
});
test("Home and End lead to the first and the last picture, other keys nowhere", () => {
  equal(["Home", "End", "x"].map((key) => pictureAfter(key, 5, 4, 15)), [0, 14, 5]);
});
