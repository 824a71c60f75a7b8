"""Names of two lines at their ends, where a chart is wide; they replace its legend."""

import json
import textwrap
from typing import Any

import altair as alt

from components.charts.frame import Series
from components.charts.size import LINE_HEIGHT, in_rem, scaled

WIDE, WIDE_PLOT = 520, 420
"""Width in pixels from which the names stand at the ends: of the element, and of the plot where
there is no element, as in pictures. The width of the plot alone would change with the names."""

NAMED_AT_ENDS = (
    f"(isNumber(containerSize()[0]) ? containerSize()[0] >= {in_rem(WIDE)}"
    f" : width >= {in_rem(WIDE_PLOT)})"
)
"""The expression that is true where the names stand at the ends."""

TWO = 2
"""Number of lines whose names stay apart."""

LETTERS = 18
"""Letters of a line of a name."""

DISTANCE = 28
"""Pixels from the last point to the name, so that its number has room."""


def end_names(base: alt.Chart, series: Series, field: str) -> alt.Chart:
    """Write the name of each line beside its last value; two that are close move apart.

    Parameters
    ----------
    base : Chart
        Chart with the years.
    series : tuple of pairs
        The two series.
    field : str
        Field of the height at which a line ends.
    """
    lines = {name: textwrap.wrap(name, LETTERS) for name, _colour in series}
    wrapped = f"{json.dumps(lines, ensure_ascii=False)}[datum.series]"
    needed = LINE_HEIGHT * max(map(len, lines.values())) + LINE_HEIGHT / 2
    apart = "scale('y', datum.lowest) - scale('y', datum.highest)"
    first = json.dumps(series[0][0], ensure_ascii=False)
    above = (
        f"(datum.lowest == datum.highest ? datum.series == {first}"
        f" : datum.{field} == datum.highest)"
    )
    moved = f"max(0, {in_rem(needed)} - ({apart})) / 2 * ({above} ? -1 : 1)"
    centred = f"{in_rem(LINE_HEIGHT / 2)} * (length({wrapped}) - 1)"
    ends = (
        base.transform_filter(f"isValid(datum.{field})")
        .transform_joinaggregate(last_year="max(year)", groupby=["series"])
        .transform_filter("datum.year == datum.last_year")
        .transform_joinaggregate(highest=f"max({field})", lowest=f"min({field})")
    )
    named: alt.Chart = ends.mark_text(
        align="left",
        baseline="middle",
        dx=scaled(DISTANCE),
        dy=alt.ExprRef(f"{moved} - {centred}"),
        lineHeight=scaled(LINE_HEIGHT),
        # Hidden text would take room.
        text=alt.ExprRef(f"{NAMED_AT_ENDS} ? {wrapped} : ''"),
    ).encode(y=alt.Y(f"{field}:Q", title=None))
    return named


def without_end_names(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a specification whose legend names the lines at every width, as on a slide."""
    written = json.dumps(spec, ensure_ascii=False)
    part = json.dumps(NAMED_AT_ENDS, ensure_ascii=False)[1:-1]
    changed: dict[str, Any] = json.loads(written.replace(part, "false"))
    return changed
