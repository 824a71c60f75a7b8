// Filter controls. They show the user's value if it is newer than what the server has drawn (the
// message `heard`, if given), otherwise the server's value, and send link parameters through the
// outbox.

import { readCodes, readPair, writeCodes, writePair } from "./link_values.js";
import { playOf } from "./playing.js";
import { firstAndLast, leftThumbOnTop, placeOnTrack, spanText } from "./track.js";

export function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

export function focusedIn(root) {
  const { activeElement } = root.getRootNode();
  return root.contains(activeElement) ? activeElement : null;
}

// Select box. `options` are [value, label] pairs, or [title, pairs] groups if `grouped` is set.
export function selectOf({ parameter, label }, outbox) {
  const list = element("select", {});
  let shown = "";
  list.addEventListener("change", () => outbox.put({ [parameter]: list.value }));
  const optionOf = ([value, name]) => element("option", { value }, name);
  const groupOf = ([title, options]) => {
    const group = element("optgroup", { label: title });
    group.append(...options.map(optionOf));
    return group;
  };
  return {
    root: element("label", { className: "choice" }, label, list),
    update({ value, options, groups = [], heard }) {
      const wanted = JSON.stringify([options, groups]);
      if (wanted !== shown) {
        list.replaceChildren(...options.map(optionOf), ...groups.map(groupOf));
        shown = wanted;
      }
      list.value = outbox.pending(parameter, heard) ?? value;
    },
    // Name of the chosen option; empty for the option of nothing.
    get name() {
      const found = list.value ? [...list.options].find((one) => one.value === list.value) : null;
      return found?.textContent ?? "";
    },
  };
}

// Radio buttons side by side.
export function segmentsOf({ parameter, label }, outbox) {
  const root = element("fieldset", { className: "segments" });
  root.setAttribute("role", "radiogroup");
  root.setAttribute("aria-label", label);
  const name = `${parameter}-${Math.random().toString(36).slice(2)}`;
  let shown = "";
  root.addEventListener("change", (event) => outbox.put({ [parameter]: event.target.value }));
  return {
    root,
    update({ value, options, heard }) {
      const wanted = JSON.stringify(options);
      if (wanted !== shown) {
        const segmentOf = ([code, text]) =>
          element("label", {}, element("input", { type: "radio", name, value: code }), text);
        const title = element("legend", { textContent: label });
        root.replaceChildren(title, ...options.map(segmentOf));
        shown = wanted;
      }
      const chosen = outbox.pending(parameter, heard) ?? value;
      for (const box of root.querySelectorAll("input")) box.checked = box.value === chosen;
    },
  };
}

// Buttons side by side, each shows or hides one code. With none shown, all are: then the value is
// empty, as it is when each is shown. `options` are [code, label, colour of the sample].
export function togglesOf({ parameter, label }, outbox) {
  const root = element("div", { className: "toggles" });
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", label);
  let [drawn, shown, codes] = ["", [], []];
  const toggle = (code) => {
    const wanted = codes.filter((one) => shown.includes(one) !== (one === code));
    outbox.put({ [parameter]: wanted.length === codes.length ? "" : writeCodes(wanted) });
  };
  const toggleOf = ([code, text, colour]) => {
    const sample = element("i", { ariaHidden: "true" });
    sample.style.setProperty("--sample", colour);
    const made = element("button", { type: "button", value: code }, sample, text);
    made.addEventListener("click", () => toggle(code));
    return made;
  };
  return {
    root,
    update({ value, options, heard }) {
      const wanted = JSON.stringify(options);
      if (wanted !== drawn) {
        codes = options.map(([code]) => code);
        root.replaceChildren(...options.map(toggleOf));
        drawn = wanted;
      }
      const chosen = readCodes(outbox.pending(parameter, heard) ?? value);
      shown = chosen.length ? chosen : codes;
      for (const made of root.children) {
        made.setAttribute("aria-pressed", String(shown.includes(made.value)));
      }
    },
  };
}

function setRange(thumb, lowest, highest) {
  for (const [name, value] of Object.entries({ min: lowest, max: highest })) {
    if (thumb[name] !== String(value)) thumb[name] = value;
  }
}

