// Queue of the changes of a deck. A change is sent until the server has confirmed its number.

const AGAIN_MS = 2500;

export function actsQueue() {
  const tab = Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 8)).join("");
  let order = 0;
  let waiting = [];
  let send = null;
  let timer = null;
  let idle = [];

  const transmit = () => {
    clearTimeout(timer);
    if (!waiting.length) return;
    send?.({ tab, acts: waiting });
    timer = setTimeout(transmit, AGAIN_MS);
  };
  return {
    tab,
    connect(sender) {
      send = sender;
    },
    put(act) {
      order += 1;
      waiting = [...waiting, { ...act, order }];
      transmit();
    },
    confirm([confirmedTab, last]) {
      if (confirmedTab === tab) waiting = waiting.filter((act) => act.order > last);
      if (waiting.length) return;
      clearTimeout(timer);
      const [calls, none] = [idle, []];
      idle = none;
      for (const call of calls) call();
    },
    // Calls a function once everything is confirmed, at once if it is.
    whenIdle(call) {
      if (waiting.length) idle.push(call);
      else call();
    },
    get busy() {
      return waiting.length > 0;
    },
  };
}
