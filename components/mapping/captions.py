"""What is written on the map, in the order of its importance."""

import re
from collections.abc import Iterable, Iterator

from components.mapping.labels import Candidate
from components.mapping.points import FIELD, Point
from components.mapping.scene import Scene
from components.mapping.strokes import Stroke, label_spots
from data.geometry import geodesic_km
from data.routes import places_on_routes

FIRST_TOWNS = 6
"""How many of the places with most routes are named before the routes are."""

LONGEST_LABEL = 30
"""Characters of the longest route name written on the map; longer ones stand in the tooltip."""

_ABBREVIATION = re.compile(r"\((?:[^()]*, )?([^\W\d_]{2,7})\)")

ROUTE_LABEL, PLACE_LABEL, COUNTRY_LABEL, WATER_LABEL = "route", "place", "country", "water"


def plain_name(text: str) -> str:
    """Return a name without what stands in brackets or behind a stroke."""
    return text.partition(" (")[0].partition(" / ")[0]


def short_name(text: str) -> str:
    """Return a name for the map itself: its abbreviation, or what stands before brackets."""
    found = _ABBREVIATION.search(text)
    if found and found[1].isupper():
        return found[1]
    return plain_name(text)


def _ground(scene: Scene, detail: int) -> list[Candidate]:
    """Return the names of countries and waters up to a rank, the most important first."""
    if "map_labels" not in scene.dataset.tables:
        return []
    rows = scene.dataset.tables["map_labels"]
    return [
        Candidate(
            text=row[scene.language.column("name")],
            kind=COUNTRY_LABEL if row["kind"] == "country" else WATER_LABEL,
            size=12.0 if row["rank"] == 1 else 11.0,
            positions=((float(row["lon"]), float(row["lat"])),),
            beside=False,
        )
        for row in rows[rows["rank"] <= detail].sort_values("rank").to_dict("records")
    ]


def _route_names(strokes: Iterable[Stroke]) -> dict[str, Candidate]:
    """Return one label for each route, along the longest of its lines."""
    names: dict[str, Candidate] = {}
    for stroke in sorted(strokes, key=lambda stroke: -geodesic_km(stroke.points)):
        names.setdefault(
            stroke.route,
            Candidate(
                text=short_name(stroke.title),
                kind=ROUTE_LABEL,
                size=12.0,
                positions=label_spots(stroke.points),
                beside=True,
                opacity=stroke.opacity,
            ),
        )
    return names


def _place_names(scene: Scene, points: Iterable[Point]) -> dict[str, Candidate]:
    """Return one label for each point, those with most routes first."""
    through = places_on_routes(scene.dataset)
    return {
        point.code: Candidate(
            text=short_name(point.title) if point.kind == FIELD else plain_name(point.title),
            kind=PLACE_LABEL,
            size=11.5,
            positions=(point.position,),
            beside=True,
            opacity=point.opacity,
        )
        for point in sorted(points, key=lambda point: -len(through.get(point.code, ())))
    }


def captions(
    scene: Scene, strokes: Iterable[Stroke], points: Iterable[Point], detail: int
) -> Iterator[Candidate]:
    """Yield every label that wants a place: what is selected, large names, routes, the rest.

    Parameters
    ----------
    scene : Scene
        What the map is drawn from.
    strokes, points : iterables
        What is named.
    detail : int
        Least important names of countries and waters to write, 1 to 3.
    """
    names, places = _route_names(strokes), _place_names(scene, points)
    selected = [
        group[scene.filters.route] for group in (names, places) if scene.filters.route in group
    ]
    ground = _ground(scene, detail)
    large = [label for label in ground if label.size > ground[-1].size] or ground
    rest = [place for place in places.values() if place not in selected]
    yield from selected
    yield from large
    yield from rest[:FIRST_TOWNS]
    yield from (
        name
        for name in names.values()
        if name.opacity == 1.0 and len(name.text) <= LONGEST_LABEL and name not in selected
    )
    yield from rest[FIRST_TOWNS:]
    yield from (label for label in ground if label not in large)
