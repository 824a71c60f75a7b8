import { behindPlan, clockText, differenceText, elapsedOf, plannedUntil, started, stoppedClock, toggled } from "../../../components/decks/clock.js";

const slides = [{ seconds: 60 }, { seconds: 0 }, { seconds: 90 }];

test("a time is written in minutes and seconds", () => {
  equal([0, 59.6, 61, 3600].map(clockText), ["0:00", "1:00", "1:01", "60:00"]);
  equal([0.2, 5, -65].map(differenceText), ["0:00", "+0:05", "−1:05"]);
});
test("the planned time includes the slide that is shown", () => {
  equal([0, 1, 2].map((index) => plannedUntil(slides, index)), [60, 60, 150]);
});
test("a talk is on time during the planned slide, else ahead or behind", () => {
  equal([30, 60, 70].map((elapsed) => behindPlan(slides, 0, elapsed)), [0, 0, 10]);
  equal([20, 60, 150, 200].map((elapsed) => behindPlan(slides, 2, elapsed)), [-40, 0, 0, 50]);
});
test("a clock keeps its time while it is stopped", () => {
  const running = started(stoppedClock(), 1000);
  equal(elapsedOf(running, 4000), 3);
  equal(started(running, 2000), running);
  const stopped = toggled(running, 6000);
  equal(elapsedOf(stopped, 60000), 5);
  equal(elapsedOf(toggled(stopped, 10000), 12000), 7);
});