// Slider for one year, with a button that plays through the years if `play` has its two names.
export function yearOf({ parameter, label, play }, outbox) {
  const text = element("output", {});
  const thumb = element("input", { type: "range", step: 1 });
  thumb.setAttribute("aria-label", label);
  const show = () => {
    if (text.textContent !== thumb.value) text.textContent = thumb.value;
    const { min, max, value } = thumb;
    track.style.setProperty("--to", `${placeOnTrack(value, min, max)}%`);
  };
  const track = element("span", { className: "track" }, thumb);
  track.style.setProperty("--from", "0%");
  thumb.addEventListener("input", show);
  thumb.addEventListener("change", () => outbox.put({ [parameter]: thumb.value }));
  const caption = element("span", { className: "caption", ariaHidden: "true", textContent: label });
  const move = (year) => {
    thumb.value = year;
    show();
    outbox.put({ [parameter]: thumb.value });
  };
  const player = play && playOf({ thumb, names: play, move, busy: () => outbox.busy });
  const parts = player ? [caption, text, player, track] : [caption, text, track];
  return {
    root: element("div", { className: player ? "year played" : "year" }, ...parts),
    update({ value, lowest, highest, heard }) {
      setRange(thumb, lowest, highest);
      thumb.value = outbox.pending(parameter, heard) ?? value;
      show();
    },
  };
}

// Slider for first and last year of a span; the thumbs may pass each other.
export function yearsOf(labels, outbox) {
  const text = element("output", {});
  const thumbs = [labels.first_year, labels.last_year].map((label) => {
    const thumb = element("input", { type: "range", step: 1 });
    thumb.setAttribute("aria-label", label);
    return thumb;
  });
  const track = element("span", { className: "track" }, ...thumbs);
  const ends = () => firstAndLast(thumbs.map((thumb) => Number(thumb.value)));
  const show = () => {
    const [first, last] = ends();
    const written = spanText([first, last]);
    if (text.textContent !== written) text.textContent = written;
    const { min, max } = thumbs[0];
    track.style.setProperty("--from", `${placeOnTrack(first, min, max)}%`);
    track.style.setProperty("--to", `${placeOnTrack(last, min, max)}%`);
  };
  for (const thumb of thumbs) {
    thumb.addEventListener("input", show);
    thumb.addEventListener("change", () => {
      const [first, last] = ends();
      if (Number(thumbs[0].value) > Number(thumbs[1].value)) {
        // Thumbs that have passed each other exchange their roles.
        thumbs[0].value = first;
        thumbs[1].value = last;
        thumbs.find((other) => other !== thumb).focus();
      }
      outbox.put({ years: writePair([first, last]) });
    });
  }
  const name = element("span", { className: "what", ariaHidden: "true" }, labels.years);
  return {
    root: element("span", { className: "years" }, name, text, track),
    get text() {
      return text.textContent;
    },
    update({ lowest, highest, first, last }) {
      const own = outbox.pending("years");
      const shown = own ? readPair(own) : [first, last];
      thumbs.forEach((thumb, place) => {
        setRange(thumb, lowest, highest);
        thumb.value = shown[place];
      });
      thumbs[0].style.zIndex = leftThumbOnTop(shown[0], highest) ? 2 : 1;
      show();
    },
  };
}

// Codes of a list parameter: the unconfirmed ones, otherwise those of the server.
export function listed(outbox, parameter, value) {
  const own = outbox.pending(parameter);
  return own === undefined ? [...value] : readCodes(own);
}

// Two select boxes of questions, which set one parameter.
export function questionsOf({ labels }, outbox) {
  let pair = [];
  const lists = labels.map((label, place) => {
    const list = element("select", {});
    list.addEventListener("change", () => {
      pair = pair.map((number, other) => (other === place ? Number(list.value) : number));
      outbox.put({ questions: writePair(pair) });
      show();
    });
    return { list, root: element("label", { className: "choice" }, label, list) };
  });
  const show = () => {
    lists.forEach(({ list }, place) => {
      list.value = pair[place];
      for (const option of list.options) {
        option.disabled = Number(option.value) === pair[1 - place];
      }
    });
  };
  let shown = "";
  return {
    roots: lists.map(({ root }) => root),
    update({ value, options }) {
      const wanted = JSON.stringify(options);
      if (wanted !== shown) {
        for (const { list } of lists) {
          list.replaceChildren(
            ...options.map(([number, text]) => element("option", { value: number }, text))
          );
        }
        shown = wanted;
      }
      const own = outbox.pending("questions");
      pair = own ? readPair(own) : [...value];
      show();
    },
    get text() {
      return pair.join(", ");
    },
  };
}
