// Files and links of a deck: opens a file of the visitor, saves the deck, copies its link.

import { element } from "../controls/controls.js";
import { copyFrom } from "../controls/copying.js";

const PIECE = 0x8000;

// Bytes in base64; a call with all of a large file at once would exceed the stack.
export function inBase64(bytes) {
  let text = "";
  for (let start = 0; start < bytes.length; start += PIECE) {
    text += String.fromCharCode(...bytes.slice(start, start + PIECE));
  }
  return btoa(text);
}

export function deckFiles(labels, acts) {
  const said = element("span", { className: "told" });
  said.setAttribute("role", "status");
  const input = element("input", { type: "file", accept: ".json,application/json" });
  let limit = 0;
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    if (file.size > limit) {
      said.textContent = labels.too_large;
      return;
    }
    try {
      const text = inBase64(new Uint8Array(await file.arrayBuffer()));
      said.textContent = "";
      acts.put({ do: "open_file", name: file.name.slice(0, 100), text });
    } catch {
      said.textContent = labels.unreadable;
    }
    // The same file can be opened again.
    input.value = "";
  });
  const open = element("label", { className: "button" }, labels.open_file, input);
  const save = element("a", { className: "button", textContent: labels.save_file });
  save.download = "";
  const link = element("input", { readOnly: true, className: "link" });
  link.setAttribute("aria-label", labels.link);
  link.addEventListener("focus", () => link.select());
  const copy = element("button", { type: "button", textContent: labels.copy_link });
  copy.addEventListener("click", async () => {
    await copyFrom(link);
    said.textContent = labels.copied;
  });
  const large = element("small", { textContent: labels.no_link });
  const shared = element("span", { className: "shared" }, link, copy);
  return {
    roots: [open, save, shared, large, said],
    update(data) {
      limit = data.limits.file;
      save.hidden = !data.output;
      if (data.output) save.href = `${data.output.address}.json?${data.output.query}`;
      if (data.output) save.download = `${data.output.file}.json`;
      link.value = data.link ? `${location.origin}${location.pathname}?${data.link}` : "";
      shared.hidden = !data.link;
      large.hidden = Boolean(data.link) || !data.slides.length;
    },
  };
}
