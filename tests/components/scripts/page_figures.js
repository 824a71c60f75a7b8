import { actionOf, figuresOf, treesIn } from "../../../components/controls/page_figures.js";

// A page with figures at some heights on the screen, each with a headline and its buttons.
function pageOf(tops, height = 400) {
  const page = freshPage();
  document.defaultView.innerHeight = 700;
  const figures = tops.map((top, place) => {
    const figure = document.createElement("div");
    figure.className = `st-key-figure_${place}`;
    figure.box = { top, bottom: top + height, height };
    const heading = document.createElement("h2");
    heading.textContent = `Headline ${place}`;
    const part = document.createElement("div");
    part.dataset.testid = "stBidiComponentIsolated";
    const tree = part.attachShadow();
    const button = Object.assign(document.createElement("button"), { className: "screen" });
    tree.append(button);
    figure.append(heading, part);
    page.append(figure);
    return figure;
  });
  return { page, figures, own: figuresOf(document) };
}

test("figures are those with a headline and a height", () => {
  const { page, figures, own } = pageOf([100, 600]);
  figures[1].box.height = 0;
  page.append(Object.assign(document.createElement("div"), { className: "atlas-piece", box: { height: 9 } }));
  equal(own.all().length, 1);
});

test("the first step leads to the first figure in view, further ones go on from there", () => {
  const { figures, own } = pageOf([-500, 200, 640]);
  equal(own.beside(1) === figures[1], true);
  equal(own.beside(-1) === figures[0], true);
  own.hold(figures[1]);
  equal([own.beside(1) === figures[2], own.beside(-1) === figures[0]], [true, true]);
  own.hold(figures[2]);
  equal(own.beside(1), null);
});

test("a figure is held while it has the focus, or as long as it is in view", () => {
  const { figures, own } = pageOf([100, 500]);
  equal([own.held(), own.current() === figures[0]], [null, true]);
  own.hold(figures[1]);
  equal([document.activeElement === figures[1].children[0], figures[1].children[0].tabIndex], [true, -1]);
  document.activeElement = null;
  equal(own.held() === figures[1], true);
  figures[1].box = { top: 900, bottom: 1300, height: 400 };
  equal(own.held(), null);
  figures[0].children[0].focus();
  equal(own.held() === figures[0], true);
});

test("a figure on the whole screen is held before any other", () => {
  const { figures, own } = pageOf([100, 500]);
  own.hold(figures[0]);
  figures[1].classList.add("atlas-projector");
  equal(own.held() === figures[1], true);
});

test("the headline is that of the current figure, else of the first", () => {
  const { figures, own } = pageOf([900, 1400]);
  equal(own.headline(), "Headline 0");
  figures[1].children[0].focus();
  equal(own.headline(), "Headline 1");
  equal(pageOf([]).own.headline(), "");
});

test("a figure is whole if it lies between the bar and the end of the screen", () => {
  const { figures, own } = pageOf([100, 500, 20]);
  equal(figures.map(own.isWhole), [true, false, false]);
});

test("the buttons of a figure are found in its components", () => {
  const { page, figures } = pageOf([100]);
  equal(treesIn(page).length, 1);
  equal(actionOf(figures[0], "screen").className, "screen");
  equal(actionOf(figures[0], "table"), null);
});
