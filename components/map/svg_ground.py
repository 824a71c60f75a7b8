"""The ground of a map as SVG, for files: water, land, lakes, borders.

On the screen a browser draws it from the files of the ground; a picture has to contain it.
"""

from collections.abc import Iterator
from functools import lru_cache
from math import pi
from typing import Any

import numpy as np
import shapely
from markupsafe import Markup
from shapely.geometry import shape

from components.map.camera import WORLD_PIXELS, Camera, mercator
from components.map.courses import short_path
from components.map.ground import HOME_COUNTRIES
from components.page.tokens import Ground
from components.templates import macro
from data.basemap import LAYERS, basemap_layer

SMALLEST_DETAIL = 0.3
"""Pixels by which a course may be simplified."""

AREAS = ("land", "lakes")

Geometry = Any  # shapely carries no types

_ground = macro("map/svg.html", "ground")


@lru_cache(maxsize=len(LAYERS))
def _shapes(layer: str) -> tuple[tuple[str, Geometry], ...]:
    """Return the shapes of a layer in degrees, each with the code of its country."""
    return tuple(
        (feature["properties"].get("code", ""), shape(feature["geometry"]))
        for feature in basemap_layer(layer)["features"]
    )


def _pixels(geometry: Geometry, camera: Camera) -> Geometry:
    """Return what a canvas shows of a shape, in pixels and without details too small to see."""
    west, north = camera.position(-1, -1)
    east, south = camera.position(camera.width + 1, camera.height + 1)
    seen = shapely.clip_by_rect(geometry, west, south, east, north)
    scale = WORLD_PIXELS * 2**camera.zoom

    def project(positions: Any) -> Any:  # noqa: ANN401, as shapely
        northings = np.log(np.tan(pi / 4 + np.radians(positions[:, 1]) / 2))
        x = (positions[:, 0] - camera.longitude) / 360 * scale + camera.width / 2
        y = (mercator(camera.latitude) - northings) / (2 * pi) * scale + camera.height / 2
        return np.column_stack((x, y))

    return shapely.simplify(shapely.transform(seen, project), SMALLEST_DETAIL)


def _course(geometry: Geometry, *, closed: bool) -> str:
    parts = shapely.get_parts(geometry)
    lines = shapely.get_rings(parts) if closed else parts
    courses = []
    for line in lines:
        corners = np.rint(shapely.get_coordinates(line) * 10).astype(int).tolist()
        courses.append(short_path([(x, y) for x, y in corners]) + ("Z" if closed else ""))
    return "".join(courses)


def _paths(camera: Camera) -> Iterator[tuple[str, str]]:
    """Yield layer and course of each shape that the canvas shows; home countries are a layer."""
    for layer in LAYERS:
        for code, geometry in _shapes(layer):
            course = _course(_pixels(geometry, camera), closed=layer in AREAS)
            if course:
                yield ("home" if code in HOME_COUNTRIES else layer), course


def ground_svg(camera: Camera, colours: Ground) -> Markup:
    """Return the ground as SVG.

    Parameters
    ----------
    camera : Camera
        View and canvas.
    colours : Ground
        Its colours.
    """
    return _ground(list(_paths(camera)), camera, colours)
