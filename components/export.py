"""Files a reader takes away: the values as CSV, the chart as SVG and PNG with its source."""

import textwrap
from functools import cache
from typing import Any

import vl_convert

from components.figure import ROWS, Figure
from components.palette import LIGHT_BACKGROUND
from components.wording import as_printed_in
from data.citation import citation
from data.dataset import Dataset
from data.fonts import FONT_FAMILY, FONT_FOLDER
from data.languages import Language

WIDTH = 900
TITLE_CHARACTERS = 78
TEXT_CHARACTERS = 120
PNG_SCALE = 2.0


def csv_bytes(figure: Figure) -> bytes:
    """Return the figure's table as UTF-8 CSV, in codes, with origin and paragraph."""
    return figure.table.to_csv(index=False).encode("utf-8-sig")


def file_name(figure: Figure, language: Language, ending: str) -> str:
    """Return the name of a downloaded file."""
    return f"atlas_{figure.id}_{language.code}.{ending}"


def _wrapped(text: str, characters: int) -> list[str]:
    return textwrap.wrap(text, characters) or [""]


def export_spec(figure: Figure, *, dataset: Dataset, language: Language) -> dict[str, Any]:
    """Return the chart as a self-contained specification for print.

    It carries the headline and subtitle above, and the notes, the source and the citation below,
    so that the picture can be questioned wherever it ends up.
    """
    spec = dict(figure.form.spec)
    config = spec.pop("config", {})
    schema = spec.pop("$schema")
    spec.pop("data")
    spec["width"] = WIDTH
    places = as_printed_in(figure.origins, dataset=dataset, language=language)
    below = [
        line
        for text in (*figure.notes, citation(language, places))
        for line in _wrapped(text, TEXT_CHARACTERS)
    ]
    footer = {
        "data": {"values": [{}]},
        "width": WIDTH,
        "height": 16 * len(below),
        "view": {"stroke": None},
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "x": 0,
            "y": 0,
            "text": below,
            "fontSize": 12,
            "lineHeight": 16,
            "color": "#4A4F57",
        },
    }
    return {
        "$schema": schema,
        "background": LIGHT_BACKGROUND,
        "padding": 20,
        "title": {
            "text": _wrapped(figure.headline, TITLE_CHARACTERS),
            "subtitle": _wrapped(figure.subtitle, TEXT_CHARACTERS),
            "anchor": "start",
            "fontSize": 20,
            "subtitleFontSize": 13,
            "subtitlePadding": 6,
            "offset": 16,
        },
        "datasets": {ROWS: list(figure.rows)},
        "vconcat": [{**spec, "data": {"name": ROWS}}, footer],
        "spacing": 18,
        "config": {**config, "font": FONT_FAMILY, "concat": {"spacing": 18}},
    }


@cache
def _register_fonts() -> None:
    vl_convert.register_font_directory(str(FONT_FOLDER))


def svg_text(figure: Figure, *, dataset: Dataset, language: Language) -> str:
    """Return the chart with headline, notes and source as SVG."""
    _register_fonts()
    return vl_convert.vegalite_to_svg(export_spec(figure, dataset=dataset, language=language))


def png_bytes(figure: Figure, *, dataset: Dataset, language: Language) -> bytes:
    """Return the chart with headline, notes and source as PNG, twice the screen resolution."""
    _register_fonts()
    spec = export_spec(figure, dataset=dataset, language=language)
    return vl_convert.vegalite_to_png(spec, scale=PNG_SCALE)
