import { commandOf, isTaken, keySwitch, scrolls, turnOf } from "../../../components/controls/key_commands.js";

const press = (key, code, more = {}) => ({ key, code, composedPath: () => [], ...more });
const nameOf = (event) => commandOf(event)?.name ?? null;

// An element of a page, inside which a key is pressed.
function inside(tag, attributes = {}) {
  freshPage();
  const one = Object.assign(document.createElement(tag), attributes);
  return { composedPath: () => [document.createElement("span"), one] };
}

test("each letter stands for a command, as does its place on another alphabet's keyboard", () => {
  const found = [["n", "KeyN"], ["N", "KeyN"], ["т", "KeyN"], ["з", "KeyP"], ["а", "KeyF"], ["е", "KeyT"]];
  equal(
    found.map(([key, code]) => nameOf(press(key, code))),
    ["next", "next", "next", "previous", "screen", "table"],
  );
  equal([["y", "KeyY"], ["e", "KeyE"], ["s", "KeyS"], ["v", "KeyV"], ["l", "KeyL"]].map(([key, code]) => nameOf(press(key, code))), ["years", "sectors", "source", "view", "list"]);
});

test("a Latin letter is the printed one, wherever its key is", () => {
  equal([nameOf(press("f", "KeyY")), nameOf(press("x", "KeyN")), nameOf(press("ә", "Digit2"))], ["screen", null, "page"]);
});

test("digits are pages, also those of the number pad", () => {
  equal(
    ["Digit1", "Digit8", "Numpad3", "Digit0"].map((code) => commandOf(press("x", code))),
    [1, 8, 3, 10].map((number) => ({ name: "page", number })),
  );
  equal(commandOf({ ...press("Enter", "Enter") }), null);
});

test("letters are the pages after the tenth", () => {
  equal(
    [["u", "KeyU"], ["a", "KeyA"], ["г", "KeyU"], ["ф", "KeyA"]].map(([key, code]) => commandOf(press(key, code))),
    [11, 12, 11, 12].map((number) => ({ name: "page", number })),
  );
});

test("the question mark is the list of keys on every layout", () => {
  const shifted = { shiftKey: true };
  equal(
    [press("?", "Digit7", shifted), press("?", "Slash", shifted), press(",", "Slash", shifted), press("/", "Slash")].map(nameOf),
    ["keys", "keys", "keys", null],
  );
  equal(nameOf(press("N", "KeyN", shifted)), null);
});

test("a press with Ctrl, Alt or Meta, a held key and a composed letter are no commands", () => {
  for (const one of ["ctrlKey", "altKey", "metaKey", "repeat", "isComposing"]) {
    equal([one, commandOf(press("n", "KeyN", { [one]: true }))], [one, null]);
  }
});

test("fields, lists, sliders and tables keep their keys; buttons and links do not", () => {
  const taken = ["input", "textarea", "select"].map((tag) => inside(tag));
  equal(taken.map(isTaken), [true, true, true]);
  equal([inside("div", { role: "slider" }), inside("div", { role: "grid" })].map(isTaken), [true, true]);
  equal([inside("div", { isContentEditable: true }), inside("div", { dataset: { testid: "stDataFrame" } })].map(isTaken), [true, true]);
  equal([inside("button"), inside("a"), inside("summary")].map(isTaken), [false, false, false]);
  equal(commandOf({ ...press("n", "KeyN"), ...inside("select") }), null);
});

test("a key scrolls the page only if nothing has the focus", () => {
  const [body, other] = [{}, {}];
  equal(
    [["PageDown", body], [" ", body], ["PageDown", other], ["a", body]].map(([key, target]) => scrolls({ key, target }, body)),
    [true, true, false, false],
  );
  equal(scrolls({ key: "PageDown", target: body, altKey: true }, body), false);
});

test("the keys of a clicker turn to the next figure, unless a control has the focus", () => {
  equal(
    [press("PageDown"), press("PageUp"), press("n"), { ...press("PageDown"), ...inside("input") }, press("PageUp", "", { ctrlKey: true })].map(turnOf),
    [{ name: "next" }, { name: "previous" }, null, null, null],
  );
});

test("the browser keeps whether single keys are off", () => {
  const held = {};
  const storage = {
    getItem: (name) => held[name] ?? null,
    setItem: (name, text) => Object.assign(held, { [name]: text }),
    removeItem: (name) => delete held[name],
  };
  const keys = keySwitch(storage);
  equal(keys.on, true);
  keys.put(false);
  equal([keys.on, keySwitch(storage).on], [false, false]);
  keys.put(true);
  equal([keys.on, held], [true, {}]);
});

test("without storage the keys are on", () => {
  const refuse = () => {
    throw new Error("denied");
  };
  const keys = keySwitch({ getItem: refuse, setItem: refuse, removeItem: refuse });
  keys.put(false);
  equal(keys.on, true);
});
