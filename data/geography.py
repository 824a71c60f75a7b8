"""GeoDataFrames of lines, routes, places and countries, in degrees on WGS 84 (EPSG:4326).

Only build steps, tests and the ZIP of the data package import this module: geopandas takes longer
to import than the first page to be served.
"""

from math import nan
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import shape

from data.basemap import basemap_layer
from data.evidence.routes import routes, waypoint_positions
from data.geometry import geodesic_km, line_points
from data.load.dataset import Dataset

CRS = "EPSG:4326"

Geometry = Any  # shapely carries no types


def lines_frame(dataset: Dataset) -> gpd.GeoDataFrame:
    """Return every drawn line with its mode, precision and geodesic length.

    Returns
    -------
    GeoDataFrame
        Indexed by `line`; `mode`, `precision`, `km` (kilometres over the WGS 84 ellipsoid).

    Raises
    ------
    TableRefusedError
        If the table of lines or of waypoints did not load.
    KeyError
        If a line names an unknown waypoint.
    """
    lines, waypoints = dataset.table("lines"), dataset.table("waypoints")
    points = line_points(lines, waypoints)
    described = lines.set_index("line")[["mode", "precision"]]
    described["km"] = [geodesic_km(points[str(line)]) for line in described.index]
    geometry = [shapely.LineString(points[str(line)]) for line in described.index]
    return gpd.GeoDataFrame(described, geometry=geometry, crs=CRS)


def routes_frame(dataset: Dataset) -> gpd.GeoDataFrame:
    """Return every route or facility that can be drawn, with its names and its length.

    Returns
    -------
    GeoDataFrame
        Indexed by `route`; `name_en` … `name_ru`, `status` and `group` (its kind) as in the table
        of routes, `km` (geodesic length of the main branch; missing for a point) and `confidence`
        (precisions of its lines joined by a semicolon, or how sure the position of a point is).
        The geometry is a MultiLineString of all branches, or a point.

    Raises
    ------
    TableRefusedError
        If the table of routes did not load.
    """
    drawn = {code: route for code, route in routes(dataset).items() if route.drawn}
    names = dataset.table("routes").set_index("route").filter(regex="^name_")
    rows = names.loc[list(drawn)].assign(
        status=[route.status for route in drawn.values()],
        group=[route.kind for route in drawn.values()],
        km=[round(route.drawn_km, 1) if route.sections else nan for route in drawn.values()],
        confidence=[
            ";".join(dict.fromkeys(section.precision for section in route.sections))
            or route.confidence
            for route in drawn.values()
        ],
    )
    geometry = [
        shapely.MultiLineString([section.course for section in route.sections])
        if route.sections
        else shapely.Point(route.position)
        for route in drawn.values()
    ]
    return gpd.GeoDataFrame(rows, geometry=geometry, crs=CRS)


def places_frame(dataset: Dataset) -> gpd.GeoDataFrame:
    """Return the places of the dissertation whose position is known.

    Returns
    -------
    GeoDataFrame
        Indexed by `place`; `name_en` … `name_ru`, `kind`, `country`, and `confidence` of the
        position.

    Raises
    ------
    TableRefusedError
        If the table of places did not load.
    """
    positions = waypoint_positions(dataset)
    rows = dataset.table("places").set_index("place")
    rows = rows[rows.index.isin(list(positions))]
    named = rows.filter(regex="^(name_|kind$|country$)").assign(
        confidence=[positions[str(place)][1] for place in rows.index]
    )
    geometry = [shapely.Point(positions[str(place)][0]) for place in rows.index]
    return gpd.GeoDataFrame(named, geometry=geometry, crs=CRS)


def countries_frame() -> gpd.GeoDataFrame:
    """Return the land of every country of the ground, simplified as the map draws it.

    Returns
    -------
    GeoDataFrame
        Indexed by `country`, ISO 3166-1 codes of two letters. Lakes are part of the land.
    """
    features = basemap_layer("land")["features"]
    codes = pd.Index([feature["properties"]["code"] for feature in features], name="country")
    geometry = [shape(feature["geometry"]) for feature in features]
    return gpd.GeoDataFrame(index=codes, geometry=geometry, crs=CRS)
