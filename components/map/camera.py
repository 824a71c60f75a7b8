"""Camera of the map: bounds, zoom, and conversion between positions and pixels."""

from dataclasses import dataclass
from itertools import pairwise
from math import atan, degrees, exp, hypot, log, log2, pi, radians, tan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Pictures are drawn by a process that loads no data.
    from data.geometry import LineString, Position

WORLD_PIXELS = 512.0
"""Width of the whole world in pixels at zoom 0, as web maps count it."""


@dataclass(frozen=True)
class Bounds:
    """Part of the map: longitudes and latitudes of its edges in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Camera:
    """Centre and zoom of a view, and the size of the canvas in pixels."""

    longitude: float
    latitude: float
    zoom: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Centre of the canvas, in pixels."""
        return self.width / 2, self.height / 2

    @property
    def pixels_per_degree(self) -> float:
        """Pixels of one degree of longitude, and of one degree of northing."""
        return WORLD_PIXELS * 2**self.zoom / 360

    @property
    def bounds(self) -> Bounds:
        """What the canvas shows; `fitted` to the same canvas, they give this camera again."""
        west, north = self.position(0, 0)
        east, south = self.position(self.width, self.height)
        return Bounds(west, south, east, north)

    def shows(self, position: "Position") -> bool:
        """Return whether a position lies on the canvas."""
        x, y = self.pixel(position)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def pixel(self, position: "Position") -> tuple[float, float]:
        """Return where a position lies on the canvas, in pixels from its top left corner."""
        scale = WORLD_PIXELS * 2**self.zoom
        x = (position[0] - self.longitude) / 360 * scale + self.width / 2
        y = (mercator(self.latitude) - mercator(position[1])) / (2 * pi) * scale + self.height / 2
        return x, y

    def position(self, x: float, y: float) -> "Position":
        """Return the position at a pixel of the canvas."""
        scale = WORLD_PIXELS * 2**self.zoom
        northing = mercator(self.latitude) - (y - self.height / 2) / scale * 2 * pi
        return self.longitude + (x - self.width / 2) / scale * 360, _latitude(northing)

    def beside(self, points: "LineString", pixels: float) -> "LineString":
        """Return a line that runs beside another, some pixels to the right of its direction."""
        seen = [self.pixel(point) for point in points]
        sides = []
        for (x, y), (next_x, next_y) in pairwise(seen):
            length = hypot(next_x - x, next_y - y) or 1.0
            sides.append(((y - next_y) / length, (next_x - x) / length))
        before, after = [sides[0], *sides], [*sides, sides[-1]]
        return tuple(
            self.position(
                x + pixels * (one[0] + other[0]) / 2, y + pixels * (one[1] + other[1]) / 2
            )
            for (x, y), one, other in zip(seen, before, after, strict=True)
        )


def mercator(latitude: float) -> float:
    """Return the northing of a latitude in the Mercator projection, in radians."""
    return log(tan(pi / 4 + radians(latitude) / 2))


def fitted(bounds: Bounds, width: float, height: float) -> Camera:
    """Return the camera that shows the whole of `bounds` as large as the canvas allows."""
    tall = mercator(bounds.north) - mercator(bounds.south)
    scale = min(width * 360 / (bounds.east - bounds.west), height * 2 * pi / tall)
    middle = (mercator(bounds.north) + mercator(bounds.south)) / 2
    return Camera(
        longitude=(bounds.west + bounds.east) / 2,
        latitude=_latitude(middle),
        zoom=log2(scale / WORLD_PIXELS),
        width=width,
        height=height,
    )


def _latitude(northing: float) -> float:
    """Invert `mercator`."""
    return degrees(2 * atan(exp(northing)) - pi / 2)
