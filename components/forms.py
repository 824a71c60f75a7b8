"""Chart forms: the few ways in which the Atlas draws, each made once per language.

A form draws rows whose texts are ready to print and whose `colour` and `opacity` are literal, so
that nothing a filter changes is part of the form.
"""

from collections.abc import Sequence
from typing import Any

import altair as alt
from altair.utils import schemapi

from components.figure import ROWS, as_form
from components.forms_ranges import (
    BREAK_LABEL,
    LINES_FIELD,
    gap_places,
    in_lines,
    lines_above,
    lines_below,
    range_columns,
    range_rules,
)
from components.palette import AXIS, FADED, INK
from data.languages import MINUS, Language

# Forms are checked against the grammar by the tests; doing it again part by part wherever one is
# made would be a third of a cold start.
schemapi.disable_debug_mode()

HEIGHT = 310
ROW_HEIGHT = 36
LINE_HEIGHT = 16
FRAME_HEIGHT = 80
"""Height that legend, axis and padding take from a chart whose rows are counted."""
LABEL_SIZE = 13
SWITCHED_OFF = 0.08
"""Opacity of a series that the legend has switched off."""
CATEGORY_WIDTH = 210
PADDING, WIDE_PADDING = 28, 36
"""Pixels between the categories and zero, for a number that stands left of its point."""
YEAR_CLICK = "year_click"
YEAR_BRUSH = "year_brush"
ANSWER_CLICK = "answer_click"
SERIES_TOGGLE = "series_toggle"
YEAR_HOVER = "year_hover"
"""Names of the selections; the last two stay within the browser."""

Conditional = Any
"""A channel with a condition, which Altair gives no public type."""

Series = tuple[tuple[str, str], ...]
"""Names of the series as printed in the legend, with their colours."""

_COLUMN_WIDTH = alt.ExprRef("min(44, bandwidth('x') * 0.72)")

# A label beyond the longest bar needs room; what a longer one needs, the browser finds itself.
_BAR_END = alt.ExprRef("max(width - 44, width / 2)")

FITTED = alt.AutoSizeParams(type="fit", contains="padding", resize=True)
"""Room for axes and labels is measured anew whenever the rows change, so that none is cut."""

NARROW_PLOT = 240

LEGEND_LAYOUT = alt.ExprRef(
    f"{{top: {{anchor: width < {NARROW_PLOT} ? 'end' : 'start', direction: 'horizontal',"
    " margin: 8}}"
)
"""A legend begins with its plot; beside a narrow one it ends with it, and has room on its left."""

LETTER_WIDTH, LEGEND_SYMBOL_WIDTH = 7.2, 34
"""Pixels that a letter of a legend takes at most on average, and its symbol with the gaps."""

TOP_PADDING = 5
"""Pixels above a chart, for letters that rise above their line of text."""

LINES = "split(datum.label, '\\n')"
"""Breaks the labels of an axis where the rows do, which wrap long categories."""

TIP = [alt.Tooltip("tip_title:N", title="title"), alt.Tooltip("tip:N", title=" ")]
"""What hovering shows: the `tip_title` of a row as a heading, and its `tip` below."""


def named_rows() -> alt.NamedData:
    """Return the name of the dataset that a figure brings its rows in."""
    return alt.NamedData(name=ROWS)


def chart_locale(language: Language) -> alt.Locale:
    """Return how a language writes numbers, for a chart."""
    return alt.Locale(
        number=alt.NumberLocale(
            decimal=language.decimal_sign,
            thousands=language.group_sign,
            grouping=[3],
            currency=["", ""],
            minus=MINUS,
        )
    )


def finished_chart(layers: Sequence[alt.Chart], language: Language, height: int) -> alt.LayerChart:
    """Return a chart of layers with the size, type and numbers that every form has."""
    chart = alt.LayerChart(
        layer=list(layers),
        data=named_rows(),
        height=height,
        width="container",
        autosize=FITTED,
        padding={"top": TOP_PADDING},
    )
    finished: alt.LayerChart = chart.configure(
        mark=alt.MarkConfig(aria=False),
        locale=chart_locale(language),
        axis=alt.AxisConfig(labelFontSize=LABEL_SIZE, titleFontSize=LABEL_SIZE),
        axisY=alt.AxisConfig(labelLimit=CATEGORY_WIDTH),
        legend=alt.LegendConfig(labelFontSize=LABEL_SIZE, labelLimit=400, layout=LEGEND_LAYOUT),
        view=alt.ViewConfig(stroke=None),
        text=alt.MarkConfig(color=INK, fontSize=LABEL_SIZE),
    )
    return finished


