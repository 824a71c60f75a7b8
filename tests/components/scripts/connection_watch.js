import { createConnectionWatch, mayReload } from "../../../components/controls/connection_watch.js";

const FINE = { connected: true, heads: 1, idle: true, silence: 0 };

function looks(...seen) {
  const watch = createConnectionWatch();
  return seen.map(([now, changes]) => watch.look({ now, ...FINE, ...changes }));
}

test("an idle page is neither lost nor broken", () => {
  equal(looks([0, {}], [60000, {}]).at(-1), { lost: false, broken: false });
});

test("a connection counts as lost after three seconds, and as restored at once", () => {
  const gone = { connected: false };
  const found = looks([0, {}], [1500, gone], [3000, gone], [3001, gone], [3002, {}], [3003, gone]);
  equal(found.map(({ lost }) => lost), [false, false, false, true, false, false]);
  equal(found.some(({ broken }) => broken), false);
});

test("a page without head is broken after three idle seconds", () => {
  const bare = { heads: 0 };
  const found = looks([0, {}], [1500, bare], [3000, bare], [3001, bare], [3002, {}], [3003, bare]);
  equal(found.map(({ broken }) => broken), [false, false, false, true, false, false]);
});

test("the time of a suspended browser is not counted", () => {
  const bare = { heads: 0 };
  const found = looks([0, {}], [9000, bare], [18000, bare], [18001, bare]);
  equal(found.map(({ broken }) => broken), [false, false, false, true]);
});

test("a page without head is not broken while drawing or disconnected", () => {
  equal(looks([0, { heads: 0, idle: false }], [9000, { heads: 0, idle: false }]).at(-1).broken, false);
  equal(looks([0, { heads: 0, connected: false }], [9000, { heads: 0, connected: false }]).at(-1).broken, false);
});

// Looks once a second at a message sent at time 0, up to the given second.
function waiting(seconds, changes = {}) {
  const times = Array.from({ length: seconds + 1 }, (_none, second) => 1000 * second);
  return looks(...times.map((now) => [now, { silence: now, ...changes }]));
}

test("a connected page is broken after twenty seconds without confirmation", () => {
  equal(waiting(20).some(({ broken }) => broken), false);
  equal(waiting(21).at(-1).broken, true);
  equal(waiting(21, { connected: false }).at(-1).broken, false);
});

test("the time in which a browser did not run is not waited for a confirmation", () => {
  equal(looks([0, {}], [30000, { silence: 30000 }])[1].broken, false);
});

test("messages that are confirmed one after the other break no page", () => {
  const times = Array.from({ length: 60 }, (_none, second) => 1000 * second);
  const found = looks(...times.map((now) => [now, { silence: now % 10000 }]));
  equal(found.some(({ broken }) => broken), false);
});

test("a page whose connection Streamlit has given up is broken at once", () => {
  equal(looks([0, { connected: false, ended: true }])[0].broken, true);
});

test("a page is reloaded at most once a minute", () => {
  equal(mayReload(60000, 0), true);
  equal(mayReload(59999, 0), false);
  equal(mayReload(100000, 50000), false);
});
