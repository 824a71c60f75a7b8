// Starts a talk with an audience, shows its address, and ends it. The secret stays in this tab.

import { element } from "../controls/controls.js";

const KEPT = "atlas-talk";
const FULL = 503;

const keep = (talk) => {
  try {
    if (talk) sessionStorage.setItem(KEPT, JSON.stringify(talk));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Without storage the talk is shown until the page is loaded again.
  }
};
const keptTalk = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    return null;
  }
};

const post = (address, content) =>
  fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(content),
  });

// The digest by which the server has a deck, from the address of its files.
export const digestOf = (address) => address.slice(address.lastIndexOf("/") + 1);

export function talkPanel(labels, acts) {
  const start = element("button", { type: "button", textContent: labels.talk_start });
  const title = element("strong", { textContent: labels.talk_title });
  const code = element("img", {});
  const address = element("input", { readOnly: true });
  address.addEventListener("focus", () => address.select());
  const open = element("a", { className: "button main", textContent: labels.talk_open });
  open.target = "_blank";
  const end = element("button", { type: "button", textContent: labels.talk_end });
  const about = element(
    "div",
    { className: "about-talk" },
    title,
    element("label", { className: "field" }, element("span", {}, labels.talk_address), address),
    element("p", { className: "row" }, open, end),
    element("small", { textContent: labels.talk_hint })
  );
  const panel = element("section", { className: "talk", hidden: true }, code, about);
  panel.setAttribute("aria-label", labels.talk_title);
  const said = element("small", {});
  said.setAttribute("role", "status");
  const root = element("div", {}, panel, said);
  let [output, talk, busy] = [null, null, false];

  const draw = () => {
    panel.hidden = !talk;
    start.hidden = Boolean(talk) || !output;
    start.disabled = busy;
    if (!talk) return;
    Object.assign(code, { src: talk.qr, alt: talk.address });
    address.value = talk.address;
    open.href = `${talk.talk}/${talk.code}/present?lang=${talk.lang}#${talk.secret}`;
  };
  const set = (now) => {
    talk = now;
    keep(now);
    draw();
  };
  const begin = async () => {
    const { address: folder, lang, theme } = output.talk;
    busy = true;
    said.textContent = "";
    draw();
    try {
      const answer = await post(folder, { deck: digestOf(output.address), lang, theme });
      if (answer.ok) set({ ...(await answer.json()), talk: folder, lang });
      else said.textContent = answer.status === FULL ? labels.talk_full : labels.talk_failed;
    } catch {
      said.textContent = labels.talk_failed;
    }
    busy = false;
    draw();
    if (talk) open.focus();
  };
  start.addEventListener("click", () => acts.whenIdle(begin));
  end.addEventListener("click", async () => {
    if (!globalThis.confirm(labels.talk_sure)) return;
    const { talk: folder, code: name, secret } = talk;
    set(null);
    said.textContent = labels.talk_ended;
    start.focus();
    await post(`${folder}/${name}/end`, { secret }).catch(() => {});
  });
  // A talk that has ended meanwhile, in its own window or with the server, is not shown again.
  const look = async () => {
    const held = keptTalk();
    if (!held) return;
    const answer = await fetch(`${held.talk}/${held.code}`, { method: "HEAD" }).catch(() => null);
    if (answer?.ok && !talk) set(held);
    else if (answer && !answer.ok) set(null);
  };
  look();
  const view = document.defaultView;
  view.addEventListener("focus", function again() {
    if (root.isConnected) look();
    else view.removeEventListener("focus", again);
  });
  return {
    start,
    root,
    update(now) {
      output = now;
      draw();
    },
  };
}
