"""Charts and maps of slides as SVG, PNG and PDF, drawn without a browser."""

import json
import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from components.decks.map_slide import MapView
from components.decks.table_slide import TableView
from components.decks.views import StateView
from components.decks.wall import SCALE, SMALLEST_LETTERS, wall_colours
from components.export.converter import SVG, Element, chart_svg, png_of
from components.export.table_picture import PictureTable, table_svg
from components.figures.figure import ROWS
from components.map.legend import drawn_legend
from components.page.tokens import PROJECTOR
from components.templates import macro
from data.language.languages import Language
from data.typeface import LAYOUT_FAMILY

LARGEST_SCALE = 2.0
NARROWEST = 580.0
"""Greatest scale of a chart, and the width in pixels down to which a low one is enlarged."""

TABLE_SCALES = (2.0, 1.8, 1.6, 1.4, 1.2, 1.0)
"""Scales at which a table of text is tried, the greatest first."""

LEGEND_GAP = 6.0

_picture = macro("map/svg.html", "picture")
_VARIABLE = re.compile(r"var\(--map-([a-z-]+)\)")


def _recoloured(part: Any, colours: Mapping[str, str]) -> Any:  # noqa: ANN401, any JSON
    if isinstance(part, list):
        return [_recoloured(one, colours) for one in part]
    if isinstance(part, Mapping):
        return {name: _recoloured(value, colours) for name, value in part.items()}
    return colours.get(part, part) if isinstance(part, str) else part


def _drawn(state: StateView, width: float, height: float, scale: float) -> Element:
    spec = {
        **_recoloured(state.specification or {}, wall_colours()["light"]),
        "width": int(width / scale),
        "height": int(height / scale),
        "datasets": {ROWS: [dict(row) for row in state.rows]},
    }
    return chart_svg(json.dumps(spec, allow_nan=False))


def _smallest_letters(drawn: Element) -> float:
    sizes = [
        float(text.get("font-size", "0px").removesuffix("px"))
        for text in drawn.iter(f"{{{SVG}}}text")
        if "".join(text.itertext()).strip() and float(text.get("opacity", "1"))
    ]
    return min((size for size in sizes if size > 0), default=SMALLEST_LETTERS)


def _chart(state: StateView, width: float, height: float) -> Element:
    """Return a chart at the greatest scale that its letters or its height ask for."""
    own = (state.specification or {}).get("height")
    scale = SCALE
    if isinstance(own, int | float) and own > 0:
        scale = max(scale, min(height / own, width / NARROWEST, LARGEST_SCALE))
    drawn = _drawn(state, width, height, scale)
    smallest = _smallest_letters(drawn)
    if smallest * scale < SMALLEST_LETTERS:
        drawn = _drawn(state, width, height, min(SMALLEST_LETTERS / smallest, LARGEST_SCALE))
    return drawn


def _map(view: MapView, language: Language) -> Element:
    legend, high = drawn_legend(language, view.width, PROJECTOR.ground.ink, short=True)
    drawn = _picture(
        view.width,
        view.height + LEGEND_GAP + high,
        view.height,
        view.ground + view.drawing,
        legend,
        LEGEND_GAP,
        "map",
        "",
    )
    ground = PROJECTOR.ground
    coloured = _VARIABLE.sub(lambda found: getattr(ground, found[1].replace("-", "_")), str(drawn))
    root = ElementTree.fromstring(coloured)  # noqa: S314, our own map
    for text in root.iter(f"{{{SVG}}}text"):
        text.set("font-family", LAYOUT_FAMILY)
    return root


def _table(view: TableView, width: float, height: float) -> Element:
    """Return a table of text in the width at which it is as wide and as high as its room."""
    faded = (False,) * len(view.rows)

    def drawn(wide: float) -> Element:
        texts = PictureTable(
            heads=view.heads, numeric=view.numeric, rows=view.rows, faded=faded, width=wide
        )
        return table_svg(texts)

    tables = (drawn(width / scale) for scale in TABLE_SCALES)
    return next(
        (
            table
            for table, scale in zip(tables, TABLE_SCALES, strict=True)
            if float(table.attrib["height"]) * scale <= height
        ),
        drawn(width / TABLE_SCALES[-1]),
    )


def state_svg(state: StateView, width: float, height: float, language: Language) -> Element:
    """Return the chart, map or table of text of a state as SVG.

    Parameters
    ----------
    state : StateView
        A state with a chart, a map or a table.
    width, height : float
        Room for it in pixels. The SVG has a `viewBox` and may have other proportions.
    language : Language
        Language of the legend of a map.
    """
    if state.table:
        root = _table(state.table, width, height)
    else:
        root = _map(state.map, language) if state.map else _chart(state, width, height)
    own_width, own_height = (float(root.attrib[side]) for side in ("width", "height"))
    share = min(width / own_width, height / own_height)
    root.set("viewBox", f"0 0 {own_width:g} {own_height:g}")
    root.set("width", f"{own_width * share:g}")
    root.set("height", f"{own_height * share:g}")
    return root


def state_png(
    state: StateView, width: float, height: float, language: Language
) -> tuple[bytes, float, float]:
    """Return the chart or map of a state as PNG for print, and its width and height in pixels."""
    root = state_svg(state, width, height, language)
    return png_of(root), float(root.attrib["width"]), float(root.attrib["height"])
