"""The chart form of values of several origins side by side, drawn as points and ranges."""

from collections.abc import Mapping
from typing import Any

import altair as alt

from components.figure import as_form
from components.forms import (
    FRAME_HEIGHT,
    PADDING,
    TIP,
    Series,
    amount_scale,
    category_axis,
    finished_chart,
    legend_colour,
    row_height,
    row_opacity,
)
from components.palette import AXIS
from data.languages import Language

SHAPES = ("circle", "diamond", "square", "triangle-up", "cross")

RANGE_WIDTH = 9
"""Width in pixels of the bar that stands for a range."""

SIDES: Mapping[int, Mapping[str, Any]] = {
    -1: {"align": "right", "dx": -9},
    1: {"align": "left", "dx": 9},
}
BETWEEN: Mapping[int, Mapping[str, Any]] = {2: {"dy": -13}, -2: {"dy": 14}}
"""Where the label of a value stands by the `side` of its row: left, right, above or below."""


@as_form()
def compared_points(
    *, language: Language, series: Series, rows: int, ranges: bool = False
) -> alt.LayerChart:
    """Draw values of the same quantity from two or more origins, joined by a line.

    Rows: `category`, `position`, `series`, `value`, `label`, `side` (where the label stands: -1
    left, 1 right, 2 above, -2 below), `opacity`, `tip_title`, `tip`; with ranges also `low`,
    `high`, `from` and `to` (both ends of a range, or twice the value).

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    series : tuple of pairs
        The origins with their colours.
    rows : int
        How many categories there are, which sets the height.
    ranges : bool
        Whether some value is a range.
    """
    names = [name for name, _ in series]
    start, end = ("from", "to") if ranges else ("value", "value")
    scale, title = amount_scale(), None
    axis = alt.Axis(tickCount=4, format=",~f", domain=False, grid=False, labelFlush=False)
    value = alt.X("value:Q", title=title, scale=scale, axis=axis)
    base = alt.Chart().encode(y=category_axis(padding=PADDING, grid=True))
    gap = base.mark_rule(strokeWidth=3, color=AXIS).encode(
        x=alt.X(f"min({start}):Q", title=title),
        x2=alt.X2(f"max({end}):Q"),
        opacity=alt.Opacity("min(opacity):Q", scale=None, legend=None),
    )
    points = base.mark_point(filled=True, size=120).encode(
        x=value,
        opacity=row_opacity(),
        color=legend_colour(series),
        shape=alt.Shape(
            "series:N",
            scale=alt.Scale(
                domain=names, range=[SHAPES[n % len(SHAPES)] for n in range(len(names))]
            ),
            legend=None,
        ),
        tooltip=TIP,
    )
    layers = [gap, points]
    placed = {**SIDES, **(BETWEEN if len(names) > len(SIDES) else {})}
    for side, offset in placed.items():
        field = end if side == 1 else start
        layers.append(
            base.transform_filter(f"datum.side == {side}")
            .mark_text(**offset)
            .encode(
                x=alt.X(f"{field}:Q", title=title),
                text=alt.Text("label:N"),
                opacity=row_opacity(),
            )
        )
    if ranges:
        spans = base.transform_filter("isValid(datum.low)").mark_rule(strokeWidth=RANGE_WIDTH)
        layers.append(
            spans.encode(
                x=alt.X("low:Q", title=title),
                x2=alt.X2("high:Q"),
                color=legend_colour(series),
                opacity=row_opacity(),
                tooltip=TIP,
            )
        )
    chart = finished_chart(layers, language, row_height(1) * rows + FRAME_HEIGHT)
    return chart.properties(padding={"left": 5, "top": 5, "right": 32, "bottom": 5})
