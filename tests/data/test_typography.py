"""Percent signs, spaces and dashes in the texts of the tables, by the rules of each language."""

import re

import pytest

from tests.data.glossary import CATALOGUES, Text, texts
from tests.data.test_glossary import COVERED

SPACE, NO_BREAK = " ", "\N{NO-BREAK SPACE}"

WRONG = {
    "en": {r"\d[ \xa0]%": "25%"},
    "kk": {r"\d[ \xa0]%": "25%", r"\d[ \xa0]ж\.": "the whole word"},
    "tr": {r"\d[ \xa0]?%": "%25", r"%[ \xa0]\d": "%25"},
    "ru": {
        r"\d ?%": "25\xa0%",
        r"\d гг?\.": "a no-break space before г.",
        r"[а-яё»] – [а-яё«]": "an em dash in a sentence",
    },
}
"""Patterns of what is wrong, with what is right, by language."""

UNITS = r"\d (?:km|км|млн|млрд|тыс\.|million|billion|milyon|milyar|m³|м³)\b"


def faults(text: Text) -> list[str]:
    """Return what a text should have in place of its wrong signs and spaces."""
    found = [right for wrong, right in WRONG[text.language].items() if re.search(wrong, text.words)]
    if re.search(UNITS, text.words):
        found.append("a no-break space before the unit")
    return found


@pytest.mark.parametrize("table", [name for name in COVERED if name != CATALOGUES])
def test_signs_and_spaces_follow_the_rules_of_the_language(table: str) -> None:
    found = [f"{text.place}: {faults(text)}" for text in texts(table) if faults(text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("language", "words", "right"),
    [
        ("kk", f"25{NO_BREAK}%", False),
        ("kk", "25%-дан аз", True),
        ("tr", "25%", False),
        ("tr", "%20–25", True),
        ("ru", "25%", False),
        ("ru", f"25{SPACE}%", False),
        ("ru", f"25{NO_BREAK}%", True),
        ("ru", "значение – два", False),
        ("ru", f"2011{SPACE}г.", False),
        ("ru", f"2011{NO_BREAK}г.", True),
        ("ru", "Баку–Тбилиси", True),
        ("en", f"6{SPACE}million", False),
    ],
)
def test_faults_of_signs_and_spaces(language: str, words: str, right: bool) -> None:  # noqa: FBT001
    assert (not faults(Text(place="", language=language, words=words))) == right
