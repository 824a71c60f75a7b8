"""Data of the browser component that draws the map as SVG, with tooltips and selection."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import degrees
from typing import NamedTuple

from components.assets import text_address
from components.map.camera import Camera, mercator
from components.map.content import CARD, MapContent, corridor_choice, map_choice, map_content
from components.map.courses import course
from components.map.ground import HOME_COUNTRIES
from components.map.points import place_tip, with_confidence
from components.map.scene import route_tip
from components.map.strokes import Stroke
from components.map.svg import FULL, SMALL, Courses, drawing
from data.basemap import LAYERS, basemap_address
from data.basemap import SMALL as SMALL_GROUND
from data.choice.parameters import Filters
from data.evidence.countries import countries
from data.evidence.names import label_of
from data.evidence.routes import STATUSES, places_on_routes, routes, waypoint_positions
from data.language.languages import Language, language
from data.load.dataset import Dataset

Tip = str | int
"""The second line of a tooltip, or its number among those that the browser has."""


@dataclass(frozen=True, kw_only=True, eq=False)
class SvgMap:
    """What the browser draws as a map; it equals only itself, so it can be a key.

    Attributes
    ----------
    ground : tuple of pairs of str
        Name and address of the layers of the ground, the lowest first; a layer without a name
        names the layer of each of its features.
    home : tuple of str
        Codes of the countries that stand out on it.
    canvas : pair of float
        Width and height in pixels.
    origin, scale : pair of float, float
        A position on the ground lies at ``((longitude - origin[0]) * scale, (origin[1] - northing)
        * scale)``, all in degrees, the northing that of the Mercator projection.
    known : str or mapping
        What no choice changes, or the address of it: `courses`, those of all lines; `names` by
        code, the first line of each tooltip; `tips` by code, every second line it can have.
    drawing : str
        What lies on the ground, as SVG in pixels of the canvas.
    tips : mapping of str to str or int
        Second line of the tooltip, or its number in `known`, of what is drawn and does not have
        the first.
    selected : str
        The code that is selected; empty for none.
    missing, unknown : str
        What to say where the ground does not load, and where `known` does not.
    """

    ground: tuple[tuple[str, str], ...]
    home: tuple[str, ...]
    canvas: tuple[float, float]
    origin: tuple[float, float]
    scale: float
    known: str | Mapping[str, object]
    drawing: str
    tips: Mapping[str, Tip]
    selected: str
    missing: str
    unknown: str


@lru_cache(maxsize=4)
def all_courses(dataset: Dataset, camera: Camera) -> Mapping[str, str]:
    """Return the course of every line by its code, in the order of the table of routes.

    Raises
    ------
    TableRefusedError
        Where the table of routes did not load.
    """
    return {
        section.line: course(section.course, camera)
        for route in routes(dataset).values()
        for section in route.sections
    }


class _Known(NamedTuple):
    """What no choice changes, and where the browser gets it."""

    sent: str | Mapping[str, object]
    tips: Mapping[str, Mapping[str, int]]
    courses: Mapping[str, int]


def _all_tips(dataset: Dataset, language: Language) -> Mapping[str, list[str]]:
    """Return every second line that the tooltip of a place, a route or a facility can have."""
    tips = {
        place: [
            place_tip(count, waypoint_positions(dataset)[place][1], language)
            for count in range(1, len(through) + 1)
        ]
        for place, through in places_on_routes(dataset).items()
    }
    for code, route in routes(dataset).items():
        said = [route_tip(route, status, dataset, language) for status in STATUSES]
        if route.position:
            said = [with_confidence(tip, route.confidence, language) for tip in said]
        tips[code] = said
    return tips


@lru_cache(maxsize=8)
def _known(dataset: Dataset, language: Language, camera: Camera | None) -> _Known:
    """Return what no choice changes, with the courses of all lines for one camera or without."""
    courses = all_courses(dataset, camera) if camera else {}
    tips = _all_tips(dataset, language)
    names = {
        **{code: label_of(dataset, "map_labels", code, language) for code in countries(dataset)},
        **{code: label_of(dataset, "places", code, language) for code in places_on_routes(dataset)},
        **{code: label_of(dataset, "routes", code, language) for code in routes(dataset)},
    }
    known = {"courses": list(courses.values()), "names": names, "tips": tips}
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    address = text_address(text, "json", lasting=True)
    return _Known(
        sent=address or known,
        tips={
            code: {text: number for number, text in reversed(list(enumerate(texts)))}
            for code, texts in tips.items()
        },
        courses={line: number for number, line in enumerate(courses)},
    )


def _tips(content: MapContent, known: _Known) -> Mapping[str, Tip]:
    drawn = [
        *((stroke.route, stroke.tip) for stroke in content.strokes),
        *((point.code, point.tip) for point in content.points),
    ]
    numbered = {code: known.tips.get(code, {}).get(tip, tip) for code, tip in drawn}
    # Most have the first of their texts, so that only others are sent.
    return {code: tip for code, tip in numbered.items() if tip != 0}


def _svg_map(
    content: MapContent,
    known: _Known,
    markup: str,
    ground: Mapping[str, str],
    filters: Filters,
) -> SvgMap:
    _ = language(filters.language).gettext
    camera = content.camera
    west, north = camera.position(0, 0)
    return SvgMap(
        ground=tuple((name, basemap_address(file)) for name, file in ground.items()),
        home=HOME_COUNTRIES,
        canvas=(camera.width, camera.height),
        origin=(west, degrees(mercator(north))),
        scale=camera.pixels_per_degree,
        known=known.sent,
        drawing=markup,
        tips=_tips(content, known),
        selected=filters.route,
        missing=_(
            "Land and borders did not load: a file in static/basemap is missing "
            "or damaged. Lines and points are in their correct positions."
        ),
        unknown=_("The lines of the map did not load. Reload the page."),
    )


@lru_cache(maxsize=96)
def _small_map(dataset: Dataset, filters: Filters, language: Language, *, every: bool) -> SvgMap:
    content = map_content(dataset, filters, language, CARD, main=not every)
    known = _known(dataset, language, content.camera)
    # A joint of one letter: the numbers travel with every choice.
    courses = Courses("data-lines", " ", lambda stroke: str(known.courses[stroke.line]))
    return _svg_map(
        content,
        known,
        drawing(content, SMALL, courses),
        {"": SMALL_GROUND},
        filters,
    )


def small_map(
    *, dataset: Dataset, filters: Filters, language: Language, every: bool = False
) -> SvgMap:
    """Return the map for a card; it always shows the whole corridor.

    It draws the main routes of `data/tables/main_routes.csv`, and what the selection or the
    sectors choose. `components.map.scene.lines_shown` says how many these are of how many, for
    a headline or a legend. Kazakhstan and Türkiye are always named.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    filters : Filters
        The reader's choice.
    language : Language
        Language of labels and tooltips.
    every : bool
        Whether all routes are drawn instead of the main ones.

    Raises
    ------
    TableRefusedError
        Where the table of routes did not load.
    """
    return _small_map(dataset, corridor_choice(dataset, filters), language, every=every)


def courses_in_place(camera: Camera) -> Courses:
    """Return courses written into the drawing; lines through the same places run side by side."""

    def path(stroke: Stroke) -> str:
        offset = stroke.offset
        points = camera.beside(stroke.points, offset) if offset else stroke.points
        return course(points, camera)

    return Courses("d", "", path)


# Measured size: 60 KB per map.
@lru_cache(maxsize=96)
def _full_map(
    content: MapContent, dataset: Dataset, filters: Filters, language: Language
) -> SvgMap:
    return _svg_map(
        content,
        _known(dataset, language, None),
        drawing(content, FULL, courses_in_place(content.camera)),
        {name: name for name in LAYERS},
        filters,
    )


def full_map(
    content: MapContent, *, dataset: Dataset, filters: Filters, language: Language
) -> SvgMap:
    """Return the map in full size, for browsers that cannot draw the interactive one.

    Parameters
    ----------
    content : MapContent
        What the map shows.
    dataset : Dataset
        All tables.
    filters : Filters
        The reader's choice.
    language : Language
        Language of labels and tooltips.
    """
    return _full_map(content, dataset, map_choice(filters), language)
