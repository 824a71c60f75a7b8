// A row of buttons, of which exactly one is chosen.

import { element } from "./controls.js";

const rows = new WeakMap();

export default function ({ parentElement, data, setStateValue }) {
  const fixed = JSON.stringify([data.label, data.options]);
  let row = rows.get(parentElement);
  if (!row || row.fixed !== fixed) {
    row?.root.remove();
    const buttons = data.options.map(([code, name]) => {
      const button = element("button", { type: "button", textContent: name });
      button.setAttribute("role", "radio");
      button.addEventListener("click", () => {
        const own = rows.get(parentElement);
        if (code === own.chosen) return;
        own.mark(code);
        own.send(code);
      });
      return [code, button];
    });
    const root = element("div", { className: "row" }, ...buttons.map(([, button]) => button));
    root.setAttribute("role", "radiogroup");
    root.setAttribute("aria-label", data.label);
    row = { fixed, root };
    row.mark = (chosen) => {
      rows.get(parentElement).chosen = chosen;
      for (const [code, button] of buttons) {
        button.setAttribute("aria-checked", String(code === chosen));
      }
    };
    rows.set(parentElement, row);
    parentElement.append(root);
  }
  row.send = (chosen) => setStateValue("chosen", chosen);
  row.mark(data.chosen);
}
