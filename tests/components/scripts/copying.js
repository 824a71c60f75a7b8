import { copyFrom } from "../../../components/controls/copying.js";

test("a text goes to the clipboard", async () => {
  const page = freshPage();
  const field = Object.assign(document.createElement("textarea"), { value: "a text" });
  page.append(field);
  const copied = [];
  globalThis.navigator = { clipboard: { writeText: async (text) => copied.push(text) } };
  await copyFrom(field);
  equal([copied, field.selected ?? false], [["a text"], false]);
});

test("without HTTPS, the text is selected and copied from its field", async () => {
  freshPage();
  const field = document.createElement("textarea");
  const commands = [];
  document.execCommand = (name) => commands.push([name, field.selected]);
  globalThis.navigator = {};
  await copyFrom(field);
  equal(commands, [["copy", true]]);
});
