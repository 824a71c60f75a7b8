"""Kinds of files that a deck is written as: one entry for each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from components.decks.views import Progress
from data.choice.parameters import FilterSpace
from data.decks.model import Deck
from data.decks.rehearsal import OF_DECK
from data.language.languages import later
from data.load.dataset import Dataset


@dataclass(frozen=True, kw_only=True)
class DeckOptions:
    """Options of a file of a deck.

    Attributes
    ----------
    kind : str
        Key of `DECK_KINDS`.
    code : str
        Language of the slides.
    theme : str
        One of `components.decks.document.THEMES`.
    notes : bool
        Whether the file contains the notes for the speaker.
    address : str
        Address of the Atlas that links lead to, ending in a slash; empty for none.
    cards : str
        Which question cards there are, one of `data.decks.rehearsal.SELECTIONS`.
    seed : int
        Number of the order of question cards.
    """

    kind: str
    code: str
    theme: str
    notes: bool = False
    address: str = ""
    cards: str = OF_DECK
    seed: int = 0


Write = Callable[[Deck, DeckOptions, Dataset, FilterSpace, Progress], bytes]


def _write_html(
    deck: Deck, request: DeckOptions, dataset: Dataset, space: FilterSpace, progress: Progress
) -> bytes:
    from components.decks.document import deck_html  # noqa: PLC0415, in the building process only

    return deck_html(
        deck,
        dataset=dataset,
        space=space,
        code=request.code,
        theme=request.theme,
        notes=request.notes,
        address=request.address,
        progress=progress,
    ).encode("utf-8")


def _write_pptx(
    deck: Deck, request: DeckOptions, dataset: Dataset, space: FilterSpace, progress: Progress
) -> bytes:
    from components.decks.pptx_file import deck_pptx  # noqa: PLC0415, as above

    return deck_pptx(
        deck,
        dataset=dataset,
        space=space,
        code=request.code,
        address=request.address,
        progress=progress,
    )


def _write_pdf(
    deck: Deck, request: DeckOptions, dataset: Dataset, space: FilterSpace, progress: Progress
) -> bytes:
    from components.decks.pdf_file import deck_pdf  # noqa: PLC0415, as above

    return deck_pdf(
        deck,
        dataset=dataset,
        space=space,
        code=request.code,
        address=request.address,
        progress=progress,
    )


def _write_handout(
    deck: Deck, request: DeckOptions, dataset: Dataset, space: FilterSpace, progress: Progress
) -> bytes:
    from components.decks.handout_file import deck_handout  # noqa: PLC0415, as above

    return deck_handout(
        deck,
        dataset=dataset,
        space=space,
        code=request.code,
        address=request.address,
        progress=progress,
    )


def _question_sheet(*, answers: bool) -> Write:
    """Return the writer of a sheet of question cards."""

    def write(
        deck: Deck, request: DeckOptions, dataset: Dataset, space: FilterSpace, progress: Progress
    ) -> bytes:
        from components.decks.question_sheet import (  # noqa: PLC0415, as above
            SheetOptions,
            deck_questions,
        )

        return deck_questions(
            deck,
            SheetOptions(selection=request.cards, seed=request.seed, answers=answers),
            dataset=dataset,
            space=space,
            code=request.code,
            progress=progress,
        )

    return write


@dataclass(frozen=True, kw_only=True)
class DeckKind:
    """A kind of file.

    Attributes
    ----------
    code : str
        Its key, and its extension in an address.
    name : str
        Its name in lists, not translated.
    ending : str
        Extension of a saved file.
    media_type : str
        Type of the content for a browser.
    write : function
        Writes the file; it runs in a process of its own.
    shows : bool
        Whether a browser shows the file as slides.
    notes : bool
        Whether there is a variant with the notes for the speaker.
    suffix : str
        End of the name of a saved file, before its extension.
    questions : bool
        Whether it has question cards, so that it is offered beside them.
    """

    code: str
    name: str
    ending: str
    media_type: str
    write: Write
    shows: bool = False
    notes: bool = False
    suffix: str = ""
    questions: bool = False


DECK_KINDS: Mapping[str, DeckKind] = MappingProxyType(
    {
        "html": DeckKind(
            code="html",
            name=later("HTML file"),
            ending="html",
            media_type="text/html; charset=utf-8",
            write=_write_html,
            shows=True,
            notes=True,
        ),
        "pptx": DeckKind(
            code="pptx",
            name=later("PowerPoint file"),
            ending="pptx",
            media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
            write=_write_pptx,
        ),
        "pdf": DeckKind(
            code="pdf",
            name=later("PDF file"),
            ending="pdf",
            media_type="application/pdf",
            write=_write_pdf,
        ),
        "handout": DeckKind(
            code="handout",
            name=later("Handout"),
            ending="pdf",
            media_type="application/pdf",
            write=_write_handout,
            suffix="_handout",
        ),
        "questions": DeckKind(
            code="questions",
            name=later("Questions with answers as PDF"),
            ending="pdf",
            media_type="application/pdf",
            write=_question_sheet(answers=True),
            suffix="_questions_answers",
            questions=True,
        ),
        "only": DeckKind(
            code="only",
            name=later("Questions only as PDF"),
            ending="pdf",
            media_type="application/pdf",
            write=_question_sheet(answers=False),
            suffix="_questions",
            questions=True,
        ),
    }
)
"""The kinds of files by code, in the order of the page."""
