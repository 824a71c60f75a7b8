"""Print versions of charts and lists, which replace the screen versions on paper.

Charts have the width of the window, and maps and long lists are canvases that are cut off on paper.
When printing starts, the browser fetches a picture or a table instead.
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
    """Return a placeholder for a file that replaces its card in print.

    Empty if this server serves no files; the screen version is then printed.

    Parameters
    ----------
    name : str
        Name of the file: a picture (`trade_turnover.svg`) or a page.
    filters : Filters
        The selected filters.
    space : FilterSpace
        The valid filter values.
    more : mapping of str to str, optional
        Address parameters of the file; `PRINT_SIZE` when omitted.
    """
    if not is_served():
        return Markup()
    address = file_address(name, filters, space, PRINT_SIZE if more is None else more)
    return _place(address)


def printed_table(table: pd.DataFrame) -> Markup:
    """Return a short table that is shown only in print."""
    return _table(table.columns, table.itertuples(index=False, name=None))


def watch_printing() -> None:
    """Draw the component that fills print placeholders, and prints address and date."""
    _print(key="atlas_print")
