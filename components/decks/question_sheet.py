"""Question cards of a deck as a sheet: pages in A4 with questions, and answers on request."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, HRFlowable, KeepTogether, Spacer

from components.decks.deck_slides import DeckEdition
from components.decks.handout_file import LEAST_ROOM, pages_of
from components.decks.handout_flow import paragraph
from components.decks.question_texts import QuestionText, all_cards, question_texts
from components.decks.views import Progress, no_progress
from components.figures.registry import build_figure
from components.page.tokens import PRINT
from components.text.lists import labelled
from data.choice.parameters import FilterSpace
from data.citation import citation
from data.decks.model import Deck
from data.decks.rehearsal import deck_figures, rehearsal_order, slide_number
from data.language.languages import Language
from data.load.dataset import Dataset

SHORT_ANSWER = 8
"""Lines up to which a card is not divided between pages."""

NOTE_LINES = 2
"""Empty lines below a question without its answer."""


@dataclass(frozen=True, kw_only=True)
class SheetOptions:
    """Which cards a sheet has.

    Attributes
    ----------
    selection : str
        One of `data.decks.rehearsal.SELECTIONS`.
    seed : int
        Number of the order.
    answers : bool
        Whether it has the answers.
    """

    selection: str
    seed: int
    answers: bool = True


def backup_text(text: QuestionText, edition: DeckEdition) -> str:
    """Return which slide or figure is shown with an answer."""
    _ = edition.language.gettext
    figure = text.card.backup(deck_figures(edition.deck))
    if not figure:
        return _("No figure shows this; the page “Sources” lists it.")
    filters = edition.space.start(edition.code)
    title = build_figure(figure, dataset=edition.dataset, filters=filters).title
    number = slide_number(edition.deck, figure)
    if number:
        saying = _("Shown on slide {number}: {title}")
        return saying.format(number=edition.language.number(number), title=title)
    return _("Shown in a figure outside the deck: {title}").format(title=title)


def _answer(text: QuestionText, edition: DeckEdition) -> Iterator[Any]:
    yield from (paragraph(line) for line in text.answer)
    for what, written in text.values:
        line = labelled(what, written, edition.language) if what else written
        yield paragraph(f"• {line}")
    *sources, last = (*text.sources, backup_text(text, edition))
    yield from (paragraph(line, quiet=True) for line in sources)
    yield paragraph(last, "bold")


def _card(text: QuestionText, number: int, edition: DeckEdition, *, answers: bool) -> Iterator[Any]:
    rule = HRFlowable(
        width="100%", thickness=0.5, color=HexColor(PRINT.line), spaceBefore=9, spaceAfter=4
    )
    head = [
        rule,
        paragraph(f"{number}. {text.topic}", "head"),
        paragraph(text.marks, quiet=True),
        paragraph(text.question, "line"),
    ]
    if not answers:
        yield KeepTogether([*head, Spacer(0, NOTE_LINES * 16)])
        return
    body = list(_answer(text, edition))
    if len(body) <= SHORT_ANSWER:
        yield KeepTogether([*head, *body])
    else:
        yield CondPageBreak(LEAST_ROOM)
        *most, before, last = body
        yield from (*head, *most, KeepTogether([before, last]))


def _heading(edition: DeckEdition, options: SheetOptions, count: int) -> list[Any]:
    words: Language = edition.language
    _ = words.gettext
    counted = words.ngettext("{count} question", "{count} questions", count)
    about = _("{count}; shuffle number {seed}").format(
        count=counted.format(count=words.number(count)), seed=words.number(options.seed)
    )
    return [
        paragraph(_("Questions for the defence"), "title"),
        paragraph(edition.title, "line"),
        paragraph(about, quiet=True),
        paragraph(citation(words), quiet=True),
    ]


def deck_questions(  # noqa: PLR0913, each is a choice of the caller
    deck: Deck,
    options: SheetOptions,
    *,
    dataset: Dataset,
    space: FilterSpace,
    code: str,
    progress: Progress = no_progress,
) -> bytes:
    """Return the question cards of a deck as PDF.

    Parameters
    ----------
    deck : Deck
        The deck.
    options : SheetOptions
        Selection and order of the cards, and whether there are answers.
    dataset : Dataset
        All tables.
    space : FilterSpace
        The valid filter values.
    code : str
        Language of the texts.
    progress : function
        Called after each card; an exception of it ends the work.
    """
    edition = DeckEdition(deck=deck, dataset=dataset, space=space, code=code)
    words = edition.language
    cards = rehearsal_order(
        all_cards(dataset), deck_figures(deck), selection=options.selection, seed=options.seed
    )
    body: list[Any] = []
    count = 0
    for count, text in enumerate(question_texts(cards, dataset=dataset, language=words), start=1):
        body += _card(text, count, edition, answers=options.answers)
        progress(count, len(cards))
    flow = [*_heading(edition, options, count), *body]
    return pages_of(flow, title=words.gettext("Questions for the defence"), language=words)
