"""Sentences of charts in their variants: one year or item, one direction, no rows."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from components.figures.figure import Figure
from components.figures.registry import FIGURES, build_figure
from components.text.places import placed
from components.text.years import of_years
from data.choice.parameters import FilterSpace
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset


def build(name: str, dataset: Dataset, space: FilterSpace, **choice: Any) -> Figure:
    code = choice.pop("code", "en")
    return build_figure(name, dataset=dataset, filters=replace(space.start(code), **choice))


def without_rows(dataset: Dataset, *tables: str) -> Dataset:
    emptied = {name: dataset.tables[name].iloc[:0] for name in tables}
    return replace(dataset, tables={**dataset.tables, **emptied})


def texts_of(figure: Figure) -> Iterable[str]:
    yield from (figure.headline, figure.subtitle, figure.finding, *figure.notes)
    for row in figure.rows:
        yield from (str(row.get(part, "")) for part in ("tip_title", "tip", "label"))


def test_single_years_have_the_message_of_one_or_of_several() -> None:
    message = of_years("in {year}", "in {years}")
    assert message.listing([2020], language("en")) == "in 2020"
    assert message.listing([2022, 2020], language("en")) == "in 2020 and 2022"


@pytest.mark.parametrize(
    ("code", "note"),
    [
        ("en", "Table 7 has a value for 2018; Table 6 has none."),
        ("kk", "2018 жылғы мән 7-кесте деректерінде бар, 6-кесте деректерінде жоқ."),
        ("tr", "2018 için Tablo 7 değer içeriyor, Tablo 6 içermiyor."),
        (
            "ru",
            "В источнике «Таблица 7» есть значение за 2018 год, в источнике «Таблица 6» его нет.",
        ),
    ],
)
def test_a_note_of_one_year_is_in_the_singular(
    code: str, note: str, dataset: Dataset, space: FilterSpace
) -> None:
    figure = build("trade_turnover", dataset, space, code=code, trade="table6", years=(2018, 2018))
    assert note in figure.notes


def test_a_note_of_one_sector_is_in_the_singular(dataset: Dataset, space: FilterSpace) -> None:
    one = build("oil_by_mode", dataset, space, sectors=("oil",))
    two = build("oil_by_mode", dataset, space, sectors=("oil", "gas"))
    assert any("the selected sector (" in note for note in one.notes)
    assert any("the selected sectors (" in note for note in two.notes)


def test_one_answer_is_no_sum(dataset: Dataset, space: FilterSpace) -> None:
    found = {
        build(f"survey_q{number:02}", dataset, space, sectors=("education",)).finding
        for number in range(1, 14)
    }
    assert any(" The answer about education has a share of" in text for text in found)


@pytest.mark.parametrize(
    ("year", "headline"),
    [(2020, "Trade turnover fell by 1.1% in 2020"), (2023, "Trade turnover rose by 16.4% in 2023")],
)
def test_the_growth_of_one_year_rises_or_falls(
    year: int, headline: str, dataset: Dataset, space: FilterSpace
) -> None:
    assert build("trade_growth", dataset, space, years=(year, year)).headline == headline


def test_the_lowest_growth_is_in_the_finding(dataset: Dataset, space: FilterSpace) -> None:
    assert build("trade_growth", dataset, space).finding.startswith("Lowest in 2020: −1.1%. ")
    trade = dataset.tables["trade"].copy()
    hit = (
        (trade["indicator"] == "turnover") & (trade["origin"] == "table7") & (trade["year"] == 2023)
    )
    trade.loc[hit, "value"] = 1000
    changed = replace(dataset, tables={**dataset.tables, "trade": trade})
    assert build("trade_growth", changed, space).finding.startswith("Lowest in 2023: −63.6%. ")


def test_printed_growth_is_named_only_where_it_is_printed(
    dataset: Dataset, space: FilterSpace
) -> None:
    with_marks = build("trade_growth", dataset, space)
    without = build("trade_growth", dataset, space, trade="table6")
    assert "Printed growth" in {row["kind"] for row in with_marks.rows}
    assert {row["kind"] for row in without.rows} == {""}
    assert "Printed growth" not in str(without.chart.to_dict())
    assert not any("diamond" in text for text in (*without.notes, without.alternative_text))


def test_one_year_of_investment_has_no_highest_value(dataset: Dataset, space: FilterSpace) -> None:
    figure = build("investment_flows", dataset, space, years=(2018, 2018))
    assert figure.notes[0] == "Main sectors named in 2018: construction and light industry."


def test_other_values_are_in_the_order_of_years(dataset: Dataset, space: FilterSpace) -> None:
    figure = build("trade_growth", dataset, space, trade="table6")
    (note,) = [note for note in figure.notes if note.startswith("Other values")]
    years = [int(year) for year in re.findall(r"in (\d{4}) \(", note)]
    assert years == sorted(years) == [2020, 2021, 2022, 2022]
    assert note.endswith("+33% (Section 3.2, paragraph\N{NO-BREAK SPACE}1320).")


def test_a_table_is_named_behind_the_headline_it_holds_for() -> None:
    english = language("en")
    assert placed("Trade rose", "Table 7", english) == "Trade rose (Table 7)"
    outside = "Statistics (outside the dissertation)"
    assert placed("Trade rose", outside, english) == f"Trade rose, {outside}"


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_findings_quote_the_answers_of_respondents_about_themselves(
    number: int, code: str, dataset: Dataset, space: FilterSpace
) -> None:
    finding = build(f"survey_q{number:02}", dataset, space, code=code).finding
    assert len(re.findall("[“«][^”»]+[”»]", finding)) == 1


def test_a_survey_figure_asks_its_question_and_states_the_most_frequent_answer(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = build("survey_q01", dataset, space)
    assert figure.headline == "Age of the respondents"
    assert figure.finding == "Largest group: “26–35 years”, 37%."
    assert figure.subtitle.endswith("; number of respondents not given")
    inferred = build("survey_q03", dataset, space).subtitle
    assert inferred.endswith("; number of respondents not given, inferred: at least 573")
    table = dataset.tables["survey_answers"].copy()
    table.loc[(table["question"] == 5) & (table["answer"] == "important"), "value"] = 40.0
    tied = build(
        "survey_q05", replace(dataset, tables={**dataset.tables, "survey_answers": table}), space
    )
    assert tied.finding == "Most frequent answers: “Very important” and “Important”, 40% each."


def test_all_survey_charts_have_one_scale(dataset: Dataset, space: FilterSpace) -> None:
    scales = {
        str(part["encoding"].get("x", spec.get("encoding", {}).get("x"))["scale"])
        for number in range(1, 14)
        for spec in [build(f"survey_q{number:02}", dataset, space).chart_form.spec]
        for part in spec["layer"][:1]
    }
    assert scales == {"{'domain': [0, 100], 'nice': False}"}


def test_stakes_in_every_project_and_alternative_values(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = build("project_stakes", dataset, space)
    assert figure.headline == "Turkish companies hold stakes in all 4 projects"
    assert figure.finding.startswith("The largest: ")
    rows = dataset.tables["ownership"]
    turkish = rows["holder_country"] == "TR"
    fewer = rows[~(turkish & (rows["project"] == "btc"))]
    changed = replace(dataset, tables={**dataset.tables, "ownership": fewer})
    assert "in 3 of 4 projects" in build("project_stakes", changed, space).headline


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", [name for name in FIGURES if name != "route_map"])
def test_empty_tables_leave_no_empty_list_and_no_code(
    name: str, code: str, dataset: Dataset, space: FilterSpace
) -> None:
    emptied = without_rows(
        dataset, "ownership", "investment", "sector_mentions", "trade", "economy", "facts"
    )
    for text in texts_of(build(name, emptied, space, code=code)):
        assert not re.search(r": ?[.;]|\(\)|\btable\d", text), text


def test_a_map_without_lines_counts_no_routes(dataset: Dataset, space: FilterSpace) -> None:
    changed = without_rows(dataset, "route_lines", "routes", "route_record")
    headline = build("route_map", changed, space).headline
    assert headline == "The tables have no values for this chart"


def test_a_difference_names_both_routes(dataset: Dataset, space: FilterSpace) -> None:
    titles = {row["tip_title"] for row in build("corridor_comparison", dataset, space).rows}
    assert "Distance saved on the Middle Corridor against the Northern Corridor" in titles
    assert "Time saved on the Middle Corridor against the sea route" in titles
    assert "Length: Middle Corridor" in titles


def test_cases_of_high_severity_are_a_part(dataset: Dataset, space: FilterSpace) -> None:
    titles = [row["tip_title"] for row in build("conflict_kinds", dataset, space).rows]
    assert re.fullmatch(r"\d+, of which \d+ of high severity", titles[0])
    assert not any("of which 0" in title for title in titles)


def test_notes_of_speakers_begin_with_a_capital(dataset: Dataset, space: FilterSpace) -> None:
    notes = build("students_and_graduates", dataset, space).notes
    assert any(re.fullmatch(r"Paragraph.1173: according to A\. Eren\.", note) for note in notes)


@pytest.mark.parametrize("code", ["en", "tr"])
def test_names_of_origins_have_latin_letters(code: str, dataset: Dataset) -> None:
    for name in dataset.tables["origins"][f"name_{code}"]:
        assert not re.search("[Ѐ-ӿ]", name), name


def test_titles_of_public_sources_are_in_english(dataset: Dataset) -> None:
    for title in dataset.tables["route_record"]["source_title"]:
        assert not re.search("[Ѐ-ӿ]", title), title


def test_companies_in_cyrillic_are_quoted_in_kazakh(dataset: Dataset) -> None:
    names = dataset.tables["organisations"]
    companies = names[names["kind"] == "company"]["name_kk"]
    unquoted = [name for name in companies if re.fullmatch("[Ѐ-ӿ]+", name)]
    assert not unquoted
    holders = dataset.tables["ownership"]["holder_name_kk"]
    assert not [name for name in holders if re.fullmatch("[Ѐ-ӿ]+", name)]
