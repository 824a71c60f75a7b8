"""Layer of public data over a chart by year: hollow marks, a dashed line and direct labels."""

from functools import lru_cache, partial

import altair as alt

from components.charts.frame import TIP, text_opacity
from components.charts.size import LINE_HEIGHT, in_rem, scaled, scaled_area
from components.figures.figure import Form

RECORD_SHAPES = ("triangle-up", "cross", "triangle-down")
"""Shapes of the marks of public data: of Kazakhstan, of Türkiye, of others."""

ROOM_BELOW = 1.16
"""Depth of the plot below a negative number, as a share of it: its label stands there."""

DASH = (3, 4)
"""Dash of the line that joins the whole years of one reporter."""


def _overlaid(form: Form) -> alt.LayerChart:
    chart = form.make()
    base = (
        alt.Chart()
        .transform_filter("isValid(datum.record)")
        .encode(x=chart.layer[0].encoding.x, y=alt.Y("record:Q", title=None))
    )
    colour = alt.Color("record_colour:N", scale=None)
    line = (
        base.transform_filter("datum.record_whole")
        .mark_line(strokeDash=list(DASH), strokeWidth=1.5)
        .encode(color=colour, detail=alt.Detail("record_name:N"))
    )
    points = base.mark_point(size=scaled_area(80), strokeWidth=2, filled=False, opacity=1).encode(
        color=colour,
        shape=alt.Shape("record_shape:N", scale=None),
        tooltip=TIP,
    )
    labels = base.mark_text(
        dy=alt.ExprRef(
            f"datum.record < 0 ? {in_rem(18)} : "
            f"-{in_rem(12)} - line * (length(split(datum.record_label, '\\n')) - 1)"
        ),
        fontStyle="italic",
        lineBreak="\n",
        lineHeight=scaled(LINE_HEIGHT),
    ).encode(text=alt.Text("record_label:N"), opacity=text_opacity())
    # It also gives a year without any value its place on the axis.
    room = (
        alt.Chart()
        .transform_calculate(record_room=f"min(0, datum.record || 0) * {ROOM_BELOW}")
        .mark_point(size=0, opacity=0)
        .encode(x=chart.layer[0].encoding.x, y=alt.Y("record_room:Q", title=None))
    )
    chart.layer = [*chart.layer, line, points, labels, room]
    return chart


@lru_cache(maxsize=128)
def with_record(form: Form) -> Form:
    """Return a form that also draws the fields `record` of its rows; equal forms give one form."""
    return Form(partial(_overlaid, form), form.row, form.selections)
