import { atHand, kept } from "../../../components/fetched.js";

function serving(...answers) {
  const asked = [];
  globalThis.fetch = (address) => {
    asked.push(address);
    return answers.shift()();
  };
  return asked;
}

const fine = (content) => () => Promise.resolve({ ok: true, json: () => Promise.resolve(content) });
const refused = () => Promise.resolve({ ok: false, statusText: "Not Found" });

test("what is at an address is asked for once, and is then at hand", async () => {
  const asked = serving(fine([1]));
  equal(atHand("one.json"), undefined);
  equal(await Promise.all([kept("one.json"), kept("one.json")]), [[1], [1]]);
  equal(asked, ["one.json"]);
  equal(atHand("one.json"), [1]);
});

test("what did not come is asked for again, three times at once and then with the next wish", async () => {
  const later = globalThis.setTimeout;
  globalThis.setTimeout = (run) => run();
  const asked = serving(refused, refused, refused, fine([2]));
  equal(await kept("two.json").catch((error) => error.message), "Not Found");
  equal(asked.length, 3);
  equal(atHand("two.json"), undefined);
  equal(await kept("two.json"), [2]);
  globalThis.setTimeout = later;
});
