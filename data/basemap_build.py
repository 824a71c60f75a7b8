"""Build step of the basemap: run ``python -m data.basemap_build`` to write ``static/basemap/``.

It needs node's ``npm`` (to fetch two pinned packages from the registry), shapely and Babel. The
Atlas itself never runs it: the files it writes are kept in the repository.

Countries come from world-atlas (Natural Earth 4.1.0, 1:10m), lakes from plotly.js (Natural Earth
1:50m; the Aral Sea and Balkhash as they are today). Every arc of the topology is simplified
once and its ends stay where they are, so that two neighbours keep the same line.

Whose land, and which line
--------------------------
Natural Earth draws who controls the ground. The Atlas draws the practice of the United Nations
where that is clear, and a dashed line where a boundary is not settled. All decisions stand in
the tables `UNCODED`, `MERGED`, `MOVED`, `CUTS` and `DISPUTED` below, and nowhere else:

- Crimea and Sevastopol are Ukraine (General Assembly resolution 68/262); no line is drawn
  between them and Kherson.
- Cyprus is one country; its northern part, the buffer zone and the bases are not told apart.
- Baikonur, leased to Russia, is Kazakhstan.
- Western Sahara is a territory of its own (EH) up to 27°40′ N; its line with Morocco is dashed
  and the berm is not drawn.
- The Golan is Syria (Security Council resolution 497); the line of 1949 and the line of
  separation are dashed, and so are the lines of the West Bank and Gaza (PS) with Israel.
- Kosovo (user-assigned code XK) has a shape of its own; its line with the rest of Serbia is
  dashed (Security Council resolution 1244).
- Jammu and Kashmir: every line between India, Pakistan and China there is dashed, and so is the
  rest of the line between China and India. The Siachen Glacier belongs to no country's shape
  (user-assigned code XX).
- Sudan with South Sudan, the Halaib triangle, the Ilemi triangle and the demarcation line in
  Korea are dashed.
- Somaliland is Somalia. Hong Kong and Macao are China, with no international border. Taiwan
  keeps its own ISO code; no line touches it.
- Abkhazia, South Ossetia, Nagorno-Karabakh and Transnistria are not drawn: they lie in Georgia,
  Azerbaijan and Moldova.
- The southern Kurils are drawn as Natural Earth has them; reefs without a code are left out.
"""

import base64
import hashlib
import json
import logging
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from babel.core import get_global
from shapely.geometry import (
    LineString,
    MultiLineString,
    MultiPolygon,
    Polygon,
    box,
    mapping,
)

from data.basemap import BASEMAP_FOLDER, EXTENT, LAYERS

Position = tuple[float, float]
Line = list[Position]
Geometry = Any  # shapely carries no types


@dataclass(frozen=True)
class Source:
    """A package of the registry, pinned by version and by the digest of its archive."""

    name: str
    version: str
    sha512: str
    member: str


COUNTRIES = Source(
    "world-atlas",
    "2.0.2",
    "IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==",
    "package/countries-10m.json",
)
LAKES = Source(
    "plotly.js",
    "4.1.1",
    "fYLAOj091/+M4h1rmtVIkRIpdkz5/P9IdNUeB9wKmCUyvewuUdlCYR5ryqDWP7Cb36Dn4EvSrs6YKvRJ9ukNdQ==",
    "package/dist/plotly-geo-assets.js",
)

#: Where the routes run: drawn finely, three decimals. Elsewhere coarsely, two decimals.
DETAILED = (18.0, 33.0, 92.0, 56.0)
FINE_TOLERANCE = 0.012
COARSE_TOLERANCE = 0.05
#: A shape gives up at most this part of its own breadth, so that small islands stay islands.
SHARE_OF_BREADTH = 0.06
#: Smaller islands and lakes are left out, in square degrees; a country keeps its largest part.
SMALLEST_LAND = {True: 0.001, False: 0.02}
SMALLEST_LAKE = {True: 0.025, False: 0.05}
#: Positions of the shortest closed ring, a triangle.
RING_LENGTH = 4
#: A ring that runs on below it began on the far side of the antimeridian: it is turned east.
WESTERNMOST = -180.0

