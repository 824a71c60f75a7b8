import {
  addressOf,
  ofAnyPage,
  opensElsewhere,
  pathOf,
  sameQuery,
  withParameters,
} from "../../../components/controls/page_links.js";

test("an address is a path with a query", () => equal(addressOf("./trade", "lang=kk"), "./trade?lang=kk"));

test("parameters are added to those of a query", () => {
  equal(withParameters("lang=kk&years=2018-2023", { selected: "btc" }), "lang=kk&years=2018-2023&selected=btc");
  equal(withParameters("lang=kk&section=a", { section: "b" }), "lang=kk&section=b");
});

test("queries are compared by their parameters", () => {
  equal(sameQuery("?sectors=gas%2Coil", "sectors=gas,oil"), true);
  equal(sameQuery("?lang=kk", "lang=tr"), false);
  equal(sameQuery("", "lang=tr"), false);
});

test("a page has the path of its menu entry", () => {
  const menu = { entries: [["dashboard.py", "Overview"], ["pages/trade.py", "Trade"]], paths: ["./", "./trade"] };
  equal(pathOf("pages/trade.py", menu), "./trade");
  equal(pathOf("dashboard.py", menu), "./");
});

test("a held key opens an address elsewhere", () => {
  equal(opensElsewhere({ ctrlKey: true }), true);
  equal(opensElsewhere({ metaKey: true }), true);
  equal(opensElsewhere({ shiftKey: true }), true);
  equal(opensElsewhere({ altKey: true }), false);
});

test("a link to another page leaves out the figure of this one", () => {
  equal(ofAnyPage("lang=kk&figure=trade_balance&panel=table"), "lang=kk");
});
