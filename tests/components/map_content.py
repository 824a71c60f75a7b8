"""The content of the map, as its tests ask for it."""

from collections.abc import Sequence
from xml.etree import ElementTree

from components.map.content import (
    WIDE,
    Canvas,
    MapContent,
    map_content,
)
from data.choice.parameters import Filters
from data.language.languages import language
from data.load.dataset import Dataset


def shown(dataset: Dataset, filters: Filters, canvas: Canvas = WIDE) -> MapContent:
    return map_content(dataset, filters, language(filters.language), canvas)


def lines_of(drawing: str, courses: Sequence[str]) -> list[tuple[str, dict[str, str]]]:
    """Return the courses and attributes of the lines of a drawing."""
    drawn = ElementTree.fromstring(f"<svg>{drawing}</svg>")
    return [
        (courses[int(number)], dict(path.attrib))
        for path in drawn.findall("g[@class='lines']/path")
        for number in path.attrib["data-lines"].split(" ")
    ]