#: Features without an ISO number; those not named here are left out.
UNCODED = {
    "Akrotiri": "CY",
    "Baikonur": "KZ",
    "Cyprus U.N. Buffer Zone": "CY",
    "Dhekelia": "CY",
    "Kosovo": "XK",
    "N. Cyprus": "CY",
    "Siachen Glacier": "XX",
    "Somaliland": "SO",
}

#: Codes drawn as part of another country.
MERGED = {"HK": "CN", "MO": "CN"}


@dataclass(frozen=True)
class Moved:
    """A whole polygon of one country that belongs to another; `within` is a point in it."""

    giver: str
    taker: str
    within: Position


MOVED = (Moved("RU", "UA", (34.1, 45.2)),)


@dataclass(frozen=True)
class Cut:
    """A part of one country's polygons that belongs to another.

    Attributes
    ----------
    giver, taker : str
        Codes of the two countries.
    line : tuple of positions
        The boundary between them, drawn dashed.
    far_side : tuple of positions
        Closes the area that is given, beyond the giver's land.
    """

    giver: str
    taker: str
    line: tuple[Position, ...]
    far_side: tuple[Position, ...]


CUTS = (
    Cut(
        "MA",
        "EH",
        line=((-13.5, 27.667), (-8.67, 27.667)),
        far_side=((-8.0, 27.667), (-8.0, 20.0), (-18.0, 20.0), (-18.0, 27.667)),
    ),
    Cut(
        "IL",
        "SY",
        line=(
            (35.62, 33.29),
            (35.66, 33.24),
            (35.63, 33.01),
            (35.62, 32.89),
            (35.66, 32.84),
            (35.65, 32.69),
            (35.66, 32.55),
        ),
        far_side=((36.2, 32.55), (36.2, 33.6), (35.7, 33.6)),
    ),
)

WHOLE_LINE = EXTENT
#: Lines drawn dashed, by the codes on their two sides and the part of the map it holds for.
DISPUTED: Mapping[frozenset[str], tuple[float, float, float, float]] = {
    frozenset({"CN", "IN"}): WHOLE_LINE,
    frozenset({"CN", "PK"}): WHOLE_LINE,
    frozenset({"IN", "PK"}): (72.0, 32.27, 82.0, 38.0),
    frozenset({"CN", "XX"}): WHOLE_LINE,
    frozenset({"IN", "XX"}): WHOLE_LINE,
    frozenset({"PK", "XX"}): WHOLE_LINE,
    frozenset({"IL", "PS"}): WHOLE_LINE,
    frozenset({"IL", "SY"}): WHOLE_LINE,
    frozenset({"RS", "XK"}): WHOLE_LINE,
    frozenset({"SD", "SS"}): WHOLE_LINE,
    frozenset({"KE", "SS"}): WHOLE_LINE,
    frozenset({"EG", "SD"}): (33.1, 20.0, 38.0, 24.0),
    frozenset({"KP", "KR"}): WHOLE_LINE,
}
#: Lines not drawn at all: what is left of a boundary after `MOVED` and `CUTS`.
OMITTED = {frozenset({"RU", "UA"}): (32.0, 44.0, 36.0, 46.3), frozenset({"MA", "EH"}): WHOLE_LINE}


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


# --- Fetching ---------------------------------------------------------------------------------


