"""Chart forms of series over years: stacked columns, lines, a grid of marks."""

from collections.abc import Sequence

import altair as alt

from components.charts.categories import category_axis
from components.charts.events import event_marks
from components.charts.frame import (
    FRAME_HEIGHT,
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
    SERIES_TOGGLE,
    SWITCHED_OFF,
    YEAR_BRUSH,
    YEAR_CLICK,
    toggled_opacity,
    toggled_text,
    with_hover,
    with_toggle,
    with_year_selections,
)
from components.charts.line_names import NAMED_AT_ENDS, TWO, end_names
from components.charts.ranges import (
    LINES_FIELD,
    gap_places,
    in_lines,
    lines_above,
    lines_centred,
    range_rules,
)
from components.charts.rows import LineRow, MatrixRow, StackRow
from components.charts.size import (
    LINE_HEIGHT,
    column_parameter,
    column_width,
    in_rem,
    scaled,
    scaled_area,
)
from components.figures.figure import as_form
from components.page.tokens import FADED, LIGHT
from data.language.languages import Language

_COLUMN_WIDTH = column_width(90)

_COLUMN_SHARE = 0.78


def _fits(field: str) -> alt.ExprRef:
    """Hide a number that is higher or wider than its part; the tooltip and the table have it."""
    room = f"abs(scale('y', 0) - scale('y', datum.value)) > {in_rem(LINE_HEIGHT)} * lines"
    lines = f"length(split(datum.{field}, '\\n'))"
    wide = f"{_COLUMN_WIDTH} > {in_rem(7.5)} * length(datum.label) / lines"
    return alt.ExprRef(f"{room} && {wide} ? 1 : 0".replace("lines", lines))


@as_form(YEAR_CLICK, YEAR_BRUSH, row=StackRow)
def stacked_years(
    *,
    language: Language,
    series: Series,
    ranges: bool = False,
    gaps: bool = False,
    events: bool = False,
) -> alt.LayerChart:
    """Draw two or more parts per year, stacked, with their sum above; years can be selected.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    series : tuple of pairs
        The parts with their colours.
    ranges, gaps : bool
        Whether some value is a range, and whether some year between others has no value.
    events : bool
        Whether an event is marked at some year, selected or not.
    """
    years = year_axis(gaps=gaps)
    base = alt.Chart().encode(x=years)
    bars = base.mark_bar(cursor="pointer", width=alt.ExprRef(_COLUMN_WIDTH)).encode(
        y=value_axis(stack=True),
        color=legend_colour(series),
        order=alt.Order("order:Q"),
        opacity=toggled_opacity(),
        tooltip=TIP,
    )
    if ranges:
        bars = bars.encode(fillOpacity=alt.FillOpacity("strength:Q", scale=None, legend=None))
    bars = with_hover(with_toggle(with_year_selections(bars))).properties(name="parts")
    # A number on a faded part would be illegible; the table has it.
    chosen = base.transform_filter("datum.opacity == 1")
    total_lines = lines_above(9) if ranges else {"dy": scaled(-9)}
    parts = (in_lines(chosen) if ranges else chosen).mark_text(
        color="white",
        baseline="middle",
        fillOpacity=_fits(LINES_FIELD if ranges else "label"),
        **(lines_centred() if ranges else {}),
    )
    parts = parts.encode(
        y=alt.Y("value:Q", stack="zero", bandPosition=0.5),
        order=alt.Order("order:Q"),
        detail=alt.Detail(["series:N", "strength:Q"] if ranges else "series:N"),
        text=alt.Text(f"{LINES_FIELD if ranges else 'label'}:N"),
        opacity=row_opacity(),
    )
    totals = (in_lines(base, "total") if ranges else base).mark_text(
        fontWeight="bold", **total_lines
    )
    totals = totals.encode(
        y=alt.Y("top:Q"),
        text=alt.Text(f"{LINES_FIELD if ranges else 'total'}:N"),
        opacity=text_opacity(),
    )
    layers = [bars, parts, totals]
    if ranges:
        layers.append(range_rules(base, width=2, opacity=row_opacity(), tooltip=TIP, ink=True))
    if gaps:
        layers.append(gap_places(years))
    if events:
        layers += event_marks(years)
    return finished_chart(layers, language).add_params(column_parameter(_COLUMN_SHARE))


