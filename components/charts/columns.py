"""Chart forms of one column a year, up or down from zero."""

import altair as alt

from components.charts.events import event_marks
from components.charts.frame import (
    TIP,
    finished_chart,
    row_opacity,
    text_opacity,
    value_axis,
    year_axis,
    zero_line,
)
from components.charts.ranges import (
    LINES_FIELD,
    gap_places,
    in_lines,
    lines_above,
    lines_below,
    range_columns,
)
from components.charts.rows import ColumnRow, GrowthRow
from components.charts.size import column_parameter, column_width, scaled, scaled_area
from components.figures.figure import as_form
from components.page.tokens import LIGHT
from data.language.languages import Language

_COLUMN_WIDTH = alt.ExprRef(column_width(56))

_COLUMN_SHARE = 0.72


def _labels_beyond(
    base: alt.Chart, end: str, *, distance: int = 9, ranges: bool = False
) -> list[alt.Chart]:
    """Write labels above columns that rise and below columns that fall; `end` is their height."""
    if ranges:
        lines = in_lines(base)
        return [
            lines.transform_filter(f"isValid(datum.{end}) && datum.{end} {sign} 0")
            .mark_text(**placed)
            .encode(y=alt.Y(f"{end}:Q"), text=alt.Text(f"{LINES_FIELD}:N"), opacity=text_opacity())
            for sign, placed in ((">=", lines_above(distance)), ("<", lines_below(distance + 2)))
        ]
    return [
        base.transform_filter(f"datum.{end} {sign} 0")
        .mark_text(dy=scaled(dy))
        .encode(y=alt.Y(f"{end}:Q"), text=alt.Text("label:N"), opacity=text_opacity())
        for sign, dy in ((">=", -distance), ("<", distance + 2))
    ]


ROOM_BELOW = 1.16
"""Depth of the plot below a column that falls, as a share of it: its label stands there."""


def _room_below(base: alt.Chart, end: str) -> alt.Chart:
    """Keep room below columns that fall for their labels, so that none lies on a year."""
    room: alt.Chart = (
        base.transform_filter(f"datum.{end} < 0")
        .transform_calculate(room=f"datum.{end} * {ROOM_BELOW}")
        .mark_point(size=0, opacity=0)
        .encode(y=alt.Y("room:Q"))
    )
    return room


@as_form(row=ColumnRow)
def year_columns(*, language: Language, ranges: bool = False, gaps: bool = False) -> alt.LayerChart:
    """Draw one column per year, up or down from zero, each with its value.

    Parameters
    ----------
    language : Language
        Language of the axis.
    ranges, gaps : bool
        Whether some value is a range, and whether some year between others has no value.
    """
    placed = alt.Chart().encode(x=year_axis(gaps=gaps))
    base = placed.encode(y=value_axis())
    colour = alt.Color("colour:N", scale=None)
    bars = base.mark_bar(width=_COLUMN_WIDTH).encode(
        color=colour, opacity=row_opacity(), tooltip=TIP
    )
    layers = [bars, zero_line()]
    if ranges:
        layers += range_columns(
            placed, width=_COLUMN_WIDTH, color=colour, opacity=row_opacity(), tooltip=TIP
        )
    end = "end" if ranges else "value"
    layers += [*_labels_beyond(base, end, ranges=ranges), _room_below(base, end)]
    if gaps:
        layers.append(gap_places(year_axis(gaps=True)))
    return finished_chart(layers, language).add_params(column_parameter(_COLUMN_SHARE))


@as_form(row=GrowthRow)
def year_columns_with_marks(
    *,
    language: Language,
    mark: str,
    gaps: bool = False,
    events: bool = False,
    shares: bool = True,
) -> alt.LayerChart:
    """Draw computed rates per year, and the printed one of each year as a mark.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    mark : str
        Legend entry of the printed values; empty if none is printed.
    gaps : bool
        Whether some year between others has no value.
    events : bool
        Whether an event is marked at some year, selected or not.
    shares : bool
        Whether the rates are in per cent.
    """
    years = year_axis(gaps=gaps)
    base = alt.Chart().encode(x=years)
    bars = base.mark_bar(width=_COLUMN_WIDTH).encode(
        y=value_axis(padding=24, shares=language if shares else None),
        color=alt.Color("colour:N", scale=None),
        opacity=row_opacity(),
        tooltip=TIP,
    )
    layers = [bars, zero_line(), _printed_marks(base, mark)]
    layers += _labels_beyond(base, "end", distance=16)
    if gaps:
        layers.append(gap_places(years))
    if events:
        layers += event_marks(years)
    return finished_chart(layers, language).add_params(column_parameter(_COLUMN_SHARE))


def _printed_marks(base: alt.Chart, mark: str) -> alt.Chart:
    """Draw a diamond at each printed rate, with a legend if there is any."""
    legend = alt.Legend(
        orient="top",
        symbolFillColor=LIGHT.ink,
        symbolOpacity=1,
        symbolStrokeWidth=0,
        symbolSize=scaled_area(110),
    )
    drawn: alt.Chart = (
        base.transform_filter("isValid(datum.printed)")
        .mark_point(
            filled=True, size=scaled_area(120), stroke="white", strokeWidth=1.5, color=LIGHT.ink
        )
        .encode(
            y=alt.Y("printed:Q"),
            opacity=row_opacity(),
            shape=alt.Shape(
                "kind:N",
                title=None,
                scale=alt.Scale(domain=[mark], range=["diamond"]),
                legend=legend if mark else None,
            ),
            tooltip=TIP,
        )
    )
    return drawn
