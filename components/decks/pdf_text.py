"""Typeface, texts, colours and links on the pages of a PDF file."""

from functools import cache
from typing import Any
from unicodedata import category

import segno
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from components.decks.slide_texts import Block, Box, Measure, Text
from components.page.tokens import PROJECTOR
from data.fonts import FONT_FAMILY, FONT_FILES
from data.typeface import SIGNS

POINTS_PER_PIXEL = 0.75

BASELINE = 0.33
"""How far the baseline lies below the middle of a line, in sizes of letters."""

Canvas = Any
"""A canvas of reportlab, which has no types."""


@cache
def typeface(*, bold: bool) -> str:
    """Return the name of the embedded typeface, registered for its first text."""
    name = f"{FONT_FAMILY} Bold" if bold else FONT_FAMILY
    pdfmetrics.registerFont(TTFont(name, str(FONT_FILES[bold])))
    return name


def printable(text: str) -> str:
    """Return a text without characters that have no place on paper."""
    for sign, words in SIGNS.items():
        text = text.replace(sign, words)
    return "".join(sign for sign in text if sign == "\n" or category(sign)[0] != "C")


class Sheet:
    """A page of a PDF file with places in pixels from its upper left corner.

    Parameters
    ----------
    canvas : Canvas
        A canvas of reportlab.
    height : float
        Height of the page in pixels.
    """

    def __init__(self, canvas: Canvas, height: float) -> None:
        self._canvas = canvas
        self._height = height

    def _up(self, y: float) -> float:
        return (self._height - y) * POINTS_PER_PIXEL

    def _line(  # noqa: PLR0913, a text, its place and its look
        self, text: str, x: float, y: float, one: Text, *, bold: bool, end: bool
    ) -> None:
        canvas = self._canvas
        canvas.setFont(typeface(bold=bold), one.size * POINTS_PER_PIXEL)
        canvas.setFillColor(HexColor(getattr(PROJECTOR, one.colour)))
        middle = y + one.line / 2 + BASELINE * one.size
        draw = canvas.drawRightString if end else canvas.drawString
        draw(x * POINTS_PER_PIXEL, self._up(middle), printable(text))

    def write(self, block: Block) -> None:
        """Write the paragraphs of a block."""
        box, measure = block.box, Measure()
        top = box.top
        for number, one in enumerate(block.texts):
            top += one.before if number else 0.0
            if one.label:
                self._line(one.label, box.left, top, one, bold=True, end=False)
            left = box.left + (box.width if block.end else block.hang)
            for line in measure.lines(one, box.width - block.hang):
                self._line(line, left, top, one, bold=one.bold, end=block.end)
                top += one.line

    def code(self, link: str, box: Box) -> None:
        """Draw the QR code of a link, which can be clicked."""
        rows = list(segno.make(link, error="m", micro=False).matrix_iter(border=3))
        side = box.width / len(rows)
        canvas = self._canvas
        canvas.setFillColor(HexColor("#000000"))
        path = canvas.beginPath()
        for number, row in enumerate(rows):
            for place, dark in enumerate(row):
                if dark:
                    x, y = box.left + place * side, box.top + (number + 1) * side
                    size = side * POINTS_PER_PIXEL
                    path.rect(x * POINTS_PER_PIXEL, self._up(y), size, size)
        canvas.drawPath(path, stroke=0, fill=1)
        corners = (box.left, box.left + box.width)
        left, right = (x * POINTS_PER_PIXEL for x in corners)
        canvas.linkURL(link, (left, self._up(box.top + box.height), right, self._up(box.top)))
