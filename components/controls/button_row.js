// A row of buttons. Of `toggle` buttons one is open or none; of the others exactly one is chosen.

import { element } from "./controls.js";

const rows = new WeakMap();

const STATES = { true: "aria-expanded", false: "aria-checked" };

export default function ({ parentElement, data, setStateValue }) {
  const fixed = JSON.stringify([data.label, data.options]);
  let row = rows.get(parentElement);
  if (!row || row.fixed !== fixed) {
    row?.root.remove();
    const buttons = data.options.map(([code, name]) => {
      const button = element("button", { type: "button", textContent: name });
      if (!data.toggle) button.setAttribute("role", "radio");
      button.addEventListener("click", () => {
        const own = rows.get(parentElement);
        const chosen = data.toggle && own.chosen === code ? "" : code;
        if (chosen === own.chosen) return;
        own.mark(chosen);
        own.send(chosen);
      });
      return [code, button];
    });
    const root = element("div", { className: "row" }, ...buttons.map(([, button]) => button));
    root.setAttribute("role", data.toggle ? "group" : "radiogroup");
    root.setAttribute("aria-label", data.label);
    row = { fixed, root };
    row.mark = (chosen) => {
      rows.get(parentElement).chosen = chosen;
      for (const [code, button] of buttons) {
        button.setAttribute(STATES[data.toggle], String(code === chosen));
      }
    };
    rows.set(parentElement, row);
    parentElement.append(root);
  }
  row.send = (chosen) => setStateValue("chosen", chosen);
  row.mark(data.chosen);
}
