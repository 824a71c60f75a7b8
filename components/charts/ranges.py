"""Layers of chart forms over years for printed ranges, and for years without a value."""

from typing import Any

import altair as alt

from components.charts.size import in_rem, scaled
from components.page.tokens import LIGHT
from data.language.languages import SPAN_DASH

RANGE_STRENGTH = 0.4
"""Opacity of what lies between the two ends of a range, where the rest of a column is full."""

BREAK_LABEL = "datum.value % 1 ? '…' : datum.label"
"""Labels of an axis of years on which half a year represents a long gap."""

LINES_FIELD = "lines"

_LINE_HEIGHT = 15

Channel = Any
"""A channel that may have a condition, which Altair gives no public type."""

_COUNT = f"length(split(datum.{LINES_FIELD}, '\\n'))"


def in_lines(base: alt.Chart, field: str = "label") -> alt.Chart:
    """Break the texts of `field` after the dash of a range, into the field `LINES_FIELD`."""
    broken: alt.Chart = base.transform_calculate(
        as_=LINES_FIELD, calculate=f"replace(datum.{field}, '{SPAN_DASH}', '{SPAN_DASH}\\n')"
    )
    return broken


def lines_above(distance: float) -> dict[str, Any]:
    """Return properties of a text mark whose lines end `distance` pixels above their point."""
    return {
        "lineBreak": "\n",
        "lineHeight": scaled(_LINE_HEIGHT),
        "dy": alt.ExprRef(f"-{in_rem(distance)} - {in_rem(_LINE_HEIGHT)} * ({_COUNT} - 1)"),
    }


def lines_below(distance: float) -> dict[str, Any]:
    """Return properties of a text mark whose lines start `distance` pixels below their point."""
    return {"lineBreak": "\n", "lineHeight": scaled(_LINE_HEIGHT), "dy": scaled(distance)}


def lines_centred() -> dict[str, Any]:
    """Return properties of a text mark whose lines are centred on their point."""
    shift = alt.ExprRef(f"-{in_rem(_LINE_HEIGHT / 2)} * ({_COUNT} - 1)")
    return {"lineBreak": "\n", "lineHeight": scaled(_LINE_HEIGHT), "dy": shift}


def gap_places(x: alt.X) -> alt.Chart:
    """Keep a place on the axis for years without a value: marks that nobody sees."""
    places: alt.Chart = (
        alt.Chart().transform_filter("datum.gap").mark_point(opacity=0, size=0).encode(x=x)
    )
    return places


def range_columns(
    base: alt.Chart,
    *,
    width: alt.ExprRef,
    color: alt.Color,
    opacity: alt.Opacity,
    tooltip: list[alt.Tooltip],
) -> list[alt.Chart]:
    """Draw ranges as columns: full up to the nearer end, lighter from there to the farther."""
    ranges = base.transform_filter("isValid(datum.low)")
    return [
        ranges.mark_bar(width=width).encode(
            y=alt.Y("near:Q", title=None), color=color, opacity=opacity, tooltip=tooltip
        ),
        ranges.mark_bar(width=width, fillOpacity=RANGE_STRENGTH).encode(
            y=alt.Y("low:Q", title=None),
            y2=alt.Y2("high:Q"),
            color=color,
            opacity=opacity,
            tooltip=tooltip,
        ),
    ]


def range_rules(
    base: alt.Chart,
    *,
    width: float,
    opacity: Channel,
    tooltip: list[alt.Tooltip],
    ink: bool = False,
) -> alt.Chart:
    """Draw ranges as vertical bars from their lower to their upper end."""
    rules: alt.Chart = (
        base.transform_filter("isValid(datum.low)")
        .mark_rule(strokeWidth=width, color=LIGHT.ink if ink else alt.Undefined)
        .encode(y=alt.Y("low:Q", title=None), y2=alt.Y2("high:Q"), opacity=opacity, tooltip=tooltip)
    )
    return rules
