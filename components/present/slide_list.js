// The slides of a deck in their order. They are sorted by buttons, by keyboard, or by dragging.

import { element, focusedIn } from "../controls/controls.js";
import { slideEditor } from "./slide_editor.js";

const DISTANCE_PX = 6;

// Small pictures are fetched one after the other, so that they delay nothing else.
export function pictureQueue() {
  const waiting = [];
  let loading = false;
  const next = () => {
    const one = loading ? null : waiting.shift();
    if (!one) return;
    loading = true;
    const done = (drawn) => {
      loading = false;
      one.image.hidden = !drawn;
      next();
    };
    one.image.addEventListener("load", () => done(true));
    one.image.addEventListener("error", () => done(false));
    one.image.src = one.address;
  };
  return (image, address) => {
    waiting.push({ image, address });
    next();
  };
}

function tool(name, sign, label, run) {
  const button = element("button", { type: "button", className: name, title: label }, sign);
  button.addEventListener("click", run);
  return button;
}

const TOOLS = [
  ["up", "↑"],
  ["down", "↓"],
  ["duplicate", "2×"],
  ["delete", "✕"],
];

function rowOf(labels, key, own, acts) {
  const number = element("span", { className: "number" });
  const thumb = element("span", { className: "thumb", ariaHidden: "true" });
  const title = element(own ? "button" : "span", { className: "title" });
  const about = element("span", { className: "about" });
  const faults = element("span", { className: "faults" });
  const runs = {
    up: () => acts.put({ do: "move", key, number: -1 }),
    down: () => acts.put({ do: "move", key, number: 1 }),
    duplicate: () => acts.put({ do: "duplicate", key }),
    delete: () => acts.put({ do: "delete", key }),
  };
  const tools = own ? TOOLS.map(([name, sign]) => tool(name, sign, labels[name], runs[name])) : [];
  const box = element("span", { className: "tools" }, ...tools);
  const said = element("span", { className: "said" }, title, about, faults);
  const line = element("div", { className: "line" }, number, thumb, said, box);
  const place = element("div", {});
  const root = element("li", {}, line, place);
  root.dataset.key = String(key);
  const row = { root, line, place, title, picture: "", editor: null };
  if (own) {
    title.type = "button";
    title.addEventListener("click", () => acts.put({ do: "edit", key: row.editor ? 0 : key }));
    line.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!event.altKey || !by) return;
      event.preventDefault();
      acts.put({ do: "move", key, number: by });
    });
  }
  row.update = (slide, load) => {
    number.textContent = String(slide.number);
    title.textContent = slide.title;
    about.textContent = slide.about;
    faults.textContent = slide.faults.map((fault) => `⚠ ${fault}`).join(" ");
    tools.forEach((button, index) => {
      button.setAttribute("aria-label", `${labels[TOOLS[index][0]]}: ${slide.title}`);
    });
    if (slide.picture === row.picture) return;
    row.picture = slide.picture;
    thumb.classList.toggle("pictured", Boolean(slide.picture));
    thumb.replaceChildren();
    if (!slide.picture) return;
    const image = element("img", { alt: "", hidden: true });
    thumb.append(image);
    load(image, slide.picture);
  };
  row.edit = (editor, code, limits) => {
    if (own) title.setAttribute("aria-expanded", String(Boolean(editor)));
    root.classList.toggle("open", Boolean(editor));
    const fixed = editor ? JSON.stringify([editor.figure, editor.steps.length, code]) : "";
    if (fixed !== (row.editor?.fixed ?? "")) {
      const held = row.editor && focusedIn(row.editor.root);
      row.editor = editor && { fixed, ...slideEditor(labels, editor, acts, limits) };
      place.replaceChildren(...(row.editor ? [row.editor.root] : []));
      if (row.editor && held) row.editor.focus();
    }
    row.editor?.update(editor);
  };
  return row;
}

// Sorts rows that are dragged by their picture or number with mouse, pen or finger.
function watchDragging(list, acts, keys) {
  let dragged = null;
  const placeAt = (y) => {
    const rows = [...list.children];
    const found = rows.findIndex((row) => {
      const { top, height } = row.querySelector(".line").getBoundingClientRect();
      return y < top + height / 2;
    });
    return found < 0 ? rows.length : found;
  };
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".number, .thumb");
    if (!grip || event.button) return;
    event.preventDefault();
    dragged = { key: Number(grip.closest("li").dataset.key), from: event.clientY, moved: false };
    list.setPointerCapture(event.pointerId);
  });
  const mark = (place) => {
    [...list.children].forEach((row, index) => {
      row.classList.toggle("before", index === place);
      row.classList.toggle("after", place === list.children.length && index === place - 1);
    });
  };
  list.addEventListener("pointermove", (event) => {
    if (!dragged) return;
    dragged.moved ||= Math.abs(event.clientY - dragged.from) > DISTANCE_PX;
    if (dragged.moved) mark(placeAt(event.clientY));
  });
  const end = (event) => {
    if (!dragged) return;
    const { key, moved } = dragged;
    dragged = null;
    mark(-1);
    if (!moved || event.type !== "pointerup") return;
    const from = keys().indexOf(key);
    const to = placeAt(event.clientY);
    const by = (to > from ? to - 1 : to) - from;
    if (by) acts.put({ do: "move", key, number: by });
  };
  list.addEventListener("pointerup", end);
  list.addEventListener("pointercancel", end);
}

export function slideList(labels, own, acts) {
  const root = element("ol", { className: own ? "slides own" : "slides" });
  root.setAttribute("aria-label", labels.slides);
  const rows = new Map();
  const load = pictureQueue();
  let order = [];
  if (own) watchDragging(root, acts, () => order);
  return {
    root,
    update({ slides, editor, code, limits }) {
      const now = slides.map(({ key }) => key);
      const held = focusedIn(root);
      const place = held ? order.indexOf(Number(held.closest("li").dataset.key)) : -1;
      for (const slide of slides) {
        if (!rows.has(slide.key)) rows.set(slide.key, rowOf(labels, slide.key, own, acts));
        const row = rows.get(slide.key);
        row.update(slide, load);
        row.edit(editor?.key === slide.key ? editor : null, code, limits);
      }
      if (JSON.stringify(now) !== JSON.stringify(order)) {
        root.replaceChildren(...now.map((key) => rows.get(key).root));
        for (const key of rows.keys()) if (!now.includes(key)) rows.delete(key);
        order = now;
        // The focus stays on a moved slide, and goes to the next one from a deleted slide.
        if (held?.isConnected) held.focus();
        else if (held && now.length) rows.get(now[Math.min(place, now.length - 1)]).title.focus();
      }
    },
  };
}
