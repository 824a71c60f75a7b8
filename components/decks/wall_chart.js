// A chart on a slide: colours of the theme, letters for the back row, rows that a step replaces.
const ROWS = "source";
const LARGEST_SCALE = 2;
const NARROWEST = 580;
const ERRORS_ONLY = 1;

export const recoloured = (part, colours) => {
  if (Array.isArray(part)) return part.map((one) => recoloured(one, colours));
  if (typeof part === "string") return colours[part] ?? part;
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, recoloured(value, colours)]),
  );
};

export const fitted = (spec, box, scale) => ({
  ...spec,
  width: Math.floor(box.width / scale),
  height: Math.floor(box.height / scale),
});

// The scale at which the smallest letters have at least the wanted size.
export const readableScale = (sizes, smallest, scale) => {
  const least = Math.min(...sizes);
  if (!Number.isFinite(least) || least <= 0 || least * scale >= smallest) return scale;
  return Math.min(smallest / least, LARGEST_SCALE);
};

// A chart that is lower than its room is enlarged further, as long as it keeps the width of a card.
export const roomyScale = (height, box, scale) => {
  if (typeof height !== "number" || height <= 0) return scale;
  const room = Math.min(box.height / height, box.width / NARROWEST, LARGEST_SCALE);
  return Math.max(scale, room);
};

const letterSizes = (place) =>
  [...place.querySelectorAll("svg text")]
    .filter((text) => text.textContent.trim() && Number(text.getAttribute("opacity") ?? 1) > 0)
    .map((text) => parseFloat(text.getAttribute("font-size") ?? text.style.fontSize ?? "0"));

const embedded = async (place, spec, rows, box, scale, page) => {
  const sized = { ...fitted(spec, box, scale), datasets: { [ROWS]: rows } };
  const options = {
    actions: false, renderer: "svg", logLevel: ERRORS_ONLY, tooltip: { offsetX: 16, offsetY: 16 },
  };
  const result = await page.vegaEmbed(place, sized, options);
  return result.view;
};

// Draw a chart, or only replace its rows where it is drawn by the same specification.
export const drawChart = async (drawn, place, { spec, key, rows, scale, smallest, page }) => {
  if (drawn?.key === key) {
    await drawn.view.data(ROWS, rows.map((row) => ({ ...row }))).runAsync();
    return drawn;
  }
  drawn?.view.finalize();
  const box = { width: place.clientWidth, height: place.clientHeight };
  const copies = () => rows.map((row) => ({ ...row }));
  const roomy = roomyScale(spec.height, box, scale);
  let view = await embedded(place, spec, copies(), box, roomy, page);
  const readable = readableScale(letterSizes(place), smallest, roomy);
  if (readable > roomy) {
    view.finalize();
    view = await embedded(place, spec, copies(), box, readable, page);
  }
  return { key, view };
};
