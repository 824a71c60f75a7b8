"""Tables whose columns are sorted by number and show text as the language writes it."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

import pandas as pd
from pandas.io.formats.style import Styler

MOST_STYLED_ROWS = 5000
"""Rows up to which texts are sent beside numbers; longer tables would take seconds to prepare."""


_NAME = "atlas"


class _StyledOnce(Styler):
    """A style whose rendering is kept, since Streamlit asks for it in every run."""

    def __init__(self, table: pd.DataFrame) -> None:
        # A name made anew in every run would make the browser draw the whole table anew.
        super().__init__(table, uuid=_NAME)
        self._rendered: dict[tuple[bool, bool], Any] = {}

    def _translate(self, sparse_index: bool, sparse_cols: bool) -> Any:  # noqa: ANN401, FBT001
        key = sparse_index, sparse_cols
        if key not in self._rendered:
            self._rendered[key] = super()._translate(sparse_index, sparse_cols)  # type: ignore[misc]
        return self._rendered[key]


class SortableNumber(float):
    """A number that a table sorts by, with the text that it shows.

    Parameters
    ----------
    number : float or None
        The number; None sorts after all numbers.
    text : str
        What the cell shows.
    """

    text: str

    def __new__(cls, number: float | None, text: str) -> "SortableNumber":
        """Return the number with its text."""
        made = super().__new__(cls, float("nan") if number is None else number)
        made.text = text
        return made


def sortable_column(cells: Iterable[tuple[float | None, str]]) -> pd.Series:
    """Return a column of numbers with their texts."""
    return pd.Series([SortableNumber(number, text) for number, text in cells], dtype=object)


def _text(cell: object) -> str:
    return cell.text if isinstance(cell, SortableNumber) else ""


def as_texts(table: Styler | pd.DataFrame) -> pd.DataFrame:
    """Return a table as it is shown: sortable columns as their texts."""
    # The type stubs of pandas leave out the table of a style.
    shown: pd.DataFrame = cast("Any", table).data if isinstance(table, Styler) else table
    return shown.map(lambda cell: cell.text if isinstance(cell, SortableNumber) else cell)


def show_texts(table: pd.DataFrame, columns: Sequence[str]) -> Styler | pd.DataFrame:
    """Return a table whose sortable columns show their texts.

    Parameters
    ----------
    table : DataFrame
        The table; `columns` were made by `sortable_column`.
    columns : sequence of str
        Names of the sortable columns.

    Returns
    -------
    Styler or DataFrame
        A table with more than `MOST_STYLED_ROWS` rows has plain texts in these columns.
    """
    if len(table) > MOST_STYLED_ROWS:
        return table.assign(**{name: table[name].map(_text) for name in columns})
    return _StyledOnce(table).format(_text, subset=list(columns))
