// Pages of a long list: one back, numbers, one forward. Streamlit's own control is English.

import { element, focusedIn } from "./controls.js";

const pagers = new WeakMap();
const AROUND = 1;
const GAP = 0;

// Numbers of the pages that have a button, and `GAP` for those left out between them.
export function pagesShown(page, count) {
  const near = (number) => Math.abs(number - page) <= AROUND || number === 1 || number === count;
  const shown = Array.from({ length: count }, (_none, place) => place + 1).filter(near);
  return shown.flatMap((number, place) => {
    const missing = number - (shown[place - 1] ?? 0) - 1;
    if (missing === 1) return [number - 1, number];
    return missing > 1 ? [GAP, number] : [number];
  });
}

function buttonOf({ text, name, page, code, disabled = false, current = false }, go) {
  const button = element("button", { type: "button", textContent: text, disabled });
  button.setAttribute("aria-label", name);
  if (current) button.setAttribute("aria-current", "page");
  button.dataset.code = code;
  button.addEventListener("click", () => go(page));
  return button;
}

function fillPager(pager) {
  const { page, count, names } = pager.data;
  const go = (number) => {
    if (number === pager.data.page) return;
    pager.data = { ...pager.data, page: number };
    fillPager(pager);
    pager.send(number);
  };
  const focused = focusedIn(pager.root)?.dataset.code;
  const gap = () => {
    const made = element("span", { textContent: "…" });
    made.setAttribute("aria-hidden", "true");
    return made;
  };
  const numberOf = (number) => ({
    text: names.numbers[number - 1], name: names.pages[number - 1], page: number,
    code: String(number), current: number === page,
  });
  const numbers = pagesShown(page, count).map((number) =>
    number === GAP ? gap() : buttonOf(numberOf(number), go),
  );
  const back = { text: "‹", name: names.back, page: page - 1, code: "back", disabled: page <= 1 };
  const forward = { text: "›", name: names.forward, page: page + 1, code: "forward", disabled: page >= count };
  const buttons = [buttonOf(back, go), ...numbers, buttonOf(forward, go)];
  pager.root.replaceChildren(...buttons);
  if (!focused) return;
  const same = buttons.find((one) => one.dataset?.code === focused && !one.disabled);
  (same ?? buttons.find((one) => one.dataset?.code === String(page)))?.focus();
}

export default function ({ parentElement, data, setStateValue }) {
  let pager = pagers.get(parentElement);
  const told = JSON.stringify(data);
  if (!pager) {
    pager = { root: element("nav", { className: "pager" }) };
    pagers.set(parentElement, pager);
    parentElement.append(pager.root);
  }
  pager.send = (page) => setStateValue("page", page);
  if (pager.told === told && pager.data.page === data.page) return;
  pager.told = told;
  pager.data = data;
  pager.root.setAttribute("aria-label", data.names.label);
  fillPager(pager);
}
