// Button in the bar that opens the list of keys, with the switch that turns single keys off.

import { element } from "./controls.js";

function rowOf([names, meaning]) {
  const keys = names.flatMap((name, place) => [
    ...(place ? [" "] : []),
    element("kbd", { textContent: name }),
  ]);
  return [element("dt", {}, ...keys), element("dd", { textContent: meaning })];
}

// `keys` is the switch. The texts may come later than the button, with `update`.
export function keyList(label, keys) {
  const close = element("button", { type: "button", className: "close", autofocus: true });
  const box = element("input", { type: "checkbox" });
  const dialog = element("dialog", { className: "keys" });
  dialog.setAttribute("aria-label", label);
  const sign = element("span", { textContent: "⌨", ariaHidden: "true" });
  const opener = element("button", { type: "button", className: "key-opener", title: label }, sign);
  opener.setAttribute("aria-label", label);
  opener.setAttribute("aria-haspopup", "dialog");
  const toggle = () => {
    if (dialog.open) {
      dialog.close();
      return;
    }
    box.checked = keys.on;
    dialog.showModal();
  };
  opener.addEventListener("click", toggle);
  close.addEventListener("click", () => dialog.close());
  box.addEventListener("change", () => keys.put(box.checked));
  // A press beside the list closes it.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  let shown = null;
  return {
    root: element("span", { className: "key-list" }, opener, dialog),
    toggle,
    get open() {
      return Boolean(dialog.open);
    },
    // Rows of keys and their meanings, the remark, the name of the switch and of the button.
    update(texts) {
      if (texts === shown) return;
      shown = texts;
      close.textContent = texts.close;
      dialog.replaceChildren(
        element("div", { className: "title" }, element("h2", { textContent: label }), close),
        element("dl", {}, ...texts.rows.flatMap(rowOf)),
        element("p", { textContent: texts.remark }),
        element("label", {}, box, texts.active)
      );
    },
  };
}
