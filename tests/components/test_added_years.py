"""Figures and key figures with added years, ranges, units and origins."""

import io
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from components.export.figure_files import figure_csv
from components.export.picture import picture_of
from components.figures.figure import Figure
from components.figures.registry import build_figure
from components.figures.yearly import LONGEST_GAP
from components.overview.key_figures import KeyFigure, key_figures
from data.choice.parameters import STUDY_PERIOD, Filters, filter_space
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset, load_dataset
from tests.extended import OUTSIDE, append_rows, copy_printed, extended_dataset, yearly
from tests.readable_tables import readable_table

DATASET = extended_dataset()
SPACE = filter_space(DATASET)
START = SPACE.start("en")


def built(name: str, **changes: object) -> Figure:
    return build_figure(name, dataset=DATASET, filters=replace(START, **changes))  # type: ignore[arg-type]


def keys(dataset: Dataset, filters: Filters) -> dict[str, KeyFigure]:
    found = key_figures(dataset=dataset, filters=filters, language=language("en"))
    return {figure.label.partition(", ")[0]: figure for figure in found}


def with_rows(folder: Path, table: str, *lines: str) -> Dataset:
    copy_printed(folder)
    append_rows(folder, table, yearly(*lines))
    dataset = load_dataset(folder)
    assert dataset.problems == ()
    return dataset


def test_the_extended_copy_has_no_fault() -> None:
    assert DATASET.problems == ()
    assert SPACE.years == (2017, 2026)


def test_the_years_of_the_map_cover_the_study_period_and_the_tables(tmp_path: Path) -> None:
    assert SPACE.map_years == (STUDY_PERIOD[0], 2026)
    early = with_rows(tmp_path, "trade", "1990 turnover 10 - - exact USD_million table7 1044 trade")
    assert filter_space(early).map_years == (1990, STUDY_PERIOD[1])


# --- Ranges and qualifiers ----------------------------------------------------------------------


def test_a_range_is_stated_as_a_range_with_its_qualifier() -> None:
    figure = built("trade_turnover", years=(2023, 2024))
    assert "from 3,200 to ≈ 3,400–3,600 million US dollars" in figure.headline
    assert "No compound growth" in " ".join(figure.notes)
    table = pd.read_csv(io.BytesIO(figure_csv(figure)))
    (row,) = table[(table["subject"] == "turnover") & (table["year"] == 2024)].to_dict("records")
    assert (row["low"], row["high"], row["qualifier"]) == (3400, 3600, "about")
    assert pd.isna(row["value"])
    readable = readable_table(figure.table, dataset=DATASET, language=language("en"))
    assert {"Low", "High"} <= set(readable.columns)


def test_a_headline_of_overlapping_ranges_names_no_direction(tmp_path: Path) -> None:
    dataset = with_rows(
        tmp_path,
        "trade",
        "2024 turnover - 3100 3300 exact USD_million table7 1044 trade",
        "2025 turnover 3000 - - under USD_million table7 1044 trade",
    )
    start = filter_space(dataset).start("en")

    def headline(first: int, last: int) -> str:
        filters = replace(start, years=(first, last))
        return build_figure("trade_turnover", dataset=dataset, filters=filters).headline

    assert headline(2023, 2024) == (
        "Trade turnover, million US dollars: 3,200 (2023); 3,100–3,300 (2024)"
    )
    assert "fell from 3,100–3,300 to under 3,000" in headline(2024, 2025)
    assert "rose from 2,750 to 3,100–3,300" in headline(2022, 2024)
    assert "rose" not in headline(2018, 2025)


def test_a_range_is_drawn_from_its_lower_to_its_upper_end() -> None:
    exports = [row for row in built("trade_turnover").rows if row["year"] == 2024]
    solid, _imports, light = exports[0], exports[1], exports[2]
    assert (solid["value"], solid["label"]) == (2200, "≈ 2,200–2,400")
    assert (light["value"], light["label"], light["series"]) == (200, "", solid["series"])
    assert light["strength"] < solid["strength"]
    (projects,) = (row for row in built("investment_projects").rows if row["year"] == 2024)
    assert (projects["value"], projects["low"], projects["high"]) == (None, 40, 45)
    assert (projects["near"], projects["end"]) == (40, 45)
    flows = [row for row in built("investment_flows").rows if row["year"] == 2024]
    assert (flows[0]["value"], flows[0]["label"]) == (None, "700–800")


