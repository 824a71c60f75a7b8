"""A pseudo-language: English with accented letters, longer words and brackets.

It takes the place of Turkish in a copy of the Atlas, so that no reader can choose it.
"""

import csv
import re
from collections.abc import Iterator
from math import ceil
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from data.language.translations import TEMPLATE
from data.load.package import read_package

STAND_IN = "tr"
"""The language that it replaces."""

OPEN, CLOSE = "⟦", "⟧"
LONGER = 1.4
"""Length of a text as a multiple of the English one, without the brackets."""

ENGLISH_FORM = "en_other"
"""Column of units with the form of which the other language has several."""

PLAIN = "abcdefghijklmnopqrstuvwxyz"
MARKED = "áƀćďéƒǵĥíĵķĺḿńóṕɋŕśťúṽŵẋýź"
_LETTERS = str.maketrans(PLAIN + PLAIN.upper(), MARKED + MARKED.upper())
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
FILLER = "~"


def _with_double_vowels(parts: list[str], most: int) -> Iterator[str]:
    """Yield literal parts and placeholders in turn, with up to `most` vowels doubled."""
    for number, part in enumerate(parts):
        if number % 2:
            yield part
            continue
        doubled = _VOWEL.sub(lambda found: found[0] * 2, part, count=most) if most else part
        most -= len(doubled) - len(part)
        yield doubled.translate(_LETTERS)


def pseudo(text: str) -> str:
    """Return an English text in the pseudo-language; placeholders stay as they are."""
    parts = _PLACEHOLDER.split(text)
    letters = sum(len(part) for part in parts[::2])
    if not letters:
        return text
    wanted = ceil(letters * (LONGER - 1))
    said = "".join(_with_double_vowels(parts, wanted))
    return f"{OPEN}{said}{FILLER * (wanted - len(said) + len(text))}{CLOSE}"


def write_catalogue(locale: Path, code: str = STAND_IN) -> None:
    """Write the catalogue of the stand-in, or of another language, in a folder of catalogues."""
    with (locale / TEMPLATE).open("rb") as file:
        messages = [message.id for message in read_po(file) if message.id]
    catalogue = Catalog(locale=code)
    for message in messages:
        if isinstance(message, str):
            catalogue.add(message, pseudo(message))
        else:
            singular, plural = message
            forms = (singular, *[plural] * catalogue.num_plurals)[-catalogue.num_plurals :]
            catalogue.add(message, tuple(map(pseudo, forms)))
    with (locale / f"{code}.po").open("wb") as file:
        write_po(file, catalogue, omit_header=True)


def write_tables(package: Path) -> None:
    """Replace the columns of the stand-in in the tables of a copied data package."""
    for resource in read_package(package / "datapackage.json").resources:
        path = package / resource.path
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows, names = list(reader), list(reader.fieldnames or ())
        english = [name for name in names if name.endswith("_en")]
        if not english:
            continue
        forms = [name for name in names if name.startswith(f"{STAND_IN}_")]
        for row in rows:
            for name in english:
                row[f"{name.removesuffix('_en')}_{STAND_IN}"] = pseudo(row[name])
            for name in forms:
                row[name] = pseudo(row[ENGLISH_FORM])
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
