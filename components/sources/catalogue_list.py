"""The values of the catalogue as a table of several pages, in a chosen order.

It is HTML in place of Streamlit's grid, which cuts texts off and cannot be read by everyone.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from math import ceil
from types import MappingProxyType

import streamlit as st
from markupsafe import Markup

from components.cards.data_table import data_table
from components.cards.sortable_table import as_texts
from components.controls.pager import page_of_list
from components.page.shell import View
from components.process.figures import stored_space
from components.sources.catalogue_table import catalogue_table, period_order
from components.sources.code_select import choose_name
from components.sources.value_cards import conflict_cards, detail_lines, digest
from components.templates import macro
from components.text.names import later
from components.text.shown_table import ShownColumn, ShownTable
from data.evidence.audit import contradictions_by_row
from data.evidence.values import Value
from data.language.alphabets import alphabetical

ROWS_A_PAGE = 25

ORDERS: Mapping[str, str] = MappingProxyType(
    {
        "item": later("Item, A to Z"),
        "period": later("Period, earliest first"),
        "smallest": later("Value, smallest first"),
        "largest": later("Value, largest first"),
        "contradictions": later("Contradictions, most first"),
    }
)
"""Orders of the values besides that of the tables or of a search, by code."""

NUMERIC = frozenset({"Period", "Value", "Contradictions"})
"""English heads of the columns that are aligned to the right."""

_details = macro("sources/value_cards.html", "named_details")


def _size(entry: Value) -> float:
    size = entry.low if entry.value is None else entry.value
    return float("inf") if size is None else size


def in_order(found: tuple[Value, ...], order: str, view: View) -> tuple[Value, ...]:
    """Return values in the order of a code; values without what is sorted by come last.

    Parameters
    ----------
    found : tuple of Value
        The values.
    order : str
        A code of `ORDERS`; empty for the order that they have.
    view : View
        The dataset, and the language of the names.
    """
    letters = alphabetical(view.language)
    touched = contradictions_by_row(view.dataset)

    def period(entry: Value) -> float:
        time = period_order(entry.period)
        return float("inf") if time is None else time

    def largest(entry: Value) -> tuple[bool, float]:
        size = _size(entry)
        return size == float("inf"), -size

    keys: Mapping[str, Callable[[Value], object]] = {
        "item": lambda entry: letters(entry.name(view.language)),
        "period": period,
        "smallest": _size,
        "largest": largest,
        "contradictions": lambda entry: -len(touched.get(entry.id, ())),
    }
    return tuple(sorted(found, key=keys[order])) if order in keys else found  # type: ignore[arg-type]


@lru_cache(maxsize=32)
def _table_html(entries: tuple[Value, ...], view: View) -> Markup:
    """Return a page of values as a table; the name of a value opens its details."""
    _ = view.language.gettext
    table = as_texts(catalogue_table(entries, dataset=view.dataset, language=view.language))
    numeric = {_(head) for head in NUMERIC}
    first, *others = table.columns
    names = tuple(
        _details(entry.name(view.language), detail_lines(entry, view), conflict_cards(entry, view))
        for entry in entries
    )
    columns = (
        ShownColumn(head=str(first), cells=names),
        *(
            ShownColumn(head=str(name), cells=tuple(table[name]), numeric=name in numeric)
            for name in others
        ),
    )
    shown = ShownTable(columns=columns, named_rows=True)
    return data_table(shown, label=_("Every value of the Atlas with its source"))


def choose_order(view: View) -> str:
    """Draw the list of orders, and return the code of the chosen one."""
    _ = view.language.gettext
    names = {code: _(name) for code, name in ORDERS.items()}
    return choose_name(_("Order"), names, view, "catalogue_order", first=_("As found"))


def show_list(found: tuple[Value, ...], view: View) -> None:
    """Draw a page of values as a table, with the control for the page above it."""
    key = f"catalogue_rows_{view.language.code}_{digest(found)}"
    number = page_of_list(key, ceil(len(found) / ROWS_A_PAGE), view.language)
    start = (number - 1) * ROWS_A_PAGE
    with st.container(key="catalogue_list"):
        # The filters have chosen the values already; another choice of the same needs no new table.
        same = replace(view, filters=stored_space().start(view.language.code))
        st.html(_table_html(found[start : start + ROWS_A_PAGE], same))
