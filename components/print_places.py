"""What stands on paper in place of charts and lists that only a screen shows whole.

A chart is laid out for the width of its window, a map and a long list are drawn on a canvas that
paper cuts. As printing begins, the browser fetches the picture or the table for paper instead.
"""

from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from components.assets import asset
from components.export.address import PRINT_SIZE, file_address
from components.export.served import is_served
from data.filters import Filters, FilterSpace

PRINT_STYLE = asset("print_places.css")
_SCRIPT = asset("print_places.js")

_print = st.components.v2.component(
    "atlas_print", html='<p class="atlas-print-foot"></p>', js=_SCRIPT, isolate_styles=False
)


def print_place(
    name: str, filters: Filters, space: FilterSpace, more: Mapping[str, str] | None = None
) -> str:
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
        return ""
    address = file_address(name, filters, space, PRINT_SIZE if more is None else more)
    return f'<div class="atlas-print" data-print-src="{escape(address)}"></div>'


def printed_table(table: pd.DataFrame) -> str:
    """Return a short table that only paper shows."""
    head = "".join(f"<th>{escape(str(name))}</th>" for name in table.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>"
        for row in table.itertuples(index=False)
    )
    return (
        '<div class="atlas-print-table"><table><thead><tr>'
        f"{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def watch_printing() -> None:
    """Let the browser fill the places for print, and write address and date below the page."""
    _print(key="atlas_print")
