import draw from "../../../components/overview/views.js";

const make = (name) => Object.assign(document.createElement("div"), { className: name });

function landing() {
  const page = freshPage();
  const [box, missing] = [make("atlas-map"), make("atlas-missing")];
  const piece = make("atlas-piece");
  piece.dataset.piece = "strip";
  page.append(box, missing, piece);
  globalThis.ResizeObserver = class {
    observe() {}
  };
  return { piece, show: (html) => draw({ parentElement: page, data: { pieces: { strip: html }, map: null } }), box };
}

test("a piece is exchanged where it differs, and stays where it does not", () => {
  const { piece, show } = landing();
  show('<p class="one"></p>');
  const [before] = piece.children;
  show('<p class="one"></p>');
  equal(piece.children[0] === before, true);
  show('<p class="other"></p>');
  equal(piece.children[0].className, "other");
});

test("a map that could not be drawn leaves the pieces standing", () => {
  const { piece, box, show } = landing();
  show('<p class="one"></p>');
  equal([box.hidden, piece.children.length], [true, 1]);
});
