"""Content of the map for one choice of filters: camera, lines, points, labels."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from components.map.camera import Bounds, Camera, fitted
from components.map.captions import captions
from components.map.labels import Candidate, Label, Level, levels, placed
from components.map.points import Point, points
from components.map.scene import scene
from components.map.strokes import Arrow, Lines, Stroke, arrows, bands, strokes
from data.choice.camera import REFERENCE
from data.choice.parameters import Filters, without
from data.choice.subjects import Scope
from data.evidence.routes import Route, routes
from data.language.languages import Language
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.problems import TableRefusedError

Canvas = tuple[float, float]

WIDE, NARROW, CARD = REFERENCE, (330.0, 380.0), (480.0, 230.0)
"""Canvas in pixels that labels are placed for: on a desk, on a phone, in a card."""

MARGIN = 1.25
"""Extent of the view of a selected route, in extents of the route."""

NARROWEST_VIEW = 6.0
"""Least width of that view, in degrees."""

WIDEST_ROUTE, DETAIL_OF_ROUTE = 40.0, 2
"""Width in degrees below which that view shows more labels, and how many."""

DETAIL_OF_ZOOM = ((6.0, 3), (5.0, 2))
"""Least zoom of a map moved by the reader, and the least important labels shown from it on."""

MOST_DETAIL = 3

WHOLE = Bounds(12, 27, 112, 56)
"""What is shown where no view loaded."""


@dataclass(frozen=True, kw_only=True, eq=False)
class MapContent:
    """Everything that lies on the ground of the map; it equals only itself, so it can be a key.

    Attributes
    ----------
    camera : Camera
        Where the map looks.
    bands, strokes, arrows, points, labels : tuple
        What is drawn, from the bottom to the top.
    candidates : tuple of Candidate
        What closer views may name, the most important first.
    since : int or None
        Year that it is compared with.
    """

    camera: Camera
    bands: tuple[Stroke, ...]
    strokes: tuple[Stroke, ...]
    arrows: tuple[Arrow, ...]
    points: tuple[Point, ...]
    labels: tuple[Label, ...]
    candidates: tuple[Candidate, ...]
    since: int | None = None

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """Labels by the zoom from which they are shown, for a map that zooms by itself."""
        return levels(self.labels, self.candidates, self.camera)


@kept_with_dataset
def _views(dataset: Dataset) -> Mapping[str, tuple[Bounds, int]]:
    """Return the bounds of every view and the least important labels it shows."""
    if "map_views" not in dataset.tables:
        return {}
    return {
        row["view"]: (
            Bounds(*(float(row[edge]) for edge in ("west", "south", "east", "north"))),
            int(row["detail"]),
        )
        for row in dataset.tables["map_views"].to_dict("records")
    }


def view_bounds(dataset: Dataset, view: str) -> tuple[Bounds, int]:
    """Return the bounds of a view and the least important labels it shows; the whole by default."""
    return _views(dataset).get(view, (WHOLE, 1))


def _around(route: Route) -> Bounds:
    """Return the bounds of a route with a margin, wide enough for its surroundings to be known."""
    longitudes, latitudes = zip(
        *(point for part in route.sections for point in part.course), strict=True
    )
    middle = (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2
    east = max((max(longitudes) - min(longitudes)) * MARGIN, NARROWEST_VIEW) / 2
    north = max((max(latitudes) - min(latitudes)) * MARGIN, NARROWEST_VIEW / 2) / 2
    return Bounds(middle[0] - east, middle[1] - north, middle[0] + east, middle[1] + north)


def home_bounds(dataset: Dataset, filters: Filters) -> tuple[Bounds, int]:
    """Return the bounds of the large map before the reader moves it, and its least labels.

    In the first view a selected route is shown whole and as large as the canvas allows; every
    other view is kept.
    """
    route = routes(dataset).get(filters.route)
    first = next(iter(dataset.texts("map_views", "view")), "")
    if route is None or not route.sections or filters.view != first:
        return view_bounds(dataset, filters.view)
    bounds = _around(route)
    return bounds, DETAIL_OF_ROUTE if bounds.east - bounds.west < WIDEST_ROUTE else 1


def shown_bounds(dataset: Dataset, filters: Filters) -> tuple[Bounds, int]:
    """Return the bounds of the large map, and the least important labels it shows."""
    moved = filters.camera
    if moved is None:
        return home_bounds(dataset, filters)
    detail = next((detail for zoom, detail in DETAIL_OF_ZOOM if moved.zoom >= zoom), 1)
    return Camera(moved.longitude, moved.latitude, moved.zoom, *REFERENCE).bounds, detail


def without_outdated_camera(dataset: Dataset, before: Filters, after: Filters) -> Filters:
    """Return the filters after a choice, without the camera if the choice moves the map."""
    if after.camera is None:
        return after
    try:
        moves = home_bounds(dataset, before) != home_bounds(dataset, after)
    except TableRefusedError:
        moves = before.view != after.view
    return replace(after, camera=None) if moves else after


def map_choice(filters: Filters) -> Filters:
    """Return the filters without those that do not change the map, as a cache key."""
    year = filters.map_year
    return replace(
        without(filters, Scope.PLACES, Scope.SOURCES),
        years=(year, year),
        as_of=None,
        trade="",
        investment="",
    )


def corridor_choice(dataset: Dataset, filters: Filters) -> Filters:
    """Return `map_choice` with the view that shows the whole corridor."""
    view = next(iter(dataset.texts("map_views", "view")), "")
    return map_choice(replace(filters, view=view, camera=None))


@lru_cache(maxsize=128)
def map_content(
    dataset: Dataset,
    filters: Filters,
    language: Language,
    canvas: Canvas = WIDE,
    *,
    main: bool = False,
) -> MapContent:
    """Return what the map shows.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    filters : Filters
        The reader's choice: year of the map, view, selection and sectors.
    language : Language
        Language of labels and tooltips.
    canvas : Canvas
        Width and height in pixels that labels are placed for, such as `WIDE`, `NARROW` or `CARD`.
    main : bool
        Whether only the main routes, and what is selected, are drawn.

    Raises
    ------
    TableRefusedError
        Where the table of routes did not load.
    """
    seen = scene(dataset, filters, language, main=main)
    lines, places = Lines(bands(seen), strokes(seen)), points(seen)
    whole = main or canvas == CARD
    bounds, detail = view_bounds(dataset, filters.view) if whole else shown_bounds(dataset, filters)
    camera = fitted(bounds, *canvas)
    return MapContent(
        camera=camera,
        bands=lines.bands,
        strokes=lines.strokes,
        arrows=tuple(arrows(lines.strokes)),
        points=places,
        labels=placed(captions(seen, lines, places, camera, detail), camera),
        candidates=tuple(captions(seen, lines, places, camera, MOST_DETAIL)),
        since=filters.compared_year,
    )
