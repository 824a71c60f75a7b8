"""Glossary of the field's terms, and a search of texts for words that deviate from it."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import read_po

from data.language.languages import LANGUAGE_CODES
from data.load.package import FOLDER

GLOSSARY = FOLDER / "glossary.csv"
SEPARATOR = ";"
PUBLICATION = "public"
"""Kind of the origins outside the dissertation."""

CATALOGUES = "catalogues"
"""Name under which the messages of all languages are searched like a table."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """A concept with its one word per language.

    Attributes
    ----------
    id : str
        Code of the concept.
    word : dict of str to str
        The word to use, by language code.
    avoid, allow : dict of str to tuple of str
        Beginnings of words that must not name the concept, and phrases in which they are right.
    """

    id: str
    word: dict[str, str]
    avoid: dict[str, tuple[str, ...]]
    allow: dict[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text of the Atlas in one language, with the place where it can be corrected."""

    place: str
    language: str
    words: str


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(SEPARATOR)))


def glossary(path: Path = GLOSSARY) -> tuple[Term, ...]:
    """Return all terms in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Term(
                id=row["term"],
                word={code: row[code] for code in LANGUAGE_CODES},
                avoid={code: _listed(row[f"avoid_{code}"]) for code in LANGUAGE_CODES},
                allow={code: _listed(row[f"allow_{code}"]) for code in LANGUAGE_CODES},
            )
            for row in csv.DictReader(file)
        )


def _begins(word: str) -> re.Pattern[str]:
    """Return a pattern of a word or its inflected forms; signs match anywhere."""
    start = r"\b" if word[0].isalnum() else ""
    return re.compile(start + re.escape(word), re.IGNORECASE)


def deviations(term: Term, text: Text) -> list[str]:
    """Return the words of a text that name the concept otherwise than the glossary."""
    words = text.words
    for phrase in term.allow[text.language]:
        words = re.sub(re.escape(phrase), "", words, flags=re.IGNORECASE)
    return [word for word in term.avoid[text.language] if _begins(word).search(words)]


def table_texts(table: str) -> Iterator[Text]:
    """Yield the texts of a table: all columns that end in a language code.

    Titles of publications outside the dissertation are quotations, the same in all languages.
    """
    with (FOLDER / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            for column, cell in row.items():
                stem, _, code = column.rpartition("_")
                quoted = stem == "title" and row.get("kind") == PUBLICATION
                if cell and code in LANGUAGE_CODES and not quoted:
                    place = f"{table}.csv:{number}: {next(iter(row.values()))}: {column}"
                    yield Text(place=place, language=code, words=cell)


def catalogue_texts() -> Iterator[Text]:
    """Yield the messages of the interface: English from the template, others translated."""
    for code in LANGUAGE_CODES:
        path = FOLDER / "locale" / ("atlas.pot" if code == "en" else f"{code}.po")
        with path.open("rb") as file:
            messages = list(read_po(file, locale=code))
        for message in messages:
            found = message.id if code == "en" else message.string
            for words in [found] if isinstance(found, str) else found or ():
                if words:
                    place = f"{path.name}: {message.id}"
                    yield Text(place=place, language=code, words=words)


def texts(covered: str) -> Iterator[Text]:
    """Yield the texts of a table, or of the catalogues."""
    return catalogue_texts() if covered == CATALOGUES else table_texts(covered)
