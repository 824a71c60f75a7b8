"""Camera of the map as a reader has moved it: centre and zoom, and how a link writes them."""

import re
from dataclasses import dataclass

from data.choice.link_text import tidy
from data.choice.link_values import Found, LeftOut, Reason
from data.language.languages import span_text

REFERENCE = (680.0, 430.0)
"""Width and height in pixels of the canvas that the zoom counts for: the map on a desk."""

LATITUDES, LONGITUDES, ZOOMS = (-42.0, 84.0), (-85.0, 180.0), (0.0, 10.0)
"""Least and greatest values: the ground of the map, and what can be zoomed on a wide screen."""

DECIMALS, ZOOM_DECIMALS = 3, 2
"""Decimals in a link; a thousandth of a degree is less than a pixel at the greatest zoom."""

_EXAMPLE = "41.5,51.2,4.5"
_NUMBER = r"([-‐‑‒–−]?[0-9]{1,3}(?:\.[0-9]{1,12})?)"
_JOINT = r"\s*[,;/_~\s]\s*"
_CAMERA = re.compile(_JOINT.join((_NUMBER, _NUMBER, _NUMBER)) + "z?")
_MINUS = re.compile("[‐‑‒–−]")


@dataclass(frozen=True)
class MapCamera:
    """Where the map looks.

    Attributes
    ----------
    latitude, longitude : float
        Degrees of the centre.
    zoom : float
        Zoom of web maps on a canvas of `REFERENCE`. Other canvases show the same part of the map as
        large as they can, so that a link shows the same on a phone and on a projector.
    """

    latitude: float
    longitude: float
    zoom: float

    def __str__(self) -> str:
        """Return the camera as a link has it, such as `41.5,51.2,4.5`."""
        return ",".join(f"{part:g}" for part in (self.latitude, self.longitude, self.zoom))


def _inside(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]


def read_camera(text: str) -> Found:
    """Parse a camera: latitude, longitude and zoom, separated by commas or other marks."""
    written = _CAMERA.fullmatch(tidy(text).casefold())
    if written is None:
        return Found(None, (LeftOut(text, Reason.UNREADABLE, _EXAMPLE),))
    latitude, longitude, zoom = (float(_MINUS.sub("-", part)) for part in written.groups())
    limits = (latitude, LATITUDES), (longitude, LONGITUDES), (zoom, ZOOMS)
    if not all(_inside(*limit) for limit in limits):
        least, greatest = (
            str(MapCamera(LATITUDES[end], LONGITUDES[end], ZOOMS[end])) for end in (0, 1)
        )
        return Found(None, (LeftOut(text, Reason.OUTSIDE, span_text(least, greatest)),))
    # A sum with zero has no minus zero, which a link would write.
    return Found(
        MapCamera(
            round(latitude, DECIMALS) + 0.0,
            round(longitude, DECIMALS) + 0.0,
            round(zoom, ZOOM_DECIMALS) + 0.0,
        )
    )
