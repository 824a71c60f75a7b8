import { codesAt, fitLabels } from "../../../components/views.js";

const make = (tag, code) => {
  const made = document.createElement(tag);
  if (code) made.dataset.code = code;
  return made;
};

// A map with a country on its ground, two lines above it, and a line of another map.
function drawn() {
  const page = freshPage();
  const [box, ground] = [make("div"), make("svg")];
  ground.className = "ground";
  const country = make("path", "AZ");
  const lines = [make("path", "btc"), make("path", "bte")];
  const elsewhere = make("path", "cpc");
  ground.append(country);
  box.append(ground, ...lines);
  page.append(box, elsewhere);
  const at = (target, ...below) => {
    document.elementsFromPoint = () => below;
    return codesAt(box, { target, clientX: 0, clientY: 0 });
  };
  return { at, box, country, lines, elsewhere };
}

test("a click finds what lies under the pointer, the topmost first", () => {
  const { at, lines } = drawn();
  equal(at(lines[1], lines[1], lines[0]), ["bte", "btc"]);
});

test("a click on the ground finds the country, one on a line only the line", () => {
  const { at, box, country, lines } = drawn();
  equal(at(country, country, box), ["AZ"]);
  equal(at(lines[0], lines[0], country), ["btc"]);
  equal(at(box, box), []);
});

test("what lies outside the map does not count", () => {
  const { at, lines, elsewhere } = drawn();
  equal(at(lines[0], elsewhere, lines[0]), ["btc"]);
});

test("labels that touch one before them are hidden, and letters keep their size", () => {
  freshPage();
  const box = make("div");
  const labels = [0, 5, 20].map((left) =>
    Object.assign(make("text"), {
      getBoundingClientRect: () => ({ left, right: left + 10, top: 0, bottom: 10 }),
    }),
  );
  box.append(...labels);
  fitLabels(box, 0.5);
  equal(box.style["--letters"], 2);
  equal(labels.map((label) => label.classList.contains("covered")), [false, true, false]);
});
