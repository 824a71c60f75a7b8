"""The chart form of bars with remarks, whose names and remarks stand around them on a phone."""

import altair as alt

from components.charts.categories import category_axis
from components.charts.frame import (
    FRAME_HEIGHT,
    LABEL_LINES,
    LEFT_EDGE,
    TIP,
    Series,
    finished_chart,
    legend_colour,
    row_height,
    row_opacity,
    text_opacity,
)
from components.charts.rows import RemarkBarRow
from components.charts.size import LINE_HEIGHT, PHONE, in_rem, scaled
from components.figures.figure import as_form
from components.page.tokens import LIGHT
from data.language.languages import Language

BAR, PHONE_BAR = 26, 16
"""Greatest height of a bar in pixels, and its height on a phone."""

BESIDE, BESIDE_ON_PHONE = 160, 96
"""Pixels beside the longest bar, for its label; on a phone for the number only."""

NUMBER = "split(datum.label, '\\n')[0]"
REMARKS = (
    "indexof(datum.label, '\\n') < 0 ? '' : slice(datum.label, indexof(datum.label, '\\n') + 1)"
)
"""The first line of a label, and those below it."""

NAME_LINES, NAME_LETTERS = 2, 46
"""Lines of a name on a phone at most, and letters of its first line."""

NAME_ROOM = LINE_HEIGHT * NAME_LINES + 8
"""Pixels for a name above its bar on a phone."""

_NAME = "replace(datum.category, regexp('\\n', 'g'), ' ')"
_CUT = f"lastindexof(slice({_NAME}, 0, {NAME_LETTERS}), ' ')"
NAME = (
    f"length({_NAME}) <= {NAME_LETTERS} ? {_NAME}"
    f" : slice({_NAME}, 0, {_CUT}) + '\\n' + slice({_NAME}, {_CUT} + 1)"
)
"""The name of a category in as few lines as a phone has room for."""

TO_TOP = f"{in_rem(PHONE_BAR / 2)} - bandwidth('y') / 2"
"""How far the middle of a bar at the top of its row lies from the middle of the row."""


@as_form(row=RemarkBarRow)
def bars_with_remarks(
    *, language: Language, series: Series, rows: int, lines: int
) -> alt.LayerChart:
    """Draw one bar per category with its number and remarks on it; colours tell the series.

    On a phone, the name stands above the bar and the remarks below, so that bars can be long.

    Parameters
    ----------
    language : Language
        Language of the legend.
    series : tuple of pairs
        Kinds of bars with their colours.
    rows, lines : int
        How many categories there are, and the lines of the longest label; both set the height.
    """
    cell = PHONE_BAR + LINE_HEIGHT * (lines - 1) + 6
    gap = f"{PHONE} ? {NAME_ROOM / (NAME_ROOM + cell):.3g} : 0"
    category = category_axis(unless=PHONE).scale(
        paddingInner=alt.ExprRef(gap), paddingOuter=alt.ExprRef(gap)
    )
    beside = f"({PHONE} ? {in_rem(BESIDE_ON_PHONE)} : {in_rem(BESIDE)})"
    value = alt.X(
        "value:Q",
        title=None,
        scale=alt.Scale(domainMin=0, range=[0, alt.ExprRef(f"max(width - {beside}, width * 0.3)")]),
        axis=None,
    )
    base = alt.Chart().encode(y=category, x=value)
    bars = base.mark_bar(
        height=alt.ExprRef(
            f"{PHONE} ? {in_rem(PHONE_BAR)} : min(bandwidth('y') * 0.62, {in_rem(BAR)})"
        ),
        yOffset=alt.ExprRef(f"{PHONE} ? {TO_TOP} : 0"),
    ).encode(color=legend_colour(series, drawn_only=True), opacity=row_opacity(), tooltip=TIP)
    lines_up = LABEL_LINES["dy"].expr
    labels = (
        base.transform_calculate(told=f"{PHONE} ? {NUMBER} : datum.label")
        .mark_text(
            **{**LABEL_LINES, "dy": alt.ExprRef(f"{PHONE} ? {TO_TOP} : {lines_up}")},
            align="left",
            dx=scaled(6),
        )
        .encode(text=alt.Text("told:N"), opacity=text_opacity())
    )
    remarks = (
        alt.Chart()
        .transform_calculate(told=f"{PHONE} ? ({REMARKS}) : ''")
        .mark_text(
            **{
                **LABEL_LINES,
                "dy": alt.ExprRef(f"{TO_TOP} + {in_rem(PHONE_BAR / 2)} + line * 0.6"),
            },
            align="left",
        )
        .encode(y=category, x=LEFT_EDGE, text=alt.Text("told:N"), opacity=text_opacity())
    )
    names = (
        alt.Chart()
        .transform_calculate(name=f"{PHONE} ? ({NAME}) : ''")
        .mark_text(
            align="left",
            baseline="bottom",
            lineBreak="\n",
            lineHeight=alt.ExprRef("line"),
            dy=alt.ExprRef(f"-{in_rem(3)} - line * (length(split(datum.name, '\\n')) - 1)"),
            color=LIGHT.ink,
        )
        .encode(y=category.bandPosition(0), x=LEFT_EDGE, text=alt.Text("name:N"))
    )
    return finished_chart(
        [bars, labels, remarks, names],
        language,
        row_height(lines) * rows + FRAME_HEIGHT - LINE_HEIGHT,
        on_phone=(NAME_ROOM + cell) * rows + NAME_ROOM + FRAME_HEIGHT,
    )
