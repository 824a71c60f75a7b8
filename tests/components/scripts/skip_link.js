import { skipLink } from "../../../components/controls/skip_link.js";

function clicked(heading) {
  freshPage();
  const root = skipLink("Skip", { querySelector: () => heading });
  root.happen("click");
  return root;
}

test("the focus moves to the heading of the content", () => {
  const heading = { focused: false, focus() { this.focused = true; } };
  equal(clicked(heading).textContent, "Skip");
  equal([heading.tabIndex, heading.focused], [-1, true]);
});

test("a page without a heading keeps the focus", () => {
  equal(clicked(null).textContent, "Skip");
});
