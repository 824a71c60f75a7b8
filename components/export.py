"""Files a reader takes away: the values as CSV, the chart as SVG, PNG and PDF with its source."""

import textwrap
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

from components.figure import ROWS, Figure
from components.forms import CATEGORY_WIDTH
from components.palette import LIGHT_BACKGROUND
from components.wording import cited_source
from data.basemap import basemap_layer
from data.dataset import Dataset
from data.fonts import FONT_FAMILY, FONT_FOLDER
from data.languages import Language

WIDTH = 900
TITLE_CHARACTERS = 78
TEXT_CHARACTERS = 120
PNG_SCALE = 2.0
RIGHT_MARGIN = 70
SVG = "http://www.w3.org/2000/svg"
FOOTER_OFFSET = 48
"""Pixels between the plot and the notes below it, enough for an axis."""


def csv_bytes(figure: Figure) -> bytes:
    """Return the figure's table as UTF-8 CSV, in codes, with origin and paragraph."""
    return figure.table.to_csv(index=False).encode("utf-8-sig")


def file_name(figure: Figure, language: Language, ending: str) -> str:
    """Return the name of a downloaded file."""
    return f"atlas_{figure.id}_{language.code}.{ending}"


def _wrapped(text: str, characters: int) -> list[str]:
    return textwrap.wrap(text, characters) or [""]


def _footer(lines: list[str], height: float) -> dict[str, Any]:
    """Return a layer that writes lines below the plot, in its coordinates."""
    return {
        "data": {"values": [{}]},
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "x": 0,
            "y": height + FOOTER_OFFSET,
            "text": lines,
            "fontSize": 12,
            "lineHeight": 16,
            "color": "#4A4F57",
            "clip": False,
        },
    }


def _self_contained(layer: dict[str, Any]) -> dict[str, Any]:
    """Put the ground of a map into a layer that fetches it by address on the screen."""
    data = layer.get("data")
    if not isinstance(data, dict) or "url" not in data:
        return layer
    name = data["url"].rpartition("/")[2].partition(".")[0]
    return {**layer, "data": {"values": basemap_layer(name)["features"]}}


def export_spec(figure: Figure, *, dataset: Dataset, language: Language) -> dict[str, Any]:
    """Return the chart as a self-contained specification for print.

    It carries the headline and subtitle above, and the notes, the source and the citation below,
    so that the picture can be questioned wherever it ends up.
    """
    spec = figure.form.spec
    # On paper nothing is selected; what the browser alone highlights stays, since marks ask for it.
    unselected = [
        part for part in spec.get("params", ()) if part["name"] not in figure.form.selections
    ]
    said = (
        figure.finding,
        *figure.notes,
        cited_source(figure.origins, dataset=dataset, language=language),
    )
    below = [line for text in said if text for line in _wrapped(text, TEXT_CHARACTERS)]
    return {
        **spec,
        "params": unselected,
        "width": WIDTH,
        "autosize": {"type": "pad", "contains": "content"},
        "background": LIGHT_BACKGROUND,
        "padding": 20,
        "title": {
            "text": _wrapped(figure.headline, TITLE_CHARACTERS),
            "subtitle": _wrapped(figure.subtitle, TEXT_CHARACTERS),
            "anchor": "start",
            "frame": "bounds",
            "fontSize": 20,
            "subtitleFontSize": 13,
            "subtitlePadding": 6,
            "offset": 16,
        },
        "data": {"name": ROWS},
        "datasets": {ROWS: list(figure.rows)},
        "layer": [
            *(_self_contained(layer) for layer in spec["layer"]),
            _footer(below, spec["height"]),
        ],
        "config": {
            **spec["config"],
            "font": FONT_FAMILY,
            # The converter takes Cyrillic letters for far wider than they are; limits would cut
            # whole words off, and what it reserves for them is cropped afterwards.
            "axisY": {"labelLimit": 0, "maxExtent": CATEGORY_WIDTH},
            "legend": {**spec["config"]["legend"], "labelLimit": 0},
        },
    }


def _cropped(svg: str) -> str:
    """Cut the width that the converter reserves for overestimated lines of text."""
    root = ElementTree.fromstring(svg)  # noqa: S314, our own chart
    plot, background = root.find(f"{{{SVG}}}g"), root.find(f"{{{SVG}}}rect")
    if plot is None or background is None:
        return svg
    left = float(plot.attrib["transform"].partition("(")[2].partition(",")[0])
    width = left + WIDTH + RIGHT_MARGIN
    for element in (root, background):
        element.set("width", f"{width:g}")
    root.set("viewBox", f"0 0 {width:g} {root.attrib['height']}")
    ElementTree.register_namespace("", SVG)
    return ElementTree.tostring(root, encoding="unicode")


@cache
def _converter() -> ModuleType:
    """Return the converter with the typeface registered; it is loaded for the first export only."""
    converter = import_module("vl_convert")
    converter.register_font_directory(str(FONT_FOLDER))
    return converter


def svg_text(figure: Figure, *, dataset: Dataset, language: Language) -> str:
    """Return the chart with headline, notes and source as SVG."""
    spec = export_spec(figure, dataset=dataset, language=language)
    return _cropped(_converter().vegalite_to_svg(spec))


def png_bytes(figure: Figure, *, dataset: Dataset, language: Language) -> bytes:
    """Return the chart with headline, notes and source as PNG, twice the screen resolution."""
    svg = svg_text(figure, dataset=dataset, language=language)
    picture: bytes = _converter().svg_to_png(svg, scale=PNG_SCALE)
    return picture


def pdf_bytes(figure: Figure, *, dataset: Dataset, language: Language) -> bytes:
    """Return the chart with headline, notes and source as a PDF of one page, for print."""
    svg = svg_text(figure, dataset=dataset, language=language)
    document: bytes = _converter().svg_to_pdf(svg)
    return document
