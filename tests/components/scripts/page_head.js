import draw, {
  chipBar,
  closeFromOutside,
  dropdown,
  followLinks,
  linkPanel,
  lostNotice,
  menuOf,
} from "../../../components/controls/page_head.js";

const LABELS = { chosen: "Chosen", clear: "Clear all", copied: "Copied", copy: "Copy", let_go: "Let go", reload: "Reload" };
const CHIPS = [["Oil", "sectors", "oil"], ["2018–2020", "years", ""]];

function chips() {
  const page = freshPage();
  const outbox = fakeOutbox();
  const bar = chipBar(LABELS, outbox);
  const opener = document.createElement("summary");
  page.append(opener, bar.root);
  return { bar, outbox, opener, buttons: () => bar.root.children };
}

test("each chip removes its filter", () => {
  const { bar, outbox, buttons } = chips();
  bar.update(CHIPS, ["gas", "oil"]);
  equal(buttons().map(({ textContent }) => textContent), ["Oil ✕", "2018–2020 ✕", "Clear all"]);
  for (const button of buttons()) button.happen("click");
  equal(outbox.puts, [{ sectors: "gas" }, { years: "" }, { clear: "" }]);
});

test("a chip removes its code from the unconfirmed value", () => {
  const { bar, outbox, buttons } = chips();
  bar.update(CHIPS, ["gas", "oil"]);
  outbox.waiting.sectors = "oil,rail";
  buttons()[0].happen("click");
  equal(outbox.puts, [{ sectors: "rail" }]);
});

test("without filters there is no button to clear them", () => {
  const { bar, buttons } = chips();
  bar.update([], []);
  equal(buttons().length, 0);
});

test("the focus moves to the next chip, and from the last one to the filters", () => {
  const { bar, opener, buttons } = chips();
  bar.update(CHIPS, ["oil"]);
  buttons()[0].focus();
  bar.update(CHIPS.slice(1), []);
  equal(document.activeElement === buttons()[0], true);
  buttons()[1].focus();
  bar.update(CHIPS.slice(1), []);
  equal(document.activeElement === buttons()[1], true);
  bar.update([], []);
  equal(document.activeElement === opener, true);
});

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

test("a notice is shown and removed, with a reload link that keeps the filters", () => {
  freshPage();
  const notice = lostNotice(LABELS, fakeOutbox());
  equal(notice.root.hidden, true);
  notice.update("lang=kk");
  notice.show("No connection");
  const again = notice.root.querySelector("a");
  equal([notice.root.hidden, notice.root.textContent], [false, "No connection Reload"]);
  equal([again.href, again.target], ["/trade?applied=lang=kk", "_self"]);
  notice.show("");
  equal(notice.root.hidden, true);
});

function followed() {
  const page = freshPage();
  const root = page.children[0] ?? document.createElement("div");
  const [link, text] = [document.createElement("a"), document.createElement("b")];
  link.className = "atlas-go";
  link.dataset.go = JSON.stringify({ page: "pages/trade.py", section: "a" });
  link.append(text);
  page.append(root, link);
  const outbox = fakeOutbox();
  const bar = { outbox, drawn: { root }, query: "lang=kk&section=b", menu: { entries: ENTRIES, paths: ["./", "./trade"] } };
  followLinks(bar);
  return { page, root, link, text, outbox };
}

test("a link of the content requests its page with its parameters", () => {
  const { text, outbox } = followed();
  equal(text.happen("click"), false);
  equal(outbox.puts, [{ section: "a", page: "pages/trade.py" }]);
});

test("a link of the content has an address with all filters on pointer down", () => {
  const { link, text, outbox } = followed();
  text.happen("pointerdown");
  equal(link.href, "./trade?lang=kk&section=a");
  link.href = "#";
  equal(text.happen("click", { shiftKey: true }), true);
  equal(link.href, "./trade?lang=kk&section=a");
  equal(outbox.puts, []);
});

test("a click elsewhere opens no link", () => {
  const { root, outbox } = followed();
  equal(root.happen("click"), true);
  root.happen("pointerdown");
  equal(outbox.puts, []);
});

test("a removed head opens no links", () => {
  const { root, link, outbox } = followed();
  root.remove();
  equal(link.happen("click"), true);
  equal(outbox.puts, []);
  equal(document.listeners.click, []);
});

test("the link panel shows the address with the filters, its QR code and remarks", () => {
  freshPage();
  const panel = linkPanel(LABELS);
  panel.update({ query: "lang=kk", qr: "data:image/png;base64,AA", remarks: ["One", "Two"] });
  const [field, code] = ["input", "img"].map((one) => panel.root.querySelector(one));
  equal(field.value, "https://atlas.example/trade?lang=kk");
  equal([code.hidden, code.src], [false, "data:image/png;base64,AA"]);
  equal(panel.root.querySelectorAll("p").map(({ textContent }) => textContent), ["One", "Two"]);
  panel.update({ query: "lang=kk", qr: "", remarks: [] });
  equal(code.hidden, true);
});

