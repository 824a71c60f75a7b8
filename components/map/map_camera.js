// Views of the map: centre and zoom on a canvas, and the camera of a link, which fits any canvas.

const WORLD_PIXELS = 512;
const LEAST_ZOOM = 1;
const GREATEST_ZOOM = 9;
const NEAR = 1e-3;

const radians = (degrees) => (degrees * Math.PI) / 180;
const northingOf = (latitude) => Math.log(Math.tan(Math.PI / 4 + radians(latitude) / 2));
const latitudeOf = (northing) => ((2 * Math.atan(Math.exp(northing)) - Math.PI / 2) * 180) / Math.PI;

// View that shows the whole of some bounds (west, south, east, north) on a canvas.
export function viewOf([west, south, east, north], { width, height }) {
  const tall = northingOf(north) - northingOf(south);
  const scale = Math.min((width * 360) / (east - west), (height * 2 * Math.PI) / tall);
  const middle = (northingOf(north) + northingOf(south)) / 2;
  return {
    longitude: (west + east) / 2,
    latitude: latitudeOf(middle),
    zoom: Math.log2(scale / WORLD_PIXELS),
  };
}

export function between(one, other, share) {
  const part = (name) => one[name] + (other[name] - one[name]) * share;
  return { longitude: part("longitude"), latitude: part("latitude"), zoom: part("zoom") };
}

const within = (value, least, greatest) => Math.max(least, Math.min(greatest, value));

export function zoomed(view, step) {
  return { ...view, zoom: within(view.zoom + step, LEAST_ZOOM, GREATEST_ZOOM) };
}

// View whose content has moved by some pixels, to the right and down.
export function dragged(view, [right, down]) {
  const scale = WORLD_PIXELS * 2 ** view.zoom;
  return {
    ...view,
    longitude: view.longitude - (right / scale) * 360,
    latitude: latitudeOf(northingOf(view.latitude) + (down / scale) * 2 * Math.PI),
  };
}

// Whether two views look alike.
export function alike(one, other) {
  return ["longitude", "latitude", "zoom"].every((name) => Math.abs(one[name] - other[name]) < NEAR);
}

// How much larger than the canvas of links a canvas is, in steps of zoom.
const larger = ({ width, height }, [ownWidth, ownHeight]) =>
  Math.log2(Math.min(width / ownWidth, height / ownHeight));

// View of a camera as a link has it (`latitude,longitude,zoom`) on a canvas.
export function viewOfCamera(text, size, canvas) {
  const [latitude, longitude, zoom] = text.split(",").map(Number);
  return zoomed({ longitude, latitude, zoom: zoom + larger(size, canvas) }, 0);
}

// Camera of a view as a link has it.
export function cameraOf(view, size, { canvas, decimals: [ofDegrees, ofZoom], limits }) {
  const parts = [view.latitude, view.longitude, view.zoom - larger(size, canvas)];
  const kept = parts.map((part, place) => within(part, ...limits[place]));
  // Through a number, so that there are no zeros at the end.
  const written = kept.map((part, place) => Number(part.toFixed(place < 2 ? ofDegrees : ofZoom)));
  return written.map((part) => part || 0).join(",");
}
