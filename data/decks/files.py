"""Conversion between decks and their files: JSON with a format name and a version.

`data/decks/FORMAT.md` describes the format.
"""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from data.choice.parameters import FilterSpace
from data.decks.model import ANY, Deck, Slide, Step, Words
from data.decks.parts import FORMAT, VERSION, LoadedDeck, Reader
from data.decks.problems import DeckProblem, DeckRule
from data.files import FileUnreadableError, read_regular, replace_file

FOLDER = Path(__file__).parent

BUILT_IN = ("default", "five_minutes", "seminar", "questions")
"""Names of the built-in decks."""

LARGEST_DECK_MB = 2


def parse_deck(
    content: bytes | str, file: str, *, figures: Collection[str], space: FilterSpace
) -> LoadedDeck:
    """Parse the content of a deck file; nothing in it is executed.

    Parameters
    ----------
    content : bytes or str
        The content, not validated.
    file : str
        Name of the file, for the faults.
    figures : collection of str
        Ids of the figures that exist.
    space : FilterSpace
        The valid filter values.

    Returns
    -------
    LoadedDeck
        All that is valid; parts with a fault are left out or cut, and reported.
    """
    return Reader(file, frozenset(figures), space).read(content, LARGEST_DECK_MB)


def load_deck(
    name: str, *, figures: Collection[str], space: FilterSpace, folder: Path | None = None
) -> LoadedDeck:
    """Load a built-in deck by its name, or a deck file by its path.

    Parameters
    ----------
    name : str
        One of `BUILT_IN`, or a path.
    figures : collection of str
        Ids of the figures that exist.
    space : FilterSpace
        The valid filter values.
    folder : Path, optional
        Folder of relative paths; the current one by default.
    """
    path = FOLDER / f"{name}.json" if name in BUILT_IN else (folder or Path()) / name
    try:
        content = read_regular(path)
    except (FileUnreadableError, OSError, ValueError):
        return LoadedDeck(Deck(), (DeckProblem(file=path.name, rule=DeckRule.READABLE),))
    return parse_deck(content, path.name, figures=figures, space=space)


def _words(words: Words) -> str | dict[str, str]:
    if set(words.texts) <= {ANY}:
        return words.texts.get(ANY, "")
    return dict(words.texts)


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _step(step: Step) -> str | dict[str, Any]:
    if not step.message:
        return step.choice
    return {"choice": step.choice, "message": _words(step.message)}


def _slide(slide: Slide) -> dict[str, Any]:
    return _filled(
        {
            "figure": slide.figure,
            "choice": slide.choice,
            "message": _words(slide.message),
            "text": _words(slide.text),
            "notes": _words(slide.notes),
            "seconds": slide.seconds,
            "steps": [_step(step) for step in slide.steps],
        }
    )


def deck_text(deck: Deck, *, indent: int | None = 2) -> str:
    """Return a deck as the text of a file, which `parse_deck` reads without a fault.

    Parameters
    ----------
    deck : Deck
        The deck.
    indent : int, optional
        Indentation of each level; None for one line without spaces.
    """
    content = {
        "format": FORMAT,
        "version": VERSION,
        **_filled({"title": _words(deck.title)}),
        "slides": [_slide(slide) for slide in deck.slides],
    }
    separators = (",", ":") if indent is None else None
    return f"{json.dumps(content, ensure_ascii=False, indent=indent, separators=separators)}\n"


def write_file(path: str, content: bytes) -> None:
    """Write a file to a path that the user of a command line names.

    On a full disk an earlier file of that name stays as it was.

    Raises
    ------
    OSError
        If the folder is missing, or the file may not be written.
    ValueError
        If the path is not valid.
    """
    replace_file(Path(path).resolve(), content)
