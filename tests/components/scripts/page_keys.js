import { actsOf, controlOf, focusedOn, watchKeys } from "../../../components/controls/page_keys.js";

const TEXTS = { place: "Figure {number} of {count}", missing: "Nothing", table_shown: "Shown", table_hidden: "Closed" };

// A page with two figures, a head and a control in its content; `told` has what happened.
function keyed({ on = true, turning = false, drawn = true, keysOpen = false } = {}) {
  const page = freshPage();
  const told = [];
  globalThis.AbortController = class {
    signal = {};
    abort() {}
  };
  globalThis.ResizeObserver = class {
    observe() {}
    disconnect() {}
  };
  const make = (tag, name = "") => Object.assign(document.createElement(tag), { className: name });
  const main = make("main");
  main.dataset.testid = "stMain";
  page.append(main);
  const component = (...inside) => {
    const part = make("div");
    part.dataset.testid = "stBidiComponentIsolated";
    part.attachShadow().append(...inside);
    return part;
  };
  const figures = ["one", "two"].map((name) => {
    const figure = make("div", name);
    const heading = Object.assign(make("h2"), { textContent: name });
    const buttons = ["table", "screen"].map((code) => make("button", code));
    buttons[0].addEventListener("click", () => {
      const open = buttons[0].getAttribute("aria-expanded") !== "true";
      buttons[0].setAttribute("aria-expanded", String(open));
      told.push(`table ${open}`);
    });
    buttons[1].addEventListener("click", () => {
      figure.classList.toggle("atlas-projector", !figure.classList.contains("atlas-projector"));
      told.push(`screen of ${name}`);
    });
    const row = component(...buttons);
    for (const one of [figure, row]) one.scrollIntoView = () => told.push("scrolled");
    figure.append(heading, row);
    main.append(figure);
    return figure;
  });
  const own = {
    now: null,
    all: () => figures,
    isWhole: () => false,
    held: () => own.now,
    current: () => own.now ?? figures[0],
    beside: (step) => figures[(own.now ? figures.indexOf(own.now) : -1) + step] ?? null,
    hold(figure) {
      own.now = figure;
      figure.children[0].focus();
    },
  };
  const bar = {
    ...{ texts: TEXTS, turning, drawn, keysOpen },
    say: (text) => told.push(text),
    enter: (name) => told.push(`into ${name}`) && name !== "source",
    openPage: (number) => told.push(`page ${number}`) && number < 9,
    toggleKeys: () => told.push("list"),
    follow: (_link, sets) => told.push(["follow", sets]),
  };
  watchKeys({ shown: () => bar, keys: { on }, figures: own, page: Object.assign(document, { body: page }) });
  const press = (key, code = `Key${key.toUpperCase()}`, target = figures[0].children[0]) =>
    target.happen("keydown", { key, code, target });
  return { page, main, figures, own, bar, told, press, component, make };
}

test("the next and the previous figure are scrolled to, focused and said", () => {
  const { told, press, figures } = keyed();
  equal(press("n"), false);
  press("n");
  press("p");
  equal(told, ["scrolled", "Figure 1 of 2", "scrolled", "Figure 2 of 2", "scrolled", "Figure 1 of 2"]);
  equal(document.activeElement === figures[0].children[0], true);
  press("p");
  equal(told.at(-1), "Nothing");
});

test("a figure fills the screen, and the next one takes its place without scrolling", () => {
  const { told, press, own, figures } = keyed();
  press("f");
  equal([told, own.now === figures[0]], [["screen of one"], true]);
  press("n");
  equal(told.slice(1), ["screen of two", "Figure 2 of 2"]);
  press("PageUp", "PageUp");
  equal(told.slice(3), ["screen of one", "Figure 1 of 2"]);
});

test("without a card to enlarge the whole page goes into full screen and back", () => {
  const { page, press, own, told } = keyed();
  own.current = () => null;
  page.requestFullscreen = () => Promise.resolve(told.push("full"));
  document.exitFullscreen = () => Promise.resolve(told.push("window"));
  press("f");
  document.fullscreenElement = page;
  press("f");
  equal(told, ["full", "window"]);
});

test("the table opens below the figure, and closes", () => {
  const { told, press } = keyed();
  press("t");
  press("t");
  equal(told, ["table true", "Shown", "scrolled", "table false", "Closed", "scrolled"]);
});

