"""Languages: complete catalogues, number formats, negotiation."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from data.language.languages import (
    CATALOGUES,
    ENDONYMS,
    LANGUAGE_CODES,
    cldr_endonym,
    language,
    preferred_language,
)

REPOSITORY = Path(__file__).parents[2]
TRANSLATED = tuple(code for code in LANGUAGE_CODES if code != "en")
PLACEHOLDER = re.compile(r"\{\w+\}")
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "_": None, "later": None}

Message = str | tuple[str, ...]


def extracted() -> set[Message]:
    found: set[Message] = set()
    for room in ("components", "data", "pages"):
        found |= set(_messages(REPOSITORY / room, [("**.py", "python")]))
    return found | set(_messages(REPOSITORY, [("dashboard.py", "python")]))


def _messages(folder: Path, methods: list[tuple[str, str]]) -> Iterator[Message]:
    found = extract_from_dir(folder, method_map=methods, keywords=KEYWORDS)
    for _, _, message, _, _ in found:
        yield message


def catalogue(name: str) -> Catalog:
    code = name.removesuffix(".po")
    language_of_file = code if code in LANGUAGE_CODES else None
    return read_po(io.BytesIO((CATALOGUES / name).read_bytes()), locale=language_of_file)


def entries(name: str) -> dict[Message, tuple[str, ...]]:
    return {
        entry.id if isinstance(entry.id, str) else tuple(entry.id): (
            (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        )
        for entry in catalogue(name)
        if entry.id
    }


@pytest.mark.parametrize("name", ["atlas.pot", *(f"{code}.po" for code in TRANSLATED)])
def test_a_catalogue_has_exactly_the_texts_of_the_code(name: str) -> None:
    assert set(entries(name)) == extracted()


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_is_translated_with_its_placeholders(code: str) -> None:
    for message, versions in entries(f"{code}.po").items():
        original = message if isinstance(message, str) else message[0]
        wanted = set(PLACEHOLDER.findall(original))
        for version in versions:
            assert version, message
            assert set(PLACEHOLDER.findall(version)) == wanted, message


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_is_waiting_for_review(code: str) -> None:
    assert [entry.id for entry in catalogue(f"{code}.po") if entry.id and entry.fuzzy] == []


def test_plural_forms_follow_the_language() -> None:
    singular, plural = "{count} fault in the data files", "{count} faults in the data files"
    forms = {
        code: len({language(code).ngettext(singular, plural, count) for count in (1, 2, 5)})
        for code in LANGUAGE_CODES
    }
    assert forms["en"] == 2
    assert forms["ru"] == 3


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "−3,200.5"),
        ("kk", "−3\N{NO-BREAK SPACE}200,5"),
        ("tr", "−3.200,5"),
        ("ru", "−3\N{NO-BREAK SPACE}200,5"),
    ],
)
def test_numbers_follow_the_language(code: str, text: str) -> None:
    assert language(code).number(-3200.5) == text


def test_numbers_are_rounded_half_up() -> None:
    assert language("en").number(-6.25, decimals=1) == "−6.3"
    assert language("en").number(0.125) == "0.13"
    assert language("en").number(25, decimals=1, signed=True) == "+25.0"


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("kk-KZ", "kk"),
        ("de-DE,de;q=0.9,kk;q=0.8,en;q=0.5", "kk"),
        ("de, fr;q=0.9, tr-TR;q=0.3", "tr"),
        ("en;q=0.5,ru;q=0.7", "ru"),
        ("ru;q=0,tr;q=0.1", "tr"),
        ("ru;q=0", "en"),
        ("RU_ru , en", "ru"),
        ("kaz,en;q=0.9", "kk"),
        ("en-US,en;q=0.9,kk;q=0.8", "en"),
        ("tr;q=0.8,kk;q=0.8", "tr"),
        ("kk;q=0.8,tr;q=0.8", "kk"),
        ("tr; q=0.4, ru ;q=0.6", "ru"),
        ("de,*;q=0.5", "en"),
        ("*", "en"),
        ("", "en"),
        (None, "en"),
        ("kk;q=nan,tr;q=1e9,ru;q=-1,ru;q=0.1", "ru"),
        (";;;,,,q=1,;q=", "en"),
        ("de," * 500_000 + "kk", "en"),
        ("\ud800,kk", "kk"),
    ],
)
def test_the_language_a_browser_prefers(accepted: str | None, code: str) -> None:
    assert preferred_language(accepted) == code


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_header_gives_a_language(accepted: str) -> None:
    assert preferred_language(accepted) in LANGUAGE_CODES


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no language 'xx'"):
        language("xx")


def test_names_of_languages_are_those_of_cldr() -> None:
    assert set(ENDONYMS) == set(LANGUAGE_CODES)
    assert {code: cldr_endonym(code) for code in LANGUAGE_CODES} == ENDONYMS


@pytest.mark.parametrize(
    ("code", "expected"),
    [("en", "a, b and c"), ("kk", "a, b, c"), ("tr", "a, b ve c"), ("ru", "a, b и c")],
)
def test_items_are_joined_to_a_list_as_the_language_does(code: str, expected: str) -> None:
    assert language(code).enumerate(["a", "b", "c"]) == expected


def test_items_with_the_joining_word_are_joined_by_semicolons() -> None:
    assert language("en").enumerate(["oil and gas", "food"]) == "oil and gas; food"
    assert language("en").enumerate(["oil and gas"]) == "oil and gas"
