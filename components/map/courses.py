"""Courses of lines as paths of SVG, in pixels of a canvas."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from components.map.camera import Camera

if TYPE_CHECKING:
    from data.geometry import LineString

SMALLEST_STEP = 0.7
"""Pixels between a corner and the next; corners that are closer make no visible difference."""


def _tenths(number: int) -> str:
    """Return a whole number of tenths as a decimal without a leading zero: -5 as `-.5`."""
    whole, rest = divmod(abs(number), 10)
    sign = "-" if number < 0 else ""
    return sign + (f"{whole or ''}.{rest}" if rest else f"{whole}")


def short_path(corners: Sequence[tuple[int, int]]) -> str:
    """Return a path in relative positions, half as long as one in absolute positions.

    Parameters
    ----------
    corners : sequence of pairs of int
        Positions in tenths of a pixel; they are rounded already, so that no error adds up.
    """
    text = "M"
    for (before_x, before_y), (x, y) in pairwise([(0, 0), *corners]):
        across, down = _tenths(x - before_x), _tenths(y - before_y)
        gap = "" if down.startswith("-") else " "
        text += f"{across}{gap}{down}l"
    return text.removesuffix("l")


def course(points: "LineString", camera: Camera) -> str:
    """Return the course of a line on a canvas as the path of an SVG element.

    Parameters
    ----------
    points : tuple of positions
        Longitudes and latitudes in degrees.
    camera : Camera
        View and canvas.
    """
    seen = [camera.pixel(point) for point in points]
    kept = seen[:1]
    for place, (x, y) in enumerate(seen[1:], start=1):
        last_x, last_y = kept[-1]
        if abs(x - last_x) + abs(y - last_y) >= SMALLEST_STEP or place == len(seen) - 1:
            kept.append((x, y))
    return short_path([(round(10 * x), round(10 * y)) for x, y in kept])
