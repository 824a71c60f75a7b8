import {
  element,
  focusedIn,
  listed,
  questionsOf,
  segmentsOf,
  selectOf,
  togglesOf,
  yearOf,
  yearsOf,
} from "../../../components/controls/controls.js";

function shown(control) {
  const page = freshPage();
  page.append(...(control.roots ?? [control.root]));
  return page;
}

const TABLES = [["table6", "Table 6"], ["table7", "Table 7"]];

test("an element has properties and children", () => {
  freshPage();
  const made = element("p", { className: "note" }, "one ", element("b", {}, "two"));
  equal([made.tag, made.className, made.textContent], ["p", "note", "one two"]);
});

test("the focused element is found within its shadow tree", () => {
  const page = freshPage();
  const [inner, outer] = [element("button", {}), element("button", {})];
  const part = element("div", {}, inner);
  page.append(part, outer);
  inner.focus();
  equal(focusedIn(part) === inner, true);
  outer.focus();
  equal(focusedIn(part), null);
});

test("a select box shows options and groups, and sends the selected one", () => {
  const outbox = fakeOutbox();
  const control = selectOf({ parameter: "selected", label: "On the map" }, outbox);
  const page = shown(control);
  const state = { value: "btc", options: [["", "Nothing"]], groups: [["Routes", [["btc", "BTC"]]]] };
  control.update(state);
  const list = page.querySelector("select");
  equal(list.value, "btc");
  equal(list.options.map(({ value, textContent }) => [value, textContent]), [["", "Nothing"], ["btc", "BTC"]]);
  equal(page.querySelector("optgroup").label, "Routes");
  list.value = "";
  list.happen("change");
  equal(outbox.puts, [{ selected: "" }]);
});

test("a select box shows the unconfirmed value of the user", () => {
  const outbox = fakeOutbox();
  const control = selectOf({ parameter: "trade", label: "Table" }, outbox);
  const list = shown(control).querySelector("select");
  outbox.waiting.trade = "table6";
  control.update({ value: "table7", options: TABLES });
  equal(list.value, "table6");
  outbox.waiting = {};
  control.update({ value: "table7", options: TABLES });
  equal(list.value, "table7");
});

test("a select box keeps unchanged options", () => {
  const control = selectOf({ parameter: "trade", label: "Table" }, fakeOutbox());
  const list = shown(control).querySelector("select");
  control.update({ value: "table7", options: TABLES });
  const [option] = list.options;
  control.update({ value: "table6", options: [...TABLES] });
  equal(list.options[0] === option, true);
  control.update({ value: "table6", options: TABLES.slice(1) });
  equal(list.options.length, 1);
});

test("one radio button is checked, and a change sends another", () => {
  const outbox = fakeOutbox();
  const control = segmentsOf({ parameter: "view", label: "View" }, outbox);
  const page = shown(control);
  control.update({ value: "table7", options: TABLES });
  const boxes = page.querySelectorAll("input");
  equal(boxes.map(({ checked }) => checked), [false, true]);
  equal(new Set(boxes.map(({ name }) => name)).size, 1);
  equal(["role", "aria-label"].map((name) => control.root.getAttribute(name)), ["radiogroup", "View"]);
  boxes[0].happen("change");
  equal(outbox.puts, [{ view: "table6" }]);
  outbox.waiting.view = "table6";
  control.update({ value: "table7", options: TABLES });
  equal(page.querySelectorAll("input")[0] === boxes[0], true);
  equal(boxes.map(({ checked }) => checked), [true, false]);
  control.update({ value: "table7", options: TABLES.slice(1) });
  equal(page.querySelectorAll("input").length, 1);
});

test("a slider of one year shows it, and sends it when released", () => {
  const outbox = fakeOutbox();
  const control = yearOf({ parameter: "asof", label: "Year" }, outbox);
  const page = shown(control);
  control.update({ value: 2020, lowest: 2010, highest: 2030 });
  const [thumb, track, text] = ["input", ".track", "output"].map((one) => page.querySelector(one));
  equal([thumb.getAttribute("aria-label"), thumb.step, control.root.children[0].ariaHidden], ["Year", 1, "true"]);
  equal([thumb.value, text.textContent, track.style["--from"], track.style["--to"]], ["2020", "2020", "0%", "50%"]);
  thumb.value = 2025;
  thumb.happen("input");
  equal([text.textContent, track.style["--to"], outbox.puts.length], ["2025", "75%", 0]);
  thumb.happen("change");
  equal(outbox.puts, [{ asof: "2025" }]);
  outbox.waiting.asof = "2012";
  control.update({ value: 2020, lowest: 2010, highest: 2030 });
  equal(thumb.value, "2012");
});

function spanOf(outbox) {
  const control = yearsOf({ first_year: "First", last_year: "Last" }, outbox);
  const page = shown(control);
  const update = (first, last) => control.update({ lowest: 2018, highest: 2023, first, last });
  const [left, right] = page.querySelectorAll("input");
  const track = page.querySelector(".track");
  return { update, left, right, track, text: page.querySelector("output") };
}

test("a slider of a span shows both years and the range between them", () => {
  const { update, left, right, track, text } = spanOf(fakeOutbox());
  update(2019, 2022);
  equal([left.value, right.value, left.min, right.max], ["2019", "2022", "2018", "2023"]);
  equal([text.textContent, track.style["--from"], track.style["--to"]], ["2019–2022", "20%", "80%"]);
  equal([left.step, right.step], [1, 1]);
  right.value = 2019;
  right.happen("input");
  equal([text.textContent, track.style["--to"]], ["2019", "20%"]);
  equal([left, right].map((one) => one.getAttribute("aria-label")), ["First", "Last"]);
});

