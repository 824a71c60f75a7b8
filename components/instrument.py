"""The landing page as one instrument: key figures, map, series, survey and what is said of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from components.card import draw_vega, failure_text, refusal_texts
from components.context_panel import context_panel
from components.figure import Form
from components.figures.route_map import MAP as ROUTE_MAP
from components.figures.survey import figure_id
from components.forms import LABEL_SIZE
from components.mapping.legend import colour_legend
from components.mapping.overview import overview_drawing
from components.markup import Target, alert, key_figure_strip, quiet_lines, small_heading
from components.shell import View
from components.store import Drawable, stored_figure, stored_key_figures, stored_space
from components.views import FIRST, FOURTH, MAP, PANEL, SECOND, STRIP, THIRD, show_views
from components.wording import label_of
from data.filters import Parameter
from data.problems import TableRefusedError
from data.series import DEFAULT_SERIES
from data.survey import section_of

UPPER, LOWER = 162, 156
"""Heights in pixels of the charts; with all else they fill a projector's screen."""

SMALL_LETTERS = 11

TIGHT = 0.92
"""How much closer rows may stand in a small card than in a large one, besides their letters."""


def _least_height(spec: Mapping[str, Any]) -> int:
    """Return the height below which the names beside bars would run into each other."""
    named_rows = any(
        "labelExpr" in str(layer.get("encoding", {}).get("y")) for layer in spec["layer"]
    )
    return round(spec["height"] * SMALL_LETTERS / LABEL_SIZE * TIGHT) if named_rows else 0


@lru_cache(maxsize=256)
def _small_spec(form: Form, height: int) -> dict[str, Any]:
    """Return the specification of a chart as it is drawn in a small card."""
    spec = dict(form.spec)
    config = dict(spec["config"])
    for part, size in (
        ("axis", "labelFontSize"),
        ("legend", "labelFontSize"),
        ("text", "fontSize"),
    ):
        config[part] = {**config.get(part, {}), size: SMALL_LETTERS}
    config["legend"] |= {"offset": 10, "symbolSize": 60, "columnPadding": 8, "rowPadding": 0}
    return {**spec, "height": max(height, _least_height(spec)), "config": config}


@dataclass(frozen=True, kw_only=True)
class Card:
    """A figure as the landing page shows it.

    Attributes
    ----------
    figure : str
        Id of the figure.
    target : Target
        Page that shows the figure in full.
    prompts : bool
        Whether it says how it can be used as long as it has found nothing, so that a finding that
        follows a click moves nothing from under the pointer.
    """

    figure: str
    target: Target
    prompts: bool = False


def _question_card(number: int, view: View) -> Card:
    target = Target("pages/survey.py", {Parameter.SECTION: section_of(view.dataset, number)})
    return Card(figure=figure_id(number), target=target, prompts=True)


def _cards(view: View) -> dict[str, Card]:
    """Return the charts of the page by the piece that stands above each."""
    one, other = view.filters.questions
    return {
        FIRST: Card(figure="trade_turnover", target=Target("pages/trade.py")),
        SECOND: Card(figure="investment_flows", target=Target("pages/investment.py")),
        THIRD: _question_card(one, view),
        FOURTH: _question_card(other, view),
    }


HEIGHTS = {FIRST: UPPER, SECOND: LOWER, THIRD: UPPER, FOURTH: LOWER}


def _told(figure: str, view: View, make: Callable[[], str]) -> str:
    """Return what `make` returns; where it cannot be had, say why in its place."""
    try:
        return make()
    except TableRefusedError as refusal:
        return alert(*refusal_texts(refusal, view.language))
    except Exception:  # noqa: BLE001, noted with its traceback
        return alert(failure_text(figure, view.filters, view.language))


def _faults(tables: Iterable[str], view: View) -> str:
    """Return the faults of those among some tables that did not load."""
    found = []
    for name in tables:
        try:
            view.dataset.table(name)
        except TableRefusedError as refusal:
            found.append(alert(*refusal_texts(refusal, view.language)))
    return "".join(found)


