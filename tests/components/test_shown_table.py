"""Tables as they are shown: years by measures, common parts once, numbers to the right."""

from dataclasses import replace

import pytest

from components.cards.data_table import data_table
from components.figures.registry import FIGURES, build_figure
from components.text.shown_table import ShownTable, is_series, shown_table
from data.choice.parameters import Filters, FilterSpace
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset


def shown(name: str, dataset: Dataset, filters: Filters) -> ShownTable:
    figure = build_figure(name, dataset=dataset, filters=filters)
    return shown_table(figure.table, dataset=dataset, language=language(filters.language))


def cells(table: ShownTable) -> dict[str, dict[str, str]]:
    return {row[0][1]: {column.head: cell for column, cell in row[1:]} for row in table.rows}


def test_a_series_has_one_row_a_year_and_one_column_a_measure(
    dataset: Dataset, printed: Filters
) -> None:
    table = shown("trade_turnover", dataset, printed)
    assert table.caption == "Unit: million US dollars · Table 7"
    years = cells(table)
    assert list(years) == ["2018", "2019", "2020", "2021", "2022", "2023"]
    assert years["2022"]["Exports"] == "1,800"
    assert years["2022"]["Imports"] == "950"
    assert years["2022"]["Contradicted"] == "⚠"
    assert years["2018"]["Paragraph"] == "1005, 1006, 1007"
    heads = {column.head for column in table.columns}
    assert heads.isdisjoint({"Unit", "Qualifier", "Method", "Source", "Low", "High"})
    assert [column.head for column in table.columns if column.numeric] == [
        *("Exports", "Imports", "Turnover"),
    ]


def test_origins_and_methods_that_differ_are_in_the_heads(
    dataset: Dataset, printed: Filters
) -> None:
    compared = cells(shown("trade_tables", dataset, printed))["2022"]
    assert (compared["Turnover, Table 7"], compared["Turnover, Table 6"]) == ("2,750", "4,100")
    growth = shown("trade_growth", dataset, printed)
    assert sum("computed" in column.head for column in growth.columns) == 1
    assert sum("printed" in column.head for column in growth.columns) == 1


def test_qualifiers_have_a_column_only_where_some_value_is_not_exact(
    dataset: Dataset, space: FilterSpace
) -> None:
    start = space.start("en")
    with_words = {column.head for column in shown("oil_by_mode", dataset, start).columns}
    assert "Qualifier" in with_words
    assert "Unit" not in with_words
    exact = {column.head for column in shown("survey_q01", dataset, start).columns}
    assert "Qualifier" not in exact


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", FIGURES)
def test_every_number_of_a_table_is_shown(
    name: str, code: str, dataset: Dataset, space: FilterSpace
) -> None:
    filters = space.start(code)
    words = language(code)
    figure = build_figure(name, dataset=dataset, filters=filters)
    table = shown_table(figure.table, dataset=dataset, language=words)
    text = " ".join(cell for row in table.rows for _column, cell in row)
    for column in {"value", "low", "high"} & set(figure.table.columns):
        for number, unit in figure.table[[column, "unit"]].dropna().itertuples(index=False):
            written = f"{number:.0f}" if unit == "year" else words.number(abs(number))
            assert written in text, number
    for paragraph in figure.table["paragraph"]:
        assert all(part in text for part in str(paragraph).split(";"))
    assert len({len(column.cells) for column in table.columns}) <= 1


def test_a_calendar_year_has_no_separator_of_thousands(
    dataset: Dataset, space: FilterSpace
) -> None:
    table = shown("turnover_target", dataset, space.start("en"))
    numbers = next(column for column in table.columns if column.numeric)
    assert "2032" in numbers.cells
    assert "2,032" not in numbers.cells


def test_a_unit_that_repeats_the_name_of_a_measure_is_left_out(
    dataset: Dataset, printed: Filters
) -> None:
    heads = [column.head for column in shown("investment_projects", dataset, printed).columns]
    assert "Projects (printed)" in heads


def test_values_of_one_year_are_rows(dataset: Dataset, space: FilterSpace) -> None:
    one = replace(space.start("en"), years=(2022, 2022))
    figure = build_figure("trade_turnover", dataset=dataset, filters=one)
    assert not is_series(figure.table)
    table = shown_table(figure.table, dataset=dataset, language=language("en"))
    heads = [column.head for column in table.columns]
    assert heads[:3] == ["Item", "Year", "Value, million USD"]
    assert table.named_rows
    assert table.columns[2].numeric


def test_markup_aligns_numbers_and_names_the_table(dataset: Dataset, printed: Filters) -> None:
    drawn = data_table(shown("trade_turnover", dataset, printed), label="<Trade>")
    assert '<th scope="col" role="columnheader" class="atlas-number">Exports</th>' in drawn
    assert 'class="atlas-number" data-head="Exports"><div>1,800</div></td>' in drawn
    assert '<th scope="row" role="rowheader">2022</th>' in drawn
    assert "<caption>Unit: million US dollars · Table 7</caption>" in drawn
    assert 'aria-label="&lt;Trade&gt;"' in drawn


def test_a_range_is_one_number_beside_its_unit(dataset: Dataset, space: FilterSpace) -> None:
    for name in ("conflict_kinds", "route_map"):
        table = shown(name, dataset, space.start("en"))
        heads = [column.head for column in table.columns]
        assert heads.index("Unit") == heads.index("Value") + 1
        assert {"Low", "High"}.isdisjoint(heads)
        values = next(column for column in table.columns if column.head == "Value")
        assert values.numeric
        assert any("\N{EN DASH}" in cell for cell in values.cells)
    asked = shown("survey_q01", dataset, space.start("en"))
    assert [column.head for column in asked.columns][:2] == ["Item", "Value, %"]
    assert asked.caption == "Annex B"


def test_rows_become_cards_where_their_columns_need_more_than_a_phone(
    dataset: Dataset, printed: Filters
) -> None:
    assert shown("trade_turnover", dataset, printed).becomes_cards
    assert not shown("trade_balance", dataset, printed).becomes_cards
    drawn = data_table(shown("trade_balance", dataset, printed), label="Balance")
    assert "data-head" not in drawn
