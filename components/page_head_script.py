"""The script of the head of a page: it runs in the browser and decides nothing.

It draws what `components.page_head` sends, and answers with parameters of a link, such as
``{years: "2019-2021"}``.
"""

SCRIPT = r"""
function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function focusedIn(root) {
  const { activeElement } = root.getRootNode();
  return root.contains(activeElement) ? activeElement : null;
}

function yearSlider(labels, send) {
  const text = element("output", {});
  const thumbs = [labels.first_year, labels.last_year].map((label) => {
    const thumb = element("input", { type: "range", step: 1 });
    thumb.setAttribute("aria-label", label);
    return thumb;
  });
  const track = element("span", { className: "track" }, ...thumbs);
  const ends = () => thumbs.map((thumb) => Number(thumb.value)).sort((one, other) => one - other);
  const show = () => {
    const [first, last] = ends();
    text.textContent = first === last ? first : `${first}–${last}`;
    const { min, max } = thumbs[0];
    const share = (year) => (100 * (year - min)) / (max - min || 1);
    track.style.setProperty("--from", `${share(first)}%`);
    track.style.setProperty("--to", `${share(last)}%`);
  };
  for (const thumb of thumbs) {
    thumb.addEventListener("input", show);
    thumb.addEventListener("change", () => {
      const [first, last] = ends();
      if (Number(thumbs[0].value) > Number(thumbs[1].value)) {
        // A thumb that has passed the other becomes the other.
        thumbs[0].value = first;
        thumbs[1].value = last;
        thumbs.find((other) => other !== thumb).focus();
      }
      send({ years: `${first}-${last}` });
    });
  }
  return {
    root: element("span", { className: "years" }, text, track),
    update({ lowest, highest, first, last }) {
      thumbs.forEach((thumb, place) => {
        Object.assign(thumb, { min: lowest, max: highest });
        thumb.value = place ? last : first;
      });
      // Where both thumbs meet at the right end, the left one has to lie on top to be moved.
      thumbs[0].style.zIndex = first === highest ? 2 : 1;
      show();
    },
  };
}

function sectorChoice(send) {
  const root = element("div", { className: "sectors" });
  const chosen = () =>
    [...root.querySelectorAll("input:checked")].map((box) => box.value).sort().join(",");
  root.addEventListener("change", () => send({ sectors: chosen() }));
  return {
    root,
    update({ groups, value }) {
      if (!root.childElementCount) {
        for (const [title, options] of groups) {
          const boxes = options.map(([code, label]) =>
            element("label", {}, element("input", { type: "checkbox", value: code }), label)
          );
          root.append(element("fieldset", {}, element("legend", { textContent: title }), ...boxes));
        }
      }
      for (const box of root.querySelectorAll("input")) box.checked = value.includes(box.value);
    },
  };
}

function choiceOf({ parameter, label }, send) {
  const list = element("select", {});
  let shown = "";
  list.addEventListener("change", () => send({ [parameter]: list.value }));
  return {
    root: element("label", { className: "choice" }, label, list),
    update({ value, options }) {
      const wanted = JSON.stringify(options);
      if (wanted !== shown) {
        const made = options.map(([code, name]) => element("option", { value: code }, name));
        list.replaceChildren(...made);
        shown = wanted;
      }
      list.value = value;
    },
  };
}

function dropdown(label, content, opened = () => {}) {
  const root = element("details", {}, element("summary", { textContent: label }), content);
  root.addEventListener("toggle", () => root.open && opened());
  return root;
}

function closeFromOutside(bar) {
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
    }
  });
}

async function copy(text, field) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers keep the clipboard from pages that came without encryption, as in a seminar's room.
    field.select();
    document.execCommand("copy");
  }
}

function linkPanel(labels) {
  const field = element("input", { readOnly: true, type: "text" });
  field.setAttribute("aria-label", labels.link);
  const done = element("span", { className: "done" });
  done.setAttribute("role", "status");
  const button = element("button", { type: "button", textContent: labels.copy });
  button.addEventListener("click", async () => {
    await copy(field.value, field);
    done.textContent = labels.copied;
  });
  const code = element("img", { className: "code", alt: labels.qr });
  const remarks = element("div", { className: "remarks" });
  return {
    root: element("div", { className: "link" }, field, button, done, code, remarks),
    update({ query, qr, remarks: texts }) {
      field.value = `${location.origin}${location.pathname}?${query}`;
      done.textContent = "";
      code.hidden = !qr;
      if (qr && code.src !== qr) code.src = qr;
      remarks.replaceChildren(...texts.map((text) => element("p", {}, text)));
    },
  };
}

function menuOf(entries, send) {
  const links = entries.map(([page, label]) => {
    const link = element("a", { textContent: label });
    link.addEventListener("click", (event) => {
      // With a key held the browser opens the address itself, in a tab of its own.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      send({ page });
    });
    return link;
  });
  return {
    root: element("nav", {}, ...links),
    update({ current, paths }, query) {
      links.forEach((link, place) => {
        const [page] = entries[place];
        link.href = `${paths[place]}?${query}`;
        if (page === current) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      });
    },
  };
}

function chipBar(labels, send) {
  const root = element("span", { className: "chips" });
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", labels.chosen);
  const chipOf = ([label, change]) => {
    const chip = element(
      "button",
      { type: "button", className: "chip", title: labels.let_go },
      element("span", { className: "label", textContent: label }),
      element("span", { textContent: " ✕", ariaHidden: "true" })
    );
    chip.addEventListener("click", () => send(change));
    return chip;
  };
  const clear = element("button", { type: "button", className: "clear" }, labels.clear);
  clear.addEventListener("click", () => send({ clear: "" }));
  return {
    root,
    update(chosen) {
      const held = [...root.children].indexOf(focusedIn(root));
      root.replaceChildren(...chosen.map(chipOf), ...(chosen.length ? [clear] : []));
      if (held < 0) return;
      const next = root.children[Math.min(held, root.children.length - 1)];
      (next ?? root.parentElement.querySelector("summary")).focus();
    },
  };
}

function build(data, bar) {
  const { labels } = data;
  const send = (change) => bar.send(change);
  const years = yearSlider(labels, send);
  const sectors = sectorChoice(send);
  const choices = data.choices.map((choice) => choiceOf(choice, send));
  const link = linkPanel(labels);
  const language = choiceOf({ parameter: "lang", ...data.language }, send);
  const chips = chipBar(labels, send);
  const lists = choices.map((one) => one.root);
  const panel = element("div", { className: "panel" }, ...lists, sectors.root);
  const menu = menuOf(data.menu.entries, send);
  const filters = element(
    "div",
    { className: "filters" },
    ...(data.years ? [years.root] : []),
    dropdown(labels.choose, panel),
    dropdown(labels.link, element("div", { className: "panel" }, link.root), () =>
      bar.ask(location.origin + location.pathname)
    ),
    chips.root
  );
  filters.setAttribute("role", "group");
  filters.setAttribute("aria-label", labels.filters);
  const name = element("p", { className: "name", textContent: labels.name });
  const head = element("div", { className: "head" }, name, menu.root, language.root);
  const root = element("div", { className: "bar", lang: data.language.value }, head, filters);
  closeFromOutside(root);
  return {
    root,
    update(now) {
      if (now.years) years.update(now.years);
      sectors.update(now.sectors);
      choices.forEach((choice, place) => choice.update(now.choices[place]));
      link.update(now.share);
      menu.update(now.menu, now.share.query);
      language.update(now.language);
      chips.update(now.chips);
    },
    focusLanguage: () => language.root.querySelector("select").focus(),
  };
}

// Links within the content of a page, made by Python: they carry the whole choice along.
function followLinks(bar) {
  const followed = (event) => {
    const link = event.target.closest?.("a.atlas-go");
    return link ? { link, ...JSON.parse(link.dataset.go) } : {};
  };
  // The address is set as soon as the pointer is down, for whatever the browser then does with it.
  const address = (event) => {
    const { link, page, ...sets } = followed(event);
    if (!link) return;
    const query = new URLSearchParams(bar.query);
    for (const [name, text] of Object.entries(sets)) query.set(name, text);
    link.href = `${bar.pathOf(page)}?${query}`;
  };
  const follow = (event) => {
    const { link, ...gesture } = followed(event);
    if (!link) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      address(event);
      return;
    }
    event.preventDefault();
    bar.send(gesture);
  };
  const listeners = { pointerdown: address, click: follow };
  for (const [kind, listen] of Object.entries(listeners)) {
    const alive = (event) => {
      if (bar.drawn.root.isConnected) listen(event);
      else document.removeEventListener(kind, alive, true);
    };
    document.addEventListener(kind, alive, true);
  }
}

const bars = new WeakMap();

export default function ({ parentElement, data, setTriggerValue, setStateValue }) {
  // Whatever is fixed for a language is built once; a new language or a new page builds it anew.
  const fixed = JSON.stringify([data.labels, data.menu.entries]);
  let bar = bars.get(parentElement);
  if (!bar || bar.fixed !== fixed) {
    const held = bar && focusedIn(bar.drawn.root);
    bar?.drawn.root.remove();
    bar = { fixed };
    bar.drawn = build(data, bar);
    bars.set(parentElement, bar);
    parentElement.append(bar.drawn.root);
    followLinks(bar);
    if (held) bar.drawn.focusLanguage();
  }
  document.documentElement.lang = data.language.value;
  bar.query = data.share.query;
  bar.pathOf = (page) => data.menu.paths[data.menu.entries.findIndex(([one]) => one === page)];
  bar.send = (change) => setTriggerValue("gesture", change);
  bar.ask = (address) => setStateValue("address", address);
  bar.drawn.update(data);
}
"""
