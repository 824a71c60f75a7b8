// Choices on their way to the server, one outbox for all components of a browser tab.
//
// One message is in flight at a time. Later choices wait here: the newest value of each parameter
// replaces the one before, and nothing is dropped until the server has confirmed it. A message
// without an answer is sent again; the server ignores a number that it has taken already.

const RETRY_MS = 2000;
const LONGEST_RETRY_MS = 8000;
const SILENT_MS = 9000;
const TURN_MS = 15000;

export function createOutbox(now = () => performance.now()) {
  const tab = Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 8)).join("");
  const listeners = new Set();
  let number = 0;
  let waiting = [];
  let flight = null;
  let send = null;
  let roundTrip = RETRY_MS / 4;
  let turning = 0;

  const notify = () => {
    for (const listen of listeners) listen(outbox);
  };
  const isTurning = () => turning > now();

  function merged(changes, name, text) {
    if (name === "clear") return [[name, ""]];
    return [...changes.filter(([other]) => other !== name), [name, text]];
  }

  function transmit() {
    clearTimeout(flight.timer);
    flight.tries += 1;
    // The page that a message asks for takes the place of this one; nothing is chosen in between,
    // and what is sent again from a page that has gone would be drawn as that page.
    const asksForPage = flight.changes.some(([name]) => name === "page");
    const wait = Math.min(LONGEST_RETRY_MS, Math.max(RETRY_MS, 4 * roundTrip) * flight.tries);
    flight.timer = setTimeout(
      () => {
        notify();
        transmit();
      },
      asksForPage ? TURN_MS : wait
    );
    if (asksForPage) turn();
    send?.({ tab, number: flight.number, changes: flight.changes });
  }

  function pump() {
    if (flight || !send || !waiting.length || isTurning()) return;
    number += 1;
    flight = { number, changes: waiting, since: now(), tries: 0 };
    waiting = [];
    transmit();
  }

  function turn() {
    turning = now() + TURN_MS;
    notify();
    setTimeout(() => {
      pump();
      notify();
    }, TURN_MS + 50);
  }

  const outbox = {
    tab,
    // Registers what sends a message; the component drawn last is the one that works.
    connect(sender) {
      send = sender;
      pump();
    },
    put(changes) {
      for (const [name, text] of Object.entries(changes)) waiting = merged(waiting, name, text);
      pump();
      notify();
    },
    // Takes the server's confirmation: the number of the last message that it has taken.
    confirm(ownTab, taken) {
      if (flight && ownTab === tab && taken >= flight.number) {
        clearTimeout(flight.timer);
        if (flight.tries === 1) roundTrip = now() - flight.since;
        flight = null;
      }
      pump();
      notify();
    },
    // Sends again what was on its way when the connection ended.
    reconnected() {
      if (flight) transmit();
    },
    // The value of a parameter that the server has not confirmed yet; undefined where there is none.
    pending(name) {
      for (const changes of [waiting, flight?.changes ?? []]) {
        const found = changes.find(([other]) => other === name);
        if (found) return found[1];
        if (changes.some(([other]) => other === "clear")) return undefined;
      }
      return undefined;
    },
    // A query string with everything that is not confirmed.
    applied(query) {
      const parameters = new URLSearchParams(query);
      for (const [name, text] of [...(flight?.changes ?? []), ...waiting]) {
        if (name === "page") continue;
        if (name === "clear") {
          const others = [...parameters.keys()].filter((one) => one !== "lang");
          for (const one of others) parameters.delete(one);
        } else if (text) parameters.set(name, text);
        else parameters.delete(name);
      }
      return parameters.toString();
    },
    // The browser has gone to another address: what was chosen before it no longer counts.
    leave() {
      clearTimeout(flight?.timer);
      flight = null;
      waiting = [];
      turn();
    },
    arrive() {
      turning = 0;
      pump();
      notify();
    },
    get turning() {
      return isTurning();
    },
    get busy() {
      return Boolean(flight || waiting.length);
    },
    // How long the message in flight has waited for its answer, in milliseconds.
    get silence() {
      return flight ? now() - flight.since : 0;
    },
    // Whether the server has been silent for longer than a slow network explains.
    get unanswered() {
      return Boolean(flight) && now() - flight.since > Math.max(SILENT_MS, 6 * roundTrip);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return outbox;
}

export function sharedOutbox() {
  if (!globalThis.atlasOutbox) {
    globalThis.atlasOutbox = createOutbox();
    // The server draws anew after back and forward, but not for a mark within the page.
    const moved = () => location.hash || globalThis.atlasOutbox.leave();
    addEventListener("popstate", moved, true);
    globalThis.atlasOutbox.listen(({ turning }) => {
      document.documentElement.classList.toggle("atlas-turning", turning);
    });
  }
  return globalThis.atlasOutbox;
}
