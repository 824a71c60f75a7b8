import { built, deckOutput } from "../../../components/present/deck_output.js";

const LABELS = {
  ...{ show: "Show", show_hint: "Hint", download: "Download", cancel: "Cancel", with_notes: "{name} with notes" },
  ...{ building: "{done} of {total}", waiting: "Wait", ready: "Done: {name}", failed: "Failed", cancelled: "Cancelled" },
};
const KIND = { code: "html", name: "HTML", ending: "html", shows: true, notes: true };
const OUTPUT = { address: "./export/deck/ab", kinds: [KIND], query: "lang=en&theme=dark", file: "atlas_deck_en" };

test("a file is waited for until it is ready, failed or cancelled", async () => {
  const states = ["waiting", "building", "ready"];
  const seen = [];
  const fetchState = async (address) => {
    seen.push(address);
    return { state: states.shift() };
  };
  const ways = { told: () => {}, ended: () => false, fetchState, pause: async () => {} };
  equal(await built("a?b", ways), true);
  equal(seen, ["a?b&state=1", "a?b&state=1", "a?b&state=1"]);
  states.push("failed", "cancelled");
  equal([await built("a?b", ways), await built("a?b", ways)], [false, false]);
  equal(await built("a?b", { ...ways, ended: () => true }), false);
});

function output() {
  const page = freshPage();
  const acts = { busy: false, calls: [], whenIdle: (call) => acts.calls.push(call) };
  const made = deckOutput(LABELS, acts);
  page.append(...made.roots);
  made.update({ output: OUTPUT, served: true });
  return { page, acts, made, show: page.querySelector("a.main") };
}

test("slides are shown with notes in a tab of their own", () => {
  const { show } = output();
  equal(show.href, "./export/deck/ab.html?lang=en&theme=dark&notes=1");
  equal([show.target, show.happen("click")], ["_blank", true]);
});

test("slides are shown after what was typed has arrived", () => {
  const { acts, show } = output();
  const opened = [];
  globalThis.window = { open: (address) => opened.push(address) };
  acts.busy = true;
  equal(show.happen("click"), false);
  acts.calls[0]();
  equal(opened, [show.href]);
});

test("each kind of file has a button, and one with notes", () => {
  const { page, made } = output();
  const names = () => page.querySelectorAll("span.row button").map((one) => one.textContent);
  equal(names(), ["HTML", "HTML with notes"]);
  const kinds = [KIND, { ...KIND, code: "pdf", name: "PDF", shows: false, notes: false }];
  made.update({ output: { ...OUTPUT, kinds }, served: true });
  equal(names(), ["HTML", "HTML with notes", "PDF"]);
});

test("without slides or server there is nothing to show", () => {
  const { made, show } = output();
  made.update({ output: null, served: false });
  equal(show.hidden, true);
});
