// A deck in the browser: reveal.js moves, Vega draws, steps replace the rows of a chart.
import { elapsedOf, started, stoppedClock, toggled } from "./clock.js";
import { afterKey } from "./jump.js";
import { addTips } from "./map_tips.js";
import { openOverview } from "./overview.js";
import { openPresenter } from "./presenter.js";
import { setSlideSize } from "./upright.js";
import { drawChart, recoloured } from "./wall_chart.js";

const JUMP_MS = 4000;
const SECOND = 1000;
const CLOCK = "atlas-deck-clock";
const ARROW_UP = 38;
const ARROW_DOWN = 40;
const FULL_SCREEN = 70;
const OPTIONS = {
  margin: 0, minScale: 0.1, maxScale: 8, center: false, scrollActivationWidth: null,
  hash: true, fragmentInURL: true, transition: "none", backgroundTransition: "none",
  controls: false, progress: true, help: false, jumpToSlide: false, overview: false, navigationMode: "linear",
  viewDistance: 1000, mobileViewDistance: 1000,
  keyboard: { [ARROW_UP]: "prev", [ARROW_DOWN]: "next" },
};

// The state of a slide: 0 before its first step.
export const stateOf = (section) => section.querySelectorAll(".fragment.visible").length;

const savedClock = (page) => {
  try {
    const saved = JSON.parse(page.sessionStorage.getItem(CLOCK));
    return saved && typeof saved.before === "number" ? saved : stoppedClock();
  } catch {
    return stoppedClock();
  }
};

