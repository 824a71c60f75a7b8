"""Lines on the ground: positions along a line, geodesic length, distance, bearing."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from data.lasting import kept_over_reloads

if TYPE_CHECKING:
    from pyproj import Geod

Position = tuple[float, float]
"""Longitude and latitude in degrees, WGS 84."""

LineString = tuple[Position, ...]

MAIN = "main"
"""Branch of the drawn lines that make up the course of a route."""

SCHEMATIC = "schematic"
"""Precision of a line that only connects its named points."""


@cache
def _ellipsoid() -> "Geod":
    from pyproj import Geod  # noqa: PLC0415, loaded where lengths are needed

    return Geod(ellps="WGS84")


def geodesic_km(points: Sequence[Position]) -> float:
    """Return the length of a line over the WGS 84 ellipsoid, in kilometres."""
    longitudes, latitudes = zip(*points, strict=True)
    metres: Any = _ellipsoid().line_length(longitudes, latitudes)
    return float(metres) / 1000


@kept_over_reloads
@lru_cache(maxsize=1024)
def legs_km(points: LineString) -> tuple[float, ...]:
    """Return the length of each leg of a line over the WGS 84 ellipsoid, in kilometres."""
    longitudes, latitudes = zip(*points, strict=True)
    metres: Any = _ellipsoid().line_lengths(longitudes, latitudes)
    return tuple(float(leg) / 1000 for leg in metres)


def distances_km(pairs: Sequence[tuple[Position, Position]]) -> Sequence[float]:
    """Return the distance over the WGS 84 ellipsoid between the two ends of each pair."""
    one, other = zip(*pairs, strict=True)
    (from_lon, from_lat), (to_lon, to_lat) = zip(*one, strict=True), zip(*other, strict=True)
    _azimuth, _back, metres = _ellipsoid().inv(from_lon, from_lat, to_lon, to_lat)
    return [float(away) / 1000 for away in metres]


def line_points(lines: pd.DataFrame, waypoints: pd.DataFrame) -> Mapping[str, LineString]:
    """Return the positions along each line.

    Parameters
    ----------
    lines : DataFrame
        With the columns `line` and `waypoints`, codes joined by a semicolon.
    waypoints : DataFrame
        With the columns `waypoint`, `lon`, `lat`.

    Raises
    ------
    KeyError
        Where a line names a waypoint that does not exist.
    """
    positions = dict(
        zip(
            waypoints["waypoint"],
            zip(waypoints["lon"].astype(float), waypoints["lat"].astype(float), strict=True),
            strict=True,
        )
    )
    return {
        str(line): tuple(positions[code] for code in codes.split(";"))
        for line, codes in zip(lines["line"], lines["waypoints"], strict=True)
    }
