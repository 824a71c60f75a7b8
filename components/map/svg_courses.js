// The ground of the small map: GeoJSON as paths of SVG, in the projection of Mercator.

// Northing of a latitude; both in degrees.
export function northing(latitude) {
  return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
}

// Returns what turns a position into pixels of the canvas, as SVG writes them.
export function projection({ origin: [west, north], scale }) {
  return ([longitude, latitude]) =>
    `${((longitude - west) * scale).toFixed(1)} ${((north - northing(latitude)) * scale).toFixed(1)}`;
}

function outline(nested, project, end) {
  return typeof nested[0][0] === "number"
    ? `M${nested.map(project).join("L")}${end}`
    : nested.map((part) => outline(part, project, end)).join("");
}

// Course of a path for lines and polygons of any depth; those of polygons are closed.
export function courseOf({ type, coordinates }, project) {
  return outline(coordinates, project, type.endsWith("Polygon") ? "Z" : "");
}
