import draw from "../../../components/controls/button_row.js";

const OPTIONS = [["table", "Table"], ["sources", "Sources"]];

function drawn() {
  const page = freshPage();
  const sent = [];
  const setStateValue = (name, value) => sent.push([name, value]);
  const show = (chosen, options = OPTIONS, toggle = true) =>
    draw({ parentElement: page, data: { label: "Show", options, chosen, toggle }, setStateValue });
  const expanded = () =>
    page.querySelectorAll("button").map((button) => button.getAttribute("aria-expanded"));
  return { page, sent, show, expanded };
}

test("a click opens a panel at once, and a second click closes it", () => {
  const { page, sent, show, expanded } = drawn();
  show("");
  const [table] = page.querySelectorAll("button");
  table.happen("click");
  equal(expanded(), ["true", "false"]);
  table.happen("click");
  equal(expanded(), ["false", "false"]);
  equal(sent, [["chosen", "table"], ["chosen", ""]]);
});

test("the server says which panel is open; buttons are kept", () => {
  const { page, show, expanded } = drawn();
  show("");
  const [table] = page.querySelectorAll("button");
  show("sources");
  equal(page.querySelectorAll("button")[0] === table, true);
  equal(expanded(), ["false", "true"]);
});

test("names in another language replace the buttons", () => {
  const { page, show } = drawn();
  show("table");
  show("table", [["table", "Кесте"], ["sources", "Дереккөздер"]]);
  equal(page.querySelectorAll("button").map((button) => button.textContent), ["Кесте", "Дереккөздер"]);
});

test("of buttons that choose, a second click changes nothing", () => {
  const { page, sent, show } = drawn();
  show("table", OPTIONS, false);
  const [table, sources] = page.querySelectorAll("button");
  table.happen("click");
  sources.happen("click");
  equal([table, sources].map((button) => button.getAttribute("aria-checked")), ["false", "true"]);
  equal(sent, [["chosen", "sources"]]);
});
