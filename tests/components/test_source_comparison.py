"""Figures of what each source says: headline, emphasis, form, table, and the choice by a link."""

import json
from dataclasses import replace

import pytest

from components.cards.compared_link import COMPARED, PAGE, compared_link
from components.charts.interaction import SOURCE_CLICK
from components.controls.selections import clicked_source
from components.decks.native_readers import series_colours
from components.figures.claims import GROUNDS, OUTLINES
from components.figures.registry import FIGURES, build_figure, shown_choice
from components.figures.source_comparison import emphasis_options, measure_options
from components.page.figure_places import page_of
from components.page.tokens import NEUTRAL, OTHER_VALUES
from data.choice.parameters import filter_space
from data.choice.reading import to_query
from data.evidence.names import stating_source_name
from data.evidence.source_comparison import OF_KAZAKHSTAN, sources_of_table
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset


def test_the_page_alone_says_what_each_source_says_about_2022(dataset: Dataset) -> None:
    start = replace(filter_space(dataset).start("en"), years=(2022, 2022))
    figure = build_figure("trade_sources", dataset=dataset, filters=start)
    assert figure.headline == (
        "Trade turnover in 2022: 2,750 million USD (Table 7) or 6,300 million USD (Main text), "
        "129% more"
    )
    for part in ("4,100 (Table 6)", "2,750 (Table 7)", "Public data from Türkiye", "show Table 7"):
        assert part in figure.finding


def test_all_years_are_shown_until_years_are_chosen(dataset: Dataset) -> None:
    start = filter_space(dataset).start("en")
    every = build_figure("trade_sources", dataset=dataset, filters=start)
    few = build_figure("trade_sources", dataset=dataset, filters=replace(start, years=(2020, 2021)))
    assert {row["category"][:4] for row in every.rows} >= {"2010", "2025"}
    assert {row["category"][:4] for row in few.rows} == {"2020", "2021"}
    assert every.form is few.form


def test_measure_and_emphasis_change_rows_and_not_the_form(dataset: Dataset) -> None:
    start = filter_space(dataset).start("kk")
    first = build_figure("trade_sources", dataset=dataset, filters=start)
    chosen = replace(start, quantity="balance", source=OF_KAZAKHSTAN)
    other = build_figure("trade_sources", dataset=dataset, filters=chosen)
    assert other.form is first.form
    full = {row["source"] for row in other.rows if row["opacity"] == 1}
    assert full == {OF_KAZAKHSTAN}
    assert all(row["label"] for row in other.rows if row["source"] == OF_KAZAKHSTAN)


@pytest.mark.parametrize("name", ["trade_sources", "investment_sources", "carried_sources"])
def test_every_value_has_a_line_in_its_year_and_its_number(name: str, dataset: Dataset) -> None:
    rows = build_figure(name, dataset=dataset, filters=filter_space(dataset).start("en")).rows
    assert [row["position"] for row in rows] == list(range(len(rows)))
    assert len({row["category"] for row in rows}) == len(rows)
    assert all(row["label"] for row in rows)
    by_year: dict[str, list[int]] = {}
    for row in rows:
        by_year.setdefault(row["category"][:4], []).append(row["line"])
        assert row["line"] < row["lines"]
    assert all(lines == list(range(len(lines))) for lines in by_year.values())
    assert list(by_year) == sorted(by_year)


def test_the_subtitle_says_what_hollow_points_are_if_there_are_any(dataset: Dataset) -> None:
    start = filter_space(dataset).start("en")
    every = build_figure("trade_sources", dataset=dataset, filters=start)
    whole = build_figure(
        "investment_sources", dataset=dataset, filters=replace(start, years=(2020, 2020))
    )
    assert "hollow points: bounds" in every.subtitle
    assert "hollow" not in whole.subtitle


def test_a_legend_has_the_names_with_a_row_only(dataset: Dataset) -> None:
    start = filter_space(dataset).start("en")
    for name in ("carried_sources", "trade_claims"):
        spec = build_figure(name, dataset=dataset, filters=start).chart_form.spec
        assert "indata('source', 'series', " in json.dumps(spec)


