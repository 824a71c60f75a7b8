"""TopoJSON topologies: arcs in degrees, and the polygons made of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shapely.geometry import Polygon

Position = tuple[float, float]
Line = list[Position]
Geometry = Any  # shapely carries no types


#: Positions of the shortest closed ring, a triangle.
RING_LENGTH = 4
#: A ring that runs on below it began on the far side of the antimeridian: it is turned east.
WESTERNMOST = -180.0


@dataclass(frozen=True)
class Feature:
    """One object of a topology: its name, its ISO number and the arcs of its polygons' rings."""

    name: str
    number: str | None
    polygons: list[list[list[int]]]


@dataclass(frozen=True)
class Topology:
    """Arcs in degrees and the features made of them."""

    arcs: list[Line]
    features: list[Feature]


def _unwrapped(line: Iterable[Position]) -> Line:
    """Let longitudes run on over the antimeridian instead of jumping to the other side.

    Without it Russia's Pacific end would be drawn right across the map, over Scandinavia.
    """
    out: Line = []
    for lon, lat in line:
        turns = round((out[-1][0] - lon) / 360) if out else 0
        out.append((lon + 360 * turns, lat))
    return out


def decode(topology: Mapping[str, Any], layer: str) -> Topology:
    """Turn quantised differences into degrees, as the TopoJSON specification describes it."""
    (scale_x, scale_y), (left, bottom) = (
        topology["transform"][key] for key in ("scale", "translate")
    )
    arcs = []
    for differences in topology["arcs"]:
        x = y = 0
        line = []
        for step in differences:
            x, y = x + step[0], y + step[1]
            line.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(_unwrapped(line))
    features = [
        Feature(
            name=(shape.get("properties") or {}).get("name", ""),
            number=shape.get("id"),
            polygons=[shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"],
        )
        for shape in topology["objects"][layer]["geometries"]
        if shape["type"] in ("Polygon", "MultiPolygon")
    ]
    return Topology(arcs, features)


def ring_of(arcs: Sequence[Line], numbers: Sequence[int]) -> Line:
    """Join arcs to a ring; a number below zero is an arc run backwards."""
    ring: Line = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    ring = _unwrapped(ring)
    if min(lon for lon, _ in ring) < WESTERNMOST:
        ring = [(lon + 360, lat) for lon, lat in ring]
    return ring


def polygon_of(arcs: Sequence[Line], rings: Sequence[Sequence[int]]) -> Geometry:
    """Assemble one polygon; a ring that simplifying has closed up is left out."""
    outer, *holes = (ring_of(arcs, ring) for ring in rings)
    if not _encloses(outer):
        return Polygon()
    return Polygon(outer, [hole for hole in holes if _encloses(hole)])


def _encloses(ring: Line) -> bool:
    return len(ring) >= RING_LENGTH and Polygon(ring).area > 0
