"""Tables 2 and 5 of the dissertation on slides of presentations and in PDF files."""

import io
from typing import Any

import pytest
from pptx import Presentation
from pypdf import PdfReader

from components.decks.pdf_file import deck_pdf
from components.decks.pptx_file import deck_pptx
from components.figures.registry import build_figure
from data.choice.parameters import FilterSpace
from data.decks.model import Deck, Slide
from data.load.dataset import Dataset
from tests.components.deck_files import ADDRESS

TEXT_TABLES = ("oil_diversification", "cooperation_directions")


def deck() -> Deck:
    return Deck(slides=tuple(Slide(figure=name) for name in TEXT_TABLES))


def one_line(text: str) -> str:
    return " ".join(text.replace("·", " ").split())


@pytest.mark.parametrize("code", ["en", "kk"])
def test_a_presentation_has_the_rows_as_a_table(
    dataset: Dataset, space: FilterSpace, code: str
) -> None:
    content = deck_pptx(deck(), dataset=dataset, space=space, code=code, address=ADDRESS)
    slides: Any = Presentation(io.BytesIO(content)).slides
    for name, slide in zip(TEXT_TABLES, slides, strict=True):
        table = build_figure(name, dataset=dataset, filters=space.start(code)).text_table
        assert table
        (shape,) = (shape for shape in slide.shapes if shape.has_table)
        names = [row.cells[0].text for row in shape.table.rows]
        assert all(names), "the first column has a head"
        assert len(names) == len(table.rows) + 1
        for row, shown in zip(table.rows, names[1:], strict=True):
            assert one_line(row.cells[0]) in one_line(shown)


def test_a_pdf_has_the_rows(dataset: Dataset, space: FilterSpace) -> None:
    content = deck_pdf(deck(), dataset=dataset, space=space, code="en", address=ADDRESS)
    pages = PdfReader(io.BytesIO(content)).pages
    for name, page in zip(TEXT_TABLES, pages, strict=True):
        table = build_figure(name, dataset=dataset, filters=space.start("en")).text_table
        assert table
        said = "".join(page.extract_text().split())
        for row in table.rows:
            assert "".join(row.cells[0].split()) in said
