"""Countries crossed by the drawn lines: computation, and comparison with the printed ones."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from data.build.crossings import COMMAND, CROSSINGS_PATH, crossings_csv, line_crossings
from data.evidence.crossings import (
    BORDER_ACCURACY_KM,
    SEA,
    CourseDifference,
    course_differences,
    crossings,
)
from data.evidence.routes import routes
from data.geography import CRS, countries_frame, lines_frame, places_frame, routes_frame
from data.language.languages import language
from data.load.dataset import Dataset
from data.load.package import FOLDER
from data.load.problem_text import problem_text
from data.problems import Rule
from tests.data.copies import Change


def difference(dataset: Dataset, route: str) -> CourseDifference | None:
    return next((found for found in course_differences(dataset) if found.route == route), None)


def with_lines(dataset: Dataset, line: str, waypoints: str) -> Dataset:
    lines = dataset.tables["lines"].copy()
    lines.loc[lines["line"] == line, "waypoints"] = waypoints
    return replace(dataset, tables={**dataset.tables, "lines": lines})


def with_printed(dataset: Dataset, route: str, countries: str) -> Dataset:
    rows = dataset.tables["routes"].copy()
    rows.loc[rows["route"] == route, "countries"] = countries
    return replace(dataset, tables={**dataset.tables, "routes": rows})


# --- Frames -----------------------------------------------------------------------------------


def test_frames_are_in_degrees_and_hold_valid_geometry(dataset: Dataset) -> None:
    for frame in (
        lines_frame(dataset),
        routes_frame(dataset),
        places_frame(dataset),
        countries_frame(),
    ):
        assert len(frame) > 30
        assert frame.crs == CRS
        assert frame.index.is_unique
        assert frame.geometry.is_valid.all()


def test_a_route_has_the_length_of_its_main_branch(dataset: Dataset) -> None:
    frame = routes_frame(dataset)
    known = routes(dataset)
    for code, km in frame["km"].dropna().items():
        assert km == pytest.approx(known[str(code)].drawn_km, abs=0.05)
    assert frame.loc[frame["km"].isna()].geom_type.eq("Point").all()


# --- The table --------------------------------------------------------------------------------


def test_the_committed_table_is_that_of_its_build_step(dataset: Dataset) -> None:
    written = (FOLDER / CROSSINGS_PATH).read_text(encoding="utf-8")
    assert written == crossings_csv(dataset), f"lines or ground were edited: run `{COMMAND}`"


def test_an_edited_line_gives_another_table(dataset: Dataset) -> None:
    edited = with_lines(dataset, "btc-turkiye", "turkgozu;kars;ceyhan")
    assert crossings_csv(edited) != crossings_csv(dataset)


def test_the_stretches_of_a_line_add_up_to_its_length(dataset: Dataset) -> None:
    total = line_crossings(dataset).groupby("line")["kilometres"].sum()
    lengths = lines_frame(dataset)["km"]
    assert sorted(total.index) == sorted(lengths.index)
    assert (total - lengths).abs().max() < 1


def test_a_line_at_sea_belongs_to_no_country(dataset: Dataset) -> None:
    rows = line_crossings(dataset)
    ferry = rows[rows["line"] == "ferry-kuryk-alat"].set_index("country")["kilometres"]
    assert ferry[SEA] > 400
    assert ferry.drop(SEA).lt(BORDER_ACCURACY_KM).all()
    assert ferry["KZ"] == 0, "it ends at the coast without entering the land"


def test_countries_are_in_the_order_of_the_course(dataset: Dataset) -> None:
    assert list(crossings(dataset)["btc"].main) == ["AZ", "GE", "TR"]
    assert list(crossings(dataset)["cpc"].crossed) == ["KZ", "RU"]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda text: text.replace("btc-turkiye,TR,1015", "btc-turkiye,TR,1115"), "btc-turkiye"),
        (lambda text: text.replace("atyrau-kenkiyak,KZ,427.5\n", ""), "atyrau-kenkiyak"),
    ],
)
def test_kilometres_that_are_not_those_of_the_lines_are_a_fault(
    broken: Callable[[str, Change], Dataset], change: Change, found: str
) -> None:
    (problem,) = broken("line_crossings", change).problems
    assert (problem.file, problem.rule, problem.found) == (
        "line_crossings.csv",
        Rule.CROSSINGS_CURRENT,
        found,
    )


def test_a_line_edited_without_the_build_step_is_a_fault_and_shows_no_kilometres(
    broken: Callable[[str, Change], Dataset],
) -> None:
    def shortened(text: str) -> str:
        return text.replace(";tskhratskaro;kodiana;atsquri;akhaltsikhe;vale;turkgozu", ";turkgozu")

    loaded = broken("lines", shortened)
    stale = [problem for problem in loaded.problems if problem.table == "line_crossings"]
    assert {problem.rule for problem in stale} == {Rule.CROSSINGS_CURRENT}
    assert "btc-georgia" in {problem.found for problem in stale}
    assert COMMAND in problem_text(stale[0], language("en"))
    assert "btc" not in crossings(loaded)
    assert "cpc" in crossings(loaded)


# --- Printed and drawn ------------------------------------------------------------------------


def test_every_difference_names_both_sides(dataset: Dataset) -> None:
    found = course_differences(dataset)
    assert len(found) > 5
    for each in found:
        assert each.printed
        assert each.missing or each.extra
        assert set(each.missing) <= set(each.printed)
        assert not set(each.extra) & {*each.printed, SEA}
        assert each.paragraph


def test_georgia_is_not_printed_for_the_southern_gas_corridor(dataset: Dataset) -> None:
    found = difference(dataset, "southern-gas-corridor")
    assert found is not None
    assert (found.missing, found.extra) == ((), ("GE",))
    assert found.crossings.main["GE"] == pytest.approx(220, abs=5)
    assert not found.schematic


def test_a_printed_country_off_the_course_is_missing(dataset: Dataset) -> None:
    assert difference(dataset, "btc") is None
    found = difference(with_printed(dataset, "btc", "AZ;AM;TR"), "btc")
    assert found is not None
    assert (found.missing, found.extra) == (("AM",), ("GE",))


def test_less_than_the_accuracy_of_the_ground_is_no_crossing(dataset: Dataset) -> None:
    brushed = crossings(dataset)["central-asia-china-gas"].main["CN"]
    assert 0 < brushed < BORDER_ACCURACY_KM
    printed = with_printed(dataset, "central-asia-china-gas", "TM;UZ;KZ")
    assert difference(printed, "central-asia-china-gas") is None
    assert difference(dataset, "central-asia-china-gas") is None


def test_an_end_at_the_border_reaches_the_neighbour(dataset: Dataset) -> None:
    assert crossings(dataset)["atasu-alashankou"].main["CN"] == 0
    assert difference(dataset, "atasu-alashankou") is None


def test_a_branch_can_match_a_printed_country_but_adds_none(dataset: Dataset) -> None:
    drawn = crossings(dataset)["middle-corridor"]
    assert drawn.branches["TM"] > BORDER_ACCURACY_KM
    assert "TM" not in drawn.main
    assert difference(dataset, "middle-corridor") is None
    printed = with_printed(dataset, "middle-corridor", "CN;KZ;AZ;GE;TR;TM")
    assert difference(printed, "middle-corridor") is None


def test_a_course_wholly_at_sea_is_not_compared(dataset: Dataset) -> None:
    assert crossings(dataset)["turkmen-azeri-subsea-connector"].at_sea
    assert difference(dataset, "turkmen-azeri-subsea-connector") is None


def test_without_the_table_nothing_is_compared(dataset: Dataset) -> None:
    tables = {name: rows for name, rows in dataset.tables.items() if name != "line_crossings"}
    assert course_differences(replace(dataset, tables=tables)) == ()


# --- Start ------------------------------------------------------------------------------------


def test_the_server_does_not_import_geopandas() -> None:
    # `svg_ground` is imported by the process that draws pictures, not by the server.
    code = (
        "import sys, pkgutil, importlib, components\n"
        "for found in pkgutil.walk_packages(components.__path__, 'components.'):\n"
        "    if found.name != 'components.map.svg_ground':\n"
        "        importlib.import_module(found.name)\n"
        "import data.archive\n"
        "from data.load.dataset import load_dataset\n"
        "from data.evidence.crossings import course_differences\n"
        "assert course_differences(load_dataset())\n"
        "slow = {'geopandas', 'pyogrio', 'shapely', 'data.geography'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(slow)) or 0)\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )
    assert finished.returncode == 0, finished.stderr[-500:]
