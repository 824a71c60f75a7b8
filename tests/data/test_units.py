"""Units: exact conversion between units of one base."""

import pytest

from data.evidence.catalogue import values_by_id
from data.evidence.series import other_units, printed_series, series_unit
from data.evidence.trends import Direction, direction, falls, highest
from data.evidence.units import converted, convertible
from data.load.dataset import Dataset
from tests.extended import extended_dataset


def test_a_conversion_adds_no_digits_of_binary_rounding() -> None:
    assert converted(3.55, "USD_billion", "USD_million") == 3550
    assert converted(0.56, "USD_billion", "USD_million") == 560
    assert converted(1450, "USD_million", "USD_billion") == 1.45
    assert converted(2.1, "thousand", "companies") == 2100
    assert converted(7, "days", "days") == 7


@pytest.mark.parametrize(
    ("unit", "target"),
    [
        ("EUR_billion", "USD_million"),
        ("Mt", "USD_million"),
        ("billion", "USD_million"),
        ("companies", "projects"),
        ("percent", "USD_million"),
    ],
)
def test_other_bases_are_not_converted(unit: str, target: str) -> None:
    assert not convertible(unit, target)
    with pytest.raises(ValueError, match="cannot be converted"):
        converted(1, unit, target)


def test_both_ends_of_a_range_are_converted(dataset: Dataset) -> None:
    printed = values_by_id(dataset)["turkic-peoples-population-p1215"]
    shown = printed.in_unit("thousand_people")
    assert (shown.value, shown.low, shown.high) == (None, 250_000, 400_000)
    assert shown.source is not None
    assert (shown.source.low, shown.source.high) == (printed.low, printed.high) == (250, 400)
    assert shown.source.unit == printed.unit == "million_people"


def test_a_series_has_one_unit(dataset: Dataset) -> None:
    for tables in (dataset, extended_dataset()):
        for table in ("trade", "investment", "economy"):
            rows = tables.tables[table]
            for indicator, origin in {*zip(rows["indicator"], rows["origin"], strict=True)}:
                series = printed_series(tables, table, indicator, origin)
                units = {seen.unit for seen in series}
                assert units <= {series_unit(tables, table, indicator, origin)}
                left = other_units(tables, table, indicator, origin)
                own = (rows["indicator"] == indicator) & (rows["origin"] == origin)
                assert len(series) + len(left) == int(own.sum())


def test_direction_highest_value_and_falls_of_values_and_ranges() -> None:
    turnover = {
        seen.year: seen
        for seen in printed_series(extended_dataset(), "trade", "turnover", "table7")
    }
    assert direction(turnover[2023], turnover[2024]) is Direction.ROSE
    assert direction(turnover[2020], turnover[2019]) is Direction.ROSE
    assert direction(turnover[2026], turnover[2026]) is Direction.UNCLEAR
    inflow = printed_series(extended_dataset(), "investment", "investment_tr_to_kz", "table8")
    assert highest(inflow) is None
    assert [after.year for _before, after in falls(inflow)] == [2020]
    best = highest(inflow[:-2])
    assert best is not None
    assert best.year == 2023
