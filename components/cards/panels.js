// Buttons below a chart that open its table, sources or downloads; the open one closes on a click.

import { element } from "../controls/controls.js";

const rows = new WeakMap();

export default function ({ parentElement, data, setStateValue }) {
  const fixed = JSON.stringify([data.label, data.options]);
  let row = rows.get(parentElement);
  if (!row || row.fixed !== fixed) {
    row?.root.remove();
    const buttons = data.options.map(([code, name]) => {
      const button = element("button", { type: "button", textContent: name });
      button.addEventListener("click", () => {
        const own = rows.get(parentElement);
        own.mark(own.open === code ? "" : code);
        own.send(own.open);
      });
      return [code, button];
    });
    const root = element("div", { className: "panels" }, ...buttons.map(([, button]) => button));
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", data.label);
    row = { fixed, root };
    row.mark = (open) => {
      rows.get(parentElement).open = open;
      for (const [code, button] of buttons) {
        button.setAttribute("aria-expanded", String(code === open));
      }
    };
    rows.set(parentElement, row);
    parentElement.append(root);
  }
  row.send = (open) => setStateValue("open", open);
  row.mark(data.open);
}
