"""Chart forms of single facts: a grid of labelled cells, and amounts with a shape per series."""

import altair as alt

from components.charts.frame import (
    FRAME_HEIGHT,
    LABEL_LINES,
    LABEL_SIZE,
    LINES,
    TIP,
    Series,
    amount_scale,
    category_axis,
    finished_chart,
    legend_colour,
    row_height,
    row_opacity,
    text_opacity,
)
from components.charts.rows import AmountMarkRow, CellRow
from components.charts.size import LINE_HEIGHT, in_rem, scaled, scaled_area
from components.figures.figure import as_form
from components.page.tokens import LIGHT
from data.language.languages import Language

SHAPES = ("circle", "square", "diamond")

CELL_GAP = 0.06

LABEL_ROOM, LABEL_CHARACTERS = 132, 19
"""Pixels for a label beyond a point, such as "up to 20 a year" in Kazakh, and its longest line."""

WARNING_SHAPE = (
    "M0,-1L1,0.85L-1,0.85Z"
    "M-0.11,-0.35L-0.11,0.3L0.11,0.3L0.11,-0.35Z"
    "M-0.11,0.45L-0.11,0.67L0.11,0.67L0.11,0.45Z"
)
"""A warning sign as a path, since few typefaces have one; the inner parts turn the other way."""

NARROW_CELL, NARROW_LETTERS = 64, 10
CELL_LETTERS = alt.ExprRef(
    f"(bandwidth('x') < {in_rem(NARROW_CELL)} ? {NARROW_LETTERS} : {LABEL_SIZE}) * {in_rem(1)}"
)
"""Letters are smaller in a cell of fewer pixels, as on a phone."""

SIGN_ROOM = 8
"""Pixels above the text of a cell, so that it does not run into a warning sign."""

TEXT_LINES = "split(datum.text, '\\n')"
_FREE = f"bandwidth('y') - {in_rem(LINE_HEIGHT)} * length({TEXT_LINES})"
LOWERED = f"clamp(({_FREE}) / 2, 0, {in_rem(SIGN_ROOM / 2)})"
"""How far the text of a cell stands below the middle: not at all in a cell that it fills."""

LETTER_SHARE, LEAST_LETTERS = 0.55, 9
"""Width of a letter on average as a share of its size, and the least size in pixels."""

_LONGEST = f"max(length({TEXT_LINES}[0]), length(peek({TEXT_LINES})))"
TEXT_LETTERS = alt.ExprRef(
    f"min({CELL_LETTERS.expr}, "
    f"max({in_rem(LEAST_LETTERS)}, bandwidth('x') / ({LETTER_SHARE} * {_LONGEST})))"
)
"""The text of a cell is as wide as the cell at most."""

OUTLINE = 3
"""Width of the line around a cell that stands out, which colour alone would not tell."""


@as_form(row=CellRow)
def cell_matrix(
    *, language: Language, series: Series, rows: int, lines: int = 1, header_lines: int = 1
) -> alt.LayerChart:
    """Draw a grid of categories and columns with a text in every cell that has one.

    Parameters
    ----------
    language : Language
        Language of the legend.
    series : tuple of pairs
        Kinds of cells with their colours.
    rows, lines : int
        How many categories there are, and the lines of the longest text of a row; both set the
        height.
    header_lines : int
        Lines of the longest column name.
    """
    order = alt.EncodingSortField("column_position", op="min", order="ascending")
    column = alt.X(
        "column:O",
        title=None,
        sort=order,
        scale=alt.Scale(padding=CELL_GAP / 2),
        axis=alt.Axis(
            orient="top",
            labelExpr=LINES,
            labelAngle=0,
            labelOverlap=False,
            labelLimit=0,
            labelFontSize=CELL_LETTERS,
            labelLineHeight=scaled(LINE_HEIGHT),
            labelPadding=scaled(LINE_HEIGHT * (header_lines - 1) + 6),
            ticks=False,
            domain=False,
        ),
    )
    category = category_axis().scale(padding=CELL_GAP / 2)
    base = alt.Chart().encode(x=column, y=category, opacity=row_opacity())
    ground = base.mark_rect().encode(
        color=legend_colour(series),
        fillOpacity=alt.FillOpacity("strength:Q", scale=None, legend=None),
        tooltip=TIP,
    )
    outline = (
        base.transform_filter("datum.marked")
        .mark_rect(filled=False, strokeWidth=OUTLINE)
        .encode(stroke=legend_colour(series), tooltip=TIP)
    )
    texts = base.mark_text(
        lineBreak="\n",
        lineHeight=scaled(LINE_HEIGHT),
        baseline="middle",
        fontSize=TEXT_LETTERS,
        dy=alt.ExprRef(f"{LOWERED} - {in_rem(LINE_HEIGHT / 2)} * (length({TEXT_LINES}) - 1)"),
        fontWeight=alt.ExprRef("datum.marked ? 'bold' : 'normal'"),
        fontStyle=alt.ExprRef("datum.strength == 0 ? 'italic' : 'normal'"),
    ).encode(text=alt.Text("text:N"), opacity=text_opacity(), tooltip=TIP)
    warnings = (
        base.transform_filter("datum.warning")
        .mark_point(
            filled=True,
            shape=WARNING_SHAPE,
            size=scaled_area(70),
            color=LIGHT.ink,
            xOffset=scaled(-8),
            yOffset=scaled(8),
        )
        .encode(
            x=alt.X("column:O", bandPosition=1, sort=order),
            y=category_axis().bandPosition(0),
            tooltip=TIP,
        )
    )
    height = (row_height(lines) + SIGN_ROOM) * rows + FRAME_HEIGHT + LINE_HEIGHT * header_lines
    return finished_chart([ground, outline, texts, warnings], language, height)


@as_form(row=AmountMarkRow)
def marked_amounts(
    *, language: Language, series: Series, rows: int, lines: int = 1
) -> alt.LayerChart:
    """Draw one amount per category as a point on a stalk; colour and shape tell the series.

    Parameters
    ----------
    language : Language
        Language of axis and legend.
    series : tuple of pairs
        Kinds of amounts with their colours.
    rows, lines : int
        How many categories there are, and the lines of the longest; both set the height.
    """
    names = [name for name, _ in series]
    value = alt.X(
        "value:Q",
        title=None,
        scale=amount_scale(LABEL_ROOM),
        axis=alt.Axis(tickCount=4, format=",~f", domain=False, labelFlush=False),
    )
    base = alt.Chart().encode(y=category_axis(), opacity=row_opacity())
    stalks = base.mark_rule(strokeWidth=3, color=LIGHT.axis).encode(x=value, x2=alt.datum(0))
    points = base.mark_point(filled=True, size=scaled_area(150), opacity=1).encode(
        x=value,
        color=legend_colour(series, columns=1),
        shape=alt.Shape(
            "series:N",
            title=None,
            scale=alt.Scale(domain=names, range=list(SHAPES[: len(names)])),
            legend=alt.Legend(orient="top", columns=1) if len(names) > 1 else None,
        ),
        tooltip=TIP,
    )
    labels = base.mark_text(align="left", dx=scaled(11), **LABEL_LINES).encode(
        x=value, text=alt.Text("label:N"), opacity=text_opacity()
    )
    height = row_height(lines) * rows + FRAME_HEIGHT + LINE_HEIGHT * (lines + len(names) - 2)
    return finished_chart([stalks, points, labels], language, height)
