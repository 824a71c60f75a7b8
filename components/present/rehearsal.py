"""Question cards of the page of decks: their texts at an address, and the order of a session."""

import json
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

import streamlit as st

from components.assets import text_address
from components.decks.question_texts import all_cards, question_texts
from components.figures.registry import FIGURES
from components.page.figure_places import page_of
from components.process.figures import stored, stored_figure, stored_generation
from components.text.breaks import kept_together
from data.decks.model import Deck
from data.decks.rehearsal import (
    EVERY,
    MOST_SEEDS,
    OF_CONTRADICTIONS,
    OF_DECK,
    OF_FIGURES,
    SELECTIONS,
    QuestionCard,
    deck_figures,
    rehearsal_order,
    slide_number,
)
from data.language.languages import LANGUAGE_CODES, Language, language
from data.problems import TableRefusedError

_SETTINGS = "atlas_rehearsal"


@dataclass(frozen=True, kw_only=True)
class RehearsalSettings:
    """What a session rehearses.

    Attributes
    ----------
    opened : bool
        Whether the cards are shown.
    selection : str
        One of `SELECTIONS`.
    seed : int
        Number of the order.
    """

    opened: bool = False
    selection: str = OF_DECK
    seed: int = 1


def rehearsal_settings() -> RehearsalSettings:
    """Return what this session rehearses."""
    held: RehearsalSettings = st.session_state.get(_SETTINGS, RehearsalSettings())
    return held


def open_rehearsal(*, opened: bool) -> None:
    """Show the cards, or hide them."""
    st.session_state[_SETTINGS] = replace(rehearsal_settings(), opened=opened)


def select_cards(selection: str) -> None:
    """Choose which cards are asked; unknown choices are ignored."""
    if selection in SELECTIONS:
        st.session_state[_SETTINGS] = replace(rehearsal_settings(), selection=selection)


def set_seed(seed: int) -> None:
    """Choose the order of the cards; numbers out of range are ignored."""
    if 0 <= seed < MOST_SEEDS:
        st.session_state[_SETTINGS] = replace(rehearsal_settings(), seed=seed)


@dataclass(frozen=True)
class _Cards:
    """All cards in a language: their texts as JSON, and the cards in the same order."""

    text: str
    cards: tuple[QuestionCard, ...]


def _together(part: Any) -> Any:  # noqa: ANN401, a text or tuples of texts
    """Return the texts of a card with amounts and names that no line break parts."""
    return kept_together(part) if isinstance(part, str) else [_together(one) for one in part]


def _titles(words: Language) -> dict[str, str]:
    _dataset, space = stored()
    found = {}
    for name in FIGURES:
        try:
            found[name] = stored_figure(name, space.start(words.code)).figure.title
        except TableRefusedError:
            continue
    return found


@lru_cache(maxsize=len(LANGUAGE_CODES))
def _cards(code: str, generation: int) -> _Cards:  # noqa: ARG001, data edited since have another
    dataset, _space = stored()
    words = language(code)
    texts = tuple(question_texts(all_cards(dataset), dataset=dataset, language=words))
    titles = _titles(words)
    content = {
        "cards": [
            {key: _together(part) for key, part in asdict(text).items() if key != "card"}
            for text in texts
        ],
        "titles": titles,
        "pages": {
            name: page_of(name).removeprefix("pages/").removesuffix(".py") for name in titles
        },
    }
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return _Cards(written, tuple(text.card for text in texts))


def _selection_names(words: Language) -> list[tuple[str, str]]:
    _ = words.gettext
    return [
        (OF_DECK, _("Figures in the deck")),
        (OF_CONTRADICTIONS, _("All contradictions")),
        (OF_FIGURES, _("All key figures")),
        (EVERY, _("All questions, including editorial errors and unclear passages")),
    ]


def rehearsal_data(deck: Deck, code: str, words: Language) -> dict[str, Any]:
    """Return the data of the question cards for the script of the page.

    Their texts are sent once they are opened, by address where the server has one.

    Parameters
    ----------
    deck : Deck
        The shown deck.
    code : str
        Language of the deck.
    words : Language
        Language of the page.
    """
    settings = rehearsal_settings()
    shown: dict[str, Any] = {
        "opened": settings.opened,
        "selection": settings.selection,
        "selections": _selection_names(words),
        "seed": settings.seed,
        "seeds": MOST_SEEDS,
        "code": code,
    }
    if not settings.opened:
        return shown
    known = _cards(code, stored_generation())
    figures = deck_figures(deck)
    places = {card.key: place for place, card in enumerate(known.cards)}
    ordered = rehearsal_order(
        known.cards, figures, selection=settings.selection, seed=settings.seed
    )
    backups = [card.backup(figures) for card in ordered]
    address = text_address(known.text, "json")
    return {
        **shown,
        "order": [
            (places[card.key], figure, slide_number(deck, figure))
            for card, figure in zip(ordered, backups, strict=True)
        ],
        "address": address,
        "content": None if address else json.loads(known.text),
    }
