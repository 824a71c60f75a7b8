import draw, { filled } from "../../../components/cards/card_actions.js";

const NAMES = {
  label: "Show",
  options: [
    ["table", "Table"],
    ["contradictions", "Contradictions"],
    ["cite", "Cite"],
    ["screen", "Full screen"],
  ],
  screen: "Full screen",
  leave: "Leave",
  copy: "Copy",
  copied: "Copied",
};

function actions() {
  const page = freshPage();
  const sent = [];
  const addresses = [];
  globalThis.atlasOutbox = fakeOutbox();
  globalThis.history = { state: null, replaceState: (_state, _title, to) => addresses.push(to) };
  const setStateValue = (name, value) => sent.push([name, value]);
  const show = (chosen, more = {}) => {
    const data = { names: NAMES, figure: "trade_balance", lang: "en", chosen, count: 0, ...more };
    draw({ parentElement: page, data, setStateValue });
  };
  const button = (code) => page.querySelector(`button.${code}`);
  return { page, sent, addresses, show, button };
}

test("the actions of each card are a group with the name of its figure", () => {
  const { page, show } = actions();
  page.className = "st-key-figure_trade_balance";
  const headline = document.createElement("h2");
  headline.textContent = " Surplus ";
  page.append(headline);
  show("");
  const row = page.querySelector(".actions");
  equal(row.getAttribute("aria-label"), "Show: Surplus");
  headline.textContent = "Deficit";
  row.happen("focusin");
  equal(row.getAttribute("aria-label"), "Show: Deficit");
});

test("a click opens a panel at once and names it in the address; a second click closes it", () => {
  const { sent, addresses, show, button } = actions();
  location.search = "?lang=en";
  show("");
  button("table").happen("click");
  equal(button("table").getAttribute("aria-expanded"), "true");
  location.search = "?lang=en&figure=trade_balance&panel=table";
  button("table").happen("click");
  equal(button("table").getAttribute("aria-expanded"), "false");
  equal(sent, [["chosen", "table"], ["chosen", ""]]);
  equal(addresses, ["/trade?lang=en&figure=trade_balance&panel=table", "/trade?lang=en"]);
});

test("contradictions are offered where there are any, with their number", () => {
  const { show, button } = actions();
  show("");
  equal(button("contradictions").hidden, true);
  show("", { count: 3 });
  equal([button("contradictions").hidden, button("contradictions").textContent], [
    false,
    "⚠ Contradictions (3)",
  ]);
});

test("buttons keep the focus when the server draws them again", () => {
  const { show, button } = actions();
  show("", { count: 3 });
  const table = button("table");
  show("table", { count: 2 });
  equal(button("table") === table, true);
});

test("a text to copy names the address of the figure and the day", () => {
  freshPage();
  const now = new Date(2026, 10, 29, 0, 30);
  const text = filled("{address} {iso_day} {digits_day} {other}", { query: "figure=a", lang: "en", now });
  equal(text, "https://atlas.example/trade?figure=a 2026-11-29 29.11.2026 {other}");
});

test("the open panel has its texts to copy", () => {
  const { page, show } = actions();
  const texts = { panel: "cite", fields: [["Citation", "See {address}"]] };
  show("cite", { texts, query: "figure=trade_balance" });
  const field = page.querySelector("textarea");
  equal(field.value, "See https://atlas.example/trade?figure=trade_balance");
  equal(field.parentElement.parentElement.hidden, false);
  show("");
  equal(page.querySelector("textarea"), null);
});
