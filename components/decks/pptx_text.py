"""Texts, colours and sizes of a presentation."""

import re
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE, MSO_VERTICAL_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from components.decks.slide_texts import Block, Box, Text
from components.page.tokens import PROJECTOR
from data.language.languages import Language

EMU_PER_PIXEL = 9525
POINTS_PER_PIXEL = 0.75

FAMILY = "Arial"
"""A typeface that computers have or replace by one of the same widths, with Kazakh letters."""

WIDER = 1.1
"""Width of its letters in widths of the typeface of the Atlas, measured in four languages."""

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DIRECTIONS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Letters of scripts that are written from right to left."""

_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that change the direction of all that follows them."""


def clean(text: str) -> str:
    """Return a text without characters that XML forbids or that turn the direction of a line."""
    return _OVERRIDES.sub("", _NOT_IN_XML.sub("", text))


def emu(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    """Return left, top, width and height of a box in the unit of presentations."""
    sides = (box.left, box.top, box.width, box.height)
    left, top, width, height = (Emu(round(side * EMU_PER_PIXEL)) for side in sides)
    return left, top, width, height


def points(pixels: float) -> Pt:
    """Return a size of letters in points, in steps of a tenth."""
    return Pt(round(pixels * POINTS_PER_PIXEL, 1))


def rgb(colour: str) -> RGBColor:
    """Return a colour of the form `#RRGGBB`."""
    return RGBColor.from_string(colour.removeprefix("#"))


def _run(paragraph: Any, text: str, one: Text, language: Language, *, bold: bool) -> None:  # noqa: ANN401, objects of python-pptx
    run = paragraph.add_run()
    run.text = clean(text)
    run.font.size = points(one.size)
    run.font.bold = bold
    run.font.color.rgb = rgb(getattr(PROJECTOR, one.colour))
    properties = run._r.get_or_add_rPr()
    properties.set("lang", language.tag)


def write(frame: Any, block: Block, language: Language) -> None:  # noqa: ANN401, a text frame
    """Write paragraphs into a text frame without margins.

    Parameters
    ----------
    frame : TextFrame
        An empty text frame of the size of the block.
    block : Block
        The paragraphs.
    language : Language
        Their language, which spelling checkers and screen readers use.
    """
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    anchors = MSO_VERTICAL_ANCHOR
    frame.vertical_anchor = anchors.BOTTOM if block.foot else anchors.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, one in enumerate(block.texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.RIGHT if block.end else PP_ALIGN.LEFT
        paragraph.line_spacing = points(one.line)
        paragraph.space_before = points(one.before) if number else Pt(0)
        paragraph.space_after = Pt(0)
        properties = paragraph._p.get_or_add_pPr()
        if _DIRECTIONS.match(one.text.strip()[:1]):
            properties.set("rtl", "1")
        if block.hang:
            hang = str(round(block.hang * EMU_PER_PIXEL))
            properties.set("marL", hang)
            properties.set("indent", f"-{hang}")
            _run(paragraph, f"{one.label}\t", one, language, bold=True)
        else:
            properties.set("marL", "0")
            properties.set("indent", "0")
        _run(paragraph, one.text, one, language, bold=one.bold)


def describe(shape: Any, text: str) -> None:  # noqa: ANN401, a shape
    """Set the alternative text of a shape."""
    for properties in shape._element.iter(qn("p:cNvPr")):
        properties.set("descr", clean(text))
        return
