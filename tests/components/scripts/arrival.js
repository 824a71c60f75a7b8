import { arriveAt } from "../../../components/cards/arrival.js";

// A card with a heading; `shown` counts how often the page was scrolled to it.
function linkedCard() {
  const page = freshPage();
  const main = document.createElement("section");
  main.dataset.testid = "stMainBlockContainer";
  const card = document.createElement("div");
  const heading = document.createElement("h2");
  card.append(heading);
  main.append(card);
  page.append(main);
  const seen = { shown: 0, marked: 0, watched: false };
  card.scrollIntoView = () => {
    seen.shown += 1;
  };
  card.animate = () => {
    seen.marked += 1;
  };
  globalThis.AbortController = class {
    signal = {};
    abort() {}
  };
  globalThis.ResizeObserver = class {
    constructor(grown) {
      this.grown = grown;
    }
    observe() {
      seen.watched = true;
      seen.grown = this.grown;
    }
    disconnect() {
      seen.watched = false;
    }
  };
  globalThis.atlasArrival = undefined;
  return { page, card, heading, seen };
}

test("the page is scrolled to the card until its height has settled", () => {
  const { card, heading, seen } = linkedCard();
  arriveAt(card, 1);
  seen.grown();
  equal([seen.shown, seen.marked, seen.watched], [2, 1, true]);
  equal(document.activeElement === heading, true);
  globalThis.pass(3000);
  equal(seen.watched, false);
});

test("the reader's own scrolling ends it", () => {
  const { page, card, seen } = linkedCard();
  arriveAt(card, 1);
  page.happen("wheel");
  equal(seen.watched, false);
});

test("a card that is drawn again does not move the page; another link does", () => {
  const { card, seen } = linkedCard();
  arriveAt(card, 1);
  arriveAt(card, 1);
  equal(seen.shown, 1);
  arriveAt(card, 2);
  equal(seen.shown, 2);
});
