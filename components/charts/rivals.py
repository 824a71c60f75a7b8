"""Chart form of stacked columns over years beside other printed values of their sums."""

import altair as alt

from components.charts.frame import (
    HEIGHT,
    LEGEND_SYMBOL_WIDTH,
    LETTER_WIDTH,
    NARROW_PLOT,
    TIP,
    Series,
    finished_chart,
    legend_colour,
    row_opacity,
    text_opacity,
    value_axis,
    year_axis,
)
from components.charts.interaction import (
    YEAR_BRUSH,
    YEAR_CLICK,
    toggled_opacity,
    with_hover,
    with_toggle,
    with_year_selections,
)
from components.charts.ranges import LINES_FIELD, gap_places, in_lines, lines_above, range_rules
from components.charts.rows import RivalRow
from components.charts.size import in_rem, scaled, scaled_area
from components.figures.figure import as_form
from components.page.tokens import LIGHT
from data.language.languages import Language

_COLUMN = f"min({in_rem(72)}, bandwidth('x') * 0.5)"
_WIDTH = alt.ExprRef(_COLUMN)
_LEFT = alt.ExprRef(f"-{_COLUMN} * 0.35")
_NARROW_YEAR = 48
"""Pixels of a year in which the label of a column is wider than the column."""

_RIGHT = alt.ExprRef(f"{_COLUMN} * (bandwidth('x') < {in_rem(_NARROW_YEAR)} ? 0.95 : 0.65)")
"""Columns stand left of the middle of their year, and other values right of it."""

_REACH = 1.15

_LINE = 14
"""Pixels between the two lines of the label of another value."""

_PLACE_WIDTH = 66
"""Pixels of a year in which a label has room for the place of its value; the tooltip names it."""

_LABEL = alt.ExprRef(
    f"width / length(domain('x')) > {in_rem(_PLACE_WIDTH)}"
    " ? split(datum.rival_label, '\\n') : split(datum.rival_label, '\\n')[0]"
)


def _rivals(base: alt.Chart, kind: str) -> list[alt.Chart]:
    """Draw a diamond at each other value, with its number and place above."""
    others = base.transform_filter("isValid(datum.rival)").encode(y=alt.Y("rival:Q", title=None))
    size = scaled_area(110)
    legend = alt.Legend(
        orient="top",
        symbolFillColor=LIGHT.warning,
        symbolOpacity=1,
        symbolStrokeWidth=0,
        symbolSize=size,
    )
    marks = others.mark_point(
        filled=True, size=size, xOffset=_RIGHT, color=LIGHT.warning, cursor="pointer"
    ).encode(
        shape=alt.Shape(
            "kind:N",
            title=None,
            scale=alt.Scale(domain=[kind], range=["diamond"]),
            legend=legend if kind else None,
        ),
        opacity=row_opacity(),
        tooltip=TIP,
    )
    labels = others.mark_text(
        color=LIGHT.warning,
        xOffset=_RIGHT,
        dy=scaled(-10 - _LINE),
        lineHeight=scaled(_LINE),
        text=_LABEL,
    ).encode(opacity=text_opacity())
    # The scale reaches to the top of the labels.
    room = (
        others.transform_calculate(reach=f"datum.rival * {_REACH}")
        .mark_point(opacity=0, size=0)
        .encode(y=alt.Y("reach:Q", title=None))
    )
    return [marks, labels, room]


def _legends(longest: int, kind: int) -> alt.ExprRef:
    """Return a layout with the legends side by side, or below each other in a narrow plot.

    Parameters
    ----------
    longest, kind : int
        Letters of the longest part, and of the other values.
    """
    beside = in_rem((longest + kind) * LETTER_WIDTH + 2 * LEGEND_SYMBOL_WIDTH)
    return alt.ExprRef(
        f"{{top: {{anchor: width < {in_rem(NARROW_PLOT)} ? 'end' : 'start',"
        f" direction: width < {beside} ? 'vertical' : 'horizontal', margin: {in_rem(8)}}}}}"
    )


@as_form(YEAR_CLICK, YEAR_BRUSH, row=RivalRow)
def stacked_years_with_rivals(
    *, language: Language, series: Series, kind: str, ranges: bool = False, gaps: bool = False
) -> alt.LayerChart:
    """Draw parts per year, stacked, with their sum above and other values of it beside.

    Years can be selected.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    series : tuple of pairs
        The parts with their colours.
    kind : str
        Legend entry of the other values; empty if none is printed.
    ranges, gaps : bool
        Whether some value is a range, and whether some year between others has no value.
    """
    base = alt.Chart().encode(x=year_axis(gaps=gaps))
    bars = (
        base.transform_filter("isValid(datum.value)")
        .mark_bar(cursor="pointer", width=_WIDTH, xOffset=_LEFT)
        .encode(
            y=value_axis(stack=True),
            color=legend_colour(series),
            order=alt.Order("order:Q"),
            opacity=toggled_opacity(),
            tooltip=TIP,
        )
    )
    if ranges:
        bars = bars.encode(fillOpacity=alt.FillOpacity("strength:Q", scale=None, legend=None))
    bars = with_hover(with_toggle(with_year_selections(bars))).properties(name="parts")
    totals = (in_lines(base, "total") if ranges else base).transform_filter(
        "isValid(datum.value) && datum.total"
    )
    totals = totals.mark_text(
        fontWeight="bold", xOffset=_LEFT, **(lines_above(9) if ranges else {"dy": scaled(-9)})
    ).encode(
        y=alt.Y("top:Q"),
        text=alt.Text(f"{LINES_FIELD if ranges else 'total'}:N"),
        opacity=text_opacity(),
    )
    layers = [bars, totals, *_rivals(base, kind)]
    if ranges:
        layers.append(range_rules(base, width=2, opacity=row_opacity(), tooltip=TIP, ink=True))
    if gaps:
        layers.append(gap_places(year_axis(gaps=True)))
    chart = finished_chart(layers, language, HEIGHT)
    if kind:
        chart.config.legend.layout = _legends(max(len(name) for name, _colour in series), len(kind))
    return chart
