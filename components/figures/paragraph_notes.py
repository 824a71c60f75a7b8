"""Notes and speakers of values as one line, gathered by paragraph."""

import re
from collections.abc import Collection, Iterable, Mapping

from components.figures.single_values import paragraph_number
from components.text.entries import name_for_line
from components.text.lists import apposed, listed, paragraphs_in_words
from components.text.names import after_colon
from components.text.speakers import according_to
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset


def _clauses(text: str) -> frozenset[str]:
    """Return what a note says, clause by clause, whatever its letters and full stops."""
    return frozenset(filter(None, re.split(r"[.;:]\s*", text.casefold())))


def _is_said(text: str, texts: Iterable[str]) -> bool:
    """Return whether another of the notes says all that a note says, and more."""
    return any(_clauses(text) < _clauses(other) for other in texts)


def _by_paragraph(
    said: Mapping[str, Collection[str]],
    language: Language,
    *,
    names: Mapping[str, Collection[str]] | None = None,
) -> tuple[str, ...]:
    """Return texts about paragraphs as one line, in which nothing is said twice.

    Parameters
    ----------
    said : mapping of str to collection of str
        The paragraphs of each text.
    language : Language
        Language of the texts.
    names : mapping of str to collection of str, optional
        The values of each text, which are named where values of one paragraph have other texts.
        The first letter is then written as after a colon; other phrases may begin with a surname.
    """
    gathered: dict[tuple[str, ...], list[str]] = {}
    for text, paragraphs in said.items():
        gathered.setdefault(tuple(sorted(paragraphs, key=paragraph_number)), []).append(text)
    lines: list[str] = []
    by_number = sorted(
        gathered.items(), key=lambda found: [paragraph_number(one) for one in found[0]]
    )
    for paragraphs, texts in by_number:
        mark = paragraphs_in_words(paragraphs, language)
        if names is None:
            lines.append(f"{mark}: {' '.join(texts)}")
            continue
        own = [text for text in texts if not _is_said(text, texts)]
        for text in own:
            about = listed(names[text], language) if len(own) > 1 else ""
            lines.append(f"{apposed((mark, about))}: {after_colon(text, language)}")
    line = " ".join(lines)
    return (line,) if line else ()


def own_notes(entries: Iterable[Value], language: Language) -> tuple[str, ...]:
    """Return the notes of values in the table, with their paragraphs, as one line."""
    said: dict[str, dict[str, None]] = {}
    names: dict[str, dict[str, None]] = {}
    for entry in entries:
        if note := entry.note(language):
            said.setdefault(note, {})[entry.paragraph] = None
            quoted = language.gettext("“{name}”").format(name=name_for_line(entry, language))
            names.setdefault(note, {})[quoted] = None
    return _by_paragraph(said, language, names=names)


def speaker_notes(
    entries: Iterable[Value], *, dataset: Dataset, language: Language
) -> tuple[str, ...]:
    """Return the speakers of quoted values, with their paragraphs, as one line."""
    said: dict[str, dict[str, None]] = {}
    for entry in entries:
        if entry.speaker:
            phrase = according_to(entry.speaker, dataset=dataset, language=language)
            said.setdefault(f"{phrase}.", {})[entry.paragraph] = None
    return _by_paragraph(said, language)
