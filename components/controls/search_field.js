// Field for a search text, which is sent after a pause in typing.

import { element, focusedIn } from "./controls.js";

const PAUSE_MS = 300;

export function searchOf({ parameter, label, placeholder, longest }, outbox) {
  const field = element("input", { type: "search", placeholder, maxLength: longest });
  const root = element("label", { className: "choice search" }, label, field);
  let waiting = null;
  let sent = null;
  const send = () => {
    clearTimeout(waiting);
    waiting = null;
    if (field.value === sent) return;
    sent = field.value;
    outbox.put({ [parameter]: field.value });
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(send, PAUSE_MS);
  });
  field.addEventListener("change", send);
  return {
    root,
    update({ value, heard }) {
      if (waiting !== null) return;
      const known = outbox.pending(parameter, heard) ?? value;
      // The server removes spaces at the ends; a reader who is typing keeps them.
      if (focusedIn(root) && field.value.trim() === known.trim()) return;
      sent = known;
      if (field.value !== known) field.value = known;
    },
  };
}
