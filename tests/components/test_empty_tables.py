"""Figures and cards with tables that have only a header."""

from dataclasses import replace

import pytest

from components.cards.country_card import selection_card
from components.controls.page_head import PAGES, Place, head_data
from components.figures.figure import Figure
from components.figures.registry import FIGURES, build_figure
from components.map.svg_view import small_map
from components.overview.key_figures import key_figures
from components.overview.panel import context_panel
from components.page.choice import Choice
from data.choice.parameters import STUDY_PERIOD, Filters, FilterSpace, filter_space
from data.evidence.values import SERIES_TABLES
from data.language.languages import language
from data.load.dataset import Dataset, load_dataset
from data.problems import TableRefusedError
from tests.readable_tables import readable_table

DATASET = load_dataset()
WORDS = language("en")
EMPTIED = {
    **{name: (name,) for name in DATASET.tables},
    "all yearly tables": SERIES_TABLES,
    "all tables": tuple(DATASET.tables),
}


def emptied(names: tuple[str, ...]) -> Dataset:
    tables = {
        name: table.iloc[0:0] if name in names else table for name, table in DATASET.tables.items()
    }
    return replace(DATASET, tables=tables)


def check(figure: Figure, dataset: Dataset) -> None:
    assert figure.headline.strip()
    assert figure.subtitle.strip()
    readable_table(figure.table, dataset=dataset, language=WORDS)
    if figure.table.empty:
        assert figure.notes
    assert len(figure.rows) >= 0
    assert "nan" not in " ".join((figure.headline, figure.spoken, *figure.notes)).lower().split()


def choices_of(space: FilterSpace) -> list[Filters]:
    start = space.start("en")
    first = space.years[0]
    return [
        replace(start, route="btc"),
        replace(start, years=(first, first), sectors=("energy",), route="KZ"),
    ]


@pytest.mark.parametrize("names", EMPTIED.values(), ids=EMPTIED)
def test_figures_and_cards_report_an_empty_table(names: tuple[str, ...]) -> None:
    dataset = emptied(names)
    space = filter_space(dataset)
    for filters in choices_of(space):
        for name in FIGURES:
            try:
                check(build_figure(name, dataset=dataset, filters=filters), dataset)
            except TableRefusedError:
                continue
        key_figures(dataset=dataset, filters=filters, language=WORDS)
        context_panel(dataset=dataset, filters=filters, language=WORDS)
        small_map(dataset=dataset, filters=filters, language=WORDS)
        head_data(Place(page=PAGES[0].path), Choice(filters=filters), space, dataset)
        selection_card(dataset=dataset, filters=filters, language=WORDS)


def test_without_years_in_the_tables_the_study_period_can_be_selected() -> None:
    space = filter_space(emptied(SERIES_TABLES))
    assert (space.years, space.map_years) == (STUDY_PERIOD, STUDY_PERIOD)
    filters = space.start("en")
    assert key_figures(dataset=emptied(SERIES_TABLES), filters=filters, language=WORDS) == ()


@pytest.mark.parametrize(
    "name", ["trade_turnover", "trade_tables", "investment_flows", "joint_projects"]
)
def test_a_figure_without_rows_names_no_year(name: str) -> None:
    dataset = emptied(SERIES_TABLES)
    figure = build_figure(name, dataset=dataset, filters=filter_space(dataset).start("en"))
    assert "The tables have no values for this chart." in figure.notes
    assert "million US dollars" in figure.subtitle or "projects" in figure.subtitle
    assert len(figure.rows) == 0
