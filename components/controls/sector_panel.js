// Panel of sectors by theme, with what names each of them.

import { element, listed } from "./controls.js";
import { writeCodes } from "./link_values.js";
import { isTicked, themeState, withSector, withTheme } from "./sector_codes.js";

function boxOf(code, label, count) {
  const box = element("input", { type: "checkbox", value: code });
  const text = element("span", { className: "sector" }, label);
  const said = element("small", {}, count ?? "");
  // The name of the box is the sector alone; what names it is its description.
  box.setAttribute("aria-label", label);
  said.id = `evidence-${code}`;
  if (count) box.setAttribute("aria-describedby", said.id);
  return { box, root: element("label", {}, box, element("span", {}, text, said)) };
}

export function sectorsOf(labels, outbox) {
  const list = element("div", { className: "sectors" });
  const clear = element("button", { type: "button", className: "clear" }, labels.clear_sectors);
  let value = [];
  let groups = [];
  let boxes = [];
  let shown = "";
  const chosen = () => listed(outbox, "sectors", value);
  const put = (codes) => {
    outbox.put({ sectors: writeCodes(codes) });
    mark();
  };
  clear.addEventListener("click", () => put([]));
  const mark = () => {
    const now = chosen();
    for (const { box, group, theme } of boxes) {
      box.checked = isTicked(now, group, box.value);
      if (theme) box.indeterminate = themeState(now, group) === "some";
    }
    clear.disabled = !now.length;
  };
  const groupOf = (group, counts) => {
    const [title, options] = group;
    const made = options.map(([code, label], place) => {
      const { box, root } = boxOf(code, label, counts[code]);
      const theme = place === 0;
      box.addEventListener("change", () => {
        const now = chosen();
        put(theme ? withTheme(now, group, box.checked) : withSector(now, group, code, box.checked));
      });
      boxes.push({ box, group, theme });
      if (theme) root.className = "theme";
      return root;
    });
    const root = element("div", { className: "group" }, ...made);
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", title);
    return root;
  };
  return {
    root: element("div", { className: "by-theme" }, list, clear),
    update(now) {
      value = now.value;
      const wanted = JSON.stringify([now.groups, now.counts]);
      if (wanted !== shown) {
        groups = now.groups;
        boxes = [];
        list.replaceChildren(...groups.map((group) => groupOf(group, now.counts ?? {})));
        shown = wanted;
      }
      mark();
    },
    // Names of the chosen sectors, with the newest choice of the user.
    names() {
      const names = Object.fromEntries(groups.flatMap(([, options]) => options));
      return chosen().map((code) => names[code] ?? code);
    },
  };
}
