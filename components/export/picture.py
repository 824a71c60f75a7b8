"""Pictures of figures for print: chart with headline, notes, filters and source."""

import json
from collections.abc import Mapping
from typing import Any

from components.charts.frame import HEIGHT
from components.charts.size import lower_rows, takes_height
from components.export.converter import (
    Element,
    Picture,
    chart_svg,
    converted,
    map_svg,
)
from components.export.table_picture import PictureTable
from components.figures.figure import ROWS, Figure
from components.figures.text_table import TextTable, paragraph_column, text_columns
from components.map.svg_picture import map_picture
from components.text.places import cited_source
from data.language.languages import Language
from data.load.dataset import Dataset

WIDE, NARROW = 932, 672
"""Width of the chart in pixels, in a file and on a printed page of the Atlas."""

NARROW_HEIGHT = 130
"""Height of a chart of years on a printed page, in pixels, so that two fit on it."""

NARROW_ROWS = 0.72
"""Height of a row on a printed page as a share of that on a screen."""

MAP_HEIGHT = 430
"""Height of a map in pixels, without its legend."""


def _printed(spec: Mapping[str, Any]) -> dict[str, Any]:
    """Return a specification with the heights of a printed page."""
    if takes_height(spec):
        return {**spec, "height": NARROW_HEIGHT if spec["height"] == HEIGHT else spec["height"]}
    return lower_rows(spec, NARROW_ROWS)


def picture_specification(figure: Figure, width: int = WIDE) -> dict[str, Any]:
    """Return the Vega-Lite specification of a figure for print, with its data.

    Parameters
    ----------
    figure : Figure
        The figure.
    width : int
        Width in pixels, including axes and labels.

    Raises
    ------
    ValueError
        If the figure is a map or a table of text.
    """
    form = figure.chart_form
    spec = form.spec if width == WIDE else _printed(form.spec)
    # Selections are removed, except highlights by parameters that marks refer to.
    unselected = [part for part in spec.get("params", ()) if part["name"] not in form.selections]
    return {
        **spec,
        "params": unselected,
        "width": width,
        "autosize": {"type": "fit-x", "contains": "padding", "resize": True},
        "padding": 0,
        "data": {"name": ROWS},
        "datasets": {ROWS: [dict(row) for row in figure.rows]},
        "config": {**spec["config"], "legend": {**spec["config"]["legend"], "labelLimit": 0}},
    }


def table_texts(table: TextTable, language: Language, width: float) -> PictureTable:
    """Return the texts of a table of text, with a sign for contradicted rows.

    Parameters
    ----------
    table : TextTable
        The table.
    language : Language
        Language of its heads.
    width : float
        Its width in pixels.
    """
    columns = (*text_columns(table), paragraph_column(table, language, signs=True))
    return PictureTable(
        heads=tuple(column.head for column in columns),
        numeric=tuple(column.numeric for column in columns),
        rows=tuple(zip(*(column.cells for column in columns), strict=True)),
        faded=table.faded,
        width=width,
    )


def picture_of(
    figure: Figure, *, dataset: Dataset, language: Language, chosen: str = "", width: int = WIDE
) -> Picture:
    """Return a figure as a picture with headline, notes, filters, source and citation.

    Headline, finding and subtitle are above the chart, the rest below it.

    Parameters
    ----------
    figure : Figure
        The figure.
    dataset : Dataset
        All tables, for the names of the sources.
    language : Language
        Language of the text.
    chosen : str
        The active filters as a sentence, see `components.export.caption`; empty for none.
    width : int
        Width of the chart in pixels.
    """
    source = cited_source(figure.origins, dataset=dataset, language=language)
    below = (*figure.notes, chosen, source)
    content = figure.make_map((width, MAP_HEIGHT)) if figure.make_map else None
    table = figure.text_table
    return Picture(
        specification=json.dumps(picture_specification(figure, width), allow_nan=False)
        if figure.form
        else "",
        table=table_texts(table, language, width) if table else None,
        drawing=map_picture(content, language) if content else "",
        camera=content.camera if content else None,
        headline=figure.headline,
        finding=figure.finding,
        subtitle=figure.subtitle,
        captions=tuple(text for text in below if text),
        description=figure.alternative_text,
        on_sheet=width == NARROW,
    )


def figure_svg(figure: Figure, *, language: Language, width: int = NARROW) -> Element:
    """Return the chart or map of a figure as SVG for print, without the texts around it."""
    if figure.make_map is None:
        return chart_svg(json.dumps(picture_specification(figure, width), allow_nan=False))
    content = figure.make_map((width, MAP_HEIGHT))
    return map_svg(map_picture(content, language), content.camera)


def picture_bytes(
    figure: Figure, ending: str, *, dataset: Dataset, language: Language, chosen: str = ""
) -> bytes:
    """Return a figure as SVG, PNG or PDF, drawn in this process; see `picture_of`."""
    picture = picture_of(figure, dataset=dataset, language=language, chosen=chosen)
    return converted(picture, ending)
