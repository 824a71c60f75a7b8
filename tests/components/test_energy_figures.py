"""Figures of energy and corridors: all printed values with qualifiers, and no others."""

from dataclasses import replace
from typing import Any

import pytest

from components.figures.figure import Figure
from components.figures.registry import FIGURES
from components.figures.single_values import without_sign
from components.page.tokens import TURKIYE
from data.choice.parameters import FilterSpace
from data.evidence.catalogue import values_by_id
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from tests.components.energy_figures import NEW, build
from tests.encodings import encoding_of


def with_cell(dataset: Dataset, table: str, key: str, row: str, value: float) -> Dataset:
    changed = dataset.tables[table].copy()
    hit = changed[key] == row
    assert hit.sum() == 1
    changed.loc[hit, "value"] = value
    return replace(dataset, tables={**dataset.tables, table: changed})


def with_fact(dataset: Dataset, fact: str, value: float) -> Dataset:
    return with_cell(dataset, "facts", "fact", fact, value)


def labels(figure: Figure) -> dict[str, str]:
    return {row["category"].replace("\n", " "): row["label"] for row in figure.rows}


def cells(figure: Figure) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (row["category"].replace("\n", " "), row["column"].replace("\n", " ")): dict(row)
        for row in figure.rows
    }


def test_energy_figures_are_registered() -> None:
    assert set(NEW) <= set(FIGURES)
    assert len(NEW) == 8


@pytest.mark.parametrize("name", NEW)
def test_every_row_of_a_table_is_a_printed_value_of_the_catalogue(
    name: str, dataset: Dataset, space: FilterSpace
) -> None:
    figure = build(name, dataset, space)
    printed = {
        (entry.value, entry.unit, entry.qualifier, entry.origin, entry.paragraph)
        for entry in values_by_id(dataset).values()
    }
    numbers = figure.table.dropna(subset=["value"])
    assert len(numbers) > 0
    for row in numbers.to_dict("records"):
        place = (row["value"], row["unit"], row["qualifier"], row["origin"], row["paragraph"])
        assert place in printed
    assert set(figure.table["method"]) == {"printed"}


@pytest.mark.parametrize("name", NEW)
def test_rows_have_the_same_columns_and_short_lines(
    name: str, dataset: Dataset, space: FilterSpace
) -> None:
    for code in LANGUAGE_CODES:
        rows = build(name, dataset, space, code=code).rows
        assert len({tuple(row) for row in rows}) == 1
        assert all(row["category"] for row in rows)
        # Translated names are wrapped; a remark in brackets is on a separate line.
        lines = [line for row in rows for line in row["category"].split("\n")]
        assert max(len(line) for line in lines if not line.startswith("(")) <= 26


@pytest.mark.parametrize(
    ("name", "change", "wanted"),
    [
        ("oil_export_shares", ("kz-oil-share-china-p837", 17.0), "17%"),
        ("export_line_capacity", ("cpc-kz-section-capacity-p658", 31.0), "31 million"),
        ("oil_by_mode", ("kto-pipelines-crude-2012-p654", 55.5), "55.5"),
        ("oil_gas_reserves", ("kz-gas-reserves-p820", 3.1), "3.1 trillion"),
        ("design_and_actual", ("btk-freight-2019-p791", 5.5), "≈ 5.5 million"),
        ("corridor_comparison", ("middle-corridor-days-saving-sea-p515", 12.0), "12 days"),
        ("corridor_volumes", ("middle-corridor-capacity-target-2027-p1328", 11.0), "11"),
    ],
)
def test_a_headline_follows_the_data(
    name: str, change: tuple[str, float], wanted: str, dataset: Dataset, space: FilterSpace
) -> None:
    before = build(name, dataset, space)
    assert wanted not in f"{before.headline} {before.finding}"
    after = build(name, with_fact(dataset, *change), space)
    assert wanted in f"{after.headline} {after.finding}"


def test_a_finding_of_stakes_follows_the_data(dataset: Dataset, space: FilterSpace) -> None:
    assert build("project_stakes", dataset, space).finding.endswith(
        "The largest: 20% or 30%, BOTAŞ, Trans-Anatolian gas pipeline (TANAP)."
    )
    altered = dataset.tables["ownership"].copy()
    altered = altered[altered["holder"] != "botas-second-figure"]
    changed = replace(dataset, tables={**dataset.tables, "ownership": altered})
    assert build("project_stakes", changed, space).finding.endswith(
        "The largest: 20%, BOTAŞ, Trans-Anatolian gas pipeline (TANAP)."
    )


