// Panel with what can be sent of a view: its link, a QR code, what the link contains, a citation.

import { element } from "./controls.js";
import { copyFrom } from "./copying.js";
import { dayInIso } from "./day.js";
import { addressOf } from "./page_links.js";

// A read-only text with a button that copies it.
function copied(tag, label, action, said) {
  const field = element(tag, { readOnly: true });
  field.setAttribute("aria-label", label);
  const button = element("button", { type: "button", textContent: action });
  button.addEventListener("click", async () => {
    await copyFrom(field);
    said(action);
  });
  return { field, button };
}

// A citation names the address and the day on which it was read.
export function citationOf(text, address, now = new Date()) {
  return `${text} ${address} (${dayInIso(now)})`;
}

export function linkPanel(labels) {
  const done = element("span", { className: "done" });
  done.setAttribute("role", "status");
  const said = () => {
    done.textContent = labels.copied;
  };
  const link = copied("input", labels.link, labels.copy, said);
  link.field.type = "text";
  const citation = copied("textarea", labels.citation, labels.copy_citation, said);
  citation.field.rows = 6;
  const code = element("img", { className: "code", alt: labels.qr });
  const remarks = element("div", { className: "remarks" });
  return {
    root: element(
      "div",
      { className: "link" },
      element("div", { className: "fields" }, link.field, link.button, remarks, citation.field, citation.button, done),
      code
    ),
    // Remarks and citation come after the panel has been opened.
    update({ query, qr, remarks: texts = [], citation: cited = "" }) {
      const address = addressOf(location.origin + location.pathname, query);
      link.field.value = address;
      citation.field.value = citationOf(cited, address);
      done.textContent = "";
      code.hidden = !qr;
      if (qr && code.src !== qr) code.src = qr;
      remarks.replaceChildren(...texts.map((text) => element("p", {}, text)));
    },
  };
}
