"""Sizes in charts, which follow the root size of the page as its type does.

The parameter `rem` of a specification is the size of one rem in pixels. In a browser it follows the
width of the window, as `ROOT_SIZE` does for the page; where there is no window, as in the process
that draws pictures, it is 16. Whatever is measured in pixels at 16 is written with `scaled`.

A chart with a value axis takes the height of its element, which style sheets set by the variable
`--atlas-chart-height` on any container of it. A chart with a row per category has a height of its
own, which follows `rem`; `smaller` changes both kinds.
"""

from collections.abc import Mapping
from typing import Any

import altair as alt

from components.page.tokens import BREAKPOINTS

ROOT = 16
"""Pixels of one rem up to a width of 1280."""

MAGNIFIED = "magnified"
"""Parameter of a chart: how much larger its letters are where its card fills the screen."""

REM = (
    f"(width < 0 || !isNumber(windowSize()[0]) ? {ROOT}"
    f" : clamp(8 + 0.00625 * windowSize()[0], 16, 24)) * {MAGNIFIED}"
)
"""The expression of `ROOT_SIZE` in Vega. It names `width` to be evaluated after each resize."""


PHONE = "phone"
"""Parameter of a chart that has another form on a phone: whether the window is that narrow."""

PHONE_WHERE = (
    f"width < 0 || !isNumber(windowSize()[0]) ? false : windowSize()[0] < {BREAKPOINTS[PHONE]}"
)
"""Its expression, which names `width` to be evaluated after each resize."""


def in_rem(pixels: float) -> str:
    """Return pixels at a root size of 16 as an expression."""
    return f"rem * {pixels / ROOT:.5g}"


def scaled(pixels: float) -> alt.ExprRef:
    """Return a length that is `pixels` at a root size of 16."""
    return alt.ExprRef(in_rem(pixels))


def scaled_area(pixels: float) -> alt.ExprRef:
    """Return the size of a point, an area in pixels at a root size of 16."""
    return alt.ExprRef(f"rem * rem * {pixels / ROOT**2:.5g}")


COLUMN = "column"
"""Parameter of a chart by year: width of a column as a share of the room of its year."""


def column_parameter(share: float) -> alt.Parameter:
    """Return the parameter `column` with a share of the room of a year."""
    return alt.param(name=COLUMN, value=share)


def column_width(most: float) -> str:
    """Return the expression of the width of a column that has at most so many pixels."""
    return f"min({in_rem(most)}, bandwidth('x') * {COLUMN})"


LINE_HEIGHT = 16
"""Pixels from one line of a label to the next, at a root size of 16: the parameter `line`."""

TIGHT_LINE = 13
"""The same where a chart has little height for its rows."""


def size_parameters(height: float, *, own_height: bool, on_phone: float = 0) -> list[alt.Parameter]:
    """Return the parameters of a chart: `rem`, `line`, and `height` if its rows determine it.

    With a height `on_phone` there is also `phone`.
    """
    found = [
        alt.param(name=MAGNIFIED, value=1),
        alt.param(name="rem", expr=REM),
        alt.param(name="line", expr=in_rem(LINE_HEIGHT)),
    ]
    if on_phone:
        found.append(alt.param(name=PHONE, expr=PHONE_WHERE))
        tall = f"{PHONE} ? {in_rem(on_phone)} : {in_rem(height)}"
        found.append(alt.param(name="height", expr=tall))
    elif own_height:
        found.append(alt.param(name="height", expr=in_rem(height)))
    return found


def takes_height(spec: Mapping[str, Any]) -> bool:
    """Return whether a chart is as high as its element; otherwise its rows determine it."""
    return all(part["name"] != "height" for part in spec["params"])


def height_on_phone(spec: Mapping[str, Any]) -> float:
    """Return the height of a chart that has another one on a phone; otherwise 0."""
    return float(spec.get("usermeta", {}).get(PHONE, 0))


def smaller(spec: Mapping[str, Any], share: float) -> dict[str, Any]:
    """Return a specification whose letters, rows and distances are a share of the page's.

    Parameters
    ----------
    spec : mapping
        Specification of a form.
    share : float
        Root size of the chart as a share of the page's.
    """
    params = [
        {**part, "expr": f"({REM}) * {share:g}"} if part["name"] == "rem" else part
        for part in spec["params"]
    ]
    return {**spec, "params": params, "height": round(spec["height"] * share)}


def lower_rows(spec: Mapping[str, Any], share: float) -> dict[str, Any]:
    """Return a specification with lower rows and the same letters, whose lines stand closer.

    Parameters
    ----------
    spec : mapping
        Specification of a chart whose rows determine its height.
    share : float
        Height of a row as a share of the present one.
    """
    exprs = {"line": in_rem(TIGHT_LINE), "height": in_rem(spec["height"] * share)}
    params = [
        {**part, "expr": exprs[part["name"]]} if part["name"] in exprs else part
        for part in spec["params"]
    ]
    return {**spec, "params": params, "height": round(spec["height"] * share)}


def filling(spec: Mapping[str, Any]) -> dict[str, Any]:
    """Return a specification whose chart is as high as its element, also if it has rows."""
    return {**spec, "params": [part for part in spec["params"] if part["name"] != "height"]}


def compact(spec: Mapping[str, Any]) -> dict[str, Any]:
    """Return a specification whose rows take the least height.

    The lines of its labels stand close, and its value axis has no numbers: each bar has its own.
    """
    params = [
        {**part, "expr": in_rem(TIGHT_LINE)} if part["name"] == "line" else part
        for part in spec["params"]
    ]
    config = {**spec["config"], "axisX": {"labels": False}}
    return {**spec, "params": params, "config": config}