def test_public_data_are_named_in_the_grid_as_elsewhere(dataset: Dataset) -> None:
    for code in LANGUAGE_CODES:
        start = filter_space(dataset).start(code)
        rows = build_figure("trade_claims", dataset=dataset, filters=start).rows
        names = {" ".join(row["column"].split()) for row in rows}
        assert names == {
            stating_source_name(source, dataset, language(code))
            for source in sources_of_table(dataset, "trade")
        }


def test_the_table_has_reporter_quality_and_part_of_the_year(dataset: Dataset) -> None:
    start = filter_space(dataset).start("en")
    table = build_figure("trade_sources", dataset=dataset, filters=start).table
    (note,) = table[table["id"] == "public:kz-tr-turnover-2022-01-to-2022-11-tr-statistics"]["note"]
    assert note.startswith("January–November 2022; Turkish Statistical Institute (TurkStat)")
    assert "official figure quoted by the press" in note


def test_a_link_carries_measure_and_emphasis(dataset: Dataset) -> None:
    space = filter_space(dataset)
    chosen = replace(
        space.start("en"), quantity="exports", flow="investment_kz_to_tr", source="text"
    )
    query = to_query(chosen, space)
    assert (query["quantity"], query["flow"], query["source"]) == (
        "exports",
        "investment_kz_to_tr",
        "text",
    )


def test_other_figures_are_not_built_again_for_another_measure(dataset: Dataset) -> None:
    start = filter_space(dataset).start("en")
    chosen = replace(start, quantity="exports", source="text")
    assert shown_choice("trade_turnover", chosen) == shown_choice("trade_turnover", start)
    assert shown_choice("trade_sources", chosen).source == "text"


def test_figures_of_trade_and_investment_link_to_their_measure() -> None:
    assert COMPARED.keys() <= FIGURES.keys()
    link = compared_link("trade_balance", language("en"))
    assert "./source_comparison?figure=trade_sources&amp;quantity=balance" in link
    assert not compared_link("survey_q01", language("en"))
    assert {page_of(sets["figure"]) for sets in COMPARED.values()} == {PAGE}


def test_controls_offer_the_sources_of_their_table(dataset: Dataset) -> None:
    words = language("en")
    assert [code for code, _ in emphasis_options("investment", dataset, words)] == [
        *("", "table8", "table6", "text", OF_KAZAKHSTAN),
    ]
    assert [name for _, name in measure_options("trade", dataset, words)] == [
        *("Turnover", "Exports", "Imports", "Balance"),
    ]


def test_the_route_of_the_carried_amounts_is_chosen_by_a_link(dataset: Dataset) -> None:
    space = filter_space(dataset)
    chosen = replace(space.start("en"), carrier="cpc")
    assert to_query(chosen, space)["carrier"] == "cpc"
    one, other = (
        build_figure("carried_sources", dataset=dataset, filters=filters)
        for filters in (space.start("en"), chosen)
    )
    assert one.form is other.form
    assert "without a year: 3 million t (Section 2.2, paragraph 517)" in one.finding
    assert {row["category"][:4] for row in other.rows} >= {"2019", "2025"}


def test_a_click_emphasises_a_known_source_and_nothing_else(dataset: Dataset) -> None:
    space = filter_space(dataset)

    def clicked(*points: object) -> str | None:
        return clicked_source({SOURCE_CLICK: list(points)}, space)

    assert clicked({"source": "table6"}) == "table6"
    assert clicked() == ""
    assert clicked({"source": "table99"}) is None
    assert clicked({"source": 6}) is None


def test_the_kinds_of_cells_differ_in_ground_or_outline(dataset: Dataset) -> None:
    start = filter_space(dataset).start("en")
    figure = build_figure("trade_claims", dataset=dataset, filters=start)
    rises, falls, mixed = zip(GROUNDS, OUTLINES, strict=True)
    assert len({rises, falls, mixed}) == 3
    assert mixed[0].endswith("00")
    assert mixed[1] != "transparent"
    assert list(series_colours(figure.chart_form.spec).values()) == [NEUTRAL, OTHER_VALUES, NEUTRAL]
