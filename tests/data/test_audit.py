"""Audit: contradictions found by rules, and their assignment to records."""

from dataclasses import replace

import pytest

from data.evidence.audit import (
    CLASSES,
    CONTRADICTION,
    READING,
    SEVERITIES,
    SLIP,
    class_counts,
    conflicts,
    conflicts_by_row,
    contradictions,
    contradictions_touching,
)
from data.evidence.catalogue import values_by_id
from data.evidence.findings import Finding, findings
from data.evidence.series import printed_series
from data.load.dataset import Dataset
from data.load.identifiers import is_paragraph, is_record, known_identifiers
from tests.extended import OUTSIDE, extended_dataset


def found_in(dataset: Dataset, *rows: str) -> list[Finding]:
    return [found for found in findings(dataset) if set(rows) <= set(found.rows)]


def changed(dataset: Dataset, table: str, key: dict[str, object], value: float) -> Dataset:
    """Return a copy of the dataset with one changed value."""
    rows = dataset.tables[table].copy()
    hit = rows.index[
        [all(row[name] == part for name, part in key.items()) for row in rows.to_dict("records")]
    ]
    assert len(hit) == 1
    rows.loc[hit, "value"] = value
    return replace(dataset, tables={**dataset.tables, table: rows})


def test_the_turnover_of_2022_is_printed_three_times(dataset: Dataset) -> None:
    (found,) = found_in(dataset, "table6:2022:turnover", "table7:2022:turnover")
    assert "kz-tr-turnover-2022-p1332" in found.rows
    assert (found.printed, found.expected, found.unit) == (2.75e9, 6.3e9, "USD")


def test_investment_of_2021_is_printed_three_times(dataset: Dataset) -> None:
    (found,) = found_in(
        dataset, "table6:2021:investment_tr_to_kz", "table8:2021:investment_tr_to_kz"
    )
    assert (found.printed, found.expected) == (450e6, 680e6)


def test_shares_of_table_3_do_not_add_up(dataset: Dataset) -> None:
    totals = {
        (found.rows[0].partition(":")[0], found.printed)
        for found in findings(dataset)
        if found.kind == "shares_do_not_add_up"
    }
    assert ("contract-of-the-century", 92.83) in totals
    assert {(("survey"), 99.0), ("survey", 99.5)} <= totals


def test_a_share_above_100_percent_is_a_finding(dataset: Dataset) -> None:
    impossible = [found for found in findings(dataset) if found.kind == "impossible_value"]
    assert [found.printed for found in impossible] == [407]


def test_the_printed_tables_agree_with_their_own_sums_and_growth(dataset: Dataset) -> None:
    kinds = {found.kind for found in findings(dataset)}
    assert kinds.isdisjoint({"total_is_not_sum", "growth_does_not_recompute"})


@pytest.mark.parametrize(
    ("table", "key", "value", "kind"),
    [
        (
            "trade",
            {"origin": "table7", "year": 2021, "indicator": "turnover"},
            2300,
            "total_is_not_sum",
        ),
        (
            "trade",
            {"origin": "table7", "year": 2021, "indicator": "turnover_growth"},
            26.7,
            "growth_does_not_recompute",
        ),
        ("survey_answers", {"question": 4, "answer": "friendship"}, 46, "shares_do_not_add_up"),
    ],
)
def test_a_contradiction_in_changed_data_is_found(
    dataset: Dataset, table: str, key: dict[str, object], value: float, kind: str
) -> None:
    altered = changed(dataset, table, key, value)
    new = set(findings(altered)) - set(findings(dataset))
    assert kind in {found.kind for found in new}
    unrecorded = {conflict.kind for conflict in conflicts(altered) if not conflict.quantity}
    assert kind in unrecorded | {c.kind for c in conflicts(altered) if c.findings}


def test_values_of_one_quantity_that_differ_by_a_fraction_are_a_finding(dataset: Dataset) -> None:
    altered = changed(dataset, "facts", {"fact": "acg-tpao-stake-p750"}, 6.9)
    assert not found_in(dataset, "acg-tpao-stake-p675", "acg-tpao-stake-p750")
    (found,) = found_in(altered, "acg-tpao-stake-p675", "acg-tpao-stake-p750")
    assert (found.kind, found.printed, found.expected) == ("text_vs_table", 6.75, 6.9)


def test_every_recorded_conflict_names_rows_that_exist(dataset: Dataset) -> None:
    known = set(known_identifiers(dataset.tables))
    assert known >= set(values_by_id(dataset))
    for conflict in conflicts(dataset):
        for row in conflict.rows:
            assert row in known or is_paragraph(row), (conflict.id, row)


def test_every_conflict_has_a_class_and_the_three_counts_add_up(dataset: Dataset) -> None:
    every = conflicts(dataset)
    counts = class_counts(every)
    assert tuple(counts) == CLASSES
    assert sum(counts.values()) == len(every)
    assert min(counts.values()) > 20
    assert {found.conflict_class for found in contradictions(dataset)} == {CONTRADICTION}
    assert len(contradictions(dataset)) == counts[CONTRADICTION]


