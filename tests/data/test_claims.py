"""Claims about trade and investment under every source and period."""

import pytest

from data.evidence.claims import CHANGE, COMMON, PACE, SIGN, WHOLE, Claim, Outcome, outcomes
from data.evidence.public_catalogue import known_values
from data.evidence.public_record import PublicValue
from data.evidence.source_comparison import BALANCE, OF_KAZAKHSTAN, OF_TURKIYE, TEXT
from data.load.dataset import Dataset


def found(dataset: Dataset, kind: str, measure: str, period: str) -> dict[str, Outcome]:
    table = "investment" if measure.startswith("investment") else "trade"
    claim = Claim(kind=kind, measure=measure, period=period)
    return {one.source: one for one in outcomes(dataset, table) if one.claim == claim}


def test_the_sign_of_the_balance_depends_on_the_source(dataset: Dataset) -> None:
    every = found(dataset, SIGN, BALANCE, WHOLE)
    counted = {source: (one.positive, len(one.values)) for source, one in every.items()}
    assert counted == {
        "table7": (6, 6),
        "table6": (0, 3),
        TEXT: (1, 1),
        OF_KAZAKHSTAN: (8, 8),
        OF_TURKIYE: (1, 1),
    }
    assert {source: one.direction for source, one in every.items()}["table6"] == -1


def test_shared_years_are_those_of_all_tables(dataset: Dataset) -> None:
    every = found(dataset, CHANGE, "turnover", COMMON)
    assert {one.years for one in every.values()} == {(2020, 2022)}
    assert every["table7"].percent == pytest.approx(100 * (2750 / 1750 - 1))
    assert every["table6"].percent == pytest.approx(100 * (4100 / 2100 - 1))


def test_growth_a_year_reproduces_the_last_value(dataset: Dataset) -> None:
    one = found(dataset, PACE, "turnover", WHOLE)["table7"]
    assert one.percent is not None
    assert 1580 * (1 + one.percent / 100) ** 5 == pytest.approx(3200)
    assert len(one.inputs) == 2


def test_no_claim_joins_several_reporters(dataset: Dataset) -> None:
    for one in (*outcomes(dataset, "trade"), *outcomes(dataset, "investment")):
        reporters = {v.reporter for v in one.values if isinstance(v, PublicValue)}
        assert len(reporters) <= 1
        assert set(one.inputs) <= known_values(dataset).keys()


def test_chosen_years_narrow_every_source(dataset: Dataset) -> None:
    chosen = outcomes(dataset, "trade", (2021, 2022))
    assert {year for one in chosen for year in one.years} == {2021, 2022}
    assert outcomes(dataset, "trade", (2014, 2015)) == ()