def _fetch(source: Source, folder: Path) -> Path:
    """Fetch the archive of a package and make sure it is the one that was chosen."""
    npm = shutil.which("npm")
    if npm is None:
        message = "npm is needed to fetch the source packages"
        raise RuntimeError(message)
    listing = subprocess.run(  # noqa: S603 - the arguments are the constants above
        [
            npm,
            "pack",
            "--json",
            "--pack-destination",
            str(folder),
            f"{source.name}@{source.version}",
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    archive = folder / str(json.loads(listing.stdout)[0]["filename"])
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode("ascii")
    if digest != source.sha512:
        message = f"{source.name} {source.version} is not the archive that was chosen: {digest}"
        raise RuntimeError(message)
    return archive


def _member(archive: Path, name: str) -> str:
    with tarfile.open(archive) as packed:
        file = packed.extractfile(name)
        if file is None:
            message = f"{archive.name} holds no file {name}"
            raise RuntimeError(message)
        return file.read().decode("utf-8")


def _world_in_script(script: str) -> dict[str, Any]:
    """Take the 1:50m world out of plotly's script: an object literal whose keys lack quotes."""
    start = script.index("module.exports = ", script.index('"dist/topojson/world_50m.json"'))
    rest = script[start + len("module.exports = ") :]
    quoted = re.sub(r"([{,]\s*)([A-Za-z_]\w*)(\s*:)", r'\1"\2"\3', rest)
    world: dict[str, Any]
    world, _ = json.JSONDecoder().raw_decode(quoted)
    return world


# --- TopoJSON ---------------------------------------------------------------------------------


def _unwrapped(line: Iterable[Position]) -> Line:
    """Let longitudes run on over the antimeridian instead of jumping to the other side.

    Without it Russia's Pacific end would be drawn right across the map, over Scandinavia.
    """
    out: Line = []
    for lon, lat in line:
        turns = round((out[-1][0] - lon) / 360) if out else 0
        out.append((lon + 360 * turns, lat))
    return out


def _decode(topology: Mapping[str, Any], layer: str) -> Topology:
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


def _ring(arcs: Sequence[Line], numbers: Sequence[int]) -> Line:
    """Join arcs to a ring; a number below zero is an arc run backwards."""
    ring: Line = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    ring = _unwrapped(ring)
    if min(lon for lon, _ in ring) < WESTERNMOST:
        ring = [(lon + 360, lat) for lon, lat in ring]
    return ring


def _polygon(arcs: Sequence[Line], rings: Sequence[Sequence[int]]) -> Geometry:
    """Assemble one polygon; a ring that simplifying has closed up is left out."""
    outer, *holes = (_ring(arcs, ring) for ring in rings)
    if not _encloses(outer):
        return Polygon()
    return Polygon(outer, [hole for hole in holes if _encloses(hole)])


def _encloses(ring: Line) -> bool:
    return len(ring) >= RING_LENGTH and Polygon(ring).area > 0


# --- Simplifying ------------------------------------------------------------------------------


def _is_detailed(lon: float, lat: float) -> bool:
    west, south, east, north = DETAILED
    return west <= lon <= east and south <= lat <= north


def _rounded(position: Position) -> Position:
    lon, lat = position
    decimals = 3 if _is_detailed(lon, lat) else 2
    return (round(lon, decimals), round(lat, decimals))


def _without_repeats(line: Iterable[Position]) -> Line:
    return [position for position, _ in groupby(line)]


def _runs(line: Line) -> Iterator[tuple[bool, Line]]:
    """Cut an arc where it enters or leaves the detailed part; runs share the point of the cut."""
    start = 0
    inside = [_is_detailed(*position) for position in line]
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
    return _without_repeats(_rounded((lon, lat)) for lon, lat in out)


def _breadths(topology: Topology) -> dict[int, float]:
    """Return for every arc the breadth of the smallest ring it belongs to."""
    breadths: dict[int, float] = defaultdict(lambda: 360.0)
    for feature in topology.features:
        for rings in feature.polygons:
            for ring in rings:
                line = _ring(topology.arcs, ring)
                area = Polygon(line).area if len(line) >= RING_LENGTH else 0.0
                for number in ring:
                    arc = max(number, ~number)
                    breadths[arc] = min(breadths[arc], sqrt(area))
    return breadths


def _simplify(topology: Topology) -> Topology:
    breadths = _breadths(topology)
    arcs = [_simplified(line, breadths[number]) for number, line in enumerate(topology.arcs)]
    return Topology(arcs, topology.features)


# --- Polygons ---------------------------------------------------------------------------------


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
        geometry, lambda positions: np.array([_rounded((x, y)) for x, y in positions.tolist()])
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


def _lands(topology: Topology) -> dict[str, Geometry]:
    """Return each country's land as one geometry, not yet clipped."""
    pieces: dict[str, list[Geometry]] = defaultdict(list)
    for feature in topology.features:
        code = _code(feature)
        if code is None:
            continue
        for rings in feature.polygons:
            for part in _parts(_polygon(topology.arcs, rings)):
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


def _cut_lands(lands: Mapping[str, Geometry]) -> tuple[dict[str, Geometry], list[Geometry]]:
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
        if part is largest or part.area >= smallest[_is_detailed(part.centroid.x, part.centroid.y)]
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


def _country_shapes(lands: Mapping[str, Geometry]) -> dict[str, Geometry]:
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


def _lake_shapes(topology: Topology) -> list[Geometry]:
    """Return the lakes, each once: the source holds some twice."""
    single = shapely.union_all(
        [
            part
            for feature in topology.features
            for rings in feature.polygons
            for part in _parts(_polygon(topology.arcs, rings))
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


def _lines(topology: Topology, cuts: Sequence[Geometry]) -> tuple[Geometry, Geometry]:
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


def _without_lost_rings(lines: Geometry, shapes: Mapping[str, Geometry]) -> Geometry:
    """Drop the borders of enclaves that were too small to draw."""
    outlines = shapely.union_all([shape.boundary for shape in shapes.values()])
    return MultiLineString(
        [
            line
            for line in shapely.get_parts(lines).tolist()
            if not line.is_ring or shapely.covers(outlines, shapely.Point(line.coords[1]))
        ]
    )


# --- Writing ----------------------------------------------------------------------------------


def _collection(shapes: Iterable[tuple[Mapping[str, str], Geometry]]) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": dict(properties), "geometry": mapping(shape)}
            for properties, shape in shapes
        ],
    }


def _licence(notices: Mapping[Source, str]) -> str:
    """Write out what the packages ask to be shipped with their data."""
    world, plotly = (notices[source].strip() for source in (COUNTRIES, LAKES))
    return f"""# Sources and licences of the basemap

The files in this folder are written by `python -m data.basemap_build`. They are simplified,
clipped and, where the head of that module says so, redrawn; the publishers named here answer
for none of it. Boundaries imply no endorsement.

## Natural Earth (public domain)

`land.json`, `borders.json` and `disputed.json` derive from Natural Earth 4.1.0, 1:10m; `lakes.json`
from Natural Earth, 1:50m. Made with Natural Earth, free vector and raster map data at
naturalearthdata.com.

## {COUNTRIES.name} {COUNTRIES.version} (ISC)

Countries, by way of the npm package {COUNTRIES.name}.

{_quoted(world)}

## {LAKES.name} {LAKES.version} (MIT)

Lakes, by way of the npm package {LAKES.name}.

{_quoted(plotly)}

## GeoNames (CC BY 4.0)

Coordinates of places shown on the map are, where their table says so, from GeoNames
(geonames.org), licensed under Creative Commons Attribution 4.0
(creativecommons.org/licenses/by/4.0). They are rounded and joined with other sources.
"""


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def build(folder: Path = BASEMAP_FOLDER) -> None:
    """Fetch the sources and write all files of the basemap.

    Parameters
    ----------
    folder : Path
        Where to write; made where it does not exist.

    Raises
    ------
    RuntimeError
        Where npm is missing or a package is not the one that was chosen.
    """
    with tempfile.TemporaryDirectory() as temporary:
        archives = {source: _fetch(source, Path(temporary)) for source in (COUNTRIES, LAKES)}
        notices = {
            source: _member(archive, "package/LICENSE") for source, archive in archives.items()
        }
        world = json.loads(_member(archives[COUNTRIES], COUNTRIES.member))
        world_with_lakes = _world_in_script(_member(archives[LAKES], LAKES.member))
    countries = _simplify(_decode(world, "countries"))
    lakes = _simplify(_decode(world_with_lakes, "lakes"))
    lands, cuts = _cut_lands(_lands(countries))
    shapes = _country_shapes(lands)
    borders, disputed = _lines(countries, cuts)
    borders = _without_lost_rings(borders, shapes)
    collections = {
        "land": _collection(({"code": code}, shape) for code, shape in shapes.items()),
        "lakes": _collection(({}, shape) for shape in _lake_shapes(lakes)),
        "borders": _collection([({}, borders)]),
        "disputed": _collection([({}, disputed)]),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name in LAYERS:
        text = json.dumps(collections[name], separators=(",", ":"))
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
        logging.info("%s.json: %d bytes", name, len(text))
    (folder / "LICENSE.md").write_text(_licence(notices), encoding="utf-8")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    build()
