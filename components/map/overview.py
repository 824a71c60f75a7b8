"""The small map of the landing page as SVG: lines, points and labels above a ground.

The ground is one file that the browser fetches by address; what a choice changes is drawn here as
text. Lines that share a trench lie on top of each other at this scale; the map of energy routes
draws them apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import degrees
from typing import NamedTuple

from markupsafe import Markup

from components.map.camera import Camera, mercator
from components.map.captions import COUNTRY_LABEL, WATER_LABEL
from components.map.content import CARD, MapContent, corridor_choice, map_content
from components.map.labels import Label
from components.map.points import CERTAIN, PLACE, Point
from components.map.strokes import Stroke
from components.map.style import (
    BAND_OPACITY,
    BAND_WIDTH,
    COUNTRY_OPACITY,
    GROUP_COLOURS,
    HOME_COUNTRIES,
    STATUS_DASHES,
)
from components.templates import macro
from data.basemap import SMALL, basemap_address
from data.choice.parameters import Filters
from data.evidence.countries import countries
from data.evidence.names import label_of
from data.evidence.routes import routes
from data.geometry import LineString
from data.language.languages import Language
from data.load.dataset import Dataset

SMALLEST_STEP = 0.7
"""Pixels that a line has to move before its next corner is drawn."""

DASH_UNIT = 2
"""Pixels of a dash's unit: small lines are dashed alike, whatever their width."""

PLACE_RADIUS, FACILITY_RADIUS = 1.7, 2.9

THINNER, SMALL_BAND, SMALLER_LETTERS = 0.8, BAND_WIDTH - 2, 1
"""What the small map takes off the large one: of a line's width, of a band, of letters."""

ANCHORS = {"left": "start", "middle": "middle", "right": "end"}

_svg = macro("map/overview.html", "drawing")


def _path(points: LineString, camera: Camera) -> str:
    """Return the course of a line in pixels, without the corners that nobody would see."""
    seen = [camera.pixel(point) for point in points]
    kept = seen[:1]
    for place, (x, y) in enumerate(seen[1:], start=1):
        last_x, last_y = kept[-1]
        if abs(x - last_x) + abs(y - last_y) >= SMALLEST_STEP or place == len(seen) - 1:
            kept.append((x, y))
    return _short_path([(round(10 * x), round(10 * y)) for x, y in kept])


def _tenths(number: int) -> str:
    """Return a whole number of tenths as a decimal without a leading zero: -5 as `-.5`."""
    whole, rest = divmod(abs(number), 10)
    sign = "-" if number < 0 else ""
    return sign + (f"{whole or ''}.{rest}" if rest else f"{whole}")


def _short_path(corners: Sequence[tuple[int, int]]) -> str:
    """Return a path whose corners count from the one before, half as long as one of positions.

    Parameters
    ----------
    corners : sequence of pairs of int
        Positions in tenths of a pixel; rounding before counting lets no error add up.
    """
    text = "M"
    for (before_x, before_y), (x, y) in pairwise([(0, 0), *corners]):
        across, down = _tenths(x - before_x), _tenths(y - before_y)
        gap = "" if down.startswith("-") else " "
        text += f"{across}{gap}{down}l"
    return text.removesuffix("l")


@lru_cache(maxsize=4)
def _courses(dataset: Dataset, camera: Camera) -> Mapping[str, str]:
    """Return the course of every line by its code."""
    return {
        section.line: _path(section.points, camera)
        for route in routes(dataset).values()
        for section in route.sections
    }


class _Line(NamedTuple):
    """Attributes of a line; one above the bands has a code, by which the browser selects it."""

    course: str
    colour: str
    width: str
    opacity: str
    dash: str = ""
    code: str = ""


def _band(stroke: Stroke, course: str) -> _Line:
    opacity = f"{stroke.opacity * BAND_OPACITY:.3g}"
    return _Line(course, GROUP_COLOURS[stroke.group], f"{SMALL_BAND:.3g}", opacity)


def _line(stroke: Stroke, course: str) -> _Line:
    return _Line(
        course,
        GROUP_COLOURS[stroke.group],
        width=f"{stroke.width * THINNER:.3g}",
        opacity=f"{stroke.opacity:.3g}",
        dash=" ".join(f"{part * DASH_UNIT:g}" for part in STATUS_DASHES[stroke.status] if part),
        code=stroke.route,
    )


