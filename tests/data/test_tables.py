"""Tables: printed values of the dissertation, and computed values compared with printed ones."""

import pytest
from frictionless import Package

from data.evidence.series import (
    chosen_years,
    compound_growth,
    growth,
    printed_series,
    remainder,
    series_choices,
    total,
    trade_balance,
)
from data.load.dataset import Dataset
from data.load.package import DESCRIPTOR, OUTSIDE_KIND, read_package

TABLE_7 = {
    "exports": [980, 1120, 1050, 1400, 1800, 2100],
    "imports": [600, 650, 700, 800, 950, 1100],
    "turnover": [1580, 1770, 1750, 2200, 2750, 3200],
}
TABLE_6 = {
    ("trade", "turnover"): [2100, 3000, 4100],
    ("trade", "exports"): [900, 1100, 1500],
    ("trade", "imports"): [1200, 1900, 2600],
    ("investment", "investment_tr_to_kz"): [300, 450, 670],
    ("economy", "turkish_companies"): [900, 1100, 1400],
    ("economy", "joint_projects"): [30, 45, 60],
}
TABLE_8 = {
    "investment_tr_to_kz": [364, 450, 420, 500, 600, 750],
    "investment_kz_to_tr": [50, 60, 55, 70, 85, 95],
    "investment_projects": [20, 25, 23, 30, 35, 40],
}


YEARS_7_AND_8, YEARS_6 = (2018, 2023), (2020, 2022)
"""Years printed in the tables of the dissertation; the data may have additional ones."""


def values(
    dataset: Dataset,
    table: str,
    indicator: str,
    origin: str,
    years: tuple[int, int] = YEARS_7_AND_8,
) -> dict[int, float]:
    series = chosen_years(printed_series(dataset, table, indicator, origin), years)
    return {seen.year: seen.value for seen in series if seen.value is not None}


def test_no_table_has_a_fault(dataset: Dataset) -> None:
    assert dataset.problems == ()


def test_frictionless_accepts_the_package() -> None:
    report = Package(str(DESCRIPTOR)).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])


@pytest.mark.parametrize("indicator", TABLE_7)
def test_table_7_has_the_printed_values(dataset: Dataset, indicator: str) -> None:
    printed = dict(zip(range(2018, 2024), TABLE_7[indicator], strict=True))
    assert values(dataset, "trade", indicator, "table7") == printed


@pytest.mark.parametrize(("table", "indicator"), TABLE_6)
def test_table_6_has_the_printed_values(dataset: Dataset, table: str, indicator: str) -> None:
    printed = dict(zip(range(2020, 2023), TABLE_6[table, indicator], strict=True))
    assert values(dataset, table, indicator, "table6", YEARS_6) == printed


@pytest.mark.parametrize("indicator", TABLE_8)
def test_table_8_has_the_printed_values(dataset: Dataset, indicator: str) -> None:
    printed = dict(zip(range(2018, 2024), TABLE_8[indicator], strict=True))
    assert values(dataset, "investment", indicator, "table8") == printed


@pytest.mark.parametrize(("origin", "years"), [("table6", YEARS_6), ("table7", YEARS_7_AND_8)])
def test_exports_and_imports_sum_to_the_turnover(
    dataset: Dataset, origin: str, years: tuple[int, int]
) -> None:
    exports, imports, turnover = (
        values(dataset, "trade", indicator, origin, years)
        for indicator in ("exports", "imports", "turnover")
    )
    assert {year: exports[year] + imports[year] for year in exports} == turnover


def test_computed_growth_is_the_printed_growth(dataset: Dataset) -> None:
    printed = values(dataset, "trade", "turnover_growth", "table7")
    turnover = chosen_years(printed_series(dataset, "trade", "turnover", "table7"), YEARS_7_AND_8)
    computed = growth(turnover, "growth")
    assert printed == {2019: 12.0, 2020: -1.1, 2021: 25.7, 2022: 25.0, 2023: 16.4}
    rates = {seen.year: round(seen.value, 1) for seen in computed if seen.value is not None}
    assert rates == printed


