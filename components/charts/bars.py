"""Chart forms of horizontal bars, one a category."""

import altair as alt

from components.charts.categories import category_axis, category_signs
from components.charts.frame import (
    LABEL_LINES,
    TIP,
    finished_chart,
    row_height,
    row_opacity,
    share_labels,
    text_opacity,
)
from components.charts.interaction import ANSWER_CLICK
from components.charts.rows import AnswerRow, BarRow
from components.charts.size import in_rem, scaled
from components.figures.figure import as_form
from data.language.languages import Language

# A label beyond the longest bar needs room; what a longer one needs, the browser finds itself.
_BAR_END = alt.ExprRef(f"max(width - {in_rem(44)}, width / 2)")


def _share_axis(language: Language) -> alt.X:
    """Return the axis from 0 to 100 per cent, the same for all answers."""
    return alt.X(
        "value:Q",
        title=None,
        scale=alt.Scale(domain=[0, 100], nice=False),
        axis=alt.Axis(
            values=[0, 25, 50, 75, 100],
            domain=False,
            ticks=False,
            labelFlush=True,
            labelExpr=share_labels(language),
        ),
    )


def _bars(language: Language, rows: int, lines: int, *, selectable: bool) -> alt.LayerChart:
    base = alt.Chart().encode(
        y=category_axis(),
        x=_share_axis(language)
        if selectable
        else alt.X(
            "value:Q",
            title=None,
            scale=alt.Scale(domainMin=0, range=[0, _BAR_END]),
            axis=None,
        ),
    )
    bars = base.mark_bar(
        height=alt.ExprRef(f"min(bandwidth('y') * 0.62, {in_rem(26)})"),
        cursor="pointer" if selectable else alt.Undefined,
    ).encode(color=alt.Color("colour:N", scale=None), opacity=row_opacity(), tooltip=TIP)
    if selectable:
        click = alt.selection_point(name=ANSWER_CLICK, fields=["answer"], on="click", toggle="true")
        bars = bars.add_params(click)
    labels = base.mark_text(align="left", dx=scaled(6), **LABEL_LINES).encode(
        text=alt.Text("label:N"), opacity=text_opacity()
    )
    words = (
        alt.Chart()
        .transform_filter("!isValid(datum.value)")
        .mark_text(align="left", dx=scaled(6), fontStyle="italic", **LABEL_LINES)
        .encode(
            y=category_axis(), x=alt.XDatum(0), text=alt.Text("label:N"), opacity=text_opacity()
        )
    )
    layers = [bars, labels, words, *(() if selectable else (category_signs(category_axis()),))]
    return finished_chart(layers, language, row_height(lines) * rows + 30)


@as_form(row=BarRow)
def ranked_bars(*, language: Language, rows: int, lines: int = 1) -> alt.LayerChart:
    """Draw one horizontal bar per category in the order of the rows, each with its value.

    A row without a value has no bar, not even one of zero; its label is drawn instead.

    Parameters
    ----------
    language : Language
        Language of the numbers.
    rows, lines : int
        How many categories there are, and the lines of the longest; both set the height.
    """
    return _bars(language, rows, lines, selectable=False)


@as_form(ANSWER_CLICK, row=AnswerRow)
def answer_bars(*, language: Language, rows: int, lines: int) -> alt.LayerChart:
    """Draw bars of shares from 0 to 100 per cent that can be clicked, one for each `answer`."""
    return _bars(language, rows, lines, selectable=True)
