import { following, painted, presenterTexts } from "../../../components/decks/presenter.js";

const slides = [
  { seconds: 60, notes: "first", states: [{}] },
  { seconds: 30, states: [{}, {}] },
];
const words = { step: "Step {step} of {steps}", end: "End", no_notes: "None" };

test("after the last step comes the next slide, and after the last slide nothing", () => {
  equal(following(slides, { index: 0, step: 0 }), { index: 1, step: 0 });
  equal(following(slides, { index: 1, step: 0 }), { index: 1, step: 1 });
  equal(following(slides, { index: 1, step: 1 }), null);
});
test("the presenter sees time, place and notes", () => {
  const said = presenterTexts({ slides, words }, { index: 0, step: 0 }, 75);
  equal([said.elapsed, said.planned, said.total, said.difference, said.late], ["1:15", "1:00", "1:30", "+0:15", true]);
  equal([said.place, said.following, said.notes], ["1 / 2", "2 / 2", "first"]);
});
test("steps are counted, and a file without notes says so", () => {
  const first = presenterTexts({ slides, words }, { index: 1, step: 0 }, 61);
  equal([first.place, first.following, first.notes], ["2 / 2 · Step 1 of 2", "Step 2 of 2", "None"]);
  equal(presenterTexts({ slides, words }, { index: 1, step: 1 }, 61).following, "End");
});
test("copies of slides wait for a frame of the wall, or a moment if its window is hidden", async () => {
  const calls = [];
  const wall = (draws) => ({
    requestAnimationFrame: (run) => {
      calls.push("frame");
      if (draws) run();
    },
    setTimeout: (run, wait = 0) => {
      calls.push(wait);
      if (!draws || wait === 0) run();
    },
  });
  await painted(wall(true));
  await painted(wall(false));
  equal(calls, ["frame", 0, 120, "frame", 120]);
});
