"""What a reader can do with a chart: select years or answers, switch series, highlight a year."""

from typing import Any

import altair as alt

from components.charts.frame import row_opacity
from components.page.tokens import LIGHT

YEAR_CLICK = "year_click"
YEAR_BRUSH = "year_brush"
ANSWER_CLICK = "answer_click"
SOURCE_CLICK = "source_click"
"""Selections that are sent to the server."""

SERIES_TOGGLE = "series_toggle"
YEAR_HOVER = "year_hover"
"""Selections that stay within the browser."""

SWITCHED_OFF = 0.08
"""Opacity of a series that the legend has switched off."""

Conditional = Any
"""A channel with a condition, which Altair gives no public type."""


def toggled_opacity() -> Conditional:
    """Return the opacity that a row brings, faint where its series is switched off in the legend.

    A click on the legend shows one series alone, with shift held several; a double click all.
    """
    on = alt.when({"param": SERIES_TOGGLE})
    return on.then(row_opacity()).otherwise(alt.value(SWITCHED_OFF))


def toggled_text() -> Conditional:
    """Return the opacity of a number beside a mark: full, or none where its series is off."""
    return alt.when({"param": SERIES_TOGGLE}).then(alt.value(1)).otherwise(alt.value(0))


def with_toggle(chart: alt.Chart) -> alt.Chart:
    """Add a legend that switches series on and off within the browser."""
    toggle = alt.selection_point(name=SERIES_TOGGLE, fields=["series"], bind="legend")
    toggled: alt.Chart = chart.add_params(toggle)
    return toggled


def with_hover(chart: alt.Chart) -> alt.Chart:
    """Add a frame around the marks of the year under the pointer, within the browser."""
    hover = alt.selection_point(
        name=YEAR_HOVER, encodings=["x"], on="pointerover", clear="pointerout"
    )
    framed = alt.when({"param": YEAR_HOVER, "empty": False})
    hovered: alt.Chart = chart.add_params(hover).encode(
        stroke=framed.then(alt.value(LIGHT.ink)).otherwise(alt.value(None)),
    )
    return hovered


def with_year_selections(chart: alt.Chart) -> alt.Chart:
    """Add a click and a brush that select years, on marks and on the room beside them."""
    click = alt.selection_point(name=YEAR_CLICK, encodings=["x"], on="click", clear="dblclick")
    brush = alt.selection_interval(
        name=YEAR_BRUSH, encodings=["x"], mark=alt.BrushConfig(fillOpacity=0.08)
    )
    selectable: alt.Chart = chart.add_params(click, brush)
    return selectable