def test_no_middle_of_a_range_is_shown_anywhere() -> None:
    for name in ("trade_turnover", "trade_balance", "trade_growth", "trade_tables"):
        figure = built(name)
        numbers = {cell for row in figure.rows for cell in row.values() if isinstance(cell, float)}
        assert numbers.isdisjoint({2300.0, 3500.0, 1150.0 + 2300.0})


def test_a_balance_of_ranges_is_a_range_and_growth_is_none() -> None:
    (balance,) = (row for row in built("trade_balance").rows if row["year"] == 2024)
    assert (balance["value"], balance["low"], balance["high"]) == (None, 1050, 1250)
    headline = built("trade_balance").headline
    assert "a surplus of ≈ 1,050–1,250 million" in headline
    assert headline.endswith(" in 2024 (Table 7)")
    growth = built("trade_growth")
    assert 2024 not in {row["year"] for row in growth.rows}
    assert "2024" in " ".join(growth.notes)
    assert "Growth given as a range is not shown: 2024, ≈ 6–12%." in growth.notes


def test_key_figures_of_a_range_show_no_change() -> None:
    found = keys(DATASET, replace(START, years=(2024, 2024)))
    turnover = found["Turnover"]
    assert (turnover.value, turnover.change) == ("≈ 3,400–3,600", "Table 7")
    assert found["Imports"].value == "≈ 1,150"
    since = keys(DATASET, replace(START, years=(2023, 2024)))
    assert since["Turnover"].change == "Table 7"
    assert since["Imports"].change == "+4.5% since 2023 · Table 7"


def test_a_bound_a_plan_and_a_target_are_named() -> None:
    assert "to over 4,000 million US dollars" in built("trade_turnover").headline
    assert keys(DATASET, START)["Turnover"].value == "over 4,000"
    flows = built("investment_flows")
    assert flows.headline.endswith("300 (2017); 900, planned (2026)")
    assert "Highest" not in flows.finding
    assert "up to 75 in 2024" in built("joint_projects").headline
    target = built("trade_turnover", trade="table6", years=(2024, 2024))
    assert target.headline == "Trade turnover, million US dollars: 5,000, target (2024)"
    assert not any("5,000" in row["label"] for row in built("trade_tables").rows)


def test_a_turnover_without_its_parts_is_drawn(tmp_path: Path) -> None:
    alone = [row for row in built("trade_turnover").rows if row["year"] == 2026]
    assert [(row["value"], row["total"]) for row in alone] == [(4000, "over 4,000")]
    dataset = with_rows(
        tmp_path,
        "trade",
        "2024 turnover 3500 - - exact USD_million table7 1044 trade",
        "2024 exports 2300 - - exact USD_million table7 1044 trade",
    )
    figure = build_figure(
        "trade_turnover", dataset=dataset, filters=filter_space(dataset).start("en")
    )
    added = [(row["value"], row["total"]) for row in figure.rows if row["year"] == 2024]
    assert added == [(2300, ""), (1200, "3,500")]


# --- Units --------------------------------------------------------------------------------------


def test_a_value_in_another_unit_of_the_same_base_is_converted_with_a_note() -> None:
    figure = built("trade_turnover", years=(2017, 2018))
    assert "rose from 1,460 to 1,580 million US dollars" in figure.headline
    assert "turnover, 2017: converted from 1.46 billion USD" in " ".join(figure.notes)
    (row,) = figure.table[
        (figure.table["subject"] == "turnover") & (figure.table["year"] == 2017)
    ].to_dict("records")
    assert (row["value"], row["unit"]) == (1.46, "USD_billion")
    assert "1,460 million USD" in row["note"]
    growth = {row["year"]: row["label"] for row in built("trade_growth").rows}
    assert growth[2018] == "+8.2%"
    imports = keys(DATASET, replace(START, years=(2017, 2017)))["Imports"]
    assert (imports.value, imports.unit) == ("560", "million US dollars")
    assert "converted from 0.56 billion USD" in imports.source


def test_a_value_in_a_unit_of_another_base_is_left_out_with_a_note() -> None:
    figure = built("trade_turnover")
    assert "unit cannot be converted to that of the series: exports, 2026: 2.5 billion EUR" in (
        " ".join(figure.notes)
    )
    assert not any(row["value"] in {2.5, 2500} for row in figure.rows)
    assert "EUR_billion" in set(figure.table["unit"])
    assert "EUR" not in figure.subtitle
    assert 2026 not in {row["year"] for row in built("trade_balance").rows}


