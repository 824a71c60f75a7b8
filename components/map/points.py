"""Points of the map: ports, terminals, fields, and named places on the routes."""

from dataclasses import dataclass

from components.map.scene import Scene
from components.map.style import (
    CONFIDENCE_NAMES,
    FACILITY_RADIUS,
    PLACE_RADIUS,
    SELECTED_RADIUS,
)
from components.text.lists import side_by_side
from data.evidence.line_places import lines_through
from data.evidence.names import selection_name
from data.evidence.routes import places_on_routes, waypoint_positions
from data.geometry import Position
from data.language.languages import Language

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

    @property
    def certain(self) -> bool:
        """Whether its position is certain; others are drawn hollow."""
        return self.confidence == CERTAIN

    @property
    def radius(self) -> float:
        """Radius in pixels."""
        if self.selected:
            return SELECTED_RADIUS
        return PLACE_RADIUS if self.kind == PLACE else FACILITY_RADIUS


def with_confidence(tip: str, confidence: str, language: Language) -> str:
    """Return a tooltip that ends in how certain the position is, where it is not certain."""
    if confidence == CERTAIN:
        return tip
    return side_by_side((tip, language.gettext(CONFIDENCE_NAMES[confidence])))


def place_tip(count: int, confidence: str, language: Language) -> str:
    """Return the second line of a place's tooltip: how many routes of the map run through it."""
    saying = language.ngettext("{count} route on the map", "{count} routes on the map", count)
    return with_confidence(saying.format(count=language.number(count)), confidence, language)


def _facilities(scene: Scene) -> dict[Position, Point]:
    """Return one point for each position: that of the selected facility, or of the first one."""
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
                tip=with_confidence(scene.tip(code), route.confidence, scene.language),
            )
    return found


def _passes(scene: Scene, code: str, place: str) -> bool:
    """Return whether a drawn line of a route runs through a place."""
    lines = lines_through(scene.dataset)[place]
    return any(section.line in lines for section in scene.sections(code))


def points(scene: Scene) -> tuple[Point, ...]:
    """Return the facilities, then the places on visible routes; no position holds two."""
    found = _facilities(scene)
    for place, through in places_on_routes(scene.dataset).items():
        position, confidence = waypoint_positions(scene.dataset)[place]
        shown = [code for code in through if code in scene.visible and _passes(scene, code, place)]
        selected = place == scene.filters.route
        if (shown or selected) and position not in found:
            found[position] = Point(
                code=place,
                kind=PLACE,
                position=position,
                confidence=confidence,
                opacity=max((scene.opacity[code] for code in shown), default=1.0),
                selected=selected,
                title=selection_name(place, dataset=scene.dataset, language=scene.language),
                tip=place_tip(len(shown), confidence, scene.language),
            )
    return tuple(found.values())
