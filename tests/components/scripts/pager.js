import draw, { pagesShown } from "../../../components/controls/pager.js";

const NAMES = {
  label: "Тізім беттері", back: "Алдыңғы бет", forward: "Келесі бет",
  numbers: ["1", "2", "3", "4", "5", "6", "7"],
  pages: ["1-бет", "2-бет", "3-бет", "4-бет", "5-бет", "6-бет", "7-бет"],
};

function drawn() {
  const page = freshPage();
  const sent = [];
  const setStateValue = (name, value) => sent.push([name, value]);
  const show = (number, count = 7) =>
    draw({ parentElement: page, data: { page: number, count, names: NAMES }, setStateValue });
  const buttons = () => page.querySelectorAll("button");
  const current = () =>
    buttons().filter((one) => one.getAttribute("aria-current")).map((one) => one.textContent);
  return { page, sent, show, buttons, current };
}

test("pages around the current one, the first and the last have a button", () => {
  equal(pagesShown(1, 1), [1]);
  equal(pagesShown(1, 7), [1, 2, 0, 7]);
  equal(pagesShown(4, 7), [1, 2, 3, 4, 5, 6, 7]);
  equal(pagesShown(5, 9), [1, 0, 4, 5, 6, 0, 9]);
  equal(pagesShown(9, 9), [1, 0, 8, 9]);
});

test("buttons are named in the language of the page, and the first page has none before it", () => {
  const { page, show, buttons } = drawn();
  show(1);
  equal(page.querySelector("nav").getAttribute("aria-label"), "Тізім беттері");
  equal(buttons().map((one) => one.getAttribute("aria-label")), [
    "Алдыңғы бет", "1-бет", "2-бет", "7-бет", "Келесі бет",
  ]);
  equal([buttons()[0].disabled, buttons().at(-1).disabled], [true, false]);
});

test("a click turns the page at once and tells the server", () => {
  const { sent, show, buttons, current } = drawn();
  show(1);
  buttons().at(-1).happen("click");
  equal(current(), ["2"]);
  buttons().find((one) => one.textContent === "2").happen("click");
  equal(sent, [["page", 2]]);
});

test("the server says which page is shown", () => {
  const { show, current } = drawn();
  show(1);
  show(3);
  equal(current(), ["3"]);
});
