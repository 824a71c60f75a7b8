"""Figures of targets, of totals, and of the trade of the Turkic states: what they say."""

import json
from dataclasses import replace

import pytest

from components.charts.size import height_on_phone
from components.figures.figure import Figure
from components.figures.registry import build_figure
from components.page.tokens import KAZAKHSTAN, TURKIYE
from data.choice.parameters import FilterSpace
from data.choice.source_parameters import LAID_OVER
from data.load.dataset import Dataset


def build(name: str, dataset: Dataset, space: FilterSpace, **choice: object) -> Figure:
    filters = replace(space.start("en"), **choice)  # type: ignore[arg-type]
    return build_figure(name, dataset=dataset, filters=filters)


def with_turnover(dataset: Dataset, year: int, **cells: float | str | None) -> Dataset:
    """Return the dataset with other cells in the turnover of Table 7."""
    trade = dataset.tables["trade"].copy()
    hit = (
        (trade["origin"] == "table7") & (trade["year"] == year) & (trade["indicator"] == "turnover")
    )
    for column, cell in cells.items():
        trade.loc[hit, column] = cell
    return replace(dataset, tables={**dataset.tables, "trade": trade})


def test_the_target_is_arithmetic_of_every_source(dataset: Dataset, space: FilterSpace) -> None:
    figure = build("turnover_target", dataset, space)
    assert figure.headline == (
        "To reach 10 billion USD by 2030, trade turnover would have to grow by 17.7% a year from "
        "3,200 million USD in 2023 (Table 7)"
    )
    assert figure.finding == (
        "At the compound growth of 2018–2023 (+15.2% a year) turnover would reach 10 billion USD "
        "in 2032. Computed from other values – Table 6, 2022: 11.8%; Section 3.2, 2022: 5.9%."
    )
    assert figure.notes[0] == "This is arithmetic on the values given, not a forecast."
    assert len(figure.rows) == 7
    assert figure.rows[0]["label"].split("\n") == [
        *("3,200", "to reach 10,000: 17.7% a year", "to reach 15,000: 24.7% a year"),
    ]
    (ministry,) = (row for row in figure.rows if row["label"].startswith("over 10,000"))
    assert ministry["label"].split("\n")[1:] == ["10,000: reached", "to reach 15,000: not computed"]
    assert figure.rows[-1]["label"] == "15,000"
    computed = figure.table[figure.table["method"] == "computed"]
    assert all(computed["computed_from"])


def test_the_target_follows_year_and_table(dataset: Dataset, space: FilterSpace) -> None:
    sooner = build("turnover_target", dataset, space, target_year=2025)
    assert "by 2025" in sooner.headline
    assert "by 76.8% a year" in sooner.headline
    other = build("turnover_target", dataset, space, trade="table6")
    assert other.headline.endswith("from 4,100 million USD in 2022 (Table 6)")
    absent = build("turnover_target", dataset, space, trade="table6", years=(2018, 2019))
    assert absent.headline.endswith("from 1,770 million USD in 2019 (Table 7)")
    assert absent.finding.startswith("At the compound growth of 2018–2019 (+12.0% a year)")
    one = build("turnover_target", dataset, space, years=(2019, 2019))
    assert "in 2019" in one.headline
    assert "compound" not in one.finding
    assert build("turnover_target", dataset, space, years=(2019, 2019)).form is other.form


def test_the_target_with_falling_bounded_and_high_values(
    dataset: Dataset, space: FilterSpace
) -> None:
    falling = build("turnover_target", with_turnover(dataset, 2023, value=1000.0), space)
    assert "(−8.7% a year) turnover would not reach 10 billion USD." in falling.finding
    slow = build("turnover_target", with_turnover(dataset, 2023, value=1590.0), space)
    assert "would not reach 10 billion USD within 100 years." in slow.finding
    high = build("turnover_target", with_turnover(dataset, 2023, value=12000.0), space)
    assert high.headline.startswith("The target of 10 billion USD was reached: trade turnover in")
    bounded = with_turnover(dataset, 2023, qualifier="over")
    assert build("turnover_target", bounded, space).headline.startswith(
        "Target: 10 billion USD; trade turnover in 2023: over 3,200 million USD"
    )
    ranged = with_turnover(dataset, 2023, value=None, low=3000.0, high=3300.0)
    assert "3,000–3,300" in build("turnover_target", ranged, space).headline


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        (
            "investment_totals",
            "Total investment from Türkiye in Kazakhstan, billion US dollars: over 4, over 4.2 or "
            "4.5",
        ),
        (
            "projects_by_stage",
            "Projects with Turkish participation in Kazakhstan – completed: 61; under way: 25; "
            "prospective: 54, planned",
        ),
        (
            "companies_by_source",
            "Turkish companies in Kazakhstan: between 900 (Table 6, 2020) and ≈ 4,000 (Section "
            "2.4.3)",
        ),
        (
            "ots_trade",
            "Trade turnover of the OTS states: over 22 billion USD in 2023; 38.3 billion USD in "
            "2024",
        ),
        (
            "ots_gdp",
            "Combined GDP of the OTS states: 1.9 trillion USD in 2010; 4.5 trillion USD in 2022; "
            "≈ 1.4 trillion USD in 2023",
        ),
        (
            "trade_shares",
            "Trade among OTS states as a share of their total foreign trade: under 10%",
        ),
        (
            "eaeu_trade",
            "EAEU exports to the OTS states, 2022: 80 billion USD; EAEU imports from Türkiye, "
            "2022: 18.4 billion USD",
        ),
    ],
)
def test_headlines_of_totals(
    name: str, headline: str, dataset: Dataset, space: FilterSpace
) -> None:
    assert build(name, dataset, space).headline == headline


