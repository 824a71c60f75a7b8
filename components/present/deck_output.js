// Shows a deck in a tab of its own, and downloads its files, with progress and a way to cancel.

import { element } from "../controls/controls.js";
import { talkPanel } from "./talk_panel.js";

const LOOK_MS = 400;

// Waits until the server has built a file; returns whether it has.
export async function built(address, { told, ended, fetchState, pause }) {
  for (;;) {
    if (ended()) return false;
    const state = await fetchState(`${address}&state=1`);
    told(state);
    if (state.state === "ready") return true;
    if (state.state === "failed" || state.state === "cancelled") return false;
    await pause();
  }
}

const fetchState = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
};
const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK_MS));

export function deckOutput(labels, acts) {
  const bar = element("progress", { max: 1, value: 0 });
  const said = element("span", {});
  said.setAttribute("role", "status");
  const cancel = element("button", { type: "button", textContent: labels.cancel });
  const line = element("p", { className: "progress", hidden: true }, bar, said, cancel);
  const show = element("a", { className: "button main", textContent: labels.show });
  show.target = "_blank";
  const hint = element("small", { textContent: labels.show_hint });
  const talk = talkPanel(labels, acts);
  const files = element("span", { className: "row" });
  files.setAttribute("role", "group");
  files.setAttribute("aria-label", labels.download);
  const missing = element("small", { textContent: labels.not_served });
  let [output, running, drawn] = [null, null, ""];

  const finish = (text) => {
    running = null;
    bar.hidden = true;
    cancel.hidden = true;
    said.textContent = text;
  };
  cancel.addEventListener("click", () => {
    const address = running;
    finish(labels.cancelled);
    if (address) fetchState(`${address}&cancel=1`).catch(() => {});
  });
  const told = ({ state, done, total }) => {
    if (!running) return;
    bar.max = total || 1;
    if (state === "building") bar.value = done;
    const text = state === "building" && total ? labels.building : labels.waiting;
    said.textContent = text.replace("{done}", Math.min(done + 1, total)).replace("{total}", total);
  };
  const download = async (address, name) => {
    running = address;
    bar.value = 0;
    for (const part of [line, bar, cancel]) part.hidden = false;
    said.textContent = labels.waiting;
    const ended = () => running !== address;
    try {
      const ready = await built(address, { told, ended, fetchState, pause });
      if (ended()) return;
      if (!ready) return finish(labels.failed);
      const saved = element("a", { href: `${address}&save=1`, download: name });
      line.append(saved);
      saved.click();
      saved.remove();
      finish(labels.ready.replace("{name}", name));
    } catch {
      if (!ended()) finish(labels.failed);
    }
  };
  const buttonOf = (kind, notes, more = () => "") => {
    const name = notes ? labels.with_notes.replace("{name}", kind.name) : kind.name;
    const button = element("button", { type: "button", textContent: name });
    button.addEventListener("click", () =>
      acts.whenIdle(() => {
        const address = `${output.address}.${kind.code}?${output.query}${notes ? "&notes=1" : ""}${more()}`;
        download(address, `${output.file}${kind.suffix ?? ""}${notes ? "_notes" : ""}.${kind.ending}`);
      })
    );
    return button;
  };
  // What was typed last is on its way to the server when the link is pressed.
  show.addEventListener("click", (event) => {
    if (!acts.busy) return;
    event.preventDefault();
    acts.whenIdle(() => window.open(show.href, "_blank"));
  });
  return {
    fileButton: buttonOf,
    roots: [element("p", { className: "row" }, show, talk.start, files, hint, missing), talk.root, line],
    update({ output: now, served }) {
      output = now;
      missing.hidden = served;
      show.hidden = !now;
      hint.hidden = !now;
      files.hidden = !now;
      talk.update(now);
      if (!now) return;
      const shown = now.kinds.find(({ shows }) => shows);
      show.href = `${now.address}.${shown.code}?${now.query}&notes=1`;
      const kinds = now.kinds.filter((kind) => !kind.questions);
      const wanted = JSON.stringify(kinds);
      if (wanted === drawn) return;
      drawn = wanted;
      files.replaceChildren(
        ...kinds.flatMap((kind) =>
          kind.notes ? [buttonOf(kind, false), buttonOf(kind, true)] : [buttonOf(kind, false)]
        )
      );
    },
  };
}
