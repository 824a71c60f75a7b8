import { fitMenu, menuOf, storedTheme, storeTheme, themeOf } from "../../../components/controls/bar_menu.js";

const ENTRIES = [["dashboard.py", "Overview"], ["pages/trade.py", "Trade"]];

function menu() {
  freshPage();
  const outbox = fakeOutbox();
  const made = menuOf(ENTRIES, outbox);
  made.update({ current: "dashboard.py", paths: ["./", "./trade"] }, "lang=kk");
  return { made, outbox, links: made.root.children };
}

test("menu entries have the current filters, and the current page is marked", () => {
  const { made, links } = menu();
  equal(links.map(({ href }) => href), ["./?lang=kk", "./trade?lang=kk"]);
  equal(links.map((link) => link.getAttribute("aria-current")), ["page", null]);
  made.update({ current: "pages/trade.py", paths: ["./", "./trade"] }, "lang=tr");
  equal(links.map((link) => link.getAttribute("aria-current")), [null, "page"]);
  equal(links[1].href, "./trade?lang=tr");
});

test("an entry has the number that the server counts for it", () => {
  const { made, links } = menu();
  const paths = ["./", "./trade"];
  made.update({ current: "dashboard.py", paths, counts: { "pages/trade.py": 3 } }, "lang=kk");
  equal(links.map(({ textContent }) => textContent), ["Overview", "Trade (3)"]);
  made.update({ current: "dashboard.py", paths, counts: {} }, "lang=kk");
  equal(links[1].textContent, "Trade");
});

test("a menu entry requests its page, except that of the current page", () => {
  const { outbox, links } = menu();
  equal(links[1].happen("click"), false);
  equal(links[0].happen("click"), false);
  equal(outbox.puts, [{ page: "pages/trade.py" }]);
});

test("while a page is loading the first may be requested again, the same one not twice", () => {
  const { outbox, links } = menu();
  outbox.waiting.page = "pages/trade.py";
  for (const link of [links[1], links[0]]) link.happen("click");
  equal(outbox.puts, [{ page: "dashboard.py" }]);
});

test("with a held key the browser opens an entry itself", () => {
  const { outbox, links } = menu();
  equal(links[1].happen("click", { ctrlKey: true }), true);
  equal(outbox.puts, []);
});

test("entries are drawn closer only where they would not stand in one row", () => {
  const { made } = menu();
  for (const [scrollWidth, close] of [[300, true], [200, false]]) {
    Object.assign(made.root, { clientWidth: 200, scrollWidth });
    fitMenu(made.root);
    equal(made.root.classList.contains("close"), close);
  }
});

test("the menu has a name, and the entry of the current page is brought into view", () => {
  freshPage();
  const made = menuOf(ENTRIES, fakeOutbox(), "Pages");
  equal(made.root.getAttribute("aria-label"), "Pages");
  made.root.box = { left: 0, right: 100, width: 100 };
  made.root.children[1].box = { left: 150, right: 210, width: 60 };
  made.root.scrollLeft = 0;
  made.update({ current: "pages/trade.py", paths: ["./", "./trade"] }, "lang=kk");
  pass(1);
  equal(made.root.scrollLeft, 130);
  made.root.scrollLeft = 5;
  made.update({ current: "pages/trade.py", paths: ["./", "./trade"] }, "lang=tr");
  pass(1);
  equal(made.root.scrollLeft, 5);
});

function storage() {
  const held = {};
  return { held, getItem: (name) => held[name] ?? null, setItem: (name, text) => Object.assign(held, { [name]: text }) };
}

test("the colours are kept for every page, under Streamlit's names", () => {
  const kept = storage();
  storeTheme(kept, ["/", "/trade"], "Dark");
  equal(kept.held, { "stActiveTheme-/-v2": '"Dark"', "stActiveTheme-/trade-v2": '"Dark"' });
  equal([storedTheme(kept, "/trade"), storedTheme(kept, "/other")], ["Dark", "System"]);
});

test("unknown colours in the storage count as those of the device", () => {
  const kept = storage();
  for (const text of ["{", "null", '"Blue"', '{"name":"Dark"}']) {
    kept.held["stActiveTheme-/-v2"] = text;
    equal(storedTheme(kept, "/"), "System");
  }
});

test("other colours are stored for all pages, and the page is loaded again", () => {
  freshPage();
  globalThis.localStorage = storage();
  globalThis.URL = class {
    constructor(address) {
      this.pathname = address.replace(".", "");
    }
  };
  let loaded = 0;
  const options = [["System", "As the device"], ["Light", "Light"], ["Dark", "Dark"]];
  const made = themeOf({ label: "Colours", options }, () => {
    loaded += 1;
  });
  made.update(["./", "./trade"]);
  const list = made.root.querySelector("select");
  equal([list.value, list.getAttribute("aria-label"), loaded], ["System", "Colours", 0]);
  list.value = "Light";
  list.happen("change");
  equal([Object.values(localStorage.held), loaded], [['"Light"', '"Light"'], 1]);
  made.update(["./", "./trade"]);
  equal(list.value, "Light");
});

test("a page is opened by its place in the menu", () => {
  const { made, outbox } = menu();
  equal([made.open(2), made.open(3)], [true, false]);
  equal(outbox.puts, [{ page: "pages/trade.py" }]);
});
