import { searchOf } from "../../../components/controls/search_field.js";

function drawn() {
  const outbox = fakeOutbox();
  const control = { parameter: "search", label: "Search", placeholder: "a word", longest: 200 };
  const made = searchOf(control, outbox);
  const page = freshPage();
  page.append(made.root);
  const [field] = page.querySelectorAll("input");
  const type = (text) => {
    field.value = text;
    field.happen("input");
  };
  return { ...made, field, sent: outbox.puts, held: outbox.waiting, type };
}

test("a typed text is sent once, after a pause", () => {
  const { type, sent } = drawn();
  type("t");
  type("tab");
  type("table");
  equal(sent, []);
  pass(300);
  equal(sent, [{ search: "table" }]);
});

test("Enter sends at once, and the pause sends nothing more", () => {
  const { type, field, sent } = drawn();
  type("oil");
  field.happen("change");
  pass(300);
  equal(sent, [{ search: "oil" }]);
});

test("an answer does not replace what is being typed", () => {
  const { type, field, update } = drawn();
  update({ value: "oil" });
  equal(field.value, "oil");
  type("oil and");
  update({ value: "oil" });
  equal(field.value, "oil and");
});

test("a change that the server has not confirmed stays in the field", () => {
  const { field, update, held } = drawn();
  held.search = "gas";
  update({ value: "oil" });
  equal(field.value, "gas");
});

test("a text that is emptied from outside is emptied here", () => {
  const { field, update } = drawn();
  update({ value: "oil" });
  update({ value: "" });
  equal(field.value, "");
});
