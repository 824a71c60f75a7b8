"""Layer of values laid over a chart by year: hollow marks, a dashed line and direct labels.

The marks stand right of the middle of their year, so that they cover no printed number.
"""

from functools import lru_cache, partial
from typing import Any, cast

import altair as alt

from components.charts.frame import TIP, text_opacity
from components.charts.record_labels import ROOM, SHOWN, TAKEN, label_place
from components.charts.size import COLUMN, column_width, in_rem, scaled_area
from components.figures.figure import Form
from data.lasting import kept_over_reloads

RECORD_SHAPES = ("triangle-up", "cross", "triangle-down")
"""Shapes of the marks of public data: of Kazakhstan, of Türkiye, of others."""

DASH = (3, 4)
"""Dash of the line that joins the whole years of one reporter."""

COLUMN_SHARE = 0.44
"""Share of a year that a column takes beside laid-over marks."""

BESIDE_COLUMN = f"({column_width(90)} / 2 + {in_rem(12)})"
"""Distance of a mark from the middle of the column of its year."""

BESIDE_POINT = f"min({in_rem(22)}, width / length(domain('x')) * 0.42)"
"""Distance of a mark from the point of its year on a line."""


def _overlaid(form: Form) -> alt.LayerChart:
    chart = form.make()
    columns = [one for one in cast("list[Any]", chart.params) if one.name == COLUMN]
    for parameter in columns:
        parameter.value = COLUMN_SHARE
    distance = BESIDE_COLUMN if columns else BESIDE_POINT
    right = alt.ExprRef(distance)
    base = (
        alt.Chart()
        .transform_filter("isValid(datum.record)")
        .encode(x=chart.layer[0].encoding.x, y=alt.Y("record:Q", title=None))
    )
    colour = alt.Color("record_colour:N", scale=None)
    line = (
        base.transform_filter("datum.record_whole")
        .mark_line(strokeDash=list(DASH), strokeWidth=1.5, xOffset=right)
        .encode(color=colour, detail=alt.Detail("record_name:N"))
    )
    points = base.mark_point(
        size=scaled_area(80), strokeWidth=2, filled=False, opacity=1, xOffset=right
    ).encode(
        color=colour,
        shape=alt.Shape("record_shape:N", scale=None),
        tooltip=TIP,
    )
    place = label_place(distance)
    labels = (
        base.transform_calculate(beside=f"split(datum.{TAKEN}, ' ')")
        .mark_text(
            baseline="middle",
            xOffset=right,
            dy=alt.ExprRef(
                f"{in_rem(1)} * {place} - line / 2 * (length(split({SHOWN}, '\\n')) - 1)"
            ),
            text=alt.ExprRef(f"{place} === null ? '' : {SHOWN}"),
            fontStyle="italic",
            lineBreak="\n",
            lineHeight=alt.ExprRef("line"),
        )
        .encode(opacity=text_opacity())
    )
    # It also gives a year without any value its place on the axis.
    room = (
        alt.Chart()
        .mark_point(size=0, opacity=0)
        .encode(x=chart.layer[0].encoding.x, y=alt.Y(f"{ROOM}:Q", title=None))
    )
    # Letters are drawn over the line.
    first, *others = chart.layer
    chart.layer = [first, line, *others, points, labels, room]
    return chart


@kept_over_reloads
@lru_cache(maxsize=128)
def with_record(form: Form) -> Form:
    """Return a form that also draws the fields `record` of its rows; equal forms give one form."""
    return Form(partial(_overlaid, form), form.row, form.selections)
