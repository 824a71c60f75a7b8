"""Rows of public data below the categories of a chart: dashed stalks, hollow marks and labels."""

from functools import lru_cache, partial
from typing import Any, cast

import altair as alt

from components.charts.frame import LABEL_LINES, TIP, row_opacity, text_opacity
from components.charts.record_points import DASH, RECORD_SHAPES
from components.charts.size import in_rem, scaled, scaled_area
from components.figures.figure import Form
from data.lasting import kept_over_reloads

MARK_GAP = 11
"""Pixels from the middle of a mark to its label."""


def _with_rows(form: Form, added: int) -> alt.LayerChart:
    chart = form.make()
    base = (
        alt.Chart()
        .transform_filter("isValid(datum.record)")
        .encode(y=chart.layer[0].encoding.y, opacity=row_opacity())
    )
    value = alt.X("record:Q", title=None)
    # Neither colour nor shape is encoded, which would part the legend of the chart in two.
    stroke = alt.Stroke("record_colour:N", scale=None, legend=None)
    stalks = base.mark_rule(strokeDash=list(DASH), strokeWidth=1.5).encode(
        x=value, x2=alt.X2Datum(0), stroke=stroke
    )
    points = [
        base.transform_filter(f"datum.record_shape == '{shape}'")
        .mark_point(shape=shape, size=scaled_area(80), strokeWidth=2, filled=False)
        .encode(x=value, stroke=stroke, tooltip=TIP)
        for shape in RECORD_SHAPES
    ]
    labels = base.mark_text(
        align="left",
        dx=scaled(MARK_GAP),
        fontStyle="italic",
        **{**LABEL_LINES, "dy": 0},
    ).encode(x=value, text=alt.Text("record_label:N"), opacity=text_opacity())
    chart.layer = [*chart.layer, stalks, *points, labels]
    chart.height += added
    for parameter in cast("list[Any]", chart.params):
        if parameter.name == "height":
            parameter.expr = in_rem(chart.height)
    return chart


@kept_over_reloads
@lru_cache(maxsize=128)
def with_record_rows(form: Form, added: int) -> Form:
    """Return a form that also draws the fields `record` of its rows, beside their categories.

    Parameters
    ----------
    form : Form
        A chart with a row per category and amounts from left to right.
    added : int
        Pixels by which it is higher.
    """
    return Form(partial(_with_rows, form, added), form.row, form.selections)
