"""Exported figures: CSV and XLSX tables, pictures with source and embedded typeface."""

import base64
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import altair as alt
import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from components.export.converter import SVG, chart_svg, composed
from components.export.picture import WIDE, picture_bytes, picture_of, picture_specification
from components.figures.figure import ROWS
from components.figures.registry import FIGURES
from components.figures.route_map import MAP
from data.choice.parameters import Filters, FilterSpace
from data.language.languages import LANGUAGE_CODES, language
from data.typeface import text_width, wrapped_lines
from tests.components.exports import DATASET, SPACE, built


def picture(name: str, ending: str, filters: Filters) -> bytes:
    words = language(filters.language)
    return picture_bytes(built(name, filters), ending, dataset=DATASET, language=words)


def drawing(name: str, filters: Filters) -> ET.Element:
    """Return a picture as SVG, without the embedded typeface of files."""
    words = language(filters.language)
    return composed(picture_of(built(name, filters), dataset=DATASET, language=words))


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_svg_holds_headline_notes_and_source_in_every_alphabet(code: str) -> None:
    figure = built("investment_sectors", SPACE.start(code))
    words = language(code)
    root = ET.fromstring(picture("investment_sectors", "svg", SPACE.start(code)))
    texts = " ".join("".join(node.itertext()) for node in root.iter() if node.tag.endswith("text"))
    together = texts.replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    for wanted in (figure.headline, *figure.notes, words.gettext("Kazakhstan–Türkiye Atlas")):
        assert wanted.replace(" ", "").replace("\N{NO-BREAK SPACE}", "") in together


def embedded(svg: ET.Element) -> dict[bool, set[int]]:
    """Return the characters of the embedded fonts of an SVG file; True for bold."""
    style = "".join(node.text or "" for node in svg.iter(f"{{{SVG}}}style"))
    found = {}
    for weight, packed in re.findall(
        r"font-weight:(\w+);src:url\(data:font/woff;base64,([^)]+)\)", style
    ):
        font = TTFont(io.BytesIO(base64.b64decode(packed)))
        found[weight == "bold"] = set(font.getBestCmap())
    return found


def test_pictures_need_no_letters_of_the_machine() -> None:
    marks = {"type": "text", "fontStyle": "italic"}
    said = {"text": {"value": "\N{WARNING SIGN} ABC"}}
    spec = {"data": {"values": [{}]}, "mark": marks, "encoding": said, "config": {}}
    (text,) = chart_svg(json.dumps(spec)).iter(f"{{{SVG}}}text")
    assert "".join(text.itertext()) == "(!) ABC"
    assert "font-style" not in text.attrib
    assert text.attrib["transform"].endswith("skewX(-12)")


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", ["trade_growth", "oil_gas_reserves", "route_map"])
def test_svg_embeds_every_letter_it_writes_and_stays_small(name: str, code: str) -> None:
    svg = picture(name, "svg", SPACE.start(code))
    root = ET.fromstring(svg)
    fonts = embedded(root)
    for node in root.iter(f"{{{SVG}}}text"):
        bold = node.get("font-weight") in {"bold", "600", "700"}
        assert {ord(letter) for letter in "".join(node.itertext())} - {10} <= fonts[bold]
        assert "Source Sans 3" in node.attrib["font-family"]
    style = "".join(node.text or "" for node in root.iter(f"{{{SVG}}}style"))
    assert len(style) < 60_000


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_axes_show_the_minus_sign_in_every_language(code: str) -> None:
    filters = replace(SPACE.start(code), trade="table6")
    assert "−800<" in picture("trade_balance", "svg", filters).decode()
    spec = built("trade_balance", filters).chart_form.spec
    assert spec["config"]["locale"]["number"]["minus"] == "−"


NUMBER = re.compile(r"translate\((-?[\d.]+)(?:,\s*|\s+)(-?[\d.]+)\)")