def test_a_plain_number_is_converted_to_what_is_counted() -> None:
    assert "2,100 in 2026" in built("turkish_companies").headline


# --- Gaps ---------------------------------------------------------------------------------------


def test_a_missing_year_keeps_its_place_and_interrupts_lines() -> None:
    for name in ("trade_turnover", "investment_flows", "turkish_companies"):
        figure = built(name)
        blank = {row["year"] for row in figure.rows if row["gap"]}
        assert 2025 in blank, name
        assert all(row["value"] is None for row in figure.rows if row["gap"])
        assert "2025" in " ".join(figure.notes)
    lines = built("investment_flows")
    assert "2025" not in lines.spoken
    assert 2026 not in {row["year"] for row in built("trade_growth").rows}


def test_a_long_gap_has_one_place_on_the_axis(tmp_path: Path) -> None:
    dataset = with_rows(
        tmp_path, "trade", "1992 turnover 30 - - exact USD_million table7 1044 trade"
    )
    figure = build_figure(
        "trade_turnover", dataset=dataset, filters=filter_space(dataset).start("en")
    )
    blank = [row["year"] for row in figure.rows if row["gap"]]
    assert len(range(1993, 2018)) > LONGEST_GAP
    assert blank == [1992.5]
    assert "No value is given for 1993–2017." in figure.notes


# --- Sectors and origins ------------------------------------------------------------------------


def test_the_sectors_of_a_new_row_are_main_sectors_of_its_year() -> None:
    figure = built("investment_sectors", years=(2024, 2024))
    assert figure.headline == "Main sectors of investment in 2024: tourism; metals and mining"
    assert "Year whose sectors are named with the investment value: 2024." in figure.notes
    marked = built("trade_turnover", sectors=("tourism",))
    assert {row["year"] for row in marked.rows if "◉" in f"{row['label']}{row['total']}"} == {2024}


def test_the_headline_of_three_origins_names_the_two_that_differ_most() -> None:
    figure = built("trade_tables", years=(2020, 2020))
    assert figure.origins == ("table7", "table6", OUTSIDE)
    turnover = [row for row in figure.rows if row["category"] == "Turnover, 2020"]
    assert {row["side"] for row in turnover} == {-1, 2, 1}
    assert "imports: 700 (Table 7) against 1,200 (Table 6)" in figure.headline
    only = built("trade_tables", years=(2024, 2024))
    assert "disagree in 2024, most on " in only.headline
    assert "exports: ≈ 2,200–2,400" in only.headline or "turnover: ≈ 3,400–3,600" in only.headline


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_value_from_outside_is_named_as_such_wherever_it_is_shown(code: str) -> None:
    words = language(code)
    named = words.gettext("{name} (outside the dissertation)").format(name=f"Statistics {code}")
    filters = replace(SPACE.start(code), trade=OUTSIDE)
    figure = build_figure("trade_turnover", dataset=DATASET, filters=filters)
    assert named in figure.subtitle
    assert all(named in row["tip"] for row in figure.rows if row["tip"])
    assert "https://example.org/trade" in " ".join(figure.notes)
    assert figure.table["note"].str.contains("https://example.org/trade").all()
    found = key_figures(dataset=DATASET, filters=filters, language=words)
    assert named in found[0].source
    cited = " ".join(picture_of(figure, dataset=DATASET, language=words).captions)
    assert words.gettext("Outside the dissertation: {sources}").partition("{")[0] in cited
    compared = build_figure("trade_tables", dataset=DATASET, filters=SPACE.start(code))
    assert named in {row["series"] for row in compared.rows}
    assert named in " ".join(
        build_figure("turkish_companies", dataset=DATASET, filters=SPACE.start(code)).notes
    )


def test_a_value_from_outside_is_never_shown_first() -> None:
    assert (START.trade, START.investment) == ("table7", "table8")
    trade = DATASET.tables["trade"]
    only = replace(DATASET, tables={**DATASET.tables, "trade": trade[trade["origin"] == OUTSIDE]})
    start = filter_space(only).start("en")
    assert start.trade == "table7"
    assert "no values" in build_figure("trade_turnover", dataset=only, filters=start).headline
