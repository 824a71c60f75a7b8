"""Native tables of a presentation for figures that are grids."""

import re
from typing import Any

from pptx.enum.text import MSO_VERTICAL_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.slide import Slide
from pptx.util import Emu, Pt

from components.decks.native_grid import NativeCell, NativeGrid
from components.decks.pptx_text import EMU_PER_PIXEL, WIDER, clean, emu, points, rgb
from components.decks.slide_texts import Box, Measure, Text
from components.export.table_picture import PictureTable, column_widths
from components.page.tokens import PROJECTOR
from data.language.languages import Language
from data.typeface import text_width

LETTERS = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0)
"""Sizes of letters in pixels, of which the first is taken at which the table fits."""

PADDING = 6.0
NAMES = 0.3
"""Share of the width that the names of the rows take."""

WIDEST = 1.16
"""Greatest width of a word in widths of the typeface of the Atlas; digits are the widest."""

LEGEND = 34.0
"""Height of the legend in pixels."""

LINE_PIXELS, OUTLINE_PIXELS = 1.25, 3.0
"""Width of the lines between cells, and of the outline of a cell that stands out."""

SIDES = {"lnL": (0, -1), "lnR": (0, 1), "lnT": (-1, 0), "lnB": (1, 0)}
"""Elements of the lines of a cell, in their order, and where the neighbour stands."""

LINE_SHARE = 1.2
"""Height of a line in sizes of its letters."""


def _widths(grid: NativeGrid, box: Box) -> list[float]:
    if grid.numeric:
        return _widths_of_texts(grid, box)
    names = box.width * NAMES
    others = (box.width - names) / max(1, len(grid.columns))
    return [names, *(others for _column in grid.columns)]


def _widths_of_texts(grid: NativeGrid, box: Box) -> list[float]:
    texts = [[cell.text for cell in row] for row in _texts(grid)]
    table = PictureTable(
        heads=texts[0],
        numeric=grid.numeric,
        rows=texts[1:],
        faded=(False,) * len(grid.rows),
        width=box.width,
    )
    widths = column_widths(table, LETTERS[-1] * WIDEST)
    # The gaps between columns are the margins of cells.
    share = box.width / sum(widths)
    return [width * share for width in widths]


def _texts(grid: NativeGrid) -> list[list[NativeCell]]:
    head = [
        NativeCell(text=grid.head, bold=bool(grid.head)),
        *(NativeCell(text=name, bold=True) for name in grid.columns),
    ]
    rows = zip(grid.rows, grid.cells, strict=True)
    return [head, *([NativeCell(text=name), *cells] for name, cells in rows)]


def _row_heights(rows: list[list[NativeCell]], widths: list[float], size: float) -> list[float]:
    measure = Measure(WIDER)

    def high(cell: NativeCell, width: float) -> float:
        texts = [
            Text(text=line, size=size, bold=cell.bold) for line in cell.text.split("\n") if line
        ]
        lines = sum(len(measure.lines(one, width - 2 * PADDING)) for one in texts)
        return lines * size * LINE_SHARE + PADDING

    return [max(high(cell, width) for cell, width in zip(row, widths, strict=True)) for row in rows]


def _words_fit(rows: list[list[NativeCell]], widths: list[float], size: float) -> bool:
    """Return whether no word of a table has to be divided."""
    return all(
        text_width(word, size, bold=cell.bold) * WIDEST <= width - 2 * PADDING
        for row in rows
        for cell, width in zip(row, widths, strict=True)
        for word in re.split(r"[ \n]", cell.text)
    )


def _borders(rows: list[list[NativeCell]], number: int, place: int) -> dict[str, str]:
    """Return the colour of the outline on each side of a cell, its own or that of a neighbour."""
    found: dict[str, str] = {}
    for side, (down, right) in SIDES.items():
        row, column = number + down, place + right
        inside = 0 <= row < len(rows) and 0 <= column < len(rows[0])
        neighbour = rows[row][column].outline if inside else ""
        outline = rows[number][place].outline or neighbour
        if outline:
            found[side] = outline
    return found


def _line(properties: Any, side: str, colour: str, width: float) -> None:  # noqa: ANN401, an element
    line = OxmlElement(f"a:{side}")
    line.set("w", str(round(width * EMU_PER_PIXEL)))
    fill, ink = OxmlElement("a:solidFill"), OxmlElement("a:srgbClr")
    ink.set("val", colour.removeprefix("#"))
    fill.append(ink)
    line.append(fill)
    properties.append(line)


