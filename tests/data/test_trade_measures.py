"""Measures computed from trade by year: contributions, index, share of exports, compound growth."""

from dataclasses import replace

import pytest

from data.evidence.series import printed_series
from data.evidence.trade_measures import (
    COMPOUND,
    EXPORTS_POINTS,
    INDEX,
    SHARE,
    compound_since,
    contributions,
    index_of,
    measured_series,
    shares,
)
from data.evidence.values import Series, Value
from data.load.dataset import Dataset

YEARS = (2018, 2023)


def series(dataset: Dataset, indicator: str) -> Series:
    return printed_series(dataset, "trade", indicator, "table7")


def as_range(value: Value) -> Value:
    return replace(value, value=None, low=1000.0, high=1200.0)


def changed(own: Series, year: int, **parts: object) -> Series:
    return tuple(replace(seen, **parts) if seen.year == year else seen for seen in own)  # type: ignore[arg-type]


def by_year(own: Series) -> dict[int, float]:
    return {seen.year: round(seen.value or 0.0, 1) for seen in own}


def test_contributions_add_up_to_the_growth(dataset: Dataset) -> None:
    exports, imports, growth = measured_series(dataset, "table7", EXPORTS_POINTS, YEARS)
    assert by_year(exports) == {2019: 8.9, 2020: -4.0, 2021: 20.0, 2022: 18.2, 2023: 10.9}
    for sold, bought, total in zip(exports, imports, growth, strict=True):
        assert sold.unit == "percentage_points"
        assert (sold.value or 0.0) + (bought.value or 0.0) == pytest.approx(total.value)
    assert exports[0].inputs == (
        "table7:2018:exports",
        "table7:2019:exports",
        "table7:2018:turnover",
    )


def test_a_contribution_needs_three_numbers(dataset: Dataset) -> None:
    exports, turnover = series(dataset, "exports"), series(dataset, "turnover")
    ranged = tuple(as_range(seen) if seen.year == 2020 else seen for seen in exports)
    assert list(by_year(contributions(ranged, turnover))) == [2019, 2022, 2023]
    gap = tuple(seen for seen in turnover if seen.year != 2020)
    assert list(by_year(contributions(exports, gap))) == [2019, 2020, 2022, 2023]
    planned = changed(turnover, 2022, qualifier="planned")
    assert list(by_year(contributions(exports, planned))) == [2019, 2020, 2021, 2022]
    assert contributions(exports, changed(turnover, 2018, value=0.0))[0].year == 2020


def test_the_index_starts_at_the_first_selected_year(dataset: Dataset) -> None:
    turnover, exports, _imports = measured_series(dataset, "table7", INDEX, (2019, 2022))
    assert by_year(turnover) == {2019: 100.0, 2020: 98.9, 2021: 124.3, 2022: 155.4}
    assert turnover[0].inputs == ("table7:2019:turnover",)
    assert turnover[1].inputs == ("table7:2019:turnover", "table7:2020:turnover")
    assert turnover[1].id == "table7:2020:turnover_index_since_2019:computed"
    assert exports[0].value == 100.0


def test_no_index_starts_from_a_range_or_from_zero(dataset: Dataset) -> None:
    turnover = series(dataset, "turnover")
    assert index_of(()) == ()
    assert index_of((as_range(turnover[0]), *turnover[1:])) == ()
    assert index_of(changed(turnover, 2018, value=0.0)) == ()
    assert 2020 not in by_year(index_of(changed(turnover, 2020, qualifier="over")))


def test_shares_are_of_printed_turnover(dataset: Dataset) -> None:
    (own,) = measured_series(dataset, "table6", SHARE, YEARS)
    assert by_year(own) == {2020: 42.9, 2021: 36.7, 2022: 36.6}
    assert own[0].measure == ("exports_share_of_turnover", "KZ", "TR")
    exports, turnover = series(dataset, "exports"), series(dataset, "turnover")
    assert shares(exports, (), "share") == ()
    assert len(shares(exports, changed(turnover, 2019, value=-1.0), "share")) == len(exports) - 1


def test_compound_growth_starts_a_year_later(dataset: Dataset) -> None:
    (own,) = measured_series(dataset, "table7", COMPOUND, YEARS)
    assert list(by_year(own)) == [2019, 2020, 2021, 2022, 2023]
    assert by_year(own)[2023] == 15.2
    assert measured_series(dataset, "table7", COMPOUND, (2020, 2020)) == ((),)
    turnover = series(dataset, "turnover")
    falling = by_year(compound_since(changed(turnover, 2023, value=790.0)))
    assert falling[2023] == round((0.5 ** (1 / 5) - 1) * 100, 1)
    assert 2023 not in by_year(compound_since(changed(turnover, 2023, value=-5.0)))
