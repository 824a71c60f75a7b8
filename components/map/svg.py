"""The map as SVG: lines, arrows, points and labels above the ground.

The second of the two renderers, beside the layers of deck.gl: it draws the same content on the
landing page, on paper, in files, and where no graphics card draws WebGL.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from components.map.camera import Camera
from components.map.captions import WATER_LABEL
from components.map.content import MapContent
from components.map.labels import Label
from components.map.points import PLACE, Point
from components.map.strokes import Arrow, Stroke
from components.map.style import (
    BAND_OPACITY,
    BAND_WIDTH,
    CASING_WIDER,
    GROUP_COLOURS,
    STATUS_DASHES,
    UNDERLAY_WIDER,
)
from components.page.tokens import KAZAKHSTAN, Ground
from components.templates import macro

ANCHORS = {"left": "start", "middle": "middle", "right": "end"}

BASELINE = 0.35
"""How far the baseline lies below the middle of letters, in font sizes."""

_svg = macro("map/svg.html", "drawing")


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How large things are drawn.

    Attributes
    ----------
    scale : float
        Of the width of lines and the radius of points.
    letters : float
        Pixels added to the size of letters.
    smallest_letters : float
        Size in pixels below which no letters are drawn.
    separate : bool
        Whether lines through the same places are drawn beside each other, and arrows show where
        they flow.
    """

    scale: float = 1.0
    letters: float = 0.0
    smallest_letters: float = 0.0
    separate: bool = True


SMALL = Manner(scale=0.7, letters=-1.0, separate=False)
"""For a card: lines through the same places lie on each other."""

FULL = Manner()
"""The size of the interactive map."""

PRINTED = Manner(smallest_letters=12.0)
"""For paper and files; the smallest letters have nine points."""


@dataclass(frozen=True)
class Courses:
    """Where the courses of lines are written.

    Attributes
    ----------
    attribute : str
        Name of the attribute: `d` where they stand in the drawing itself.
    joint : str
        Between the courses of lines that are drawn as one.
    of : function
        Returns the course of a line, or its number among those that the browser has.
    """

    attribute: str
    joint: str
    of: Callable[[Stroke], str]


class _Line(NamedTuple):
    """Attributes of lines that look alike and follow each other."""

    courses: str
    colour: str
    width: str
    opacity: str
    dash: str
    code: str
    layer: str


class _Circle(NamedTuple):
    """Attributes of a point."""

    kind: str
    code: str
    x: str
    y: str
    radius: str
    opacity: str
    fill: str


class _Arrow(NamedTuple):
    """Attributes of a mark of flow."""

    x: str
    y: str
    angle: str
    colour: str
    opacity: str


class _Text(NamedTuple):
    """Attributes of a label, and its text."""

    of_water: bool
    x: str
    y: str
    anchor: str
    opacity: str
    size: str
    text: str


def _dash(stroke: Stroke, scale: float) -> str:
    return " ".join(
        f"{part * stroke.width * scale:.3g}" for part in STATUS_DASHES[stroke.status] if part
    )


def _band(stroke: Stroke, manner: Manner, courses: Courses) -> _Line:
    return _Line(
        courses=courses.of(stroke),
        colour=GROUP_COLOURS[stroke.group],
        width=f"{BAND_WIDTH * manner.scale:.3g}",
        opacity=f"{stroke.opacity * BAND_OPACITY:.3g}",
        dash="",
        code="",
        layer="",
    )


def _stroke(stroke: Stroke, manner: Manner, courses: Courses) -> _Line:
    return _Line(
        courses=courses.of(stroke),
        colour=GROUP_COLOURS[stroke.group],
        width=f"{stroke.width * manner.scale:.3g}",
        opacity=f"{stroke.opacity:.3g}",
        dash=_dash(stroke, manner.scale),
        code=stroke.route,
        layer="",
    )


def _edge(stroke: Stroke, layer: str, wider: float, manner: Manner, courses: Courses) -> _Line:
    """Return the edge of a selected line, which lies below it."""
    return _Line(
        courses=courses.of(stroke),
        colour="",
        width=f"{(stroke.width + wider) * manner.scale:.3g}",
        opacity="1",
        dash="",
        code="",
        layer=layer,
    )


def _merged(lines: Iterable[_Line], joint: str) -> list[_Line]:
    """Return lines that look alike and follow each other as one, which is shorter to send."""
    merged = []
    for _look, alike in groupby(lines, key=lambda line: line._replace(courses="")):
        group = list(alike)
        merged.append(group[0]._replace(courses=joint.join(line.courses for line in group)))
    return merged


def _lines(content: MapContent, manner: Manner, courses: Courses) -> list[_Line]:
    chosen = [stroke for stroke in content.strokes if stroke.edged]
    edges = (("casing", CASING_WIDER), ("underlay", UNDERLAY_WIDER))
    return _merged(
        [
            *(_band(stroke, manner, courses) for stroke in content.bands),
            *(
                _edge(stroke, layer, wider, manner, courses)
                for layer, wider in edges
                for stroke in chosen
            ),
            *(_stroke(stroke, manner, courses) for stroke in content.strokes),
        ],
        courses.joint,
    )


def _arrow(arrow: Arrow, camera: Camera) -> _Arrow:
    x, y = camera.pixel(arrow.position)
    return _Arrow(
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        angle=f"{arrow.bearing:.0f}",
        colour=GROUP_COLOURS[arrow.group],
        opacity=f"{arrow.opacity:.3g}",
    )


def _circle(point: Point, camera: Camera, manner: Manner, ground: Ground | None) -> _Circle:
    x, y = camera.pixel(point.position)
    facility = point.kind != PLACE
    certain = "" if ground is None else KAZAKHSTAN if facility else ground.ink
    hollow = "" if ground is None else ground.plate
    return _Circle(
        kind=" ".join(["facility"] * facility + ["unsure"] * (not point.certain)),
        code=point.code,
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        radius=f"{point.radius * manner.scale:.2g}",
        opacity=f"{point.opacity:.3g}",
        fill=certain if point.certain else hollow,
    )


def _text(label: Label, camera: Camera, manner: Manner, ground: Ground | None) -> _Text:
    x, y = camera.pixel(label.position)
    size = max(label.size + manner.letters, manner.smallest_letters)
    # A style sets letters in the middle of their line; not every reader of files can.
    baseline = BASELINE * size if ground else 0.0
    return _Text(
        of_water=label.kind == WATER_LABEL,
        x=f"{x + label.dx:.1f}",
        y=f"{y + label.dy + baseline:.1f}",
        anchor=ANCHORS[label.align],
        opacity=f"{label.opacity:.3g}",
        size=f"{size:g}",
        text=label.text,
    )


def drawing(
    content: MapContent, manner: Manner, courses: Courses, ground: Ground | None = None
) -> Markup:
    """Return what lies on the ground as SVG, from the bands at the bottom to the labels on top.

    Parameters
    ----------
    content : MapContent
        What the map shows.
    manner : Manner
        How large things are drawn.
    courses : Courses
        Where the courses of lines are written.
    ground : Ground, optional
        Colours to write into the drawing; without them the styles of the page give the colours.
    """
    arrows: Sequence[Arrow] = content.arrows if manner.separate else ()
    return _svg(
        lines=_lines(content, manner, courses),
        attribute=courses.attribute,
        arrows=[_arrow(arrow, content.camera) for arrow in arrows],
        points=[_circle(point, content.camera, manner, ground) for point in content.points],
        labels=[_text(label, content.camera, manner, ground) for label in content.labels],
        ground=ground,
    )