@pytest.mark.parametrize("name", NEW)
def test_the_headline_of_a_figure_without_values_says_so(
    name: str, dataset: Dataset, space: FilterSpace
) -> None:
    empty = {table: dataset.tables[table].iloc[:0] for table in ("facts", "ownership")}
    altered = replace(dataset, tables={**dataset.tables, **empty})
    figure = build(name, altered, space)
    assert figure.headline == "The tables have no values for this chart"
    assert figure.notes


def test_export_shares_keep_qualifiers_and_the_share_without_a_number(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = build("oil_export_shares", dataset, space)
    shown = labels(figure)
    assert shown["Through Russia"] == "≈ 80%"
    assert shown["To China"] == "≈ 20%"
    assert shown["To Europe"] == "Small share, no figure"
    values = [row["value"] for row in figure.rows]
    assert values == [80, 20, None, 80]
    assert "1343" in list(shown)[3]
    table = figure.table.set_index("paragraph")
    assert set(table.index) == {"805", "832", "837", "842", "1343"}
    assert table.loc["842", "value"] != 0
    assert any("add up to 100%" in note and "leaves nothing" in note for note in figure.notes)


def test_two_printings_of_a_share_that_differ_are_both_drawn(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = build("oil_export_shares", with_fact(dataset, "kz-oil-share-russia-p805", 75), space)
    shown = labels(figure)
    assert [label for name, label in shown.items() if name.startswith("Through Russia")] == [
        "≈ 75%",
        "≈ 80%",
    ]
    assert all("⚠" in name for name in shown if name.startswith("Through Russia"))


def test_capacities_distinguish_lines_across_russia(dataset: Dataset, space: FilterSpace) -> None:
    figure = build("export_line_capacity", dataset, space)
    shown = labels(figure)
    across = {name: label for name, label in shown.items() if "(through Russia)" in name}
    assert sorted(across.values()) == ["17.5", "28.2"]
    assert sorted(set(shown.values()) - set(across.values())) == ["20", "50"]
    assert len(shown) == 5
    assert [label for name, label in shown.items() if "time unit not given" in name] == ["50"]
    colours = {row["colour"]: "(through" in row["category"] for row in figure.rows}
    assert len(colours) == 2
    assert set(colours.values()) == {True, False}
    assert any("up to 3 million t a year" in note for note in figure.notes)


def test_oil_by_mode_shows_both_printings_and_never_the_impossible_one(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = build("oil_by_mode", dataset, space)
    assert [row["value"] for row in figure.rows] == [53.5, 9, 7]
    said = " ".join(figure.rows[2]["label"].split())
    assert said == "7 (paragraph 656) · ≈ 7 (paragraph 662)"
    assert not any(row["value"] == 71 or "71" in row["label"] for row in figure.rows)
    note = figure.notes[0]
    assert "71 million t" in note
    assert "up to 71 million t" in note
    assert set(figure.table["paragraph"]) == {"654", "655", "656", "660", "661", "662"}


def test_stakes_show_both_figures_with_a_sign_and_mark_those_of_turkiye(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = build("project_stakes", dataset, space)
    shown = cells(figure)
    assert shown["TPAO (Turkish Petroleum)", "Shah Deniz"]["text"] == "9%\n19%"
    assert shown["BOTAŞ", "TANAP"]["text"] == "20%\n30%"
    assert shown["TPAO (Turkish Petroleum)", "ACG, 1994"]["text"] == "6.75%"
    warned = {name for name, cell in shown.items() if cell["warning"]}
    assert {("TPAO (Turkish Petroleum)", "Shah Deniz"), ("BOTAŞ", "TANAP")} <= warned
    assert ("SOCAR", "ACG, 1994") in warned
    assert ("BP", "BTC") not in warned
    marked = {name[0] for name, cell in shown.items() if cell["marked"]}
    assert marked == {"TPAO (Turkish Petroleum)", "BOTAŞ"}
    assert {cell["series"] for cell in shown.values() if cell["marked"]} == {"Türkiye (outlined)"}
    colours = encoding_of(figure, 0)["color"]["scale"]
    assert (
        dict(zip(colours["domain"], colours["range"], strict=True))["Türkiye (outlined)"] == TURKIYE
    )


def test_unclear_holders_have_a_row_with_their_paragraph(
    dataset: Dataset, space: FilterSpace
) -> None:
    shown = cells(build("project_stakes", dataset, space))
    texts = {
        name[0]: cell["text"].replace("\N{NO-BREAK SPACE}", " ")
        for name, cell in shown.items()
        if "as printed" in name[0]
    }
    assert set(texts.values()) == {"17%\nparagraph 675", "20%\nparagraph 675", "2%\nparagraph 675"}
    assert shown["SOCAR", "ACG, 1994"]["text"] == "10%"


def test_sums_of_stakes_are_computed_and_leave_second_figures_out(
    dataset: Dataset, space: FilterSpace
) -> None:
    (note,) = [note for note in build("project_stakes", dataset, space).notes if "computed" in note]
    for total in ("92.83%", "88.79%", "70%", "100%"):
        assert total in note


def test_reserves_have_no_common_scale_and_name_the_fields(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = build("oil_gas_reserves", dataset, space)
    assert not any("value" in row for row in figure.rows)
    shown = cells(figure)
    oil = shown["Reserves", "Oil, billion barrels"]["text"].replace("\N{NO-BREAK SPACE}", " ")
    assert oil == "≈ 30 (paragraph 805)\n30 (paragraph 816)"
    assert shown["Reserves", "Gas, trillion m³"]["text"] == "2.7"
    fields = {name for name in shown if name[0] != "Reserves"}
    assert ("Tengiz field", "Oil, billion barrels") in fields
    assert ("Tengiz field", "Gas, trillion m³") not in fields
    assert len(fields) == 5


def test_capacity_beside_traffic_says_where_it_is_not_the_same_facility(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = build("design_and_actual", dataset, space)
    pairs: dict[str, dict[str, str]] = {}
    for row in figure.rows:
        pairs.setdefault(row["category"].partition("\n")[0], {})[row["series"]] = row["label"]
    assert pairs == {
        "Sogandy oil terminal;": {"Capacity": "20", "Amount carried": "2"},
        "Baku–Tbilisi–Kars railway": {"Capacity": "up to 20 a year", "Amount carried": "≈ 6.5"},
        "Middle Corridor": {"Capacity": "2", "Amount carried": "3"},
    }
    assert any("are different facilities" in note for note in figure.notes)
    assert any("exceeds the capacity" in note for note in figure.notes)


def test_corridors_are_compared_in_printed_differences_only(
    dataset: Dataset, space: FilterSpace
) -> None:
    shown = {
        name: cell["text"].replace("\n", " ")
        for name, cell in cells(build("corridor_comparison", dataset, space)).items()
    }
    assert shown["Length", "Middle Corridor"] == "≈ 6,500 km"
    assert shown["Length", "Northern Corridor"] == "not given"
    assert shown["Distance saved on the Middle Corridor", "Northern Corridor"] == "2,000 km"
    assert shown["Time saved on the Middle Corridor", "Northern Corridor"] == "5 days"
    assert shown["Time saved on the Middle Corridor", "Sea route"] == "15 days"
    share = "Share of containers from China to Europe"
    assert [shown[share, route] for route in ("Northern Corridor", "Sea route")] == ["4%", "96%"]
    assert shown[share, "Middle Corridor"] == "not given"
    assert not any("8,500" in text or "4,500" in text for text in shown.values())


def test_corridor_volumes_distinguish_carried_capacity_and_target(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = build("corridor_volumes", dataset, space)
    shown = sorted((row["series"], row["label"]) for row in figure.rows)
    assert shown == [
        ("Amount carried", "3"),
        ("Amount carried", "≈ 6.5"),
        ("Capacity", "2"),
        ("Capacity", "up to 10 a year"),
        ("Capacity", "up to 20 a year"),
        ("Target or expectation", "10"),
        ("Target or expectation", "10"),
    ]
    years = [without_sign(row["category"]).rpartition("\n")[2] for row in figure.rows]
    assert years.count("(year not given)") == 5
    assert "(2027)" in years
    assert any("200,000 containers a year" in note for note in figure.notes)
    points = encoding_of(figure, 1)
    assert points["shape"]["scale"]["domain"] == points["color"]["scale"]["domain"]
