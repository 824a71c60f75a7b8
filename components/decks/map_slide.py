"""The map on a slide: the SVG drawing with its ground, in colours that follow the theme."""

from dataclasses import dataclass, fields

from markupsafe import Markup

from components.figures.figure import Figure
from components.map.legend import colour_legend
from components.map.svg import Manner, drawing
from components.map.svg_view import courses_in_place
from components.page.tokens import Ground
from data.evidence.names import label_of
from data.language.languages import Language
from data.load.dataset import Dataset

CANVAS = (725.0, 265.0)
"""Width and height in pixels that labels are placed for; a slide enlarges the map."""

ON_WALL = Manner(smallest_letters=11.2)

GROUND = Ground(
    **{field.name: f"var(--map-{field.name.replace('_', '-')})" for field in fields(Ground)}
)
"""Colours as variables of the style sheet, so that one drawing serves both themes."""


@dataclass(frozen=True, kw_only=True)
class MapView:
    """A map on a slide.

    Attributes
    ----------
    width, height : float
        Its canvas in pixels.
    ground, drawing, legend : Markup
        Land and borders and what lies on them as SVG, and what the colours mean as HTML.
    tips : dict of str to list of str
        Name and further text of each line and point, by its code.
    """

    width: float
    height: float
    ground: Markup
    drawing: Markup
    legend: Markup
    tips: dict[str, list[str]]


def map_view(figure: Figure, dataset: Dataset, language: Language) -> MapView | None:
    """Return the map of a figure; None for a chart.

    Parameters
    ----------
    figure : Figure
        The figure.
    dataset : Dataset
        All tables, for the names.
    language : Language
        Language of the texts.
    """
    from components.map.svg_ground import ground_svg  # noqa: PLC0415, the server needs no shapely

    if figure.make_map is None:
        return None
    content = figure.make_map(CANVAS)
    tips = {stroke.route: stroke.tip for stroke in content.strokes}
    tips |= {point.code: point.tip for point in content.points}

    def name(code: str) -> str:
        named = label_of(dataset, "routes", code, language)
        return named if named != code else label_of(dataset, "places", code, language)

    return MapView(
        width=content.camera.width,
        height=content.camera.height,
        ground=ground_svg(content.camera, GROUND),
        drawing=drawing(content, ON_WALL, courses_in_place(content.camera), GROUND),
        legend=colour_legend(language, content.since),
        tips={code: [name(code), tip] for code, tip in tips.items()},
    )
