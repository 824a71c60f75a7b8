"""Figures of the corridors: values, warning signs and fading."""

import re
from dataclasses import replace
from typing import Any

import pytest

from components.figures import capacity_use, corridor, corridor_volumes
from components.figures.figure import Figure
from components.figures.registry import FIGURES, build_figure
from components.page.tokens import FADED
from data.choice.parameters import FilterSpace
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from tests.encodings import encoding_of

NAMES = ("design_and_actual", "corridor_comparison", "corridor_volumes")


def build(name: str, dataset: Dataset, space: FilterSpace, **choice: Any) -> Figure:
    code = choice.pop("code", "en")
    return build_figure(name, dataset=dataset, filters=replace(space.start(code), **choice))


def altered(dataset: Dataset, fact: str, **changes: Any) -> Dataset:
    facts = dataset.tables["facts"].copy()
    hit = facts["fact"] == fact
    assert hit.sum() == 1
    for column, value in changes.items():
        facts.loc[hit, column] = value
    return replace(dataset, tables={**dataset.tables, "facts": facts})


def without(dataset: Dataset, fact: str) -> Dataset:
    facts = dataset.tables["facts"]
    assert (facts["fact"] == fact).sum() == 1
    kept = facts[facts["fact"] != fact]
    return replace(dataset, tables={**dataset.tables, "facts": kept})


def full(figure: Figure) -> list[str]:
    return [row["label"] for row in figure.rows if row["opacity"] == 1]


def test_corridor_figures_are_registered() -> None:
    assert {*corridor.FIGURES, *capacity_use.FIGURES, *corridor_volumes.FIGURES} == set(NAMES)
    assert set(NAMES) <= set(FIGURES)


