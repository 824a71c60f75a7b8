import {
  coveredBoxes,
  fittingScale,
  letterScale,
  tooltipPlace,
} from "../../../components/map/svg_boxes.js";

const box = (left, top, width = 10, height = 10) => ({ left, top, right: left + width, bottom: top + height });

const frame = box(0, 0, 100, 100);
const inFrame = (boxes) => coveredBoxes(boxes, frame);

test("a box that the frame cuts has no place and covers no other", () => {
  equal(inFrame([box(95, 0), box(-1, 0), box(0, 91), box(0, -1)]), [true, true, true, true]);
  equal(inFrame([box(95, 50), box(90, 50)]), [true, false]);
});

test("a box that touches one before it is covered", () => {
  equal(inFrame([box(0, 0), box(5, 5)]), [false, true]);
  equal(inFrame([box(5, 5), box(0, 0)]), [false, true]);
  equal(inFrame([box(0, 0), box(2, 2, 2, 2)]), [false, true]);
});

test("boxes side by side or below each other stay", () => {
  equal(inFrame([box(0, 0), box(10, 0)]), [false, false]);
  equal(inFrame([box(10, 0), box(0, 0)]), [false, false]);
  equal(inFrame([box(0, 0), box(0, 10)]), [false, false]);
  equal(inFrame([box(0, 10), box(0, 0)]), [false, false]);
});

test("a covered box covers no other", () => {
  equal(inFrame([box(0, 0), box(8, 0), box(16, 0)]), [false, true, false]);
});

test("a canvas fits into a box by the shorter side", () => {
  equal(fittingScale({ width: 350, height: 300 }, [700, 300]), 0.5);
  equal(fittingScale({ width: 700, height: 150 }, [700, 300]), 0.5);
});

test("letters of a smaller map keep their size, those of a larger one grow with it", () => {
  equal(letterScale(0.5), 2);
  equal(letterScale(1), 1);
  equal(letterScale(2), 1);
});

test("a tooltip lies below the pointer to the right, and above it where there is no room", () => {
  const room = { width: 300, height: 200 };
  const tip = { width: 80, height: 40 };
  equal(tooltipPlace([100, 50], tip, room), [112, 64]);
  equal(tooltipPlace([100, 146], tip, room), [112, 160]);
  equal(tooltipPlace([100, 147], tip, room), [112, 99]);
});

test("a tooltip stays within the map", () => {
  equal(tooltipPlace([290, 50], { width: 80, height: 40 }, { width: 300, height: 200 }), [220, 64]);
  equal(tooltipPlace([10, 50], { width: 400, height: 180 }, { width: 300, height: 200 }), [0, 0]);
});
