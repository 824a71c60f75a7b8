import { closeFromOutside, dropdown, sheetOf, shortList } from "../../../components/controls/dropdowns.js";

function bar() {
  const page = freshPage();
  let opened = 0;
  const root = document.createElement("div");
  const menus = ["Choose", "Link"].map((label) =>
    dropdown(label, document.createElement("p"), {
      opened: () => {
        opened += 1;
      },
    }).root,
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

test("the title of a menu says what is chosen", () => {
  freshPage();
  const menu = dropdown("Sectors", document.createElement("p"), { className: "wide" });
  equal([menu.root.className, menu.root.children[0].textContent], ["wide", "Sectors"]);
  menu.show("Oil");
  equal(menu.root.children[0].textContent, "Sectors: Oil");
  menu.show("");
  equal(menu.root.children[0].textContent, "Sectors");
});

test("a list names two and counts the others", () => {
  equal(
    [[], ["A"], ["A", "B"], ["A", "B", "C", "D"]].map((names) => shortList(names, "all")),
    ["all", "A", "A, B", "A, B +2"],
  );
});

function sheet() {
  const page = freshPage();
  const control = document.createElement("input");
  const made = sheetOf({ filters: "Filters", done: "Done" }, [control]);
  const outside = document.createElement("p");
  page.append(made.root, outside);
  const [opener, finish] = made.root.querySelectorAll("button");
  const isOpen = () => [made.root.classList.contains("open"), opener.getAttribute("aria-expanded")];
  return { made, opener, finish, control, outside, isOpen };
}

test("one button opens the sheet and counts the filters", () => {
  const { made, opener, finish, isOpen } = sheet();
  made.update(2, true);
  equal([opener.textContent, ...isOpen()], ["Filters (2)", false, "false"]);
  made.update(0, true);
  opener.happen("click");
  equal([opener.textContent, ...isOpen()], ["Filters", true, "true"]);
  equal(document.activeElement === finish, true);
  opener.happen("click");
  equal(isOpen(), [false, "false"]);
});

test("a page without filters has no button for them", () => {
  const { made, opener } = sheet();
  made.update(0, false);
  equal(opener.hidden, true);
  made.update(0, true);
  equal(opener.hidden, false);
});

test("the sheet closes by its button and by Escape, which return the focus", () => {
  const { opener, finish, control, isOpen } = sheet();
  for (const end of [() => finish.happen("click"), () => control.happen("keydown", { key: "Escape" })]) {
    opener.happen("click");
    end();
    equal([...isOpen(), document.activeElement === opener], [false, "false", true]);
  }
});

test("the sheet closes with a press outside, or when the focus leaves it", () => {
  const { opener, control, outside, isOpen } = sheet();
  opener.happen("click");
  control.happen("pointerdown");
  control.happen("focusout", { relatedTarget: opener });
  control.happen("focusout", { relatedTarget: null });
  equal(isOpen()[0], true);
  outside.happen("pointerdown");
  equal(isOpen()[0], false);
  opener.happen("click");
  control.happen("focusout", { relatedTarget: outside });
  equal(isOpen()[0], false);
});

test("a removed sheet does not react to presses", () => {
  const { made, outside } = sheet();
  made.root.remove();
  outside.happen("pointerdown");
  equal(document.listeners.pointerdown, []);
});

test("a key unfolds the sheet where its opener is shown", () => {
  const { made, opener, isOpen } = sheet();
  opener.checkVisibility = () => false;
  made.unfold();
  equal(isOpen()[0], false);
  opener.checkVisibility = () => true;
  made.unfold();
  equal(isOpen()[0], true);
});
