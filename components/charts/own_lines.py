"""Chart form of a visitor's own values laid over the printed tables."""

from collections.abc import Sequence

import altair as alt

from components.charts.frame import (
    TIP,
    Series,
    finished_chart,
    legend_colour,
    row_opacity,
    value_axis,
    year_axis,
)
from components.charts.interaction import (
    SERIES_TOGGLE,
    SWITCHED_OFF,
    toggled_opacity,
    toggled_text,
    with_toggle,
)
from components.charts.ranges import gap_places
from components.charts.rows import OwnRow
from components.charts.size import in_rem, scaled_area
from components.figures.figure import as_form
from components.page.tokens import LIGHT
from data.language.languages import Language

DASHES: Sequence[Sequence[int]] = ([1, 0], [6, 4], [2, 3], [10, 3], [4, 2, 1, 2])
SHAPES = ("circle", "diamond", "square", "triangle-up", "triangle-down")
OWN_DASHES: Sequence[Sequence[int]] = ([8, 3, 2, 3], [3, 3])
OWN_SHAPES = ("cross", "triangle-right")


@as_form(row=OwnRow)
def own_lines(*, language: Language, series: Series, own: int) -> alt.LayerChart:
    """Draw one line per series over the years; the last ones are those of the visitor's file.

    Their values are written beside their points. The points of incomplete years are hollow, and no
    line leads to them; it is interrupted where a year has no value.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    series : tuple of pairs
        The series with their colours, those of the file last.
    own : int
        Number of series of the file.
    """
    years = year_axis(gaps=True)
    names = [name for name, _ in series]
    printed = len(series) - own
    dashes = [*DASHES[:printed], *OWN_DASHES[:own]]
    shapes = [*SHAPES[:printed], *OWN_SHAPES[:own]]
    base = alt.Chart().encode(x=years, y=value_axis(), color=legend_colour(series))
    switched_on = alt.when({"param": SERIES_TOGGLE})
    lines = base.transform_filter("datum.strength !== 0").mark_line(strokeWidth=2.5)
    lines = lines.encode(
        strokeDash=alt.StrokeDash(
            "series:N", scale=alt.Scale(domain=names, range=dashes), legend=None
        ),
        opacity=switched_on.then(row_opacity()).otherwise(alt.value(SWITCHED_OFF)),
    )
    points = base.mark_point(filled=True, size=scaled_area(110), strokeWidth=2).encode(
        shape=alt.Shape("series:N", scale=alt.Scale(domain=names, range=shapes), legend=None),
        opacity=toggled_opacity(),
        fillOpacity=alt.FillOpacity("strength:Q", scale=None, legend=None),
        stroke=alt.Stroke(
            "series:N",
            scale=alt.Scale(domain=names, range=[colour for _, colour in series]),
            legend=None,
        ),
        tooltip=TIP,
    )
    labels = (
        alt.Chart()
        .transform_filter("datum.own")
        .mark_text(dy=alt.ExprRef(f"-datum.side * {in_rem(14)}"), baseline="middle")
        .encode(
            x=years,
            y=value_axis(),
            text=alt.Text("label:N"),
            color=alt.ColorValue(LIGHT.ink),
            opacity=toggled_text(),
        )
    )
    return finished_chart([lines, with_toggle(points), labels, gap_places(years)], language)
