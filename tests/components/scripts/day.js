import { dayInDigits, dayInIso, dayText } from "../../../components/controls/day.js";

// The 29th of November in a browser that writes it like this in a language.
function browserThatWrites(texts) {
  return Object.assign(new Date(2026, 10, 29), { toLocaleDateString: (language) => texts[language] });
}

test("a day is written in the language of the page", () => {
  const now = browserThatWrites({ "en-GB": "29 November 2026", tr: "29 Kasım 2026" });
  equal([dayText("en", now), dayText("tr", now)], ["29 November 2026", "29 Kasım 2026"]);
});

test("digits replace a month without a name", () => {
  const now = browserThatWrites({ kk: "2026 М11 29" });
  equal(dayText("kk", now), "29.11.2026");
});

test("a day in digits has two digits for day and month", () => {
  equal(dayInDigits(new Date(2026, 0, 5)), "05.01.2026");
});

test("a day by ISO 8601 is the day of the reader", () => {
  const afterMidnight = new Date(2026, 0, 5, 0, 30);
  afterMidnight.toISOString = () => "2026-01-04T19:30:00.000Z";
  equal(dayInIso(afterMidnight), "2026-01-05");
});
