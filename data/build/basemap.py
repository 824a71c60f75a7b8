"""Build step of the basemap: run ``python -m data.build.basemap`` to write ``static/basemap/``.

It needs node's ``npm`` (to fetch two pinned packages from the registry), geopandas and Babel. The
Atlas itself never runs it: the files it writes are kept in the repository.

Countries come from world-atlas (Natural Earth 4.1.0, 1:10m), lakes from plotly.js (Natural Earth
1:50m; the Aral Sea and Balkhash as they are today). They are simplified as a coverage, so that
two neighbours keep the same line.

Afterwards run ``python -m data.build.small_basemap`` and ``python -m data.build.crossings``, which
are made from the ground, and ``python -m data.check``.

Whose land is whose, and which line is drawn, stands in `data/build/boundaries.py`.
"""

import json
import logging
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from shapely.geometry import mapping

from data.basemap import BASEMAP_FOLDER, LAYERS
from data.build.polygons import Geometry, read_polygons
from data.build.shapes import country_shapes, cut_lands, lake_shapes, lands_of, lines_of
from data.build.sources import COUNTRIES, LAKES, Source, fetch, member, world_in_script


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

The files in this folder are written by `python -m data.build.basemap`. They are simplified,
clipped and, where `data/build/boundaries.py` says so, redrawn; the publishers named here answer
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
        archives = {source: fetch(source, Path(temporary)) for source in (COUNTRIES, LAKES)}
        notices = {
            source: member(archive, "package/LICENSE") for source, archive in archives.items()
        }
        world = json.loads(member(archives[COUNTRIES], COUNTRIES.member))
        world_with_lakes = world_in_script(member(archives[LAKES], LAKES.member))
        lands = lands_of(read_polygons(world, "countries", Path(temporary)))
        lakes = lake_shapes(read_polygons(world_with_lakes, "lakes", Path(temporary)))
    handed, cuts = cut_lands(lands)
    borders, disputed = lines_of(lands, cuts)
    collections = {
        "land": _collection(
            ({"code": code}, shape) for code, shape in country_shapes(handed).geometry.items()
        ),
        "lakes": _collection(({}, lake) for lake in lakes),
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
