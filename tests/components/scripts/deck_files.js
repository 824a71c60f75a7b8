import { deckFiles, inBase64 } from "../../../components/present/deck_files.js";

const LABELS = { open_file: "Open", save_file: "Save", too_large: "Too large", unreadable: "Unreadable", link: "Link", copy_link: "Copy" };

function files() {
  const page = freshPage();
  const puts = [];
  globalThis.btoa = (text) => `<${text}>`;
  const made = deckFiles(LABELS, { put: (act) => puts.push(act) });
  page.append(...made.roots);
  const data = { limits: { file: 10 }, output: null, slides: [], link: "" };
  made.update(data);
  const input = page.querySelector('input[type="file"]');
  const open = (file) => {
    input.files = [file];
    input.happen("change");
  };
  return { page, puts, made, data, open, said: () => page.querySelector("span.told").textContent };
}

test("bytes are written in pieces", () => {
  globalThis.btoa = (text) => `${text.length}`;
  equal(inBase64(new Uint8Array(70_000)), "70000");
});

test("a file is sent as it is", async () => {
  const { puts, open } = files();
  open({ size: 2, name: "a.json", arrayBuffer: async () => new Uint8Array([72, 105]).buffer });
  await null;
  await null;
  equal(puts, [{ do: "open_file", name: "a.json", text: "<Hi>" }]);
});

test("a large or unreadable file is not sent, and the page says so", async () => {
  const { puts, open, said } = files();
  open({ size: 11, name: "a.json" });
  equal(said(), "Too large");
  open({ size: 1, name: "a.json", arrayBuffer: () => Promise.reject(new Error("gone")) });
  await null;
  await null;
  await null;
  equal([said(), puts], ["Unreadable", []]);
});

test("a deck has a file to save, and a small one a link", () => {
  const { page, made, data } = files();
  const save = page.querySelector("a.button");
  equal(save.hidden, true);
  const output = { address: "./export/deck/ab", query: "lang=en", file: "atlas_deck_en" };
  made.update({ ...data, output, link: "lang=en&deck=ab" });
  equal([save.hidden, save.href, save.download], [false, "./export/deck/ab.json?lang=en", "atlas_deck_en.json"]);
  equal(page.querySelector("input.link").value, "https://atlas.example/trade?lang=en&deck=ab");
});
