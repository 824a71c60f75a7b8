// Keeps a brush on years while its chart changes its size. Vega-Lite empties a brush on a scale of
// categories whenever the scale changes, as it does when notes, a bar of filters or the full screen
// leave the chart another size; all years would be selected again. A reader who presses in a chart
// makes the brush start at the pointer first, so an extent of zeros alone comes from the scale.

// What Vega-Lite calls the parts of `YEAR_BRUSH` in `components/charts/interaction.py`.
const BRUSH_EXTENT = "year_brush_x";
const BRUSHED_YEARS = "year_brush_year";
const BRUSH = ".year_brush_brush path";

const keptBrushes = new WeakSet();

// Returns the extent in pixels that covers years, or nothing where the chart has not both ends.
export function extentOf(years, scale) {
  // A point has no width; the brush reaches almost to the next one.
  const beside = scale.bandwidth() ? 0 : 0.45 * scale.step();
  const ends = [years[0], years.at(-1)].map((year) => scale(year));
  if (ends.includes(undefined)) return null;
  return [ends[0] - beside, ends[1] + beside + scale.bandwidth()];
}

// `svg` is the drawing of a chart. Vega keeps what a shape draws at its element.
export function keepYears(svg) {
  const context = svg.querySelector(BRUSH)?.__data__?.mark?.group?.context;
  const { [BRUSH_EXTENT]: extent, [BRUSHED_YEARS]: chosen } = context?.signals ?? {};
  if (!extent || !chosen || keptBrushes.has(context)) return;
  keptBrushes.add(context);
  const view = context.dataflow;
  let years = chosen.value;
  view.on(chosen, null, () => {
    if (chosen.value) years = chosen.value;
    else if (years && extent.value.every((end) => end === 0)) view.runAfter(restore);
    else years = null;
  });
  function restore() {
    const covered = years && extentOf(years, view.scale("x"));
    if (covered) view.update(extent, covered).runAsync();
  }
}
