// The views of the landing page but its charts: pieces of markup and the small map.

import { sharedOutbox } from "../controls/outbox.js";
import { mapBoard } from "../map/svg_view.js";

const boards = new WeakMap();
const FOCUSABLE = "summary, a, button, [tabindex]";

const told = (details) => details.querySelector("summary")?.textContent;

// What a reader has unfolded stays so, and the keyboard stays where it was, as far as both remain.
function exchange(place, html) {
  const open = [...place.querySelectorAll("details[open]")].map(told);
  const held = [...place.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  place.innerHTML = html;
  for (const one of place.querySelectorAll("details")) one.open = open.includes(told(one));
  if (held >= 0) place.querySelectorAll(FOCUSABLE)[held]?.focus({ preventScroll: true });
}

export default function ({ parentElement, data }) {
  const box = parentElement.querySelector(".atlas-map");
  let board = boards.get(box);
  if (!board) {
    board = { pieces: {} };
    board.drawMap = mapBoard(box, parentElement.querySelector(".atlas-missing"), sharedOutbox());
    boards.set(box, board);
  }
  for (const place of parentElement.querySelectorAll("[data-piece]")) {
    const name = place.dataset.piece;
    const html = data.pieces[name] ?? "";
    if (html !== board.pieces[name]) exchange(place, html);
  }
  board.pieces = data.pieces;
  board.drawMap(data.map);
}
