import { editedField, slideEditor } from "../../../components/present/slide_editor.js";

const LABELS = {
  ...{ message: "Message", message_hint: "Hint", text: "Text", notes: "Notes", seconds: "Seconds", choice: "Choice" },
  ...{ add_step: "Add step", delete_step: "Remove step", join: "Join", step: "Step {number}", step_message: "Step says" },
};
const LIMITS = { message: 240, text: 1200, notes: 6000, choice: 1500, seconds: 7200 };
const STEP = { choice: "trade=table6", words: "Trade: Table 6", message: "" };
const SLIDE = {
  ...{ key: 4, figure: "trade_balance", message: "", headline: "It rose", text: "", notes: "" },
  ...{ seconds: 30, choice: "years=2018-2021", steps: [STEP], joins: false, full: false },
};

function field() {
  const page = freshPage();
  const sent = [];
  const made = editedField("input", "Name", { longest: 5 }, (text) => sent.push(text));
  page.append(made.root);
  return { made, sent, type: (text) => { made.field.value = text; made.field.happen("input"); } };
}

test("a text is sent after a pause, and once", () => {
  const { made, sent, type } = field();
  made.update("");
  type("A");
  pass(300);
  type("AB");
  pass(500);
  equal(sent, []);
  pass(300);
  equal(sent, ["AB"]);
  made.field.happen("change");
  equal(sent, ["AB"]);
});

test("a text is sent at once when the field is left", () => {
  const { made, sent, type } = field();
  type("A");
  made.field.happen("change");
  equal(sent, ["A"]);
});

test("the server does not replace what is being typed", () => {
  const { made, type } = field();
  made.update("Old");
  made.field.focus();
  type("New");
  made.update("Other");
  equal(made.field.value, "New");
});

function editor(more = {}) {
  const page = freshPage();
  const puts = [];
  const slide = { ...SLIDE, ...more };
  const made = slideEditor(LABELS, slide, { put: (act) => puts.push(act) }, LIMITS);
  page.append(made.root);
  made.update(slide);
  const button = (name) => page.querySelectorAll("button").find((one) => one.textContent === name);
  return { page, made, puts, button };
}

test("a slide with a figure has its choice and steps, and shows the computed headline", () => {
  const { page, puts, button } = editor();
  const [message] = page.querySelectorAll("textarea");
  equal([message.placeholder, message.maxLength], ["It rose", 240]);
  equal(page.querySelectorAll("fieldset").length, 1);
  button("Remove step").happen("click");
  button("Add step").happen("click");
  equal(puts, [
    { do: "delete_step", key: 4, number: 0 },
    { do: "add_step", key: 4, text: "years=2018-2021" },
  ]);
  equal(button("Join").hidden, true);
});

test("a text slide has a text and no steps", () => {
  const { page, puts } = editor({ figure: "", steps: [], text: "Body" });
  const [, body] = page.querySelectorAll("textarea");
  equal(body.value, "Body");
  equal(page.querySelectorAll("fieldset").length, 0);
  body.value = "More";
  body.happen("change");
  equal(puts, [{ do: "text", key: 4, name: "text", text: "More" }]);
});

test("seconds are a whole number", () => {
  const { page, puts } = editor();
  const [seconds] = page.querySelectorAll('input[type="number"]');
  for (const text of ["12.6", "x"]) {
    seconds.value = text;
    seconds.happen("change");
  }
  equal(puts.map(({ number }) => number), [13, 0]);
});
