import { dayText } from "../../../components/controls/day.js";

// A browser that writes a date like this in a language.
function browserThatWrites(texts) {
  return { toLocaleDateString: (language) => texts[language] };
}

test("a day is written in the language of the page", () => {
  const now = browserThatWrites({ "en-GB": "29 November 2026", tr: "29 Kasım 2026" });
  equal([dayText("en", now), dayText("tr", now)], ["29 November 2026", "29 Kasım 2026"]);
});

test("digits replace a month without a name", () => {
  const now = browserThatWrites({ kk: "2026 М11 29", ru: "29.11.2026" });
  equal(dayText("kk", now), "29.11.2026");
});
