"""The map with its controls (view, year, list of everything on it) and the card beside it."""

from collections.abc import Hashable, Mapping
from contextlib import suppress
from functools import lru_cache
from types import MappingProxyType

import streamlit as st

from components.cards.card_actions import open_panel
from components.cards.country_card import selection_card
from components.cards.figure_card import show_figure, show_refusal
from components.cards.markup import legend_part, screen_lines
from components.cards.route_card import routes_table
from components.cards.sortable_table import as_texts
from components.controls.button_row import chosen_of
from components.controls.choices import Listed, Option, Toggles, Year, show_choices
from components.controls.chosen import state_key
from components.controls.selections import take_row
from components.controls.table_menu import translate_table_menu
from components.figures.route_map import MAP
from components.map.legend import map_legend
from components.map.map_tools import show_map_tools
from components.map.style import GROUP_COLOURS
from components.page.layout import side_by_side
from components.page.print_places import printed_table
from components.page.shell import View, apart, showing
from components.page.visit import choose, map_round, newly_arrived
from components.process.figures import picture_of, stored_figure, stored_space
from components.text.names import later
from data.choice.map_parameters import AS_OF, LAYERS, SELECTED, SINCE, VIEW
from data.choice.source_parameters import LAID_OVER
from data.choice.subjects import Subject
from data.evidence.layers import LAYER_NAMES
from data.evidence.names import label_of, selection_name
from data.language.alphabets import alphabetical
from data.language.languages import Language
from data.load.dataset import Dataset
from data.problems import TableRefusedError


def _view_choice(view: View) -> Listed:
    """Return the choice of a part of the map."""
    _ = view.language.gettext
    return Listed(
        kind="segments",
        parameter=VIEW.name,
        label=_("View of the map"),
        value=view.filters.view,
        options=tuple(
            (code, label_of(view.dataset, "map_views", code, view.language))
            for code in stored_space().views
        ),
    )


def _layer_choice(view: View) -> Toggles:
    """Return the legend of the kinds of lines, whose entries show and hide them."""
    _ = view.language.gettext
    return Toggles(
        parameter=LAYERS.name,
        label=_("Lines on the map"),
        value=LAYERS.write(view.filters.layers),
        options=tuple((code, _(name), GROUP_COLOURS[code]) for code, name in LAYER_NAMES.items()),
    )


def _year_choice(view: View) -> Year:
    """Return the control for the year of the map."""
    _ = view.language.gettext
    first, last = stored_space().map_years
    return Year(
        parameter=AS_OF.name,
        label=_("Year of the map"),
        value=min(max(view.filters.map_year, first), last),
        lowest=first,
        highest=last,
        play=(_("Play through the years"), _("Stop playing")),
    )


def _since_choice(view: View) -> Listed:
    """Return the list of years that the map can be compared with."""
    _ = view.language.gettext
    first, last = stored_space().map_years
    years = [(str(year), str(year)) for year in range(first, last)]
    return Listed(
        kind="select",
        parameter=SINCE.name,
        label=_("Compare with an earlier year"),
        value=str(view.filters.since or ""),
        options=(("", _("No comparison")), *years),
    )


@lru_cache(maxsize=16)
def _by_name(codes: tuple[str, ...], dataset: Dataset, words: Language) -> tuple[Option, ...]:
    """Return what can be selected on the map as options, by name."""
    names = ((code, selection_name(code, dataset=dataset, language=words)) for code in codes)
    order = alphabetical(words)
    return tuple(sorted(names, key=lambda option: order(option[1])))


def _route_choice(view: View) -> Listed:
    """Return the list of everything on the map, for selection by keyboard."""
    _ = view.language.gettext
    space = stored_space()

    def named(codes: tuple[str, ...]) -> tuple[Option, ...]:
        return _by_name(codes, view.dataset, view.language)

    return Listed(
        kind="select",
        parameter=SELECTED.name,
        label=_("Country, route, facility or place"),
        value=view.filters.route,
        options=(("", _("Select, or click on the map")),),
        groups=(
            (_("Countries"), named(space.countries)),
            (_("Routes, facilities and places"), named(space.routes)),
        ),
    )