export const startDeck = async (page) => {
  const { document, Reveal } = page;
  const data = JSON.parse(document.getElementById("deck-data").textContent);
  const root = document.documentElement;
  // A page that shows the deck in a frame chooses its colours.
  root.dataset.theme = page.frameElement?.dataset.theme ?? root.dataset.theme;
  const sections = [...document.querySelectorAll("section[data-number]")];
  const jump = document.getElementById("jump");
  const drawn = new Map();
  const queues = new Map();
  let size = setSlideSize(page);
  let clock = savedClock(page);
  let typed = "";
  let forgetting = 0;
  let presenter = null;
  let overview = null;

  const slideElement = (index) => sections[index].querySelector(".slide");
  const drawInto = (before, place, state) => {
    const theme = root.dataset.theme;
    return drawChart(before, place, {
      spec: recoloured(data.specs[state.spec], data.colours[theme]), key: `${state.spec} ${theme} ${size.height}`,
      rows: state.rows, scale: data.scale, smallest: data.smallest, page,
    });
  };
  const draw = async (index) => {
    const section = sections[index];
    const step = stateOf(section);
    for (const state of section.querySelectorAll(".state")) {
      state.classList.toggle("off", Number(state.dataset.state) !== step);
    }
    const state = data.slides[index].states[step];
    const place = section.querySelector(".chart");
    if (state.spec === null || !place) return;
    drawn.set(index, await drawInto(drawn.get(index), place, state));
    section.dataset.drawn = step;
  };
  // A copy of a slide in some state, for the window of the presenter.
  const pictureOf = async ({ index, step }) => {
    const slide = slideElement(index).cloneNode(true);
    for (const state of slide.querySelectorAll(".state")) {
      state.classList.toggle("off", Number(state.dataset.state) !== step);
    }
    const place = slide.querySelector(".chart");
    if (!place || sections[index].dataset.drawn === String(step)) return slide;
    const workshop = document.getElementById("workshop");
    workshop.replaceChildren(slide);
    place.replaceChildren();
    const chart = await drawInto(null, place, data.slides[index].states[step]);
    const picture = slide.cloneNode(true);
    chart.view.finalize();
    workshop.replaceChildren();
    return picture;
  };
  // Of one slide, a drawing begins after the one before has ended.
  const show = (index) => {
    const before = queues.get(index) ?? Promise.resolve();
    const after = before.catch(() => {}).then(() => draw(index));
    queues.set(index, after);
    return after;
  };
  const place = () => {
    const index = Math.max(0, sections.indexOf(Reveal.getCurrentSlide()));
    return { index, step: stateOf(sections[index]) };
  };
  const keepClock = (changed) => {
    clock = changed;
    try {
      page.sessionStorage.setItem(CLOCK, JSON.stringify(clock));
    } catch {
      // Without storage the clock is lost when the file is loaded again.
    }
    presenter?.tick();
  };
  const renew = async () => {
    const { index } = place();
    await show(index);
    presenter?.update();
    if (index + 1 < sections.length) await show(index + 1);
    presenter?.update();
  };
  const showTyped = () => {
    page.clearTimeout(forgetting);
    jump.hidden = !typed;
    jump.textContent = data.words.jump.replace("{number}", typed);
    if (typed) {
      forgetting = page.setTimeout(() => {
        typed = "";
        showTyped();
      }, JUMP_MS);
    }
  };
  const jumpWith = (key) => {
    const after = afterKey(typed, key, sections.length);
    const used = after.target !== null || after.typed !== "";
    typed = after.typed;
    showTyped();
    if (after.target !== null) Reveal.slide(after.target, 0, -1);
    return used;
  };
  const deck = {
    data,
    place,
    pictureOf,
    elapsed: () => elapsedOf(clock, Date.now()),
    isRunning: () => clock.since !== null,
    toggleClock: () => keepClock(toggled(clock, Date.now())),
    resetClock: () => keepClock(stoppedClock()),
  };
  const say = (text) => {
    jump.textContent = text;
    jump.hidden = false;
    page.setTimeout(showTyped, JUMP_MS);
  };
  const commands = {
    s: () => {
      presenter = openPresenter(page, deck);
      if (!presenter) say(data.words.blocked);
    },
    t: () => {
      root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
      drawAll();
    },
    o: () => {
      overview = openOverview(page, {
        count: sections.length, current: place().index, slideElement,
        choose: (index) => Reveal.slide(index, 0, -1),
      });
    },
    q: () => document.body.classList.toggle("large-code"),
    h: () => {
      const help = document.getElementById("help");
      help.hidden = !help.hidden;
    },
  };
  commands["?"] = commands.h;
  commands.escape = () => {
    document.getElementById("help").hidden = true;
    document.body.classList.remove("large-code");
  };
  const ownKey = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    if (overview?.isOpen()) {
      overview.key(event);
      return true;
    }
    if (jumpWith(event.key)) return true;
    const command = commands[event.key.toLowerCase()];
    command?.();
    return Boolean(command);
  };
  const drawAll = async () => {
    await renew();
    for (const index of sections.keys()) await show(index);
    root.dataset.ready = "yes";
    presenter?.update();
  };
  // Keys of the presenter's window; full screen needs a key of the window itself.
  deck.key = (event) => {
    if (!ownKey(event) && event.keyCode !== FULL_SCREEN) Reveal.triggerKey(event.keyCode);
    event.preventDefault();
  };

  if (!sections.length) return;
  page.addEventListener("keydown", (event) => {
    if (!ownKey(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
  for (const map of document.querySelectorAll(".map")) {
    const { tips } = data.slides[Number(map.dataset.slide) - 1].states[Number(map.dataset.state)];
    addTips(page, map, tips);
  }
  await document.fonts.ready;
  await Promise.all(["16px", "bold 16px"].map((size) => document.fonts.load(`${size} "Source Sans 3"`)));
  await Reveal.initialize({ ...OPTIONS, width: size.width, height: size.height });
  const moved = () => {
    const at = place();
    if (at.index + at.step > 0) keepClock(started(clock, Date.now()));
    renew();
  };
  for (const name of ["slidechanged", "fragmentshown", "fragmenthidden"]) Reveal.on(name, moved);
  // A phone that is turned.
  page.addEventListener("resize", () => {
    const before = size.height;
    size = setSlideSize(page);
    if (size.height === before) return;
    Reveal.configure({ width: size.width, height: size.height });
    drawAll();
  });
  page.setInterval(() => presenter?.isOpen() && presenter.tick(), SECOND);
  await drawAll();
};