def category_axis(*, padding: int = 8, grid: bool = False) -> alt.Y:
    """Return the axis of categories, in the order of their `position` and the lines of the rows."""
    return alt.Y(
        "category:N",
        title=None,
        # Where layers draw different rows, only this operation keeps the order.
        sort=alt.EncodingSortField("position", op="min", order="ascending"),
        axis=alt.Axis(
            labelExpr=LINES,
            labelOverlap=False,
            ticks=False,
            domain=False,
            grid=grid,
            labelPadding=padding,
        ),
    )


def amount_scale(room: int = 0) -> alt.Scale:
    """Return a scale from zero that leaves `room` pixels on its right for the longest label."""
    if not room:
        return alt.Scale(domainMin=0, nice=True)
    end = alt.ExprRef(f"max(width - {room}, width / 4)")
    return alt.Scale(domainMin=0, nice=True, range=[0, end])


def row_height(lines: int) -> int:
    """Return the height of a row whose category takes so many lines."""
    return max(ROW_HEIGHT, LINE_HEIGHT * lines + 6)


def _year_axis(*, gaps: bool = False) -> alt.X:
    return alt.X(
        "year:O",
        title=None,
        axis=alt.Axis(
            labelAngle=0,
            labelOverlap=True,
            ticks=False,
            domain=False,
            labelExpr=BREAK_LABEL if gaps else alt.Undefined,
        ),
    )


def _value_axis(*, stack: bool = False, padding: int = 0) -> alt.Y:
    return alt.Y(
        "value:Q",
        title=None,
        stack="zero" if stack else None,
        scale=alt.Scale(zero=True, nice=True, padding=padding),
        axis=alt.Axis(
            tickCount=4, domain=False, ticks=False, format=",~f", labelFlush=False, labelBound=False
        ),
    )


def legend_colour(series: Series, *, columns: int = 0) -> alt.Color:
    """Return the colour of a series, with a legend where there are several.

    Without a number of columns, two series stand below each other and more in two columns; where
    the longest names do not fit beside each other, there are fewer.
    """
    most = columns or (1 if len(series) <= len(("one", "other")) else 2)
    widest = max(len(name) for name, _ in series) * LETTER_WIDTH + LEGEND_SYMBOL_WIDTH
    return alt.Color(
        "series:N",
        title=None,
        scale=alt.Scale(
            domain=[name for name, _ in series], range=[colour for _, colour in series]
        ),
        legend=alt.Legend(
            orient="top",
            symbolType="square",
            symbolOpacity=1,
            symbolStrokeWidth=0,
            columns=alt.ExprRef(f"clamp(floor(width / {widest:g}), 1, {most})") if most > 1 else 1,
        )
        if len(series) > 1
        else None,
    )


def row_opacity() -> alt.Opacity:
    """Return the opacity that a row brings."""
    return alt.Opacity("opacity:Q", scale=None, legend=None)


def _toggled_opacity() -> Conditional:
    """Return the opacity that a row brings, faint where its series is switched off in the legend.

    A click on the legend shows one series alone, with shift held several; a double click all.
    """
    on = alt.when({"param": SERIES_TOGGLE})
    return on.then(row_opacity()).otherwise(alt.value(SWITCHED_OFF))


def _with_toggle(chart: alt.Chart) -> alt.Chart:
    """Let the legend of a chart switch its series; no server hears of it."""
    toggle = alt.selection_point(name=SERIES_TOGGLE, fields=["series"], bind="legend")
    toggled: alt.Chart = chart.add_params(toggle)
    return toggled


def _with_hover(chart: alt.Chart) -> alt.Chart:
    """Frame the marks of the year under the pointer; no server hears of it."""
    hover = alt.selection_point(
        name=YEAR_HOVER, encodings=["x"], on="pointerover", clear="pointerout"
    )
    framed = alt.when({"param": YEAR_HOVER, "empty": False})
    hovered: alt.Chart = chart.add_params(hover).encode(
        stroke=framed.then(alt.value(INK)).otherwise(alt.value(None)),
    )
    return hovered


def _year_selections(chart: alt.Chart) -> alt.Chart:
    """Let years be clicked or brushed over; both start from marks and from the room beside them."""
    click = alt.selection_point(name=YEAR_CLICK, encodings=["x"], on="click", clear="dblclick")
    brush = alt.selection_interval(
        name=YEAR_BRUSH, encodings=["x"], mark=alt.BrushConfig(fillOpacity=0.08)
    )
    selectable: alt.Chart = chart.add_params(click, brush)
    return selectable


