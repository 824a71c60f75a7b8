import { keepDeck } from "../../../components/controls/kept_deck.js";

function browser(answer = { ok: true, text: async () => "slides" }) {
  freshPage();
  globalThis.atlasKeptDeck = undefined;
  const held = {};
  const asked = [];
  const restored = [];
  globalThis.localStorage = {
    getItem: (name) => held[name] ?? null,
    setItem: (name, text) => Object.assign(held, { [name]: text }),
    removeItem: (name) => delete held[name],
  };
  globalThis.fetch = async (address) => {
    asked.push(address);
    return answer;
  };
  return { held, asked, restored, keep: (deck) => keepDeck(deck, (text) => restored.push(text)) };
}

const turns = async () => {
  for (let turn = 0; turn < 6; turn += 1) await null;
};

test("a deck is fetched and kept once, and removed with its last slide", async () => {
  const { held, asked, keep } = browser();
  keep({ address: "./a", changed: true });
  keep({ address: "./a", changed: true });
  await turns();
  equal([asked, held], [["./a.json"], { "atlas-deck": "slides" }]);
  keep({ address: "", changed: true });
  equal(held, {});
});

test("a session without a deck takes the kept one, and asks once", () => {
  const { held, restored, keep } = browser();
  held["atlas-deck"] = "slides";
  keep({ address: "", changed: false });
  keep({ address: "", changed: false });
  equal([restored, held], [["slides"], { "atlas-deck": "slides" }]);
});

test("after a restart of the server the deck is restored again", async () => {
  const { restored, keep } = browser();
  keep({ address: "", changed: false });
  keep({ address: "./a", changed: true });
  await turns();
  keep({ address: "", changed: false });
  equal(restored, ["slides"]);
});

test("what fails is tried again with the next drawing", async () => {
  const { asked, held, keep } = browser({ ok: false });
  keep({ address: "./a", changed: true });
  await turns();
  keep({ address: "./a", changed: true });
  await turns();
  equal([asked.length, held], [2, {}]);
});

test("a browser that denies its storage keeps nothing and stands", async () => {
  const { restored, keep } = browser();
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get: () => {
      throw new Error("denied");
    },
  });
  keep({ address: "", changed: false });
  keep({ address: "./a", changed: true });
  keep({ address: "", changed: true });
  await turns();
  Object.defineProperty(globalThis, "localStorage", { configurable: true, writable: true, value: {} });
  equal(restored, []);
});
