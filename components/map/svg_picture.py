"""The map as a picture for paper and files: SVG with a legend, and a place for the ground."""

from components.map.content import MapContent
from components.map.ground import GROUND_PLACE
from components.map.legend import drawn_legend
from components.map.svg import PRINTED, drawing
from components.map.svg_view import courses_in_place
from components.page.tokens import PRINT
from components.templates import macro
from data.language.languages import Language

LEGEND_GAP = 8.0
"""Pixels between the map and its legend."""

CLIP = "map"
"""Name of the shape that the map is clipped to."""

_picture = macro("map/svg.html", "picture")


def map_picture(content: MapContent, language: Language) -> str:
    """Return the map as SVG, in light colours; an element of it is for the ground.

    Parameters
    ----------
    content : MapContent
        What the map shows.
    language : Language
        Language of the legend.
    """
    camera = content.camera
    courses = courses_in_place(camera)
    legend, legend_height = drawn_legend(language, camera.width, PRINT.ground.ink, content.since)
    height = camera.height + LEGEND_GAP + legend_height
    over_ground = drawing(content, PRINTED, courses, PRINT.ground)
    return str(
        _picture(
            camera.width, height, camera.height, over_ground, legend, LEGEND_GAP, CLIP, GROUND_PLACE
        )
    )