def test_both_printings_of_sogandy_and_of_the_ports_are_kept(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = build("design_and_actual", dataset, space)
    assert {"573", "622", "574", "634"} <= set(figure.table["paragraph"])
    sogandy, ports = figure.rows[:2]
    assert (sogandy["value"], ports["value"]) == (20, 2)
    assert "20 million t a year" in sogandy["tip"]
    assert "paragraph 622" in sogandy["tip"]
    assert "2020" in ports["category"]


def test_the_headline_compares_one_facility_with_itself(
    dataset: Dataset, space: FilterSpace
) -> None:
    headline = build("design_and_actual", dataset, space).headline
    assert "Baku–Tbilisi–Kars" in headline
    assert "up to 20" in headline
    assert "≈ 6.5" in headline
    assert "Sogandy" not in headline


def test_a_pair_without_one_side_is_not_drawn(dataset: Dataset, space: FilterSpace) -> None:
    figure = build("design_and_actual", without(dataset, "btk-freight-2019-p791"), space)
    assert len(figure.rows) == 4
    assert not any("Kars" in row["category"] for row in figure.rows)
    assert "Kars" not in figure.headline


def test_every_length_shown_is_printed(dataset: Dataset, space: FilterSpace) -> None:
    figure = build("corridor_comparison", dataset, space)
    said = (figure.headline, *figure.notes, *(row["text"] for row in figure.rows))
    shown = {found for text in said for found in re.findall(r"[\d,]+(?= km)", text)}
    assert shown == {"6,500", "2,000"}
    kilometres = figure.table[figure.table["unit"].isin(["km", "thousand_km"])]
    assert sorted(kilometres["value"]) == [2, 6500]
    assert "value" not in figure.rows[0]


def test_no_length_is_shown_without_a_printed_one(dataset: Dataset, space: FilterSpace) -> None:
    figure = build("corridor_comparison", without(dataset, "middle-corridor-length-p536"), space)
    lengths = [row["text"].replace("\n", " ") for row in figure.rows if row["position"] == 0]
    assert lengths == ["not given"] * 3


@pytest.mark.parametrize(
    ("fact", "value", "wanted"),
    [
        ("middle-corridor-distance-saving-p515", 3.0, "3,000 km"),
        ("middle-corridor-days-saving-north-p515", 7.0, "7 days"),
    ],
)
def test_the_headline_of_the_comparison_follows_the_data(
    fact: str, value: float, wanted: str, dataset: Dataset, space: FilterSpace
) -> None:
    assert wanted not in build("corridor_comparison", dataset, space).headline
    changed = altered(dataset, fact, value=value)
    assert wanted in build("corridor_comparison", changed, space).headline


def test_the_year_of_a_target_comes_from_the_data(dataset: Dataset, space: FilterSpace) -> None:
    target = "middle-corridor-capacity-target-2027-p1328"
    assert "2027" in build("corridor_volumes", dataset, space).headline
    headline = build("corridor_volumes", altered(dataset, target, period="2031"), space).headline
    assert "2031" in headline
    assert "2027" not in headline


def test_a_target_is_never_drawn_as_a_measurement(dataset: Dataset, space: FilterSpace) -> None:
    figure = build("corridor_volumes", dataset, space)
    kinds: dict[str, set[str]] = {}
    for row in figure.rows:
        kinds.setdefault(row["series"], set()).add(row["label"])
    assert kinds["Amount carried"] == {"3", "≈ 6.5"}
    assert "10" in kinds["Target or expectation"]
    assert "10" not in kinds["Amount carried"] | kinds["Capacity"]
    points = encoding_of(figure, 1)
    assert len(set(points["shape"]["scale"]["range"])) == len(kinds)
    assert len(set(points["color"]["scale"]["range"])) == len(kinds)
    assert points["color"]["legend"] is not None


def test_a_value_without_a_year_is_labelled_as_such(dataset: Dataset, space: FilterSpace) -> None:
    figure = build("corridor_volumes", dataset, space)
    for row in figure.rows:
        assert "year not given" in row["category"] or re.search(r"20\d\d", row["category"])


def test_rows_of_the_selected_route_are_not_faded(dataset: Dataset, space: FilterSpace) -> None:
    chosen = build("design_and_actual", dataset, space, route="kuryk-port")
    assert full(chosen) == ["20", "2"]
    assert {row["opacity"] for row in chosen.rows} == {1.0, FADED}
    other = build("design_and_actual", dataset, space, route="tanap")
    assert {row["opacity"] for row in other.rows} == {1.0}


def test_rows_of_a_selected_sector_are_not_faded(dataset: Dataset, space: FilterSpace) -> None:
    assert full(build("design_and_actual", dataset, space, sectors=("oil",))) == ["20", "2"]


@pytest.mark.parametrize("name", NAMES)
def test_a_sector_without_rows_fades_no_row_and_adds_a_note(
    name: str, dataset: Dataset, space: FilterSpace
) -> None:
    figure = build(name, dataset, space, sectors=("tourism",))
    assert {row["opacity"] for row in figure.rows} == {1.0}
    assert any("so all values are in full colour" in note for note in figure.notes)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_the_same_keys(
    name: str, code: str, dataset: Dataset, space: FilterSpace
) -> None:
    assert len({tuple(row) for row in build(name, dataset, space, code=code).rows}) == 1


# Signs of conflicts


def test_conflicts_are_marked_where_they_are_drawn(dataset: Dataset, space: FilterSpace) -> None:
    pairs = {
        row["category"].partition("\n")[0]: "⚠" in row["category"]
        for row in build("design_and_actual", dataset, space).rows
    }
    assert pairs == {
        "Sogandy oil terminal;": False,
        "Baku–Tbilisi–Kars railway": True,
        "Middle Corridor": True,
    }
    marked = {
        (row["series"], row["label"]): "⚠" in row["category"]
        for row in build("corridor_volumes", dataset, space).rows
    }
    assert marked.pop(("Capacity", "up to 10 a year")) is False
    assert all(marked.values())
    shares = {
        row["text"] for row in build("corridor_comparison", dataset, space).rows if row["warning"]
    }
    assert shares == {"4%", "96%"}


@pytest.mark.parametrize("name", NAMES)
def test_the_note_about_conflicts_is_shown_only_with_conflicts(
    name: str, dataset: Dataset, space: FilterSpace
) -> None:
    figure = build(name, dataset, space)
    assert sum(note.startswith("A warning sign marks") for note in figure.notes) == 1
    none = {"conflicts": dataset.tables["conflicts"].iloc[:0]}
    calm = build(name, replace(dataset, tables={**dataset.tables, **none}), space)
    recorded = "Amount carried on the Baku–Tbilisi–Kars railway in 2019"
    assert not any(recorded in note for note in calm.notes)
    if name == "design_and_actual":
        assert any(recorded in note for note in figure.notes)