def test_only_contradictions_touch_a_value(dataset: Dataset) -> None:
    everything = tuple(values_by_id(dataset))
    touching = contradictions_touching(everything, dataset)
    assert {found.conflict_class for found in touching} == {CONTRADICTION}
    # The shares of question 7 add up to 99%: rounding, and no warning.
    assert conflicts_by_row(dataset)["survey:7:effective"]
    assert contradictions_touching(["survey:7:effective"], dataset) == ()


def test_rounded_survey_sums_are_one_record_with_all_its_findings(dataset: Dataset) -> None:
    (record,) = (found for found in conflicts(dataset) if found.id == "survey-sums-rounding")
    assert record.conflict_class == SLIP
    assert sorted(found.printed for found in record.findings) == [99, 99, 99, 99, 99.5]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(44, SLIP), (40, READING), (50, CONTRADICTION)],
    ids=["rounding", "incomplete", "too much"],
)
def test_shares_that_do_not_add_up_have_a_class(
    dataset: Dataset, value: float, expected: str
) -> None:
    key = {"question": 4, "answer": "friendship"}
    altered = changed(dataset, "survey_answers", key, value)
    (found,) = (
        conflict
        for conflict in conflicts(altered)
        if not conflict.quantity and "survey:4:friendship" in conflict.rows
    )
    assert found.conflict_class == expected


def test_a_finding_without_a_record_has_a_severity_of_the_others(dataset: Dataset) -> None:
    altered = changed(dataset, "survey_answers", {"question": 4, "answer": "friendship"}, 50)
    unrecorded = [conflict for conflict in conflicts(altered) if not conflict.quantity]
    assert unrecorded
    assert {conflict.severity for conflict in unrecorded} <= set(SEVERITIES)


def test_conflicts_with_an_outside_claim_cite_the_public_record(dataset: Dataset) -> None:
    cited = {row for conflict in conflicts(dataset) for row in conflict.rows if is_record(row)}
    assert cited == {
        "record:eskene-kuryk:length",
        "record:btk:capacity",
        "record:tanap:stake",
        "record:shah-deniz:stake",
    }


def test_conflicts_are_many_by_class_and_most_severe_first(dataset: Dataset) -> None:
    every = conflicts(dataset)
    recorded = [conflict for conflict in every if conflict.quantity]
    assert len(recorded) >= 60
    order = [
        (CLASSES.index(conflict.conflict_class), SEVERITIES.index(conflict.severity))
        for conflict in recorded
    ]
    assert order == sorted(order)
    assert len({conflict.id for conflict in every}) == len(every)


def test_a_finding_is_assigned_to_the_record_that_names_its_rows(dataset: Dataset) -> None:
    joined = [
        conflict for conflict in conflicts(dataset) if conflict.findings and conflict.quantity
    ]
    assert len(joined) >= 20
    for conflict in joined:
        for found in conflict.findings:
            same_whole = found.kind == conflict.kind == "shares_do_not_add_up"
            assert same_whole or set(found.rows) <= set(conflict.rows)


def test_contradicting_stakes_are_not_summed(dataset: Dataset) -> None:
    for found in findings(dataset):
        if found.kind == "shares_do_not_add_up":
            assert not any("second-figure" in row for row in found.rows)


def test_survey_questions_with_the_same_shares_are_recorded(dataset: Dataset) -> None:
    rows = conflicts_by_row(dataset)
    touching_both = {c.id for c in rows["survey:5:no_answer"]} & {
        c.id for c in rows["survey:11:moderate"]
    }
    assert touching_both


def test_conflicts_are_found_by_the_identifiers_of_values(dataset: Dataset) -> None:
    touching = contradictions_touching(["kz-tr-turnover-2022-p1332"], dataset)
    assert any("table7:2022:turnover" in conflict.rows for conflict in touching)
    assert all("kz-tr-turnover-2022-p1332" in conflict.rows for conflict in touching)
    assert contradictions_touching([], dataset) == ()


def test_contradicted_values_are_unchanged(dataset: Dataset) -> None:
    series = printed_series(dataset, "trade", "turnover", "table7")
    assert [seen.value for seen in series if seen.year == 2022] == [2750]


def test_rules_convert_units_and_leave_out_ranges_plans_and_values_from_outside(
    dataset: Dataset,
) -> None:
    known = {(found.kind, found.rows) for found in findings(dataset)}
    extended = extended_dataset()
    added = [found for found in findings(extended) if (found.kind, found.rows) not in known]
    rows = {row for found in added for row in found.rows}
    assert not {row for row in rows if row.startswith((OUTSIDE, "table7:2024", "table7:2026"))}
    assert not {row for row in rows if row.startswith(("table7:2017", "table6:2024"))}
    tables = dict(extended.tables)
    trade = tables["trade"].copy()
    hit = (trade["year"] == 2017) & (trade["indicator"] == "turnover")
    trade.loc[hit, "value"] = 1.5
    wrong = Dataset(tables={**tables, "trade": trade}, problems=())
    (sum_found,) = (found for found in findings(wrong) if "table7:2017:turnover" in found.rows)
    assert (sum_found.kind, sum_found.printed, sum_found.unit) == (
        "total_is_not_sum",
        1.5,
        "USD_billion",
    )
    assert sum_found.expected == pytest.approx(1.46)
