import draw, { chipBar, followLinks, lostNotice } from "../../../components/controls/page_head.js";

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

const DATA = {
  labels: {
    ...LABELS,
    ...{ citation: "Citation", clear_sectors: "All sectors", copy_citation: "Copy", done: "Done", everything: "all" },
    ...{ questions: "Questions", sectors: "Sectors", share: "Share", source: "Source", years: "Years" },
    ...{ name: "Atlas", pages: "Pages", filters: "Filters", link: "Link" },
    lost: "No connection", unanswered: "No answer",
  },
  theme: { label: "Colours", options: [["System", "As the device"]] },
  menu: { current: "dashboard.py", entries: ENTRIES, paths: ["./", "./trade"] },
  years: { lowest: 2018, highest: 2023, first: 2019, last: 2022 },
  language: { label: "Language", value: "kk", options: [["en", "English"], ["kk", "Қазақша"]] },
  sectors: { here: true, value: ["oil"], groups: [["Energy", [["energy", "Energy"], ["oil", "Oil"]]]], counts: {} },
  choices: [{ parameter: "trade", label: "Table", here: true, source: true, value: "table7", options: [["table6", "6"], ["table7", "7"]] }],
  questions: { here: true, labels: ["First", "Second"], value: [1, 2], options: [[1, "One"], [2, "Two"]] },
  chips: CHIPS,
  share: { query: "lang=kk&sectors=oil", replaces: false, qr: "", remarks: [], citation: "Source." },
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
    isLatest: () => !seen.late,
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
    localStorage: { getItem: () => null },
    URL: class {},
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
  // Looks once a second for as long as a message stays unconfirmed, until a page is reloaded.
  const waitInVain = () => {
    for (let second = 0; second <= 21 && !seen.reloads.length; second += 1) {
      outbox.silence = 1000 * second;
      wait(1000);
    }
  };
  const wait = (milliseconds) => {
    seen.now += milliseconds;
    seen.look();
  };
  return { app, page, place, outbox, seen, show, wait, waitInVain };
}

test("a head shows menu, filters, chips and link", () => {
  const { place, seen, show } = drawn();
  show(DATA);
  const texts = (selector) => place.querySelectorAll(selector).map(({ textContent }) => textContent);
  equal(texts("output"), ["2019–2022"]);
  equal(texts(".chip").length, 2);
  equal(place.querySelector("nav").children[1].href, "./trade?lang=kk&sectors=oil");
  equal(place.querySelectorAll("select").map(({ value }) => value), ["kk", "System", "table7", "1", "2"]);
  equal(place.querySelectorAll("input").filter(({ type }) => type === "checkbox").map(({ checked }) => checked), [false, true]);
  equal(place.querySelectorAll("summary").map(({ textContent }) => textContent)[0], "Sectors: Oil");
  equal(place.querySelector(".opener").textContent, "Filters (2)");
  equal(document.documentElement.lang, "kk");
  equal([seen.sent, seen.confirmed, seen.arrived], [[["gesture", "message"]], [["tab", 3]], 1]);
  equal(place.querySelector(".lost").hidden, true);
  equal(place.querySelectorAll(".filters").map((one) => one.getAttribute("aria-label")), ["Filters"]);
});

test("a head without years and questions has no controls for them", () => {
  const { place, show } = drawn();
  show({ ...DATA, years: null, questions: null });
  equal(place.querySelector(".years").hidden, true);
  equal(place.querySelectorAll("select").length, 3);
});

test("a head is kept with new values, and rebuilt in another language with the focus kept", () => {
  const { place, show } = drawn();
  show(DATA);
  const before = place.querySelector(".bar");
  show({ ...DATA, years: { ...DATA.years, last: 2020 } });
  equal(place.querySelector(".bar") === before, true);
  equal(place.querySelector("output").textContent, "2019–2020");
  place.querySelector("select").focus();
  show({ ...DATA, labels: { ...DATA.labels, share: "Бөлісу" } });
  equal([place.querySelectorAll(".bar").length, place.querySelector(".bar") === before], [1, false]);
  equal(document.activeElement === place.querySelector("select"), true);
});

test("the language of the page is written only where it is another one", () => {
  const { show } = drawn();
  const written = [];
  Object.defineProperty(document.documentElement, "lang", {
    get: () => written.at(-1) ?? "en",
    set: (code) => written.push(code),
  });
  show(DATA);
  show({ ...DATA, years: { ...DATA.years, last: 2020 } });
  show({ ...DATA, language: { ...DATA.language, value: "en" } });
  equal(written, ["kk", "en"]);
});

test("opening the link panel requests the QR code of its address", () => {
  const { place, seen, show } = drawn();
  show(DATA);
  const panel = place.querySelector("details.share");
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

test("data of an earlier choice that come late leave the address of a later one", () => {
  const { seen, show } = drawn();
  seen.late = true;
  show({ ...DATA, share: { ...DATA.share, replaces: true } });
  equal(seen.replaced, []);
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
  const { outbox, seen, show, waitInVain } = drawn();
  show(DATA);
  outbox.waiting = { page: "dashboard.py" };
  waitInVain();
  equal(seen.reloads, ["./?applied=?lang=kk"]);
});

test("a page without confirmation is reloaded", () => {
  const { seen, show, waitInVain } = drawn();
  show(DATA);
  waitInVain();
  equal(seen.reloads.length, 1);
});

test("lists from an address are filled in when they have come, and are then at hand", async () => {
  const lists = { choices: [DATA.choices[0].options], sectors: [DATA.sectors.groups, {}], questions: DATA.questions.options };
  globalThis.fetch = () => Promise.resolve({ ok: true, json: () => Promise.resolve(lists) });
  const [{ options, ...choice }] = DATA.choices;
  const sent = {
    ...DATA,
    lists: "asset/lists.json",
    choices: [choice],
    sectors: { here: true, value: ["oil"] },
    questions: { here: true, labels: DATA.questions.labels, value: [1, 2] },
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
