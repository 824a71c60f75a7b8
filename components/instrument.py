"""The landing page as one instrument: key figures, map, series, survey and what is said of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import streamlit as st

from components.card import draw_vega, found, show_refusal
from components.context_panel import context_panel
from components.figure import Form
from components.figures.route_map import OVERVIEW_MAP
from components.figures.survey import figure_id
from components.forms import LABEL_SIZE
from components.layout import show_key_figures
from components.mapping.legend import colour_legend
from components.markup import Target, small_heading
from components.shell import View
from components.store import stored_space
from data.filters import Filters, Parameter
from data.problems import TableRefusedError
from data.survey import section_of

MAP_HEIGHT, UPPER, LOWER = 215, 186, 158
"""Heights in pixels of the map and of the charts; with all else they fill a projector's screen."""

SMALL_LETTERS = 11

TIGHT = 0.82
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


@lru_cache(maxsize=32)
def _bare_spec(form: Form, height: int) -> dict[str, Any]:
    """Return the specification of the map without its legend, which stands above it as text.

    Nothing then lies outside its frame, and the browser lays it out once instead of twice.
    """
    layers = [dict(layer) for layer in form.spec["layer"]]
    for layer in layers:
        stroke = layer.get("encoding", {}).get("stroke", {})
        if "legend" in stroke:
            layer["encoding"] = {**layer["encoding"], "stroke": {**stroke, "legend": None}}
    bare = {"type": "none", "contains": "padding"}
    return {**form.spec, "layer": layers, "height": height, "autosize": bare, "padding": 0}


@dataclass(frozen=True, kw_only=True)
class Card:
    """A figure as the landing page shows it.

    Attributes
    ----------
    figure : str
        Id of the figure.
    height : int
        Height of its chart in pixels.
    target : Target
        Page that shows the figure in full.
    """

    figure: str
    height: int
    target: Target


def _show_small(view: View, card: Card) -> None:
    """Draw one figure small: what it found, and its chart."""
    drawable = found(card.figure, view.filters)
    if drawable is None:
        return
    figure, words = drawable.figure, view.language
    bare = card.figure == OVERVIEW_MAP
    legend = colour_legend(words) if bare else ""
    head = small_heading(
        figure, conflicts=len(drawable.conflicts), target=card.target, language=words
    )
    st.html(head + legend)
    if figure.rows:
        spec = (_bare_spec if bare else _small_spec)(figure.form, card.height)
        draw_vega(drawable, stored_space(), spec)


def _show_context(view: View) -> None:
    try:
        st.html(context_panel(dataset=view.dataset, filters=view.filters, language=view.language))
    except TableRefusedError as refusal:
        show_refusal(refusal, view.language)


def _question_card(number: int, height: int, view: View) -> Card:
    target = Target("pages/survey.py", {Parameter.SECTION: section_of(view.dataset, number)})
    return Card(figure=figure_id(number), height=height, target=target)


def figures_shown(filters: Filters) -> tuple[str, ...]:
    """Return the figures of the landing page."""
    questions = (figure_id(number) for number in filters.questions)
    return (OVERVIEW_MAP, "trade_turnover", "investment_flows", *questions)


def show_instrument(view: View) -> None:
    """Draw the landing page: a strip of key figures, and three columns of views."""
    one, other = view.filters.questions
    show_key_figures(view)
    with st.container(key="instrument"):
        with st.container(gap=None):
            target = Target("pages/energy_routes.py")
            _show_small(view, Card(figure=OVERVIEW_MAP, height=MAP_HEIGHT, target=target))
            _show_context(view)
        with st.container(gap=None):
            target = Target("pages/trade.py")
            _show_small(view, Card(figure="trade_turnover", height=UPPER, target=target))
            target = Target("pages/investment.py")
            _show_small(view, Card(figure="investment_flows", height=LOWER, target=target))
        with st.container(gap=None):
            _show_small(view, _question_card(one, UPPER, view))
            _show_small(view, _question_card(other, LOWER, view))