@as_form(YEAR_CLICK, YEAR_BRUSH, row=LineRow)
def year_lines(
    *,
    language: Language,
    series: Series,
    ranges: bool = False,
    gaps: bool = False,
    events: bool = False,
) -> alt.LayerChart:
    """Draw one line per series over the years, each with its colour, dash and point shape.

    Years can be selected. A line is interrupted where a year has a range or no value. Where the
    chart is wide, two lines have their names at their ends.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    series : tuple of pairs
        The series with their colours.
    ranges, gaps : bool
        Whether some value is a range, and whether some year between others has no value.
    events : bool
        Whether an event is marked at some year, selected or not.
    """
    years = year_axis(gaps=gaps)
    names = [name for name, _ in series]
    dashes: Sequence[Sequence[int]] = [[1, 0], [6, 4], [2, 3]]
    at_ends = len(series) == TWO
    colour = legend_colour(series, unless=NAMED_AT_ENDS if at_ends else "")
    placed = alt.Chart().encode(x=years, color=colour)
    base = placed.encode(y=value_axis())
    lines = base.mark_line(strokeWidth=2.5).encode(
        strokeDash=alt.StrokeDash(
            "series:N",
            scale=alt.Scale(domain=names, range=list(dashes[: len(names)])),
            legend=None,
        )
    )
    switched_on = alt.when({"param": SERIES_TOGGLE})
    faded, full = (
        drawn.encode(opacity=switched_on.then(alt.value(on)).otherwise(alt.value(SWITCHED_OFF)))
        for drawn, on in ((lines, FADED), (lines.transform_filter("datum.chosen"), 1))
    )
    points = base.mark_point(filled=True, size=scaled_area(90), cursor="pointer").encode(
        shape=alt.Shape(
            "series:N",
            scale=alt.Scale(domain=names, range=["circle", "diamond", "square"][: len(names)]),
            legend=None,
        ),
        opacity=toggled_opacity(),
        tooltip=TIP,
    )
    points = with_hover(with_toggle(with_year_selections(points)))
    labels = (in_lines(placed) if ranges else base).mark_text(
        **(lines_above(13) if ranges else {"dy": scaled(-13)})
    )
    labels = labels.encode(
        y=alt.Y("end:Q") if ranges else alt.Undefined,
        text=alt.Text(f"{LINES_FIELD if ranges else 'label'}:N"),
        color=alt.ColorValue(LIGHT.ink),
        opacity=toggled_text(),
    )
    layers = [faded, full, points, labels]
    if at_ends:
        layers.append(end_names(alt.Chart().encode(x=years), series, "end" if ranges else "value"))
    if ranges:
        layers.append(range_rules(placed, width=8, opacity=toggled_opacity(), tooltip=TIP))
    if gaps:
        layers.append(gap_places(years))
    if events:
        layers += event_marks(years)
    return finished_chart(layers, language)


MATRIX_ROW = 30
"""Height of a row of the grid in pixels, to be read from afar."""

MATRIX_CELL = 576
"""Area of a mark of the grid in square pixels: most of the height of its row."""


@as_form(row=MatrixRow)
def year_matrix(
    *, language: Language, series: Series, rows: int, gaps: bool = False
) -> alt.LayerChart:
    """Draw a mark where a year names a category; no amount is implied."""
    marks = (
        (alt.Chart().transform_filter("!datum.gap") if gaps else alt.Chart())
        .mark_point(filled=True, shape="square", size=scaled_area(MATRIX_CELL))
        .encode(
            x=year_axis(gaps=gaps),
            y=category_axis(grid=True),
            color=legend_colour(series),
            opacity=row_opacity(),
            tooltip=TIP,
        )
    )
    layers = [marks, gap_places(year_axis(gaps=True))] if gaps else [marks]
    return finished_chart(layers, language, MATRIX_ROW * rows + FRAME_HEIGHT)
