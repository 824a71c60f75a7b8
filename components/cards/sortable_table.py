"""Tables whose columns are sorted by number and show text as the language writes it."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, cast

import pandas as pd
from pandas.io.formats.style import Styler

MOST_STYLED_ROWS = 5000
"""Rows up to which texts are sent beside numbers; longer tables would take seconds to prepare."""


_NAME = "atlas"
"""Name of a style: one made anew in every run would make the browser draw the table anew."""


def _rendered_once(style: Styler) -> Styler:
    """Keep how a style is rendered, since Streamlit asks for it in every run.

    Streamlit knows a style by its exact type, so that the method is replaced, not the class.
    """
    kept: Any = style
    kept._translate = cache(kept._translate)
    return style


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
    style = Styler(table, uuid=_NAME).format(_text, subset=list(columns))
    return _rendered_once(style)
