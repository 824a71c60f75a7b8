"""Paragraphs, tables and drawings that flow over the pages of a handout."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, LongTable, Paragraph, TableStyle

from components.decks.pdf_pages import Drawing
from components.decks.pdf_text import printable, typeface
from components.decks.slide_texts import one_line
from components.page.tokens import PRINT
from components.text.shown_table import ShownColumn, ShownTable
from data.typeface import text_width

SIZES = {"title": 20.0, "slide": 14.0, "line": 10.5, "head": 10.0, "text": 9.0, "cell": 8.0}
"""Sizes of letters in points by the name of a style."""

BOLD = frozenset({"title", "slide", "head", "bold", "head_cell"})

PADDING = 3.0
"""Points beside the text of a cell."""

ROUNDING = 0.5
"""Points by which a cell is wider than its longest word, for the rounding of widths."""


@cache
def style(name: str, *, quiet: bool = False, end: bool = False) -> ParagraphStyle:
    """Return a style of paragraphs.

    Parameters
    ----------
    name : str
        One of `SIZES`, `bold` for a bold text, or `head_cell` for the head of a table.
    quiet : bool
        Whether it has the colour of secondary text.
    end : bool
        Whether it is aligned to the right.
    """
    size = SIZES.get(name, SIZES["cell" if name == "head_cell" else "text"])
    return ParagraphStyle(
        f"{name} {quiet} {end}",
        fontName=typeface(bold=name in BOLD),
        fontSize=size,
        leading=size * 1.25,
        textColor=HexColor(PRINT.quiet if quiet else PRINT.ink),
        spaceBefore={"slide": 0.0, "head": 8.0, "bold": 5.0}.get(name, 2.0),
        spaceAfter=2.0,
        alignment=TA_RIGHT if end else 0,
        splitLongWords=1,
    )


def paragraph(text: str, name: str = "text", *, quiet: bool = False, end: bool = False) -> Any:  # noqa: ANN401, reportlab has no types
    """Return a paragraph, in which no character has a meaning."""
    return Paragraph(escape(printable(one_line(text))), style(name, quiet=quiet, end=end))


class Place(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Room for a drawing, which notes where it lies on which page.

    Parameters
    ----------
    content : bytes
        PDF file of the drawing.
    size : pair of float
        Width and height in points.
    link : str
        Address that the drawing leads to; empty for none.
    drawings : list of Drawing
        Where the place is noted.
    """

    def __init__(
        self, content: bytes, size: tuple[float, float], link: str, drawings: list[Drawing]
    ) -> None:
        super().__init__()
        self.width, self.height = size
        self._content = content
        self._link = link
        self._drawings = drawings

    def draw(self) -> None:
        """Note the place."""
        left, bottom = self.canv.absolutePosition(0, 0)
        self._drawings.append(
            Drawing(
                content=self._content,
                page=self.canv.getPageNumber() - 1,
                left=left,
                bottom=bottom,
                width=self.width,
                height=self.height,
            )
        )
        if self._link:
            self.canv.linkURL(self._link, (0, 0, self.width, self.height), relative=1)


class Mark(Flowable):  # type: ignore[misc]  # as above
    """An entry of the list of contents, which notes its page."""

    def __init__(self, name: str, contents: list[tuple[str, int]]) -> None:
        super().__init__()
        self.width = self.height = 0
        self._name = name
        self._contents = contents

    def draw(self) -> None:
        """Note the page."""
        self._contents.append((self._name, self.canv.getPageNumber() - 1))


def _width(text: str, *, bold: bool = False) -> float:
    return text_width(printable(text), SIZES["cell"], bold=bold) + 2 * PADDING + ROUNDING


def _bounds(column: ShownColumn) -> tuple[float, float]:
    """Return the widths of the longest word and of the longest text of a column."""
    words = [
        *(_width(word, bold=True) for word in column.head.split(" ")),
        *(_width(word) for cell in column.cells for word in cell.split(" ")),
    ]
    texts = [_width(column.head, bold=True), *(_width(cell) for cell in column.cells)]
    return max(words), max(texts)


def column_widths(columns: Sequence[ShownColumn], width: float) -> list[float]:
    """Return widths at which no word is divided, if the page is wide enough.

    Parameters
    ----------
    columns : sequence of ShownColumn
        The columns.
    width : float
        Greatest width of the table in points.
    """
    bounds = [_bounds(column) for column in columns]
    least = sum(low for low, _high in bounds)
    most = sum(high for _low, high in bounds)
    if most <= width:
        return [high for _low, high in bounds]
    if least >= width:
        return [low * width / least for low, _high in bounds]
    share = (width - least) / (most - least)
    return [low + (high - low) * share for low, high in bounds]


def table(shown: ShownTable, width: float) -> Any:  # noqa: ANN401, reportlab has no types
    """Return a table whose head is repeated on each page.

    Parameters
    ----------
    shown : ShownTable
        The table.
    width : float
        Greatest width in points.
    """
    head = [paragraph(column.head, "head_cell", end=column.numeric) for column in shown.columns]
    rows = [
        [paragraph(cell, "cell", end=column.numeric) for column, cell in row] for row in shown.rows
    ]
    look = [
        ("FONTNAME", (0, 0), (-1, -1), typeface(bold=False)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, HexColor(PRINT.quiet)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.3, HexColor(PRINT.line)),
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
    ]
    return LongTable(
        [head, *rows],
        colWidths=column_widths(shown.columns, width),
        repeatRows=1,
        hAlign="LEFT",
        style=TableStyle(look),
        spaceBefore=2,
        spaceAfter=4,
    )
