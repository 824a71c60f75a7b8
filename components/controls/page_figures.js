// The figures of a page in their order, the one that keys are about, and the components in them.

const FIGURES = '[class*="st-key-figure_"], .atlas-piece';
const COMPONENTS = "[data-testid=stBidiComponentIsolated]";
const HEAD_PIXELS = 60;

export const ON_SCREEN = ".atlas-projector";

const headingOf = (figure) => figure.querySelector("h2");

// Contents of the components within an element, which are trees of their own.
export function treesIn(root) {
  return [...root.querySelectorAll(COMPONENTS)].map((one) => one.shadowRoot).filter(Boolean);
}

// The button of a figure with a class, in the row below its chart.
export function actionOf(figure, name) {
  const found = treesIn(figure).map((tree) => tree.querySelector(`button.${name}`));
  return found.find(Boolean) ?? null;
}

export function figuresOf(page = document) {
  let last = null;
  const boxOf = (figure) => figure.getBoundingClientRect();
  const all = () =>
    [...page.querySelectorAll(FIGURES)].filter((one) => headingOf(one) && boxOf(one).height > 0);
  const isSeen = (figure) => {
    const { top, bottom } = boxOf(figure);
    return bottom > HEAD_PIXELS && top < page.defaultView.innerHeight;
  };
  const isWhole = (figure) => {
    const { top, bottom } = boxOf(figure);
    return top > HEAD_PIXELS && bottom < page.defaultView.innerHeight;
  };
  // The one on the whole screen, else the one with the focus, else the last one shown by a key.
  const held = () => {
    const found = all();
    const full = page.querySelector(ON_SCREEN);
    if (full) return full;
    const focused = found.find((one) => one.contains(page.activeElement));
    if (focused) return focused;
    return found.includes(last) && isSeen(last) ? last : null;
  };
  return {
    all,
    isWhole,
    held,
    current: () => held() ?? all().find(isSeen) ?? null,
    headline: () => {
      const figure = held() ?? all().find(isSeen) ?? all()[0];
      return figure ? headingOf(figure).textContent : "";
    },
    // The figure one place further (1) or before (-1). Without one to start from, the first in view.
    beside(step) {
      const found = all();
      const now = held();
      if (now) return found[found.indexOf(now) + step] ?? null;
      const first = found.findIndex(isSeen);
      return (step > 0 ? found[Math.max(first, 0)] : found[first - 1]) ?? null;
    },
    hold(figure) {
      last = figure;
      const heading = headingOf(figure);
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    },
  };
}
