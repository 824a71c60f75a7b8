"""Rows of a grid as a native table of a presentation: texts and grounds of its cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.rows import CellRow, MatrixRow
from components.decks.native_chart import faded
from components.decks.native_readers import series_colours
from components.decks.slide_texts import one_line
from components.decks.table_slide import TableView
from components.decks.views import StateView
from components.page.tokens import PROJECTOR

Row = Mapping[str, Any]

SIGN = "\N{WARNING SIGN}"
MARK = "●"
"""Text of a cell that says that a year names a category."""


@dataclass(frozen=True, kw_only=True)
class NativeCell:
    """A cell of a table.

    Attributes
    ----------
    text : str
        What it says.
    ground : str
        Colour of its ground; empty for none.
    ink : str
        Colour of its text.
    bold : bool
        Whether its text is bold.
    outline : str
        Colour of a line around it; empty for none.
    """

    text: str = ""
    ground: str = ""
    ink: str = PROJECTOR.ink
    bold: bool = False
    outline: str = ""


@dataclass(frozen=True, kw_only=True)
class NativeGrid:
    """A table of a presentation.

    Attributes
    ----------
    columns, rows : tuple of str
        Heads of columns and rows.
    cells : tuple of tuple of NativeCell
        The cells of each row.
    legend : tuple of pairs of str
        What the grounds mean, and their colours.
    head : str
        Head of the column of the rows’ names.
    numeric : tuple of bool
        Of a table of text, whether the cells of each column are numbers; empty for a grid.
    """

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[NativeCell, ...], ...]
    legend: tuple[tuple[str, str], ...] = ()
    head: str = ""
    numeric: tuple[bool, ...] = ()


def _cells(rows: Sequence[Row], colours: Mapping[str, str]) -> NativeGrid:
    columns = {row["column_position"]: one_line(row["column"]) for row in rows}
    names = {row["position"]: one_line(row["category"]) for row in rows}
    by_place = {(row["position"], row["column_position"]): row for row in rows}

    def cell(row: Row | None) -> NativeCell:
        if row is None:
            return NativeCell()
        strength = float(row["strength"]) * float(row["opacity"])
        sign = f"{SIGN} " if row["warning"] else ""
        return NativeCell(
            text=f"{sign}{row['text']}",
            ground=faded(colours[row["series"]], strength) if strength else "",
            ink=PROJECTOR.ink if row["strength"] else PROJECTOR.quiet,
            bold=bool(row["marked"]),
            outline=colours[row["series"]] if row["marked"] else "",
        )

    return NativeGrid(
        columns=tuple(columns[place] for place in sorted(columns)),
        rows=tuple(names[place] for place in sorted(names)),
        cells=tuple(
            tuple(cell(by_place.get((place, column))) for column in sorted(columns))
            for place in sorted(names)
        ),
        legend=tuple(colours.items()) if len(colours) > 1 else (),
    )


def _matrix(rows: Sequence[Row], colours: Mapping[str, str]) -> NativeGrid:
    marks = [row for row in rows if not row.get("gap")]
    years = sorted({float(row["year"]) for row in rows if not float(row["year"]) % 1})
    names = {row["position"]: one_line(row["category"]) for row in marks}
    by_place = {(row["position"], float(row["year"])): row for row in marks}

    def cell(row: Row | None) -> NativeCell:
        if row is None:
            return NativeCell()
        colour = faded(colours[row["series"]], float(row["opacity"]))
        return NativeCell(text=MARK, ground=colour, ink=PROJECTOR.page)

    return NativeGrid(
        columns=tuple(str(int(year)) for year in years),
        rows=tuple(names[place] for place in sorted(names)),
        cells=tuple(
            tuple(cell(by_place.get((place, year))) for year in years) for place in sorted(names)
        ),
        legend=tuple(colours.items()) if len(colours) > 1 else (),
    )


def _texts(table: TableView) -> NativeGrid:
    return NativeGrid(
        head=one_line(table.heads[0]),
        numeric=table.numeric,
        columns=tuple(map(one_line, table.heads[1:])),
        rows=tuple(one_line(row[0]) for row in table.rows),
        cells=tuple(
            tuple(NativeCell(text=text.replace("\n", " · ")) for text in row[1:])
            for row in table.rows
        ),
    )


READERS = {CellRow: _cells, MatrixRow: _matrix}


def native_grid(state: StateView) -> NativeGrid | None:
    """Return the native table of a state; None if it has neither a grid nor a table of text."""
    if state.table:
        return _texts(state.table)
    form = state.figure.form if state.figure else None
    read = READERS.get(form.row) if form else None
    if read is None or not state.rows:
        return None
    return read(state.rows, series_colours(state.specification))
