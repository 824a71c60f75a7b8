import { setSlideSize, slideSize } from "../../../components/decks/upright.js";

test("slides are wide, and upright in the form of a phone that is held upright", () => {
  equal(slideSize({ width: 1920, height: 1080 }), { width: 1280, height: 720, upright: false });
  equal(slideSize({ width: 844, height: 342 }).upright, false);
  equal(slideSize({ width: 390, height: 690 }), { width: 720, height: 1200, upright: true });
  equal([[390, 500], [300, 2000]].map(([width, height]) => slideSize({ width, height }).height), [900, 1500]);
});

test("a window that is not shown yet has wide slides", () => {
  equal(slideSize({ width: 0, height: 0 }).upright, false);
});

test("the style sheet learns the height", () => {
  const root = freshPage();
  const page = { innerWidth: 360, innerHeight: 640, document: globalThis.document };
  equal(setSlideSize(page).height, 1200);
  equal([root.classList.contains("upright"), root.style["--slide-height"]], [true, "1200px"]);
});
