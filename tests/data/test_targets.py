"""Distance of trade turnover from its targets, and averages per project."""

from dataclasses import replace

import pytest

from data.evidence.averages import averages
from data.evidence.series import printed_series
from data.evidence.targets import (
    Target,
    latest_turnovers,
    needed_growth,
    public_turnovers,
    reaches,
    target_years,
    targets,
    year_reached,
)
from data.evidence.values import Series, Value
from data.load.dataset import Dataset

YEARS = (2018, 2023)


@pytest.fixture
def turnover(dataset: Dataset) -> Series:
    return printed_series(dataset, "trade", "turnover", "table7")


@pytest.fixture
def goal(dataset: Dataset) -> Target:
    return targets(dataset)[0]


def test_targets_keep_every_statement(dataset: Dataset) -> None:
    inside, outside = targets(dataset)
    assert inside.amount == 10000
    assert [value.paragraph for value in inside.stated] == ["493", "1107", "1320"]
    assert outside.amount == 15000
    assert outside.value.origin == "caspian_post_2024_11_12"


def test_each_source_stands_at_its_last_value(dataset: Dataset) -> None:
    found = {value.origin: (value.year, value.value) for value in latest_turnovers(dataset, YEARS)}
    assert found == {"table6": (2022, 4100), "table7": (2023, 3200), "s3_2": (2022, 6.3)}
    assert [value.origin for value in latest_turnovers(dataset, (2018, 2019))] == ["table7"]
    assert latest_turnovers(dataset, (2015, 2016)) == ()
    assert {value.country: value.year for value in public_turnovers(dataset)} == {
        "KZ": 2025,
        "TR": 2023,
    }


def test_needed_growth_leads_to_the_target(
    turnover: Series, goal: Target, dataset: Dataset
) -> None:
    last = turnover[-1]
    growth = needed_growth(last, goal, 2030, dataset)
    assert growth is not None
    assert growth.value == pytest.approx(17.677, abs=0.001)
    assert 3200 * (1 + (growth.value or 0) / 100) ** 7 == pytest.approx(10000)
    assert growth.inputs == (last.id, *(value.id for value in goal.stated))
    assert growth.paragraph == last.paragraph
    assert growth.period == "2023/2030"


@pytest.mark.parametrize(
    "parts",
    [
        {"value": None, "low": 3000.0, "high": 3300.0},
        {"qualifier": "over"},
        {"qualifier": "planned"},
        {"value": 0.0},
        {"value": 10000.0},
    ],
)
def test_no_growth_is_needed_or_computed(
    parts: dict[str, object], turnover: Series, goal: Target, dataset: Dataset
) -> None:
    changed: Value = replace(turnover[-1], **parts)  # type: ignore[arg-type]
    assert needed_growth(changed, goal, 2030, dataset) is None
    assert reaches(changed, goal) == (parts.get("value") == 10000.0)


def test_the_target_year_is_after_the_value(
    turnover: Series, goal: Target, dataset: Dataset
) -> None:
    assert target_years(dataset) == (2024, 2030, 2040)
    assert needed_growth(turnover[-1], goal, 2023, dataset) is None


def test_the_year_reached_follows_from_the_past_growth(
    turnover: Series, goal: Target, dataset: Dataset
) -> None:
    reached = year_reached(turnover, goal, dataset)
    assert reached is not None
    assert (reached.indicator, reached.value) == ("target_reached", 2032)
    assert reached.unit == "year"
    rate = (3200 / 1580) ** (1 / 5)
    assert 3200 * rate**8 < 10000 <= 3200 * rate**9
    falling = (*turnover[:-1], replace(turnover[-1], value=1500.0))
    slow = (*turnover[:-1], replace(turnover[-1], value=1581.0))
    for series in ((), turnover[:1], falling, slow):
        assert year_reached(series, goal, dataset) is None
    doubled = (replace(turnover[0], value=2500.0), replace(turnover[1], value=5000.0))
    exact = year_reached(doubled, goal, dataset)
    assert exact is not None
    assert exact.value == 2020


def test_averages_need_an_amount_and_a_count(dataset: Dataset) -> None:
    amounts = printed_series(dataset, "investment", "investment_tr_to_kz", "table8")
    counts = printed_series(dataset, "investment", "investment_projects", "table8")
    found = averages(amounts, counts, "investment_per_project")
    assert {value.year: value.value for value in found} == {
        2018: 18.2,
        2019: 18.0,
        2020: pytest.approx(420 / 23),
        2021: pytest.approx(500 / 30),
        2022: pytest.approx(600 / 35),
        2023: 18.75,
    }
    assert found[0].inputs == ("table8:2018:investment_tr_to_kz", "table8:2018:investment_projects")
    none = (replace(counts[0], value=0.0), replace(counts[1], qualifier="up_to"))
    assert averages(amounts, none, "investment_per_project") == ()
    assert averages((), counts, "investment_per_project") == ()
