"""Names at the edges of the view of the whole corridor: where its main routes go on beyond it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from components.map.camera import Camera
from components.map.labels import Candidate
from components.map.scene import Scene
from components.map.strokes import Stroke
from components.map.style import COUNTRY_OPACITY, SCHEMATIC_OPACITY
from data.evidence.main_routes import main_routes
from data.evidence.names import country_name
from data.geometry import Position

EDGE_SIZE = 11.0
"""Size in pixels of a name at an edge."""

SHIFTS = (0.0, 12.0, -12.0, 24.0, -24.0, 40.0, -40.0)
"""Pixels along the edge by which a name may be moved to find room."""

WEST, EAST = "\N{LEFTWARDS ARROW}", "\N{RIGHTWARDS ARROW}"

DECIMALS = 3
"""Decimals to which the end of a line is a waypoint."""


@dataclass(frozen=True)
class Exit:
    """Where a line leaves the view: side, country of its end, and pixels from the top."""

    side: str
    country: str
    height: float


def _rounded(position: Position) -> Position:
    return round(position[0], DECIMALS), round(position[1], DECIMALS)


def _country_of_ends(scene: Scene) -> dict[Position, str]:
    """Return the country of each waypoint by its position; none on a border."""
    if "waypoints" not in scene.dataset.tables:
        return {}
    rows = scene.dataset.tables["waypoints"].to_dict("records")
    return {
        _rounded((float(row["lon"]), float(row["lat"]))): row["country"]
        for row in rows
        if ";" not in row["country"]
    }


def _exits(scene: Scene, strokes: Iterable[Stroke], camera: Camera) -> Iterator[Exit]:
    """Yield where lines of the main routes leave the view to the west or east."""
    main, countries = main_routes(scene.dataset), _country_of_ends(scene)
    for stroke in strokes:
        if stroke.route not in main or stroke.opacity < SCHEMATIC_OPACITY:
            continue
        for course in (stroke.points, stroke.points[::-1]):
            inside = [place for place, point in enumerate(course) if camera.shows(point)]
            country = countries.get(_rounded(course[-1]))
            if not inside or not country or inside[-1] == len(course) - 1:
                continue
            _x, height = camera.pixel(course[inside[-1]])
            beyond, _y = camera.pixel(course[inside[-1] + 1])
            if not 0 <= beyond <= camera.width:
                yield Exit(WEST if beyond < 0 else EAST, country, height)


def edge_names(scene: Scene, strokes: Iterable[Stroke], camera: Camera) -> list[Candidate]:
    """Return a name with an arrow for each country to which main routes lead beyond the view.

    A line that ends at the edge of the map would otherwise seem to end there. A view of a part of
    the corridor, or one that the reader has moved, does not claim to show the whole.
    """
    filters = scene.filters
    first = next(iter(scene.dataset.texts("map_views", "view")), "")
    if filters.view != first or filters.camera is not None:
        return []
    labels: dict[tuple[str, str], Candidate] = {}
    for one in _exits(scene, strokes, camera):
        name = country_name(one.country, dataset=scene.dataset, language=scene.language)
        upper = scene.language.upper(name)
        text = f"{WEST} {upper}" if one.side == WEST else f"{upper} {EAST}"
        edge = 0.0 if one.side == WEST else camera.width
        labels.setdefault(
            (one.side, one.country),
            Candidate(
                text=text,
                kind="country",
                size=EDGE_SIZE,
                positions=tuple(camera.position(edge, one.height + shift) for shift in SHIFTS),
                # The text ends at the edge, also where letters keep their size on a smaller map.
                beside=True,
                opacity=COUNTRY_OPACITY,
            ),
        )
    return list(labels.values())
