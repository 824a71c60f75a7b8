"""All figures in all languages, with filters at their limits."""

import math
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from components.export.figure_files import figure_csv
from components.figures.figure import TABLE_COLUMNS, Figure
from components.figures.registry import FIGURES, build_figure, concerns, shown_choice
from components.figures.survey import section_figures
from components.map.content import WIDE
from data.choice.parameters import Filters, FilterSpace, filter_space
from data.evidence.origins import outside_origins
from data.evidence.series import printed_series
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset, load_dataset
from data.problems import TableRefusedError
from tests.choices import choices
from tests.extended import extended_dataset
from tests.readable_tables import readable_table

DATASET = load_dataset()
SPACE = filter_space(DATASET)


def edges(space: FilterSpace, code: str) -> list[Filters]:
    start = space.start(code)
    first, last = space.years
    return [
        start,
        replace(start, years=(first, first)),
        replace(start, years=(last, last)),
        replace(start, years=(last - 1, last)),
        replace(start, sectors=("energy",)),
        replace(start, sectors=("tourism",)),
        replace(start, sectors=space.sectors),
        *(replace(start, trade=trade) for trade in space.series["trade"]),
        *(replace(start, investment=origin) for origin in space.series["investment"]),
        replace(start, trade="table6", investment="table6", years=(first, first)),
    ]


CHANGED = ("years", "sectors", "trade", "investment")
"""Parameters in which the filters of `edges` differ."""


def edges_of(figure: str, space: FilterSpace, code: str) -> list[Filters]:
    """Return filters that differ in what has an effect on a figure; `test_concerns` tests it."""
    shown = [name for name in CHANGED if concerns(name, figure)]
    choices_of = {
        tuple(getattr(filters, name) for name in shown): filters for filters in edges(space, code)
    }
    return list(choices_of.values())


def check(figure: Figure, filters: Filters, dataset: Dataset) -> None:
    for text in (figure.headline, figure.subtitle, figure.alternative_text, *figure.notes):
        assert text.strip()
        assert "{" not in text
        assert not re.search(r"\b(nan|inf)\b", text.lower())
    for row in figure.rows:
        for name, cell in row.items():
            assert not (isinstance(cell, float) and math.isnan(cell)), name
            assert not (isinstance(cell, str) and re.search(r"\bnan\b", cell.lower())), cell
    assert figure.origins
    assert set(figure.origins) <= set(dataset.tables["origins"]["origin"])
    assert set(figure.table.columns) <= set(TABLE_COLUMNS)
    assert set(figure.table["origin"]) <= set(figure.origins)
    if len(figure.table):
        outside = figure.table["origin"].isin(outside_origins(dataset))
        assert ((figure.table["paragraph"] != "") | outside).all()
        assert "nan" not in figure_csv(figure).decode().lower().replace("\n", ",").split(",")
        readable = readable_table(
            figure.table, dataset=dataset, language=language(filters.language)
        )
        assert len(readable) == len(figure.table)
    else:
        assert figure.notes, "a figure with nothing to show has to say what would show something"


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_at_the_edges_of_the_filters(name: str, code: str, any_dataset: Dataset) -> None:
    space = filter_space(any_dataset)
    serialised = None
    for filters in edges_of(name, space, code):
        figure = build_figure(name, dataset=any_dataset, filters=filters)
        assert figure.id == name
        check(figure, filters, any_dataset)
        if figure.make_map:
            assert figure.make_map(WIDE).strokes
            continue
        if figure.text_table:
            assert figure.text_table.rows
            assert len(figure.table) >= len(figure.text_table.rows)
            continue
        if figure.form is serialised:
            # A chart is its form with rows, which `check` has read.
            continue
        spec = figure.chart.to_dict()
        serialised = figure.form
        drawn = list(spec["datasets"].values()) or [[]]
        assert drawn == [[dict(row) for row in figure.rows]]


@given(st.sampled_from(sorted(FIGURES)), choices(SPACE))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_figure_anywhere_among_the_filters(name: str, filters: Filters) -> None:
    check(build_figure(name, dataset=DATASET, filters=filters), filters, DATASET)


@given(st.sampled_from(sorted(FIGURES)), choices(filter_space(extended_dataset())))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_figure_anywhere_among_the_filters_of_added_years(name: str, filters: Filters) -> None:
    dataset = extended_dataset()
    check(build_figure(name, dataset=dataset, filters=filters), filters, dataset)


