"""Conversion of selections in charts, on the map and in tables to link parameters.

Selections sent by the browser are untrusted: only valid filter values are applied, and selections
in removed charts are ignored.
"""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components.charts.interaction import ANSWER_CLICK, SOURCE_CLICK, YEAR_BRUSH, YEAR_CLICK
from components.page.visit import (
    choose,
    current_filters,
    forget_selections,
    is_open,
    record_year_selection,
    replace_clicked,
    select_on_map,
)
from data.choice.parameters import SECTORS, YEARS, FilterSpace
from data.choice.source_parameters import EMPHASIS

MOST_POINTS = 1000
"""Greatest number of points read from one selection."""


def _selection(key: str) -> Mapping[str, Any]:
    """Return the selection in the element `key`; empty if the element was removed."""
    state = st.session_state.get(key)
    found = state.get("selection") if isinstance(state, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _points(selection: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return the selected points of the selection parameter `name` of a chart."""
    found = selection.get(name)
    points = found[:MOST_POINTS] if isinstance(found, list | tuple) else ()
    return [point for point in points if isinstance(point, Mapping)]


def _sent_years(selection: Mapping[str, Any]) -> list[Any]:
    brush = selection.get(YEAR_BRUSH)
    brushed = brush.get("year") if isinstance(brush, Mapping) else None
    sent = brushed[:MOST_POINTS] if isinstance(brushed, list | tuple) else ()
    return list(sent) or [point.get("year") for point in _points(selection, YEAR_CLICK)]


def _known_years(sent: list[Any], space: FilterSpace) -> list[int]:
    """Return the valid years among those sent."""
    first, last = space.years
    return [
        int(year)
        for year in sent
        if isinstance(year, int | float) and not isinstance(year, bool) and first <= year <= last
    ]


def _select_years(figure: str, selection: Mapping[str, Any], space: FilterSpace) -> None:
    """Apply the years selected in a chart; an empty selection means all years."""
    sent = _sent_years(selection)
    years = _known_years(sent, space)
    if sent and not years:
        return
    forget_selections(but=figure)
    record_year_selection("")
    choose({YEARS.name: f"{min(years)}-{max(years)}" if years else ""})
    record_year_selection(figure if years else "")


def _clicked_answer(key: str, selection: Mapping[str, Any]) -> str | None:
    """Return the answer clicked last in a chart where clicks toggle answers; None for none."""
    answers = [point.get("answer") for point in _points(selection, ANSWER_CLICK)]
    now = [answer for answer in answers if isinstance(answer, str) and answer]
    before = replace_clicked(key, set(now))
    added = [answer for answer in now if answer not in before]
    removed = sorted(before - set(now))
    return added[-1] if added else removed[-1] if removed else None


def clicked_source(selection: Mapping[str, Any], space: FilterSpace) -> str | None:
    """Return the source of the clicked point, empty for none; None for an unknown one."""
    found = [point.get("source") for point in _points(selection, SOURCE_CLICK)]
    if not found:
        return ""
    return next((code for code in space.sources if code == found[-1]), None)


def take_selection(
    figure: str, key: str, space: FilterSpace, sectors_of: Callable[[str], tuple[str, ...]]
) -> None:
    """Apply a click or brush in a chart to the filters.

    Parameters
    ----------
    figure : str
        Id of the figure.
    key : str
        Streamlit key of its chart.
    space : FilterSpace
        The valid filter values.
    sectors_of : function
        Returns the sectors of an answer of the figure; empty for an unknown answer.
    """
    if not is_open():
        return
    selection = _selection(key)
    if ANSWER_CLICK in selection:
        answer = _clicked_answer(key, selection)
        if answer is not None:
            sectors = sectors_of(answer)
            chosen = () if sectors == current_filters().sectors else sectors
            choose({SECTORS.name: ",".join(chosen)})
    if SOURCE_CLICK in selection:
        source = clicked_source(selection, space)
        if source is not None:
            choose({EMPHASIS.name: source})
    if YEAR_CLICK in selection or YEAR_BRUSH in selection:
        _select_years(figure, selection, space)


def take_from_map(key: str) -> None:
    """Apply a click on the map with the Streamlit key `key`."""
    objects = _selection(key).get("objects")
    layers = objects.values() if isinstance(objects, Mapping) else ()
    for layer in layers:
        for found in layer if isinstance(layer, list | tuple) else ():
            if isinstance(found, Mapping) and isinstance(found.get("route"), str):
                select_on_map(found["route"])
                return


def take_row(key: str, codes: list[str]) -> None:
    """Apply the row selected in the table `key`; `codes` are the map items of its rows."""
    rows = _selection(key).get("rows")
    row = rows[0] if isinstance(rows, list | tuple) and rows else None
    if isinstance(row, int) and 0 <= row < len(codes):
        select_on_map(codes[row])