def _drawable(figure: str, view: View) -> Drawable | None:
    """Return a finished figure, or None where `_told` says why there is none."""
    try:
        return stored_figure(figure, view.filters)
    except Exception:  # noqa: BLE001, told above the place of the chart
        return None


def _heading(card: Card, view: View, hint: str = "") -> str:
    drawable = stored_figure(card.figure, view.filters)
    figure, hint = drawable.figure, hint or drawable.figure.hint
    if card.prompts and not figure.finding:
        figure, hint = replace(figure, finding=hint), ""
    return small_heading(
        figure,
        hint=hint,
        conflicts=len(drawable.conflicts),
        target=card.target,
        language=view.language,
    )


def _strip(view: View) -> str:
    """Return the key figures of the last chosen year."""
    _ = view.language.gettext
    found = stored_key_figures(view.filters)
    faults = _faults(DEFAULT_SERIES, view)
    if not found:
        return faults or quiet_lines([_("No key figures are printed for the chosen years.")])
    places = view.language.enumerate(
        label_of(view.dataset, "origins", code, view.language)
        for code in dict.fromkeys((view.filters.trade, view.filters.investment))
    )
    units = view.language.enumerate(dict.fromkeys(figure.unit for figure in found))
    remark = _(
        "In {units}, as printed in {places}; changes are computed. Click a year, a line, a country "
        "or an answer: the other views answer."
    )
    return faults + key_figure_strip(found, remark.format(units=units, places=places))


def _map_heading(view: View) -> str:
    _ = view.language.gettext
    hint = _(
        "Click a line, a point or a country: the other views answer. Click again for what lies "
        "below, and at last to let go."
    )
    card = Card(figure=ROUTE_MAP, target=Target("pages/energy_routes.py"))
    return _heading(card, view, hint) + colour_legend(view.language)


def _map(view: View) -> dict[str, Any] | None:
    drawable = _drawable(ROUTE_MAP, view)
    if drawable is None:
        return None
    drawing = overview_drawing(dataset=view.dataset, filters=view.filters, language=view.language)
    missing = view.language.gettext(
        "Land and borders did not load: the file static/basemap/small.json is missing or damaged. "
        "Lines and points stand where they belong."
    )
    return {**drawing, "label": drawable.figure.alternative_text, "missing": missing}


def _panel(view: View) -> str:
    said = context_panel(dataset=view.dataset, filters=view.filters, language=view.language)
    return _faults(("events",), view) + said


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """What the landing page shows for one choice.

    Attributes
    ----------
    pieces : mapping of str to str
        HTML by name of the piece.
    drawing : mapping or None
        The small map; None where it cannot be drawn.
    charts : mapping of str to Drawable
        The charts by the piece that stands above each.
    """

    pieces: Mapping[str, str]
    drawing: Mapping[str, Any] | None
    charts: Mapping[str, Drawable]


def prepare(view: View) -> Instrument:
    """Return what the landing page shows."""
    cards = _cards(view)
    pieces = {
        STRIP: _told("key_figures", view, partial(_strip, view)),
        MAP: _told(ROUTE_MAP, view, partial(_map_heading, view)),
        PANEL: _told("context_panel", view, partial(_panel, view)),
        **{
            piece: _told(card.figure, view, partial(_heading, card, view))
            for piece, card in cards.items()
        },
    }
    drawn = {piece: _drawable(card.figure, view) for piece, card in cards.items()}
    charts = {piece: chart for piece, chart in drawn.items() if chart and chart.figure.rows}
    return Instrument(pieces=pieces, drawing=_map(view), charts=charts)


def show_instrument(view: View) -> None:
    """Draw the landing page: a strip of key figures, and three columns of views."""
    shown = prepare(view)
    with st.container(key="instrument"):
        show_views(shown.pieces, shown.drawing)
        for piece, drawable in shown.charts.items():
            spec = _small_spec(drawable.figure.form, HEIGHTS[piece])
            draw_vega(drawable, stored_space(), spec)
