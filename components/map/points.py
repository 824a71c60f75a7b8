"""Points of the map: ports, terminals, fields, and named places on the routes."""

from dataclasses import dataclass

from components.map.scene import Scene
from components.map.style import CONFIDENCE_NAMES
from data.evidence.names import label_of
from data.evidence.routes import places_on_routes, waypoint_positions
from data.geometry import Position

PLACE, FIELD = "place", "field"
CERTAIN = "high"


@dataclass(frozen=True, kw_only=True)
class Point:
    """A facility or place on the map; a click selects it."""

    code: str
    kind: str
    position: Position
    confidence: str
    opacity: float
    selected: bool
    title: str
    tip: str


def _sureness(scene: Scene, confidence: str) -> list[str]:
    """Say how sure a position is, where it is not."""
    return [] if confidence == CERTAIN else [scene.language.gettext(CONFIDENCE_NAMES[confidence])]


def _facilities(scene: Scene) -> dict[Position, Point]:
    """Return one point for each position; the selected facility, else the first, stands for all."""
    found: dict[Position, Point] = {}
    for code in scene.visible:
        route = scene.route(code)
        taken = route.position in found and code != scene.filters.route
        if route.position is not None and not taken:
            found[route.position] = Point(
                code=code,
                kind=route.kind,
                position=route.position,
                confidence=route.confidence,
                opacity=scene.opacity[code],
                selected=code == scene.filters.route,
                title=scene.name(code),
                tip=" · ".join([scene.tip(code), *_sureness(scene, route.confidence)]),
            )
    return found


def points(scene: Scene) -> tuple[Point, ...]:
    """Return the facilities, then the places on visible routes; no position holds two."""
    found = _facilities(scene)
    for place, through in places_on_routes(scene.dataset).items():
        position, confidence = waypoint_positions(scene.dataset)[place]
        shown = [code for code in through if code in scene.visible]
        if shown and position not in found:
            count = scene.language.ngettext(
                "{count} route on the map", "{count} routes on the map", len(shown)
            ).format(count=scene.language.number(len(shown)))
            found[position] = Point(
                code=place,
                kind=PLACE,
                position=position,
                confidence=confidence,
                opacity=max(scene.opacity[code] for code in shown),
                selected=place == scene.filters.route,
                title=label_of(scene.dataset, "places", place, scene.language),
                tip=" · ".join([count, *_sureness(scene, confidence)]),
            )
    return tuple(found.values())
