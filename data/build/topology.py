"""Sources of the basemap: pinned packages of the npm registry, and the topologies in them."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapely.geometry import Polygon

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


def fetch(source: Source, folder: Path) -> Path:
    """Fetch the archive of a package and compare its digest.

    Raises
    ------
    RuntimeError
        If npm is missing, or the digest is not that of the source.
    """
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


def member(archive: Path, name: str) -> str:
    """Return the text of a file in an archive.

    Raises
    ------
    RuntimeError
        If the archive holds no such file.
    """
    with tarfile.open(archive) as packed:
        file = packed.extractfile(name)
        if file is None:
            message = f"{archive.name} holds no file {name}"
            raise RuntimeError(message)
        return file.read().decode("utf-8")


def world_in_script(script: str) -> dict[str, Any]:
    """Take the 1:50m world out of plotly's script: an object literal whose keys lack quotes."""
    start = script.index("module.exports = ", script.index('"dist/topojson/world_50m.json"'))
    rest = script[start + len("module.exports = ") :]
    quoted = re.sub(r"([{,]\s*)([A-Za-z_]\w*)(\s*:)", r'\1"\2"\3', rest)
    world: dict[str, Any]
    world, _ = json.JSONDecoder().raw_decode(quoted)
    return world


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
