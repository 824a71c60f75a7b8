"""Question cards: one for each conflict and figure, and their order."""

from data.decks.model import ANY, Deck, Slide, Words
from data.decks.rehearsal import (
    EVERY,
    FIGURE,
    OF_CONTRADICTIONS,
    OF_DECK,
    OF_FIGURES,
    SELECTIONS,
    QuestionCard,
    deck_figures,
    question_cards,
    rehearsal_order,
    slide_number,
)
from data.evidence.audit import CONTRADICTION, conflicts
from data.load.dataset import Dataset

SHOWN = {
    "trade": ["table6:2022:turnover", "table7:2022:turnover"],
    "growth": ["table7:2022:turnover"],
    "survey": ["survey:5:no_answer"],
}


def cards(dataset: Dataset) -> tuple[QuestionCard, ...]:
    return question_cards(conflicts(dataset), SHOWN)


def test_every_conflict_and_figure_has_one_card(dataset: Dataset) -> None:
    found = cards(dataset)
    keys = [card.key for card in found]
    assert len(set(keys)) == len(keys) == len(conflicts(dataset)) + len(SHOWN)
    turnover = next(card for card in found if card.subject == "turnover-tables-6-7")
    assert turnover.figures == ("trade", "growth")
    assert turnover.backup(["growth"]) == "growth"
    assert turnover.backup([]) == "trade"
    assert QuestionCard(group=CONTRADICTION, subject="none").backup(["trade"]) == ""


def test_cards_about_the_deck_come_first(dataset: Dataset) -> None:
    every = cards(dataset)
    ordered = rehearsal_order(every, ["growth"], selection=EVERY, seed=1)
    of_deck = ["growth" in card.figures for card in ordered]
    assert of_deck == sorted(of_deck, reverse=True)
    assert any(of_deck)
    assert {card.key for card in ordered} == {card.key for card in every}


def test_an_order_is_repeatable_and_differs_by_seed(dataset: Dataset) -> None:
    every = cards(dataset)
    orders = [rehearsal_order(every, [], selection=EVERY, seed=seed) for seed in (1, 1, 2)]
    assert orders[0] == orders[1]
    assert orders[0] != orders[2]
    fewer = [card for card in every if card.group == CONTRADICTION]
    kept = [card for card in orders[0] if card.group == CONTRADICTION]
    assert list(rehearsal_order(fewer, [], selection=EVERY, seed=1)) == kept


def test_a_selection_has_only_its_cards(dataset: Dataset) -> None:
    every = cards(dataset)
    found = {
        selection: rehearsal_order(every, ["trade"], selection=selection, seed=0)
        for selection in SELECTIONS
    }
    assert {card.group for card in found[OF_CONTRADICTIONS]} == {CONTRADICTION}
    assert {card.subject for card in found[OF_FIGURES]} == set(SHOWN)
    assert all("trade" in card.figures for card in found[OF_DECK])
    assert {card.group for card in found[OF_DECK]} == {CONTRADICTION, FIGURE}
    assert rehearsal_order(every, [], selection=OF_DECK, seed=0) == ()


def test_a_deck_has_each_figure_once_and_the_number_of_its_first_slide() -> None:
    words = Slide(message=Words({ANY: "A"}))
    trade, growth = Slide(figure="trade"), Slide(figure="growth")
    deck = Deck(slides=(words, trade, growth, trade))
    assert deck_figures(deck) == ("trade", "growth")
    assert [slide_number(deck, name) for name in ("trade", "growth", "survey", "")] == [2, 3, 0, 0]
