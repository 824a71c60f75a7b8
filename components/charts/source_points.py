"""The chart form of what several sources state by year: a line for each value, and the range."""

import altair as alt

from components.charts.frame import (
    FRAME_HEIGHT,
    TIP,
    Series,
    finished_chart,
    legend_colour,
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

LINE = 20
"""Height in pixels of the line of a value."""

EDGE = 3
"""Pixels between the separator of two years and the bar of a difference."""

YEAR_WIDTH = 46
"""Pixels that the separator reaches to the left of the plot, above the number of the year."""

BESIDE, LETTER = 8, 6.7
"""Pixels from a point to its number, and those of a letter."""

_NUMBER_WIDTH = f"{in_rem(BESIDE)} + {in_rem(LETTER)} * length(datum.label)"
FITS_RIGHT = f"scale('x', datum.last) + {_NUMBER_WIDTH} < width"
FITS_LEFT = f"scale('x', datum.first) - ({_NUMBER_WIDTH}) > 0"
"""Whether the plot has room for a number right or left of its point. The right side comes first;
the tooltip and the table have a number that fits on neither."""

OWN_LINE = "\N{ZERO WIDTH SPACE}"
"""Ends the category of each line of a year but the first, as often as lines stand above it."""

_PARTS = f"split(replace(datum.label, regexp('{OWN_LINE}', 'g'), ''), '\\n')"
_NUMBER = f"length(split(datum.label, '{OWN_LINE}')) - 1"
LINE_LABEL = f"{_NUMBER} < length({_PARTS}) ? {_PARTS}[{_NUMBER}] : ''"
"""What stands beside a line: the year beside its first, the difference beside its second."""

LEGEND_ROW = 22
"""Height in pixels of a row of the legend, which a phone shows in one column."""

PADDING = 40
"""Pixels between the outermost points and the ends of the axis, for their numbers."""


def _lines_axis() -> alt.Y:
    """Return the axis of lines, with the year beside the first line of each year."""
    return alt.Y(
        "category:N",
        title=None,
        sort=alt.EncodingSortField("position", op="min", order="ascending"),
        scale=alt.Scale(padding=0),
        axis=alt.Axis(
            labelExpr=LINE_LABEL,
            labelFontWeight=alt.ExprRef(f"indexof(datum.label, '{OWN_LINE}') < 0 ? 600 : 400"),
            labelOverlap=False,
            labelFlush=False,
            ticks=False,
            domain=False,
            labelPadding=10,
        ),
    )


def _years() -> list[alt.Chart]:
    """Return the bars of the differences, and the lines that separate the years."""
    first, last = "datum.line == 0", "datum.line == datum.lines - 1"
    edge = in_rem(EDGE)
    base = alt.Chart().encode(y=_lines_axis())
    # One bar a line; the bars of a year touch, so that they look like one.
    spans = (
        base.transform_filter("isValid(datum.least)")
        .mark_bar(
            color=LIGHT.grid,
            height=alt.ExprRef(
                f"bandwidth('y') + ({last} ? -{edge} : 0.5) - ({first} ? {edge} : 0)"
            ),
            yOffset=alt.ExprRef(f"(({first} ? {edge} : 0) + ({last} ? -{edge} : 0.5)) / 2"),
        )
        .encode(x=alt.X("least:Q", title=None), x2=alt.X2("most:Q"))
    )
    separators = (
        base.transform_filter(first)
        .mark_rule(
            color=LIGHT.grid,
            strokeWidth=1,
            x=alt.ExprRef(f"-{in_rem(YEAR_WIDTH)}"),
            x2=alt.ExprRef("width"),
        )
        .encode(y=_lines_axis().bandPosition(0))
    )
    return [spans, separators]


@as_form(SOURCE_CLICK, row=SourceRow)
def source_points(
    *, language: Language, series: Series, lines: int, first_shape: int = 0
) -> alt.LayerChart:
    """Draw one point for each value of a source, with its number, in a line of its own.

    The lines of a year stand between two separators. A bar behind them runs from the lowest to the
    highest compared number. A hollow point is a bound, a part of a year or an expectation. A click
    on a point selects its source. The legend has the sources of the drawn points only.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    series : tuple of pairs
        The sources with their colours.
    lines : int
        Greatest number of values; it sets the height.
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
    lanes = alt.Chart().encode(y=_lines_axis(), opacity=row_opacity())
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
            color=legend_colour(series, drawn_only=True),
            tooltip=TIP,
        )
    )
    click = alt.selection_point(name=SOURCE_CLICK, fields=["source"], on="click", clear="dblclick")
    points = (
        lanes.mark_point(filled=True, size=scaled_area(62), strokeWidth=1.6, strokeOpacity=1)
        .encode(
            x=value,
            color=legend_colour(series, drawn_only=True),
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
        lanes.transform_calculate(
            first="isValid(datum.low) ? datum.low : datum.value",
            last="isValid(datum.high) ? datum.high : datum.value",
        )
        .mark_text(
            align="right" if end == "first" else "left",
            dx=scaled(-BESIDE if end == "first" else BESIDE),
            baseline="middle",
            text=alt.ExprRef(f"{fits} ? datum.label : ''"),
        )
        .encode(x=alt.X(f"{end}:Q", title=None), opacity=text_opacity())
        for end, fits in (("first", f"!({FITS_RIGHT}) && {FITS_LEFT}"), ("last", FITS_RIGHT))
    ]
    height = LINE * lines + FRAME_HEIGHT + LEGEND_ROW * max(len(names) - 2, 0)
    return finished_chart([*_years(), ranges, points, *texts], language, height)
