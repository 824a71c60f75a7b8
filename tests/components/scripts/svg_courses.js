import { courseOf, northing, projection } from "../../../components/map/svg_courses.js";

const view = { origin: [20, 60], scale: 10 };

test("northings are those of the projection of Mercator", () => {
  equal(northing(0).toFixed(6), "-0.000000");
  equal(northing(45).toFixed(4), "50.4990");
  equal(northing(-45).toFixed(4), "-50.4990");
});

test("a position becomes pixels from the upper left corner", () => {
  equal(projection(view)([20, 0]), "0.0 600.0");
  equal(projection(view)([32.5, 45]), "125.0 95.0");
});

test("a line stays open and a polygon is closed, at any depth", () => {
  const project = ([x, y]) => `${x} ${y}`;
  const ring = [[0, 0], [1, 0], [1, 1]];
  equal(courseOf({ type: "LineString", coordinates: ring }, project), "M0 0L1 0L1 1");
  equal(courseOf({ type: "MultiLineString", coordinates: [ring, ring] }, project), "M0 0L1 0L1 1M0 0L1 0L1 1");
  equal(courseOf({ type: "Polygon", coordinates: [ring] }, project), "M0 0L1 0L1 1Z");
  equal(courseOf({ type: "MultiPolygon", coordinates: [[ring], [ring]] }, project), "M0 0L1 0L1 1ZM0 0L1 0L1 1Z");
});
