"""Figure card: headline, chart, source, notes, and actions that open its panels."""

import logging
from dataclasses import replace
from functools import lru_cache
from typing import Any

import streamlit as st
from markupsafe import Markup

from components.cards.card_actions import Actions, open_panel, show_actions
from components.cards.compared_link import compared_link
from components.cards.figure_choices import show_figure_choice
from components.cards.figure_panels import DRAWN, copied_texts
from components.cards.markup import (
    figure_foot,
    figure_heading,
    figure_style,
    text_list,
)
from components.cards.text_table_card import text_table_card
from components.charts.size import filling
from components.controls.selections import take_from_map, take_selection
from components.figures.figure import Figure, Form
from components.figures.survey import question_of
from components.kept_json import KeptJson
from components.map.content import NARROW, WIDE
from components.map.legend import full_screen_legend
from components.map.svg_component import show_svg_map
from components.map.svg_view import full_map
from components.own_file.on_charts import with_own_file
from components.page.print_places import print_place
from components.page.screen_probe import reader_screen
from components.page.visit import arrival, current_filters, map_round, selection_round
from components.process.figures import Drawable, stored, stored_figure
from data.choice.panels import TABLE
from data.choice.parameters import (
    Filters,
    FilterSpace,
)
from data.evidence.survey import answer_sectors
from data.language.languages import Language, language
from data.lasting import kept_over_reloads
from data.load.problem_text import problem_texts
from data.problems import TableRefusedError

_LOGGER = logging.getLogger(__name__)

MAP_HEIGHT, NARROW_MAP_HEIGHT = 430, 380


def _draw_map(
    drawable: Drawable, *, beside: bool, filters: Filters, words: Language
) -> tuple[str, ...]:
    """Draw the map of a figure, as SVG without a graphics card, and return remarks for below it."""
    figure = drawable.figure
    if figure.make_map is None:
        return ()
    screen = reader_screen()
    screen = replace(screen, narrow=screen.narrow or beside)
    canvas = NARROW if screen.narrow else WIDE
    if not screen.webgl:
        content = figure.make_map(canvas)
        dataset, _space = stored()
        drawn = full_map(content, dataset=dataset, filters=filters, language=words)
        show_svg_map(drawn, label=figure.alternative_text, key=f"map_{figure.id}_svg")
        saying = words.gettext(
            "This browser draws maps without a graphics card, so that the map is a simpler "
            "drawing. You can select its lines and points."
        )
        return (saying,) if screen.webgl is False else ()
    from components.map.deck import map_deck  # noqa: PLC0415, pydeck is loaded for a map only

    # `map_tools.js` moves this map from its view to where the reader left it.
    unmoved = stored_figure(figure.id, replace(filters, camera=None)).figure
    content = (unmoved.make_map or figure.make_map)(canvas)
    key = f"map_{figure.id}"
    st.pydeck_chart(
        map_deck(content, screen=screen, round_=map_round()),
        height=NARROW_MAP_HEIGHT if screen.narrow else MAP_HEIGHT,
        key=key,
        on_select=lambda: take_from_map(key),
        selection_mode="single-object",
        alt=figure.alternative_text,
    )
    return ()


def _sectors_of(figure: Figure, answer: str) -> tuple[str, ...]:
    """Return the sectors of an answer in a survey figure; empty if its table did not load."""
    dataset, _space = stored()
    try:
        return answer_sectors(dataset, question_of(figure.id), answer)
    except TableRefusedError:
        return ()


def draw_vega(
    drawable: Drawable,
    form: Form,
    space: FilterSpace,
    spec: dict[str, Any],
    *,
    place: str = "",
) -> None:
    """Draw a Vega-Lite chart as high as its place; clicks and brushes in it change the filters.

    Parameters
    ----------
    drawable : Drawable
        The figure.
    form : Form
        Its chart.
    space : FilterSpace
        The valid filter values.
    spec : dict
        Specification of the chart as it is drawn.
    place : str
        Suffix of the element key, used by style sheets.
    """
    figure, rows = drawable.figure, drawable.rows
    if not form.selections:
        st.vega_lite_chart(rows, spec, height="stretch", alt=figure.alternative_text)
        return
    key = f"chart_{figure.id}_{selection_round(figure.id)}{place}"
    st.vega_lite_chart(
        rows,
        spec,
        height="stretch",
        alt=figure.alternative_text,
        key=key,
        on_select=lambda: take_selection(
            figure.id, key, space, lambda answer: _sectors_of(figure, answer)
        ),
        selection_mode=list(form.selections),
    )


def _draw(
    drawable: Drawable, filters: Filters, space: FilterSpace, *, beside: bool, words: Language
) -> tuple[str, ...]:
    """Draw the chart, map or table of text of a figure, and return remarks to show below it."""
    figure, form = drawable.figure, drawable.figure.form
    if figure.text_table:
        dataset, _space = stored()
        st.html(
            text_table_card(
                figure.text_table, label=figure.subtitle, dataset=dataset, language=words
            )
        )
        return ()
    if form is None:
        return _draw_map(drawable, beside=beside, filters=filters, words=words)
    if figure.rows:
        draw_vega(drawable, form, space, _card_spec(form))
    return ()


