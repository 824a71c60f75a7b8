"""The reader's choice across reruns, pages and the address bar."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from components.forms import ANSWER_CLICK, YEAR_BRUSH, YEAR_CLICK
from data.filters import Filters, FilterSpace, Refusal, from_query, to_query, with_parameter
from data.languages import nearest_language

CLEAR, PAGE = "clear", "page"
"""What the head may send beside parameters of a link."""

_FILTERS = "atlas_filters"
_SPACE = "atlas_space"
_QUERY = "atlas_query"
_REFUSALS = "atlas_refusals"
_ROUND = "atlas_selection_round_"
_MAP_ROUND = "atlas_map_round"
_SELECTED = "atlas_selection_held"
_CLICKED = "atlas_clicked"
_PAGE = "atlas_page"
_WANTED = "atlas_page_wanted"
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
    """Note which page this run draws; charts of a new one are drawn with nothing clicked."""
    st.session_state[_ENTERED] = st.session_state.get(_PAGE) != title
    if st.session_state[_ENTERED]:
        st.session_state[_CLICKED] = {}
    st.session_state[_PAGE] = title


def wanted_page() -> str:
    """Return the page that the reader has asked for in the menu; asked once, it is forgotten."""
    wanted: str = st.session_state.pop(_WANTED, "")
    return wanted


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


def current_choice() -> Filters:
    """Return the choice in force; for callbacks of widgets."""
    held: Filters = st.session_state[_FILTERS]
    return held


def _replace_choice(filters: Filters) -> None:
    """Replace the whole choice, and forget what is selected inside charts and on the map."""
    held = current_choice()
    if filters.years != held.years:
        filters = replace(filters, as_of=None)
        restart_selections()
    if filters.route != held.route:
        st.session_state[_MAP_ROUND] = map_round() + 1
    if filters.language != held.language:
        # Charts are drawn anew in another language, and what was clicked in them is gone.
        st.session_state[_CLICKED] = {}
    st.session_state[_FILTERS] = filters
    st.session_state[_REFUSALS] = ()


def take_gesture(key: str) -> None:
    """Take over what a component sends: parameters of a link, a page, or "clear all".

    What makes no sense changes nothing.

    Parameters
    ----------
    key : str
        Key of the component.
    """
    held = st.session_state[key].get("gesture")
    if not isinstance(held, Mapping):
        return
    sent = dict(held)
    space: FilterSpace = st.session_state[_SPACE]
    if CLEAR in sent:
        start_again()
        return
    st.session_state[_WANTED] = str(sent.pop(PAGE, ""))
    for name, text in sent.items():
        changed = with_parameter(current_choice(), name, str(text), space)
        if changed is not None:
            _replace_choice(changed)


def choose_from(key: str, part: str, convert: Callable[[Any], Any] = lambda value: value) -> None:
    """Take the value of the widget `key` over into one part of the choice."""
    choose(**{part: convert(st.session_state[key])})


def start_again() -> None:
    """Return to the choice of a reader who has chosen nothing, in the same language."""
    space: FilterSpace = st.session_state[_SPACE]
    _replace_choice(space.start(current_choice().language))


def restart_selections(but: str = "") -> None:
    """Forget the years selected inside a chart, so that no stale brush contradicts the filters.

    A chart that holds no selection stays as it is: drawing it anew would cost the reader time.

    Parameters
    ----------
    but : str
        Id of a figure that keeps its selection.
    """
    held = st.session_state.get(_SELECTED, "")
    if held and held != but:
        st.session_state[_ROUND + held] = selection_round(held) + 1
        st.session_state[_SELECTED] = ""


def selection_round(figure: str) -> int:
    """Return a number that changes when the selection inside a figure is to be forgotten."""
    current: int = st.session_state.setdefault(_ROUND + figure, 0)
    return current


def _points(key: str, name: str) -> list[dict[str, Any]]:
    """Return the points selected in a chart by one of its selections; none where it is empty."""
    return list(st.session_state[key]["selection"].get(name) or ())


def _select_years(figure: str, key: str, space: FilterSpace) -> None:
    """Take the years selected in a chart over; an empty selection means all years."""
    brushed = (st.session_state[key]["selection"].get(YEAR_BRUSH) or {}).get("year", [])
    clicked = [point["year"] for point in _points(key, YEAR_CLICK)]
    years = [int(year) for year in brushed or clicked]
    choose(years=(min(years), max(years)) if years else space.years, as_of=None)
    restart_selections(but=figure)
    st.session_state[_SELECTED] = figure if years else ""


def _clicked_answer(key: str) -> str | None:
    """Return the answer clicked in a chart whose clicks add to a selection or take away from it."""
    now = {point["answer"] for point in _points(key, ANSWER_CLICK) if point.get("answer")}
    held: dict[str, set[str]] = st.session_state.setdefault(_CLICKED, {})
    changed = now ^ held.get(key, set())
    held[key] = now
    return changed.pop() if len(changed) == 1 else None


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
        Returns the sectors that an answer of the figure speaks of.
    """
    held = st.session_state[key]["selection"]
    if ANSWER_CLICK in held:
        answer = _clicked_answer(key)
        if answer is not None:
            sectors = sectors_of(answer)
            choose(sectors=() if sectors == current_choice().sectors else sectors)
    if YEAR_CLICK in held or YEAR_BRUSH in held:
        _select_years(figure, key, space)