test("a span is sent when a thumb is released", () => {
  const outbox = fakeOutbox();
  const { update, left } = spanOf(outbox);
  update(2018, 2023);
  left.value = 2020;
  left.happen("input");
  equal(outbox.puts, []);
  left.happen("change");
  equal(outbox.puts, [{ years: "2020-2023" }]);
  equal(left.value, "2020");
});

test("thumbs that have passed each other exchange roles and focus", () => {
  const outbox = fakeOutbox();
  const { update, left, right } = spanOf(outbox);
  update(2018, 2020);
  left.focus();
  left.value = 2022;
  left.happen("change");
  equal(outbox.puts, [{ years: "2020-2022" }]);
  equal([left.value, right.value], ["2020", "2022"]);
  equal(document.activeElement === right, true);
  right.value = 2019;
  right.happen("change");
  equal([left.value, right.value, document.activeElement === left], ["2019", "2020", true]);
});

test("a span shows the unconfirmed years of the user", () => {
  const outbox = fakeOutbox();
  const { update, left, right } = spanOf(outbox);
  outbox.waiting.years = "2019-2021";
  update(2018, 2023);
  equal([left.value, right.value], ["2019", "2021"]);
});

test("the left thumb is on top if both are at the right end", () => {
  const { update, left } = spanOf(fakeOutbox());
  update(2023, 2023);
  equal(left.style.zIndex, 2);
  update(2022, 2023);
  equal(left.style.zIndex, 1);
});

test("codes are the unconfirmed ones, otherwise those of the server", () => {
  const outbox = fakeOutbox();
  const value = ["oil"];
  equal(listed(outbox, "sectors", value), ["oil"]);
  equal(listed(outbox, "sectors", value) === value, false);
  outbox.waiting.sectors = "gas,rail";
  equal(listed(outbox, "sectors", value), ["gas", "rail"]);
  outbox.waiting.sectors = "";
  equal(listed(outbox, "sectors", value), []);
});

test("two questions are one parameter, and cannot be the same", () => {
  const outbox = fakeOutbox();
  const control = questionsOf({ labels: ["First", "Second"] }, outbox);
  const page = shown(control);
  const options = [[1, "One"], [2, "Two"], [3, "Three"]];
  control.update({ value: [1, 2], options });
  const [first, second] = page.querySelectorAll("select");
  equal([first.value, second.value], ["1", "2"]);
  const [option] = first.options;
  control.update({ value: [1, 2], options });
  equal(first.options[0] === option, true);
  equal(first.options.map(({ disabled }) => disabled), [false, true, false]);
  equal(second.options.map(({ disabled }) => disabled), [true, false, false]);
  second.value = 3;
  second.happen("change");
  equal(outbox.puts, [{ questions: "1-3" }]);
  equal(first.options.map(({ disabled }) => disabled), [false, false, true]);
  outbox.waiting.questions = "2-3";
  control.update({ value: [1, 2], options });
  equal([first.value, second.value], ["2", "3"]);
  control.update({ value: [1, 2], options: options.slice(1) });
  equal(first.options.length, 2);
});

const KINDS = [["oil", "Oil", "#D55E00"], ["gas", "Gas", "#B4558C"], ["sea", "Sea", "#1F78B4"]];

test("toggles are all pressed by default, and each hides or shows its code", () => {
  const outbox = fakeOutbox();
  const control = togglesOf({ parameter: "layers", label: "Lines" }, outbox);
  const page = shown(control);
  control.update({ value: "", options: KINDS });
  const buttons = page.querySelectorAll("button");
  const pressed = () => buttons.map((one) => one.getAttribute("aria-pressed"));
  equal(["role", "aria-label"].map((name) => control.root.getAttribute(name)), ["group", "Lines"]);
  equal(pressed(), ["true", "true", "true"]);
  buttons[1].happen("click");
  equal(outbox.puts, [{ layers: "oil,sea" }]);
  outbox.waiting.layers = "oil,sea";
  control.update({ value: "", options: KINDS });
  equal(page.querySelectorAll("button")[0] === buttons[0], true);
  equal(pressed(), ["true", "false", "true"]);
  buttons[0].happen("click");
  buttons[1].happen("click");
  equal(outbox.puts.slice(1), [{ layers: "sea" }, { layers: "" }]);
});

test("hiding the last shown code shows all", () => {
  const outbox = fakeOutbox();
  const control = togglesOf({ parameter: "layers", label: "Lines" }, outbox);
  const page = shown(control);
  control.update({ value: "gas", options: KINDS });
  page.querySelectorAll("button")[1].happen("click");
  equal(outbox.puts, [{ layers: "" }]);
});

test("a slider of one year plays through the years if its button has names", () => {
  const outbox = fakeOutbox();
  const control = yearOf({ parameter: "asof", label: "Year", play: ["Play", "Stop"] }, outbox);
  const page = shown(control);
  control.update({ value: 2020, lowest: 2010, highest: 2030 });
  page.querySelector(".play").happen("click");
  pass(1200);
  equal(outbox.puts, [{ asof: "2021" }]);
  equal(page.querySelector("output").textContent, "2021");
  equal(shown(yearOf({ parameter: "asof", label: "Year" }, outbox)).querySelector(".play"), null);
});
