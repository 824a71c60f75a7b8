// Panels that open from the filter bar, and the sheet that holds the bar on a phone.

import { element, focusedIn } from "./controls.js";

// Button with a panel below it. Its title says what is chosen, as in `Sectors: Oil`.
export function dropdown(label, content, { opened = () => {}, className = "" } = {}) {
  const state = element("span", { className: "state" });
  const what = element("span", { className: "what", textContent: label });
  const title = element("summary", {}, what, state);
  const panel = element("div", { className: "panel" }, content);
  const root = element("details", { className }, title, panel);
  root.addEventListener("toggle", () => root.open && opened());
  return {
    root,
    show(text) {
      if (state.textContent === text) return;
      what.textContent = text ? `${label}: ` : label;
      state.textContent = text;
    },
  };
}

// The first names of a list and how many follow, as in `Energy, Transport +2`.
const NAMED = 2;

export function shortList(names, everything) {
  const rest = names.length - NAMED;
  const named = names.slice(0, NAMED).join(", ");
  if (!names.length) return everything;
  return rest > 0 ? `${named} +${rest}` : named;
}

export function closeFromOutside(bar) {
  const close = (event) => {
    if (!bar.isConnected) {
      document.removeEventListener("pointerdown", close);
      return;
    }
    const inside = event.composedPath();
    for (const open of bar.querySelectorAll("details[open]")) {
      if (!inside.includes(open)) open.open = false;
    }
  };
  document.addEventListener("pointerdown", close);
  bar.addEventListener("keydown", (event) => {
    const open = bar.querySelector("details[open]");
    if (event.key === "Escape" && open) {
      open.open = false;
      open.querySelector("summary").focus();
      event.stopPropagation?.();
    }
  });
}

// On a narrow screen the controls are a sheet at the bottom, opened by one button. It closes by its
// button, by Escape, by a press outside, and when the focus leaves it.
export function sheetOf(labels, controls) {
  const opener = element("button", { type: "button", className: "opener" });
  const done = element("button", { type: "button", className: "finish" }, labels.done);
  const sheet = element("div", { className: "controls" }, ...controls, done);
  const root = element("div", { className: "sheet" }, opener, sheet);
  const put = (open) => {
    root.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  const close = () => {
    if (!root.classList.contains("open")) return;
    put(false);
    opener.focus();
  };
  put(false);
  opener.addEventListener("click", () => {
    if (root.classList.contains("open")) {
      close();
      return;
    }
    put(true);
    done.focus();
  });
  done.addEventListener("click", close);
  root.addEventListener("keydown", (event) => event.key === "Escape" && close());
  // A tap on something that takes no focus has no `relatedTarget`.
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !root.contains(relatedTarget)) put(false);
  });
  const outside = (event) => {
    if (!root.isConnected) document.removeEventListener("pointerdown", outside);
    else if (!event.composedPath().includes(root)) put(false);
  };
  document.addEventListener("pointerdown", outside);
  return {
    root,
    update(count, offered) {
      if (opener.hidden === offered) opener.hidden = !offered;
      const text = count ? `${labels.filters} (${count})` : labels.filters;
      if (opener.textContent !== text) opener.textContent = text;
    },
    // Opens the sheet where the screen is narrow; elsewhere its controls are in the bar.
    unfold() {
      if (opener.checkVisibility?.()) put(true);
    },
    get holdsFocus() {
      return Boolean(focusedIn(sheet));
    },
  };
}
