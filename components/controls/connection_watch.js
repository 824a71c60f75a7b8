// Decides from one observation per second when to show that the connection is lost, and when to
// reload the page.

const LOST_AFTER_MS = 3000;
const STUCK_MS = 20000;
const RELOAD_EVERY_MS = 60000;
// Upper limit of the time counted between two observations: a suspended browser has not waited.
const LONGEST_LOOK_MS = 1500;

// `look` takes the time in milliseconds, whether the server is connected, the number of page heads,
// whether the server is idle, for how long a message has been unconfirmed, in milliseconds, and
// whether Streamlit has given up the connection, which only a reload restores.
export function createConnectionWatch() {
  let before = null;
  let lostMs = 0;
  let bareMs = 0;
  let silentMs = 0;
  return {
    look({ now, connected, heads, idle, silence, ended = false }) {
      const passed = before === null ? 0 : Math.min(now - before, LONGEST_LOOK_MS);
      before = now;
      lostMs = connected ? 0 : lostMs + passed;
      // A message sent during a page change can leave a page without head or without responses.
      const bare = connected && heads === 0 && idle;
      bareMs = bare ? bareMs + passed : 0;
      // The next message has been unconfirmed for a shorter time than the one before.
      silentMs = connected ? Math.min(silence, silentMs + passed) : 0;
      const broken = bareMs > LOST_AFTER_MS || silentMs > STUCK_MS || ended;
      return { lost: lostMs > LOST_AFTER_MS, broken };
    },
  };
}

// Whether the page may be reloaded: a lasting fault must not reload it repeatedly.
export function mayReload(now, reloaded) {
  return now - reloaded >= RELOAD_EVERY_MS;
}
