// Queue of filter changes to send to the server, shared by all components of a browser tab.
//
// One message is sent at a time. Later changes wait: the newest value of each parameter replaces
// the one before, and a value is kept until the server has confirmed it. An unconfirmed message is
// sent again; the server ignores numbers that it has already processed.
//
// The page head confirms a message before the rest of the page is drawn. A control drawn later names
// the message that its own value includes (`heard`), and gets newer values from the outbox till then.

const RETRY_MS = 2000;
const LONGEST_RETRY_MS = 8000;
const SILENT_MS = 9000;
const TURN_MS = 15000;

const PAGE = "page";
// Changes that are no parameters of a link: another page, and figures added to the deck.
export const ADD = "add:";
const isParameter = (name) => name !== PAGE && !name.startsWith(ADD);

export function createOutbox(now = () => performance.now()) {
  const tab = Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 8)).join("");
  const listeners = new Set();
  let number = 0;
  let waiting = [];
  let held = [];
  let flight = null;
  let confirmed = [];
  let answered = 0;
  let send = null;
  let roundTrip = RETRY_MS / 4;
  let turning = 0;

  const notify = () => {
    for (const listen of listeners) listen(outbox);
  };
  const isTurning = () => turning > now();

  function merged(changes, name, text) {
    if (name === "clear") return [...changes.filter(([other]) => other.startsWith(ADD)), [name, ""]];
    return [...changes.filter(([other]) => other !== name), [name, text]];
  }

  function transmit() {
    clearTimeout(flight.timer);
    flight.tries += 1;
    // Nothing is sent while a requested page is loading: a message repeated from the previous page
    // would draw that page.
    const asksForPage = flight.changes.some(([name]) => name === PAGE);
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
    const named = waiting.map(([name]) => name);
    const along = held.filter(([name]) => !named.includes(name));
    flight = { number, changes: [...along, ...waiting], since: now(), tries: 0 };
    waiting = [];
    held = [];
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
    // Registers the function that sends a message; only that of the last drawn component works.
    connect(sender) {
      send = sender;
      pump();
    },
    put(changes) {
      for (const [name, text] of Object.entries(changes)) waiting = merged(waiting, name, text);
      pump();
      notify();
    },
    // Keeps changes that the browser has made already; they are sent with the next message.
    hold(changes) {
      for (const [name, text] of Object.entries(changes)) held = merged(held, name, text);
    },
    get holding() {
      return held.length > 0;
    },
    // Sends what is kept; returns whether there is something.
    flush() {
      if (!held.length) return false;
      outbox.put(Object.fromEntries(held));
      return true;
    },
    // Processes the server's confirmation: the number of the last message that it has processed.
    confirm(ownTab, taken) {
      if (flight && ownTab === tab && taken >= flight.number) {
        clearTimeout(flight.timer);
        if (flight.tries === 1) roundTrip = now() - flight.since;
        for (const [name, text] of flight.changes) {
          confirmed = confirmed.filter((one) => name !== "clear" && one.name !== name);
          if (name !== "clear") confirmed.push({ name, text, number: flight.number });
        }
        answered = flight.number;
        flight = null;
      }
      pump();
      notify();
    },
    // Sends the unconfirmed message again after the connection was lost. The server may have been
    // restarted; it then confirms no earlier message.
    reconnected() {
      answered = 0;
      if (flight) transmit();
    },
    // Value of a parameter that is newer than the message `heard`, a tab and a number; without
    // `heard`, the unconfirmed value. Undefined without one.
    pending(name, heard = null) {
      for (const changes of [waiting, held, flight?.changes ?? []]) {
        const found = changes.find(([other]) => other === name);
        if (found) return found[1];
        if (changes.some(([other]) => other === "clear")) return undefined;
      }
      if (!heard) return undefined;
      const [drawnTab, drawn] = heard;
      const newer = (number) => drawnTab !== tab || number > drawn;
      return confirmed.find((one) => one.name === name && newer(one.number))?.text;
    },
    // Whether the message `heard`, a tab and a number, includes every change of this tab.
    isLatest([drawnTab, drawn]) {
      return !outbox.busy && (drawnTab === tab ? drawn : 0) >= answered;
    },
    // A query string with all unconfirmed changes applied.
    applied(query) {
      const parameters = new URLSearchParams(query);
      for (const [name, text] of [...(flight?.changes ?? []), ...held, ...waiting]) {
        if (!isParameter(name)) continue;
        if (name === "clear") {
          const others = [...parameters.keys()].filter((one) => one !== "lang");
          for (const one of others) parameters.delete(one);
        } else if (text) parameters.set(name, text);
        else parameters.delete(name);
      }
      return parameters.toString();
    },
    // Discards unsent changes after the browser has gone to another address.
    leave() {
      clearTimeout(flight?.timer);
      flight = null;
      waiting = [];
      held = [];
      confirmed = [];
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
    // Time for which the sent message has been unconfirmed, in milliseconds.
    get silence() {
      return flight ? now() - flight.since : 0;
    },
    // Whether a message has been unconfirmed for longer than a slow network explains.
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
    // The server redraws the page after back and forward, but not for a fragment of the address.
    const moved = () => location.hash || globalThis.atlasOutbox.leave();
    addEventListener("popstate", moved, true);
    globalThis.atlasOutbox.listen(({ turning }) => {
      document.documentElement.classList.toggle("atlas-turning", turning);
    });
  }
  return globalThis.atlasOutbox;
}