def _labels_beyond(
    base: alt.Chart, end: str, *, distance: int = 9, ranges: bool = False
) -> list[alt.Chart]:
    """Write labels above columns that rise and below columns that fall; `end` is their height."""
    if ranges:
        lines = in_lines(base)
        return [
            lines.transform_filter(f"isValid(datum.{end}) && datum.{end} {sign} 0")
            .mark_text(**placed)
            .encode(y=alt.Y(f"{end}:Q"), text=alt.Text(f"{LINES_FIELD}:N"), opacity=row_opacity())
            for sign, placed in ((">=", lines_above(distance)), ("<", lines_below(distance + 2)))
        ]
    return [
        base.transform_filter(f"datum.{end} {sign} 0")
        .mark_text(dy=dy)
        .encode(y=alt.Y(f"{end}:Q"), text=alt.Text("label:N"), opacity=row_opacity())
        for sign, dy in ((">=", -distance), ("<", distance + 2))
    ]


def _zero_line() -> alt.Chart:
    line: alt.Chart = alt.Chart().mark_rule(color=AXIS, strokeWidth=1).encode(y=alt.datum(0))
    return line


@as_form(YEAR_CLICK, YEAR_BRUSH)
def stacked_years(
    *, language: Language, series: Series, ranges: bool = False, gaps: bool = False
) -> alt.LayerChart:
    """Draw two or more parts per year, stacked, with their sum above; years can be selected.

    Rows: `year`, `series`, `order`, `value`, `label` (inside the part), `total` (above the
    stack, on the last part only), `top` (height of the stack), `opacity`, `tip_title`, `tip`.
    With ranges also `strength` (opacity of the fill: lighter for the part between the two ends of
    a range), and `low` and `high` where the sum itself is a range.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    series : tuple of pairs
        The parts with their colours.
    ranges, gaps : bool
        Whether some value is a range, and whether some year between others has no value.
    """
    base = alt.Chart().encode(x=_year_axis(gaps=gaps))
    bars = base.mark_bar(
        cursor="pointer", width=alt.ExprRef("min(90, bandwidth('x') * 0.78)")
    ).encode(
        y=_value_axis(stack=True),
        color=legend_colour(series),
        order=alt.Order("order:Q"),
        opacity=_toggled_opacity(),
        tooltip=TIP,
    )
    if ranges:
        bars = bars.encode(fillOpacity=alt.FillOpacity("strength:Q", scale=None, legend=None))
    bars = _with_hover(_with_toggle(_year_selections(bars))).properties(name="parts")
    # A number on a faded part could not be read; it stands in the table.
    chosen = base.transform_filter("datum.opacity == 1")
    part_lines, total_lines = (
        (lines_below(14), lines_above(9)) if ranges else ({"dy": 14}, {"dy": -9})
    )
    parts = (in_lines(chosen) if ranges else chosen).mark_text(color="white", **part_lines)
    parts = parts.encode(
        y=alt.Y("value:Q", stack="zero"),
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
        opacity=row_opacity(),
    )
    layers = [bars, parts, totals]
    if ranges:
        layers.append(range_rules(base, width=2, opacity=row_opacity(), tooltip=TIP, ink=True))
    if gaps:
        layers.append(gap_places(_year_axis(gaps=True)))
    return finished_chart(layers, language, HEIGHT)


@as_form()
def year_columns(*, language: Language, ranges: bool = False, gaps: bool = False) -> alt.LayerChart:
    """Draw one column per year, up or down from zero, each with its value.

    Rows: `year`, `value`, `label`, `colour`, `opacity`, `tip_title`, `tip`; with ranges also
    `low`, `high`, `near` and `end`.

    Parameters
    ----------
    language : Language
        Language of the axis.
    ranges, gaps : bool
        Whether some value is a range, and whether some year between others has no value.
    """
    placed = alt.Chart().encode(x=_year_axis(gaps=gaps))
    base = placed.encode(y=_value_axis())
    colour = alt.Color("colour:N", scale=None)
    bars = base.mark_bar(width=_COLUMN_WIDTH).encode(
        color=colour, opacity=row_opacity(), tooltip=TIP
    )
    layers = [bars, _zero_line()]
    if ranges:
        layers += range_columns(
            placed, width=_COLUMN_WIDTH, color=colour, opacity=row_opacity(), tooltip=TIP
        )
    layers += _labels_beyond(base, "end" if ranges else "value", ranges=ranges)
    if gaps:
        layers.append(gap_places(_year_axis(gaps=True)))
    return finished_chart(layers, language, HEIGHT)


