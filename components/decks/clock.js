// The clock of a talk, against the target times of its slides; all times in seconds.
export const clockText = (seconds) => {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

export const differenceText = (seconds) => {
  const whole = Math.round(seconds);
  if (whole === 0) return clockText(0);
  return `${whole < 0 ? "−" : "+"}${clockText(Math.abs(whole))}`;
};

export const plannedUntil = (slides, index) =>
  slides.slice(0, index + 1).reduce((sum, slide) => sum + slide.seconds, 0);

// How far a talk is behind its plan: less than zero ahead of it, zero during the planned slide.
export const behindPlan = (slides, index, elapsed) => {
  const end = plannedUntil(slides, index);
  const begin = index > 0 ? plannedUntil(slides, index - 1) : 0;
  if (elapsed > end) return elapsed - end;
  return elapsed < begin ? elapsed - begin : 0;
};

// A stopwatch: `before` is what it had run when it was last stopped, `since` when it was started.
export const stoppedClock = () => ({ before: 0, since: null });
export const elapsedOf = (clock, now) =>
  clock.before + (clock.since === null ? 0 : (now - clock.since) / 1000);
export const started = (clock, now) => (clock.since === null ? { ...clock, since: now } : clock);
export const toggled = (clock, now) =>
  clock.since === null ? started(clock, now) : { before: elapsedOf(clock, now), since: null };
