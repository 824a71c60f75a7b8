import draw from "../../../components/present/present.js";

const DATA = {
  labels: { add_text: "Add", undo: "Undo", clear: "Clear", copy: "Copy", dismiss: "Close", problems: "Faults" },
  ...{ heard: ["", 0], decks: [["own", "Mine"], ["default", "Default"]], deck: "own", own: true, title: "T" },
  ...{ code: "en", codes: [["en", "English"]], theme: "light", themes: [["light", "Light"]], slides: [] },
  ...{ editor: null, undo: false, total: "", problems: [], link: "", output: null, served: true },
  limits: { file: 1, title: 200 },
};

function page() {
  const root = freshPage();
  const sent = [];
  const setTriggerValue = (name, value) => sent.push([name, value.acts.map((act) => act.do)]);
  const show = (more = {}) => draw({ parentElement: root, data: { ...DATA, ...more }, setTriggerValue });
  return { root, sent, show };
}

test("buttons and lists send what to do", () => {
  const { root, sent, show } = page();
  show();
  const [decks] = root.querySelectorAll("select");
  equal(decks.value, "own");
  decks.value = "default";
  decks.happen("change");
  root.querySelector("button.add_text").happen("click");
  equal(sent, [["acts", ["deck"]], ["acts", ["deck", "add_text"]]]);
});

test("a built-in deck can be copied and not changed", () => {
  const { root, show } = page();
  show();
  show({ own: false, deck: "default" });
  equal([root.querySelector("button.copy") !== null, root.querySelector("button.undo")], [true, null]);
});

test("faults of a file are listed until they are closed", () => {
  const { root, sent, show } = page();
  show({ problems: ["a.json: <b>"] });
  const box = root.querySelector(".problems");
  equal([box.hidden, box.querySelector("li").textContent], [false, "a.json: <b>"]);
  box.querySelector("button").happen("click");
  equal(sent, [["acts", ["dismiss"]]]);
  show();
  equal(box.hidden, true);
});
