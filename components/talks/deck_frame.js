// Slides in a frame of a page: loaded, moved, and replaced by those of another language.
const LOOK_MS = 60;
const LONGEST_MS = 60000;
const MOVES = ["slidechanged", "fragmentshown", "fragmenthidden"];

export const samePlace = (one, other) =>
  Boolean(one && other) && one.slide === other.slide && one.step === other.step;

// The place of a deck, from the indices of reveal.js.
export const placeOf = ({ h, f }) => ({ slide: h, step: (f ?? -1) + 1 });

const readyDeck = (frame) => {
  try {
    const { Reveal } = frame.contentWindow;
    return Reveal?.isReady() ? Reveal : null;
  } catch {
    // The page of an error belongs to another origin.
    return null;
  }
};

const hasDeck = (frame) => {
  try {
    return Boolean(frame.contentDocument.getElementById("deck-data"));
  } catch {
    return false;
  }
};

// `moved` is called with a place to which the reader has moved. With `patient`, the frame may show
// another page until the server has built the slides.
export const deckFrame = (page, holder, { theme, moved, patient = false }) => {
  let frame = null;
  let deck = null;
  let going = false;

  const place = () => (deck ? placeOf(deck.getIndices()) : null);
  const go = (to) => {
    if (!deck || samePlace(place(), to)) return;
    going = true;
    deck.slide(to.slide, 0, to.step - 1);
    going = false;
  };
  const adopt = (coming, found, at) => {
    frame?.remove();
    [frame, deck] = [coming, found];
    frame.classList.remove("coming");
    if (at) go(at);
    for (const name of MOVES) {
      found.on(name, () => {
        if (!going && deck === found) moved(place());
      });
    }
  };
  // Loads slides beside those that are shown, which stay if there is a fault.
  const load = (address, title, at) =>
    new Promise((resolve) => {
      const coming = page.document.createElement("iframe");
      Object.assign(coming, { title, src: address, className: patient ? "" : "coming" });
      coming.dataset.theme = theme();
      let left = patient ? Infinity : LONGEST_MS / LOOK_MS;
      let timer = 0;
      const end = (done) => {
        page.clearInterval(timer);
        if (!done) coming.remove();
        resolve(done);
      };
      coming.addEventListener("load", () => {
        if (!patient && !hasDeck(coming)) end(false);
      });
      timer = page.setInterval(() => {
        const found = readyDeck(coming);
        left -= 1;
        if (found) adopt(coming, found, at());
        if (found || left <= 0 || !coming.isConnected) end(Boolean(found));
      }, LOOK_MS);
      holder.append(coming);
    });
  return {
    load,
    go,
    place,
    turn: (by) => deck && (by < 0 ? deck.prev() : deck.next()),
    key: (code) => deck?.triggerKey(code),
    bind: (binding, run) => deck.addKeyBinding(binding, run),
    focus: () => frame?.contentWindow.focus(),
    rename: (title) => frame && Object.assign(frame, { title }),
    // A change of the colours of the device; slides know a key for it.
    recolour() {
      if (!deck || frame.contentDocument.documentElement.dataset.theme === theme()) return;
      frame.contentWindow.dispatchEvent(new page.KeyboardEvent("keydown", { key: "t" }));
    },
  };
};

export const deviceTheme = (page) => page.matchMedia("(prefers-color-scheme: dark)");
