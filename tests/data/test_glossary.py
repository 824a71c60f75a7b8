"""One term per concept and language: no text uses a word that the glossary avoids."""

import pytest

from data.language.languages import LANGUAGE_CODES
from tests.data.glossary import CATALOGUES, SEPARATOR, Term, Text, deviations, glossary, texts

COVERED = (
    CATALOGUES,
    "conflicts",
    "events",
    "facts",
    "indicators",
    "map_labels",
    "map_views",
    "organisations",
    "origins",
    "ownership",
    "places",
    "public_record",
    "qualities",
    "reporters",
    "route_record",
    "routes",
    "sectors",
    "subjects",
    "survey_answers",
    "survey_options",
    "survey_questions",
    "survey_sections",
    "table_cells",
    "units",
)
"""Tables that keep to the glossary, and the messages of the interface."""


@pytest.mark.parametrize("covered", COVERED)
def test_no_text_deviates_from_the_glossary(covered: str) -> None:
    found = [
        f"{text.place}: “{word}” for “{term.id}”, better “{term.word[text.language]}”"
        for text in texts(covered)
        for term in glossary()
        for word in deviations(term, text)
    ]
    assert not found, "\n".join(found)


def test_every_concept_has_one_word_in_every_language() -> None:
    terms = glossary()
    assert len({term.id for term in terms}) == len(terms)
    for term in terms:
        assert all(term.word.values()), term.id
        assert not any(SEPARATOR in word for word in term.word.values()), term.id


def test_no_word_of_the_glossary_is_one_to_avoid() -> None:
    for code in LANGUAGE_CODES:
        for term in glossary():
            own = Text(place=term.id, language=code, words=term.word[code])
            for other in glossary():
                assert not deviations(other, own), (term.id, other.id, code)


NAMED = ("indicators", "organisations", "sectors", "subjects", "units")
"""Tables whose names are part of the glossary without standing in its file."""


def _bare(name: str) -> str:
    """Return a name without its abbreviation, in lower case."""
    return name.partition(" (")[0].casefold().replace("i\N{COMBINING DOT ABOVE}", "i")


@pytest.mark.parametrize("table", NAMED)
def test_a_name_that_the_glossary_has_too_is_the_same_in_every_language(table: str) -> None:
    names: dict[str, dict[str, str]] = {}
    for text in texts(table):
        place, column = text.place.rsplit(": ", 1)
        if column == f"name_{text.language}":
            names.setdefault(place, {})[text.language] = _bare(text.words)
    words = {_bare(term.word["en"]): term for term in glossary()}
    for place, name in names.items():
        term = words.get(name["en"])
        assert not term or name == {code: _bare(word) for code, word in term.word.items()}, place


CAPACITY = Term(
    id="capacity",
    word=dict.fromkeys(LANGUAGE_CODES, ""),
    avoid={"en": (), "kk": ("қуат",), "tr": ("trafik",), "ru": ("мощност", "¶")},
    allow={"en": (), "kk": (), "tr": (), "ru": ("мощность порта",)},
)


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("kk", "Құбырдың қуаты", ["қуат"]),
        ("kk", "өткізу қабілеті", []),
        ("ru", "Мощность нефтепровода", ["мощност"]),
        ("ru", "мощность порта Актау", []),
        ("ru", "маломощность", []),
        ("ru", "по ¶ 12", ["¶"]),
    ],
)
def test_inflected_words_are_found_and_allowed_phrases_are_not(
    language: str, words: str, expected: list[str]
) -> None:
    assert deviations(CAPACITY, Text(place="", language=language, words=words)) == expected
