// Decides, from what is seen once a second, when a reader is told of a lost connection and when a
// page is loaded anew.

const LOST_AFTER_MS = 3000;
const STUCK_MS = 20000;
const RELOAD_EVERY_MS = 60000;
// A browser that stood still has not waited: of a longer time between two looks only this counts.
const LONGEST_LOOK_MS = 1500;

// `look` takes the time in milliseconds, whether the server is connected, how many heads the page
// shows, whether the server draws nothing, and how long a message has waited for its answer.
export function createConnectionWatch() {
  let before = null;
  let lostMs = 0;
  let bareMs = 0;
  return {
    look({ now, connected, heads, idle, silence }) {
      const passed = before === null ? 0 : Math.min(now - before, LONGEST_LOOK_MS);
      before = now;
      lostMs = connected ? 0 : lostMs + passed;
      // A page without its head or without answers, from a message that crossed a change of pages.
      const bare = connected && heads === 0 && idle;
      bareMs = bare ? bareMs + passed : 0;
      const stuck = connected && silence > STUCK_MS;
      return { lost: lostMs > LOST_AFTER_MS, broken: bareMs > LOST_AFTER_MS || stuck };
    },
  };
}

// Whether a page may be loaded anew: a fault that stays must not reload it again and again.
export function mayReload(now, reloaded) {
  return now - reloaded >= RELOAD_EVERY_MS;
}
