import { keepSearch, translateMenu } from "../../../components/controls/table_menu.js";

const NAMES = { label: "Баған мәзірі", entries: { "Sort ascending": "Өсу ретімен сұрыптау" } };

// An entry of the menu: a sign, then its text.
function entryOf(said) {
  const entry = { style: {}, childNodes: [] };
  const text = { nodeType: 3, nodeValue: said, parentElement: { closest: () => entry } };
  entry.childNodes.push({ childNodes: [] }, text);
  return { entry, text };
}

function menuOf(entries, labels) {
  return {
    childNodes: entries.map(({ entry }) => entry),
    querySelectorAll: () => [],
    getAttribute: () => labels.at(-1),
    setAttribute: (_name, label) => labels.push(label),
  };
}

test("entries are translated once, and those that lead to English texts are hidden", () => {
  const labels = ["Dataframe column menu"];
  const entries = ["Sort ascending", "Statistics", "жыл"].map(entryOf);
  const menu = menuOf(entries, labels);
  translateMenu(menu, NAMES);
  translateMenu(menu, NAMES);
  equal(entries.map(({ text }) => text.nodeValue), ["Өсу ретімен сұрыптау", "Statistics", "жыл"]);
  equal(entries.map(({ entry }) => entry.style.display ?? ""), ["", "none", ""]);
  equal(labels, ["Dataframe column menu", "Баған мәзірі"]);
});

test("the search of the browser is left to it within a table", () => {
  let stopped = 0;
  const pressed = (key, within) =>
    keepSearch({
      key, ctrlKey: true, target: { closest: () => within }, stopPropagation: () => { stopped += 1; },
    });
  pressed("f", {});
  pressed("f", null);
  pressed("c", {});
  equal(stopped, 1);
});
