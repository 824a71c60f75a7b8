"""Shapes of countries and lakes, and the lines between countries, for the basemap."""

from collections.abc import Iterable, Sequence

import geopandas as gpd
import pandas as pd
import shapely
from babel.core import get_global
from shapely.geometry import LineString, MultiLineString, Polygon, box

from data.basemap import EXTENT
from data.build.boundaries import CUTS, DISPUTED, MERGED, MOVED, OMITTED, UNCODED
from data.build.polygons import Geometry, in_pieces
from data.build.simplify import TOLERANCE, is_detailed, rounded, simplified

#: Smaller islands and lakes are left out, in square degrees; a country keeps its largest part.
SMALLEST_LAND = {True: 0.001, False: 0.02}
SMALLEST_LAKE = {True: 0.025, False: 0.05}


def _code(number: str | None, name: str) -> str | None:
    """Return the code a feature is drawn under, None where it is left out."""
    if number is None or pd.isna(number):
        return UNCODED.get(name)
    code: str
    (code,) = get_global("territory_aliases")[number]
    return MERGED.get(code, code)


def _clipped(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Cut areas off at the edge of the map.

    The edge has a point at every second degree, since d3-geo bends a longer side of a polygon
    along the great circle.
    """
    edge = shapely.segmentize(box(*EXTENT), 2.0)
    return in_pieces(frame.set_geometry(frame.intersection(edge)))


def _large_enough(frame: gpd.GeoDataFrame, smallest: dict[bool, float]) -> pd.Series:
    """Tell which polygons are large enough to be seen."""
    return pd.Series(
        [
            polygon.area >= smallest[is_detailed(polygon.centroid.x, polygon.centroid.y)]
            for polygon in frame.geometry
        ],
        index=frame.index,
    )


def _without_gaps(lands: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Fill the small holes in which no other country lies."""
    tree = shapely.STRtree(lands.geometry.array)

    def is_country(hole: Geometry) -> bool:
        area = Polygon(hole)
        found = tree.query(area, predicate="intersects")
        covered = sum(area.intersection(tree.geometries[index]).area for index in found)
        return bool(area.area >= SMALLEST_LAND[False] or covered > area.area / 2)

    filled = [
        Polygon(land.exterior, [hole for hole in land.interiors if is_country(hole)])
        for land in lands.geometry
    ]
    return lands.set_geometry(gpd.GeoSeries(filled, lands.index, crs=lands.crs))


def lands_of(polygons: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return each country's simplified land within the map, indexed by `code`.

    Parameters
    ----------
    polygons : GeoDataFrame
        All polygons with the `id` (ISO number) and the `name` of their feature.
    """
    codes = [_code(*row) for row in zip(polygons["id"], polygons["name"], strict=True)]
    named = polygons.assign(code=codes).dropna(subset=["code"])
    for move in MOVED:
        given = (named["code"] == move.giver) & named.contains(shapely.Point(move.within))
        named.loc[given, "code"] = move.taker
    pieces = _clipped(named[["code", "geometry"]].dissolve("code").reset_index())
    areas = pd.Series(shapely.area(pieces.geometry.array), pieces.index)
    largest = pieces.index.isin(areas.groupby(pieces["code"]).idxmax())
    return simplified(_without_gaps(pieces[_large_enough(pieces, SMALLEST_LAND) | largest]))


def cut_lands(lands: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, list[Geometry]]:
    """Hand over the areas of `CUTS`; return the lands and the new lines between them."""
    handed, lines = lands.copy(), []
    for cut in CUTS:
        area = Polygon([*cut.line, *cut.far_side])
        giver, taker = (handed.geometry[code] for code in (cut.giver, cut.taker))
        lines.append(LineString(cut.line).intersection(giver))
        handed.loc[cut.giver, "geometry"] = giver.difference(area)
        handed.loc[cut.taker, "geometry"] = taker.union(giver.intersection(area))
    return handed, lines


def _facing_d3(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Turn outer rings clockwise.

    RFC 7946 asks for the opposite. But d3-geo, which draws Vega-Lite's maps on the sphere, takes
    the side to the right of a ring for its inside, and an anticlockwise country would fill the
    globe around it. The map of deck.gl takes either.
    """
    return frame.set_geometry(frame.geometry.orient_polygons(exterior_cw=True))


def country_shapes(lands: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Round the lands and clear what rounding has left over."""
    near = lands.set_geometry(rounded(lands.geometry.array)).reset_index()
    return _facing_d3(in_pieces(near).dissolve("code"))


def lake_shapes(polygons: gpd.GeoDataFrame) -> list[Geometry]:
    """Return the lakes, each once: the source holds some twice."""
    single = gpd.GeoDataFrame(geometry=[polygons.union_all()], crs=polygons.crs)
    lakes = _clipped(single)
    lakes = lakes[_large_enough(lakes, SMALLEST_LAKE)]
    fine = [is_detailed(lake.centroid.x, lake.centroid.y) for lake in lakes.geometry]
    thinned = [
        shapely.coverage_simplify(lake, TOLERANCE[detailed])
        for lake, detailed in zip(lakes.geometry, fine, strict=True)
    ]
    return list(_facing_d3(in_pieces(lakes.set_geometry(rounded(thinned)))).geometry)


# --- Lines ------------------------------------------------------------------------------------


def lines_of(lands: gpd.GeoDataFrame, cuts: Sequence[Geometry]) -> tuple[Geometry, Geometry]:
    """Return the international borders and the lines to be dashed."""
    edges = lands.boundary
    solid, dashed = [], list(cuts)
    for one, other in zip(*lands.sindex.query(lands.geometry, predicate="intersects"), strict=True):
        if one >= other:
            continue
        codes = frozenset({lands.index[one], lands.index[other]})
        rest = edges.iloc[one].intersection(edges.iloc[other])
        if codes in OMITTED:
            rest = rest.difference(box(*OMITTED[codes]))
        if codes in DISPUTED:
            window = box(*DISPUTED[codes])
            dashed.append(rest.intersection(window))
            rest = rest.difference(window)
        solid.append(rest)
    return _merged_lines(solid), _merged_lines(dashed)


def _merged_lines(lines: Iterable[Geometry]) -> Geometry:
    parts = [
        part
        for line in lines
        for part in shapely.get_parts(shapely.get_parts(rounded(line))).tolist()
        if isinstance(part, LineString) and part.length > 0
    ]
    merged = shapely.remove_repeated_points(shapely.line_merge(MultiLineString(parts)))
    return MultiLineString(shapely.get_parts(merged).tolist())
