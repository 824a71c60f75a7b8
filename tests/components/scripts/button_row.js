import draw from "../../../components/controls/button_row.js";

const OPTIONS = [["table", "Table"], ["sources", "Sources"]];

function drawn() {
  const page = freshPage();
  const sent = [];
  const setStateValue = (name, value) => sent.push([name, value]);
  const show = (chosen, options = OPTIONS) =>
    draw({ parentElement: page, data: { label: "Show", options, chosen }, setStateValue });
  const checked = () =>
    page.querySelectorAll("button").map((button) => button.getAttribute("aria-checked"));
  return { page, sent, show, checked };
}

test("a click chooses a button at once, and a second click changes nothing", () => {
  const { page, sent, show, checked } = drawn();
  show("table");
  const [, sources] = page.querySelectorAll("button");
  sources.happen("click");
  sources.happen("click");
  equal(checked(), ["false", "true"]);
  equal(sent, [["chosen", "sources"]]);
});

test("the server says which button is chosen; buttons are kept", () => {
  const { page, show, checked } = drawn();
  show("table");
  const [table] = page.querySelectorAll("button");
  show("sources");
  equal(page.querySelectorAll("button")[0] === table, true);
  equal(checked(), ["false", "true"]);
});

test("names in another language replace the buttons", () => {
  const { page, show } = drawn();
  show("table");
  show("table", [["table", "Кесте"], ["sources", "Дереккөздер"]]);
  equal(page.querySelectorAll("button").map((button) => button.textContent), ["Кесте", "Дереккөздер"]);
});
