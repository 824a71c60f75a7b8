// Lays charts out a second time after the window has changed its width.
//
// The rows of a legend depend on the width that the axis leaves to the plot. Vega measures the
// legend before it knows that width, and Streamlit lets it measure once, so that a legend which
// gets more rows is cut.

const SETTLED_MS = 200;

// The view that draws a chart; null if this version of Vega keeps it elsewhere.
export function viewOf(svg) {
  for (const group of svg.querySelectorAll("g")) {
    const view = group.__data__?.context?.dataflow;
    if (view) return view;
  }
  return null;
}

export function layOutAgain(charts) {
  for (const svg of charts) viewOf(svg)?.resize().runAsync();
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
    view.signal("magnified", factor).resize().runAsync();
  }
}

// `after` calls a function some milliseconds later, `forget` prevents that.
export function watchWidth(page, after = setTimeout, forget = clearTimeout) {
  let width = page.innerWidth;
  let waiting = null;
  page.addEventListener("resize", () => {
    if (page.innerWidth === width) return;
    width = page.innerWidth;
    if (waiting !== null) forget(waiting);
    waiting = after(() => {
      waiting = null;
      layOutAgain(page.document.querySelectorAll("[data-testid=stVegaLiteChart] svg"));
    }, SETTLED_MS);
  });
}
