import { withStyle } from "../../../components/served_style.js";

globalThis.CSSStyleSheet = class {
  replaceSync(text) {
    this.text = text;
  }
};

function componentIn(root) {
  return { parentElement: { getRootNode: () => root } };
}

test("a component draws with its style, which its root gets once", () => {
  const root = { adoptedStyleSheets: [] };
  const draw = withStyle(() => "drawn", "p { color: red }");
  equal(draw(componentIn(root)), "drawn");
  equal(draw(componentIn(root)), "drawn");
  equal(root.adoptedStyleSheets.map((sheet) => sheet.text), ["p { color: red }"]);
});

test("a component without a style changes nothing", () => {
  const root = { adoptedStyleSheets: [] };
  withStyle(() => null, "")(componentIn(root));
  equal(root.adoptedStyleSheets, []);
});