def _lines(cell: Any, borders: dict[str, str]) -> None:  # noqa: ANN401, a cell of python-pptx
    properties = cell._tc.get_or_add_tcPr()
    for side in SIDES:
        if side in borders:
            _line(properties, side, borders[side], OUTLINE_PIXELS)
        elif side == "lnB":
            _line(properties, side, PROJECTOR.line, LINE_PIXELS)


def _write(cell: Any, said: NativeCell, size: float, *, side: PP_ALIGN) -> None:  # noqa: ANN401, a cell of python-pptx
    if said.ground:
        cell.fill.solid()
        cell.fill.fore_color.rgb = rgb(said.ground)
    else:
        cell.fill.background()
    cell.margin_left = cell.margin_right = Emu(round(PADDING * EMU_PER_PIXEL))
    cell.margin_top = cell.margin_bottom = Emu(round(PADDING / 2 * EMU_PER_PIXEL))
    cell.vertical_anchor = MSO_VERTICAL_ANCHOR.MIDDLE
    frame = cell.text_frame
    frame.text = clean(said.text)
    for paragraph in frame.paragraphs:
        paragraph.alignment = side
        paragraph.line_spacing = points(size * LINE_SHARE)
        for run in paragraph.runs:
            run.font.size = points(size)
            run.font.bold = said.bold
            run.font.color.rgb = rgb(said.ink)
        if not paragraph.runs:
            # An empty paragraph has the height of letters of 18 points otherwise.
            end = OxmlElement("a:endParaRPr")
            end.set("sz", str(points(size).centipoints))
            paragraph._p.append(end)


def _side(grid: NativeGrid, place: int) -> PP_ALIGN:
    """Return the alignment of a column: names and texts to the left, numbers to the right."""
    if grid.numeric:
        return PP_ALIGN.RIGHT if grid.numeric[place] else PP_ALIGN.LEFT
    return PP_ALIGN.CENTER if place else PP_ALIGN.LEFT


def _legend(slide: Slide, grid: NativeGrid, box: Box) -> None:
    place = Box(left=box.left, top=box.top, width=box.width, height=LEGEND)
    frame = slide.shapes.add_textbox(*emu(place)).text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    for name, colour in grid.legend:
        for text, ink in (("■ ", colour), (f"{clean(name)}     ", PROJECTOR.quiet)):
            run = paragraph.add_run()
            run.text = text
            run.font.size = points(LETTERS[2])
            run.font.color.rgb = rgb(ink)


def _without_style(table: Any) -> None:  # noqa: ANN401, a table of python-pptx
    """Leave out the style of tables, whose colours differ between programs."""
    properties = table._tbl.tblPr
    for style in properties.findall(qn("a:tableStyleId")):
        style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
    properties.set("bandRow", "0")
    properties.set("firstRow", "1")
    properties.set("firstCol", "1")


def add_grid(slide: Slide, grid: NativeGrid, box: Box, language: Language) -> Any:  # noqa: ANN401, a frame of python-pptx
    """Add a native table to a slide, and return its frame.

    Parameters
    ----------
    slide : Slide
        The slide.
    grid : NativeGrid
        The table.
    box : Box
        Its place.
    language : Language
        Language of its texts.
    """
    del language
    if grid.legend:
        _legend(slide, grid, box)
        box = Box(left=box.left, top=box.top + LEGEND, width=box.width, height=box.height - LEGEND)
    rows, widths = _texts(grid), _widths(grid, box)
    for size in LETTERS:
        heights = _row_heights(rows, widths, size)
        if sum(heights) <= box.height and _words_fit(rows, widths, size):
            break
    frame = slide.shapes.add_table(len(rows), len(widths), *emu(box))
    table = frame.table
    _without_style(table)
    spare = max(0.0, min(box.height - sum(heights), 14.0 * len(rows))) / len(rows)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(round(width * EMU_PER_PIXEL))
    for row, height in zip(table.rows, heights, strict=True):
        row.height = Emu(round((height + spare) * EMU_PER_PIXEL))
    for number, cells in enumerate(rows):
        for place, said in enumerate(cells):
            cell = table.cell(number, place)
            _lines(cell, _borders(rows, number, place))
            _write(cell, said, size, side=_side(grid, place))
    frame.height = sum((row.height for row in table.rows), Pt(0))
    return frame