def test_a_filter_changes_rows_and_never_the_form(any_dataset: Dataset) -> None:
    space = filter_space(any_dataset)
    first, last = space.years
    ranges = [(one, other) for one in range(first, last + 1) for other in (one, last)]
    for name in FIGURES:
        forms = {
            id(
                build_figure(
                    name, dataset=any_dataset, filters=replace(space.start("en"), years=years)
                ).form
            )
            for years in ranges
        }
        assert len(forms) == 1, name


def test_years_filter_the_rows_and_the_table(any_dataset: Dataset) -> None:
    dataset = any_dataset
    filters = replace(filter_space(dataset).start("en"), years=(2019, 2020))
    tables = {"trade_turnover": ("trade", "table7"), "investment_flows": ("investment", "table8")}
    for name, (table, origin) in tables.items():
        figure = build_figure(name, dataset=dataset, filters=filters)
        drawn = [row for row in figure.rows if not row.get("gap")]
        assert {row["year"] for row in drawn if row["opacity"] == 1} == {2019, 2020}
        # Other years stay faded, so that they can be selected.
        rows = dataset.tables[table]
        assert {row["year"] for row in drawn} == set(rows[rows["origin"] == origin]["year"])
        assert set(figure.table["year"]) == {2019, 2020}
    flows = build_figure("investment_flows", dataset=dataset, filters=filters)
    chosen = {row["year"] for row in flows.rows if row["chosen"] and not row.get("gap")}
    assert chosen == {2019, 2020}
    balance = build_figure("trade_balance", dataset=dataset, filters=filters)
    assert {row["year"] for row in balance.rows} == {2019, 2020}


@pytest.mark.parametrize(
    "name",
    [
        *("trade_turnover", "trade_balance", "trade_growth", "trade_tables"),
        *("investment_flows", "investment_tables", "investment_projects", "turkish_companies"),
    ],
)
def test_no_total_is_faded_because_of_a_sector(name: str, any_dataset: Dataset) -> None:
    start = filter_space(any_dataset).start("en")
    plain = build_figure(name, dataset=any_dataset, filters=start)
    for sector in ("energy", "construction", "sport"):
        filters = replace(start, sectors=(sector,))
        figure = build_figure(name, dataset=any_dataset, filters=filters)
        shades = [row["opacity"] for row in figure.rows]
        assert shades == [row["opacity"] for row in plain.rows]
        marked = any("◉" in str(row.values()) for row in figure.rows)
        assert marked == any(note.startswith("◉ marks ") for note in figure.notes), sector
        assert any("no amounts by sector" in note for note in figure.notes)


def test_sectors_mark_years_and_answers(dataset: Dataset, printed: Filters) -> None:
    filters = replace(printed, sectors=("energy",))
    flows = build_figure("investment_flows", dataset=dataset, filters=filters)
    assert {row["opacity"] for row in flows.rows} == {1.0}
    assert {row["year"] for row in flows.rows if row["label"].endswith("◉")} == {2020, 2023}
    assert any(note.startswith("◉ marks ") for note in flows.notes)
    survey = build_figure("survey_q08", dataset=dataset, filters=filters)
    full = [row["category"] for row in survey.rows if row["opacity"] == 1]
    assert full == ["Energy and transport"]
    assert "14%" in survey.finding


def test_a_label_never_rounds_a_printed_value(dataset: Dataset, space: FilterSpace) -> None:
    trade = dataset.tables["trade"].copy()
    hit = (
        (trade["origin"] == "table7") & (trade["year"] == 2019) & (trade["indicator"] == "exports")
    )
    trade.loc[hit, "value"] = 1120.5
    altered = replace(dataset, tables={**dataset.tables, "trade": trade})
    labels = {
        name: [
            row["label"]
            for row in build_figure(name, dataset=altered, filters=space.start("en")).rows
        ]
        for name in ("trade_turnover", "trade_balance")
    }
    assert "1,120.5" in labels["trade_turnover"]
    assert "+470.5" in labels["trade_balance"]


