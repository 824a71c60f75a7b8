"""Chart forms of single facts: a grid of labelled cells, and amounts with a shape per series."""

from dataclasses import dataclass

import altair as alt

from components.charts.categories import (
    LINES,
    SIGN_SIZE,
    WARNING_SHAPE,
    category_axis,
    category_signs,
)
from components.charts.frame import (
    FRAME_HEIGHT,
    LABEL_LINES,
    LABEL_SIZE,
    LEFT_EDGE,
    LETTER_WIDTH,
    TIP,
    Series,
    amount_scale,
    finished_chart,
    legend_colour,
    row_height,
    row_opacity,
    text_opacity,
)
from components.charts.rows import AmountMarkRow, CellRow
from components.charts.size import LINE_HEIGHT, PHONE, in_rem, scaled, scaled_area
from components.figures.figure import as_form
from components.page.tokens import LIGHT
from data.language.languages import Language

SHAPES = ("circle", "square", "diamond")

CELL_GAP = 0.06

LABEL_ROOM, LABEL_CHARACTERS = 132, 19
"""Pixels for a label beyond a point, such as "up to 20 a year" in Kazakh, and its longest line."""

NARROW_CELL, NARROW_LETTERS = 64, 10
CELL_LETTERS = alt.ExprRef(
    f"(bandwidth('x') < {in_rem(NARROW_CELL)} ? {NARROW_LETTERS} : {LABEL_SIZE}) * {in_rem(1)}"
)
"""Letters are smaller in a cell of fewer pixels, as on a phone."""

SIGN_ROOM = 8
"""Pixels above the text of a cell, so that it does not run into a warning sign."""

NAME_ROOM, CELL_LINES = 26, 2
"""Pixels for a name above its cells, and lines of the text of these cells."""

CELL_HEIGHT = LINE_HEIGHT * CELL_LINES + 10
"""Height in pixels of these cells."""

ONE_LINE = "trim(replace(datum.label, regexp('\\n', 'g'), ' '))"

TEXT_LINES = "split(datum.text, '\\n')"
_FREE = f"bandwidth('y') - {in_rem(LINE_HEIGHT)} * length({TEXT_LINES})"
LOWERED = f"clamp(({_FREE}) / 2, 0, {in_rem(SIGN_ROOM / 2)})"
"""How far the text of a cell stands below the middle: not at all in a cell that it fills."""

LETTER_SHARE, LEAST_LETTERS = 0.55, 9
"""Width of a letter on average as a share of its size, and the least size in pixels."""

_LONGEST = f"max(length({TEXT_LINES}[0]), length(peek({TEXT_LINES})))"
COLUMN_LETTERS = f"bandwidth('x') / ({LETTER_SHARE} * 9.4)"
"""Letters of which nine, a span of years, are nearly as wide as a column."""

TEXT_LETTERS = alt.ExprRef(
    f"min({CELL_LETTERS.expr}, "
    f"max({in_rem(LEAST_LETTERS)}, bandwidth('x') / ({LETTER_SHARE} * {_LONGEST})))"
)
"""The text of a cell is as wide as the cell at most."""

OUTLINE = 3
"""Width of the line around a cell that stands out, which colour alone would not tell."""


@dataclass(frozen=True)
class GridSize:
    """How many rows a grid has, and the lines of its longest texts and column names.

    With `header_letters`, the letters of the longest column name, the names stand in one line where
    the columns are wide enough.
    """

    rows: int
    lines: int = 1
    header_lines: int = 1
    header_letters: int = 0

    def heads(self, lines: str, line: str) -> str:
        """Return one expression for names in several lines, and another for names in one."""
        if not self.header_letters:
            return lines
        widest = in_rem(self.header_letters * LETTER_WIDTH)
        return f"(bandwidth('x') < {widest} ? {lines} : {line})"

    @property
    def frame(self) -> int:
        """Height in pixels above and below the rows."""
        return FRAME_HEIGHT + LINE_HEIGHT * self.header_lines

    @property
    def height(self) -> int:
        """Height of the chart in pixels."""
        return (row_height(self.lines) + SIGN_ROOM) * self.rows + self.frame

    @property
    def height_on_phone(self) -> int:
        """Height where the names of rows stand above their cells."""
        return (NAME_ROOM + CELL_HEIGHT) * self.rows + NAME_ROOM + self.frame


def _on_phone(yes: str, no: str) -> alt.ExprRef:
    """Return one expression on a phone, and another one elsewhere."""
    return alt.ExprRef(f"{PHONE} ? {yes} : {no}")


def _names_above(category: alt.Y) -> alt.Chart:
    """Return the names of rows in one line above their cells; empty where they stand beside."""
    names: alt.Chart = (
        alt.Chart()
        .transform_aggregate(groupby=["category", "position"])
        .transform_calculate(
            name=f"{PHONE} ? replace(datum.category, regexp('\\n', 'g'), ' ') : ''"
        )
        .mark_text(
            align="left",
            baseline="bottom",
            dy=scaled(-4),
            color=LIGHT.ink,
            fontSize=alt.ExprRef(
                f"min({in_rem(LABEL_SIZE)}, width / ({LETTER_SHARE} * length(datum.name)))"
            ),
        )
        .encode(y=category.bandPosition(0), x=LEFT_EDGE, text=alt.Text("name:N"))
    )
    return names


