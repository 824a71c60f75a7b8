"""The landing page as one instrument: key figures, map, series, survey and what is said of them."""

from functools import lru_cache
from typing import Any

import streamlit as st

from components.card import draw_vega, found, show_figure, show_refusal
from components.context_panel import context_panel
from components.figure import Form
from components.figures.route_map import MAP, OVERVIEW_MAP
from components.figures.survey import figure_id
from components.layout import show_key_figures
from components.markup import small_heading
from components.shell import View
from components.store import stored_space
from components.wording import later
from data.problems import TableRefusedError

MAP_HEIGHT, UPPER, LOWER = 255, 205, 185
"""Heights in pixels of the map and of the charts; with all else they fill a projector's screen."""

SMALL_LETTERS = 11

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
    return {**spec, "height": height, "config": config}


def _show_small(view: View, name: str, height: int) -> None:
    """Draw one figure small: what it found, and its chart."""
    drawable = found(name, view.filters)
    if drawable is None:
        return
    st.html(small_heading(drawable.figure, len(drawable.conflicts), view.language))
    if drawable.figure.rows:
        draw_vega(drawable, stored_space(), _small_spec(drawable.figure.form, height))


def _show_context(view: View) -> None:
    try:
        st.html(
            context_panel(dataset=view.dataset, filters=view.filters, language=view.language)
        )
    except TableRefusedError as refusal:
        show_refusal(refusal, view.language)


@st.fragment
def _look_closer(view: View) -> None:
    """Draw the choice of a figure to be shown in full; only this runs anew when it is used."""
    _ = view.language.gettext
    one, other = view.filters.questions
    names = {
        MAP: _("Map"),
        "trade_turnover": _("Trade"),
        "investment_flows": _("Investment"),
        "investment_sectors": _("Sectors of investment"),
        figure_id(one): _("Question {number}").format(number=one),
        figure_id(other): _("Question {number}").format(number=other),
    }
    chosen = st.segmented_control(
        _("In full, with table, sources and download:"),
        list(names),
        format_func=names.__getitem__,
        key=f"look_closer_{view.language.code}",
    )
    if chosen in names:
        show_figure(chosen, view.filters)


def show_instrument(view: View) -> None:
    """Draw the landing page: a strip of key figures, three columns of views, and a closer look."""
    one, other = (figure_id(number) for number in view.filters.questions)
    show_key_figures(view)
    with st.container(key="instrument"):
        with st.container(gap=None):
            _show_small(view, OVERVIEW_MAP, MAP_HEIGHT)
            _show_context(view)
        with st.container(gap=None):
            _show_small(view, "trade_turnover", UPPER)
            _show_small(view, "investment_flows", LOWER)
        with st.container(gap=None):
            _show_small(view, one, UPPER)
            _show_small(view, other, LOWER)
    _look_closer(view)
