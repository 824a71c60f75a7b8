"""Simplification of the basemap: as a coverage, finely where the routes run."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import box

from data.basemap import EXTENT
from data.build.polygons import Geometry, in_pieces

DETAILED = (18.0, 33.0, 92.0, 56.0)
"""Where the routes run: drawn finely, three decimals. Elsewhere coarsely, two decimals."""

TOLERANCE = {True: 0.0265, False: 0.075}
"""Square root of the area in square degrees that a corner may cut off, by `is_detailed`."""

SEA = "sea"
"""Code of the filling between the countries, so that coasts are shared lines as well."""


def is_detailed(lon: float, lat: float) -> bool:
    """Return whether a position lies in the part of the map that is drawn finely."""
    west, south, east, north = DETAILED
    return west <= lon <= east and south <= lat <= north


def rounded(geometry: Geometry) -> Geometry:
    """Round positions in degrees: three decimals where the map is fine, two elsewhere."""
    (west, south, east, north), position = DETAILED, shapely.get_coordinates(geometry)
    lon, lat = position[:, 0], position[:, 1]
    fine = (west <= lon) & (lon <= east) & (south <= lat) & (lat <= north)
    near = np.where(fine[:, None], position.round(3), position.round(2))
    return shapely.set_coordinates(geometry, near)


def _simplified_within(area: Geometry, lands: gpd.GeoDataFrame, tolerance: float) -> Geometry:
    """Simplify the lands in a part of the map; what meets the edge of the part stays there."""
    inside = in_pieces(lands.set_geometry(lands.intersection(area)))
    sea = area.difference(inside.union_all())
    filled = pd.concat(
        [inside, gpd.GeoDataFrame({"code": [SEA]}, geometry=[sea], crs=lands.crs)],
        ignore_index=True,
    )
    filled.geometry = shapely.coverage_simplify(
        filled.geometry.array, tolerance, simplify_boundary=False
    )
    return filled[filled["code"] != SEA]


def simplified(lands: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Simplify a coverage so that neighbours keep the same line.

    Parameters
    ----------
    lands : GeoDataFrame
        Polygons with a `code`, clipped to the map.

    Returns
    -------
    GeoDataFrame
        One row a country, indexed by `code`.
    """
    fine = box(*DETAILED)
    parts = [
        _simplified_within(area, lands, TOLERANCE[detailed])
        for detailed, area in ((True, fine), (False, box(*EXTENT).difference(fine)))
    ]
    return pd.concat(parts).dissolve("code")
