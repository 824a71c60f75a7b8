import { playOf, STEP_MS } from "../../../components/controls/playing.js";

function opened(year, busy = () => false) {
  const page = freshPage();
  const thumb = document.createElement("input");
  Object.assign(thumb, { min: 2020, max: 2025, value: year });
  const moves = [];
  const move = (to) => {
    moves.push(to);
    thumb.value = to;
  };
  const button = playOf({ thumb, names: ["Play", "Stop"], move, busy });
  page.append(thumb, button);
  const name = () => button.getAttribute("aria-label");
  return { page, thumb, moves, button, name };
}

test("years do not play before the button is pressed", () => {
  const { moves, name } = opened(2020);
  pass(5 * STEP_MS);
  equal([moves, name()], [[], "Play"]);
});

test("years play one by one and stop at the last one", () => {
  const { moves, button, name } = opened(2022);
  button.happen("click");
  equal([moves, name(), button.classList.contains("playing")], [[], "Stop", true]);
  pass(STEP_MS);
  equal(moves, [2023]);
  pass(10 * STEP_MS);
  equal([moves, name(), button.title], [[2023, 2024, 2025], "Play", "Play"]);
});

test("after the last year they begin with the first", () => {
  const { moves, button } = opened(2025);
  button.happen("click");
  pass(STEP_MS);
  equal(moves, [2020, 2021]);
});

test("a second press stops them", () => {
  const { moves, button, name } = opened(2020);
  button.happen("click");
  pass(STEP_MS);
  button.happen("keydown", { type: "keydown", key: "Enter" });
  button.happen("pointerdown", { type: "pointerdown" });
  equal(name(), "Stop");
  button.happen("click");
  pass(3 * STEP_MS);
  equal([moves, name()], [[2021], "Play"]);
});

test("any input elsewhere stops them", () => {
  for (const kind of ["pointerdown", "keydown"]) {
    const { page, moves, button, name } = opened(2020);
    button.happen("click");
    page.happen(kind, { type: kind });
    pass(3 * STEP_MS);
    equal([moves, name()], [[], "Play"]);
    equal(document.listeners[kind], []);
  }
});

test("a year waits until the server has answered, so that none is left out", () => {
  let waiting = true;
  const { moves, button } = opened(2020, () => waiting);
  button.happen("click");
  pass(3 * STEP_MS);
  equal(moves, []);
  waiting = false;
  pass(STEP_MS);
  equal(moves, [2021]);
});

test("another key stops them although the button has the focus", () => {
  const { moves, button, name } = opened(2020);
  button.happen("click");
  button.happen("keydown", { type: "keydown", key: "Escape" });
  pass(3 * STEP_MS);
  equal([moves, name()], [[], "Play"]);
});

test("a slider that has left the page stops", () => {
  const { moves, button } = opened(2020);
  button.happen("click");
  button.remove();
  pass(3 * STEP_MS);
  equal(moves, []);
  equal(document.listeners.keydown, []);
});
