"""Chart specifications for a wall: letters for the back row, no selection sent to a server."""

import re
from collections.abc import Mapping
from typing import Any

from components.charts.frame import HEIGHT, LABEL_SIZE
from components.charts.line_names import without_end_names
from components.charts.size import PHONE, ROOT, filling, in_rem
from components.export.converter import SCREEN_FAMILY
from components.figures.figure import ROWS, Figure
from components.figures.single_values import WARNING
from components.page.tokens import DARK, LIGHT, PROJECTOR

SMALLEST_LETTERS = 18.0
"""Size in pixels, on a slide of 1280 × 720, below which no letter of a chart may be."""

SCALE = 1.4
"""Factor by which a slide enlarges a chart, so that its letters of 13 pixels can be read."""

LETTER_FIELDS = frozenset({"fontSize", "labelFontSize", "titleFontSize"})

_SHARE_OF_REM = re.compile(r"rem \* ([0-9.]+)")

TALLEST = 400
"""Height of a chart in pixels above which the texts of its slide stand beside it."""

FULL = 490
"""Height of a chart in pixels, before it is enlarged, that fills a slide."""

MOST_LINES = 2
"""Lines of a name for which the rows of a chart that is higher than a slide have room."""

CHART_COLOURS = ("ink", "quiet", "line", "axis", "grid", "warning")


def wall_colours() -> dict[str, dict[str, str]]:
    """Return, for each theme, the colour that replaces each colour of a specification."""
    pairs = {"light": PROJECTOR, "dark": DARK}
    return {
        theme: {getattr(LIGHT, name): getattr(colours, name) for name in CHART_COLOURS}
        for theme, colours in pairs.items()
    }


def _enlarged(part: Any) -> Any:  # noqa: ANN401, any JSON
    """Return a part of a specification with letters of at least `LABEL_SIZE` pixels."""
    if isinstance(part, list):
        return [_enlarged(one) for one in part]
    if not isinstance(part, Mapping):
        return part
    return {
        name: _letters(value) if name in LETTER_FIELDS else _enlarged(value)
        for name, value in part.items()
    }


def _letters(size: Any) -> Any:  # noqa: ANN401, a number or an expression
    """Return a size of letters, in pixels or as a share of `rem`, of at least `LABEL_SIZE`."""
    if isinstance(size, int | float):
        return max(size, LABEL_SIZE)
    expression = size.get("expr", "") if isinstance(size, Mapping) else ""
    share = _SHARE_OF_REM.fullmatch(expression)
    if share and float(share[1]) * ROOT < LABEL_SIZE:
        return {"expr": in_rem(LABEL_SIZE)}
    return size


def wall_specification(figure: Figure) -> dict[str, Any]:
    """Return the Vega-Lite specification of a figure for a slide, without its data.

    The browser sets width and height, and inserts the rows.

    Parameters
    ----------
    figure : Figure
        A figure with a chart.
    """
    form = figure.chart_form
    spec = filling(_enlarged(without_end_names(form.spec)))
    config = spec.get("config", {})
    # Selections are removed, except those by which the chart itself highlights. A slide has one
    # size, which the browser scales, so that letters do not follow the width of the window.
    dropped = {*form.selections, "rem"}
    kept = [
        {"name": PHONE, "value": False} if part["name"] == PHONE else part
        for part in spec.get("params", ())
        if part["name"] not in dropped
    ]
    return {
        **spec,
        "params": [{"name": "rem", "value": ROOT}, *kept],
        "autosize": {"type": "fit", "contains": "padding", "resize": True},
        "data": {"name": ROWS},
        "background": "transparent",
        "config": {**config, "font": SCREEN_FAMILY},
    }


def _in_two_lines(name: str) -> str:
    """Return a name of more than two lines in two of about the same length."""
    lines, sign, _ = name.partition(f"\n{WARNING}")
    if lines.count("\n") < MOST_LINES:
        return name
    words = lines.replace("\n", " ").split(" ")
    halves = [(" ".join(words[:end]), " ".join(words[end:])) for end in range(1, len(words))]
    return "\n".join(min(halves, key=lambda half: max(map(len, half)))) + sign


def wall_rows(figure: Figure) -> list[dict[str, Any]]:
    """Return the rows of a figure for a slide, where names of low rows have two lines.

    A chart that is higher than a slide has low rows there.
    """
    low = figure.form is not None and _own_height(figure.chart_form.spec) > FULL
    rows = [dict(row) for row in figure.rows]
    for row in rows:
        if low and isinstance(row.get("category"), str):
            row["category"] = _in_two_lines(row["category"])
    return rows


def _own_height(specification: Mapping[str, Any] | None) -> float:
    """Return the height of a chart on a page, in pixels; 0 if it is not a number."""
    height = (specification or {}).get("height", HEIGHT)
    return float(height) if isinstance(height, int | float) else 0.0


def wall_height(specification: Mapping[str, Any] | None) -> float:
    """Return the height of a chart as a slide enlarges it, in pixels; 0 if it is not a number."""
    return SCALE * _own_height(specification)


def is_tall(specification: Mapping[str, Any] | None) -> bool:
    """Return whether a chart needs the height of the slide, with the texts beside it."""
    return _own_height(specification) > TALLEST
