import { tipPlace } from "../../../components/decks/map_tips.js";

const room = { width: 1000, height: 500 };
const size = { width: 200, height: 80 };

test("a tip stands to the lower right of the pointer", () => {
  equal(tipPlace({ x: 100, y: 100 }, size, room), { left: 116, top: 116 });
});
test("a tip stays within the window", () => {
  equal(tipPlace({ x: 990, y: 490 }, size, room), { left: 800, top: 394 });
  equal(tipPlace({ x: -50, y: 40 }, { width: 2000, height: 480 }, room), { left: 0, top: 0 });
});
