import {
  alike,
  between,
  cameraOf,
  dragged,
  viewOf,
  viewOfCamera,
  zoomed,
} from "../../../components/map/map_camera.js";

const CANVAS = [680, 430];
const LINK = { canvas: CANVAS, decimals: [3, 2], limits: [[-42, 84], [-85, 180], [0, 10]] };
const size = (width, height) => ({ width, height });

test("a view shows the whole of its bounds", () => {
  const view = viewOf([-180, -60, 180, 60], size(512, 512));
  equal(view.longitude, 0);
  equal(Math.abs(view.latitude) < 1e-9, true);
  equal(Math.abs(view.zoom) < 1e-9, true);
  equal(viewOf([0, -1, 90, 1], size(512, 512)).zoom, 2);
});

test("zooming keeps to its limits, and a move ends at its aim", () => {
  const view = { longitude: 10, latitude: 40, zoom: 8.9 };
  equal(zoomed(view, 0.8).zoom, 9);
  equal(zoomed({ ...view, zoom: 1.1 }, -0.8).zoom, 1);
  equal(alike(between({ longitude: 0, latitude: 0, zoom: 1 }, view, 1), view), true);
  equal(alike(view, { ...view, zoom: 3 }), false);
});

test("what is dragged to the right and down shows more of the west and north", () => {
  const view = dragged({ longitude: 10, latitude: 0, zoom: 0 }, [51.2, 0]);
  equal(view.longitude, -26);
  equal(Math.abs(view.latitude) < 1e-9, true);
  equal(dragged(view, [0, 10]).latitude > 1, true);
});

test("a camera comes back from the canvas it was written on, without zeros at its end", () => {
  for (const text of ["41.5,51.2,4.5", "0,-0.125,3", "84,180,7.25"]) {
    for (const on of [size(680, 430), size(1500, 800), size(330, 380)]) {
      equal(cameraOf(viewOfCamera(text, on, CANVAS), on, LINK), text);
    }
  }
});

test("a canvas of half the width shows the same part of the map, a step smaller", () => {
  const wide = viewOfCamera("41.5,51.2,4.5", size(680, 430), CANVAS);
  const narrow = viewOfCamera("41.5,51.2,4.5", size(340, 430), CANVAS);
  equal(wide, { longitude: 51.2, latitude: 41.5, zoom: 4.5 });
  equal(narrow, { ...wide, zoom: 3.5 });
});

test("a camera beyond the ground is written at its edge", () => {
  equal(cameraOf({ latitude: 89, longitude: 200, zoom: 4 }, size(680, 430), LINK), "84,180,4");
});
