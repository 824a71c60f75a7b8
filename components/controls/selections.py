"""What is clicked or brushed in charts, on the map and in tables, as parameters of a link.

The browser says what is selected, and anybody can make that up: only values that can be chosen are
taken over, and a chart that has gone is ignored.
"""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components.charts.interaction import ANSWER_CLICK, YEAR_BRUSH, YEAR_CLICK
from components.page.visit import (
    choose,
    clicked_before,
    current_filters,
    forget_selections,
    hold_selection,
    is_open,
    select_on_map,
)
from data.choice.parameters import SECTORS, YEARS, FilterSpace

MOST_POINTS = 1000
"""Points of one selection that are looked at."""


def _selection(key: str) -> Mapping[str, Any]:
    """Return what is selected in the element `key`; nothing where it has gone."""
    held = st.session_state.get(key)
    found = held.get("selection") if isinstance(held, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _points(selection: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return the points selected in a chart by one of its selections."""
    found = selection.get(name)
    points = found[:MOST_POINTS] if isinstance(found, list | tuple) else ()
    return [point for point in points if isinstance(point, Mapping)]


def _sent_years(selection: Mapping[str, Any]) -> list[Any]:
    brush = selection.get(YEAR_BRUSH)
    brushed = brush.get("year") if isinstance(brush, Mapping) else None
    sent = brushed[:MOST_POINTS] if isinstance(brushed, list | tuple) else ()
    return list(sent) or [point.get("year") for point in _points(selection, YEAR_CLICK)]


def _known_years(sent: list[Any], space: FilterSpace) -> list[int]:
    """Return the years among those sent that can be chosen."""
    first, last = space.years
    return [
        int(year)
        for year in sent
        if isinstance(year, int | float) and not isinstance(year, bool) and first <= year <= last
    ]


def _select_years(figure: str, selection: Mapping[str, Any], space: FilterSpace) -> None:
    """Take the years selected in a chart over; an empty selection means all years."""
    sent = _sent_years(selection)
    years = _known_years(sent, space)
    if sent and not years:
        return
    forget_selections(but=figure)
    hold_selection("")
    choose({YEARS.name: f"{min(years)}-{max(years)}" if years else ""})
    hold_selection(figure if years else "")


def _clicked_answer(key: str, selection: Mapping[str, Any]) -> str | None:
    """Return the answer clicked last in a chart whose clicks add to a selection or take away."""
    answers = [point.get("answer") for point in _points(selection, ANSWER_CLICK)]
    now = [answer for answer in answers if isinstance(answer, str) and answer]
    before = clicked_before(key, set(now))
    added = [answer for answer in now if answer not in before]
    removed = sorted(before - set(now))
    return added[-1] if added else removed[-1] if removed else None


def take_selection(
    figure: str, key: str, space: FilterSpace, sectors_of: Callable[[str], tuple[str, ...]]
) -> None:
    """Take over what was clicked or brushed in a chart.

    Parameters
    ----------
    figure : str
        Id of the figure.
    key : str
        Key of its chart.
    space : FilterSpace
        What can be chosen.
    sectors_of : function
        Returns the sectors that an answer of the figure names; none for an unknown answer.
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
    if YEAR_CLICK in selection or YEAR_BRUSH in selection:
        _select_years(figure, selection, space)


def take_from_map(key: str) -> None:
    """Take over what was clicked on the map `key`."""
    objects = _selection(key).get("objects")
    layers = objects.values() if isinstance(objects, Mapping) else ()
    for layer in layers:
        for found in layer if isinstance(layer, list | tuple) else ():
            if isinstance(found, Mapping) and isinstance(found.get("route"), str):
                select_on_map(found["route"])
                return


def take_row(key: str, codes: list[str]) -> None:
    """Take over the row chosen in the table `key`, whose rows name `codes`."""
    rows = _selection(key).get("rows")
    row = rows[0] if isinstance(rows, list | tuple) and rows else None
    if isinstance(row, int) and 0 <= row < len(codes):
        select_on_map(codes[row])
