"""Figure of a chosen measure of trade by year: what its headline, notes and table say."""

from dataclasses import replace

import pytest

from components.figures.figure import Figure
from components.figures.registry import build_figure
from data.choice.measures import MEASURES
from data.choice.parameters import FilterSpace
from data.evidence.trade_measures import (
    COMPOUND,
    EXPORTS_POINTS,
    GROWTH,
    IMPORTS_POINTS,
    INDEX,
    SHARE,
)
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset


def build(dataset: Dataset, space: FilterSpace, **choice: object) -> Figure:
    filters = replace(space.start("en"), **choice)  # type: ignore[arg-type]
    return build_figure("trade_growth", dataset=dataset, filters=filters)


def with_value(dataset: Dataset, indicator: str, year: int, **cells: float | None) -> Dataset:
    """Return the dataset with other cells in a row of Table 7."""
    trade = dataset.tables["trade"].copy()
    own = (trade["origin"] == "table7") & (trade["year"] == year)
    hit = own & (trade["indicator"] == indicator)
    for column, cell in cells.items():
        trade.loc[hit, column] = cell
    return replace(dataset, tables={**dataset.tables, "trade": trade})


@pytest.mark.parametrize(
    ("choice", "headline"),
    [
        (
            {"measure": EXPORTS_POINTS},
            "Exports added 10.9 percentage points to the growth of trade turnover in 2023 "
            "(Table 7)",
        ),
        (
            {"measure": EXPORTS_POINTS, "years": (2020, 2020)},
            "Exports lowered the growth of trade turnover by 4.0 percentage points in 2020",
        ),
        (
            {"measure": IMPORTS_POINTS, "trade": "table6"},
            "Imports added 23.3 percentage points to the growth of trade turnover in 2022 "
            "(Table 6)",
        ),
        ({"measure": INDEX}, "Index of trade turnover in 2023: 202.5, where 2018 = 100"),
        (
            {"measure": INDEX, "years": (2020, 2020)},
            "No other selected year can be compared with 2020, so the index is 100.0",
        ),
        (
            {"measure": SHARE, "years": (2019, 2020)},
            "The share of exports in trade turnover fell from 63.3% in 2019 to 60.0% in 2020 "
            "(Table 7)",
        ),
        (
            {"measure": SHARE, "years": (2018, 2018)},
            "Share of exports in trade turnover in 2018: 62.0%",
        ),
        (
            {"measure": COMPOUND},
            "Compound annual growth of trade turnover in 2018–2023: +15.2%",
        ),
        (
            {"measure": COMPOUND, "years": (2020, 2020)},
            "Compound annual growth of trade turnover: not computed for 2020",
        ),
        (
            {"measure": EXPORTS_POINTS, "trade": "table6", "years": (2018, 2019)},
            "Table 6 has no values for 2018–2019",
        ),
    ],
)
def test_headlines_of_measures(
    choice: dict[str, object], headline: str, dataset: Dataset, space: FilterSpace
) -> None:
    assert build(dataset, space, **choice).headline == headline


def test_a_finding_has_the_other_part_and_other_tables(
    dataset: Dataset, space: FilterSpace
) -> None:
    points = build(dataset, space, measure=EXPORTS_POINTS)
    assert points.finding == (
        "Contribution of imports: +5.5. Growth of turnover in per cent: +16.4. "
        "Computed from other values – Table 6: +13.3 in 2022."
    )
    share = build(dataset, space, measure=SHARE)
    assert share.finding == (
        "Computed from other values – Table 6: 36.6% in 2022; Section 3.2: 74.9% in 2022."
    )


def test_a_range_has_no_measure_and_is_named(dataset: Dataset, space: FilterSpace) -> None:
    ranged = with_value(dataset, "turnover", 2018, value=None, low=1500.0, high=1600.0)
    index = build(ranged, space, measure=INDEX)
    assert index.rows == []
    assert index.headline == "Index of trade turnover: not computed for 2018–2023"
    assert any(note.startswith("Not computed for 2018–2023: ") for note in index.notes)
    later = build(ranged, space, measure=INDEX, years=(2019, 2023))
    assert later.headline.endswith("where 2019 = 100")


def test_contributions_that_do_not_add_up_are_named(dataset: Dataset, space: FilterSpace) -> None:
    odd = with_value(dataset, "turnover", 2022, value=2900.0)
    notes = build(odd, space, measure=EXPORTS_POINTS).notes
    assert any(note.startswith("In 2022 and 2023 the contributions of exports") for note in notes)
    even = build(dataset, space, measure=EXPORTS_POINTS).notes
    assert "The contributions of exports and imports add up to the growth of turnover." in even


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("measure", [code for code in MEASURES if code != GROWTH])
def test_every_measure_is_computed_from_named_values(
    measure: str, code: str, dataset: Dataset, space: FilterSpace
) -> None:
    filters = replace(space.start(code), measure=measure)
    figure = build_figure("trade_growth", dataset=dataset, filters=filters)
    assert set(figure.table["method"]) == {"computed"}
    assert all(figure.table["computed_from"])
    assert {row["year"] for row in figure.rows} <= set(figure.table["year"])
    assert figure.chart.to_dict()["layer"]
    assert "diamond" not in figure.alternative_text


def test_years_and_tables_never_change_the_form_of_a_measure(
    dataset: Dataset, space: FilterSpace
) -> None:
    for measure in MEASURES:
        forms = {
            id(build(dataset, space, measure=measure, years=years).form)
            for years in ((2018, 2023), (2019, 2020), (2020, 2020))
        }
        assert len(forms) == 1, measure
