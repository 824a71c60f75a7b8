// Button that plays through the years of a slider, one at a time, till its last year.

export const STEP_MS = 1200;
const BUSY_MS = 200;
const STOPPERS = ["pointerdown", "keydown"];
const PRESSES = ["Enter", " "];

// `names` are those of the button while it stands and while it plays. `move` shows and sends a year;
// `busy` tells whether the server has yet to answer, so that no year is left out on a slow network.
export function playOf({ thumb, names: [play, pause], move, busy }) {
  const root = document.createElement("button");
  Object.assign(root, { type: "button", className: "play" });
  let timer = null;
  const name = () => {
    const said = timer === null ? play : pause;
    root.title = said;
    root.setAttribute("aria-label", said);
    root.classList.toggle("playing", timer !== null);
  };
  // Any input of the user ends it; a press of the button does so by itself.
  const heed = (event) => {
    const pressed = event.type === "pointerdown" || PRESSES.includes(event.key);
    if (!pressed || !event.composedPath().includes(root)) stop();
  };
  const stop = () => {
    clearTimeout(timer);
    timer = null;
    for (const kind of STOPPERS) document.removeEventListener(kind, heed, true);
    name();
  };
  const wait = (time) => {
    timer = setTimeout(step, time);
  };
  const step = () => {
    if (!root.isConnected) stop();
    else if (busy()) wait(BUSY_MS);
    else {
      const year = Number(thumb.value) + 1;
      if (year <= Number(thumb.max)) move(year);
      if (year >= Number(thumb.max)) stop();
      else wait(STEP_MS);
    }
  };
  const start = () => {
    for (const kind of STOPPERS) document.addEventListener(kind, heed, true);
    // After the last year it begins again with the first.
    if (Number(thumb.value) >= Number(thumb.max)) move(Number(thumb.min));
    wait(STEP_MS);
    name();
  };
  root.addEventListener("click", () => (timer === null ? start() : stop()));
  name();
  return root;
}
