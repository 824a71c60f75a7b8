"""Shapes of countries and lakes, and the lines between countries, for the basemap."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import shapely
from babel.core import get_global
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, box

from data.basemap import EXTENT
from data.build.boundaries import CUTS, DISPUTED, MERGED, MOVED, OMITTED, UNCODED
from data.build.simplify import is_detailed, rounded
from data.build.topology import Feature, Geometry, Topology, polygon_of

#: Smaller islands and lakes are left out, in square degrees; a country keeps its largest part.
SMALLEST_LAND = {True: 0.001, False: 0.02}
SMALLEST_LAKE = {True: 0.025, False: 0.05}


def _parts(geometry: Geometry) -> list[Geometry]:
    """Return the polygons of a geometry, made valid; points and lines left over are dropped."""
    sound = geometry if geometry.is_valid else shapely.make_valid(geometry)
    singles = shapely.get_parts(shapely.get_parts(sound)).tolist()
    return [
        shapely.remove_repeated_points(part)
        for part in singles
        if isinstance(part, Polygon) and part.area > 0
    ]


def _round_geometry(geometry: Geometry) -> Geometry:
    """Round what cutting and clipping have added; what is rounded already stays as it is."""
    return shapely.transform(
        geometry, lambda positions: np.array([rounded((x, y)) for x, y in positions.tolist()])
    )


def _clipped(geometry: Geometry) -> Geometry:
    """Cut a geometry off at the edge of the map.

    The edge has a point at every second degree, since d3-geo bends a longer side of a polygon
    along the great circle.
    """
    return shapely.intersection(geometry, shapely.segmentize(box(*EXTENT), 2.0))


def _code(feature: Feature) -> str | None:
    """Return the code a feature is drawn under, None where it is left out."""
    if feature.number is None:
        return UNCODED.get(feature.name)
    code: str
    (code,) = get_global("territory_aliases")[feature.number]
    return MERGED.get(code, code)


def lands_of(topology: Topology) -> dict[str, Geometry]:
    """Return each country's land as one geometry, not yet clipped."""
    pieces: dict[str, list[Geometry]] = defaultdict(list)
    for feature in topology.features:
        code = _code(feature)
        if code is None:
            continue
        for rings in feature.polygons:
            for part in _parts(polygon_of(topology.arcs, rings)):
                owner = next(
                    (
                        move.taker
                        for move in MOVED
                        if move.giver == code and part.contains(shapely.Point(move.within))
                    ),
                    code,
                )
                pieces[owner].append(part)
    return {code: shapely.union_all(parts) for code, parts in pieces.items()}


def cut_lands(lands: Mapping[str, Geometry]) -> tuple[dict[str, Geometry], list[Geometry]]:
    """Hand over the areas of `CUTS`; return the lands and the new lines between them."""
    handed, lines = dict(lands), []
    for cut in CUTS:
        area = Polygon([*cut.line, *cut.far_side])
        giver, taker = handed[cut.giver], handed[cut.taker]
        lines.append(LineString(cut.line).intersection(giver))
        handed[cut.giver] = giver.difference(area)
        handed[cut.taker] = taker.union(giver.intersection(area))
    return handed, lines


def _worth_drawing(
    parts: Sequence[Geometry], smallest: Mapping[bool, float], *, keep_largest: bool
) -> list[Geometry]:
    """Leave out what is too small to see, but never all of a country."""
    largest = max(parts, key=lambda part: part.area) if parts and keep_largest else None
    return [
        part
        for part in parts
        if part is largest or part.area >= smallest[is_detailed(part.centroid.x, part.centroid.y)]
    ]


def _without_gaps(part: Geometry, others: shapely.STRtree) -> Geometry:
    """Fill the small holes of a polygon in which no other country lies."""

    def is_country(hole: Geometry) -> bool:
        area = Polygon(hole)
        found = others.query(area, predicate="intersects")
        covered = sum(area.intersection(others.geometries[index]).area for index in found)
        return bool(area.area >= SMALLEST_LAND[False] or covered > area.area / 2)

    return Polygon(part.exterior, [hole for hole in part.interiors if is_country(hole)])


def _facing_d3(parts: Sequence[Geometry]) -> Geometry:
    """Return polygons as one geometry whose outer rings run clockwise.

    RFC 7946 asks for the opposite. But d3-geo, which draws Vega-Lite's maps on the sphere, takes
    the side to the right of a ring for its inside, and an anticlockwise country would fill the
    globe around it. The map of deck.gl takes either.
    """
    whole = parts[0] if len(parts) == 1 else MultiPolygon(list(parts))
    return shapely.orient_polygons(whole, exterior_cw=True)


def country_shapes(lands: Mapping[str, Geometry]) -> dict[str, Geometry]:
    """Clip, round and clear the lands; countries off the map drop out."""
    kept: dict[str, list[Geometry]] = {}
    for code, land in sorted(lands.items()):
        clipped = _parts(_round_geometry(_clipped(land)))
        parts = _worth_drawing(clipped, SMALLEST_LAND, keep_largest=True)
        if parts:
            kept[code] = parts
    everything = shapely.STRtree([part for parts in kept.values() for part in parts])
    return {
        code: _facing_d3([_without_gaps(part, everything) for part in parts])
        for code, parts in kept.items()
    }


def lake_shapes(topology: Topology) -> list[Geometry]:
    """Return the lakes, each once: the source holds some twice."""
    single = shapely.union_all(
        [
            part
            for feature in topology.features
            for rings in feature.polygons
            for part in _parts(polygon_of(topology.arcs, rings))
        ]
    )
    parts = _parts(_round_geometry(_clipped(single)))
    return [_facing_d3([part]) for part in _worth_drawing(parts, SMALLEST_LAKE, keep_largest=False)]


# --- Lines ------------------------------------------------------------------------------------


def _boundaries(topology: Topology) -> Iterator[tuple[frozenset[str], Geometry]]:
    """Yield every arc between two countries, with their codes."""
    owners: dict[int, set[str]] = defaultdict(set)
    for feature in topology.features:
        code = _code(feature)
        for rings in feature.polygons:
            for number in (number for ring in rings for number in ring):
                owners[max(number, ~number)] |= {code} if code else set()
    for number, codes in owners.items():
        if len(codes) > 1 and len(topology.arcs[number]) > 1:
            yield frozenset(codes), LineString(topology.arcs[number])


def lines_of(topology: Topology, cuts: Sequence[Geometry]) -> tuple[Geometry, Geometry]:
    """Return the international borders and the lines to be dashed."""
    solid, dashed = [], list(cuts)
    for codes, line in _boundaries(topology):
        rest = line
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
        for part in shapely.get_parts(_round_geometry(_clipped(line))).tolist()
        if isinstance(part, LineString) and part.length > 0
    ]
    merged = shapely.remove_repeated_points(shapely.line_merge(MultiLineString(parts)))
    return MultiLineString(shapely.get_parts(merged).tolist())


def without_lost_rings(lines: Geometry, shapes: Mapping[str, Geometry]) -> Geometry:
    """Drop the borders of enclaves that were too small to draw."""
    outlines = shapely.union_all([shape.boundary for shape in shapes.values()])
    return MultiLineString(
        [
            line
            for line in shapely.get_parts(lines).tolist()
            if not line.is_ring or shapely.covers(outlines, shapely.Point(line.coords[1]))
        ]
    )
