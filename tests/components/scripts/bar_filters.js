import { filterControls } from "../../../components/controls/bar_filters.js";

const DATA = {
  labels: { years: "Years", first_year: "First year", last_year: "Last year", sectors: "Sectors", source: "Source", questions: "Questions", everything: "all", clear_sectors: "All sectors" },
  years: { lowest: 2018, highest: 2023, first: 2019, last: 2022 },
  sectors: { here: true, value: ["oil"], groups: [["Energy", [["energy", "Energy"], ["oil", "Oil"]]]], counts: {} },
  choices: [
    { parameter: "trade", label: "Trade table", source: true, here: true, value: "table7", options: [["table6", "Table 6"], ["table7", "Table 7"]] },
    { parameter: "investment", label: "Investment table", source: true, here: true, value: "table8", options: [["table6", "Table 6"], ["table8", "Table 8"]] },
    { parameter: "selected", label: "On the map", source: false, here: true, value: "", options: [["", "Nothing"], ["btc", "BTC"]] },
  ],
  questions: { here: true, labels: ["First", "Second"], value: [10, 12], options: [[10, "Ten"], [12, "Twelve"]] },
};

function filters() {
  const page = freshPage();
  const outbox = fakeOutbox();
  const made = filterControls(DATA, outbox);
  page.append(...made.roots);
  made.update(DATA);
  const titles = () => page.querySelectorAll("summary").map(({ textContent }) => textContent);
  return { page, outbox, made, titles };
}

test("the title of each filter says what is chosen", () => {
  const { titles, made, page } = filters();
  equal(titles(), ["Sectors: Oil", "Source: Table 7 · Table 8", "On the map: all", "Questions: 10, 12"]);
  equal(page.querySelector(".years").textContent, "Years2019–2022");
  equal(made.words(), ["2019–2022", "Oil", "Table 7", "Table 8"]);
});

test("titles follow a choice before the server has answered", () => {
  const { titles, outbox, made } = filters();
  Object.assign(outbox.waiting, { sectors: "", selected: "btc" });
  made.update(DATA);
  equal([titles()[0], titles()[2]], ["Sectors: all", "On the map: BTC"]);
});

test("filters without effect on the page are hidden, and their titles leave them out", () => {
  const { made, page, titles } = filters();
  const [trade, ...others] = DATA.choices;
  made.update({ ...DATA, years: null, choices: [{ ...trade, here: false }, ...others], questions: { ...DATA.questions, here: false } });
  equal(page.querySelector(".years").hidden, true);
  equal(titles()[1], "Source: Table 8");
  equal(page.querySelectorAll("details").map(({ hidden }) => hidden), [false, false, false, true]);
  equal(made.words(), ["", "Oil", "Table 8"]);
  made.update({ ...DATA, sectors: { ...DATA.sectors, here: false }, choices: DATA.choices.map((one) => ({ ...one, here: false })) });
  equal(page.querySelectorAll("details").map(({ hidden }) => hidden), [true, true, true, false]);
  equal(made.offered(), true);
  made.update({ ...DATA, years: null, sectors: { ...DATA.sectors, here: false }, choices: DATA.choices.map((one) => ({ ...one, here: false })), questions: { ...DATA.questions, here: false } });
  equal(made.offered(), false);
  made.update(DATA);
  equal(page.querySelector(".years").hidden, false);
});

test("titles wait for lists that come later", () => {
  freshPage();
  const made = filterControls(DATA, fakeOutbox());
  made.update({ ...DATA, sectors: { here: true, value: [] } });
  equal(made.roots[1].children[0].textContent, "Sectors");
});

test("a filter is entered with the focus on its first control", () => {
  const { made, page } = filters();
  for (const [name, place] of [["sectors", 1], ["source", 2]]) {
    const root = made.roots[place];
    equal([made.enter(name), root.open, root.contains(document.activeElement)], [true, true, true]);
  }
  equal([made.enter("years"), document.activeElement === page.querySelectorAll("input")[0]], [true, true]);
});

test("a filter without effect cannot be entered, nor a list without effect within it", () => {
  const { made, page } = filters();
  const [trade, ...others] = DATA.choices;
  made.update({ ...DATA, years: null, choices: [{ ...trade, here: false }, ...others] });
  equal(made.enter("years"), false);
  made.enter("source");
  equal(document.activeElement === page.querySelectorAll("select")[1], true);
  made.update({ ...DATA, choices: DATA.choices.map((one) => ({ ...one, here: false })) });
  equal(made.enter("source"), false);
});