function bar() {
  const page = freshPage();
  let opened = 0;
  const root = document.createElement("div");
  const menus = ["Choose", "Link"].map((label) =>
    dropdown(label, document.createElement("p"), () => {
      opened += 1;
    }),
  );
  root.append(...menus);
  page.append(root);
  closeFromOutside(root);
  return { page, root, menus, opened: () => opened };
}

test("an opened menu calls its function, a closed one does not", () => {
  const { menus, opened } = bar();
  menus[0].open = true;
  menus[0].happen("toggle");
  menus[0].open = false;
  menus[0].happen("toggle");
  equal(opened(), 1);
});

test("a press outside closes an open menu, one inside does not", () => {
  const { page, menus } = bar();
  menus[0].open = true;
  menus[0].children[1].happen("pointerdown");
  equal(menus[0].open, true);
  menus[1].happen("pointerdown");
  equal(menus[0].open, false);
  menus[0].open = true;
  page.happen("pointerdown");
  equal(menus[0].open, false);
});

test("Escape closes the open menu and moves the focus to its title", () => {
  const { menus } = bar();
  menus[1].open = true;
  menus[1].children[1].happen("keydown", { key: "a" });
  equal(menus[1].open, true);
  menus[1].children[1].happen("keydown", { key: "Escape" });
  equal(menus[1].open, false);
  equal(document.activeElement === menus[1].children[0], true);
});

test("a removed head does not react to presses", () => {
  const { page, root } = bar();
  root.remove();
  page.happen("pointerdown");
  equal(document.listeners.pointerdown, []);
});

const DATA = {
  labels: { ...LABELS, name: "Atlas", filters: "Filters", choose: "Choose", link: "Link", lost: "No connection", unanswered: "No answer" },
  menu: { current: "dashboard.py", entries: ENTRIES, paths: ["./", "./trade"] },
  years: { lowest: 2018, highest: 2023, first: 2019, last: 2022 },
  language: { label: "Language", value: "kk", options: [["en", "English"], ["kk", "Қазақша"]] },
  sectors: { value: ["oil"], groups: [["Energy", [["oil", "Oil"]]]] },
  choices: [{ parameter: "trade", label: "Table", value: "table7", options: [["table6", "6"], ["table7", "7"]] }],
  questions: { labels: ["First", "Second"], value: [1, 2], options: [[1, "One"], [2, "Two"]] },
  chips: CHIPS,
  share: { query: "lang=kk&sectors=oil", replaces: false, qr: "", remarks: [] },
  heard: ["tab", 3],
};

// A head in a browser whose clock, connection and outbox a test sets.
function drawn() {
  const page = freshPage();
  const app = document.createElement("div");
  Object.assign(app.dataset, { testid: "stApp", testConnectionState: "CONNECTED", testScriptState: "notRunning" });
  const place = document.createElement("div");
  page.append(app, place);
  const seen = { sent: [], asked: [], replaced: [], reloads: [], confirmed: [], arrived: 0, now: 0, stored: {} };
  const outbox = Object.assign(fakeOutbox(), {
    silence: 0,
    unanswered: false,
    connect: (send) => send("message"),
    confirm: (...heard) => seen.confirmed.push(heard),
    arrive: () => {
      seen.arrived += 1;
    },
  });
  Object.assign(globalThis, {
    atlasBars: undefined,
    atlasOutbox: outbox,
    MutationObserver: class {
      observe() {}
    },
    setInterval: (look) => {
      seen.look = look;
    },
    performance: { now: () => seen.now },
    sessionStorage: {
      getItem: (name) => seen.stored[name] ?? null,
      setItem: (name, text) => Object.assign(seen.stored, { [name]: text }),
    },
    history: { state: null, replaceState: (_state, _title, address) => seen.replaced.push(address) },
  });
  location.replace = (address) => seen.reloads.push(address);
  location.search = "?lang=kk";
  const show = (data) =>
    draw({
      parentElement: place,
      data,
      setTriggerValue: (name, message) => seen.sent.push([name, message]),
      setStateValue: (name, value) => seen.asked.push([name, value]),
    });
  const wait = (milliseconds) => {
    seen.now += milliseconds;
    seen.look();
  };
  return { app, page, place, outbox, seen, show, wait };
}