def _show_card(view: View) -> None:
    _ = view.language.gettext
    legend = map_legend(view.language, view.filters.compared_year)
    if not view.filters.route:
        hint = screen_lines([_("Select a route, facility or place to open its card here.")])
        st.html(hint + legend_part(_("Map legend"), legend))
        return
    card = selection_card(dataset=view.dataset, filters=view.filters, language=view.language)
    st.html(legend_part(_("Map legend"), legend, folds=True) + card)
    st.button(
        _("Close the card"),
        icon=":material/close:",
        on_click=lambda: choose({SELECTED.name: ""}),
        key="map_close",
    )


def _show_tools(view: View) -> None:
    """Add the buttons of the interactive map; a refused table is reported in place of the map."""
    with suppress(TableRefusedError):
        show_map_tools(
            dataset=view.dataset,
            filters=view.filters,
            language=view.language,
            caption=stored_figure(MAP, view.filters).figure.headline,
        )


@showing(Subject.MAP)
def show_map(view: View) -> None:
    """Draw the map with its controls, and beside it the card of the selection with the legend."""
    left, right = st.columns([7, 3])
    with left:
        several = len(stored_space().views) > 1
        views = [_view_choice(view)] if several else []
        show_choices([*views, _layer_choice(view)], key="map_view")
        show_figure(MAP, view.filters)
        _show_tools(view)
    with right:
        show_choices(
            [_route_choice(view), _year_choice(view), _since_choice(view)], key="map_choices"
        )
        with st.container(border=True, key="route_card"):
            try:
                _show_card(view)
            except TableRefusedError as refusal:
                show_refusal(refusal, view.language)


def _show_list(view: View) -> None:
    """Draw everything on the map as a table; choosing a row selects what it names."""
    _ = view.language.gettext
    listed = routes_table(dataset=view.dataset, filters=view.filters, language=view.language)
    key = f"route_rows_{map_round()}"
    codes = [str(code) for code in listed.index]

    st.html(printed_table(as_texts(listed)))
    translate_table_menu(view.language)
    st.dataframe(
        listed,
        hide_index=True,
        placeholder="",
        on_select=lambda: take_row(key, codes),
        selection_mode="single-row",
        key=key,
        alt=_("All map items; select one for details"),
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
        "diversification": (
            later("Diversification of oil exports"),
            (("oil_diversification",),),
        ),
        "corridors": (
            later("Corridors"),
            (("corridor_comparison", "corridor_volumes"), ("design_and_actual",)),
        ),
        "owners": (later("Shareholders"), (("project_stakes",),)),
    }
)
"""The figures below the map by group: name of the group, and rows of figures."""

LIST, TABS = "list", "map_figures"


def _seen_figures(view: View) -> Hashable:
    """Return what the picture of the open group of figures depends on."""
    filters = view.filters
    group = st.session_state.get(state_key(TABS)) or next(iter(FIGURE_GROUPS))
    if group not in FIGURE_GROUPS:
        return group, view.dataset, filters
    figures = [figure for row in FIGURE_GROUPS[group][1] for figure in row]
    if filters.figure in figures or any(open_panel(figure) for figure in figures):
        # Panels have texts with a link to the whole choice.
        return group, view.dataset, filters
    try:
        drawn = tuple(picture_of(stored_figure(figure, filters)) for figure in figures)
    except TableRefusedError:
        return group, view.dataset, filters
    return group, filters.language, filters.record, drawn


@apart(Subject.ROUTES, Subject.CARRIED, seen=_seen_figures)
def show_map_figures(view: View) -> None:
    """Draw the tabs of figure groups and the open group."""
    _ = view.language.gettext
    names = {
        **{group: _(name) for group, (name, _rows) in FIGURE_GROUPS.items()},
        LIST: _("List of all map items"),
    }
    arrived = newly_arrived(TABS)
    for group, (_name, rows) in FIGURE_GROUPS.items():
        if arrived and any(arrived.figure in figures for figures in rows):
            st.session_state[state_key(TABS)] = group
    chosen = chosen_of(TABS, names, label=_("Charts"))
    if chosen == LIST:
        try:
            _show_list(view)
        except TableRefusedError as refusal:
            show_refusal(refusal, view.language)
        return
    _name, rows = FIGURE_GROUPS[chosen]
    for figures in rows:
        # Public data make some charts several times as high as the card beside them.
        alone = view.filters.record == LAID_OVER
        for shown in ((figure,) for figure in figures) if alone else (figures,):
            side_by_side(view, *shown)
