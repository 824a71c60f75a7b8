import { keyList } from "../../../components/controls/key_list.js";

const TEXTS = {
  rows: [[["N", "P"], "next, previous"], [["?"], "list of keys"]],
  remark: "No field has the focus.",
  active: "Single keys",
  close: "Close",
};

function list() {
  const page = freshPage();
  const keys = {
    on: true,
    put(on) {
      this.on = on;
    },
  };
  const made = keyList("Keys", keys);
  const [opener, dialog] = made.root.children;
  dialog.showModal = () => Object.assign(dialog, { open: true });
  dialog.close = () => Object.assign(dialog, { open: false });
  page.append(made.root);
  made.update(TEXTS);
  return { made, keys, opener, dialog, box: dialog.querySelector("input"), close: dialog.querySelector("button") };
}

test("a named button opens the list, with each key and its meaning", () => {
  const { made, opener, dialog } = list();
  equal([opener.getAttribute("aria-label"), made.open], ["Keys", false]);
  opener.happen("click");
  equal(made.open, true);
  equal(dialog.querySelectorAll("kbd").map(({ textContent }) => textContent), ["N", "P", "?"]);
  equal(dialog.querySelectorAll("dd").map(({ textContent }) => textContent), ["next, previous", "list of keys"]);
});

test("its key, its button and a press beside it close the list", () => {
  const { made, dialog, close } = list();
  for (const end of [made.toggle, () => close.happen("click"), () => dialog.happen("click")]) {
    made.toggle();
    equal(made.open, true);
    end();
    equal(made.open, false);
  }
  made.toggle();
  dialog.querySelector("dd").happen("click");
  equal(made.open, true);
});

test("the switch shows and changes whether single keys are on", () => {
  const { made, keys, box } = list();
  keys.on = false;
  made.toggle();
  equal(box.checked, false);
  box.checked = true;
  box.happen("change");
  equal(keys.on, true);
});

test("texts that are the same are not drawn again", () => {
  const { made, dialog } = list();
  const [first] = dialog.children;
  made.update(TEXTS);
  equal(dialog.children[0] === first, true);
});
