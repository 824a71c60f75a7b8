"""Question cards: texts in every language, sheets to print, and data for the page of decks."""

import io
import json
import re
from typing import Any

import pytest
import streamlit as st
from pypdf import PdfReader

from components import assets
from components.decks.question_sheet import SheetOptions, deck_questions
from components.decks.question_texts import (
    CONFLICT_QUESTIONS,
    QuestionText,
    all_cards,
    question_text,
    question_texts,
)
from components.figures.audit import KINDS
from components.figures.registry import FIGURES
from components.present.rehearsal import rehearsal_data
from data.choice.parameters import FilterSpace
from data.decks.files import load_deck
from data.decks.model import Deck
from data.decks.rehearsal import (
    EVERY,
    FIGURE,
    OF_CONTRADICTIONS,
    OF_DECK,
    OF_FIGURES,
    deck_figures,
)
from data.evidence.audit import conflicts, entries_of
from data.evidence.names import label_of
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.components.deck_files import deck_of
from tests.components.deck_session import Put

PLACEHOLDER = re.compile(r"\{\w+\}")


def written(text: QuestionText) -> tuple[str, ...]:
    values = (part for pair in text.values for part in pair)
    return (text.marks, text.topic, text.question, *text.answer, *values, *text.sources)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_every_conflict_and_figure_has_a_question_and_an_answer(
    code: str, dataset: Dataset
) -> None:
    cards = all_cards(dataset)
    texts = list(question_texts(cards, dataset=dataset, language=language(code)))
    assert len(texts) == len(cards) == len(conflicts(dataset)) + len(FIGURES)
    for text in texts:
        assert text.question.endswith("?"), text.card.key
        assert text.topic
        assert text.answer
        assert text.values or text.sources or len(text.answer) > 1, text.card.key
        for part in written(text):
            assert not PLACEHOLDER.search(part), part
            assert ".." not in part.replace("...", ""), part


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_an_answer_names_every_value_with_its_place(code: str, dataset: Dataset) -> None:
    words = language(code)
    by_id = {conflict.id: conflict for conflict in conflicts(dataset)}
    (card,) = [one for one in all_cards(dataset) if one.subject == "turnover-tables-6-7"]
    text = question_text(card, dataset=dataset, language=words)
    entries = entries_of(by_id[card.subject], dataset)
    assert len(text.values) == len(entries) == 6
    for entry, (what, _written) in zip(entries, text.values, strict=True):
        assert label_of(dataset, "origins", entry.origin, words) in what
        assert entry.paragraph in what


def test_questions_are_known_for_every_kind_of_conflict() -> None:
    assert set(CONFLICT_QUESTIONS) == set(KINDS)


def test_a_computed_value_is_said_to_be_computed(dataset: Dataset) -> None:
    words = language("en")
    (card,) = [one for one in all_cards(dataset) if one.subject == "trade_balance"]
    text = question_text(card, dataset=dataset, language=words)
    assert "computed" in text.question
    assert text.values
    assert all("computed" in amount for _what, amount in text.values)


def test_figures_about_the_source_are_no_backup_of_a_contradiction(dataset: Dataset) -> None:
    backups = {name for card in all_cards(dataset) if card.group != FIGURE for name in card.figures}
    assert {"trade_turnover", "project_stakes"} <= backups
    assert not {"source_map", "conflict_kinds"} & backups


def sheet(deck: Deck, options: SheetOptions, dataset: Dataset, space: FilterSpace) -> Any:
    content = deck_questions(deck, options, dataset=dataset, space=space, code="kk")
    return PdfReader(io.BytesIO(content))


def joined(reader: Any) -> str:
    return re.sub(r"\s+", "", " ".join(page.extract_text() for page in reader.pages))


def test_a_sheet_has_the_questions_of_the_deck_with_or_without_answers(
    dataset: Dataset, space: FilterSpace
) -> None:
    deck = deck_of("turkish_companies", "survey_q05")
    asked = [
        card
        for card in all_cards(dataset)
        if set(card.figures) & set(deck_figures(deck)) and card.group in {FIGURE, "contradiction"}
    ]
    whole = sheet(deck, SheetOptions(selection=OF_DECK, seed=3), dataset, space)
    alone = sheet(deck, SheetOptions(selection=OF_DECK, seed=3, answers=False), dataset, space)
    for card in asked:
        text = question_text(card, dataset=dataset, language=language("kk"))
        for reader in (whole, alone):
            assert re.sub(r"\s+", "", text.topic) in joined(reader)
            assert re.sub(r"\s+", "", text.question) in joined(reader)
        assert re.sub(r"\s+", "", text.answer[0]) in joined(whole)
    assert len(joined(alone)) < len(joined(whole))
    assert whole.metadata.title == language("kk").gettext("Questions for the defence")
    assert float(whole.pages[0].mediabox.width) == pytest.approx(595.28, abs=0.1)


def test_the_page_has_cards_once_they_are_opened(
    session: dict[str, Any], put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    del session
    # A server that serves no texts by address sends the cards themselves.
    monkeypatch.setattr(assets, "_SERVED", assets._Served())
    words = language("en")
    deck = deck_of("trade_turnover")
    assert "order" not in rehearsal_data(deck, "kk", words)
    put("rehearse", number=1)
    shown = json.loads(json.dumps(rehearsal_data(deck, "kk", words)))
    content = shown["content"]
    assert shown["order"]
    assert all(slide == 1 for _place, figure, slide in shown["order"] if figure)
    for place, figure, _slide in shown["order"]:
        assert content["cards"][place]["topic"]
        assert figure in content["titles"]
        assert content["pages"][figure]
    put("rehearse", number=0)
    assert not rehearsal_data(deck, "kk", words)["opened"]


def test_cards_and_their_order_are_chosen_by_messages(session: dict[str, Any], put: Put) -> None:
    del session
    words, deck = language("tr"), deck_of("trade_turnover")
    put("rehearse", number=1)
    counts = {}
    for selection in (OF_DECK, OF_CONTRADICTIONS, OF_FIGURES, EVERY):
        put("cards", text=selection)
        counts[selection] = len(rehearsal_data(deck, "tr", words)["order"])
    assert counts[OF_FIGURES] == len(FIGURES)
    assert counts[OF_DECK] < counts[OF_CONTRADICTIONS] < counts[EVERY]
    before = rehearsal_data(deck, "tr", words)["order"]
    put("seed", number=77)
    after = rehearsal_data(deck, "tr", words)["order"]
    assert sorted(before) == sorted(after)
    assert before != after
    for wrong in (-1, 1000):
        put("seed", number=wrong)
    put("cards", text="others")
    assert rehearsal_data(deck, "tr", words)["order"] == after


def test_the_figure_of_an_answer_is_added_to_the_deck(session: dict[str, Any], put: Put) -> None:
    del session
    put("add_figure", name="trade_balance")
    put("add_figure", name="no_figure")
    assert [slide.figure for slide in st.session_state["atlas_deck"].deck.slides] == [
        "trade_balance"
    ]


def test_questions_are_about_the_figures_of_built_in_decks(
    dataset: Dataset, space: FilterSpace
) -> None:
    deck = load_deck("questions", figures=FIGURES, space=space).deck
    with_questions = {
        name for card in all_cards(dataset) for name in card.figures if card.group != FIGURE
    }
    assert with_questions & set(deck_figures(deck))
