"""Alphabetical order of names in the languages of the Atlas."""

import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from data.language.languages import Language

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"

ALPHABETS: Mapping[str, str] = MappingProxyType(
    {
        "en": _LATIN,
        "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
        "ru": _CYRILLIC,
    }
)
"""Letters of each language in their order; a letter outside it sorts by its base letter."""

_FOREIGN = 1000
"""Rank added to the letters of the other script, which come after those of the language."""

Key = tuple[tuple[int, ...], str]


def _rank(letter: str, alphabet: str) -> int:
    """Return the place of a letter: digits first, then the alphabet, then other scripts."""
    if letter in alphabet:
        return 20 + alphabet.index(letter)
    base = unicodedata.normalize("NFD", letter)[0]
    if base in alphabet:
        return 20 + alphabet.index(base)
    if base.isdecimal():
        return 10 + int(base)
    return _FOREIGN + ord(base)


def alphabetical(language: Language) -> Callable[[str], Key]:
    """Return a key function that sorts names by the alphabet of a language, ignoring case.

    Words are compared one after the other; punctuation is ignored.

    Parameters
    ----------
    language : Language
        Language of the names.

    Examples
    --------
    >>> sorted(["Үстірт", "Ақтау", "Ұзын", "Әмудария"], key=alphabetical(language("kk")))
    ['Ақтау', 'Әмудария', 'Ұзын', 'Үстірт']
    """
    alphabet = ALPHABETS.get(language.code, _LATIN)

    def key(name: str) -> Key:
        places = [
            _rank(sign, alphabet) if sign.isalnum() else 0
            for sign in language.lower(name)
            if sign.isalnum() or sign.isspace()
        ]
        return tuple(places), name

    return key
