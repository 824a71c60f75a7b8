// Says what a change of filters has led to, in one sentence for screen readers.

import { element } from "./controls.js";

const QUIET_MS = 900;
const LONGEST = 300;

// The choice, and the first headline of the page.
export function sentenceOf(choice, headline) {
  const text = [choice.filter(Boolean).join(", "), headline.trim()].filter(Boolean).join(": ");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

// Waits until the user has paused and the page has been drawn; several changes are said once.
export function announcerOf({ outbox, isDrawn, headline, later = setTimeout, drop = clearTimeout }) {
  const root = element("p", { className: "unseen" });
  root.setAttribute("role", "status");
  root.setAttribute("aria-live", "polite");
  let said = null;
  let timer = null;
  let choice = [];
  const tell = () => {
    if (outbox.busy || !isDrawn()) {
      timer = later(tell, QUIET_MS);
      return;
    }
    timer = null;
    root.textContent = sentenceOf(choice, headline());
  };
  return {
    root,
    // `query` is the choice as a link; its first one is what the page was opened with.
    update(query, now) {
      choice = now;
      if (query === said) return;
      const first = said === null;
      said = query;
      if (first) return;
      drop(timer);
      timer = later(tell, QUIET_MS);
    },
  };
}
