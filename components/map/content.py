"""Content of the map for one choice of filters: camera, lines, points, labels."""

from dataclasses import dataclass, replace
from functools import lru_cache

from components.map.camera import Bounds, Camera, fitted
from components.map.captions import captions
from components.map.labels import Label, placed
from components.map.points import Point, points
from components.map.scene import scene
from components.map.strokes import Arrow, Lines, Stroke, arrows, bands, strokes
from data.choice.parameters import Filters, without
from data.choice.subjects import Scope
from data.language.languages import Language
from data.load.dataset import Dataset

Canvas = tuple[float, float]

WIDE, NARROW, CARD = (590.0, 430.0), (330.0, 380.0), (480.0, 200.0)
"""Canvas in pixels that labels are placed for: on a desk, on a phone, in a card."""

WHOLE = Bounds(12, 27, 112, 56)
"""What is shown where no view loaded."""


@dataclass(frozen=True, kw_only=True, eq=False)
class MapContent:
    """Everything that lies on the ground of the map; it equals only itself, so it can be a key."""

    camera: Camera
    bands: tuple[Stroke, ...]
    strokes: tuple[Stroke, ...]
    arrows: tuple[Arrow, ...]
    points: tuple[Point, ...]
    labels: tuple[Label, ...]


def view_bounds(dataset: Dataset, view: str) -> tuple[Bounds, int]:
    """Return the bounds of a view and the least important labels it shows; the whole by default."""
    if "map_views" in dataset.tables:
        for row in dataset.tables["map_views"].to_dict("records"):
            if row["view"] == view:
                edges = (float(row[edge]) for edge in ("west", "south", "east", "north"))
                return Bounds(*edges), int(row["detail"])
    return WHOLE, 1


def map_choice(filters: Filters) -> Filters:
    """Return the filters without those that do not change the map, as a cache key."""
    year = filters.map_year
    return replace(
        without(filters, Scope.PLACES), years=(year, year), as_of=None, trade="", investment=""
    )


def corridor_choice(dataset: Dataset, filters: Filters) -> Filters:
    """Return `map_choice` with the view that shows the whole corridor."""
    view = next(iter(dataset.texts("map_views", "view")), "")
    return map_choice(replace(filters, view=view))


@lru_cache(maxsize=128)
def map_content(
    dataset: Dataset, filters: Filters, language: Language, canvas: Canvas = WIDE
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

    Raises
    ------
    TableRefusedError
        Where the table of routes did not load.
    """
    seen = scene(dataset, filters, language)
    lines, places = Lines(bands(seen), strokes(seen)), points(seen)
    bounds, detail = view_bounds(dataset, filters.view)
    camera = fitted(bounds, *canvas)
    return MapContent(
        camera=camera,
        bands=lines.bands,
        strokes=lines.strokes,
        arrows=tuple(arrows(lines.strokes)),
        points=places,
        labels=placed(captions(seen, lines, places, camera, detail), camera),
    )
