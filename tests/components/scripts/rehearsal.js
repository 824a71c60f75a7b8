import { placeAfter, questionCommand, rehearsal } from "../../../components/present/rehearsal.js";

const LABELS = {
  ...{ rehearse: "Rehearse", rehearse_about: "About", rehearse_close: "Close", cards: "Questions", seed: "Order" },
  ...{ shuffle: "Shuffle", target: "Target", card: "{number} of {total}", answer: "Answer", previous: "Back" },
  ...{ next: "Next", time: "{time} of {target}", late: "{time} of {target}, late", on_slide: "Slide {number}: {title}" },
  ...{ outside: "Outside: {title}", unshown: "None", add_figure: "Add", figure_added: "Added", no_cards: "No cards" },
  ...{ cards_failed: "Failed", rehearse_keys: "Keys", sheets: "Sheets" },
};
const cardOf = (topic) => ({
  marks: "Contradiction",
  topic,
  question: `Why ${topic}?`,
  answer: [`Because of ${topic}.`],
  values: [["Turnover", "2,750"]],
  sources: ["Paragraph 5"],
});
const CONTENT = {
  cards: ["a", "b", "<i>c</i>"].map(cardOf),
  titles: { trade: "Trade" },
  pages: { trade: "trade" },
};
const OPEN = {
  ...{ opened: true, selection: "deck", selections: [["deck", "Deck"], ["all", "All"]], seed: 1, seeds: 1000 },
  ...{ code: "kk", order: [[2, "trade", 3], [0, "trade", 0], [1, "", 0]], address: null, content: CONTENT },
};

function cards(first = OPEN) {
  const page = freshPage();
  const sent = [];
  const kinds = [];
  let time = 0;
  const output = {
    fileButton(kind, _notes, more) {
      kinds.push(`${kind.code}${more()}`);
      return document.createElement("button");
    },
  };
  const made = rehearsal(LABELS, { put: (act) => sent.push(act) }, output, () => time);
  page.append(made.root);
  const show = (more = {}, files = null) => made.update({ rehearsal: { ...first, ...more }, output: files });
  show();
  const wait = (seconds) => {
    time += seconds * 1000;
    pass(seconds * 1000);
  };
  const button = (text) => page.all((one) => one.tag === "button").find((one) => one.textContent === text);
  const find = (selector) => page.querySelector(selector);
  const key = (name, more = {}) => {
    const kept = [];
    find(".cards").happen("keydown", { key: name, stopPropagation: () => kept.push(name), ...more });
    return kept.length > 0;
  };
  return { page, sent, kinds, show, wait, button, find, key };
}

test("cards are asked for by the button and closed again", () => {
  const { sent, button, find, show } = cards({ opened: false, selections: [] });
  equal(find(".cards").hidden, true);
  button("Rehearse").happen("click");
  show(OPEN);
  equal([find(".cards").hidden, find("button.open").hidden], [false, true]);
  equal(document.activeElement === find(".question"), true);
  button("Close").happen("click");
  equal(sent, [{ do: "rehearse", number: 1 }, { do: "rehearse", number: 0 }]);
});

test("an answer is shown on request and hidden with the next question", () => {
  const { button, find } = cards();
  equal([find("h2").textContent, find(".asked").textContent], ["<i>c</i>", "Why <i>c</i>?"]);
  equal([find(".answer").hidden, find(".answer").textContent], [true, ""]);
  button("Answer").happen("click");
  const said = find(".answer").textContent;
  for (const part of ["Because of <i>c</i>.", "Turnover: 2,750", "Paragraph 5", "Slide 3: Trade"])
    equal([part, said.includes(part)], [part, true]);
  button("Next").happen("click");
  equal([find(".answer").hidden, find("h2").textContent, find(".question").lang], [true, "a", "kk"]);
  equal(button("Back").disabled, false);
});

test("keys show the answer and change the question, also of other alphabets", () => {
  const { find, key } = cards();
  equal(key("a"), true);
  equal(find(".answer").hidden, false);
  key("т", { code: "KeyN" });
  equal(find("h2").textContent, "a");
  key("ArrowRight");
  key("ArrowRight");
  equal(find("h2").textContent, "b");
  key("p");
  equal(find("h2").textContent, "a");
  equal(key("x"), false);
});

test("keys in a field and with other keys are left alone", () => {
  const target = document.createElement("input");
  equal(questionCommand({ key: "a", target }), null);
  equal(questionCommand({ key: "a", ctrlKey: true, target: document.createElement("p") }), null);
});

test("the clock counts until the answer and says when the time is over", () => {
  const { wait, find, key } = cards();
  equal(find(".clock").textContent, "0:00 of 1:00");
  wait(30);
  equal(find(".clock").textContent, "0:30 of 1:00");
  wait(31);
  equal([find(".clock").textContent, find(".clock").classes.has("late")], ["1:01 of 1:00, late", true]);
  key("a");
  wait(10);
  equal(find(".clock").textContent, "1:01 of 1:00, late");
  key("n");
  equal([find(".clock").textContent, find(".clock").classes.has("late")], ["0:00 of 1:00", false]);
});

test("a figure outside the deck can be added, and a question without figure leads to the sources", () => {
  const { sent, find, key, button } = cards();
  key("n");
  key("a");
  equal(find(".answer").querySelector("a").href, "./trade?lang=kk&figure=trade");
  button("Add").happen("click");
  equal(sent, [{ do: "add_figure", name: "trade" }]);
  key("n");
  key("a");
  equal(find(".answer").querySelector("a").href, "./sources?lang=kk");
});

test("another order begins with its first card, a changed deck keeps the shown one", () => {
  const { show, find, key, sent, button } = cards();
  key("n");
  show({ order: [[1, "", 0], [0, "trade", 1], [2, "trade", 3]] });
  equal(find("h2").textContent, "a");
  show({ order: [[1, "", 0], [0, "trade", 1]], seed: 2 });
  equal(find("h2").textContent, "b");
  button("Shuffle").happen("click");
  equal([sent[0].do, sent[0].number !== 2, sent[0].number < 1000], ["seed", true, true]);
  equal(placeAfter([[4]], [[5], [4]], 0), 1);
});

test("without questions a line says so, and sheets have the order of the cards", () => {
  const { show, find, kinds } = cards();
  show({ order: [] }, { kinds: [{ code: "html" }, { code: "only", questions: true }] });
  equal([find(".question").hidden, find(".none").textContent], [true, "No cards"]);
  equal(kinds, ["only&cards=deck&seed=1"]);
});