def test_totals_name_what_is_unsaid_and_the_public_record(
    dataset: Dataset, space: FilterSpace
) -> None:
    totals = build("investment_totals", dataset, space)
    assert totals.notes[0].startswith("The source does not say whether these amounts are gross")
    assert not any(name.startswith("public:") for name in totals.table["id"])
    shown = build("investment_totals", dataset, space, record=LAID_OVER)
    public = [row for row in shown.rows if row["record"]]
    assert (5.6, "5.6") in {(row["record"], row["record_label"]) for row in public}
    assert (shown.headline, shown.finding) == (totals.headline, totals.finding)
    assert any(name.startswith("public:") for name in shown.table["id"])
    stages = build("projects_by_stage", dataset, space)
    assert "over 2.5 billion USD" in stages.finding
    shares = build("trade_shares", dataset, space)
    assert shares.finding.endswith("Türkiye’s trade turnover with the EU: 198 billion EUR.")


def test_missing_facts_leave_headlines_of_what_remains(
    dataset: Dataset, space: FilterSpace
) -> None:
    facts = dataset.tables["facts"]
    kept = facts[~facts["indicator"].str.startswith("projects_") & (facts["counterpart"] != "TR")]
    changed = replace(dataset, tables={**dataset.tables, "facts": kept})
    assert build("projects_by_stage", changed, space).headline.startswith("Joint projects: 30")
    eaeu = build("eaeu_trade", changed, space)
    assert eaeu.headline == "EAEU exports to the OTS states, 2022: 80 billion USD"
    none = replace(dataset, tables={**dataset.tables, "facts": facts.iloc[:1]})
    assert build("eaeu_trade", none, space).rows == []


def test_investment_says_what_the_source_does_not(dataset: Dataset, space: FilterSpace) -> None:
    notes = build("investment_flows", dataset, space).notes
    unsaid = "The source does not say whether these amounts are gross or net, flows or stocks."
    assert unsaid in notes
    projects = build("investment_projects", dataset, space)
    assert projects.finding == (
        "Average investment from Türkiye per project, computed: 18.2 million USD in 2018, 18.8 "
        "million USD in 2023."
    )
    one = build("investment_projects", dataset, space, years=(2020, 2020))
    assert one.finding.startswith("Average investment from Türkiye per project, computed: 18.3")


def test_colours_tell_targets_and_who_invests(dataset: Dataset, space: FilterSpace) -> None:
    aims = build("turnover_target", dataset, space).rows
    assert {row["series"] for row in aims if row["tip_title"].startswith("Target")} == {"Targets"}
    assert {row["series"] for row in aims if not row["tip_title"].startswith("Target")} == {
        *("Dissertation", "Public data"),
    }
    totals = build("investment_totals", dataset, space).rows
    of_kazakhstan = [row["tip_title"].startswith("Kazakhstan") for row in totals]
    expected = [KAZAKHSTAN if own else TURKIYE for own in of_kazakhstan]
    assert [row["colour"] for row in totals] == expected
    assert set(of_kazakhstan) == {True, False}


def test_bars_of_targets_have_another_height_on_a_phone(
    dataset: Dataset, space: FilterSpace
) -> None:
    spec = build("turnover_target", dataset, space).chart_form.spec
    assert height_on_phone(spec) > spec["height"]
    assert "indata('source', 'series', " in json.dumps(spec)
