// Lays charts out a second time after the window has changed its width.
//
// The rows of a legend depend on the width that the axis leaves to the plot. Vega measures the
// legend before it knows that width, and Streamlit lets it measure once, so that a legend which
// gets more rows is cut.

const SETTLED_MS = 200;
// How often the widths are looked at after a change, each time after twice as long.
const LOOKS = 5;

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

// `after` calls a function some milliseconds later, `forget` prevents that. Streamlit gives a chart its
// new width some time after the window has it, on a busy computer more than a second. So the widths
// are looked at several times, and charts that got another one since are laid out again.
export function watchWidth(page, after = setTimeout, forget = clearTimeout) {
  let width = page.innerWidth;
  let waiting = null;
  const look = (laidOut, looks, delay) => {
    waiting = after(() => {
      waiting = null;
      const charts = [...page.document.querySelectorAll("[data-testid=stVegaLiteChart] svg")];
      const other = charts.filter((svg) => laidOut.get(svg) !== svg.getAttribute("width"));
      layOutAgain(other);
      for (const svg of other) laidOut.set(svg, svg.getAttribute("width"));
      if (looks > 1) look(laidOut, looks - 1, 2 * delay);
    }, delay);
  };
  page.addEventListener("resize", () => {
    if (page.innerWidth === width) return;
    width = page.innerWidth;
    if (waiting !== null) forget(waiting);
    look(new WeakMap(), LOOKS, SETTLED_MS);
  });
}
