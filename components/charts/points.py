"""The chart form of values of the same quantity side by side, drawn as points and ranges."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt

from components.charts.categories import category_axis, category_signs
from components.charts.frame import (
    AROUND,
    FRAME_HEIGHT,
    TIP,
    Series,
    amount_scale,
    finished_chart,
    legend_colour,
    lines_above,
    row_height,
    row_opacity,
    text_opacity,
)
from components.charts.rows import PointRow
from components.charts.size import LINE_HEIGHT, scaled, scaled_area
from components.figures.figure import as_form
from components.page.tokens import LIGHT
from data.language.languages import Language

PADDING, WIDE_PADDING = 28, 36
"""Pixels between the categories and zero, for a number that stands left of its point."""

SHAPES = ("circle", "diamond", "square", "triangle-up", "cross")

RANGE_WIDTH = 9
"""Width in pixels of the bar of a range."""

SIDES: Mapping[int, Mapping[str, Any]] = {
    -1: {"align": "right", "dx": scaled(-9), "dy": lines_above("label")},
    1: {"align": "left", "dx": scaled(9), "dy": lines_above("label")},
}
BETWEEN: Mapping[int, Mapping[str, Any]] = {2: {"dy": scaled(-13)}, -2: {"dy": scaled(14)}}
"""Where the label of a value stands by the `side` of its row: left, right, above or below."""


@dataclass(frozen=True)
class Categories:
    """How many categories a chart has, and how many lines the longest takes."""

    count: int
    lines: int = 1

    @property
    def height(self) -> int:
        """Height of the chart in pixels."""
        rows = row_height(self.lines) * self.count
        return rows + FRAME_HEIGHT + LINE_HEIGHT * (self.lines - 1)


@as_form(row=PointRow)
def compared_points(
    *,
    language: Language,
    series: Series,
    categories: Categories,
    room: int = 0,
    ranges: bool = False,
) -> alt.LayerChart:
    """Draw two or more values of the same quantity, joined by a line that is their gap.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    series : tuple of pairs
        What is compared, with its colours.
    categories : Categories
        What the values stand beside.
    room : int
        Pixels right of the scale for long labels; left of it, labels get more room as well.
    ranges : bool
        Whether some value is a range.
    """
    names = [name for name, _ in series]
    start, end = ("first", "last") if ranges else ("value", "value")
    scale, title = amount_scale(room), None
    axis = alt.Axis(tickCount=4, format=",~f", domain=False, grid=False, labelFlush=False)
    value = alt.X("value:Q", title=title, scale=scale, axis=axis)
    padding = WIDE_PADDING if room else PADDING
    categories_axis = category_axis(padding=padding, grid=True)
    base = alt.Chart().encode(y=categories_axis)
    gap = base.mark_rule(strokeWidth=3, color=LIGHT.axis).encode(
        x=alt.X(f"min({start}):Q", title=title),
        x2=alt.X2(f"max({end}):Q"),
        opacity=alt.Opacity("min(opacity):Q", scale=None, legend=None),
    )
    points = base.mark_point(filled=True, size=scaled_area(120)).encode(
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
    layers = [gap, points, category_signs(categories_axis, padding=padding)]
    placed = {**SIDES, **(BETWEEN if len(names) > len(SIDES) else {})}
    for side, offset in placed.items():
        field = end if side == 1 else start
        layers.append(
            base.transform_filter(f"datum.side == {side}")
            .mark_text(**offset, lineBreak="\n", lineHeight=scaled(LINE_HEIGHT))
            .encode(
                x=alt.X(f"{field}:Q", title=title),
                text=alt.Text("label:N"),
                opacity=text_opacity(),
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
    chart = finished_chart(layers, language, categories.height)
    return chart.properties(padding={**AROUND, "right": 32})
