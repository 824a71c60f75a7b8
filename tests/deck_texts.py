"""Texts of the built-in decks, which are files of their own and no texts of the catalogues."""

from components.figures.registry import FIGURES
from data.choice.parameters import FilterSpace
from data.decks.files import BUILT_IN, load_deck


def deck_texts(space: FilterSpace, code: str) -> set[str]:
    """Return the titles and messages of the built-in decks in a language."""
    decks = [load_deck(name, figures=FIGURES, space=space).deck for name in BUILT_IN]
    return {
        words.text(code)
        for deck in decks
        for words in (deck.title, *(slide.message for slide in deck.slides))
    } - {""}
