"""The chart form of what several sources state by year: points in lanes, and their range."""

import altair as alt

from components.charts.categories import category_axis
from components.charts.frame import (
    FRAME_HEIGHT,
    TIP,
    Series,
    finished_chart,
    legend_colour,
    row_height,
    row_opacity,
    text_opacity,
)
from components.charts.interaction import SOURCE_CLICK
from components.charts.rows import SourceRow
from components.charts.size import in_rem, scaled, scaled_area
from components.figures.figure import as_form
from components.page.tokens import LIGHT
from data.language.languages import Language

SHAPES = ("circle", "diamond", "square", "triangle-up", "cross", "triangle-down")

LINES = 2
"""Lines of a category: the year, and the difference of its sources."""

LEGEND_ROW = 22
"""Height in pixels of a row of the legend, which a phone shows in one column."""

PADDING = 40
"""Pixels between the outermost points and the ends of the axis, for their numbers."""


@as_form(SOURCE_CLICK, row=SourceRow)
def source_points(
    *, language: Language, series: Series, years: int, first_shape: int = 0
) -> alt.LayerChart:
    """Draw one point for each value of a source, in a lane of its own below the year.

    A bar behind the points of a year runs from the lowest to the highest compared number. A hollow
    point is a bound, a part of a year or an expectation. A click on a point selects its source.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    series : tuple of pairs
        The sources with their colours.
    years : int
        Greatest number of years; it sets the height.
    first_shape : int
        Place of the shape of the first source, so that a source has one shape in all figures.
    """
    names = [name for name, _ in series]
    value = alt.X(
        "value:Q",
        title=None,
        scale=alt.Scale(
            zero=True,
            nice=False,
            # With a padding of its own the scale would begin below zero where the plot is narrow.
            range=[scaled(PADDING), alt.ExprRef(f"max(width - {in_rem(PADDING)}, width / 2)")],
        ),
        axis=alt.Axis(tickCount=4, format=",~f", domain=False, grid=True, labelFlush=False),
    )
    base = alt.Chart().encode(y=category_axis(padding=10).scale(paddingInner=0.12, paddingOuter=0))
    spans = (
        base.transform_filter("isValid(datum.least)")
        .mark_bar(color=LIGHT.grid, cornerRadius=3)
        .encode(x=alt.X("least:Q", title=None), x2=alt.X2("most:Q"))
    )
    lanes = base.encode(
        yOffset=alt.YOffset("series:N", scale=alt.Scale(domain=names, paddingOuter=0.8)),
        opacity=row_opacity(),
    )
    shape = alt.Shape(
        "series:N",
        scale=alt.Scale(
            domain=names, range=[SHAPES[(n + first_shape) % len(SHAPES)] for n in range(len(names))]
        ),
        legend=None,
    )
    ranges = (
        lanes.transform_filter("isValid(datum.low)")
        .mark_rule(strokeWidth=scaled(4))
        .encode(
            x=alt.X("low:Q", title=None),
            x2=alt.X2("high:Q"),
            color=legend_colour(series),
            tooltip=TIP,
        )
    )
    click = alt.selection_point(name=SOURCE_CLICK, fields=["source"], on="click", clear="dblclick")
    points = (
        lanes.mark_point(filled=True, size=scaled_area(62), strokeWidth=1.6, strokeOpacity=1)
        .encode(
            x=value,
            color=legend_colour(series),
            stroke=alt.Stroke(
                "series:N",
                scale=alt.Scale(domain=names, range=[colour for _, colour in series]),
                legend=None,
            ),
            fillOpacity=alt.FillOpacity("fill:Q", scale=None, legend=None),
            shape=shape,
            tooltip=TIP,
        )
        .add_params(click)
    )
    texts = [
        lanes.transform_filter(f"datum.side == {side}")
        .mark_text(align="left" if side > 0 else "right", dx=scaled(side * 8), baseline="middle")
        .encode(x=value, text=alt.Text("label:N"), opacity=text_opacity())
        for side in (-1, 1)
    ]
    height = row_height(LINES) * years + FRAME_HEIGHT + LEGEND_ROW * max(len(names) - 2, 0)
    return finished_chart([spans, ranges, points, *texts], language, height)
