"""Statements: what rounding and qualifiers of a value allow, and growth computed from series."""

from dataclasses import replace

import pytest

from data.evidence.catalogue import catalogue
from data.evidence.series import growth, printed_series
from data.evidence.statements import INFERRED, agree, statements
from data.evidence.values import Value
from data.load.dataset import Dataset


def stated(dataset: Dataset, qualifier: str, value: float, unit: str = "USD_million") -> Value:
    """A value of Table 7 with another number, qualifier and unit."""
    (found,) = [
        one for one in printed_series(dataset, "trade", "turnover", "table7") if one.year == 2022
    ]
    return replace(found, value=value, low=None, high=None, qualifier=qualifier, unit=unit)


@pytest.mark.parametrize(
    ("qualifier", "number", "agreeing", "differing"),
    [
        ("exact", 5.5, 5.54, 5.6),
        ("exact", 2000.0, 2000.4, 2002.0),
        ("over", 2000.0, 2900.0, 3100.0),
        ("over", 2000.0, 2000.6, 1998.0),
        ("under", 2000.0, 1100.0, 900.0),
        ("about", 2000.0, 2150.0, 2300.0),
        ("about", 2000.0, 1850.0, 1700.0),
        ("up_to", 2000.0, 3.0, 2002.0),
    ],
)
def test_a_number_agrees_with_what_rounding_and_qualifier_allow(
    dataset: Dataset, qualifier: str, number: float, agreeing: float, differing: float
) -> None:
    one = stated(dataset, qualifier, number)
    assert agree(one, stated(dataset, "exact", agreeing))
    assert agree(stated(dataset, "exact", agreeing), one)
    assert not agree(one, stated(dataset, "exact", differing))
    assert not agree(stated(dataset, "exact", differing), one)


def test_inferred_values_state_nothing(dataset: Dataset) -> None:
    inferred = [value.id for value in catalogue(dataset) if value.qualifier == INFERRED]
    assert inferred
    assert not {value.id for value in statements(dataset)} & set(inferred)


def test_a_computed_percentage_is_shown_with_one_decimal(dataset: Dataset) -> None:
    turnover = printed_series(dataset, "trade", "turnover", "table7")
    computed = growth(turnover, "turnover_growth")[-1]
    assert computed.method == "computed"
    printed = replace(computed, value=12.3, inputs=(), id="printed")
    assert agree(replace(computed, value=12.38), printed)
    assert not agree(replace(computed, value=12.44), printed)


@pytest.mark.parametrize("indicator", ["turnover", "exports", "imports"])
def test_growth_is_the_same_as_that_of_the_series(dataset: Dataset, indicator: str) -> None:
    series = printed_series(dataset, "trade", indicator, "table7")
    expected = {one.year: one.value for one in growth(series, f"{indicator}_growth")}
    found = {
        one.year: one.value
        for one in statements(dataset)
        if one.indicator == f"{indicator}_growth" and one.origin == "table7" and one.inputs
    }
    assert len(found) >= 5
    assert found == pytest.approx({year: expected[year] for year in found})
