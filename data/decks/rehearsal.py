"""Question cards to rehearse a defence: one for each conflict and each figure, and their order."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from data.decks.model import Deck
from data.evidence.audit import CLASSES, CONTRADICTION, Conflict

FIGURE = "figure"
"""Group of the cards about a figure; the other groups are the classes of conflicts."""

GROUPS = (*CLASSES, FIGURE)

OF_DECK, OF_CONTRADICTIONS, OF_FIGURES, EVERY = SELECTIONS = (
    "deck",
    "contradictions",
    "figures",
    "all",
)
"""Which cards are shown: those about figures of the deck, contradictions, figures, or all."""

MOST_SEEDS = 1000
"""Number of orders that can be chosen."""


@dataclass(frozen=True, kw_only=True)
class QuestionCard:
    """A question about a conflict or a figure.

    Attributes
    ----------
    group : str
        One of `GROUPS`.
    subject : str
        Identifier of the conflict, or id of the figure.
    figures : tuple of str
        Ids of the figures that show its values; for a figure, its own.
    """

    group: str
    subject: str
    figures: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Identifier of the card."""
        return f"{self.group}:{self.subject}"

    def backup(self, deck: Collection[str]) -> str:
        """Return the figure to show with the answer, one of the deck if possible; empty without."""
        return next((name for name in self.figures if name in deck), next(iter(self.figures), ""))


def question_cards(
    found: Iterable[Conflict], shown: Mapping[str, Collection[str]]
) -> tuple[QuestionCard, ...]:
    """Return a card for each conflict, then for each figure.

    Parameters
    ----------
    found : iterable of Conflict
        The conflicts in the order of the audit.
    shown : mapping of str to collection of str
        Identifiers that each figure shows, by id of the figure; figures that cannot be built are
        left out.
    """
    sets = {name: frozenset(rows) for name, rows in shown.items()}
    about_conflicts = (
        QuestionCard(
            group=conflict.conflict_class,
            subject=conflict.id,
            figures=tuple(name for name, rows in sets.items() if rows.intersection(conflict.rows)),
        )
        for conflict in found
    )
    about_figures = (QuestionCard(group=FIGURE, subject=name, figures=(name,)) for name in shown)
    return (*about_conflicts, *about_figures)


def _selected(card: QuestionCard, selection: str, deck: Collection[str]) -> bool:
    if selection == OF_CONTRADICTIONS:
        return card.group == CONTRADICTION
    if selection == OF_FIGURES:
        return card.group == FIGURE
    # Slips and readings put no value in doubt; only a rehearsal of all cards asks about them.
    certain = card.group in {CONTRADICTION, FIGURE}
    return selection == EVERY or (certain and any(name in deck for name in card.figures))


def _rank(card: QuestionCard, seed: int) -> str:
    return sha256(f"{seed} {card.key}".encode()).hexdigest()


def rehearsal_order(
    cards: Iterable[QuestionCard], deck: Collection[str], *, selection: str, seed: int
) -> tuple[QuestionCard, ...]:
    """Return the selected cards, those about figures of the deck first, each part shuffled.

    Equal arguments give the same order. A card keeps its place among the others if some are added
    or removed.

    Parameters
    ----------
    cards : iterable of QuestionCard
        All cards.
    deck : collection of str
        Ids of the figures of the deck.
    selection : str
        One of `SELECTIONS`.
    seed : int
        Number of the order.
    """
    chosen = [card for card in cards if _selected(card, selection, deck)]
    return tuple(
        sorted(
            chosen,
            key=lambda card: (not any(name in deck for name in card.figures), _rank(card, seed)),
        )
    )


def deck_figures(deck: Deck) -> tuple[str, ...]:
    """Return the ids of the figures of a deck in the order of its slides, each once."""
    return tuple(dict.fromkeys(slide.figure for slide in deck.slides if slide.figure))


def slide_number(deck: Deck, figure: str) -> int:
    """Return the number of the first slide with a figure, from 1; 0 for none."""
    numbers = (number for number, slide in enumerate(deck.slides, 1) if slide.figure == figure)
    return next(numbers, 0) if figure else 0
