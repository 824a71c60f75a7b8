// Where the head of a page stands. While another page takes the place of this one, Streamlit
// removes the head and draws it anew: a press of the mouse would start on a link and end on
// nothing. The head waits beside the pages meanwhile, where it stood, and goes on to the new page.

import { focusedIn } from "./controls.js";

// A browser forgets a press whose element moves, so that its end is no click.
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

// A copy of an element without its content, which keeps the styles of its classes.
function shell(node, ...content) {
  const copy = node.cloneNode(false);
  copy.append(...content);
  return copy;
}

// Returns the element of the document beside the pages that shows the head where it stood.
function waitingRoom(root) {
  const inner = root.getRootNode();
  const { host } = inner;
  const own = host.cloneNode(false);
  const styles = [...inner.childNodes].filter((node) => node !== root && !node.contains(root));
  own.attachShadow({ mode: "open" }).append(...styles.map((node) => node.cloneNode(true)));
  const { top, left, width, height } = root.getBoundingClientRect();
  const room = document.createElement("div");
  room.className = "atlas-waiting-head";
  room.append(shell(host.parentElement, own));
  Object.assign(room.style, { top: `${top}px`, left: `${left}px`, width: `${width}px` });
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
    // Takes the head out of a page that is going; `parent` is where it is drawn.
    leave(bar, parent) {
      const { root } = bar.drawn;
      if (waiting || !root.isConnected || !root.getRootNode().host) return;
      const { room, shadow } = waitingRoom(root);
      document.body.append(room);
      waiting = { bar, room, parent };
      moveTo(root, shadow);
    },
    // Returns the head that waits and puts it into a page; null where none waits.
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
