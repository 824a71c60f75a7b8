"""The map with what steers it: view, year, list of everything on it, and the card beside it."""

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from components.card import show_figure, show_refusal
from components.country_card import selection_card
from components.figures.route_map import MAP
from components.layout import side_by_side
from components.mapping.legend import map_legend
from components.markup import screen_lines
from components.print_places import printed_table
from components.route_card import part_of_card, routes_table
from components.shell import View
from components.state import (
    choose,
    choose_from,
    has_changed,
    map_round,
    select_route,
    show_in_widget,
)
from components.store import stored_space
from components.wording import label_of, later, selection_name
from data.filters import STUDY_PERIOD
from data.problems import TableRefusedError

CARD_HEIGHT = 560


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
        for code in (*stored_space().countries, *stored_space().routes)
    }
    key = show_in_widget(f"map_route_{view.language.code}", view.filters.route or None)
    st.selectbox(
        _("Country, route, facility or place"),
        sorted(names, key=names.__getitem__),
        format_func=names.__getitem__,
        key=key,
        index=None,
        placeholder=_("Choose, or click on the map"),
        on_change=choose_from,
        args=(key, "route", lambda code: code or ""),
    )


def _show_card(view: View) -> None:
    _ = view.language.gettext
    legend = part_of_card(_("Signs on the map"), map_legend(view.language))
    if not view.filters.route:
        hint = screen_lines([_("Choose a route, facility or place to open its card here.")])
        st.html(hint + legend)
        return
    card = selection_card(dataset=view.dataset, filters=view.filters, language=view.language)
    st.html(card + legend)
    st.button(
        _("Close the card"),
        icon=":material/close:",
        on_click=lambda: choose(route=""),
        key="map_close",
    )


def show_map(view: View) -> None:
    """Draw the map, what steers it, and beside it the card of what is selected with the legend."""
    left, right = st.columns([7, 3])
    with left:
        _choose_view(view)
        show_figure(MAP, view.filters)
    with right:
        _choose_route(view)
        _choose_year(view)
        with st.container(border=True, height=CARD_HEIGHT, key="route_card"):
            try:
                _show_card(view)
            except TableRefusedError as refusal:
                show_refusal(refusal, view.language)


def _show_list(view: View) -> None:
    """Draw everything on the map as a table; choosing a row selects what it names."""
    _ = view.language.gettext
    listed = routes_table(dataset=view.dataset, filters=view.filters, language=view.language)
    key = f"route_rows_{map_round()}"

    def take() -> None:
        rows = st.session_state[key]["selection"]["rows"]
        if rows:
            select_route(str(listed.index[rows[0]]))

    st.html(printed_table(listed))
    st.dataframe(
        listed,
        hide_index=True,
        on_select=take,
        selection_mode="single-row",
        key=key,
        alt=_("Everything on the map, one row each; choosing a row opens its card"),
    )


FIGURE_GROUPS: Mapping[str, tuple[str, tuple[tuple[str, ...], ...]]] = MappingProxyType(
    {
        "exports": (
            later("Oil exports and reserves"),
            (
                ("oil_export_shares", "export_line_capacity"),
                ("oil_by_mode", "oil_gas_reserves"),
            ),
        ),
        "corridors": (
            later("Corridors"),
            (("corridor_comparison", "corridor_volumes"), ("design_and_actual",)),
        ),
        "owners": (later("Owners"), (("project_stakes",),)),
    }
)
"""The figures that go with the map, by group: name, and the rows they stand in."""

LIST = "list"


@st.fragment
def show_map_figures(view: View) -> None:
    """Draw the choice of a group of figures, and the group; only this runs anew when it is used."""
    if has_changed(view.filters):
        st.rerun()
    _ = view.language.gettext
    names = {
        **{group: _(name) for group, (name, _rows) in FIGURE_GROUPS.items()},
        LIST: _("List of everything on the map"),
    }
    chosen = st.segmented_control(
        _("Figures"),
        list(names),
        format_func=names.__getitem__,
        default=next(iter(names)),
        required=True,
        key=f"map_figures_{view.language.code}",
        label_visibility="collapsed",
    )
    if chosen == LIST:
        try:
            _show_list(view)
        except TableRefusedError as refusal:
            show_refusal(refusal, view.language)
        return
    _name, rows = FIGURE_GROUPS[chosen or next(iter(FIGURE_GROUPS))]
    for figures in rows:
        side_by_side(view, *figures)
