"""Search by numbers, units, years and paragraphs in every notation."""

import pytest

from data.search.catalogue_search import matching
from data.search.query import terms_of
from data.search.terms import Document, Fit
from data.search.typed_numbers import joined_groups, readings
from data.search.vocabulary import vocabulary
from tests.data.searched import DATASET, ENTRIES, TURNOVER, by_number, found


def values(text: str) -> list[float | None]:
    return [entry.value for entry in matching(ENTRIES, dataset=DATASET, text=text)]


def test_a_scale_or_unit_without_a_number_finds_values_in_it() -> None:
    assert set(TURNOVER) <= set(found("billion")) == set(found("млрд")) == set(found("milyar"))
    assert "table7:2022:turnover" in found("USD")
    assert set(found("projects")) < set(found("proje"))
    assert "table6:2020:turkish_companies" not in found("projects")


@pytest.mark.parametrize(
    "typed",
    [
        "6.3 billion",
        "6,3 billion",
        "6.3 Billions",
        "6.3bn",
        "6,3 bn",
        "$6.3bn",
        "$ 6.3 bn",
        "US$6.3 billion",
        "USD 6.3 billion",
        "6.3 billion USD",
        "6.3 billion US dollars",
        "6.30 billion",
        "6,3 млрд",
        "6,3 млрд.",
        "6,3 МЛРД",
        "6,3млрд",
        "6,3 миллиарда долларов",
        "6,3 млрд долл. США",
        "6,3 млрд АҚШ доллары",
        "6,3 миллиард АҚШ доллары",
        "6,3 млрд-тан",
        "6,3 milyar",
        "6,3 MİLYAR DOLAR",
        "6,3 milyar ABD doları",
        "6,3 milyar dolarlık",
        "6300",
        "6,300",
        "6.300",
        "6 300",
        "6\N{NO-BREAK SPACE}300",
        "6\N{NARROW NO-BREAK SPACE}300",
        "6\N{THIN SPACE}300",
        "6’300",
        "6300 million",
        "6,300 million USD",
        "6 300 млн",
        "6 300 млн долларов",
        "6.300 milyon",
        "6300 mn",
        "0.0063 trillion",
        "6.300.000.000",
        "6 300 000 000",
        "6,300,000,000 dollars",
        "“6.3 billion”",
        "about 6.3 billion",
        "≈6,3 млрд",
        "6.3 billion.",
        "(6.3 billion)",
        "(US$6.3 billion)",
        "6.3",
        "6,3",
    ],
)
def test_a_number_is_found_in_every_notation(typed: str) -> None:
    assert found(typed)[:2] == TURNOVER


def test_the_exact_value_precedes_the_converted_one_and_the_text() -> None:
    ranked = values("1.1")
    assert ranked[:4] == [1.1, 1100, 1100, 1100]
    assert -1.1 in ranked[4:]
    assert values("40")[:2] == [40, 40]
    assert values("2022 2750")[0] == 2750


def test_a_number_within_a_range_finds_the_range() -> None:
    assert found("250 km") == []
    assert "transcaspian-gas-pipeline-length-p780" in found("320 km")
    assert "btc-tr-annual-revenue-p776" in found("0.25 billion USD")


def test_a_unit_is_compared_with_the_unit_of_the_value() -> None:
    assert not {entry.unit for entry in by_number("40%") if entry.value == 40} - {"percent"}
    assert "tr-eu-turnover-2022-p1320" not in found("198 billion USD")


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("34 years", "turkic-alphabet-letters-p1284"),
        ("2000 km", "turkic-summits-1994-2000-p442"),
        ("1400 billion", "table7:2021:exports"),
    ],
)
def test_a_number_with_a_unit_does_not_find_the_bare_number(typed: str, other: str) -> None:
    assert found(typed)
    assert other not in found(typed)
    assert other in found(typed.partition(" ")[0])


@pytest.mark.parametrize(
    ("text", "typed", "fit"),
    [
        ("77123 lines", "771", Fit.IN_PART),
        ("lines 77123", "771", Fit.IN_PART),
        ("lines 177123", "771", None),
        ("177123 lines 77123", "771", Fit.IN_PART),
    ],
)
def test_a_number_is_found_by_its_first_digits(text: str, typed: str, fit: Fit | None) -> None:
    (term,) = terms_of(typed, vocabulary(DATASET))
    assert term.fit(Document(ENTRIES[0], text, text, "")) is fit


def test_years_and_spans_of_years_are_found_by_period() -> None:
    assert {"table7:2022:turnover", "table6:2022:turnover"} <= set(found("2022"))
    assert set(found("2022")) == set(found("2022 жыл")) == set(found("2022 г."))
    assert {entry.period[:4] for entry in by_number("Table 7 2019–2020")} == {"2019", "2020"}


@pytest.mark.parametrize(
    "typed",
    [
        "¶1332",
        "¶ 1332",
        "§1332",
        "p1332",
        "P. 1332",
        "paragraph 1332",
        "абзац 1332",
        "абз. 1332",
        "1332-абзац",
        "1332. paragraf",
    ],
)
def test_a_paragraph_is_found_in_every_notation(typed: str) -> None:
    listed = by_number(typed)
    assert len(listed) == 10
    assert {entry.paragraph for entry in listed} == {"1332"}


def test_the_first_digits_of_a_paragraph_find_all_that_begin_with_them() -> None:
    listed = {entry.paragraph for entry in by_number("¶133")}
    assert listed >= {entry.paragraph for entry in ENTRIES if entry.paragraph.startswith("133")}
    assert len(listed) > 2
    assert all("133" in paragraph for paragraph in listed)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("6300", [6300]),
        ("6.300", [6300, 6.3]),
        ("1,580", [1580, 1.58]),
        ("1.234.567", [1234567]),
        ("1.234,5", [1234.5]),
        ("1,234.5", [1234.5]),
        ("0.300", [0.3]),
        ("12,34", [12.34]),
        ("-1,1", [-1.1]),
        ("-6 300", [-6300]),
        ("-6,300", [-6300, -6.3]),
        ("-6300", [-6300]),
        ("12 34", []),
        ("1,2,3", []),
        ("1.2.3", []),
        ("9" * 30, []),
        ("٢٠٢٢", []),
        ("", []),
    ],
)
def test_every_plausible_reading_of_a_number(text: str, numbers: list[float]) -> None:
    assert [reading.value for reading in readings(text)] == numbers


def test_groups_of_three_digits_are_one_number() -> None:
    assert joined_groups(["6", "300", "000", "usd"]) == 3
    assert joined_groups(["-6", "300", "usd"]) == 2
    assert joined_groups(["2022", "300"]) == 1
    assert joined_groups(["6", "300,5", "100"]) == 2
