"""The reader's choice across reruns, pages and the address bar."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from components.forms import YEAR_BRUSH, YEAR_CLICK
from data.filters import Filters, FilterSpace, Refusal, from_query, to_query
from data.languages import nearest_language

_FILTERS = "atlas_filters"
_SPACE = "atlas_space"
_QUERY = "atlas_query"
_REFUSALS = "atlas_refusals"
_ROUND = "atlas_selection_round"
_MAP_ROUND = "atlas_map_round"
_SELECTED = "atlas_selection_held"
_PAGE = "atlas_page"
_ENTERED = "atlas_page_entered"


def current_filters(space: FilterSpace) -> Filters:
    """Return the choice in force, read from the address where the address has changed.

    A link or the browser's back button puts parameters there that the app did not write; a change
    of page takes them away, and then the session's own choice goes on.
    """
    query = dict(st.query_params)
    known: Filters | None = st.session_state.get(_FILTERS)
    if known is None or (query and query != st.session_state.get(_QUERY)):
        spoken = known.language if known else nearest_language(st.context.locale)
        filters, refusals = from_query(query, space, spoken)
        st.session_state[_REFUSALS] = refusals
        restart_selections()
    elif st.session_state[_SPACE] != space:
        filters, _ = from_query(to_query(known, st.session_state[_SPACE]), space, known.language)
    else:
        filters = known
    st.session_state[_FILTERS] = filters
    st.session_state[_SPACE] = space
    return filters


def show_in_address(filters: Filters, space: FilterSpace) -> None:
    """Write the choice into the address bar, in codes."""
    query = to_query(filters, space)
    if dict(st.query_params) != query:
        st.query_params.from_dict(query)
    st.session_state[_QUERY] = query


def enter_page(title: str) -> None:
    """Note which page this run draws."""
    st.session_state[_ENTERED] = st.session_state.get(_PAGE) != title
    st.session_state[_PAGE] = title


def settle_page() -> None:
    """Note that the page has been drawn: what runs next draws it again, in whole or in part."""
    st.session_state[_ENTERED] = False


def page_is_new() -> bool:
    """Tell whether the run before this one drew another page."""
    new: bool = st.session_state.get(_ENTERED, True)
    return new


def show_in_widget(key: str, value: object) -> str:
    """Let the widget `key` show `value`, whoever has set it.

    Each page has a widget of its own, which would start at its default; a widget that stays is
    only told what it does not show yet.
    """
    if page_is_new() or st.session_state.get(key) != value:
        st.session_state[key] = value
    return key


def refusals() -> tuple[Refusal, ...]:
    """Return the parts of the link that could not be followed, until the reader chooses anew."""
    refused: tuple[Refusal, ...] = st.session_state.get(_REFUSALS, ())
    return refused


def choose_years(key: str) -> None:
    """Take the years of the widget `key` over; the map stands for the last of them again."""
    choose(years=tuple(st.session_state[key]), as_of=None)
    restart_selections()


def map_round() -> int:
    """Return a number that changes when the map is to forget what was clicked on it."""
    current: int = st.session_state.setdefault(_MAP_ROUND, 0)
    return current


def select_route(code: str) -> None:
    """Select a route, facility or place; selecting it again lets go of it.

    What was clicked is forgotten at once, so that map, list and table never disagree.
    """
    held = st.session_state[_FILTERS].route
    choose(route="" if code == held else code)
    st.session_state[_MAP_ROUND] = map_round() + 1


def has_changed(filters: Filters) -> bool:
    """Tell whether a callback has replaced the choice that `filters` were drawn for."""
    return bool(st.session_state[_FILTERS] != filters)


def selected_on_map(key: str) -> None:
    """Take over what was clicked on the map `key`."""
    objects = st.session_state[key]["selection"]["objects"]
    clicked = [found["route"] for layer in objects.values() for found in layer]
    if clicked:
        select_route(clicked[0])


def choose(**changes: object) -> None:
    """Replace parts of the choice; for callbacks of widgets."""
    st.session_state[_FILTERS] = replace(st.session_state[_FILTERS], **changes)
    st.session_state[_REFUSALS] = ()


def choose_from(key: str, part: str, convert: Callable[[Any], Any] = lambda value: value) -> None:
    """Take the value of the widget `key` over into one part of the choice."""
    choose(**{part: convert(st.session_state[key])})


def start_again() -> None:
    """Return to the choice of a reader who has chosen nothing, in the same language."""
    space: FilterSpace = st.session_state[_SPACE]
    st.session_state[_FILTERS] = space.start(st.session_state[_FILTERS].language)
    st.session_state[_REFUSALS] = ()
    restart_selections()


def restart_selections() -> None:
    """Forget what is selected inside charts, so that no stale brush contradicts the filters.

    A chart that holds no selection stays as it is: drawing it anew would cost the reader time.
    """
    if st.session_state.pop(_SELECTED, False):
        st.session_state[_ROUND] = selection_round() + 1


def selection_round() -> int:
    """Return a number that changes when selections inside charts are to be forgotten."""
    current: int = st.session_state.setdefault(_ROUND, 0)
    return current


def selected_years(key: str, space: FilterSpace) -> None:
    """Take the years selected in the chart `key` over; an empty selection means all years."""
    selection = st.session_state[key]["selection"]
    brushed = selection.get(YEAR_BRUSH, {}).get("year", [])
    clicked = [point["year"] for point in selection.get(YEAR_CLICK, [])]
    years = [int(year) for year in brushed or clicked]
    st.session_state[_SELECTED] = bool(years)
    choose(years=(min(years), max(years)) if years else space.years, as_of=None)
