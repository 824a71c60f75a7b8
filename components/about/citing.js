// Citations, each with a button that copies it, also on pages without HTTPS.

import { element } from "../controls/controls.js";
import { copyFrom } from "../controls/copying.js";

// Copies a text; returns whether the browser has allowed it.
export async function copied(text) {
  const { activeElement } = document;
  const field = element("textarea", { value: text });
  field.style.position = "fixed";
  document.body.append(field);
  const done = await copyFrom(field);
  field.remove();
  activeElement?.focus();
  return done;
}

function citationOf([name, text], words) {
  const said = element("span", { className: "said" });
  said.setAttribute("role", "status");
  const button = element("button", { type: "button", textContent: words.copy });
  button.setAttribute("aria-label", `${words.copy}: ${name}`);
  button.addEventListener("click", async () => {
    const done = await copied(text);
    said.textContent = done ? words.copied : words.failed;
    button.focus();
  });
  // The lines of a BibTeX entry are not broken; they scroll.
  const content = element("pre", { textContent: text, tabIndex: 0, className: text.startsWith("@") ? "entry" : "" });
  content.setAttribute("role", "region");
  content.setAttribute("aria-label", name);
  const head = element("div", { className: "head" }, element("h3", { textContent: name }), button, said);
  return element("div", { className: "citation" }, head, content);
}

const drawn = new WeakMap();

export default function ({ parentElement, data }) {
  const wanted = JSON.stringify(data);
  const before = drawn.get(parentElement);
  if (before?.wanted === wanted) return;
  before?.root.remove();
  const root = element("div", { className: "citations" }, ...data.texts.map((one) => citationOf(one, data)));
  parentElement.append(root);
  drawn.set(parentElement, { wanted, root });
}
