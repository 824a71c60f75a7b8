"""What each source states, by year: values side by side, gaps, and what is not compared."""

import pytest

from data.evidence.source_comparison import (
    BALANCE,
    MEASURES,
    OF_KAZAKHSTAN,
    OF_TURKIYE,
    RECORDS,
    TEXT,
    YearOfSources,
    by_year,
    carried_statements,
    every_source,
    most_different,
    statements,
    undated_amounts,
)
from data.load.dataset import Dataset


def of_year(dataset: Dataset, measure: str, year: int) -> YearOfSources:
    return next(seen for seen in by_year(statements(dataset, measure)) if seen.year == year)


def test_every_source_says_its_own_of_the_turnover_of_2022(dataset: Dataset) -> None:
    seen = of_year(dataset, "turnover", 2022)
    said = [(one.source, one.value.value, one.comparable) for one in seen.statements]
    assert said == [
        ("table6", 4100, True),
        ("table7", 2750, True),
        (TEXT, 6300, True),
        (OF_KAZAKHSTAN, 5890, False),
        (OF_KAZAKHSTAN, 6300, True),
        (OF_TURKIYE, 4700, False),
    ]
    assert (seen.ends, seen.gap) == ((2750, 6300), 3550)
    assert seen.percent == pytest.approx(100 * 3550 / 2750)


def test_a_balance_is_computed_from_one_place_and_its_sign_differs(dataset: Dataset) -> None:
    seen = of_year(dataset, BALANCE, 2022)
    assert seen.opposite
    assert seen.percent is None
    numbers = {one.source: one.value.value for one in seen.statements}
    assert numbers == {
        "table6": -1100,
        "table7": 850,
        TEXT: 3200,
        OF_KAZAKHSTAN: 3100,
        OF_TURKIYE: 1800,
    }
    assert all(len(one.value.inputs) == 2 for one in seen.statements)


def test_bounds_parts_of_years_and_expectations_are_not_compared(dataset: Dataset) -> None:
    left_out = {
        (one.year, one.value.value) for one in statements(dataset, "turnover") if not one.comparable
    }
    assert {(2019, 2300), (2019, 3000), (2021, 5300), (2023, 10000)} <= left_out


def test_a_year_of_one_source_has_no_gap(dataset: Dataset) -> None:
    seen = of_year(dataset, "turnover", 2011)
    assert (seen.ends, seen.gap, seen.percent, seen.opposite) == (None, None, None, False)
    assert most_different([seen]) is None
    assert most_different(by_year(statements(dataset, "investment_kz_to_tr"))) is None


def test_sources_are_tables_text_and_public_record(dataset: Dataset) -> None:
    assert every_source(dataset) == ("table7", "table6", "table8", TEXT, *RECORDS)


@pytest.mark.parametrize("measure", MEASURES)
def test_the_gap_is_highest_less_lowest_number(dataset: Dataset, measure: str) -> None:
    for seen in by_year(statements(dataset, measure)):
        numbers = [one.value.measured for one in seen.statements if one.comparable]
        if seen.ends is not None:
            assert seen.ends == (min(filter(None, numbers)), max(filter(None, numbers)))


def test_amounts_carried_of_the_dissertation_stand_beside_public_data(dataset: Dataset) -> None:
    said = {(one.source, one.year, one.value.value) for one in carried_statements(dataset, "btk")}
    assert {(TEXT, 2019, 6.5), ("record_other", 2022, 0.432284)} <= said
    assert [value.id for value in undated_amounts(dataset, "middle-corridor")] == [
        "middle-corridor-throughput-p517"
    ]
