"""What stands on paper in place of charts and lists that only a screen shows whole.

A chart is laid out for the width of its window, a map and a long list are drawn on a canvas that
paper cuts. As printing begins, the browser fetches the picture or the table for paper instead.
"""

from collections.abc import Mapping

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components.assets import component_parts
from components.export.address import PRINT_SIZE, file_address
from components.export.served import is_served
from components.templates import macro
from data.choice.parameters import Filters, FilterSpace

_TEMPLATE = "page/print_places.html"
_place = macro(_TEMPLATE, "place")
_table = macro(_TEMPLATE, "table")
_foot = macro(_TEMPLATE, "foot")

_print = st.components.v2.component(
    "atlas_print",
    html=str(_foot()),
    **component_parts("page/print_places.js"),
    isolate_styles=False,
)


def print_place(
    name: str, filters: Filters, space: FilterSpace, more: Mapping[str, str] | None = None
) -> Markup:
    """Return an empty place that is filled as printing begins, and replaces its card on paper.

    Empty where this server serves no files; then paper shows what the screen shows.

    Parameters
    ----------
    name : str
        Name of the file to put there: a picture (`trade_turnover.svg`) or a page.
    filters : Filters
        The reader's choice.
    space : FilterSpace
        What can be chosen.
    more : mapping of str to str, optional
        Further parameters of the file.
    """
    if not is_served():
        return Markup()
    address = file_address(name, filters, space, PRINT_SIZE if more is None else more)
    return _place(address)


def printed_table(table: pd.DataFrame) -> Markup:
    """Return a short table that only paper shows."""
    return _table(table.columns, table.itertuples(index=False, name=None))


def watch_printing() -> None:
    """Let the browser fill the places for print, and write address and date below the page."""
    _print(key="atlas_print")
