"""Tables with columns that sort by number and show localised text."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, cast

import pandas as pd
from pandas.io.formats.style import Styler

MOST_STYLED_ROWS = 5000
"""Greatest number of rows with sortable numbers; longer tables would take seconds to prepare."""


_NAME = "atlas"
"""Fixed name of the style, so that the browser does not redraw the table in every run."""


def _rendered_once(style: Styler) -> Styler:
    """Cache the rendering of a style, which Streamlit requests in every run.

    Streamlit checks the exact type of a style, so the method is replaced instead of subclassing.
    """
    kept: Any = style
    kept._translate = cache(kept._translate)
    return style


class SortableNumber(float):
    """Number by which a table sorts, with the text to show.

    Parameters
    ----------
    number : float or None
        The number; None sorts after all numbers.
    text : str
        Text of the cell.
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
    """Return a table with sortable columns replaced by their texts."""
    # The type stubs of pandas lack `Styler.data`.
    shown: pd.DataFrame = cast("Any", table).data if isinstance(table, Styler) else table
    return shown.map(lambda cell: cell.text if isinstance(cell, SortableNumber) else cell)


def show_texts(table: pd.DataFrame, columns: Sequence[str]) -> Styler | pd.DataFrame:
    """Return a table that shows the texts of its sortable columns.

    Parameters
    ----------
    table : DataFrame
        The table; `columns` are results of `sortable_column`.
    columns : sequence of str
        Names of the sortable columns.

    Returns
    -------
    Styler or DataFrame
        With more than `MOST_STYLED_ROWS` rows, a table with plain texts in these columns.
    """
    if len(table) > MOST_STYLED_ROWS:
        return table.assign(**{name: table[name].map(_text) for name in columns})
    style = Styler(table, uuid=_NAME).format(_text, subset=list(columns))
    return _rendered_once(style)
