// The page of decks: choice of a deck, its slides, files, and what is built from it.

import { element } from "../controls/controls.js";
import { actsQueue } from "./acts_queue.js";
import { deckFiles } from "./deck_files.js";
import { deckOutput } from "./deck_output.js";
import { rehearsal } from "./rehearsal.js";
import { editedField } from "./slide_editor.js";
import { slideList } from "./slide_list.js";

const parts = new WeakMap();

function listOf(label, act, acts) {
  const list = element("select", {});
  list.addEventListener("change", () => acts.put({ do: act, text: list.value }));
  let shown = "";
  return {
    root: element("label", { className: "field" }, element("span", {}, label), list),
    update(options, value) {
      const wanted = JSON.stringify(options);
      if (wanted !== shown) {
        shown = wanted;
        list.replaceChildren(
          ...options.map(([code, name]) => element("option", { value: code }, name))
        );
      }
      list.value = value;
    },
  };
}

function problemsOf(labels, acts) {
  const list = element("ul", {});
  const close = element("button", { type: "button", textContent: labels.dismiss });
  close.addEventListener("click", () => acts.put({ do: "dismiss" }));
  const title = element("p", { textContent: labels.problems });
  const root = element("div", { className: "problems" }, title, list, close);
  root.setAttribute("role", "alert");
  return {
    root,
    update(problems) {
      root.hidden = !problems.length;
      list.replaceChildren(...problems.map((text) => element("li", { textContent: text })));
    },
  };
}

function build(data, acts) {
  const { labels, own, limits } = data;
  const actOf = (name, act = name) => {
    const button = element("button", { type: "button", className: act, textContent: labels[name] });
    button.addEventListener("click", () => acts.put({ do: act }));
    return button;
  };
  const decks = listOf(labels.deck, "deck", acts);
  const language = listOf(labels.language, "lang", acts);
  const theme = listOf(labels.theme, "theme", acts);
  const title = editedField("input", labels.talk, { longest: limits.title }, (text) =>
    acts.put({ do: "title", text })
  );
  const files = deckFiles(labels, acts);
  const output = deckOutput(labels, acts);
  const questions = rehearsal(labels, acts, output);
  const problems = problemsOf(labels, acts);
  const slides = slideList(labels, own, acts);
  const undo = actOf("undo");
  const clear = actOf("clear");
  const add = actOf("add_text");
  const total = element("span", { className: "total" });
  total.setAttribute("role", "status");
  const none = element("p", { className: "none", textContent: labels.empty });
  const hint = element("span", { className: "hint", textContent: own ? labels.move_hint : labels.fixed });
  const changes = own ? [add, undo, clear] : [actOf("copy")];
  const root = element(
    "div",
    { className: "deck" },
    element(
      "div",
      { className: "choices" },
      decks.root,
      ...(own ? [title.root] : []),
      language.root,
      theme.root
    ),
    problems.root,
    element("div", { className: "output" }, ...output.roots),
    questions.root,
    element("p", { className: "row" }, ...changes, ...files.roots),
    element("p", { className: "row" }, total, hint),
    none,
    slides.root
  );
  return {
    root,
    update(now) {
      decks.update(now.decks, now.deck);
      language.update(now.codes, now.code);
      theme.update(now.themes, now.theme);
      title.update(now.title);
      files.update(now);
      output.update(now);
      questions.update(now);
      problems.update(now.problems);
      slides.update(now);
      undo.disabled = !now.undo;
      clear.disabled = !now.slides.length;
      total.textContent = now.slides.length ? now.total : "";
      none.hidden = now.slides.length > 0;
      hint.hidden = !now.slides.length;
    },
  };
}

export default function ({ parentElement, data, setTriggerValue }) {
  let own = parts.get(parentElement);
  const fixed = JSON.stringify([data.labels, data.own]);
  if (own?.fixed !== fixed) {
    const acts = own?.acts ?? actsQueue();
    own?.drawn.root.remove();
    own = { fixed, acts, drawn: build(data, acts) };
    parts.set(parentElement, own);
    parentElement.append(own.drawn.root);
  }
  own.acts.connect((message) => setTriggerValue("acts", message));
  own.drawn.update(data);
  own.acts.confirm(data.heard);
}
