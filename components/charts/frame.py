"""What all chart forms share: size, type, axes, legend, numbers of the language."""

import json
import textwrap
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import altair as alt

from components.charts.ranges import BREAK_LABEL
from components.charts.size import (
    LINE_HEIGHT,
    PHONE,
    ROOT,
    in_rem,
    scaled,
    scaled_area,
    size_parameters,
)
from components.charts.unchecked import build_without_checks
from components.figures.figure import ROWS
from components.page.tokens import LIGHT
from components.text.amounts import percent_signs
from data.language.languages import MINUS, Language

build_without_checks()

HEIGHT = 310
ROW_HEIGHT = 36
LABEL_SIZE = 13
"""Sizes in pixels at a root size of 16; see `components.charts.size`."""

FRAME_HEIGHT = 80
"""Height that legend, axis and padding take from a chart whose rows are counted."""

CATEGORY_WIDTH = 210

Series = tuple[tuple[str, str], ...]
"""Names of the series as printed in the legend, with their colours."""

FITTED = alt.AutoSizeParams(type="fit", contains="padding", resize=True)
"""Space for axes and labels is measured again after each change of rows, so that none is cut."""

NARROW_PLOT = 240

LEGEND_LAYOUT = alt.ExprRef(
    f"{{top: {{anchor: width < {in_rem(NARROW_PLOT)} ? 'end' : 'start', direction: 'horizontal',"
    f" margin: {in_rem(8)}}}}}"
)
"""A legend begins with its plot; beside a narrow one it ends with it, and has room on its left."""

LETTER_WIDTH, LEGEND_SYMBOL_WIDTH = 7.2, 34
"""Pixels that a letter of a legend takes at most on average, and its symbol with the gaps."""

LEGEND_SYMBOL = 100
"""Size of a symbol of a legend, an area in pixels."""

LABEL = "datum.label"
"""The expression of a label as it is."""

LEGEND_OFFSET = 8
"""Pixels between a legend and its plot."""

LONGEST_LEGEND_LINE, NARROW_LEGEND_LINE = 40, 30
"""Letters above which a legend entry is broken into lines in a narrow plot, and of such a line."""

AROUND = {"top": 8, "left": 2, "right": 4, "bottom": 2}
"""Pixels around a chart, for letters that reach beyond their line of text."""

LEFT_EDGE = alt.XValue(0)  # type: ignore[no-untyped-call]
"""Where the plot begins."""

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
            percent=percent_signs(language)[1],
        )
    )


def finished_chart(
    layers: Sequence[alt.Chart], language: Language, height: int = 0, *, on_phone: int = 0
) -> alt.LayerChart:
    """Return a chart of layers with the size, type and numbers that every form has.

    Parameters
    ----------
    layers : sequence of Chart
        What is drawn, the lowest first.
    language : Language
        Language of the numbers.
    height : int
        Height in pixels at a root size of 16, of a chart with a row per category; 0 for a chart
        that takes the height of its element.
    on_phone : int
        Another height on a phone.
    """
    size = size_parameters(height, own_height=bool(height), on_phone=on_phone)
    # Altair copies a chart with all its layers for each change, so it is made at once.
    return alt.LayerChart(
        layer=[layers[0].add_params(*size), *layers[1:]],
        data=named_rows(),
        height=height or HEIGHT,
        width="container",
        autosize=FITTED,
        padding=AROUND,
        usermeta={PHONE: on_phone} if on_phone else alt.Undefined,
        config=_config(language),
    )


def _config(language: Language) -> alt.Config:
    """Return the type and numbers that every form has."""
    return alt.Config(
        mark=alt.MarkConfig(aria=False),
        locale=chart_locale(language),
        # Vega describes axes and legends in English; the values are read out beside the chart.
        axis=alt.AxisConfig(
            aria=False,
            labelFontSize=scaled(LABEL_SIZE),
            titleFontSize=scaled(LABEL_SIZE),
            labelLineHeight=alt.ExprRef("line"),
            labelColor=LIGHT.quiet,
            titleColor=LIGHT.quiet,
            gridColor=LIGHT.grid,
        ),
        axisY=alt.AxisConfig(labelLimit=scaled(CATEGORY_WIDTH)),
        legend=alt.LegendConfig(
            aria=False,
            labelFontSize=scaled(LABEL_SIZE),
            labelColor=LIGHT.quiet,
            labelLimit=scaled(400),
            layout=LEGEND_LAYOUT,
            offset=scaled(LEGEND_OFFSET),
            padding=0,
            symbolSize=scaled_area(LEGEND_SYMBOL),
            rowPadding=scaled(2),
        ),
        view=alt.ViewConfig(stroke=None),
        text=alt.MarkConfig(color=LIGHT.ink, fontSize=scaled(LABEL_SIZE)),
    )


def year_axis(*, gaps: bool = False) -> alt.X:
    """Return the axis of years; with `gaps`, half a year represents a long gap."""
    return alt.X(
        "year:O",
        title=None,
        axis=alt.Axis(
            labelAngle=0,
            labelOverlap=True,
            labelPadding=scaled(6),
            ticks=False,
            domain=False,
            labelExpr=BREAK_LABEL if gaps else alt.Undefined,
        ),
    )


def share_labels(language: Language) -> str:
    """Return the expression that writes the numbers of an axis as shares; a minus stays first."""
    before, after = percent_signs(language)
    digits = f"'{before}' + replace(datum.label, '{MINUS}', '') + '{after}'"
    return f"(datum.value < 0 ? '{MINUS}' : '') + {digits}"


