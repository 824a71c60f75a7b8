import { deckFrame, placeOf, samePlace } from "../../../components/talks/deck_frame.js";

// A deck as reveal.js offers it, in a frame.
function fakeDeck() {
  const deck = { at: { h: 0 }, listeners: [], ready: true };
  return Object.assign(deck, {
    isReady: () => deck.ready,
    getIndices: () => deck.at,
    on: (name, run) => name === "slidechanged" && deck.listeners.push(run),
    slide(h, _v, f) {
      deck.at = { h, f };
      for (const run of deck.listeners) run();
    },
    next: () => deck.slide(deck.at.h + 1, 0, -1),
  });
}

function framed() {
  const holder = freshPage();
  const timers = new Map();
  const moves = [];
  const page = {
    document: globalThis.document,
    setInterval: (run) => {
      timers.set(timers.size + 1, run);
      return timers.size;
    },
    clearInterval: (timer) => timers.delete(timer),
  };
  const look = () => {
    for (const run of [...timers.values()]) run();
  };
  const made = deckFrame(page, holder, { theme: () => "dark", moved: (place) => moves.push(place) });
  return { holder, made, moves, look };
}

test("a place is a slide and a step, from the indices of the deck", () => {
  equal([placeOf({ h: 3 }), placeOf({ h: 3, f: -1 }), placeOf({ h: 3, f: 1 })].map(({ step }) => step), [0, 0, 2]);
  equal([samePlace(null, null), samePlace({ slide: 1, step: 0 }, { slide: 1, step: 0 })], [false, true]);
});

test("slides are shown once they are ready, at the place of the talk, in the colours of the device", async () => {
  const { holder, made, look } = framed();
  const done = made.load("ab/deck/kk", "Slides", () => ({ slide: 2, step: 1 }));
  const [frame] = holder.children;
  const deck = fakeDeck();
  deck.ready = false;
  frame.contentWindow = { Reveal: deck };
  look();
  equal([frame.className, frame.dataset.theme, frame.title], ["coming", "dark", "Slides"]);
  deck.ready = true;
  look();
  equal([await done, frame.classes.has("coming"), made.place()], [true, false, { slide: 2, step: 1 }]);
});

test("only moves of the reader are reported", async () => {
  const { holder, made, moves, look } = framed();
  const done = made.load("a", "Slides", () => null);
  const deck = fakeDeck();
  holder.children[0].contentWindow = { Reveal: deck };
  look();
  await done;
  made.go({ slide: 4, step: 0 });
  equal(moves, []);
  made.turn(1);
  equal(moves, [{ slide: 5, step: 0 }]);
});

test("slides that do not load leave those that are shown", async () => {
  const { holder, made, look } = framed();
  const first = made.load("a", "Slides", () => null);
  holder.children[0].contentWindow = { Reveal: fakeDeck() };
  look();
  await first;
  const second = made.load("b", "Slides", () => null);
  holder.children[1].contentDocument = { getElementById: () => null };
  holder.children[1].happen("load");
  equal([await second, holder.children.length, made.place()], [false, 1, { slide: 0, step: 0 }]);
});
