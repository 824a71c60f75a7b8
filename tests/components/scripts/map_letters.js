import { drawnAt, growthOf, lettersOf } from "../../../components/map/map_letters.js";

const CANVAS = [680, 430];

test("letters grow with a canvas that is larger than that of links, and never shrink", () => {
  equal(
    [[680, 430], [1360, 860], [1700, 645], [330, 380]].map(([width, height]) => growthOf({ width, height }, CANVAS)),
    [1, 2, 1.5, 1],
  );
});

test("labels are drawn from the zoom on that their layer names, other layers at any", () => {
  const at = (id, zoom, growth) => drawnAt({ layer: { id }, viewport: { zoom } }, growth);
  equal([at("labels-3.62", 3.6), at("labels-3.62", 3.62), at("labels-0.00", 1)], [false, true, true]);
  equal([at("strokes", 1), at("routes-0", 1), at("borders-#F2F2F2", 1)], [true, true, true]);
  // Twice as large is one step of zoom: the names of the smaller canvas.
  equal([at("labels-3.62", 4.6, 2), at("labels-3.62", 4.62, 2)], [false, true]);
});

// A layer of deck.gl; `made` counts how often it was cloned.
function layerOf(id, props = {}, made = []) {
  return {
    id,
    props,
    clone(more) {
      made.push(id);
      return layerOf(id, { ...props, ...more }, made);
    },
  };
}

function deckWith(layers) {
  const deck = { props: { layers } };
  deck.setProps = (props) => Object.assign(deck.props, props);
  return deck;
}

test("names and their distances grow, other layers stay; the same layers are replaced once", () => {
  const made = [];
  const names = layerOf("labels-0.00", { getPixelOffset: ({ offset }) => offset || [7, 0] }, made);
  const strokes = layerOf("strokes", {}, made);
  const deck = deckWith([strokes, names]);
  const grow = lettersOf(deck);
  grow(1);
  equal(deck.props.layers[1] === names, true);
  grow(2);
  const [first, second] = deck.props.layers;
  equal([first === strokes, second.props.sizeScale], [true, 2]);
  equal([{ offset: [-7, 3] }, {}].map(second.props.getPixelOffset), [[-14, 6], [14, 0]]);
  // Streamlit sets the same layers with every step of the map.
  deck.setProps({ viewState: {} });
  deck.setProps({ layers: [strokes, names] });
  equal([deck.props.layers[1] === second, made], [true, ["labels-0.00"]]);
  equal(deck.props.layerFilter({ layer: names, viewport: { zoom: 1 } }), true);
  grow(1);
  equal(deck.props.layers[1] === names, true);
});

test("layers of a new choice grow as well", () => {
  const deck = deckWith([]);
  lettersOf(deck)(1.5);
  deck.setProps({ layers: [[layerOf("labels-2.00", { getPixelOffset: [4, 2] })]] });
  const [{ props }] = deck.props.layers;
  equal([props.sizeScale, props.getPixelOffset()], [1.5, [6, 3]]);
});