def test_growth_names_both_years_it_is_computed_from(dataset: Dataset) -> None:
    computed = growth(printed_series(dataset, "trade", "turnover", "table7"), "growth")
    (found,) = (seen for seen in computed if seen.year == 2019)
    assert (found.paragraph, found.method) == ("1007;1014", "computed")


def test_balance_is_exports_minus_imports(dataset: Dataset) -> None:
    balance = {
        seen.year: seen.value
        for seen in chosen_years(trade_balance(dataset, "table7"), YEARS_7_AND_8)
    }
    assert balance == {2018: 380, 2019: 470, 2020: 350, 2021: 600, 2022: 850, 2023: 1000}
    other = chosen_years(trade_balance(dataset, "table6"), YEARS_6)
    assert [seen.value for seen in other] == [-300, -800, -1100]


def test_compound_growth_reproduces_the_last_value_from_the_first(dataset: Dataset) -> None:
    series = chosen_years(printed_series(dataset, "trade", "turnover", "table7"), YEARS_7_AND_8)
    rate = compound_growth(series)
    assert rate is not None
    assert 1580 * (1 + rate / 100) ** 5 == pytest.approx(3200)
    assert compound_growth(series[:1]) is None


def test_total_of_investment_over_chosen_years(dataset: Dataset) -> None:
    series = printed_series(dataset, "investment", "investment_tr_to_kz", "table8")
    assert total(chosen_years(series, YEARS_7_AND_8)) == 3084
    assert total(chosen_years(series, (2022, 2023))) == 1350


def test_the_rest_of_a_total_has_its_unit_and_names_all_inputs(dataset: Dataset) -> None:
    whole, part = (
        next(seen for seen in printed_series(dataset, "trade", name, "table7") if seen.year == 2022)
        for name in ("turnover", "exports")
    )
    rest = remainder(whole, [part])
    assert rest is not None
    assert (rest.value, rest.unit, rest.method) == (950, whole.unit, "computed")
    assert rest.inputs == (whole.id, part.id)
    assert remainder(part, [whole]) is None


def test_competing_tables_are_separate_series(dataset: Dataset) -> None:
    assert set(series_choices(dataset, "trade")) >= {"table6", "table7"}
    assert set(series_choices(dataset, "investment")) >= {"table6", "table8"}
    assert values(dataset, "trade", "turnover", "table6")[2022] == 4100
    assert values(dataset, "trade", "turnover", "table7")[2022] == 2750


def test_every_value_names_its_origin_and_a_paragraph_inside_it(dataset: Dataset) -> None:
    spans = dataset.tables["origins"].set_index("origin")
    for name in ("trade", "investment", "economy", "survey_answers"):
        for row in dataset.tables[name].to_dict("records"):
            span = spans.loc[row["origin"]]
            if span["kind"] == OUTSIDE_KIND:
                assert row["paragraph"] == ""
                continue
            for paragraph in row["paragraph"].split(";"):
                assert span["first_paragraph"] <= int(paragraph) <= span["last_paragraph"], row


def test_no_value_has_a_drafting_remark_as_its_source(dataset: Dataset) -> None:
    for table in dataset.tables.values():
        if "paragraph" in table.columns:
            numbers = {number for cell in table["paragraph"] for number in str(cell).split(";")}
            assert numbers.isdisjoint({"1127", "1128", "1129"})


def test_every_column_of_codes_refers_to_its_table() -> None:
    lookups = {"origin": "origins", "unit": "units", "subject": "subjects"}
    for resource in read_package().resources:
        for column in resource.fields:
            if column.name in lookups and resource.name != lookups[column.name]:
                assert column.reference is not None, (resource.name, column.name)
                assert column.reference.table == lookups[column.name]
