// A list of which one entry is chosen, as a select box of the browser.

import { element } from "./controls.js";

const lists = new WeakMap();

export default function ({ parentElement, data, setStateValue }) {
  const fixed = JSON.stringify([data.label, data.options]);
  let list = lists.get(parentElement);
  if (list?.fixed !== fixed) {
    list?.root.remove();
    const options = data.options.map(([value, name]) => element("option", { value }, name));
    const select = element("select", {}, ...options);
    list = { fixed, select, root: element("label", { className: "choice" }, data.label, select) };
    select.addEventListener("change", () => lists.get(parentElement).send(select.value));
    lists.set(parentElement, list);
    parentElement.append(list.root);
  }
  list.send = (chosen) => setStateValue("chosen", chosen);
  list.select.value = data.chosen;
}
