"""The landing page: key figures, map, series, survey and the panel of the choice, all linked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any, TypeVar

import streamlit as st
from markupsafe import Markup

from components.cards.figure_card import draw_vega, noted_failure, refusal_texts
from components.cards.markup import (
    Target,
    add_button,
    alert,
    go_link,
    key_figure_strip,
    quiet_lines,
    small_heading,
)
from components.charts.interaction import ANSWER_CLICK
from components.charts.size import compact, filling, smaller
from components.controls.page_head import PAGES
from components.figures.figure import Figure, Form
from components.figures.route_map import MAP as ROUTE_MAP
from components.figures.survey import figure_id
from components.map.legend import colour_legend
from components.map.scene import lines_shown
from components.map.svg_view import small_map
from components.overview.panel import context_panel
from components.overview.views import (
    FIRST,
    FOURTH,
    INTRO,
    MAP,
    PANEL,
    SECOND,
    STRIP,
    THIRD,
    show_views,
)
from components.page.print_places import print_place
from components.page.shell import View, showing
from components.process.figures import Drawable, stored_figure, stored_key_figures, stored_space
from components.templates import joined, macro
from data.choice.map_parameters import ALL_LINES, LINES_SHOWN, MAIN_LINES
from data.choice.parameters import FIGURE, SECTION, STUDY_PERIOD
from data.choice.subjects import Subject
from data.evidence.series import DEFAULT_SERIES
from data.evidence.survey import section_of
from data.language.languages import span_text
from data.lasting import kept_over_reloads
from data.problems import TableRefusedError

HERE = "dashboard.py"
"""The script of the landing page, which a switch leads back to."""

ABOUT = "pages/about.py"
"""The page that says what the Atlas is; linked where it is among the pages."""

_introduction = macro("overview/landing.html", "introduction")

_NOTHING = Markup()

SMALL = 0.92
"""Size of letters in a small card, as a share of that in a large card."""

PADDING = {"top": 3, "left": 0, "right": 4, "bottom": 3}
"""Pixels around a chart, for letters that reach beyond their line of text."""


@kept_over_reloads
@lru_cache(maxsize=256)
def _small_spec(form: Form, *, rows: bool) -> dict[str, Any]:
    """Return the specification of a chart in a small card; `rows` says if it has a row a bar."""
    spec = filling(form.spec)
    if rows:
        spec = compact(spec)
    return {**smaller(spec, SMALL), "padding": PADDING}


@dataclass(frozen=True, kw_only=True)
class _Card:
    """A figure as the landing page shows it.

    Attributes
    ----------
    figure : str
        Id of the figure.
    target : Target
        Page that shows the figure in full.
    hint : str
        How its drawing can be used, where that is not what the figure says.
    prompts : bool
        Whether it says how it can be used as long as it has found nothing, so that a finding that
        follows a click moves nothing from under the pointer.
    """

    figure: str
    target: Target
    hint: str = ""
    prompts: bool = False


@dataclass(frozen=True)
class Chart:
    """A chart ready to be drawn: its figure, its form, and its specification for a small card."""

    drawable: Drawable
    form: Form
    spec: dict[str, Any]


def _question_card(number: int, view: View) -> _Card:
    figure = figure_id(number)
    places = {SECTION.name: section_of(view.dataset, number), FIGURE.name: figure}
    return _Card(figure=figure, target=Target("pages/survey.py", places), prompts=True)


def _card(figure: str, page: str) -> _Card:
    """Return the card of a figure whose link leads to it on its page."""
    return _Card(figure=figure, target=Target(page, {FIGURE.name: figure}))


def _cards(view: View) -> dict[str, _Card]:
    """Return the charts of the page by the piece that stands above each."""
    one, other = sorted(view.filters.questions)
    return {
        FIRST: _card("trade_answers", "pages/trade.py"),
        SECOND: _card("investment_flows", "pages/investment.py"),
        THIRD: _question_card(one, view),
        FOURTH: _question_card(other, view),
    }


Drawn = TypeVar("Drawn")


def _told(
    name: str,
    view: View,
    make: Callable[[], tuple[Markup, Drawn | None]],
    failed: list[str],
) -> tuple[Markup, Drawn | None]:
    """Return what `make` returns, HTML and a drawing; where it fails, say why in their place.

    A failure other than that of a table is added to `failed`.
    """
    try:
        return make()
    except TableRefusedError as refusal:
        return alert(*refusal_texts(refusal, view.language)), None
    except Exception:  # noqa: BLE001, noted with its traceback
        failed.append(name)
        return alert(noted_failure(name, view.filters, view.language)), None


def _faults(tables: Iterable[str], view: View) -> Markup:
    """Return the faults of those among some tables that did not load."""
    found = []
    for name in tables:
        try:
            view.dataset.table(name)
        except TableRefusedError as refusal:
            found.append(alert(*refusal_texts(refusal, view.language)))
    return joined(found)


def _with_folded_finding(figure: Figure) -> Figure:
    """Return a figure whose finding stands first among its notes, where it needs no room."""
    if not figure.finding or figure.no_row_matches:
        return figure
    return replace(figure, finding="", notes=(figure.finding, *figure.notes))


def _heading(
    card: _Card, drawable: Drawable, view: View, *, brief: bool = True, switch: Markup = _NOTHING
) -> Markup:
    _ = view.language.gettext
    figure, hint = drawable.figure, card.hint or drawable.figure.hint
    if brief:
        figure = replace(figure, headline=figure.short)
    if not card.prompts:
        figure = _with_folded_finding(figure)
    elif not figure.finding:
        figure, hint = replace(figure, finding=hint), ""
    heading = small_heading(
        figure,
        hint=hint,
        conflicts=len(drawable.conflicts),
        links=(
            switch,
            add_button(card.figure, view.language),
            go_link(card.target, _("Table, sources, download")),
        ),
        language=view.language,
    )
    return heading + print_place(f"{figure.id}.svg", view.filters, stored_space())


def _chart(card: _Card, view: View) -> tuple[Markup, Chart | None]:
    drawable = stored_figure(card.figure, view.filters)
    heading, form = _heading(card, drawable, view), drawable.figure.form
    if form is None or not drawable.rows.num_rows:
        return heading, None
    return heading, Chart(drawable, form, _small_spec(form, rows=ANSWER_CLICK in form.selections))


def _switch(view: View) -> Markup:
    """Return the link between the main routes of the map and all; empty where these are all."""
    _ = view.language.gettext
    shown, count = lines_shown(view.dataset, view.filters)
    if shown == count:
        return Markup()
    if view.filters.lines == ALL_LINES:
        text, wanted = _("Show {count} only").format(count=view.language.number(shown)), MAIN_LINES
    else:
        text, wanted = _("Show all {count}").format(count=view.language.number(count)), ALL_LINES
    return go_link(Target(HERE, {LINES_SHOWN.name: wanted}), text)


def _map(view: View) -> tuple[Markup, dict[str, Any]]:
    _ = view.language.gettext
    card = replace(
        _card(ROUTE_MAP, "pages/energy_routes.py"),
        hint=_(
            "Click a line, a point or a country to update all charts. Click "
            "again for the item underneath, once more to clear."
        ),
    )
    drawable = stored_figure(card.figure, view.filters)
    every = view.filters.lines == ALL_LINES
    heading = _heading(card, drawable, view, brief=not every, switch=_switch(view))
    drawn = small_map(
        dataset=view.dataset, filters=view.filters, language=view.language, every=every
    )
    heading += colour_legend(view.language, view.filters.compared_year)
    return heading, {**vars(drawn), "label": drawable.figure.alternative_text}


def _intro(view: View) -> tuple[Markup, None]:
    """Return what the Atlas is, in two lines."""
    _ = view.language.gettext
    pages = {entry.path for entry in PAGES}
    link = go_link(Target(ABOUT), _("About the Atlas")) if ABOUT in pages else Markup()
    title = _("How Kazakhstan and Türkiye work together, {years}").format(
        years=span_text(*map(str, STUDY_PERIOD))
    )
    lines = _(
        "The evidence of a PhD dissertation written in Kazakh. Every number names its paragraph "
        "(¶); contradictions of the source are marked (⚠) and left as they are."
    )
    return _introduction(title, lines, link), None


def _strip(view: View) -> tuple[Markup, None]:
    """Return the key figures of the last chosen year."""
    _ = view.language.gettext
    found = stored_key_figures(view.filters)
    faults = _faults(DEFAULT_SERIES, view)
    if not found:
        silence = quiet_lines([_("No key figures are given for the selected years.")])
        return faults or silence, None
    return faults + key_figure_strip(found), None


def _panel(view: View) -> tuple[Markup, None]:
    said = context_panel(dataset=view.dataset, filters=view.filters, language=view.language)
    return _faults(("events",), view) + said, None


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """What the landing page shows for one choice.

    Attributes
    ----------
    pieces : mapping of str to str
        HTML by name of the piece.
    drawing : mapping or None
        The small map with its alternative text as `label`; None where it cannot be drawn.
    charts : mapping of str to Chart
        The charts by the piece that stands above each.
    complete : bool
        False if a view failed.
    """

    pieces: Mapping[str, str]
    drawing: Mapping[str, Any] | None
    charts: Mapping[str, Chart]
    complete: bool = True


# 40 to 90 KB each.
@lru_cache(maxsize=64)
def _prepared(view: View) -> Instrument:
    failed: list[str] = []
    intro, _none = _told("introduction", view, partial(_intro, view), failed)
    strip, _none = _told("key_figures", view, partial(_strip, view), failed)
    panel, _none = _told("context_panel", view, partial(_panel, view), failed)
    heading, drawing = _told(ROUTE_MAP, view, partial(_map, view), failed)
    cards = {
        piece: _told(card.figure, view, partial(_chart, card, view), failed)
        for piece, card in _cards(view).items()
    }
    headings = {piece: html for piece, (html, _chart) in cards.items()}
    return Instrument(
        pieces={INTRO: intro, STRIP: strip, MAP: heading, PANEL: panel, **headings},
        drawing=drawing,
        charts={piece: chart for piece, (_html, chart) in cards.items() if chart},
        complete=not failed,
    )


def prepare(view: View) -> Instrument:
    """Return what the landing page shows, which visitors with the same choice share.

    A view that failed is replaced by the reason, and tried again for the next visitor.
    """
    found = _prepared(view)
    if not found.complete:
        _prepared.cache_clear()
    return found


@showing(
    *(Subject.MAP, Subject.TRADE, Subject.INVESTMENT),
    *(Subject.SURVEY, Subject.QUESTION_PAIR, Subject.EVENTS),
)
def show_landing(view: View) -> None:
    """Draw the landing page: introduction, key figures, trade and map, three charts, panel."""
    shown = prepare(view)
    with st.container(key="landing"):
        show_views(pieces=shown.pieces, drawing=shown.drawing)
        for piece, chart in shown.charts.items():
            draw_vega(chart.drawable, chart.form, stored_space(), chart.spec, place=f"_at_{piece}")
