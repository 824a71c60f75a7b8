// The window of the presenter. It belongs to the window of the slides, which writes into it
// directly: no server and no message is needed, and it works from a file.
import { behindPlan, clockText, differenceText, plannedUntil } from "./clock.js";

const NAME = "atlas-presenter";
const WIDTH = 1280;
const LATEST_MS = 120;

// What the window says, from the slides of the deck and the place in it.
export const presenterTexts = ({ slides, words }, { index, step }, elapsed) => {
  const slide = slides[index];
  const steps = slide.states.length;
  const stepText = (number) =>
    words.step.replace("{step}", number + 1).replace("{steps}", steps);
  const last = index + 1 >= slides.length;
  const within = step + 1 < steps;
  const behind = behindPlan(slides, index, elapsed);
  return {
    elapsed: clockText(elapsed),
    planned: clockText(plannedUntil(slides, index)),
    total: clockText(plannedUntil(slides, slides.length - 1)),
    difference: differenceText(behind),
    late: behind > 0,
    place: `${index + 1} / ${slides.length}${steps > 1 ? ` · ${stepText(step)}` : ""}`,
    following: within ? stepText(step + 1) : last ? words.end : `${index + 2} / ${slides.length}`,
    notes: slide.notes ?? words.no_notes,
  };
};

// Slide and step that come after a place; null at the end.
export const following = (slides, { index, step }) => {
  if (step + 1 < slides[index].states.length) return { index, step: step + 1 };
  return index + 1 < slides.length ? { index: index + 1, step: 0 } : null;
};

// Copies of slides wait until the slide itself is on the wall; a hidden window draws no frame.
export const painted = (page) =>
  new Promise((resolve) => {
    page.requestAnimationFrame(() => page.setTimeout(resolve));
    page.setTimeout(resolve, LATEST_MS);
  });

const previewOf = async (deck, view, place, at) => {
  const picture = at && (await deck.pictureOf(at));
  place.replaceChildren(...(picture ? [view.document.adoptNode(picture)] : []));
  place.style.setProperty("--shrink", place.clientWidth / WIDTH);
};

export const openPresenter = (page, deck) => {
  const view = page.open("", NAME, "popup,width=1180,height=860");
  if (!view) return null;
  const { document } = page;
  view.document.title = document.title;
  view.document.documentElement.lang = document.documentElement.lang;
  view.document.head.replaceChildren(
    ...[...document.querySelectorAll("style")].map((style) => style.cloneNode(true)),
  );
  view.document.body.replaceChildren(document.getElementById("presenter").content.cloneNode(true));
  const field = (name) => view.document.querySelector(`[data-field="${name}"]`);
  const preview = (name) => view.document.querySelector(`[data-preview="${name}"]`);
  const button = view.document.querySelector("[data-do=toggle]");
  const tick = () => {
    const said = presenterTexts(deck.data, deck.place(), deck.elapsed());
    for (const name of ["elapsed", "planned", "total", "difference", "place", "following", "notes"]) {
      if (field(name).textContent !== said[name]) field(name).textContent = said[name];
    }
    field("difference").classList.toggle("behind", said.late);
    button.textContent = deck.isRunning() ? deck.data.words.pause : deck.data.words.start;
  };
  let updating = Promise.resolve();
  let waiting = false;
  const show = async () => {
    const at = deck.place();
    await previewOf(deck, view, preview("now"), at);
    await previewOf(deck, view, preview("next"), following(deck.data.slides, at));
  };
  const update = () => {
    view.document.documentElement.dataset.theme = document.documentElement.dataset.theme;
    tick();
    if (waiting) return;
    waiting = true;
    const begin = () => {
      waiting = false;
      return show();
    };
    updating = updating.catch(() => {}).then(() => painted(page)).then(begin);
  };
  view.onkeydown = (event) => deck.key(event);
  view.onresize = update;
  button.onclick = () => deck.toggleClock();
  view.document.querySelector("[data-do=reset]").onclick = () => deck.resetClock();
  update();
  return { update, tick, isOpen: () => !view.closed };
};
