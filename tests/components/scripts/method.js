import draw from "../../../components/about/method.js";

test("the HTML is written once, and again when it changes", () => {
  const page = freshPage();
  const show = (html) => draw({ parentElement: page, data: { html } });
  show('<p class="one"></p>');
  const before = page.querySelector(".one");
  show('<p class="one"></p>');
  equal(page.querySelector(".one") === before, true);
  show('<p class="two"></p>');
  equal([page.querySelectorAll(".one").length, page.querySelectorAll(".two").length], [0, 1]);
});
