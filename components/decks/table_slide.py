"""A table of text on a slide: its texts, the widths of its columns, and the size that fits."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.export.table_picture import PictureTable, column_widths
from components.figures.figure import Figure
from components.figures.single_values import WARNING
from components.figures.text_table import text_columns
from data.typeface import wrapped_lines

WIDTH = 1200.0
"""Width of a table on a slide, in pixels."""

SIZES = (28, 26, 24, 22, 20, 18, 17, 16, 15, 14)
"""Sizes of letters in pixels; those below 18 only where a table is too long for them."""

LINE, PADDING, COLUMN_GAP = 1.2, 7.0, 18.0
"""Height of a line in sizes of letters; height of a row without its lines, and gap, in pixels."""


@dataclass(frozen=True, kw_only=True)
class TableView:
    """A table of text on a slide.

    Attributes
    ----------
    heads : tuple of str
        Heads of its columns.
    numeric : tuple of bool
        Whether the cells of each column are numbers.
    rows : tuple of tuple of str
        The rows that the choice of the slide keeps; the first cell names the row.
    """

    heads: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def cells(self) -> list[list[tuple[str, bool]]]:
        """The cells of each row, with whether they are numbers."""
        return [list(zip(row, self.numeric, strict=True)) for row in self.rows]

    def widths(self, size: float) -> list[float]:
        """Return the widths of the columns in pixels at a size of letters, gaps included."""
        room = PictureTable(
            heads=self.heads,
            numeric=self.numeric,
            rows=self.rows,
            faded=(False,) * len(self.rows),
            width=WIDTH - COLUMN_GAP,
        )
        return [width + COLUMN_GAP for width in column_widths(room, size)]

    def height(self, size: float) -> float:
        """Return the height of the table in pixels at a size of letters."""
        widths = self.widths(size)

        def lines(row: Sequence[str]) -> int:
            return max(
                len(wrapped_lines(text, size, width - COLUMN_GAP, bold=not place))
                for place, (text, width) in enumerate(zip(row, widths, strict=True))
            )

        count = sum(lines(row) for row in (self.heads, *self.rows))
        return count * size * LINE + PADDING * (len(self.rows) + 1)


def table_view(figure: Figure) -> TableView | None:
    """Return the table of a figure; None for a chart or a map.

    A slide shows the rows in full colour only, so that a choice of sectors or of a route makes a
    long table legible.
    """
    table = figure.text_table
    if table is None or not table.rows:
        return None
    columns = list(text_columns(table))
    kept = [place for place, row in enumerate(table.rows) if row.full]
    rows = [[column.cells[place] for column in columns] for place in kept]
    for row, place in zip(rows, kept, strict=True):
        if table.rows[place].contradictions:
            row[0] = f"{row[0]}\N{NO-BREAK SPACE}{WARNING}"
    return TableView(
        heads=tuple(column.head for column in columns),
        numeric=tuple(column.numeric for column in columns),
        rows=tuple(map(tuple, rows)),
    )


def table_size(tables: Sequence[TableView], room: float) -> int:
    """Return the size of letters at which every table fits into a height; at least the smallest.

    Parameters
    ----------
    tables : sequence of TableView
        The tables of the states of a slide.
    room : float
        Height in pixels.
    """
    return next(
        (size for size in SIZES if all(table.height(size) <= room for table in tables)), SIZES[-1]
    )