test("a head shows menu, filters, chips and link", () => {
  const { place, seen, show } = drawn();
  show(DATA);
  const texts = (selector) => place.querySelectorAll(selector).map(({ textContent }) => textContent);
  equal(texts("output"), ["2019–2022"]);
  equal(texts(".chip").length, 2);
  equal(place.querySelector("nav").children[1].href, "./trade?lang=kk&sectors=oil");
  equal(place.querySelectorAll("select").map(({ value }) => value), ["kk", "table7", "1", "2"]);
  equal(place.querySelectorAll("input").filter(({ type }) => type === "checkbox").map(({ checked }) => checked), [true]);
  equal(document.documentElement.lang, "kk");
  equal([seen.sent, seen.confirmed, seen.arrived], [[["gesture", "message"]], [["tab", 3]], 1]);
  equal(place.querySelector(".lost").hidden, true);
  equal(place.querySelectorAll(".filters").map((one) => one.getAttribute("aria-label")), ["Filters"]);
});

test("a head without years and questions has no controls for them", () => {
  const { place, show } = drawn();
  show({ ...DATA, years: null, questions: null });
  equal([place.querySelector(".years"), place.querySelectorAll("select").length], [null, 2]);
});

test("a head is kept with new values, and rebuilt in another language with the focus kept", () => {
  const { place, show } = drawn();
  show(DATA);
  const before = place.querySelector(".bar");
  show({ ...DATA, years: { ...DATA.years, last: 2020 } });
  equal(place.querySelector(".bar") === before, true);
  equal(place.querySelector("output").textContent, "2019–2020");
  place.querySelector("select").focus();
  show({ ...DATA, labels: { ...DATA.labels, choose: "Таңдау" } });
  equal([place.querySelectorAll(".bar").length, place.querySelector(".bar") === before], [1, false]);
  equal(document.activeElement === place.querySelector("select"), true);
});

test("opening the link panel requests the QR code of its address", () => {
  const { place, seen, show } = drawn();
  show(DATA);
  const panel = place.querySelectorAll("details")[1];
  panel.open = true;
  panel.happen("toggle");
  equal(seen.asked, [["address", "https://atlas.example/trade"]]);
});

test("the address of an opened link is normalised if its parameters differ", () => {
  const { seen, show } = drawn();
  show(DATA);
  equal(seen.replaced, []);
  show({ ...DATA, share: { ...DATA.share, replaces: true } });
  equal(seen.replaced, ["/trade?lang=kk&sectors=oil"]);
  location.search = "?lang=kk&sectors=oil";
  show({ ...DATA, share: { ...DATA.share, replaces: true } });
  equal(seen.replaced.length, 1);
});

test("a head shows that the connection is lost, or that no response has come", () => {
  const { app, place, outbox, show, wait } = drawn();
  show(DATA);
  const notice = place.querySelector(".lost");
  app.dataset.testConnectionState = "DISCONNECTED";
  for (const _ of [1, 2, 3, 4]) wait(1001);
  equal([notice.hidden, notice.textContent], [false, "No connection Reload"]);
  app.dataset.testConnectionState = "CONNECTED";
  wait(1000);
  equal(notice.hidden, true);
  outbox.unanswered = true;
  wait(1000);
  equal([notice.hidden, notice.textContent], [false, "No answer Reload"]);
});

test("a page without head is reloaded with its filters, at most once a minute", () => {
  const { place, seen, show, wait } = drawn();
  show(DATA);
  wait(0);
  place.querySelector(".bar").remove();
  for (const _ of [1, 2, 3]) wait(1000);
  equal(seen.reloads, []);
  for (const _ of [1, 2]) wait(1000);
  equal(seen.reloads, ["/trade?applied=?lang=kk"]);
});

test("a reload loads the requested page", () => {
  const { outbox, seen, show, wait } = drawn();
  show(DATA);
  Object.assign(outbox, { silence: 20001, waiting: { page: "dashboard.py" } });
  wait(1000);
  equal(seen.reloads, ["./?applied=?lang=kk"]);
});

test("a page without confirmation is reloaded", () => {
  const { outbox, seen, show, wait } = drawn();
  show(DATA);
  outbox.silence = 20001;
  wait(1000);
  equal(seen.reloads.length, 1);
});

test("lists from an address are filled in when they have come, and are then at hand", async () => {
  const lists = { choices: [DATA.choices[0].options], sectors: DATA.sectors.groups, questions: DATA.questions.options };
  globalThis.fetch = () => Promise.resolve({ ok: true, json: () => Promise.resolve(lists) });
  const [{ options, ...choice }] = DATA.choices;
  const sent = {
    ...DATA,
    lists: "asset/lists.json",
    choices: [choice],
    sectors: { value: ["oil"] },
    questions: { labels: DATA.questions.labels, value: [1, 2] },
  };
  const { page, show } = drawn();
  const optionCount = () => page.querySelectorAll("option").length;
  show(sent);
  const without = optionCount();
  for (let turn = 0; turn < 20; turn++) await null;
  equal(optionCount() - without, options.length + 2 * lists.questions.length);
  equal(page.querySelectorAll("input").filter((box) => box.value === "oil" && box.checked).length, 1);
  const other = drawn();
  other.show(sent);
  equal(other.page.querySelectorAll("option").length, optionCount());
});
