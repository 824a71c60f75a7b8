"""Alphabetical order of names in four languages."""

import pytest

from data.language.alphabets import ALPHABETS, alphabetical
from data.language.languages import LANGUAGE_CODES, language

ORDERED = {
    "en": [
        "Atyrau",
        "eTIR route",
        "Turkistan",
        "Türkiye",
        "Turkmenistan",
        "TurkStream",
        "Zangezur",
    ],
    "kk": ["Ақтау", "Әзербайжан", "Баку", "«Ғалия»", "Қазақстан", "Өзбекстан", "Үстірт", "TANAP"],
    "tr": ["Aktau", "Cidde", "Çin", "Irak", "İran", "Özbekistan", "Suriye", "Şımkent", "Ürdün"],
    "ru": ["Актау", "Ёлкино", "Ереван", "Иран", "Йемен", "«Южный поток»", "TANAP"],
}


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_names_are_in_the_order_of_the_alphabet(code: str) -> None:
    shuffled = sorted(ORDERED[code], key=lambda name: name[::-1])
    assert sorted(shuffled, key=alphabetical(language(code))) == ORDERED[code]


def test_every_language_has_an_alphabet_without_doubles() -> None:
    assert set(ALPHABETS) == set(LANGUAGE_CODES)
    assert all(len(set(letters)) == len(letters) for letters in ALPHABETS.values())


def test_words_come_before_longer_words_and_digits_before_letters() -> None:
    names = ["Middle East", "Middleton", "1994 contract", "Middle"]
    assert sorted(names, key=alphabetical(language("en"))) == [
        "1994 contract",
        "Middle",
        "Middle East",
        "Middleton",
    ]
