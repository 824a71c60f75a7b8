// Names on a map of deck.gl. On a canvas larger than that of links they grow with what is drawn, as
// those of the drawing in SVG do; on a smaller one they keep their size.

import { fittingScale } from "./svg_boxes.js";

const NAMES = /^labels-([\d.]+)$/;

export function growthOf(size, canvas) {
  return Math.max(1, fittingScale(size, canvas));
}

// Whether a layer is drawn at a zoom: the names of those of labels end in their least zoom. Where
// letters have grown, the same names are shown as on the canvas of links.
export function drawnAt({ layer, viewport }, growth = 1) {
  const [, least] = NAMES.exec(layer.id) ?? [];
  return least === undefined || viewport.zoom - Math.log2(growth) >= Number(least);
}

// A layer with larger names, at a larger distance from what they name; another one as it is.
function grown(layer, growth) {
  if (growth === 1 || !NAMES.test(layer?.id ?? "")) return layer;
  const { getPixelOffset, updateTriggers } = layer.props;
  const offset = (...of) =>
    (typeof getPixelOffset === "function" ? getPixelOffset(...of) : getPixelOffset).map((one) => one * growth);
  return layer.clone({
    sizeScale: growth,
    getPixelOffset: offset,
    updateTriggers: { ...updateTriggers, getPixelOffset: growth },
  });
}

// Lets the names of a deck grow. Streamlit sets its layers again with every step of the map, so
// that they are replaced on their way; one that has been replaced stays the same for deck.gl.
export function lettersOf(deck) {
  const set = deck.setProps.bind(deck);
  let made = new Map();
  let growth = 1;
  let last = deck.props.layers;
  const larger = (layers) => {
    const before = made;
    made = new Map();
    return [layers].flat(Infinity).map((layer) => {
      made.set(layer, before.get(layer) ?? grown(layer, growth));
      return made.get(layer);
    });
  };
  deck.setProps = (props) => {
    if (!props.layers) {
      set(props);
      return;
    }
    last = props.layers;
    set({ ...props, layers: larger(last) });
  };
  return (now) => {
    if (now === growth) return;
    growth = now;
    made = new Map();
    deck.setProps({ layers: last, layerFilter: (found) => drawnAt(found, growth) });
  };
}