@kept_over_reloads
@lru_cache(maxsize=256)
def _card_spec(form: Form) -> KeptJson:
    """Return the specification of a chart that fills its card, so that a row of cards has no hole.

    The card reserves the height that the rows of the chart need.
    """
    return KeptJson(filling(form.spec))


def refusal_texts(refusal: TableRefusedError, words: Language) -> tuple[str, list[str]]:
    """Return a message that a table did not load, and its first faults with a count of the rest."""
    saying = words.gettext("This chart cannot be shown, because its data file has faults:")
    return saying, problem_texts(refusal.problems, words, refusal.omitted)


def show_refusal(refusal: TableRefusedError, words: Language) -> None:
    """Show that a table did not load, and its first faults with a count of the rest."""
    saying, faults = refusal_texts(refusal, words)
    st.error(saying, icon=":material/report:")
    st.html(text_list(faults))


def noted_failure(figure_id: str, filters: Filters, words: Language) -> str:
    """Log the current exception with its traceback, and return a message for the reader."""
    _LOGGER.exception("figure %s failed for %s", figure_id, filters)
    _ = words.gettext
    dataset, _space = stored()
    if dataset.problems:
        return _("This chart cannot be shown, because data files have faults; the page lists them.")
    return _("This chart cannot be shown for the selected filters. Clear the filters.")


@st.fragment
def _offer_panels(figure_id: str) -> None:
    """Draw the actions below a chart and the open panel, as a fragment that reruns alone."""
    filters = current_filters()
    words = language(filters.language)
    dataset, _space = stored()
    opened = open_panel(figure_id)
    try:
        drawable = stored_figure(figure_id, filters)
        copied = copied_texts(opened, drawable, filters, dataset=dataset, words=words)
    except TableRefusedError as refusal:
        show_refusal(refusal, words)
        return
    actions = Actions(
        figure=figure_id,
        language=words.code,
        opened=opened,
        contradictions=len(drawable.conflicts),
        arrival=arrival() if filters.figure == figure_id else 0,
        copied=copied,
        without=TABLE if drawable.figure.text_table else "",
    )
    show_actions(actions)
    if opened in DRAWN:
        DRAWN[opened](drawable, dataset=dataset, words=words)


def _found(figure_id: str, filters: Filters) -> Drawable | None:
    """Return a built figure; on failure, show the reason in its place and return None.

    Refused tables and exceptions are shown as messages, so that the rest of the page is drawn.
    """
    words = language(filters.language)
    try:
        drawable = stored_figure(figure_id, filters)
        if drawable.figure.form:
            drawable.figure.form.spec  # noqa: B018, built here so that an exception is caught
    except TableRefusedError as refusal:
        show_refusal(refusal, words)
    except Exception:  # noqa: BLE001, `noted_failure` logs it with its traceback
        st.error(noted_failure(figure_id, filters, words), icon=":material/report:")
    else:
        return drawable
    return None


@lru_cache(maxsize=512)
def _heading(drawable: Drawable, filters: Filters, space: FilterSpace) -> Markup:
    """Return what stands above a chart, with its place in print and its legend in full screen."""
    figure, words = drawable.figure, language(filters.language)
    # A table of text is printed as it is.
    place = "" if figure.text_table else print_place(f"{figure.id}.svg", filters, space)
    legend = full_screen_legend(words, filters.compared_year) if figure.make_map else Markup()
    return figure_heading(figure) + place + legend


def _written_foot(drawable: Drawable, said: tuple[str, ...], words: Language) -> Markup:
    """Return what stands below a chart."""
    figure = drawable.figure
    foot = figure_foot(figure, source=drawable.source, shown=said, language=words)
    return foot + compared_link(figure.id, words)


_foot = lru_cache(maxsize=512)(_written_foot)
"""What stands below a chart for all visitors with the same choice."""


def _with_own_file(
    drawable: Drawable, filters: Filters, space: FilterSpace, words: Language
) -> tuple[Drawable, tuple[str, ...]]:
    """Return a figure to draw with the visitor's file, if that is turned on, and a remark on it."""
    dataset, _space = stored()
    figure, remarks = with_own_file(
        drawable.figure, dataset=dataset, filters=filters, space=space, words=words
    )
    return (replace(drawable, figure=figure) if remarks else drawable), remarks


def show_figure(figure_id: str, filters: Filters, *, beside: bool = False) -> None:
    """Draw the card of one figure.

    Parameters
    ----------
    figure_id : str
        Id of the figure in the registry.
    filters : Filters
        The selected filters.
    beside : bool
        True if other figures are in the same row, so that a map has half the width.
    """
    words = language(filters.language)
    _dataset, space = stored()
    with st.container(border=True, key=f"figure_{figure_id}"):
        drawable = _found(figure_id, filters)
        if drawable is None:
            return
        if style := figure_style(drawable.figure):
            st.html(style)
        st.html(_heading(drawable, filters, space))
        show_figure_choice(figure_id, filters, space, words)
        drawn, remarks = _with_own_file(drawable, filters, space, words)
        said = _draw(drawn, filters, space, beside=beside, words=words)
        # Remarks on a visitor's file are kept for nobody else.
        foot = (
            _written_foot(drawable, (*said, *remarks), words)
            if remarks
            else _foot(drawable, said, words)
        )
        st.html(foot)
        _offer_panels(figure_id)
