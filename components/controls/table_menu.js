// Texts of the column menu of Streamlit's tables in the language of the page. Streamlit has them in
// English only; entries that lead to further English texts are hidden.

const MENU = "[data-testid=stDataFrameColumnMenu] [role=menu]";
const FRAME = "[data-testid=stDataFrame]";
const TEXT = 3;
const HIDDEN = new Set(["Format", "Statistics", "Hide column"]);

function* textsIn(element) {
  for (const node of element.childNodes) {
    if (node.nodeType === TEXT) yield node;
    else yield* textsIn(node);
  }
}

export function translateMenu(menu, { label, entries }) {
  if (menu.getAttribute("aria-label") !== label) menu.setAttribute("aria-label", label);
  for (const titled of menu.querySelectorAll("[title]")) titled.removeAttribute("title");
  for (const copy of menu.querySelectorAll("button")) copy.style.display = "none";
  for (const text of textsIn(menu)) {
    const said = text.nodeValue.trim();
    if (HIDDEN.has(said)) {
      const entry = text.parentElement.closest("[role=menuitem]");
      if (entry) entry.style.display = "none";
    } else if (said in entries) {
      text.nodeValue = entries[said];
    }
  }
}

// The search of the grid is English: Ctrl+F stays with the browser.
export function keepSearch(event) {
  const find = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f";
  if (find && event.target.closest?.(FRAME)) event.stopPropagation();
}

// Menus are drawn beside the app, in a place that Streamlit may have made before.
function watchMenus(own) {
  const changes = { childList: true, subtree: true, characterData: true };
  const look = () => {
    for (const place of document.body.children) {
      if (place.id === "root" || own.watched.has(place)) continue;
      own.watched.add(place);
      new MutationObserver(look).observe(place, changes);
    }
    for (const menu of document.querySelectorAll(MENU)) translateMenu(menu, own.names);
  };
  look();
  new MutationObserver(look).observe(document.body, { childList: true });
  globalThis.addEventListener("keydown", keepSearch, { capture: true });
}

export default function ({ data }) {
  if (globalThis.atlasTableMenu) {
    globalThis.atlasTableMenu.names = data;
    return;
  }
  globalThis.atlasTableMenu = { names: data, watched: new WeakSet() };
  watchMenus(globalThis.atlasTableMenu);
}
