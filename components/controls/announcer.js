// Says what a change of filters has led to, in one sentence for screen readers.

import { element } from "./controls.js";

const QUIET_MS = 900;
const LONGEST = 300;

// What has changed, and the headline that it is about.
export function sentenceOf(choice, headline) {
  const text = [choice.filter(Boolean).join(", "), headline.trim()].filter(Boolean).join(": ");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

// Waits until the user has paused and the page has been drawn; several changes are said once.
// `title` and `headline` return the name of the page and the headline that a change is about.
export function announcerOf({
  outbox,
  isDrawn,
  title,
  headline,
  later = setTimeout,
  drop = clearTimeout,
}) {
  const root = element("p", { className: "unseen" });
  root.setAttribute("role", "status");
  root.setAttribute("aria-live", "polite");
  let said = null;
  let timer = null;
  let choice = [];
  let told = [];
  let turned = false;
  const tell = () => {
    if (outbox.busy || !isDrawn()) {
      timer = later(tell, QUIET_MS);
      return;
    }
    timer = null;
    const changed = choice.filter((one) => !told.includes(one));
    told = choice;
    root.textContent = turned ? title() : sentenceOf(changed.some(Boolean) ? changed : choice, headline());
    turned = false;
  };
  return {
    root,
    // Says one sentence at once.
    say(text) {
      root.textContent = text;
    },
    // `query` is the choice as a link; its first one is what the page was opened with. Of another
    // page only the title is said.
    update(query, now, page = "") {
      choice = now;
      const before = said;
      said = { query, page };
      if (!before || (before.query === query && before.page === page)) {
        // Names of what is chosen may come later than the choice.
        if (timer === null) told = now;
        return;
      }
      turned ||= before.page !== page;
      drop(timer);
      timer = later(tell, QUIET_MS);
    },
  };
}
