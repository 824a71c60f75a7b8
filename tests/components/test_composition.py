"""Composition of lines outside the charts: names, periods, qualifiers, lists, full stops."""

import re
from dataclasses import replace

import pytest

from components.text.amounts import amount_text, value_text
from components.text.entries import (
    QUALIFIER_WORDS,
    amount_beside_name,
    name_and_period,
    name_says_qualifier,
    named_amount,
)
from components.text.lists import one_colon
from components.text.names import (
    name_in_sentence,
)
from data.evidence.catalogue import catalogue, values_by_id
from data.evidence.values import INTENTIONS, Value
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.components.every_language import EVERY_LANGUAGE


def _value(dataset: Dataset, code: str) -> Value:
    return values_by_id(dataset)[code]


@EVERY_LANGUAGE
def test_no_line_repeats_the_year_of_the_name(code: str, dataset: Dataset) -> None:
    words = language(code)
    for entry in catalogue(dataset):
        written = name_and_period(entry, words)
        assert not re.search(r"(\d{4})[^,]{0,8}, \1$", written), written
        for year in re.findall(r"\d{4}", entry.period):
            assert year in written


@EVERY_LANGUAGE
def test_the_period_is_added_where_the_name_lacks_it(code: str, dataset: Dataset) -> None:
    words = language(code)
    entry = _value(dataset, "table7:2022:turnover")
    assert name_and_period(entry, words) == f"{entry.name(words)}, 2022"


QUALIFIED = {"planned", "target", "forecast"}


def test_words_of_qualifiers_are_known_in_every_language() -> None:
    assert set(QUALIFIER_WORDS) == QUALIFIED == INTENTIONS
    for by_language in QUALIFIER_WORDS.values():
        assert set(by_language) == set(LANGUAGE_CODES)


@EVERY_LANGUAGE
def test_a_qualifier_stands_once_beside_its_name(code: str, dataset: Dataset) -> None:
    words = language(code)
    for entry in catalogue(dataset):
        if entry.qualifier not in QUALIFIED:
            continue
        qualified, exact = (
            amount_text(value, dataset=dataset, language=words)
            for value in (entry, replace(entry, qualifier="exact"))
        )
        if entry.unit == "rank":
            exact = value_text(entry, words)
        in_name = re.search(QUALIFIER_WORDS[entry.qualifier][code], entry.name(words).casefold())
        amount = amount_beside_name(entry, dataset=dataset, language=words)
        assert amount == (exact if in_name else qualified) != (qualified if in_name else exact)


def test_no_qualifier_is_lost_without_a_word_in_the_name(dataset: Dataset) -> None:
    words = language("en")
    entry = _value(dataset, "tr-gdp-forecast-new-2023-p1323")
    assert amount_beside_name(entry, dataset=dataset, language=words) == "2.5%"
    unsaid = replace(entry, names=tuple("Growth" for _code in LANGUAGE_CODES))
    assert amount_beside_name(unsaid, dataset=dataset, language=words) == "2.5%, forecast"
    assert not name_says_qualifier("Prospective projects", "planned", words)
    assert not name_says_qualifier("A name with about in it", "about", words)


@pytest.mark.parametrize(
    ("code", "joined", "apart"),
    [
        ("en", "oil and gas", "trade; metals and mining"),
        ("kk", "oil және gas", "trade; metals және mining"),
        ("tr", "oil ve gas", "trade; metals ve mining"),
        ("ru", "oil и gas", "trade; metals и mining"),
    ],
)
def test_items_with_a_joining_word_are_kept_apart(code: str, joined: str, apart: str) -> None:
    words = language(code)
    assert words.enumerate(("oil", "gas")) == joined
    conjunction = joined.split(" ")[1]
    assert words.enumerate(("trade", f"metals {conjunction} mining")) == apart
    assert words.enumerate((f"metals {conjunction} mining",)) == f"metals {conjunction} mining"
    assert ";" not in words.enumerate(("Nakhchivan", "Anders", "verim"))


@pytest.mark.parametrize(
    ("code", "name", "inside"),
    [
        ("ru", "Нефтепровод Атырау–Самара", "нефтепровод Атырау–Самара"),
        ("ru", "Порты-побратимы: Мерсин", "порты-побратимы: Мерсин"),
        ("ru", "Срединный коридор", "Срединный коридор"),
        ("ru", "Южный газовый коридор", "Южный газовый коридор"),
        ("kk", "Атырау–Самара мұнай құбыры", "Атырау–Самара мұнай құбыры"),
        ("en", "Port of Aktau", "port of Aktau"),
        ("tr", "Orta Koridor", "Orta Koridor"),
    ],
)
def test_only_common_nouns_lose_their_capital_inside_a_sentence(
    code: str, name: str, inside: str
) -> None:
    assert name_in_sentence(name, language(code)) == inside


@EVERY_LANGUAGE
def test_a_line_of_a_name_and_an_amount_has_one_colon(code: str, dataset: Dataset) -> None:
    words = language(code)
    for entry in catalogue(dataset):
        assert named_amount(entry, dataset=dataset, language=words).count(": ") == 1


def test_a_colon_in_a_name_becomes_a_dash() -> None:
    words = language("en")
    assert one_colon("Nabucco gas pipeline: planned length", words) == (
        "Nabucco gas pipeline – planned length"
    )
    assert one_colon("Priority fields: Education, science and culture", words) == (
        "Priority fields – Education, science and culture"
    )
    assert one_colon("Railway: freight carried, 2019", words) == "Railway – freight carried, 2019"
    assert one_colon("Middle Corridor", words) == "Middle Corridor"