@as_form()
def year_columns_with_marks(*, language: Language, mark: str, gaps: bool = False) -> alt.LayerChart:
    """Draw computed columns per year and the printed value of the same quantity as a mark.

    Rows as for `year_columns`, and `printed` (the printed value, missing where none is printed),
    `end` (whichever of both lies farther from zero) and `kind`, which equals `mark`.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    mark : str
        Legend entry of the printed values.
    gaps : bool
        Whether some year between others has no value.
    """
    base = alt.Chart().encode(x=_year_axis(gaps=gaps))
    bars = base.mark_bar(width=_COLUMN_WIDTH).encode(
        y=_value_axis(padding=24),
        color=alt.Color("colour:N", scale=None),
        opacity=row_opacity(),
        tooltip=TIP,
    )
    marks = (
        base.transform_filter("isValid(datum.printed)")
        .mark_point(filled=True, size=120, stroke="white", strokeWidth=1.5, color=INK)
        .encode(
            y=alt.Y("printed:Q"),
            opacity=row_opacity(),
            shape=alt.Shape(
                "kind:N",
                title=None,
                scale=alt.Scale(domain=[mark], range=["diamond"]),
                legend=alt.Legend(
                    orient="top", symbolFillColor=AXIS, symbolStrokeWidth=0, symbolSize=110
                ),
            ),
            tooltip=TIP,
        )
    )
    layers = [bars, _zero_line(), marks, *_labels_beyond(base, "end", distance=16)]
    if gaps:
        layers.append(gap_places(_year_axis(gaps=True)))
    return finished_chart(layers, language, HEIGHT)


@as_form(YEAR_CLICK, YEAR_BRUSH)
def year_lines(
    *, language: Language, series: Series, ranges: bool = False, gaps: bool = False
) -> alt.LayerChart:
    """Draw one line per series over the years, told apart by colour, dash and point shape.

    Years can be selected. A line is interrupted where a year has a range or no value.

    Rows: `year`, `series`, `value`, `label`, `opacity`, `chosen` (whether the year is),
    `tip_title`, `tip`; with ranges also `low`, `high` and `end`.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    series : tuple of pairs
        The series with their colours.
    ranges, gaps : bool
        Whether some value is a range, and whether some year between others has no value.
    """
    names = [name for name, _ in series]
    dashes: Sequence[Sequence[int]] = [[1, 0], [6, 4], [2, 3]]
    placed = alt.Chart().encode(x=_year_axis(gaps=gaps), color=legend_colour(series))
    base = placed.encode(y=_value_axis())
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
    points = base.mark_point(filled=True, size=90, cursor="pointer").encode(
        shape=alt.Shape(
            "series:N",
            scale=alt.Scale(domain=names, range=["circle", "diamond", "square"][: len(names)]),
            legend=None,
        ),
        opacity=_toggled_opacity(),
        tooltip=TIP,
    )
    points = _with_hover(_with_toggle(_year_selections(points)))
    labels = (in_lines(placed) if ranges else base).mark_text(
        **(lines_above(13) if ranges else {"dy": -13})
    )
    labels = labels.encode(
        y=alt.Y("end:Q") if ranges else alt.Undefined,
        text=alt.Text(f"{LINES_FIELD if ranges else 'label'}:N"),
        opacity=_toggled_opacity(),
    )
    layers = [faded, full, points, labels]
    if ranges:
        layers.append(range_rules(placed, width=8, opacity=_toggled_opacity(), tooltip=TIP))
    if gaps:
        layers.append(gap_places(_year_axis(gaps=True)))
    return finished_chart(layers, language, HEIGHT)


