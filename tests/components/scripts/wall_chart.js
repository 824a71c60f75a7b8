import { fitted, readableScale, recoloured, roomyScale } from "../../../components/decks/wall_chart.js";

test("colours are replaced wherever they stand, other values are kept", () => {
  const spec = { config: { axis: { labelColor: "#111" } }, layer: [{ mark: { color: "#222", size: 3 } }, null, true] };
  equal(recoloured(spec, { "#111": "#eee" }), {
    config: { axis: { labelColor: "#eee" } }, layer: [{ mark: { color: "#222", size: 3 } }, null, true],
  });
});
test("a chart is laid out for the room divided by its scale", () => {
  equal(fitted({ mark: "bar", height: 5 }, { width: 1400, height: 701 }, 1.4), { mark: "bar", height: 500, width: 1000 });
});
test("small letters enlarge the scale, up to twice", () => {
  equal(readableScale([13, 20], 18, 1.4), 1.4);
  equal(readableScale([12, 20], 18, 1.4), 1.5);
  equal(readableScale([4], 18, 1.4), 2);
  equal(readableScale([], 18, 1.4), 1.4);
});
test("a low chart is enlarged further, up to twice and not below the width of a card", () => {
  equal(roomyScale(300, { width: 1200, height: 420 }, 1.4), 1.4);
  equal(roomyScale(250, { width: 1200, height: 400 }, 1.4), 1.6);
  equal(roomyScale(100, { width: 1200, height: 400 }, 1.4), 2);
  equal(roomyScale(100, { width: 870, height: 400 }, 1.4), 1.5);
  equal(roomyScale({ expr: "width" }, { width: 1200, height: 400 }, 1.4), 1.4);
});
