"""SVG file of a figure, opened on a machine without the typeface."""

from collections.abc import Callable
from pathlib import Path

import pytest

from components.export.picture import picture_bytes
from components.figures.registry import build_figure
from data.choice.parameters import filter_space
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import load_dataset
from data.typeface import text_width
from tests.browser.conftest import Visit

TEXTS = """
() => [...document.querySelectorAll('text')].filter(text => !text.children.length).map(text =>
  [text.textContent, parseFloat(text.getAttribute('font-size')),
   text.getAttribute('font-weight') === 'bold', text.getComputedTextLength()])
"""


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_an_svg_file_is_drawn_in_its_embedded_typeface(
    visitor: Callable[..., Visit], tmp_path: Path, code: str
) -> None:
    dataset = load_dataset()
    filters = filter_space(dataset).start(code)
    figure = build_figure("trade_growth", dataset=dataset, filters=filters)
    file = tmp_path / "figure.svg"
    file.write_bytes(picture_bytes(figure, "svg", dataset=dataset, language=language(code)))
    visit = visitor()
    visit.address = file.as_uri()
    page = visit.page
    page.goto(file.as_uri())
    page.evaluate("() => document.fonts.ready")
    assert page.evaluate("() => [...document.fonts].map(font => font.status)") == ["loaded"] * 2
    for text, size, bold, width in page.evaluate(TEXTS):
        # Kerning changes widths by less than 2 %; another typeface by far more.
        assert width == pytest.approx(text_width(text, size, bold=bold), rel=0.02, abs=0.6), text