class _Circle(NamedTuple):
    """Attributes of a point."""

    kind: str
    code: str
    x: str
    y: str
    radius: float
    opacity: str


def _circle(point: Point, camera: Camera) -> _Circle:
    x, y = camera.pixel(point.position)
    kind = PLACE if point.kind == PLACE else "facility"
    return _Circle(
        kind=kind if point.confidence == CERTAIN else f"{kind} unsure",
        code=point.code,
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        radius=PLACE_RADIUS if point.kind == PLACE else FACILITY_RADIUS,
        opacity=f"{point.opacity:.3g}",
    )


class _Text(NamedTuple):
    """Attributes of a label, and its text."""

    kind: str
    x: str
    y: str
    anchor: str
    opacity: str
    size: str
    text: str


def _text(label: Label, camera: Camera) -> _Text:
    x, y = camera.pixel(label.position)
    opacity = COUNTRY_OPACITY if label.kind == COUNTRY_LABEL else label.opacity
    return _Text(
        kind="of-water" if label.kind == WATER_LABEL else "",
        x=f"{x + label.dx:.1f}",
        y=f"{y + label.dy:.1f}",
        anchor=ANCHORS[label.align],
        opacity=f"{opacity:.3g}",
        size=f"{label.size - SMALLER_LETTERS:g}",
        text=label.text,
    )


def _drawing(content: MapContent, courses: Mapping[str, str]) -> Markup:
    """Return what lies on the ground, from the bands at the bottom to the labels on top."""
    return _svg(
        lines=[
            *(_band(stroke, courses[stroke.line]) for stroke in content.bands),
            *(_line(stroke, courses[stroke.line]) for stroke in content.strokes),
        ],
        points=[_circle(point, content.camera) for point in content.points],
        labels=[_text(label, content.camera) for label in content.labels],
    )


@dataclass(frozen=True, kw_only=True)
class SmallMap:
    """What the browser draws as the small map.

    Attributes
    ----------
    ground : str
        Address of the ground.
    home : tuple of str
        Codes of the countries that stand out on it.
    canvas : pair of float
        Width and height in pixels.
    origin, scale : pair of float, float
        A position on the ground lies at ``((longitude - origin[0]) * scale, (origin[1] - northing)
        * scale)``, all in degrees, the northing that of the Mercator projection.
    drawing : str
        What lies on the ground, as SVG in pixels of the canvas.
    tips : mapping of str to pair of str
        The two lines of the tooltip by the code of everything that can be selected.
    selected : str
        The code that is selected; empty for none.
    missing : str
        What to tell where the ground does not load.
    """

    ground: str
    home: tuple[str, ...]
    canvas: tuple[float, float]
    origin: tuple[float, float]
    scale: float
    drawing: str
    tips: Mapping[str, tuple[str, str]]
    selected: str
    missing: str


@lru_cache(maxsize=96)
def _small_map(dataset: Dataset, filters: Filters, language: Language) -> SmallMap:
    content = map_content(dataset, filters, language, CARD)
    camera = content.camera
    west, north = camera.position(0, 0)
    missing = language.gettext(
        "Land and borders did not load: the file static/basemap/small.json is missing or damaged. "
        "Lines and points stand where they belong."
    )
    names = (
        (code, (label_of(dataset, "map_labels", code, language), "")) for code in countries(dataset)
    )
    return SmallMap(
        ground=basemap_address(SMALL),
        home=HOME_COUNTRIES,
        canvas=CARD,
        origin=(west, degrees(mercator(north))),
        scale=camera.pixels_per_degree,
        drawing=_drawing(content, _courses(dataset, camera)),
        tips={
            **dict(names),
            **{stroke.route: (stroke.title, stroke.tip) for stroke in content.strokes},
            **{point.code: (point.title, point.tip) for point in content.points},
        },
        selected=filters.route,
        missing=missing,
    )


def small_map(*, dataset: Dataset, filters: Filters, language: Language) -> SmallMap:
    """Return the small map; it always shows the whole corridor.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    filters : Filters
        The reader's choice.
    language : Language
        Language of labels and tooltips.

    Raises
    ------
    TableRefusedError
        Where the table of routes did not load.
    """
    return _small_map(dataset, corridor_choice(dataset, filters), language)
