import { afterTold, presenterSaid, takenSecret } from "../../../components/talks/presenter_page.js";

const at = (slide, more = {}) => ({ slide, step: 0, heard: 0, ...more });

test("nothing is said while everything is as usual", () => {
  equal(presenterSaid({ line: "open", leads: true }), "");
  equal(presenterSaid({ line: "open", leads: false }), "follows");
  equal(presenterSaid({ line: "lost", leads: false }), "lost");
});

test("a window follows one that moved later", () => {
  const found = afterTold({ own: at(1), unconfirmed: false, number: 0, told: at(2) });
  equal([found.go.slide, found.unconfirmed], [2, false]);
  equal(afterTold({ own: at(2), unconfirmed: true, number: 1, told: at(2, { heard: 1 }) }).go, null);
});

test("what was told before the last move was heard moves nothing", () => {
  const found = afterTold({ own: at(3), unconfirmed: true, number: 2, told: at(1, { heard: 1 }) });
  equal(found, { unconfirmed: true });
});

test("a move without connection is sent when it is open again", () => {
  const found = afterTold({ own: at(5), unconfirmed: true, number: 0, told: at(1) });
  equal([found.send.slide, found.go], [5, undefined]);
});

test("slides that are not loaded yet go nowhere", () => {
  equal(afterTold({ own: null, unconfirmed: false, number: 0, told: at(2) }), { unconfirmed: false });
});

test("the secret leaves the address, and is kept for a reload", () => {
  const kept = new Map();
  const seen = [];
  const page = (hash) => ({
    location: { hash, pathname: "/talk/ab/present", search: "?lang=kk" },
    history: { replaceState: (_state, _title, address) => seen.push(address) },
    sessionStorage: { setItem: (name, text) => kept.set(name, text), getItem: (name) => kept.get(name) ?? null },
  });
  equal(takenSecret(page("#s3")), "s3");
  equal(takenSecret(page("")), "s3");
  equal(seen[0], "/talk/ab/present?lang=kk");
  kept.clear();
  equal(takenSecret(page("")), "");
  equal(takenSecret({ ...page("#s4"), sessionStorage: null }), "s4");
});
