"""Handouts: pages in A4 with messages, values, sources, contradictions; hostile titles."""

import io
import re
import time
from collections.abc import Sequence
from typing import Any

import pytest
from pypdf import PdfReader

from components.decks import handout_file
from components.decks.deck_slides import DeckEdition
from components.decks.handout_content import MOST_ROWS, handout_slide
from components.decks.handout_file import FOOT, HEIGHT, SIDE, TEXT_WIDTH, WIDTH, deck_handout
from components.decks.handout_flow import column_widths
from components.decks.pdf_pages import Drawing, Properties, joined_pages
from components.figures.registry import FIGURES
from components.text.shown_table import ShownColumn
from data.choice.parameters import FilterSpace
from data.decks.files import load_deck
from data.decks.model import Deck
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from data.typeface import text_width
from tests.components.deck_files import ADDRESS, LETTERS, LONGEST, deck_of, hostile, stepped


def read(deck: Deck, dataset: Dataset, space: FilterSpace, code: str = "en") -> Any:
    content = deck_handout(deck, dataset=dataset, space=space, code=code, address=ADDRESS)
    return PdfReader(io.BytesIO(content))


def words(text: str) -> str:
    """Return a text without spaces, which PDF readers place by guess."""
    return re.sub(r"\s+", "", text)


def text_of(reader: Any) -> str:
    return words(" ".join(page.extract_text() for page in reader.pages))


