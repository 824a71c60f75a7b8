"""Rival values: search by quantity, period, unit and record; agreement."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd
import pytest

from data.evidence.audit import conflicts, entries_of
from data.evidence.catalogue import values_by_id
from data.evidence.findings import findings
from data.evidence.rivals import (
    DISPUTES,
    Rival,
    compound_growth_elsewhere,
    extremes_elsewhere,
    is_contested,
    paragraphs_against,
    rivals,
    rivals_of,
)
from data.evidence.series import growth, printed_series, trade_balance
from data.evidence.statements import agree, statements
from data.evidence.values import Value
from data.load.dataset import Dataset

TEXT_TURNOVER = "kz-tr-turnover-2022-p1332"


def value_in(dataset: Dataset, table: str, indicator: str, origin: str, year: int) -> Value:
    series = printed_series(dataset, table, indicator, origin)
    (found,) = [seen for seen in series if seen.year == year]
    return found


def balance_of(dataset: Dataset, origin: str, year: int) -> Value:
    (found,) = [seen for seen in trade_balance(dataset, origin) if seen.year == year]
    return found


def growth_of(dataset: Dataset, origin: str, year: int) -> Value:
    turnover = printed_series(dataset, "trade", "turnover", origin)
    (found,) = [seen for seen in growth(turnover, "turnover_growth") if seen.year == year]
    return found


def summary(found: Iterable[Rival]) -> list[tuple[float | None, str, str]]:
    return [
        (
            None if rival.number is None else round(rival.number, 1),
            "+".join(rival.origins),
            rival.period,
        )
        for rival in found
    ]


def with_fact(dataset: Dataset, fact: str, **cells: float | str) -> Dataset:
    """Return a copy of the dataset with some changed cells of one fact."""
    facts = dataset.tables["facts"].copy()
    for column, cell in cells.items():
        facts.loc[facts["fact"] == fact, column] = cell
    return replace(dataset, tables={**dataset.tables, "facts": facts})


def with_value(
    dataset: Dataset, table: str, key: dict[str, object], **cells: float | str
) -> Dataset:
    """Return a copy of the dataset with some changed cells of one yearly value."""
    rows = dataset.tables[table].copy()
    hit = pd.Series(data=True, index=rows.index)
    for column, cell in key.items():
        hit &= rows[column] == cell
    assert hit.sum() == 1
    for column, cell in cells.items():
        rows.loc[hit, column] = cell
    return replace(dataset, tables={**dataset.tables, table: rows})


def test_the_turnover_of_2022_has_two_rivals_in_its_own_unit(dataset: Dataset) -> None:
    found = rivals_of(value_in(dataset, "trade", "turnover", "table7", 2022), dataset)
    assert summary(found) == [(4100, "table6", "2022"), (6300, "s3_2", "2022")]
    assert {rival.value.unit for rival in found} == {"USD_million"}
    # Paragraph 1320 repeats the amount without a year.
    assert found[1].value.paragraph == "1320;1332"


def test_an_undated_repetition_belongs_to_the_year_it_repeats(dataset: Dataset) -> None:
    found = rivals_of(value_in(dataset, "trade", "turnover", "table6", 2021), dataset)
    assert summary(found) == [(2200, "table7", "2021")]


def test_a_year_printed_once_has_no_rival(dataset: Dataset) -> None:
    turnover = printed_series(dataset, "trade", "turnover", "table7")
    alone = tuple(seen for seen in turnover if seen.year in (2018, 2019))
    assert not is_contested(alone, dataset)
    assert is_contested(turnover, dataset)


def test_a_quarter_is_no_rival_of_a_year(dataset: Dataset) -> None:
    assert rivals_of(value_in(dataset, "trade", "exports", "table7", 2023), dataset) == ()
    imports = rivals_of(value_in(dataset, "trade", "imports", "table7", 2023), dataset)
    assert [rival.ids for rival in imports] == [("kz-spending-on-turkish-goods-2023-p1334",)]
    assert not imports[0].same_quantity


@pytest.mark.parametrize(
    "cells",
    [
        {"value": 2.75},
        {"value": 2750.0, "unit": "USD_million"},
        {"value": 2.8},
        {"value": 2.7, "qualifier": "over"},
        {"value": 2.6, "qualifier": "about"},
        {"value": 3.0, "qualifier": "up_to"},
        {"value": 2.8, "qualifier": "under"},
        {"value": float("nan"), "low": 2.5, "high": 3.0},
        {"qualifier": "planned"},
        {"qualifier": "target"},
        {"qualifier": "forecast"},
        {"period": "2024"},
        {"unit": "EUR_billion"},
    ],
)
def test_an_agreeing_value_or_another_quantity_is_no_rival(
    dataset: Dataset, cells: dict[str, float | str]
) -> None:
    altered = with_fact(dataset, TEXT_TURNOVER, **cells)
    altered = with_fact(altered, "kz-tr-turnover-p1320", indicator="other")
    found = rivals_of(value_in(altered, "trade", "turnover", "table7", 2022), altered)
    assert summary(found) == [(4100, "table6", "2022")]


@pytest.mark.parametrize(
    ("cells", "number"),
    [
        ({"value": 2.76}, 2760),
        ({"value": 2.0, "qualifier": "over"}, None),
        ({"value": 2.0, "qualifier": "about"}, 2000),
        ({"value": 2.5, "qualifier": "up_to"}, 2500),
        ({"value": float("nan"), "low": 6.0, "high": 7.0}, None),
        ({"value": 6300.0, "unit": "USD_million"}, 6300),
        ({"value": 0.0063, "unit": "USD_trillion"}, 6300),
    ],
)
def test_another_value_in_any_unit_or_form_is_a_rival(
    dataset: Dataset, cells: dict[str, float | str], number: float | None
) -> None:
    altered = with_fact(dataset, TEXT_TURNOVER, **cells)
    altered = with_fact(altered, "kz-tr-turnover-p1320", indicator="other")
    found = rivals_of(value_in(altered, "trade", "turnover", "table7", 2022), altered)
    text = next((rival for rival in found if rival.origins == ("s3_2",)), None)
    if cells.get("qualifier") == "over":
        # "Over 2 billion" is compatible with any higher value.
        assert text is None
    else:
        assert text is not None
        assert text.number == number


def test_balances_are_computed_from_each_table_and_each_passage(dataset: Dataset) -> None:
    found = rivals_of(balance_of(dataset, "table7", 2022), dataset)
    assert summary(found) == [(-1100, "table6", "2022"), (3200, "s3_2", "2022")]
    assert {rival.value.method for rival in found} == {"computed"}
    assert set(found[1].ids) == {"kz-tr-exports-2022-p1332", "kz-tr-imports-2022-p1332"}
    assert summary(rivals_of(balance_of(dataset, "table6", 2020), dataset)) == [
        (350, "table7", "2020")
    ]


def test_growth_has_printed_and_computed_rivals(dataset: Dataset) -> None:
    assert summary(rivals_of(growth_of(dataset, "table7", 2022), dataset)) == [
        (36.7, "table6", "2022"),
        (57, "s3_2", "2022"),
        (33, "s3_2", ""),
    ]
    assert summary(rivals_of(growth_of(dataset, "table6", 2021), dataset)) == [
        (25.7, "table7", "2021")
    ]
    assert rivals_of(growth_of(dataset, "table7", 2023), dataset) == ()


def test_a_printed_growth_that_does_not_follow_is_a_rival_of_the_computed_one(
    dataset: Dataset,
) -> None:
    key = {"origin": "table7", "year": 2023, "indicator": "turnover_growth"}
    altered = with_value(dataset, "trade", key, value=26.4)
    found = rivals_of(growth_of(altered, "table7", 2023), altered)
    assert summary(found) == [(26.4, "table7", "2023")]


def test_a_record_makes_undated_values_and_other_series_rivals(dataset: Dataset) -> None:
    companies = rivals_of(
        value_in(dataset, "economy", "turkish_companies", "table6", 2022), dataset
    )
    assert summary(companies) == [(4000, "s2_4_3", "")]
    projects = rivals_of(value_in(dataset, "economy", "joint_projects", "table6", 2022), dataset)
    assert [(rival.number, rival.same_quantity) for rival in projects] == [(100, True), (35, False)]
    others = rivals_of(
        value_in(dataset, "investment", "investment_projects", "table8", 2021), dataset
    )
    # Joint and investment projects are different quantities: an unclear passage, no contradiction.
    assert others == ()


def test_exports_are_never_rivals_of_imports(dataset: Dataset) -> None:
    known = values_by_id(dataset)
    for identifier, found in rivals(dataset).items():
        if identifier not in known:
            continue
        for rival in found:
            pair = {known[identifier].quantity[0], rival.value.quantity[0]}
            assert pair != {"exports", "imports"}


def test_a_disagreement_of_tables_alone_is_named_as_one(dataset: Dataset) -> None:
    known = values_by_id(dataset)
    kinds = {"tables_disagree": {"all"}, "text_vs_table": {"some"}, "text_vs_text": {"none"}}
    found: dict[str, set[str]] = {}
    for finding in findings(dataset):
        if finding.kind in kinds:
            origins = [known[row].origin.startswith("table") for row in finding.rows]
            share = "all" if all(origins) else "some" if any(origins) else "none"
            found.setdefault(finding.kind, set()).add(share)
    assert {"tables_disagree", "text_vs_table"} <= found.keys()
    assert found == {kind: kinds[kind] for kind in found}


def test_every_disagreement_that_a_rule_finds_is_a_pair_of_rivals(dataset: Dataset) -> None:
    every = {statement.id: statement for statement in statements(dataset)}
    checked = 0
    for found in findings(dataset):
        if found.kind not in DISPUTES:
            continue
        for row in found.rows:
            named = {name for rival in rivals(dataset).get(row, ()) for name in rival.ids}
            for other in set(found.rows) - {row} - named:
                assert agree(every[row], every[other]), (row, other)
            checked += len(named)
    assert checked


def test_every_recorded_disagreement_about_one_quantity_is_a_pair_of_rivals(
    dataset: Dataset,
) -> None:
    for conflict in conflicts(dataset):
        if conflict.kind not in DISPUTES:
            continue
        entries = entries_of(conflict, dataset)
        for entry in entries:
            named = {name for rival in rivals(dataset).get(entry.id, ()) for name in rival.ids}
            for other in entries:
                same = other.quantity == entry.quantity and other.id not in {entry.id, *named}
                if same and entry.value is not None:
                    assert agree(entry, other), conflict.id


def test_rivals_are_rivals_of_each_other(dataset: Dataset) -> None:
    known = values_by_id(dataset)
    for identifier, found in rivals(dataset).items():
        for rival in found:
            if identifier in known and rival.value.method == "printed" and rival.same_quantity:
                for name in rival.ids:
                    back = {each for other in rivals(dataset)[name] for each in other.ids}
                    assert identifier in back


def test_another_origin_has_its_highest_growth_in_another_year(dataset: Dataset) -> None:
    turnover = printed_series(dataset, "trade", "turnover", "table7")
    series = growth(turnover, "turnover_growth")
    years = (series[0].year, series[-1].year)
    found = extremes_elsewhere(series, dataset, years=years, highest=True)
    assert summary(found) == [(57, "s3_2", "2022")]
    assert extremes_elsewhere(series, dataset, years=years, highest=False) == ()
    of_table6 = growth(printed_series(dataset, "trade", "turnover", "table6"), "turnover_growth")
    lowest = extremes_elsewhere(of_table6, dataset, years=years, highest=False)
    assert summary(lowest) == [(-1.1, "table7", "2020")]
    # Years that are not selected are not ranked.
    narrow = extremes_elsewhere(of_table6, dataset, years=(2021, 2022), highest=False)
    assert summary(narrow) == []


def test_the_text_has_the_highest_investment_in_another_year(dataset: Dataset) -> None:
    series = printed_series(dataset, "investment", "investment_tr_to_kz", "table8")
    chosen = tuple(seen for seen in series if 2020 <= seen.year <= 2022)
    found = extremes_elsewhere(chosen, dataset, years=(2020, 2022), highest=True)
    assert summary(found) == [(680, "s2_4_3", "2021")]
    whole = extremes_elsewhere(series, dataset, years=(2018, 2023), highest=True)
    assert whole == ()


def test_compound_growth_is_computed_from_every_table_that_prints_both_years(
    dataset: Dataset,
) -> None:
    series = printed_series(dataset, "trade", "turnover", "table7")
    chosen = tuple(seen for seen in series if 2020 <= seen.year <= 2022)
    ((origin, rate),) = compound_growth_elsewhere(chosen, dataset)
    assert origin == "table6"
    assert round(rate, 1) == 39.7
    assert compound_growth_elsewhere(series, dataset) == ()
    assert compound_growth_elsewhere(chosen[:1], dataset) == ()


def test_paragraphs_that_contradict_a_fall_are_found_by_both_values(dataset: Dataset) -> None:
    series = printed_series(dataset, "investment", "investment_tr_to_kz", "table8")
    by_year = {seen.year: seen for seen in series}
    assert paragraphs_against(by_year[2019], by_year[2020], dataset) == ("1212",)
    assert paragraphs_against(by_year[2021], by_year[2022], dataset) == ()


def test_a_value_without_a_single_number_has_no_rivals(dataset: Dataset) -> None:
    seen = value_in(dataset, "trade", "turnover", "table7", 2022)
    nothing: float = None  # type: ignore[assignment]
    assert rivals_of(replace(seen, value=nothing), dataset) == ()


def test_rivals_follow_the_unit_of_the_stated_value(dataset: Dataset) -> None:
    seen = value_in(dataset, "trade", "turnover", "table7", 2022)
    found = rivals_of(replace(seen, value=2.75, unit="USD_billion"), dataset)
    assert [rival.number for rival in found] == [4.1, 6.3]


def test_rivals_are_cached_by_dataset(dataset: Dataset) -> None:
    assert rivals(dataset) is rivals(dataset)
    assert rivals(Dataset(tables={}, problems=())) == {}


def test_a_balance_of_a_range_is_a_range(dataset: Dataset) -> None:
    trade = dataset.tables["trade"].copy()
    sold = (trade["origin"] == "table7") & (trade["indicator"] == "exports")
    trade.loc[sold & (trade["year"] == 2022), ["value", "low", "high"]] = [None, 1500.0, 1800.0]
    changed = replace(dataset, tables={**dataset.tables, "trade": trade})
    bought = value_in(dataset, "trade", "imports", "table7", 2022).value
    assert bought is not None
    balance = balance_of(changed, "table7", 2022)
    assert (balance.value, balance.low, balance.high) == (None, 1500 - bought, 1800 - bought)