def value_axis(*, stack: bool = False, padding: int = 0, shares: Language | None = None) -> alt.Y:
    """Return the axis of amounts from zero.

    Parameters
    ----------
    stack : bool
        Whether the amounts are stacked.
    padding : int
        Pixels at both ends of the axis.
    shares : Language, optional
        Language in which amounts in per cent are written.
    """
    return alt.Y(
        "value:Q",
        title=None,
        stack="zero" if stack else None,
        scale=alt.Scale(zero=True, nice=True, padding=padding),
        axis=alt.Axis(
            tickCount=4,
            domain=False,
            ticks=False,
            format=",~f",
            labelExpr=share_labels(shares) if shares else alt.Undefined,
            labelFlush=False,
            labelBound=False,
        ),
    )


def amount_scale(room: int = 0) -> alt.Scale:
    """Return a scale from zero that leaves `room` pixels on its right for the longest label."""
    if not room:
        return alt.Scale(domainMin=0, nice=True)
    end = alt.ExprRef(f"max(width - {in_rem(room)}, width / 4)")
    return alt.Scale(domainMin=0, nice=True, range=[0, end])


def row_height(lines: int) -> int:
    """Return the height of a row whose category takes so many lines."""
    return max(ROW_HEIGHT, LINE_HEIGHT * lines + 6)


def with_opacity(colour: str, opacity: float) -> str:
    """Return a colour `#RRGGBB` with an opacity, as `#RRGGBBAA`."""
    return f"{colour}{round(255 * opacity):02X}"


def _legend_lines(names: Sequence[str], widest: float) -> str:
    """Return the expression that breaks long entries of a legend where they do not fit."""
    if max(map(len, names)) <= LONGEST_LEGEND_LINE:
        return LABEL
    lines = {name: textwrap.wrap(name, NARROW_LEGEND_LINE) for name in names}
    broken = f"{json.dumps(lines, ensure_ascii=False)}[datum.label]"
    return f"(width < {in_rem(widest)} ? {broken} : {LABEL})"


def _nothing_where(hidden: str, label: str) -> dict[str, Any]:
    """Return properties of a legend of size zero where an expression is true, else of labels.

    A legend without entries has no place at all, and then the height of the chart is infinite.
    """
    return {
        "labelExpr": f"{hidden} ? '' : {label}",
        "labelFontSize": alt.ExprRef(f"{hidden} ? 0 : {in_rem(LABEL_SIZE)}"),
        "symbolSize": alt.ExprRef(f"{hidden} ? 0 : rem * rem * {LEGEND_SYMBOL / ROOT**2:.5g}"),
    }


def _drawn_names(names: Sequence[str]) -> alt.ExprRef:
    """Return the names of the series that have a row, or all of them without any row."""
    drawn = " + ".join(
        f"(indata('{ROWS}', 'series', {quoted}) ? {quoted} + '\\n' : '')"
        for quoted in (json.dumps(name, ensure_ascii=False) for name in names)
    )
    every = json.dumps(list(names), ensure_ascii=False)
    found = f"split(trim({drawn}), '\\n')"
    return alt.ExprRef(f"{found}[0] === '' ? {every} : {found}")


def legend_colour(
    series: Series,
    *,
    columns: int = 0,
    unless: str = "",
    drawn_only: bool = False,
    outlined: bool = False,
) -> alt.Color:
    """Return the colour of a series, with a legend where there are several.

    Without a number of columns, two series stand below each other and more in two columns; where
    the longest names do not fit beside each other, there are fewer. The legend takes no room
    where the expression `unless` is true. With `drawn_only` it has the series with a row;
    with `outlined` its symbols have the outline that another channel gives them.
    """
    most = columns or (1 if len(series) <= len(("one", "other")) else 2)
    names = [name for name, _ in series]
    widest = max(map(len, names)) * LETTER_WIDTH + LEGEND_SYMBOL_WIDTH
    label = _legend_lines(names, widest)
    return alt.Color(
        "series:N",
        title=None,
        scale=alt.Scale(domain=names, range=[colour for _, colour in series]),
        legend=alt.Legend(
            orient="top",
            symbolType="square",
            symbolOpacity=1,
            symbolStrokeWidth=scaled(2) if outlined else 0,
            values=_drawn_names(names) if drawn_only else alt.Undefined,
            **(
                _nothing_where(unless, label)
                if unless
                else {"labelExpr": label}
                if label != LABEL
                else {}
            ),
            columns=alt.ExprRef(f"clamp(floor(width / ({in_rem(widest)})), 1, {most})")
            if most > 1
            else 1,
        )
        if len(series) > 1
        else None,
    )


def row_opacity() -> alt.Opacity:
    """Return the opacity that a row brings."""
    return alt.Opacity("opacity:Q", scale=None, legend=None)


def text_opacity() -> alt.OpacityValue:
    """Return the opacity of a number beside a mark: full, since a faded one is illegible."""
    return alt.OpacityValue(1)


def lines_above(field: str) -> alt.ExprRef:
    """Return the shift that centres a text of several lines on its position."""
    return alt.ExprRef(f"-line / 2 * (length(split(datum.{field}, '\\n')) - 1)")


LABEL_LINES: Mapping[str, Any] = MappingProxyType(
    {
        "dy": lines_above("label"),
        "lineBreak": "\n",
        "lineHeight": alt.ExprRef("line"),
        "baseline": "middle",
    }
)
"""How a text mark draws a label of several lines beside its position."""


def zero_line() -> alt.Chart:
    """Return a horizontal line at zero."""
    line: alt.Chart = alt.Chart().mark_rule(color=LIGHT.axis, strokeWidth=1).encode(y=alt.YDatum(0))
    return line
