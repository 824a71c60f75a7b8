// Lays charts out again after their size has changed.
//
// The rows of a legend depend on the width that the axis leaves to the plot. Vega measures legend and
// axes before it knows the size of the plot, and Streamlit lets it measure once, so that a legend is
// cut which gets more rows, or whose chart has become much lower.

const MOST_LAYOUTS = 3;

const followedCharts = new WeakSet();

// The view that draws a chart; null if this version of Vega keeps it elsewhere.
export function viewOf(svg) {
  for (const group of svg.querySelectorAll("g")) {
    const view = group.__data__?.context?.dataflow;
    if (view) return view;
  }
  return null;
}

// Draws letters and distances of charts larger, as `magnified` in `components/charts/size.py` says.
// Vega sets the distance of lines anew only where the text differs from the one that it remembers.
export function magnify(charts, factor) {
  for (const svg of charts) {
    const view = viewOf(svg);
    if (!view?.getState().signals.magnified) continue;
    for (const { __values__: remembered } of svg.querySelectorAll("text")) {
      if (remembered) remembered.text = null;
    }
    view.signal("magnified", factor);
    layOutUntilStill(view);
  }
}

// Lays a chart out after each change of its size, until its plot keeps its own.
export function keepLaidOut(svg) {
  if (followedCharts.has(svg)) return;
  const view = viewOf(svg);
  if (!view) return;
  followedCharts.add(svg);
  let known = "";
  view.addResizeListener((...size) => {
    // A new layout is told as well, with the same size.
    if (String(size) === known) return;
    known = String(size);
    view.runAfter(() => layOutUntilStill(view));
  });
}

async function layOutUntilStill(view) {
  for (let count = 0; count < MOST_LAYOUTS; count += 1) {
    const before = [view.width(), view.height()];
    await view.resize().runAsync();
    if (String([view.width(), view.height()]) === String(before)) return;
  }
}
