"""A year added under a new origin: headline and hints name both origins."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from components.controls.bar_lists import choices_data
from components.figures.figure import Figure
from components.figures.registry import build_figure
from data.choice.parameters import filter_space
from data.choice.subjects import EVERYTHING
from data.language.languages import language
from data.load.dataset import Dataset, load_dataset
from tests.data.copies import copy_package
from tests.extended import OUTSIDE, ROWS, append_rows, yearly

NAME = "Statistics en (outside the dissertation)"
ADDED = (("exports", 2600), ("imports", 1800), ("turnover", 4400))


@pytest.fixture(scope="module")
def with_2024(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Tables with trade and investment of 2024 from an origin outside the dissertation."""
    folder: Path = tmp_path_factory.mktemp("with_2024")
    copy_package(folder)
    append_rows(folder, "origins", ROWS["origins"])
    append_rows(
        folder,
        "trade",
        yearly(
            *(f"2024 {name} {value} - - exact USD_million {OUTSIDE} - -" for name, value in ADDED)
        ),
    )
    append_rows(
        folder,
        "investment",
        yearly(f"2024 investment_tr_to_kz 640 - - exact USD_million {OUTSIDE} - -"),
    )
    dataset = load_dataset(folder)
    assert dataset.problems == ()
    return dataset


def built(figure: str, dataset: Dataset, **chosen: object) -> Figure:
    start = filter_space(dataset).start("en")
    return build_figure(figure, dataset=dataset, filters=replace(start, **chosen))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("figure", "own"),
    [("trade_turnover", "Table 7"), ("trade_balance", "Table 7"), ("investment_flows", "Table 8")],
)
def test_the_default_series_is_kept_and_its_headline_names_the_origin_with_the_new_year(
    with_2024: Dataset, figure: str, own: str
) -> None:
    drawn = built(figure, with_2024)
    assert own in drawn.headline
    assert "2024" not in drawn.headline
    assert "2023" in f"{drawn.headline} {drawn.finding}"
    assert f"{NAME} has a value for 2024; {own} has none." in drawn.notes
    if figure != "trade_balance":
        assert f"{NAME} can be selected above." in drawn.hint


def test_an_uncontested_headline_names_its_origin_too(with_2024: Dataset) -> None:
    drawn = built("trade_turnover", with_2024, trade=OUTSIDE, years=(2023, 2024))
    assert drawn.headline == f"Trade turnover was 4,400 million US dollars in 2024, {NAME}"
    assert f"Table 7 has a value for 2023; {NAME} has none." in drawn.notes


@pytest.mark.parametrize("figure", ["trade_turnover", "trade_balance", "investment_flows"])
def test_a_year_that_only_the_new_origin_has(with_2024: Dataset, figure: str) -> None:
    drawn = built(figure, with_2024, years=(2024, 2024))
    assert re.fullmatch("Table [78] has no values for 2024", drawn.headline)
    assert [note for note in drawn.notes if note.startswith(f"{NAME} has a value for 2024")]


def test_no_other_origin_is_named_if_every_selected_year_is_shown(
    with_2024: Dataset, dataset: Dataset
) -> None:
    for drawn in (
        built("trade_turnover", with_2024, years=(2018, 2023)),
        built("trade_turnover", dataset),
        built("investment_flows", dataset),
    ):
        assert not [note for note in drawn.notes if re.search("has (a value|values) for", note)]
        assert "Statistics" not in drawn.hint


def test_growth_names_the_origin_with_additional_years(dataset: Dataset) -> None:
    years = (2020, 2023)
    drawn = built("trade_growth", dataset, trade="table6", years=years)
    assert "Table 6" in drawn.headline
    assert "Table 7 has values for 2020 and 2023; Table 6 has none." in drawn.notes


def test_the_new_origin_can_be_chosen_on_the_page(with_2024: Dataset) -> None:
    space = filter_space(with_2024)
    assert space.years == (2018, 2024)
    offered = {
        choice["parameter"]: dict(choice["options"])
        for choice in choices_data(space.start("en"), space, with_2024, language("en"), EVERYTHING)
    }
    assert offered["trade"][OUTSIDE] == NAME
    assert offered["investment"][OUTSIDE] == NAME
    assert space.start("en").trade == "table7"