test("the table of a small card is on its page", () => {
  const { press, own, make, told } = keyed();
  const piece = make("div", "atlas-piece");
  piece.append(make("a", "atlas-go"));
  own.current = () => piece;
  press("t");
  equal(told, [["follow", { panel: "table" }]]);
});

test("filters and pages are reached from full screen too, and what is missing is said", () => {
  const { told, press } = keyed();
  press("f");
  press("y");
  equal(told, ["screen of one", "screen of one", "into years"]);
  press("s");
  press("3", "Digit3");
  press("9", "Digit9");
  equal(told.slice(3), ["into source", "Nothing", "page 3", "page 9", "Nothing"]);
});

test("views and lists are those of the content, not of the head", () => {
  const { main, told, press, component, make } = keyed();
  const head = make("div", "st-key-page_head");
  head.append(component(make("select")));
  const list = make("select");
  main.append(head, component(make("button")), component(list));
  press("l");
  equal(document.activeElement === list, true);
  press("v");
  equal(told, ["Nothing"]);
  const radio = Object.assign(make("input"), { type: "radio", checked: true });
  equal(controlOf([radio.attachShadow()], "view"), null);
  main.append(component(radio));
  press("v");
  equal(document.activeElement === radio, true);
});

test("Escape in a control leads back to the figure", () => {
  const { main, own, figures, press, make } = keyed();
  const slider = Object.assign(make("input"), { type: "range" });
  main.append(slider);
  slider.focus();
  press("Escape", "Escape", slider);
  equal(document.activeElement, null);
  own.now = figures[1];
  slider.focus();
  press("Escape", "Escape", slider);
  equal(document.activeElement === figures[1].children[0], true);
  press("Escape", "Escape", figures[0]);
  equal(document.activeElement === figures[1].children[0], true);
});

test("keys that scroll work before anything has the focus", () => {
  const { page, main, press, told } = keyed();
  equal(press("PageDown", "PageDown", page), true);
  equal([document.activeElement === main, told], [true, []]);
});

test("a key waits for the page that another one has opened", () => {
  const { bar, told, press } = keyed({ turning: true });
  press("2", "Digit2");
  press("n");
  pass(12000);
  equal(told, ["page 2"]);
  bar.turning = false;
  pass(100);
  equal(told.slice(1), ["scrolled", "Figure 1 of 2"]);
});

test("a key waits for the buttons of a figure, and gives way to the next key", () => {
  const { own, told, press, make } = keyed();
  own.current = () => make("div");
  press("f");
  press("t");
  pass(2000);
  equal(told, []);
  pass(2000);
  equal(told, ["Nothing"]);
});

test("the links of a card do not stand for its buttons", () => {
  const { figures, told, press, make } = keyed();
  const [figure] = figures;
  const row = figure.children[1];
  row.remove();
  figure.append(make("a", "atlas-go"));
  press("f");
  pass(1000);
  equal(told, []);
  figure.append(row);
  pass(100);
  equal(told, ["screen of one"]);
});

test("filters and controls that are on the screen do not wait for the rest of the page", () => {
  const { own, told, press, main, component, make } = keyed({ drawn: false });
  own.current = () => make("div");
  press("y");
  equal(told, ["into years"]);
  const radio = Object.assign(make("input"), { type: "radio", checked: true });
  main.append(component(radio));
  press("v");
  equal(document.activeElement === radio, true);
});

test("without a figure a key waits until the page has been drawn", () => {
  const { own, bar, told, press } = keyed({ drawn: false });
  own.current = () => null;
  press("t");
  bar.drawn = true;
  pass(100);
  equal(told, ["Nothing"]);
});

test("single keys can be off, and wait for the list of keys", () => {
  const off = keyed({ on: false });
  equal([off.press("n"), off.told], [true, []]);
  const open = keyed({ keysOpen: true });
  open.press("n");
  open.press("?", "Slash");
  equal(open.told, ["list"]);
});

test("a key that a part of the page has used does nothing more", () => {
  const { told, figures } = keyed();
  figures[0].happen("keydown", { key: "n", code: "KeyN", defaultPrevented: true });
  equal(told, []);
});

test("the focus is found within components", () => {
  const inner = {};
  equal(focusedOn({ activeElement: { shadowRoot: { activeElement: inner } } }) === inner, true);
  equal(focusedOn({ activeElement: null }), null);
});

test("every command has its function", () => {
  const { bar, own } = keyed();
  const names = ["next", "previous", "screen", "table", "years", "sectors", "source", "view", "list", "page", "keys"];
  equal(Object.keys(actsOf(bar, own)), names);
});
