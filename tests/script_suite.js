// Test functions for scripts: `test` registers a test, `equal` compares; Python runs each test.
const suites = {};
let suite = "";

const beginSuite = (name) => {
  suite = name;
  suites[name] = new Map();
};
const namesOf = (name) => [...suites[name].keys()];
const runTest = (name, title) => suites[name].get(title)();
const test = (title, run) => {
  if (suites[suite].has(title)) throw new Error(`two tests are called ${title}`);
  suites[suite].set(title, run);
};
const equal = (found, expected) => {
  const [one, other] = [found, expected].map((value) => JSON.stringify(value) ?? "undefined");
  if (one !== other) throw new Error(`found ${one} instead of ${other}`);
};

Object.assign(globalThis, { beginSuite, namesOf, runTest, test, equal });