def _bars(language: Language, rows: int, lines: int, *, selectable: bool) -> alt.LayerChart:
    base = alt.Chart().encode(
        y=category_axis(),
        x=alt.X(
            "value:Q", title=None, scale=alt.Scale(domainMin=0, range=[0, _BAR_END]), axis=None
        ),
    )
    bars = base.mark_bar(
        height={"band": 0.62}, cursor="pointer" if selectable else alt.Undefined
    ).encode(color=alt.Color("colour:N", scale=None), opacity=row_opacity(), tooltip=TIP)
    if selectable:
        click = alt.selection_point(name=ANSWER_CLICK, fields=["answer"], on="click", toggle="true")
        bars = bars.add_params(click)
    labels = base.mark_text(align="left", dx=6).encode(
        text=alt.Text("label:N"), opacity=row_opacity()
    )
    words = (
        alt.Chart()
        .transform_filter("!isValid(datum.value)")
        .mark_text(align="left", dx=6, fontStyle="italic")
        .encode(y=category_axis(), x=alt.datum(0), text=alt.Text("label:N"), opacity=row_opacity())
    )
    return finished_chart([bars, labels, words], language, row_height(lines) * rows + 30)


@as_form()
def ranked_bars(*, language: Language, rows: int, lines: int = 1) -> alt.LayerChart:
    """Draw one horizontal bar per category in the order of the rows, each with its value.

    A row without a value has no bar, not even one of zero; its label stands in the bar's place.

    Rows: `category`, `position`, `value`, `label`, `colour`, `opacity`, `tip_title`, `tip`.

    Parameters
    ----------
    language : Language
        Language of the numbers.
    rows, lines : int
        How many categories there are, and the lines of the longest; both set the height.
    """
    return _bars(language, rows, lines, selectable=False)


@as_form(ANSWER_CLICK)
def answer_bars(*, language: Language, rows: int, lines: int) -> alt.LayerChart:
    """Draw `ranked_bars` that can be clicked; the rows name their `answer` as well."""
    return _bars(language, rows, lines, selectable=True)


@as_form()
def paired_points(
    *,
    language: Language,
    series: Series,
    rows: int,
    lines: int = 1,
    room: int = 0,
) -> alt.LayerChart:
    """Draw two values of the same quantity, joined by a line that is their gap.

    Rows: `category`, `position`, `series`, `value`, `label`, `side` (-1 left, 1 right),
    `opacity`, `tip_title`, `tip`.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    series : tuple of pairs
        The two series with their colours.
    rows, lines : int
        How many categories there are, and the lines of the longest; both set the height.
    room : int
        Pixels right of the scale for long labels; left of it, labels get more room as well.
    """
    value = alt.X(
        "value:Q",
        title=None,
        scale=amount_scale(room),
        axis=alt.Axis(tickCount=4, format=",~f", domain=False, grid=False, labelFlush=False),
    )
    base = alt.Chart().encode(y=category_axis(padding=WIDE_PADDING if room else PADDING, grid=True))
    gap = base.mark_rule(strokeWidth=3, color=AXIS).encode(
        x=alt.X("min(value):Q", title=None),
        x2=alt.X2("max(value):Q"),
        opacity=alt.Opacity("min(opacity):Q", scale=None, legend=None),
    )
    points = base.mark_point(filled=True, size=120).encode(
        x=value,
        opacity=row_opacity(),
        color=legend_colour(series),
        shape=alt.Shape(
            "series:N",
            scale=alt.Scale(domain=[name for name, _ in series], range=["circle", "diamond"]),
            legend=None,
        ),
        tooltip=TIP,
    )
    numbers = base.encode(x=value, text=alt.Text("label:N"), opacity=row_opacity())
    left = numbers.transform_filter("datum.side < 0").mark_text(align="right", dx=-9)
    right = numbers.transform_filter("datum.side > 0").mark_text(align="left", dx=9)
    height = row_height(lines) * rows + FRAME_HEIGHT + LINE_HEIGHT * (lines - 1)
    chart = finished_chart([gap, points, left, right], language, height)
    return chart.properties(padding={"left": 5, "top": 5, "right": 32, "bottom": 5})


@as_form()
def year_matrix(
    *, language: Language, series: Series, rows: int, gaps: bool = False
) -> alt.LayerChart:
    """Draw a mark where a year names a category; no amount is implied.

    Rows: `year`, `category`, `position`, `series`, `opacity`, `tip_title`, `tip`.
    """
    marks = (
        (alt.Chart().transform_filter("!datum.gap") if gaps else alt.Chart())
        .mark_point(filled=True, shape="square", size=260)
        .encode(
            x=_year_axis(gaps=gaps),
            y=category_axis(grid=True),
            color=legend_colour(series),
            opacity=row_opacity(),
            tooltip=TIP,
        )
    )
    layers = [marks, gap_places(_year_axis(gaps=True))] if gaps else [marks]
    return finished_chart(layers, language, 26 * rows + FRAME_HEIGHT)
