"""GeoJSON files of the data package: routes, places and the ground, with their descriptions.

Only the ZIP files of the data package and of the map, and tests, import this module, for the
reason `data.geography` gives.
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd

from data.basemap import GROUND_LICENCE
from data.geography import countries_frame, places_frame, routes_frame
from data.load.dataset import Dataset
from data.load.package import GEOJSON_TYPE
from data.problems import TableRefusedError


@dataclass(frozen=True, kw_only=True)
class GeoFile:
    """One GeoJSON file and its resource in the description of the data package.

    Attributes
    ----------
    path : str
        Path in the data package.
    content : bytes
        A feature collection after RFC 7946, in UTF-8.
    resource : mapping
        Entry of the file among the resources of `datapackage.json`.
    """

    path: str
    content: bytes
    resource: Mapping[str, Any]


def _routes(dataset: Dataset) -> gpd.GeoDataFrame:
    frame = routes_frame(dataset).reset_index(names="code")
    return frame.rename(columns={"km": "length_km"})


def _places(dataset: Dataset) -> gpd.GeoDataFrame:
    return places_frame(dataset).reset_index(names="code")


def _ground(dataset: Dataset) -> gpd.GeoDataFrame:  # noqa: ARG001, called like the others
    frame = countries_frame()
    # RFC 7946 wants outer rings anticlockwise; the map draws them clockwise.
    frame.geometry = frame.geometry.orient_polygons(exterior_cw=False)
    return frame.reset_index(names="code")


FILES: Mapping[str, tuple[Callable[[Dataset], gpd.GeoDataFrame], str, Mapping[str, Any]]] = {
    "routes": (
        _routes,
        "Routes and facilities as GeoJSON: code, names, status, group (kind), length_km (computed: "
        "geodesic length of the main branch), confidence of the alignment or position, and all "
        "branches as lines",
        {},
    ),
    "places": (
        _places,
        "Places of the dissertation as GeoJSON: code, names, kind, country and confidence of the "
        "position",
        {},
    ),
    "ground": (
        _ground,
        "Land of the countries as GeoJSON by ISO 3166-1 code, simplified and clipped for the map; "
        "boundaries imply no endorsement",
        {"licenses": [{"name": "other-open", "path": GROUND_LICENCE}]},
    ),
}


def _feature_collection(frame: gpd.GeoDataFrame) -> bytes:
    text = frame.to_json(drop_id=True, to_wgs84=True, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def courses_geojson(dataset: Dataset, codes: Collection[str]) -> bytes:
    """Return some routes and facilities as GeoJSON.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    codes : collection of str
        Codes of the routes; those that cannot be drawn are left out.

    Raises
    ------
    TableRefusedError
        If the table of routes did not load.
    """
    frame = _routes(dataset)
    return _feature_collection(frame[frame["code"].isin(codes)])


def _geo_file(name: str, frame: gpd.GeoDataFrame, about: str, more: Mapping[str, Any]) -> GeoFile:
    path = f"geo/{name}.geojson"
    resource = {
        "name": f"{name}_geojson",
        "title": about.partition(" as GeoJSON")[0],
        "description": about,
        "path": path,
        "format": "geojson",
        "mediatype": GEOJSON_TYPE,
        "encoding": "utf-8",
        **more,
    }
    return GeoFile(path=path, content=_feature_collection(frame), resource=resource)


def geojson_files(dataset: Dataset) -> tuple[GeoFile, ...]:
    """Return the GeoJSON files of a dataset; a file whose tables did not load is left out."""
    found = []
    for name, (make, about, more) in FILES.items():
        try:
            frame = make(dataset)
        except TableRefusedError:
            continue
        if len(frame):
            found.append(_geo_file(name, frame, about, more))
    return tuple(found)


def described_with(descriptor: bytes, files: tuple[GeoFile, ...]) -> bytes:
    """Return a descriptor that describes GeoJSON files as well.

    Parameters
    ----------
    descriptor : bytes
        Content of a `datapackage.json` that can be read.
    files : tuple of GeoFile
        Files to add at the end of its resources.
    """
    parsed = json.loads(descriptor.decode("utf-8-sig"))
    # The profile of tabular packages allows tables only; each table keeps its own profile.
    parsed["profile"] = "data-package"
    parsed["resources"] = [*parsed["resources"], *(dict(file.resource) for file in files)]
    return f"{json.dumps(parsed, ensure_ascii=False, indent=2)}\n".encode()
