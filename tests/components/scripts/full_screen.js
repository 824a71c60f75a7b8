import { fillScreen } from "../../../components/cards/full_screen.js";

// A page with one card; `told` has what happened to the screen.
function cardOnPage() {
  const page = freshPage();
  const main = Object.assign(document.createElement("section"), { scrollTop: 300 });
  main.dataset.testid = "stMain";
  const card = document.createElement("div");
  main.append(card);
  page.append(main);
  const told = [];
  globalThis.atlasFilling = null;
  globalThis.Event = class {
    constructor(kind) {
      this.kind = kind;
    }
  };
  globalThis.AbortController = class {
    constructor() {
      this.signal = { aborted: false };
    }
    abort() {
      this.signal.aborted = true;
    }
  };
  globalThis.getComputedStyle = () => ({ fontSize: "16px" });
  globalThis.dispatchEvent = ({ kind }) => told.push(kind);
  page.requestFullscreen = () => {
    told.push("full");
    document.fullscreenElement = page;
    return Promise.resolve();
  };
  document.exitFullscreen = () => {
    told.push("window");
    document.fullscreenElement = null;
    return Promise.resolve();
  };
  const classes = () => [page.className.trim(), card.className.trim()];
  return { page, main, card, told, classes };
}

test("the document goes into full screen, and only the card is for a projector", () => {
  const { card, told, classes } = cardOnPage();
  fillScreen(card, () => {});
  equal(classes(), ["atlas-full", "atlas-projector"]);
  equal(told, ["full", "resize"]);
});

test("leaving restores the page, where it was scrolled to", () => {
  const { main, card, told, classes } = cardOnPage();
  const leave = fillScreen(card, () => told.push("left"));
  main.scrollTop = 0;
  leave();
  leave();
  equal(classes(), ["", ""]);
  equal([told.slice(2), main.scrollTop], [["window", "resize", "left"], 300]);
});

test("Escape leaves also where the browser refuses full screen", () => {
  const { page, card, told, classes } = cardOnPage();
  page.requestFullscreen = undefined;
  fillScreen(card, () => told.push("left"));
  page.happen("keydown", { key: "a" });
  equal(classes(), ["atlas-full", "atlas-projector"]);
  page.happen("keydown", { key: "Escape" });
  equal([classes(), told], [["", ""], ["resize", "resize", "left"]]);
});

test("the end of the browser's full screen ends that of the card", () => {
  const { page, card, told, classes } = cardOnPage();
  fillScreen(card, () => told.push("left"));
  page.happen("fullscreenchange");
  equal(classes(), ["atlas-full", "atlas-projector"]);
  document.fullscreenElement = null;
  page.happen("fullscreenchange");
  equal([classes(), told.at(-1)], [["", ""], "left"]);
});

test("another card takes the place of the one that fills the screen", () => {
  const { main, card, told, classes, page } = cardOnPage();
  const other = document.createElement("div");
  other.scrollIntoView = () => told.push("shown");
  main.append(other);
  fillScreen(card, () => told.push("left"));
  const leave = fillScreen(other, () => told.push("other left"));
  equal([...classes(), other.className.trim()], ["atlas-full", "", "atlas-projector"]);
  equal(told.slice(2), ["resize", "left", "full", "resize"]);
  leave();
  equal(told.slice(6), ["window", "resize", "other left", "shown"]);
  equal([page.className.trim(), globalThis.atlasFilling], ["", null]);
});

test("a page that was in full screen before stays so", () => {
  const { page, card, told } = cardOnPage();
  document.fullscreenElement = page;
  fillScreen(card, () => told.push("left"))();
  equal(told, ["full", "resize", "resize", "left"]);
});

test("Escape in a list above the card leaves the card where it is", () => {
  const { page, card, classes } = cardOnPage();
  const dialog = Object.assign(document.createElement("dialog"), { localName: "dialog" });
  page.append(dialog);
  fillScreen(card, () => {});
  dialog.happen("keydown", { key: "Escape" });
  equal(classes()[0], "atlas-full");
});
