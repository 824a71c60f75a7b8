"""Shapes of the ground of the map."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from shapely import (
    get_parts,
)
from shapely.geometry import shape

from data.basemap import basemap_layer

POLYGON_LAYERS = ("land", "lakes")

LINE_LAYERS = ("borders", "disputed")


@cache
def countries() -> dict[str, Any]:
    """Shape of every country by code."""
    features = basemap_layer("land")["features"]
    shapes = {feature["properties"]["code"]: shape(feature["geometry"]) for feature in features}
    assert len(shapes) == len(features), "a country stands in two features"
    return shapes


@cache
def lines(name: str) -> Any:
    (feature,) = basemap_layer(name)["features"]
    return shape(feature["geometry"])


def polygons(name: str) -> Iterator[Any]:
    for feature in basemap_layer(name)["features"]:
        yield from get_parts(shape(feature["geometry"])).tolist()
