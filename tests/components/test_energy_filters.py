"""Filters of figures of energy and corridors: what they fade, mark and name."""

from dataclasses import replace
from typing import Any

import pytest

from components.figures.highlights import Subject, opacities, route_emphasis
from components.figures.single_values import contradicted, facts
from components.page.tokens import FADED
from data.choice.parameters import FilterSpace
from data.evidence.catalogue import values_by_id
from data.load.dataset import Dataset
from tests.components.energy_figures import NEW, build


@pytest.mark.parametrize("name", NEW)
@pytest.mark.parametrize(
    "choice",
    [
        {"years": (2019, 2019)},
        {"sectors": ("oil",)},
        {"route": "btk"},
        {"route": "acg", "sectors": ("tourism",), "years": (2020, 2020)},
    ],
)
def test_filters_change_neither_the_form_nor_the_number_of_rows(
    name: str, choice: dict[str, Any], dataset: Dataset, space: FilterSpace
) -> None:
    start = build(name, dataset, space)
    chosen = build(name, dataset, space, **choice)
    assert chosen.form is start.form
    assert chosen.headline == start.headline
    assert len(chosen.rows) == len(start.rows)
    assert {row["opacity"] for row in chosen.rows} <= {1.0, FADED}
    assert any(row["opacity"] == 1 for row in chosen.rows)


@pytest.mark.parametrize("name", NEW)
def test_no_row_is_faded_without_filters(name: str, dataset: Dataset, space: FilterSpace) -> None:
    assert {row["opacity"] for row in build(name, dataset, space).rows} == {1.0}


def test_rows_of_the_route_selected_on_the_map_are_not_faded(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = build("corridor_volumes", dataset, space, route="btk")
    full = [row["label"] for row in figure.rows if row["opacity"] == 1]
    assert full == ["≈ 6.5", "up to 20 a year"]
    assert any("selection on the map" in note for note in figure.notes)
    unrelated = build("corridor_volumes", dataset, space, route="tanap")
    assert {row["opacity"] for row in unrelated.rows} == {1.0}


def test_a_field_and_its_contract_are_one_route(dataset: Dataset, space: FilterSpace) -> None:
    figure = build("project_stakes", dataset, space, route="acg")
    assert {row["column"] for row in figure.rows if row["opacity"] == 1} == {"ACG, 1994"}
    subjects = [Subject(routes=frozenset({code})) for code in ("contract-of-the-century", "btc")]
    filters = replace(space.start("en"), route="acg")
    assert route_emphasis(subjects, filters) == (True, False)


def test_years_fade_only_rows_with_selectable_years(dataset: Dataset, space: FilterSpace) -> None:
    beyond = space.years[1] + 4
    subjects = [Subject(years=frozenset(years)) for years in ({2019}, {2020}, {beyond}, set())]

    def shades(years: tuple[int, int]) -> tuple[float, ...]:
        filters = replace(space.start("en"), years=years)
        return opacities(subjects, dataset=dataset, filters=filters)

    assert shades(space.years) == (1, 1, 1, 1)
    assert shades((2019, 2019)) == (1, FADED, 1, 1)
    assert shades((2022, 2022)) == (1, 1, 1, 1)


def test_sectors_mark_projects_by_what_they_carry(dataset: Dataset, space: FilterSpace) -> None:
    figure = build("project_stakes", dataset, space, sectors=("gas",))
    full = {row["column"].replace("\n", " ") for row in figure.rows if row["opacity"] == 1}
    assert full == {"Shah Deniz", "TANAP"}


@pytest.mark.parametrize(
    ("name", "route", "sector"),
    [("export_line_capacity", "btc", "gas"), ("project_stakes", "btc", "gas")],
)
def test_notes_name_only_the_filters_with_an_effect(
    name: str, route: str, sector: str, dataset: Dataset, space: FilterSpace
) -> None:
    figure = build(name, dataset, space, route=route, sectors=(sector,))
    assert {row["opacity"] for row in figure.rows} == {1.0, FADED}
    notes = " ".join(figure.notes)
    assert "selection on the map" in notes
    assert "in full colour." not in notes
    assert "No value in this chart" not in notes
    assert "values about any of the selected sectors" not in notes


def test_only_conflicts_about_values_add_a_warning_sign(dataset: Dataset) -> None:
    known = values_by_id(dataset)
    assert contradicted([known["tanap:botas:778"]], dataset)
    assert not contradicted([known["middle-corridor-length-p536"]], dataset)
    assert not contradicted(facts(dataset, {"transit_days_saving"}), dataset)
