"""Texts in charts are legible on what is drawn below them, on a light page and on a dark one."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

import pytest

from components.export.converter import SVG, chart_svg
from components.export.picture import picture_specification
from components.figures.figure import Figure
from components.figures.registry import FIGURES, build_figure
from components.page.style import CHART_COLOURS
from components.page.tokens import DARK, FADED, KAZAKHSTAN, LIGHT, PRINT, PROJECTOR, Colours
from data.choice.parameters import Filters, filter_space
from data.load.dataset import load_dataset
from tests.components.test_palette import contrast

DATASET = load_dataset()
SPACE = filter_space(DATASET)
START = SPACE.start("en")

LEAST = 4.5

SETS = {"light": LIGHT, "dark": DARK, "print": PRINT, "projector": PROJECTOR}

NUMBER = r"(-?[\d.e-]+)"
MOVED = re.compile(rf"translate\({NUMBER},\s*{NUMBER}\)")
BOX = re.compile(rf"M{NUMBER},{NUMBER}h{NUMBER}v{NUMBER}h{NUMBER}Z")

LETTER_WIDTH = 0.5
"""Width of a letter on average, as a share of its size."""


@dataclass(frozen=True, kw_only=True)
class Fill:
    """A filled rectangle of a drawing."""

    left: float
    top: float
    width: float
    height: float
    colour: str
    opacity: float

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies inside."""
        return 0 < x - self.left < self.width and 0 < y - self.top < self.height


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text of a drawing with its place, and what is drawn below its first line."""

    words: str
    lines: int
    x: float
    y: float
    colour: str
    opacity: float
    below: tuple[Fill, ...]


def _share(element: Element) -> float:
    return float(element.get("opacity") or 1) * float(element.get("fill-opacity") or 1)


def _middle(element: Element, words: str) -> tuple[float, float]:
    """Return how far the middle of a line lies from the place of its text."""
    size = float((element.get("font-size") or "13").removesuffix("px"))
    side = {"start": 1, "end": -1}.get(element.get("text-anchor") or "start", 0)
    return side * size * LETTER_WIDTH * len(words) / 2, -size / 3


def _fill(element: Element, x: float, y: float) -> Iterator[Fill]:
    colour = element.get("fill") or "none"
    box = BOX.fullmatch(element.get("d") or "")
    if box and colour.startswith("#"):
        left, top, width, height, _back = map(float, box.groups())
        x, y = x + left + min(width, 0), y + top + min(height, 0)
        size = {"width": abs(width), "height": abs(height)}
        own = int(colour[7:] or "FF", 16) / 255
        yield Fill(left=x, top=y, **size, colour=colour[:7], opacity=own * _share(element))


def texts_of(root: Element) -> list[Text]:
    """Return the visible texts of a drawing with the rectangles below each."""
    fills: list[Fill] = []
    texts: list[Text] = []

    def walk(element: Element, x: float, y: float) -> None:
        moved = MOVED.search(element.get("transform") or "")
        if moved:
            x, y = x + float(moved[1]), y + float(moved[2])
        if element.tag == f"{{{SVG}}}path":
            fills.extend(_fill(element, x, y))
        elif element.tag == f"{{{SVG}}}text" and (lines := list(element.itertext())):
            across, down = _middle(element, lines[0])
            texts.append(
                Text(
                    words=" ".join(lines),
                    lines=len(lines),
                    x=x,
                    y=y,
                    colour=element.get("fill") or "#000000",
                    opacity=_share(element),
                    below=tuple(one for one in fills if one.holds(x + across, y + down)),
                )
            )
        for child in element:
            walk(child, x, y)

    walk(root, 0, 0)
    return [text for text in texts if text.opacity and text.words.strip()]


def _mixed(above: str, below: str, share: float) -> str:
    parts = ((int(above[n : n + 2], 16), int(below[n : n + 2], 16)) for n in (1, 3, 5))
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in parts)


def least_contrast(text: Text, colours: Colours) -> float:
    """Return the contrast of a text to its ground on each background of a set, the least one."""
    mapped = {getattr(LIGHT, name): getattr(colours, name) for name in CHART_COLOURS}
    ink = "#FFFFFF" if text.colour == "white" else mapped.get(text.colour, text.colour)
    found = []
    for ground in (colours.page, colours.card):
        for fill in text.below:
            ground = _mixed(mapped.get(fill.colour, fill.colour), ground, fill.opacity)  # noqa: PLW2901
        found.append(contrast(_mixed(ink, ground, text.opacity), ground))
    return min(found)


def _drawn(name: str, filters: Filters) -> Figure:
    return build_figure(name, dataset=DATASET, filters=filters)


def _routes() -> Iterator[Filters]:
    for route in ("btc", "middle-corridor", "cpc"):
        yield replace(START, route=route)


CHARTS = [name for name in FIGURES if _drawn(name, START).form]


def fading(name: str) -> Filters:
    """Return a choice of the reader that fades a part of a figure; one of a year if none does."""
    few = replace(START, years=(2021, 2021), sectors=("energy",))
    for filters in (few, replace(START, sectors=("energy",)), *_routes()):
        if any(row.get("opacity") == FADED for row in _drawn(name, filters).rows):
            return filters
    return few


@pytest.mark.parametrize("name", CHARTS)
def test_texts_of_a_chart_are_legible_on_what_is_below_them(name: str) -> None:
    for filters in dict.fromkeys((START, fading(name))):
        root = chart_svg(json.dumps(picture_specification(_drawn(name, filters))))
        texts = texts_of(root)
        assert len(texts) >= 3
        faults = [
            (text.words, place, round(least, 2))
            for text in texts
            for place, colours in SETS.items()
            if (least := least_contrast(text, colours)) < LEAST
        ]
        assert faults == []


def test_a_faded_number_and_one_on_a_pale_column_would_be_found() -> None:
    """The measure sees the opacity of a text, of what is below it, and the theme."""
    column = "M0,0h40v40h-40Z"
    for attributes in ({"fill": KAZAKHSTAN}, {"fill": KAZAKHSTAN, "opacity": str(FADED)}):
        group = Element(f"{{{SVG}}}g", {"transform": "translate(10,10)"})
        group.append(Element(f"{{{SVG}}}path", {"d": column, **attributes}))
        number = Element(
            f"{{{SVG}}}text",
            {"fill": "white", "transform": "translate(20,20)", "font-size": "13px"},
        )
        number.text = "5"
        group.append(number)
        faded = Element(f"{{{SVG}}}text", {"fill": LIGHT.ink, "opacity": str(FADED)})
        faded.text = "6"
        group.append(faded)
        drawing = Element(f"{{{SVG}}}svg")
        drawing.append(group)
        number_text, faded_text = texts_of(drawing)
        legible = "opacity" not in attributes
        assert (least_contrast(number_text, LIGHT) >= LEAST) is legible
        assert least_contrast(faded_text, LIGHT) < LEAST
