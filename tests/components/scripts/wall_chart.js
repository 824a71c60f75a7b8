import { fitted, readableScale, recoloured } from "../../../components/decks/wall_chart.js";

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
