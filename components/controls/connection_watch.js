// Decides, from what is seen once a second, when a reader is told of a lost connection and when a
// page is loaded anew.

const LOST_AFTER_MS = 3000;
const STUCK_MS = 20000;
const RELOAD_EVERY_MS = 60000;

// `look` takes the time in milliseconds, whether the server is connected, how many heads the page
// shows, whether the server draws nothing, and how long a message has waited for its answer.
export function createConnectionWatch() {
  let lostSince = null;
  let bareSince = null;
  return {
    look({ now, connected, heads, idle, silence }) {
      lostSince = connected ? null : (lostSince ?? now);
      // A page without its head or without answers, from a message that crossed a change of pages.
      const bare = connected && heads === 0 && idle;
      bareSince = bare ? (bareSince ?? now) : null;
      const gone = bare && now - bareSince > LOST_AFTER_MS;
      const stuck = connected && silence > STUCK_MS;
      return { lost: !connected && now - lostSince > LOST_AFTER_MS, broken: gone || stuck };
    },
  };
}

// Whether a page may be loaded anew: a fault that stays must not reload it again and again.
export function mayReload(now, reloaded) {
  return now - reloaded >= RELOAD_EVERY_MS;
}
