"""Simplification of the basemap: every arc once, finely where the routes run."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from math import sqrt

from shapely.geometry import LineString, Polygon

from data.build.topology import RING_LENGTH, Line, Position, Topology, ring_of

#: Where the routes run: drawn finely, three decimals. Elsewhere coarsely, two decimals.
DETAILED = (18.0, 33.0, 92.0, 56.0)
FINE_TOLERANCE = 0.012
COARSE_TOLERANCE = 0.05
#: A shape gives up at most this part of its own breadth, so that small islands stay islands.
SHARE_OF_BREADTH = 0.06


def is_detailed(lon: float, lat: float) -> bool:
    """Return whether a position lies in the part of the map that is drawn finely."""
    west, south, east, north = DETAILED
    return west <= lon <= east and south <= lat <= north


def rounded(position: Position) -> Position:
    """Round a position in degrees: three decimals where the map is fine, two elsewhere."""
    lon, lat = position
    decimals = 3 if is_detailed(lon, lat) else 2
    return (round(lon, decimals), round(lat, decimals))


def _without_repeats(line: Iterable[Position]) -> Line:
    return [position for position, _ in groupby(line)]


def _runs(line: Line) -> Iterator[tuple[bool, Line]]:
    """Cut an arc where it enters or leaves the detailed part; runs share the point of the cut."""
    start = 0
    inside = [is_detailed(*position) for position in line]
    for index in range(1, len(line)):
        if index == len(line) - 1 or inside[index] != inside[index - 1]:
            yield inside[index - 1], line[start : index + 1]
            start = index


def _simplified(line: Line, breadth: float) -> Line:
    """Simplify one arc between its fixed ends and round it."""
    out: Line = []
    for detailed, run in _runs(line):
        zone = FINE_TOLERANCE if detailed else COARSE_TOLERANCE
        tolerance = min(zone, SHARE_OF_BREADTH * breadth)
        part = list(LineString(run).simplify(tolerance, preserve_topology=True).coords)
        out += part[1:] if out else part
    return _without_repeats(rounded((lon, lat)) for lon, lat in out)


def _breadths(topology: Topology) -> dict[int, float]:
    """Return for every arc the breadth of the smallest ring it belongs to."""
    breadths: dict[int, float] = defaultdict(lambda: 360.0)
    for feature in topology.features:
        for rings in feature.polygons:
            for ring in rings:
                line = ring_of(topology.arcs, ring)
                area = Polygon(line).area if len(line) >= RING_LENGTH else 0.0
                for number in ring:
                    arc = max(number, ~number)
                    breadths[arc] = min(breadths[arc], sqrt(area))
    return breadths


def simplify(topology: Topology) -> Topology:
    """Simplify every arc between its fixed ends, so that neighbours keep the same line."""
    breadths = _breadths(topology)
    arcs = [_simplified(line, breadths[number]) for number, line in enumerate(topology.arcs)]
    return Topology(arcs, topology.features)
