// Button before the menu that moves the focus to the heading of the content.

import { element } from "./controls.js";

export const CONTENT = "[data-testid=stMain] :is(h1, h2)";

export function skipLink(label, page = document) {
  const root = element("button", { type: "button", className: "skip", textContent: label });
  root.addEventListener("click", () => {
    const heading = page.querySelector(CONTENT);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  });
  return root;
}
