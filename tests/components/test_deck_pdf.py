"""Decks as PDF: one page a state, texts of every language, embedded typeface, hostile titles."""

import io
import time
from typing import Any

import pytest
from pypdf import PdfReader

from components.decks.deck_slides import DeckEdition, deck_pages
from components.decks.pdf_file import deck_pdf
from components.decks.pdf_text import printable
from components.decks.slide_plan import HEIGHT, WIDTH
from components.decks.slide_texts import Block, Box, Measure, Text
from components.figures.registry import FIGURES
from data.choice.parameters import FilterSpace
from data.decks.files import load_deck
from data.decks.model import Deck
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from data.typeface import _USUAL, _advances, missing_letters
from tests.components.deck_files import ADDRESS, LETTERS, deck_of, hostile, stepped


def read(deck: Deck, dataset: Dataset, space: FilterSpace, code: str = "en", **more: Any) -> Any:
    choice = {"address": ADDRESS, **more}
    return PdfReader(io.BytesIO(deck_pdf(deck, dataset=dataset, space=space, code=code, **choice)))


def text_of(page: Any) -> str:
    return " ".join(page.extract_text().split())


def fonts(reader: Any) -> list[tuple[str, bool]]:
    """Return the name of each typeface, and whether the file contains it."""
    found = []
    for page in reader.pages:
        for name in page["/Resources"].get("/Font", {}):
            font = page["/Resources"]["/Font"][name]
            inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
            held = inner.get("/FontDescriptor", {})
            found.append((str(font["/BaseFont"]), any("FontFile" in key for key in held)))
    return found


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_texts_of_every_language_can_be_selected(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    reader = read(deck_of("survey_q12"), dataset, space, code)
    (page,) = reader.pages
    said = text_of(page)
    for word in LETTERS[code].split():
        assert word in said
    edition = DeckEdition(deck=deck_of("survey_q12"), dataset=dataset, space=space, code=code)
    (drawn,) = deck_pages(edition)
    for text in (drawn.state.subtitle, *drawn.state.lines, edition.source(drawn.state)):
        for word in text.split():
            assert word in said
    for row in drawn.state.rows:
        for word in str(row["category"]).split():
            assert word in said
    assert reader.metadata.title == LETTERS[code]
    assert reader.trailer["/Root"]["/Lang"] == edition.language.tag


def test_pages_have_one_size_embedded_typefaces_links_and_contents(
    dataset: Dataset, space: FilterSpace
) -> None:
    reader = read(stepped(), dataset, space)
    assert len(reader.pages) == 3
    for page in reader.pages:
        assert (page.mediabox.width, page.mediabox.height) == (960, 540)
        (link,) = page["/Annots"]
        assert link.get_object()["/A"]["/URI"].startswith(ADDRESS)
    assert all(held for _name, held in fonts(reader))
    assert [entry.title for entry in reader.outline] == [f"1. {LETTERS['en']}"]
    assert "Table 6" in text_of(reader.pages[2])


def test_without_an_address_there_are_no_links(dataset: Dataset, space: FilterSpace) -> None:
    (page,) = read(deck_of("survey_q04"), dataset, space, address="").pages
    assert "/Annots" not in page


def test_hostile_texts_are_texts(dataset: Dataset, space: FilterSpace) -> None:
    reader = read(hostile(), dataset, space)
    assert len(reader.pages) == 5
    assert "</a:t><b>&amp;" in text_of(reader.pages[0])
    assert "The Atlas has no figure" in text_of(reader.pages[1])
    assert "…" in text_of(reader.pages[2])
    assert "\x00" not in str(reader.metadata.title)


def test_every_text_has_room_on_its_slide(dataset: Dataset, space: FilterSpace) -> None:
    measure = Measure()
    for code in LANGUAGE_CODES:
        for deck in (load_deck("default", figures=FIGURES, space=space).deck, hostile()):
            edition = DeckEdition(
                deck=deck, dataset=dataset, space=space, code=code, address=ADDRESS
            )
            for page in deck_pages(edition, measure):
                plan = page.plan
                for block in (plan.title, *plan.blocks):
                    box = block.box
                    high = measure.height(block.texts, box.width - block.hang)
                    assert high <= box.height + 0.1
                    assert 0 <= box.left <= box.left + box.width <= WIDTH
                    assert 0 <= box.top <= box.top + box.height <= HEIGHT
                if plan.picture:
                    assert plan.picture.height > 180
                    assert not _overlap(plan.picture, *plan.blocks, plan.title), page.number
                assert bool(plan.cut) == (deck == hostile() and page.number > 2)


def test_the_typeface_has_all_letters_of_the_four_languages() -> None:
    usual = "".join(chr(code) for code in range(0x2100) if _USUAL.fullmatch(chr(code)))
    known = _advances(bold=False)[0]
    assert [sign for sign in usual if ord(sign) not in known] == []
    assert all(missing_letters(text) == "" for text in LETTERS.values())
    assert missing_letters("אб") == "א"


def _overlap(box: Box, *blocks: Block) -> bool:
    return any(
        block.texts
        and block.box.left < box.left + box.width
        and box.left < block.box.left + block.box.width
        and block.box.top < box.top + box.height - 0.1
        and box.top < block.box.top + block.box.height - 0.1
        for block in blocks
    )


def test_the_default_deck_keeps_its_time_and_can_be_ended(
    dataset: Dataset, space: FilterSpace
) -> None:
    deck = load_deck("default", figures=FIGURES, space=space).deck
    start = time.process_time()
    reader = read(deck, dataset, space, "kk")
    assert time.process_time() - start < 20
    assert len(reader.pages) == sum(1 + len(slide.steps) for slide in deck.slides)
    assert all(held for _name, held in fonts(reader))

    def end(_done: int, _every: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        deck_pdf(deck, dataset=dataset, space=space, code="kk", progress=end)


def test_texts_become_smaller_and_are_cut_at_last() -> None:
    measure = Measure()
    text = Text(text="word " * 30, size=28.0)
    same, lost = measure.fitted([text], 1200, 200)
    assert (same[0].size, lost) == (28.0, ())
    smaller, lost = measure.fitted([text], 600, 100)
    assert smaller[0].size < 28.0
    assert lost == ()
    cut, lost = measure.fitted([text, text], 100, 100)
    assert lost == (text.text, text.text)
    assert all(one.text.endswith("…") for one in cut)
    assert measure.height(cut, 100) <= 100


def test_characters_without_a_place_on_paper_are_left_out() -> None:
    assert printable("a\x00b\u202e⚠\u202f1\n") == "ab(!)\u202f1\n"
