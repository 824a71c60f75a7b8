// Simulated browser functions for the outbox, with a clock set by tests.
let clock = 0;
let timers = [];
let latest = 0;
globalThis.setTimeout = (act, after) => {
  latest += 1;
  timers.push({ id: latest, due: clock + after, act });
  return latest;
};
globalThis.clearTimeout = (id) => {
  timers = timers.filter((timer) => timer.id !== id);
};
// Advances the clock, and runs due timers in order.
globalThis.pass = (milliseconds) => {
  const end = clock + milliseconds;
  for (;;) {
    const due = timers.filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)[0];
    if (!due) break;
    timers = timers.filter((timer) => timer !== due);
    clock = Math.max(clock, due.due);
    due.act();
  }
  clock = end;
};
globalThis.URLSearchParams = class {
  constructor(given) {
    if (typeof given !== "string") {
      this.held = new Map(Object.entries(given));
      return;
    }
    const parts = given.replace(/^\?/, "").split("&").filter(Boolean).map((part) => part.split("="));
    this.held = new Map(parts.map(([name, value]) => [name, decodeURIComponent(value)]));
  }
  get(name) {
    return this.held.get(name) ?? null;
  }
  keys() {
    return this.held.keys();
  }
  set(name, value) {
    this.held.set(name, value);
  }
  delete(name) {
    this.held.delete(name);
  }
  toString() {
    return [...this.held].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  }
};