def _cells(base: alt.Chart, series: Series, outlines: Series) -> tuple[alt.Chart, alt.Chart]:
    """Return the grounds of cells, and the outlines of those that stand out."""
    marked = base.transform_filter("datum.marked").mark_rect(filled=False, strokeWidth=OUTLINE)
    if not outlines:
        strength = alt.FillOpacity("strength:Q", scale=None, legend=None)
        ground = base.mark_rect().encode(
            color=legend_colour(series), fillOpacity=strength, tooltip=TIP
        )
        return ground, marked.encode(stroke=legend_colour(series), tooltip=TIP)
    # The legend of two channels draws each kind with the ground and the outline of its cells.
    fill, stroke = (
        legend_colour(colours, drawn_only=True, outlined=True) for colours in (series, outlines)
    )
    return (
        base.mark_rect().encode(fill=fill, tooltip=TIP),
        marked.encode(stroke=stroke, tooltip=TIP),
    )


@as_form(row=CellRow)
def cell_matrix(
    *,
    language: Language,
    series: Series,
    size: GridSize,
    names_above: bool = False,
    outlines: Series = (),
) -> alt.LayerChart:
    """Draw a grid of categories and columns with a text in every cell that has one.

    Parameters
    ----------
    language : Language
        Language of the legend.
    series : tuple of pairs
        Kinds of cells with their colours.
    size : GridSize
        How many rows and lines there are, which set the height.
    names_above : bool
        Whether the names of rows stand above their cells on a phone, so that each of many columns
        is wide enough; the texts of cells then have `CELL_LINES` lines.
    outlines : tuple of pairs
        Kinds of cells with the colours of their outlines, `transparent` for none. The grounds then
        have the opacity of their colours, and the legend draws the kinds that occur as their cells.
    """
    letters = (
        _on_phone(f"min({in_rem(LABEL_SIZE)}, {COLUMN_LETTERS})", str(CELL_LETTERS.expr))
        if names_above
        else CELL_LETTERS
    )
    order = alt.EncodingSortField("column_position", op="min", order="ascending")
    column = alt.X(
        "column:O",
        title=None,
        sort=order,
        scale=alt.Scale(padding=CELL_GAP / 2),
        axis=alt.Axis(
            orient="top",
            labelExpr=size.heads(LINES, ONE_LINE),
            labelAngle=0,
            labelOverlap=False,
            labelLimit=0,
            labelFontSize=letters,
            labelLineHeight=scaled(LINE_HEIGHT),
            labelPadding=alt.ExprRef(
                size.heads(in_rem(LINE_HEIGHT * (size.header_lines - 1) + 6), in_rem(6))
            ),
            ticks=False,
            domain=False,
        ),
    )
    category = category_axis().scale(padding=CELL_GAP / 2)
    if names_above:
        share = f"{NAME_ROOM / (NAME_ROOM + CELL_HEIGHT):.3g}"
        padding = _on_phone(share, f"{CELL_GAP / 2:g}")
        category = category_axis(unless=PHONE).scale(paddingInner=padding, paddingOuter=padding)
    base = alt.Chart().encode(x=column, y=category, opacity=row_opacity())
    ground, outline = _cells(base, series, outlines)
    texts = base.mark_text(
        lineBreak="\n",
        lineHeight=scaled(LINE_HEIGHT),
        baseline="middle",
        fontSize=_on_phone(f"min({letters.expr}, {COLUMN_LETTERS})", str(TEXT_LETTERS.expr))
        if names_above
        else TEXT_LETTERS,
        dy=alt.ExprRef(f"{LOWERED} - {in_rem(LINE_HEIGHT / 2)} * (length({TEXT_LINES}) - 1)"),
        fontWeight=alt.ExprRef("datum.marked ? 'bold' : 'normal'"),
        fontStyle=alt.ExprRef("datum.strength == 0 ? 'italic' : 'normal'"),
    ).encode(text=alt.Text("text:N"), opacity=text_opacity(), tooltip=TIP)
    warnings = (
        base.transform_filter("datum.warning")
        .mark_point(
            filled=True,
            shape=WARNING_SHAPE,
            size=scaled_area(SIGN_SIZE),
            color=LIGHT.ink,
            xOffset=scaled(-8),
            yOffset=scaled(8),
        )
        .encode(
            x=alt.X("column:O", bandPosition=1, sort=order),
            y=category.bandPosition(0),
            tooltip=TIP,
        )
    )
    layers = [ground, outline, texts, warnings]
    if not names_above:
        return finished_chart(layers, language, size.height)
    layers.append(_names_above(category))
    return finished_chart(layers, language, size.height, on_phone=size.height_on_phone)


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
    stalks = base.mark_rule(strokeWidth=3, color=LIGHT.axis).encode(x=value, x2=alt.X2Datum(0))
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
    layers = [stalks, points, labels, category_signs(category_axis())]
    return finished_chart(layers, language, height)
