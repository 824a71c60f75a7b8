// The page of a presenter: slides whose place is sent to the audience, and the address for the wall.
import { deckFrame, samePlace } from "./deck_frame.js";
import { socketAddress, talkLine } from "./talk_line.js";

const BEAT_MS = 4000;
const SAID_MS = 8000;
const KEY_ADDRESS = { keyCode: 65, key: "A", description: "Address" };
const KEY_FULL_SCREEN = { keyCode: 70, key: "F", description: "Full screen" };
const CLOSING = ["Escape", "Enter", " ", "ArrowRight", "PageDown", "a", "A"];

// The key of the text that says what is not as usual; empty if everything is.
export const presenterSaid = ({ line, leads }) => {
  if (line !== "open") return line;
  return leads ? "" : "follows";
};

// Where a window goes or what it sends, after the server has told the place of the audience.
// `number` counts the moves sent since the connection was opened, of which the server has heard
// `told.heard`; `unconfirmed` says whether the last move was made and not confirmed.
export const afterTold = ({ own, unconfirmed, number, told }) => {
  if (!own || told.heard < number) return { unconfirmed };
  if (unconfirmed && number === 0) return { unconfirmed, send: own };
  return { unconfirmed: false, go: samePlace(own, told) ? null : told };
};

// The secret is taken out of the address, which the wall may show, and kept for a reload.
export const takenSecret = (page) => {
  const name = `atlas-talk ${page.location.pathname}`;
  const given = page.location.hash.slice(1);
  try {
    if (given) page.sessionStorage.setItem(name, given);
    page.history.replaceState(null, "", page.location.pathname + page.location.search);
    return given || page.sessionStorage.getItem(name) || "";
  } catch {
    return given;
  }
};

export const startPresenter = (page) => {
  const { document } = page;
  const { words, languages } = JSON.parse(document.getElementById("talk-data").textContent);
  const part = (name) => document.getElementById(name);
  const secret = takenSecret(page);
  let line = "open";
  let leads = true;
  let unconfirmed = false;
  let number = 0;
  let loaded = false;
  let told = null;
  let timer = 0;
  let theme = "light";

  const say = () => {
    const key = presenterSaid({ line, leads });
    const text = key ? words[key] : "";
    if (part("said").textContent === text) return;
    part("said").textContent = text;
    part("said").classList.remove("small");
    page.clearTimeout(timer);
    // The wall shows it for some seconds, then a dot.
    if (loaded) timer = page.setTimeout(() => part("said").classList.add("small"), SAID_MS);
  };
  const send = (place) => {
    if (talk.send({ ...place, number: number + 1 })) number += 1;
  };
  const deck = deckFrame(page, part("decks"), {
    patient: true,
    theme: () => theme,
    moved(place) {
      unconfirmed = true;
      leads = true;
      send(place);
      say();
    },
  });
  const showWall = (shown) => {
    part("wall").hidden = !shown;
    if (shown) part("show").focus();
    else deck.focus();
  };
  const fullScreen = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  };
  const welcome = async (message) => {
    for (const [name, text] of [["address", message.address], ["qr", message.qr]]) {
      if (name === "qr") Object.assign(part(name), { src: text, alt: message.address });
      else part(name).textContent = text.replace(/^https?:\/\//, "");
    }
    if (loaded) return;
    loaded = true;
    document.body.classList.add("loaded");
    // The wall has the colours of the slides.
    theme = new URLSearchParams(message.deck.split("?")[1]).get("theme");
    document.documentElement.dataset.theme = theme;
    showWall(true);
    await deck.load(message.deck, words.slides, () => null);
    deck.bind(KEY_ADDRESS, () => showWall(true));
    deck.bind(KEY_FULL_SCREEN, fullScreen);
    act();
    if (part("wall").hidden) deck.focus();
  };
  const act = () => {
    if (!told) return;
    const found = afterTold({ own: deck.place(), unconfirmed, number, told });
    unconfirmed = found.unconfirmed;
    if (found.send) send(found.send);
    if (found.go) deck.go(found.go);
  };

  part("show").onclick = () => showWall(false);
  part("end").onclick = () => {
    if (page.confirm(words.sure)) talk.send({ end: true });
  };
  page.addEventListener("focus", () => part("wall").hidden && deck.focus());
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const pressed = event.target.tagName === "BUTTON" && [" ", "Enter"].includes(event.key);
    if (!part("wall").hidden) {
      if (event.key.toLowerCase() === "f") fullScreen();
      else if (CLOSING.includes(event.key) && !pressed) showWall(false);
      return;
    }
    deck.key(event.keyCode);
  });
  const talk = talkLine(page, () => socketAddress("lead", page.location), {
    opened() {
      number = 0;
      talk.send({ secret });
    },
    told(message) {
      if ("deck" in message) {
        welcome(message);
        return;
      }
      leads = message.leads;
      part("count").textContent = words.count.replace("{count}", message.phones);
      part("ready").textContent = words.preparing
        .replace("{count}", message.ready).replace("{total}", languages);
      part("ready").hidden = message.ready === languages;
      told = message;
      act();
      say();
    },
    changed(reason) {
      line = reason;
      say();
    },
  });
  page.setInterval(() => talk.send({ beat: 1 }), BEAT_MS);
};
