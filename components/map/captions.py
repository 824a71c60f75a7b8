"""Labels of the map in the order of their importance."""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import dist

from components.map.camera import Camera
from components.map.edges import edge_names
from components.map.ground import HOME_COUNTRIES
from components.map.labels import Candidate
from components.map.points import FIELD, Point
from components.map.scene import Scene
from components.map.strokes import Lines, Stroke, close_spots, label_spots
from components.map.style import COUNTRY_OPACITY, SCHEMATIC_OPACITY
from data.evidence.routes import places_on_routes
from data.geometry import Position, geodesic_km

FIRST_TOWNS = 6
"""How many of the places with most routes are named before the routes are."""

LONGEST_LABEL = 30
"""Greatest length of a route name on the map, in characters; the tooltip has longer names."""

_ABBREVIATION = re.compile(r"\((?:[^()]*, )?([^\W\d_]{2,7})\)")

ROUTE_LABEL, PLACE_LABEL, COUNTRY_LABEL, WATER_LABEL = "route", "place", "country", "water"

HOME_SIZE = 15.0
"""Size in pixels of the names of the two countries the Atlas is about."""

HOME_SHIFTS = ((0.0, 0.0), (0.0, 1.2), (0.0, -1.2), (3.0, 0.0), (-3.0, 0.0), (-3.0, -1.2))
"""Degrees east and north by which these names may be moved to find room."""


def plain_name(text: str) -> str:
    """Return a name without the part in brackets or after a slash."""
    return text.partition(" (")[0].partition(" / ")[0]


def short_name(text: str) -> str:
    """Return a name for the map: its abbreviation, or the part before brackets."""
    found = _ABBREVIATION.search(text)
    if found and found[1].isupper():
        return found[1]
    return plain_name(text)


def _ground(scene: Scene, detail: int) -> list[Candidate]:
    """Return the names of countries and waters up to a rank, the most important first."""
    if "map_labels" not in scene.dataset.tables:
        return []
    rows = scene.dataset.tables["map_labels"]
    found = []
    for row in rows[rows["rank"] <= detail].sort_values("rank").to_dict("records"):
        name = row[scene.language.column("name")]
        country = row["kind"] == "country"
        home = row["label"] in HOME_COUNTRIES
        longitude, latitude = float(row["lon"]), float(row["lat"])
        found.append(
            Candidate(
                text=scene.language.upper(name) if country else name,
                kind=COUNTRY_LABEL if country else WATER_LABEL,
                size=HOME_SIZE if home else 12.0 if row["rank"] == 1 else 11.0,
                positions=tuple(
                    (longitude + east, latitude + north)
                    for east, north in (HOME_SHIFTS if home else HOME_SHIFTS[:1])
                ),
                beside=False,
                opacity=COUNTRY_OPACITY if country and not home else 1.0,
            )
        )
    return found


def _spots(parts: Sequence[Stroke], camera: Camera, *, moved: bool) -> list[Position]:
    """Return where the name of a route may stand; on a part of a line, also between the usual."""
    usual = [spot for part in parts for spot in label_spots(part.points)]
    if not moved or any(camera.shows(spot) for spot in usual):
        return usual
    return [
        spot for part in parts for spot in close_spots(part.points) if camera.shows(spot)
    ] or usual


def _route_names(
    strokes: Iterable[Stroke], bands: Iterable[Stroke], camera: Camera, *, moved: bool
) -> dict[str, Candidate]:
    """Return one label for each route: a corridor near the middle of the view, in full."""

    def central(spots: Iterable[Position]) -> list[Position]:
        seen = [spot for spot in spots if camera.shows(spot)]
        return sorted(seen, key=lambda spot: dist(camera.pixel(spot), camera.middle))

    names: dict[str, Candidate] = {}
    by_route: dict[str, list[Stroke]] = {}
    for band in bands:
        by_route.setdefault(band.route, []).append(band)
    for route, own in by_route.items():
        names[route] = Candidate(
            text=plain_name(own[0].title),
            kind=ROUTE_LABEL,
            size=12.5,
            positions=central(spot for band in own for spot in label_spots(band.points)),
            beside=True,
            opacity=max(band.opacity for band in own),
        )
    lines: dict[str, list[Stroke]] = {}
    for stroke in sorted(strokes, key=lambda stroke: -geodesic_km(stroke.points)):
        lines.setdefault(stroke.route, []).append(stroke)
    for route, parts in lines.items():
        names.setdefault(
            route,
            Candidate(
                text=short_name(parts[0].title),
                kind=ROUTE_LABEL,
                size=12.0,
                positions=_spots(parts, camera, moved=moved),
                beside=True,
                opacity=parts[0].opacity,
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
    scene: Scene, lines: Lines, points: Iterable[Point], camera: Camera, detail: int
) -> Iterator[Candidate]:
    """Yield all labels by importance.

    The two countries of the Atlas come first, then the selection, countries beyond the view, large
    countries, towns, routes, other places; the main routes come before countries.

    Parameters
    ----------
    scene : Scene
        What the map is drawn from.
    lines : Lines
        Bands and strokes that are named.
    points : iterable of Point
        Facilities and places that are named.
    camera : Camera
        Where the map looks.
    detail : int
        Least important names of countries and waters to write, 1 to 3.
    """
    moved = scene.filters.camera is not None
    names = _route_names(lines.strokes, lines.bands, camera, moved=moved)
    places = _place_names(scene, points)
    selected = [
        group[scene.filters.route] for group in (names, places) if scene.filters.route in group
    ]
    named = _ground(scene, detail)
    home = [label for label in named if label.size == HOME_SIZE]
    ground = [label for label in named if label not in home]
    large = [label for label in ground if label.size > ground[-1].size] or ground
    rest = [
        place
        for place in places.values()
        if place not in selected and place.opacity >= SCHEMATIC_OPACITY
    ]
    yield from home
    yield from selected
    routes = [
        name
        for name in names.values()
        if name.opacity >= SCHEMATIC_OPACITY
        and len(name.text) <= LONGEST_LABEL
        and name not in selected
    ]
    edges = edge_names(scene, lines.strokes, camera)
    if scene.main:
        yield from (*routes, *edges, *large, *rest)
    else:
        yield from (*edges, *large, *rest[:FIRST_TOWNS], *routes, *rest[FIRST_TOWNS:])
    yield from (label for label in ground if label not in large)
