// Menu of the pages, and the choice of light or dark colours.

import { element } from "./controls.js";
import { addressOf, opensElsewhere } from "./page_links.js";

// Moves the entry of the current page into view where the menu is a strip that scrolls sideways.
function bringIntoView(strip, link) {
  const [outer, inner] = [strip, link].map((one) => one.getBoundingClientRect());
  if (inner.left < outer.left || inner.right > outer.right) {
    strip.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }
}

// Draws the entries closer where all of them would not stand in one row; on a phone they scroll.
export function fitMenu(strip) {
  strip.classList.remove("close");
  strip.classList.toggle("close", strip.scrollWidth > strip.clientWidth);
}

export function menuOf(entries, outbox, label = "") {
  let here = "";
  const links = entries.map(([page, name]) => {
    const link = element("a", { textContent: name });
    link.addEventListener("click", (event) => {
      if (opensElsewhere(event)) return;
      event.preventDefault();
      // A second request may replace a pending one; the current page needs no request.
      if (page !== (outbox.pending("page") ?? here)) outbox.put({ page });
    });
    return link;
  });
  const root = element("nav", {}, ...links);
  if (label) root.setAttribute("aria-label", label);
  new ResizeObserver(() => fitMenu(root)).observe(root);
  return {
    root,
    // Opens a page by its place in the menu; false where there is none.
    open(number) {
      const link = links[number - 1];
      link?.click();
      return Boolean(link);
    },
    // `counts` has a number beside the name of a page.
    update({ current, paths, counts = {} }, query) {
      const moved = here !== current;
      here = current;
      links.forEach((link, place) => {
        const [page, name] = entries[place];
        const text = counts[page] ? `${name} (${counts[page]})` : name;
        if (link.textContent !== text) {
          link.textContent = text;
          setTimeout(() => fitMenu(root), 0);
        }
        link.href = addressOf(paths[place], query);
        if (page === current) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
        if (moved && page === current) {
          // The bar has no width before it is part of the page.
          setTimeout(() => bringIntoView(root, link), 0);
        }
      });
    },
  };
}

// Streamlit keeps the colours that a reader has chosen for each path, and reads them at the start.
const STORED = "stActiveTheme-";
const VERSION = "-v2";
const SIGNS = { System: "◐", Light: "○", Dark: "●" };

export function storedTheme(storage, path) {
  try {
    const held = JSON.parse(storage.getItem(`${STORED}${path}${VERSION}`) ?? "null");
    return held in SIGNS ? held : "System";
  } catch {
    return "System";
  }
}

export function storeTheme(storage, paths, theme) {
  for (const path of paths) storage.setItem(`${STORED}${path}${VERSION}`, JSON.stringify(theme));
}

export function themeOf({ label, options }, reload) {
  const list = element(
    "select",
    {},
    ...options.map(([value, name]) => element("option", { value }, `${SIGNS[value]} ${name}`))
  );
  list.setAttribute("aria-label", label);
  let paths = [];
  list.addEventListener("change", () => {
    storeTheme(localStorage, paths, list.value);
    reload();
  });
  return {
    root: element("label", { className: "choice theme", title: label }, list),
    // `addresses` are those of all pages, relative to the current one.
    update(addresses) {
      paths = addresses.map((address) => new URL(address, location.href).pathname);
      list.value = storedTheme(localStorage, location.pathname);
    },
  };
}
