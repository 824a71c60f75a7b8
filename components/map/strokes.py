"""Lines of the map: bands of corridors, routes above them, and the arrows of their flow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import atan2, degrees, radians

from components.map.camera import mercator
from components.map.scene import Scene, capacity_of
from components.map.style import (
    SCHEMATIC_OPACITY,
    SELECTED_WIDER,
    line_width,
)
from data.evidence.layers import LAYER_OF_MODE
from data.evidence.routes import STATUSES, Route, Section
from data.geometry import SCHEMATIC, LineString, Position, geodesic_km, legs_km
from data.lasting import kept_over_reloads

CORRIDOR = "corridor"
ARROW_EVERY_KM = 700.0

FEW_LINES = 4
"""A route of more lines than these is made of other routes."""

CLOSE_SPOTS = 40
"""Parts of a line between which a label may stand in a close view."""

LANE_GAP = 1.0
"""Pixels between two lines that run beside each other."""


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """One line of the map as it is drawn.

    Attributes
    ----------
    route : str
        Code of the route that a click selects.
    line : str
        Code of the line.
    group, status : str
        What runs there, and the status as of the year of the map.
    width, opacity : float
        Pixels, and a share of 1.
    points : tuple of positions
        In the direction of flow.
    offset : float
        Pixels to the right of its direction, where it runs beside another line.
    flows : bool
        Whether it flows one way only.
    selected : bool
        Whether its route is the selected one.
    changed : bool
        Whether its status differs from that in the year the map is compared with.
    title, tip : str
        The two lines of its tooltip.
    """

    route: str
    line: str
    group: str
    status: str
    width: float
    opacity: float
    points: LineString
    flows: bool
    selected: bool
    changed: bool
    title: str
    tip: str
    offset: float = 0.0

    @property
    def edged(self) -> bool:
        """Whether it is drawn with a light and a dark edge."""
        return self.selected or self.changed


@dataclass(frozen=True)
class Lines:
    """Bands of corridors, and the lines above them."""

    bands: tuple[Stroke, ...]
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """A mark of flow: where it sits and where it points, in degrees clockwise from north."""

    position: Position
    bearing: float
    group: str
    opacity: float


def _claims(scene: Scene) -> dict[str, tuple[Route, Section]]:
    """Assign each line to one route, so that shared lines are drawn once.

    The route made of few lines goes first, which names the line most narrowly, and among those
    the one in operation. Long routes take what is left, a corridor before a train that used it.
    """
    ranked = sorted(
        (scene.route(code) for code in scene.visible),
        key=lambda route: (
            len(route.sections) > FEW_LINES,
            len(route.sections) > FEW_LINES and route.kind != CORRIDOR,
            STATUSES.index(scene.visible[route.code]),
            len(route.sections),
        ),
    )
    claimed: dict[str, tuple[Route, Section]] = {}
    for route in ranked:
        for section in scene.sections(route.code):
            claimed.setdefault(section.line, (route, section))
    return claimed


def _stroke(scene: Scene, route: Route, section: Section, opacity: float) -> Stroke:
    corridor = route.kind == CORRIDOR
    capacity = None if corridor else capacity_of(route, scene.dataset, scene.language)
    selected = route.code == scene.filters.route
    return Stroke(
        route=route.code,
        line=section.line,
        group=LAYER_OF_MODE[section.mode],
        status=scene.visible[route.code],
        width=line_width(capacity.value if capacity else None) + SELECTED_WIDER * selected,
        opacity=opacity * (SCHEMATIC_OPACITY if section.precision == SCHEMATIC else 1.0),
        points=section.course,
        flows=section.flow != "both",
        selected=selected,
        changed=route.code in scene.changes,
        title=scene.name(route.code),
        tip=scene.tip(route.code),
    )


def bands(scene: Scene) -> tuple[Stroke, ...]:
    """Return the bands of the corridors, each line once.

    The most emphasised corridor lies on top, then the one in operation, then the longest.
    """
    laid: dict[str, Stroke] = {}
    corridors = [route for route in map(scene.route, scene.visible) if route.kind == CORRIDOR]
    for route in sorted(
        corridors,
        key=lambda route: (
            route.code == scene.filters.route,
            -STATUSES.index(scene.visible[route.code]),
            len(route.sections),
        ),
    ):
        for section in scene.sections(route.code):
            own = _stroke(scene, route, section, scene.opacity[route.code])
            if section.line not in laid or own.opacity >= laid[section.line].opacity:
                laid[section.line] = own
    # Lines that look alike follow each other, so that they can be drawn as one.
    return tuple(sorted(laid.values(), key=lambda band: (band.opacity, band.group)))


def _opacity_by_line(scene: Scene) -> dict[str, float]:
    """Return the strongest opacity of the routes on each line, so that shared lines stay clear."""
    found: dict[str, float] = {}
    for code in scene.visible:
        for section in scene.sections(code):
            found[section.line] = max(found.get(section.line, 0.0), scene.opacity[code])
    return found


def strokes(scene: Scene) -> tuple[Stroke, ...]:
    """Return the lines above the bands, each drawn once, the selected route on top.

    What lies on top takes a click: lines of corridors are the lowest, then routes of many lines.
    """
    opacity = _opacity_by_line(scene)
    lines = {
        line: _stroke(scene, route, section, opacity[line])
        for line, (route, section) in _claims(scene).items()
    }
    if scene.filters.route in scene.visible:
        route = scene.route(scene.filters.route)
        for section in route.sections:
            lines.pop(section.line, None)
            lines[section.line] = _stroke(scene, route, section, 1.0)
    narrow_last = _side_by_side(tuple(lines.values()))[::-1]
    return tuple(
        sorted(
            narrow_last,
            key=lambda stroke: (stroke.selected, scene.route(stroke.route).kind != CORRIDOR),
        )
    )


@kept_over_reloads
@lru_cache(maxsize=1024)
def _edges(points: LineString) -> frozenset[frozenset[Position]]:
    return frozenset(frozenset(pair) for pair in pairwise(points))


def _side_by_side(drawn: tuple[Stroke, ...]) -> tuple[Stroke, ...]:
    """Move lines that run through the same places beside each other, so that both are seen.

    Lines of the selected route keep their position; the others are moved.
    """
    laid: dict[str, Stroke] = {}
    lines_on: dict[frozenset[Position], list[str]] = {}
    for stroke in sorted(drawn, key=lambda stroke: not stroke.selected):
        edges = _edges(stroke.points)
        beside = {line for edge in edges for line in lines_on.get(edge, ())}
        if beside:
            side = 1 if len(beside) % 2 else -1
            room = (stroke.width + max(laid[line].width for line in beside)) / 2 + LANE_GAP
            laid[stroke.line] = replace(stroke, offset=side * room)
        else:
            laid[stroke.line] = stroke
        for edge in edges:
            lines_on.setdefault(edge, []).append(stroke.line)
    return tuple(laid[stroke.line] for stroke in drawn)


def along(points: LineString, share: float) -> tuple[Position, float]:
    """Return the position at a share of a line's length, and the bearing of the line there.

    The bearing is that on the Mercator map, in degrees clockwise from north.
    """
    steps = legs_km(points)
    left = share * sum(steps)
    for (start, end), step in zip(pairwise(points), steps, strict=True):
        if left <= step or step == steps[-1]:
            part = left / step if step else 0.0
            position = (
                start[0] + (end[0] - start[0]) * min(part, 1.0),
                start[1] + (end[1] - start[1]) * min(part, 1.0),
            )
            east = radians(end[0] - start[0])
            return position, degrees(atan2(east, mercator(end[1]) - mercator(start[1])))
        left -= step
    return points[-1], 0.0


@kept_over_reloads
@lru_cache(maxsize=512)
def _marks_along(points: LineString) -> tuple[tuple[Position, float], ...]:
    count = max(1, round(geodesic_km(points) / ARROW_EVERY_KM))
    return tuple(along(points, (number + 0.5) / count) for number in range(count))


@kept_over_reloads
@lru_cache(maxsize=512)
def label_spots(points: LineString) -> tuple[Position, ...]:
    """Return where a label may stand along a line, best first."""
    return tuple(along(points, share)[0] for share in (0.5, 0.35, 0.65, 0.2, 0.8))


@kept_over_reloads
@lru_cache(maxsize=512)
def close_spots(points: LineString) -> tuple[Position, ...]:
    """Return where a label may stand along a line of which a view shows a part."""
    return tuple(along(points, share / CLOSE_SPOTS)[0] for share in range(1, CLOSE_SPOTS))


def arrows(strokes: Iterable[Stroke]) -> Iterator[Arrow]:
    """Yield the marks of flow along lines that flow one way."""
    for stroke in strokes:
        if stroke.flows:
            for position, bearing in _marks_along(stroke.points):
                yield Arrow(
                    position=position,
                    bearing=bearing,
                    group=stroke.group,
                    opacity=stroke.opacity,
                )
