import draw from "../../../components/map/svg_component.js";

test("a map is drawn in its place, and again there", () => {
  const page = freshPage();
  globalThis.atlasOutbox = fakeOutbox();
  const [box, missing] = [document.createElement("div"), document.createElement("p")];
  [box.className, missing.className] = ["atlas-map", "atlas-missing"];
  page.append(box, missing);
  globalThis.ResizeObserver = class {
    observe() {}
  };
  globalThis.fetch = () => new Promise(() => {});
  const data = { known: "./known.json", selected: "", label: "One" };
  draw({ parentElement: page, data });
  const [ground] = box.children;
  draw({ parentElement: page, data: { ...data, label: "Other" } });
  equal(box.children[0] === ground, true);
  equal(box.getAttribute("aria-label"), "Other");
});
