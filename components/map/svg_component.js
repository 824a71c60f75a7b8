// The map as SVG where a browser cannot draw the interactive one.

import { sharedOutbox } from "../controls/outbox.js";
import { mapBoard } from "./svg_view.js";

const boards = new WeakMap();

export default function ({ parentElement, data }) {
  const box = parentElement.querySelector(".atlas-map");
  if (!boards.has(box)) {
    boards.set(box, mapBoard(box, parentElement.querySelector(".atlas-missing"), sharedOutbox()));
  }
  boards.get(box)(data);
}
