"""A table of text as SVG, for files; like `components.export.converter` it needs no dataset."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from components.page.tokens import PRINT
from data.typeface import LAYOUT_FAMILY, text_width, wrapped_lines

SVG = "http://www.w3.org/2000/svg"
SIZE, LINE = 13.0, 17.0
"""Size of letters and height of a line, in pixels."""

PADDING, GAP = 6.0, 18.0
"""Space above and below a row, and between columns, in pixels."""

SHORT = 0.2
"""Greatest share of the width that a column takes whose texts are not wrapped."""

Element = ElementTree.Element


@dataclass(frozen=True, kw_only=True)
class PictureTable:
    """Texts of a table with its width in pixels.

    Attributes
    ----------
    heads : tuple of str
        Heads of the columns.
    numeric : tuple of bool
        Whether the cells of each column are numbers, which are aligned to the right.
    rows : tuple of tuple of str
        Cells of the rows; line breaks are kept. The first one names the row.
    faded : tuple of bool
        Whether the filters fade each row.
    width : float
        Width of the table.
    """

    heads: Sequence[str]
    numeric: Sequence[bool]
    rows: Sequence[Sequence[str]]
    faded: Sequence[bool]
    width: float


def column_widths(table: PictureTable, size: float = SIZE) -> list[float]:
    """Return the widths of the columns: short ones as needed, others by the length of their texts.

    Parameters
    ----------
    table : PictureTable
        The table.
    size : float
        Size of its letters in pixels.
    """
    columns = list(zip(table.heads, *table.rows, strict=True))
    natural = [
        max(text_width(line, size, bold=True) for text in column for line in text.split("\n"))
        for column in columns
    ]
    room = table.width - GAP * (len(columns) - 1)
    short = [width <= SHORT * room for width in natural]
    left = room - sum(width for width, own in zip(natural, short, strict=True) if own)
    lengths = [sum(map(len, column)) ** 0.5 for column in columns]
    total = sum(length for length, own in zip(lengths, short, strict=True) if not own) or 1.0
    return [
        width if own else left * length / total
        for width, length, own in zip(natural, lengths, short, strict=True)
    ]


def _cell(
    root: Element, lines: Sequence[str], place: tuple[float, float], look: dict[str, str]
) -> None:
    for number, line in enumerate(lines):
        written = ElementTree.SubElement(
            root,
            f"{{{SVG}}}text",
            {
                "x": f"{place[0]:g}",
                "y": f"{place[1] + number * LINE + 0.75 * LINE:g}",
                "font-family": LAYOUT_FAMILY,
                "font-size": f"{SIZE:g}px",
                **look,
            },
        )
        written.text = line


def _row(  # noqa: PLR0913, keyword-only parts of one row
    root: Element,
    cells: Sequence[str],
    top: float,
    *,
    table: PictureTable,
    colour: str,
    head: bool = False,
) -> float:
    """Draw a row with a line below it, and return its lower end."""
    widths = column_widths(table)
    left, most = 0.0, 1
    for place, (text, width) in enumerate(zip(cells, widths, strict=True)):
        bold = place == 0 and not head
        lines = wrapped_lines(text, SIZE, width, bold=bold)
        right = table.numeric[place]
        look = {
            "fill": colour,
            **({"font-weight": "bold"} if bold else {}),
            **({"text-anchor": "end"} if right else {}),
        }
        _cell(root, lines, (left + width if right else left, top + PADDING), look)
        most = max(most, len(lines))
        left += width + GAP
    bottom = top + 2 * PADDING + most * LINE
    ends = {"x1": "0", "x2": f"{table.width:g}", "y1": f"{bottom:g}", "y2": f"{bottom:g}"}
    ElementTree.SubElement(root, f"{{{SVG}}}line", {**ends, "stroke": PRINT.line})
    return bottom


def table_svg(table: PictureTable) -> Element:
    """Return a table as SVG: heads, then rows with a line below each."""
    root = ElementTree.Element(f"{{{SVG}}}svg")
    bottom = _row(root, table.heads, 0.0, table=table, colour=PRINT.quiet, head=True)
    for cells, faded in zip(table.rows, table.faded, strict=True):
        bottom = _row(root, cells, bottom, table=table, colour=PRINT.quiet if faded else PRINT.ink)
    root.set("width", f"{table.width:g}")
    root.set("height", f"{bottom + 1:g}")
    return root
