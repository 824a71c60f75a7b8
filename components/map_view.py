"""The map with what steers it: view, year, list of everything on it, and the card beside it."""

import streamlit as st

from components.card import show_figure, show_refusal
from components.figures.route_map import MAP
from components.mapping.legend import map_legend
from components.markup import quiet_lines
from components.route_card import route_card, selection_name
from components.shell import View
from components.state import choose, choose_from, show_in_widget
from components.store import stored_space
from components.wording import label_of
from data.filters import STUDY_PERIOD
from data.problems import TableRefusedError

CARD_HEIGHT = 640


def _choose_view(view: View) -> None:
    _ = view.language.gettext
    views = stored_space().views
    if len(views) > 1:
        key = show_in_widget(f"map_view_{view.language.code}", view.filters.view)
        st.segmented_control(
            _("View of the map"),
            views,
            format_func=lambda code: label_of(view.dataset, "map_views", code, view.language),
            key=key,
            required=True,
            label_visibility="collapsed",
            on_change=choose_from,
            args=(key, "view"),
        )


def _choose_year(view: View) -> None:
    _ = view.language.gettext
    first, last = STUDY_PERIOD
    st.slider(
        _("Map as of the year"),
        min_value=first,
        max_value=last,
        key=show_in_widget("map_year", view.filters.map_year),
        on_change=choose_from,
        args=("map_year", "as_of"),
    )


def _choose_route(view: View) -> None:
    """Draw the list of everything on the map: the way to it without a mouse."""
    _ = view.language.gettext
    names = {
        code: selection_name(code, dataset=view.dataset, language=view.language)
        for code in stored_space().routes
    }
    key = show_in_widget(f"map_route_{view.language.code}", view.filters.route or None)
    st.selectbox(
        _("Route, facility or place"),
        sorted(names, key=names.__getitem__),
        format_func=names.__getitem__,
        key=key,
        index=None,
        placeholder=_("Choose from the list, or click on the map"),
        on_change=choose_from,
        args=(key, "route", lambda code: code or ""),
    )


def _show_card(view: View) -> None:
    _ = view.language.gettext
    if not view.filters.route:
        st.html(quiet_lines([_("Choose a route, facility or place to open its card here.")]))
        return
    st.html(route_card(dataset=view.dataset, filters=view.filters, language=view.language))
    st.button(
        _("Close the card"),
        icon=":material/close:",
        on_click=lambda: choose(route=""),
        key="map_close",
    )


def show_map(view: View) -> None:
    """Draw the map, what steers it, its legend, and the card of what is selected."""
    _choose_view(view)
    left, right = st.columns([7, 3])
    with left:
        show_figure(MAP, view.filters)
        st.html(map_legend(view.language))
    with right:
        _choose_route(view)
        _choose_year(view)
        with st.container(border=True, height=CARD_HEIGHT, key="route_card"):
            try:
                _show_card(view)
            except TableRefusedError as refusal:
                show_refusal(refusal, view.language)
