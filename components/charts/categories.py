"""The axis of categories: names in lines, with warning signs for contradicted values."""

import altair as alt

from components.charts.frame import LEFT_EDGE, TIP
from components.charts.size import in_rem, scaled_area
from components.page.tokens import LIGHT

CATEGORY_PADDING = 8
"""Pixels between a category and the plot."""

SIGN = "\N{WARNING SIGN}"
"""Last line of a category that a warning sign marks."""

SIGN_WIDTH = 6 * "\N{NO-BREAK SPACE}" + "\N{ZERO WIDTH SPACE}"
"""Room for a drawn warning sign at the end of a category; Vega trims spaces at an end."""

SIGN_SIZE = 85
"""Area of a warning sign in pixels."""

WARNING_SHAPE = (
    "M0,-1L1,0.85L-1,0.85Z"
    "M-0.11,-0.35L-0.11,0.3L0.11,0.3L0.11,-0.35Z"
    "M-0.11,0.45L-0.11,0.67L0.11,0.67L0.11,0.45Z"
)
"""A warning sign as a path, since few typefaces have one; the inner parts turn the other way."""

LINES = f"split(replace(datum.label, '\\n{SIGN}', '{SIGN_WIDTH}'), '\\n')"
"""Breaks the labels of an axis where the rows do, which wrap long categories."""


def category_axis(
    *, padding: int = CATEGORY_PADDING, grid: bool = False, unless: str = ""
) -> alt.Y:
    """Return the axis of categories, in the order of their `position` and the lines of the rows.

    It has no names where the expression `unless` is true.
    """
    return alt.Y(
        "category:N",
        title=None,
        # Where layers draw different rows, only this operation keeps the order.
        sort=alt.EncodingSortField("position", op="min", order="ascending"),
        axis=alt.Axis(
            labelExpr=f"{unless} ? '' : {LINES}" if unless else LINES,
            labelOverlap=False,
            labelOffset=alt.ExprRef(f"-line / 2 * (length({LINES}) - 1)"),
            labelFlush=False,
            ticks=False,
            domain=False,
            grid=grid,
            labelPadding=padding,
        ),
    )


def category_signs(axis: alt.Y, *, padding: int = CATEGORY_PADDING) -> alt.Chart:
    """Return the warning signs at the end of the last line of categories.

    Parameters
    ----------
    axis : Y
        The axis of categories of the chart.
    padding : int
        Its distance from the plot.
    """
    signs: alt.Chart = (
        alt.Chart()
        .transform_filter(f"indexof(datum.category, '{SIGN}') > 0")
        .mark_point(
            filled=True,
            opacity=1,
            shape=WARNING_SHAPE,
            size=scaled_area(SIGN_SIZE),
            color=LIGHT.warning,
            xOffset=alt.ExprRef(f"-{padding} - {in_rem(7)}"),
            yOffset=alt.ExprRef("line / 2 * (length(split(datum.category, '\\n')) - 2)"),
        )
        .encode(y=axis, x=LEFT_EDGE, tooltip=TIP)
    )
    return signs
