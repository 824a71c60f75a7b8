import { announcerOf, sentenceOf } from "../../../components/controls/announcer.js";

test("a sentence names the choice and the headline", () => {
  equal(sentenceOf(["2019–2022", "Oil"], " Turnover rose "), "2019–2022, Oil: Turnover rose");
  equal([sentenceOf(["", ""], "Turnover rose"), sentenceOf(["2020", ""], "")], ["Turnover rose", "2020"]);
  equal(sentenceOf([], "x".repeat(400)).length, 301);
});

function announcer() {
  freshPage();
  const state = { drawn: true, headline: "Turnover rose", outbox: { busy: false } };
  const made = announcerOf({
    outbox: state.outbox,
    isDrawn: () => state.drawn,
    title: () => "Survey",
    headline: () => state.headline,
  });
  return { state, made, said: () => made.root.textContent };
}

test("an opened page says nothing", () => {
  const { made, said } = announcer();
  made.update("lang=en", ["2018–2023"]);
  made.update("lang=en", ["2018–2023"]);
  pass(5000);
  equal([said(), made.root.getAttribute("aria-live")], ["", "polite"]);
});

test("several changes are said once, after a pause", () => {
  const { state, made, said } = announcer();
  made.update("lang=en", ["2018–2023"]);
  for (const last of [2022, 2021, 2020]) {
    made.update(`years=2018-${last}`, [`2018–${last}`]);
    pass(300);
    equal(said(), "");
  }
  state.headline = "Turnover fell";
  pass(900);
  equal(said(), "2018–2020: Turnover fell");
});

test("nothing is said before the page has been drawn", () => {
  const { state, made, said } = announcer();
  made.update("", []);
  made.update("sectors=oil", ["", "Oil"]);
  Object.assign(state, { drawn: false });
  pass(1000);
  equal(said(), "");
  Object.assign(state, { drawn: true });
  state.outbox.busy = true;
  pass(1000);
  equal(said(), "");
  state.outbox.busy = false;
  pass(1000);
  equal(said(), "Oil: Turnover rose");
});

test("only what has changed is named, and the whole choice if something was removed", () => {
  const { made, said } = announcer();
  made.update("", ["2018–2023", "Oil"]);
  made.update("", ["2018–2023", "Oil", "Table 7"]);
  made.update("trade=table6", ["2018–2023", "Oil", "Table 6"]);
  pass(1000);
  equal(said(), "Table 6: Turnover rose");
  made.update("sectors=", ["2018–2023", "", "Table 6"]);
  pass(1000);
  equal(said(), "2018–2023, Table 6: Turnover rose");
});

test("of another page the title is said, whatever is chosen on it next", () => {
  const { made, said } = announcer();
  made.update("lang=en", ["2018–2023"], "pages/trade.py");
  made.update("lang=en", [""], "pages/survey.py");
  made.update("lang=en", [""], "pages/survey.py");
  pass(1000);
  equal(said(), "Survey");
  made.update("section=c", [""], "pages/survey.py");
  pass(1000);
  equal(said(), "Turnover rose");
});

test("a sentence of a key is said at once", () => {
  const { made, said } = announcer();
  made.say("Figure 2 of 5");
  equal(said(), "Figure 2 of 5");
});