def text_boxes(root: ET.Element) -> list[tuple[str, float, float, float, float]]:
    """Return the texts of a picture with left, top, right and bottom in pixels."""
    found = []

    def visit(node: ET.Element, x: float, y: float) -> None:
        moved = NUMBER.match(node.get("transform", ""))
        if moved:
            x, y = x + float(moved[1]), y + float(moved[2])
        if node.tag == f"{{{SVG}}}text" and float(node.get("opacity", "1")) > 0:
            size = float(node.attrib["font-size"].removesuffix("px"))
            bold = node.get("font-weight") in {"bold", "600"}
            left, baseline = x + float(node.get("x", "0")), y + float(node.get("y", "0"))
            lines = [line.text or "" for line in node] or [node.text or ""]
            for place, line in enumerate(lines):
                step = float(node[1].get("dy", "0")) * place if place else 0.0
                width = text_width(line, size, bold=bold)
                shift = {"middle": width / 2, "end": width}.get(node.get("text-anchor", ""), 0.0)
                bottom = baseline + step
                found.append(
                    (line, left - shift, bottom - 0.66 * size, left - shift + width, bottom)
                )
        for child in node:
            visit(child, x, y)

    visit(root, 0, 0)
    return found


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", FIGURES)
def test_no_text_of_a_picture_is_cut_or_printed_over_its_caption(name: str, code: str) -> None:
    root = drawing(name, SPACE.start(code))
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    boxes = text_boxes(root)
    for text, left, top, right, bottom in boxes:
        assert left >= 0, text
        assert top >= 0, text
        assert right <= width + 1, text
        assert bottom <= height, text
    caption = language(code).gettext("Kazakhstan–Türkiye Atlas, version {version}").split()[0]
    captions = [
        node for node in root if node.tag == f"{{{SVG}}}text" and node.get("fill") == "#4A4F57"
    ]
    first = min(float(node.attrib["y"]) for node in captions) - 12
    written = {"".join(node.itertext()) for node in captions}
    assert any(caption in line for line in written)
    for text, _left, _top, _right, bottom in boxes:
        assert text in written or bottom <= first, text


def overlapping(boxes: list[tuple[str, float, float, float, float]]) -> list[tuple[str, str]]:
    return [
        (one[0], other[0])
        for place, one in enumerate(boxes)
        for other in boxes[:place]
        if one[1] < other[3]
        and other[1] < one[3]
        and one[2] < other[4]
        and other[2] < one[4]
        and one[0] != other[0]
    ]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_legend_of_the_map_lies_below_the_map(code: str) -> None:
    root = ET.fromstring(picture(MAP, "svg", SPACE.start(code)))
    legend = next(group for group in root.iter(f"{{{SVG}}}g") if group.get("class") == "legend")
    names = {"".join(node.itertext()) for node in legend.iter(f"{{{SVG}}}text")}
    assert len(names) > 10
    plot = next(node for node in root.iter(f"{{{SVG}}}clipPath")).find(f"{{{SVG}}}rect")
    assert plot is not None
    own = [box for box in text_boxes(root) if box[0] in names]
    assert len(own) == len(names)
    assert min(box[2] for box in own) > float(plot.attrib["height"])
    assert overlapping(own) == []


def test_a_line_is_broken_where_the_typeface_is_as_wide_as_the_page() -> None:
    text = "Срединный коридор и трубопроводы Кавказа, Каспия и Казахстана"
    lines = wrapped_lines(text, 12, 150)
    assert " ".join(lines) == text
    assert all(text_width(line, 12) <= 150 for line in lines)
    assert text_width("iii", 12) < text_width("WWW", 12)


@pytest.mark.parametrize("name", FIGURES)
def test_png_of_every_figure(name: str) -> None:
    content = picture(name, "png", SPACE.start("kk"))
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20], "big") == 2 * (WIDE + 48)


def test_pdf_is_one_page_with_selectable_text() -> None:
    reader = PdfReader(io.BytesIO(picture("trade_turnover", "pdf", SPACE.start("kk"))))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text().replace("\n", " ")
    headline = built("trade_turnover", SPACE.start("kk")).headline
    assert "".join(headline.split()) in "".join(text.split())
    names = {
        str(font.get_object()["/BaseFont"])
        for font in reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert all("AtlasSans" in name for name in names), names


def test_an_export_is_a_valid_self_contained_chart() -> None:
    figure = built("trade_turnover", SPACE.start("ru"))
    spec = picture_specification(figure)
    assert spec["datasets"][ROWS] == [dict(row) for row in figure.rows]
    alt.Chart.from_dict(spec)


def test_the_space_is_that_of_the_tables(space: FilterSpace) -> None:
    assert space == SPACE


@pytest.mark.parametrize("name", ["trade_growth", "trade_balance"])
def test_an_axis_has_room_for_its_labels_at_every_height(name: str) -> None:
    figure = built(name, SPACE.start("en"))
    spec = picture_specification(figure)
    for height in range(200, 330, 5):
        sized = {
            **spec,
            "height": height,
            "width": 575,
            "autosize": figure.chart_form.spec["autosize"],
        }
        root = chart_svg(json.dumps(sized))
        assert min(left for _text, left, *_rest in text_boxes(root)) >= -0.5, height


def test_a_long_address_is_broken_between_its_parameters_only() -> None:
    address = "http://atlas/trade?lang=en&years=2019-2021&sectors=oil&figure=trade_balance"
    lines = wrapped_lines(f"{address} · 1 May 2026", 12, 200)
    assert len(lines) > 2
    assert "".join(lines).startswith(address)
    parts = [line for line in lines if "=" in line]
    assert all(part.endswith("&") for part in parts[:-1])
    assert all(text_width(line, 12) <= 200 for line in lines)
