// Notes, for the message of a failed test, what a page got from its visitor and what it did with it.

const KEPT = "test-input-log";

function note(...what) {
  const log = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
  sessionStorage.setItem(KEPT, JSON.stringify([...log, [Date.now(), ...what]]));
}

note("load", location.href);
for (const kind of ["keydown", "focusin", "focusout", "input", "change"]) {
  document.addEventListener(
    kind,
    (event) => {
      const [from] = event.composedPath();
      note(kind, event.key ?? "", from.ariaLabel ?? from.localName, from.value ?? "");
    },
    true
  );
}
const waiting = setInterval(() => {
  const outbox = globalThis.atlasOutbox;
  if (!outbox) return;
  clearInterval(waiting);
  for (const name of ["put", "confirm", "leave"]) {
    const act = outbox[name];
    outbox[name] = (...given) => {
      note(name, ...given);
      return act(...given);
    };
  }
}, 5);