def test_headlines_follow_the_data(dataset: Dataset, printed: Filters) -> None:
    start = printed

    def headline(name: str, filters: Filters) -> str:
        return build_figure(name, dataset=dataset, filters=filters).headline

    assert "1,580" in headline("trade_turnover", start)
    assert "rose" in headline("trade_turnover", start)
    assert "fell" in headline("trade_turnover", replace(start, years=(2019, 2020)))
    assert "surplus" in headline("trade_balance", start)
    assert "deficit" in headline("trade_balance", replace(start, trade="table6"))
    flows = build_figure("investment_flows", dataset=dataset, filters=start)
    assert flows.finding.startswith("It fell in 2020. ")
    later = replace(start, years=(2021, 2023))
    flows = build_figure("investment_flows", dataset=dataset, filters=later)
    assert "fell" not in flows.finding
    first = printed_series(dataset, "trade", "turnover", "table7")[0].year
    assert f"no values for {first}" in headline(
        "trade_growth", replace(start, years=(first, first))
    )
    assert "950 against 2,600" in headline("trade_tables", start)


def test_printed_growth_stands_beside_computed_growth(dataset: Dataset, printed: Filters) -> None:
    filters = replace(printed, years=(2019, 2023))
    figure = build_figure("trade_growth", dataset=dataset, filters=filters)
    beside = {row["year"]: (round(row["value"], 1), row["printed"]) for row in figure.rows}
    assert beside[2020] == (-1.1, -1.1)
    assert all(math.isclose(*pair, abs_tol=0.05) for pair in beside.values())
    assert set(figure.table["method"]) == {"printed", "computed"}


def test_survey_notes_have_sums_missing_answers_and_the_inferred_sample(
    dataset: Dataset, space: FilterSpace
) -> None:
    def notes(name: str) -> str:
        return " ".join(build_figure(name, dataset=dataset, filters=space.start("en")).notes)

    assert "99%" in notes("survey_q06")
    assert "99.5%" in notes("survey_q08")
    assert "19% gave no answer" in notes("survey_q05")
    assert "573" in notes("survey_q03")
    assert "573" not in notes("survey_q01")
    assert "add up" not in notes("survey_q04")


def test_every_question_of_the_survey_has_its_figure(dataset: Dataset) -> None:
    figures = [name for names in section_figures(dataset).values() for name in names]
    assert figures == [f"survey_q{number:02}" for number in range(1, 14)]
    assert set(figures) <= set(FIGURES)


def test_a_figure_of_a_refused_table_names_the_table(space: FilterSpace) -> None:
    with pytest.raises(TableRefusedError) as refused:
        build_figure(
            "trade_turnover", dataset=Dataset(tables={}, problems=()), filters=space.start("en")
        )
    assert refused.value.table == "trade"


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_text_for_screen_readers_follows_the_filters(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    start = space.start(code)
    every = build_figure("trade_turnover", dataset=dataset, filters=start).spoken
    one = build_figure(
        "trade_turnover", dataset=dataset, filters=replace(start, years=(2020, 2020))
    ).spoken
    assert "2018" in every
    assert "2018" not in one
    assert "700" in one
    answers = replace(start, sectors=("politics",))
    spoken = build_figure("survey_q10", dataset=dataset, filters=answers).spoken
    assert spoken.count(";") == 1
    assert "28" in spoken
    assert build_figure("route_map", dataset=dataset, filters=start).spoken == ""


def fingerprint(figure: Figure) -> list[object]:
    said = ("headline", "subtitle", "finding", "hint", "notes", "origins", "alternative_text")
    rows, table = [dict(row) for row in figure.rows], figure.table.to_csv()
    shown = (id(figure.form), figure.text_table, rows, table)
    return [*(getattr(figure, part) for part in said), *shown]


@given(choices(SPACE))
@example(replace(SPACE.start("en"), route="zangezur-corridor"))
@settings(max_examples=25, deadline=None)
def test_filters_removed_from_the_cache_key_do_not_change_a_figure(filters: Filters) -> None:
    for name in FIGURES:
        shown = shown_choice(name, filters)
        whole, part = (
            build_figure(name, dataset=DATASET, filters=each) for each in (filters, shown)
        )
        assert fingerprint(part) == fingerprint(whole), name


def test_filters_without_effect_are_removed_from_the_cache_key(space: FilterSpace) -> None:
    start = space.start("en")
    selected = replace(start, route="btc", as_of=2007, questions=(3, 4))
    for name in ("trade_turnover", "investment_flows", "survey_q10"):
        assert shown_choice(name, selected) == shown_choice(name, start)
    moved = replace(start, questions=(3, 4), section="prospects", trade="table6")
    assert shown_choice("route_map", moved) == shown_choice("route_map", start)
    assert shown_choice("route_map", selected) != shown_choice("route_map", start)
