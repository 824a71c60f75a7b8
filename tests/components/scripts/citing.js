import draw, { copied } from "../../../components/about/citing.js";

const WORDS = { copy: "Copy", copied: "Copied", failed: "Select the text and copy it." };

function cited(texts = [["Text", "A citation"], ["BibTeX", "@software{a}"]]) {
  const page = freshPage();
  draw({ parentElement: page, data: { ...WORDS, texts } });
  return page;
}

test("each citation has a button with a name of its own", () => {
  const names = cited().querySelectorAll("button").map((one) => one.getAttribute("aria-label"));
  equal(names, ["Copy: Text", "Copy: BibTeX"]);
});

test("the same citations are not drawn again", () => {
  const page = cited();
  const [before] = page.querySelectorAll("button");
  draw({ parentElement: page, data: { ...WORDS, texts: [["Text", "A citation"], ["BibTeX", "@software{a}"]] } });
  equal(page.querySelectorAll("button")[0] === before, true);
  draw({ parentElement: page, data: { ...WORDS, texts: [["Text", "Another"]] } });
  equal(page.querySelectorAll("button").length, 1);
});

test("without the clipboard a text is copied by the older command", async () => {
  freshPage();
  const commands = [];
  document.execCommand = (name) => {
    commands.push([name, document.body.querySelectorAll("textarea")[0].value]);
    return true;
  };
  equal(await copied("A citation"), true);
  equal(commands, [["copy", "A citation"]]);
  equal(document.body.querySelectorAll("textarea").length, 0);
});
