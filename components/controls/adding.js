// Adds a figure as it is shown to the visitor's deck, and says so on the pressed button.

import { element } from "./controls.js";
import { ADD } from "./outbox.js";

const SAID_MS = 2500;
const saying = new WeakSet();

export function addFigure(outbox, figure, button, added) {
  outbox.put({ [`${ADD}${figure}`]: "1" });
  if (saying.has(button)) return;
  const { textContent } = button;
  saying.add(button);
  // The row keeps its width, so that nothing moves.
  button.textContent = `✓ ${textContent.replace(/^\+ /, "")}`;
  const said = element("span", { className: "atlas-unseen", textContent: added });
  said.setAttribute("role", "status");
  button.append(said);
  setTimeout(() => {
    saying.delete(button);
    button.textContent = textContent;
  }, SAID_MS);
}
