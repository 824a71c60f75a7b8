"""Small basemap for the landing page: ``python -m data.build.small_basemap`` writes it.

It reads the layers that `data.build.basemap` has written and needs nothing else. All boundaries
are those of the large layers; only their detail is less. One file holds them, since a browser
draws a map of one file sooner.
"""

import json
from collections.abc import Iterator
from typing import Any

import shapely
from shapely.geometry import box, mapping, shape
from shapely.geometry.polygon import orient

from data.basemap import BASEMAP_FOLDER, LAYERS, SMALL, basemap_layer

#: What a small map can show: the Atlantic to the Yellow Sea, the Red Sea to the Urals.
SMALL_EXTENT = (-4.0, 8.0, 128.0, 68.0)

#: A little more than half a pixel of a map of 400 pixels, in degrees.
TOLERANCE = 0.15

#: The same for the area that is cut off land between neighbours, as the root of square degrees.
LAND_TOLERANCE = 0.3

#: Islands and lakes smaller than a pixel are left out, in square degrees.
SMALLEST_AREA = 0.08

DECIMALS = 2

Geometry = Any  # shapely carries no types
Nested = Any  # positions in lists of any depth


def _coordinates(nested: Nested) -> Nested:
    """Round positions however deep they lie."""
    if isinstance(nested, float):
        return round(nested, DECIMALS)
    return [_coordinates(part) for part in nested]


def _without_specks(geometry: Geometry) -> Geometry:
    """Leave out the smallest islands; the largest part of a country stays."""
    parts = list(getattr(geometry, "geoms", [geometry]))
    largest = max(parts, key=lambda part: part.area)
    # Browsers draw the inside of a ring that runs clockwise.
    kept = [orient(part, -1.0) for part in parts if part.area >= SMALLEST_AREA or part is largest]
    return shapely.MultiPolygon(kept) if len(kept) > 1 else kept[0]


def _thinned(name: str) -> Iterator[dict[str, Any]]:
    """Yield the features of a layer with the detail that a small map can show."""
    features = basemap_layer(name)["features"]
    shapes = [shape(feature["geometry"]) for feature in features]
    areas = name in ("land", "lakes")
    thinned = (
        shapely.coverage_simplify(shapes, LAND_TOLERANCE)
        if name == "land"
        else shapely.simplify(shapes, TOLERANCE)
    )
    frame = box(*SMALL_EXTENT)
    for feature, whole, geometry in zip(features, shapes, thinned, strict=True):
        seen = shapely.intersection(geometry, frame)
        if areas:
            parts = [
                part
                for part in shapely.get_parts(seen)
                if part.geom_type in ("Polygon", "MultiPolygon")
            ]
            seen = shapely.MultiPolygon(parts) if parts else shapely.Polygon()
        if seen.is_empty or (name == "lakes" and whole.area < SMALLEST_AREA):
            continue
        drawn = mapping(_without_specks(seen) if areas else seen)
        yield {
            "type": "Feature",
            "properties": {"layer": name, **feature["properties"]},
            "geometry": {
                "type": drawn["type"],
                "coordinates": _coordinates(drawn["coordinates"]),
            },
        }


def small_basemap() -> dict[str, Any]:
    """Return all layers of the basemap as one GeoJSON feature collection for a small map."""
    features = [feature for name in LAYERS for feature in _thinned(name)]
    return {"type": "FeatureCollection", "features": features}


def write_small_basemap() -> None:
    """Write the small basemap beside the large layers."""
    text = json.dumps(small_basemap(), separators=(",", ":"))
    (BASEMAP_FOLDER / f"{SMALL}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_small_basemap()