def edition_of(deck: Deck, dataset: Dataset, space: FilterSpace, code: str = "en") -> DeckEdition:
    return DeckEdition(deck=deck, dataset=dataset, space=space, code=code)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_slide_has_message_values_sources_and_contradictions(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    deck = deck_of("turkish_companies", "survey_q05")
    said = text_of(read(deck, dataset, space, code))
    edition = edition_of(deck, dataset, space, code)
    assert said.count(words(LETTERS[code])) >= 3
    for view in edition.views():
        slide = handout_slide(view, edition)
        (state,) = view.states
        assert words(state.subtitle) in said
        assert slide.contradictions
        for content in slide.contradictions:
            assert words(content.title) in said
            assert words(content.reason) in said
            for what, written, _share in content.numbers:
                assert words(f"{what}: {written}") in said
        for source in slide.sources:
            named = edition.language.gettext("{whole} – {part}")
            assert words(named.format(whole=source.name, part=source.title)) in said
            assert all(words(line) in said for line in source.lines)
        for table in slide.tables:
            for row in table.rows:
                for _column, cell in row:
                    assert words(cell.replace("⚠", "(!)")) in said
        for note in slide.common_notes:
            assert words(note) in said


def fragments(page: Any) -> list[tuple[float, float, str]]:
    """Return each piece of text of a page with its place."""
    found: list[tuple[float, float, str]] = []

    def visit(text: str, matrix: Any, within: Any, _font: Any, _size: Any) -> None:
        if text.strip():
            x = within[4] * matrix[0] + within[5] * matrix[2] + matrix[4]
            found.append((x, within[5] * matrix[3] + matrix[5], text))

    page.extract_text(visitor_text=visit)
    return found


def test_pages_are_a4_with_numbers_and_margins(dataset: Dataset, space: FilterSpace) -> None:
    reader = read(stepped(), dataset, space)
    assert len(reader.pages) >= 2
    for number, page in enumerate(reader.pages, start=1):
        width, height = page.mediabox.width, page.mediabox.height
        assert (round(width), round(height)) == (595, 842)
        texts = page.extract_text().split("\n")
        assert str(number) in [text.strip() for text in texts]
        assert page["/Annots"] if number == 1 else True
    assert [entry.title for entry in reader.outline] == [f"1. {LETTERS['en']}"]
    said = text_of(reader)
    assert "Table6" in said
    assert "Saythis" not in said


def test_hostile_texts_are_texts_and_flow_over_pages(dataset: Dataset, space: FilterSpace) -> None:
    reader = read(hostile(), dataset, space)
    said = text_of(reader)
    assert "</a:t><b>&amp;" in said
    assert words("The Atlas has no figure") in said
    assert said.count("word") >= 4 * LONGEST.count("word")
    assert said.count("x") >= 10_000


def test_a_contradiction_is_described_once(dataset: Dataset, space: FilterSpace) -> None:
    deck = deck_of("trade_turnover", "trade_tables")
    edition = edition_of(deck, dataset, space)
    described: set[str] = set()
    first, second = [handout_slide(view, edition, described) for view in edition.views()]
    assert first.contradictions
    assert first.repeated == ()
    assert second.repeated
    titles = {content.title for content in first.contradictions}
    assert set(second.repeated) <= titles


def test_long_tables_are_replaced_by_the_values_of_the_chart(
    dataset: Dataset, space: FilterSpace
) -> None:
    edition = edition_of(deck_of("conflict_kinds", "route_map"), dataset, space)
    kinds, route_map = [handout_slide(view, edition) for view in edition.views()]
    (table,) = kinds.tables
    assert len(table.columns[0].cells) == 3
    assert kinds.contradictions == ()
    assert route_map.tables == ()
    for slide in (kinds, route_map):
        assert all(count > MOST_ROWS for count in slide.omitted)
        assert len(slide.omitted) == 1


def test_a_table_that_another_contains_is_left_out(dataset: Dataset, space: FilterSpace) -> None:
    edition = edition_of(stepped(), dataset, space)
    (view,) = edition.views()
    slide = handout_slide(view, edition)
    assert len(view.states) == 3
    assert len(slide.tables) == 2
    assert slide.common_notes == ()


def test_a_table_of_text_is_printed_once(dataset: Dataset, space: FilterSpace) -> None:
    deck = deck_of("oil_diversification", "cooperation_directions")
    said = text_of(read(deck, dataset, space))
    edition = edition_of(deck, dataset, space)
    for view in edition.views():
        slide = handout_slide(view, edition)
        (state,) = view.states
        assert slide.tables == ()
        assert state.table
        for row in state.table.rows:
            assert all(words(cell.replace("⚠", "(!)")) in said for cell in row)


def test_columns_keep_their_words_and_the_width_of_the_page() -> None:
    short = ShownColumn(head="Year", cells=("2018", "2019"))
    long = ShownColumn(head="Note", cells=("word " * 100, "extraordinarily"))
    widths = column_widths([short, long], TEXT_WIDTH)
    assert sum(widths) == pytest.approx(TEXT_WIDTH)
    assert widths[0] < 40
    assert sum(column_widths([short, short], TEXT_WIDTH)) < 100
    wide = ShownColumn(head="x" * 200, cells=("y",))
    assert sum(column_widths([wide, wide, short], TEXT_WIDTH)) == pytest.approx(TEXT_WIDTH)


def test_the_default_deck_keeps_its_time_and_nothing_is_cut(
    dataset: Dataset, space: FilterSpace, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = load_deck("default", figures=FIGURES, space=space).deck
    parts: list[tuple[bytes, Sequence[Drawing]]] = []

    def joined(texts: bytes, drawings: Sequence[Drawing], properties: Properties) -> bytes:
        parts.append((texts, drawings))
        return joined_pages(texts, drawings, properties)

    monkeypatch.setattr(handout_file, "joined_pages", joined)
    start = time.process_time()
    reader = read(deck, dataset, space, "kk")
    assert time.process_time() - start < 20
    assert len(reader.outline) == len(deck.slides)
    said = text_of(reader)
    for slide in deck.slides:
        assert words(slide.message.text("kk")) in said
    ((texts, drawings),) = parts
    figures = [slide for slide in deck.slides if slide.figure]
    assert len(drawings) == sum(1 + len(slide.steps) for slide in figures)
    for drawing in drawings:
        assert SIDE - 1 <= drawing.left <= drawing.left + drawing.width <= WIDTH - SIDE + 1
        assert FOOT - 1 <= drawing.bottom <= drawing.bottom + drawing.height <= HEIGHT
    for page in PdfReader(io.BytesIO(texts)).pages:
        for left, up, text in fragments(page):
            wide = text_width(text.strip(), 8.0)
            assert SIDE - 1 <= left <= left + wide <= WIDTH - SIDE + 1, text
            assert 0 < up < HEIGHT, text

    def end(_done: int, _every: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        deck_handout(deck, dataset=dataset, space=space, code="kk", progress=end)
