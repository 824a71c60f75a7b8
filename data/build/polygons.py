"""Polygons of a TopoJSON file in degrees, each valid and in one piece."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from data.geography import CRS

WESTERNMOST = -180.0
"""A ring that runs on below it began on the far side of the antimeridian: it is turned east."""

DECIMALS = 5
"""The source is quantised to 0.0004 degrees; turning must not add digits of its own."""

Geometry = Any  # shapely carries no types


def _unwrapped(ring: Geometry) -> NDArray[np.float64]:
    """Let longitudes run on over the antimeridian instead of jumping to the other side.

    Without it Russia's Pacific end would be drawn right across the map, over Scandinavia.
    """
    positions: NDArray[np.float64] = shapely.get_coordinates(ring)
    positions[:, 0] = np.unwrap(positions[:, 0], period=360)
    if positions[:, 0].min() < WESTERNMOST:
        positions[:, 0] += 360
    return positions.round(DECIMALS)


def _polygon(polygon: Geometry) -> Geometry:
    return shapely.Polygon(
        _unwrapped(polygon.exterior), [_unwrapped(hole) for hole in polygon.interiors]
    )


def in_pieces(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Make areas valid and part them; what has no area is dropped."""
    sound = frame.set_geometry(frame.make_valid(method="structure", keep_collapsed=False))
    pieces = sound.explode(ignore_index=True)
    has_area = shapely.area(pieces.geometry.array) > 0
    return pieces[(pieces.geom_type == "Polygon") & has_area].reset_index(drop=True)


def read_polygons(world: Mapping[str, Any], layer: str, folder: Path) -> gpd.GeoDataFrame:
    """Read the polygons of one layer of a TopoJSON topology.

    Parameters
    ----------
    world : mapping
        The topology.
    layer : str
        Name of the layer.
    folder : Path
        Where a file may be written, which GDAL reads.

    Returns
    -------
    GeoDataFrame
        One row a polygon, with the columns `id` and `name` of its feature if it has any.
    """
    file = folder / f"{layer}.json"
    file.write_text(json.dumps(world), encoding="utf-8")
    features = gpd.read_file(file, layer=layer)
    whole = features[~(features.is_empty | features.geometry.isna())].explode(ignore_index=True)
    polygons = whole[(whole.geom_type == "Polygon") & ~whole.is_empty]
    turned = gpd.GeoSeries([_polygon(polygon) for polygon in polygons.geometry], polygons.index)
    return in_pieces(polygons.set_geometry(turned).set_crs(CRS, allow_override=True))
