// Keeps the page head during a page change. Streamlit removes the head and draws a new one, so a
// mouse press on one of its links would have no matching release. The head is moved to an element
// outside the pages, at the same position on the screen, and then into the new page.

import { focusedIn } from "./controls.js";

// Browsers send no click if the pressed element is moved before the release.
function watchPresses() {
  let pressed = null;
  let forgotten = false;
  document.addEventListener(
    "pointerdown",
    (event) => {
      [pressed] = event.composedPath();
      forgotten = false;
    },
    true
  );
  document.addEventListener(
    "pointerup",
    (event) => {
      const [released] = event.composedPath();
      if (forgotten && released === pressed) pressed.click();
      pressed = null;
    },
    true
  );
  return (root) => {
    if (root.contains(pressed)) forgotten = true;
  };
}

// A copy of an element with other content, which has the styles of its classes.
function shell(node, ...content) {
  const copy = node.cloneNode(false);
  copy.append(...content);
  return copy;
}

// Returns the element outside the pages that shows the head at its previous position.
function waitingRoom(root) {
  const inner = root.getRootNode();
  const { host } = inner;
  const own = host.cloneNode(false);
  const styles = [...inner.childNodes].filter((node) => node !== root && !node.contains(root));
  own.attachShadow({ mode: "open" }).append(...styles.map((node) => node.cloneNode(true)));
  own.shadowRoot.adoptedStyleSheets = [...(inner.adoptedStyleSheets ?? [])];
  const { top, left, width, height } = root.getBoundingClientRect();
  const room = document.createElement("div");
  room.className = "atlas-waiting-head";
  room.append(shell(host.parentElement, own));
  const place = { top: `${top}px`, left: `${left}px`, width: `${width}px` };
  // Outside the app, light or dark colours have to be named again.
  const { colorScheme } = getComputedStyle(host);
  Object.assign(room.style, place, { colorScheme });
  document.documentElement.style.setProperty("--atlas-head-height", `${height}px`);
  return { room, shadow: own.shadowRoot };
}

export function createHeadPlace() {
  let waiting = null;
  const forget = watchPresses();
  const moveTo = (root, parent) => {
    const focused = focusedIn(root);
    parent.append(root);
    focused?.focus({ preventScroll: true });
    forget(root);
  };
  return {
    get waits() {
      return Boolean(waiting);
    },
    // Moves the head out of a page that is being removed; `parent` is its parent element.
    leave(bar, parent) {
      const { root } = bar.drawn;
      if (waiting || !root.isConnected || !root.getRootNode().host) return;
      const { room, shadow } = waitingRoom(root);
      document.body.append(room);
      waiting = { bar, room, parent };
      moveTo(root, shadow);
    },
    // Puts the kept head into a page and returns it; null without a kept head.
    arrive(parent = waiting?.parent) {
      if (!waiting) return null;
      const { bar, room } = waiting;
      waiting = null;
      moveTo(bar.drawn.root, parent);
      room.remove();
      document.documentElement.style.removeProperty("--atlas-head-height");
      return bar;
    },
  };
}
