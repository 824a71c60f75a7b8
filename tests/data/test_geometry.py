"""Lines of the map: positions, lengths, and faults with file, row and rule."""

import json
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from shapely import LineString, Point, from_geojson, union_all

from data.basemap import EXTENT, basemap_layer
from data.evidence.routes import routes
from data.geometry import geodesic_km, line_points
from data.load.dataset import Dataset
from data.load.geometry_checks import LENGTH_TOLERANCE
from data.load.package import FOLDER
from data.problems import Rule
from tests.data.copies import Change

TABLES = ("lines", "route_lines")


def land() -> dict[str, Any]:
    return {
        feature["properties"]["code"]: from_geojson(json.dumps(feature["geometry"]))
        for feature in basemap_layer("land")["features"]
    }


@pytest.mark.parametrize(
    ("points", "published"),
    [
        (((0.0, 0.0), (1.0, 0.0)), 111.32),
        (((0.0, 0.0), (0.0, 1.0)), 110.57),
        (((49.46, 40.17), (35.9, 36.88)), 1244.0),
    ],
)
def test_a_length_is_geodesic(points: tuple[tuple[float, float], ...], published: float) -> None:
    assert geodesic_km(points) == pytest.approx(published, rel=0.01)


def test_every_line_keeps_to_the_map_and_does_not_cross_itself(dataset: Dataset) -> None:
    west, south, east, north = EXTENT
    for name, points in line_points(dataset.table("lines"), dataset.table("waypoints")).items():
        assert LineString(points).is_simple, name
        assert all(west <= lon <= east and south <= lat <= north for lon, lat in points), name


def test_a_length_differs_little_from_the_published_one(dataset: Dataset) -> None:
    measured = {}
    for code, route in routes(dataset).items():
        lengths = route.recorded("length")
        if route.sections and lengths:
            first = lengths[0]
            published = first.value or ((first.low or 0) + (first.high or 0)) / 2
            measured[code] = route.drawn_km / published
    assert {"btc", "cpc", "tanap", "tap", "atasu-alashankou", "btk", "nabucco"} <= measured.keys()
    assert all(abs(share - 1) <= LENGTH_TOLERANCE for share in measured.values()), measured


def test_pipelines_stay_in_the_countries_they_cross(dataset: Dataset) -> None:
    crossed = {
        "btc": {"AZ", "GE", "TR"},
        "tap": {"GR", "AL", "IT"},
        "atyrau-samara": {"KZ", "RU"},
        "atasu-alashankou": {"KZ", "CN"},
        "tanap": {"GE", "TR", "GR"},
    }
    countries = land()
    for code, allowed in crossed.items():
        for section in routes(dataset)[code].sections:
            line = LineString(section.points)
            inside = {
                name
                for name, area in countries.items()
                if line.intersection(area).length > 0.15  # degrees: more than a touch of a border
            }
            assert inside <= allowed, (code, section.line)


def test_sea_lines_do_not_cross_land(dataset: Dataset) -> None:
    canal = Point(32.4, 30.5).buffer(1.0)
    lakes = union_all(
        [from_geojson(json.dumps(lake["geometry"])) for lake in basemap_layer("lakes")["features"]]
    )
    ground = union_all(list(land().values())).difference(lakes).buffer(-0.12).difference(canal)
    for code, route in routes(dataset).items():
        for section in route.sections:
            at_sea = section.mode in {"tanker", "ferry", "sea_route"}
            if at_sea and section.precision != "schematic":
                inland = LineString(section.points).intersection(ground).length
                assert inland < 0.05, (code, section.line, inland)


def test_a_line_has_several_waypoints_unless_it_is_schematic(dataset: Dataset) -> None:
    rows = dataset.table("lines")
    for row in rows.to_dict("records"):
        points = line_points(rows, dataset.table("waypoints"))[row["line"]]
        longest = max(geodesic_km(pair) for pair in pairwise(points))
        if row["precision"] == "through_places" and row["mode"] in {"oil_pipeline", "gas_pipeline"}:
            assert longest < 260, (row["line"], longest)


def test_facilities_are_at_their_known_positions(dataset: Dataset) -> None:
    countries = land()
    inland = {"tengiz": "KZ", "karachaganak": "KZ", "ceyhan": "TR"}
    for code, country in inland.items():
        position = routes(dataset)[code].position
        assert position is not None
        assert countries[country].buffer(0.1).contains(Point(position)), code


@pytest.mark.parametrize(
    ("table", "change", "rule", "column"),
    [
        (
            "waypoints",
            lambda text: text.replace(",KZ,51.8843,", ",KZ,201.8843,"),
            Rule.AT_MOST,
            "lon",
        ),
        ("waypoints", lambda text: text.replace(",47.1048,", ",north,"), Rule.NUMBER, "lat"),
        (
            "lines",
            lambda text: text.replace(";sangachal", ";atlantis"),
            Rule.KNOWN_CODE,
            "waypoints",
        ),
        (
            "lines",
            lambda text: text.replace(
                "atyrau;makhambet;inderbor;taypak;chapayev",
                "atyrau;taypak;makhambet;chapayev;inderbor;oral;atyrau;chapayev",
            ),
            Rule.NO_CROSSING,
            "waypoints",
        ),
        (
            "lines",
            lambda text: re.sub(
                "(?<=^btc-georgia,)(.+,).+$", r"\1rustavi;rustavi", text, flags=re.M
            ),
            Rule.TWO_POINTS,
            "waypoints",
        ),
        (
            "route_lines",
            lambda text: text.replace("btc,main,3,btc-turkiye", "btc,main,3,tap-adriatic"),
            Rule.JOINED,
            "line",
        ),
        (
            "route_lines",
            lambda text: text.replace("btc,main,3,btc-turkiye,forward\n", ""),
            Rule.PUBLISHED_LENGTH,
            "line",
        ),
        (
            "route_lines",
            lambda text: text.replace("cpc,main,1,", "kpc,main,1,"),
            Rule.KNOWN_CODE,
            "route",
        ),
    ],
)
def test_a_fault_of_geometry_is_reported_and_the_other_routes_load(
    broken: Callable[[str, Change], Dataset], table: str, change: Change, rule: Rule, column: str
) -> None:
    loaded = broken(table, change)
    own = [problem for problem in loaded.problems if problem.table == table]
    assert (rule, column) in {(problem.rule, problem.column) for problem in own}, own
    assert all(problem.row for problem in own)
    assert {problem.file for problem in own} == {f"{table}.csv"}
    drawn = routes(loaded)
    assert drawn["tap"].sections
    assert len([route for route in drawn.values() if route.sections]) > 15


def test_a_wrong_length_is_reported_at_the_first_line_of_the_main_branch(
    broken: Callable[[str, Change], Dataset],
) -> None:
    rows = (FOLDER / "tables" / "route_lines.csv").read_text(encoding="utf-8").splitlines()
    loaded = broken(
        "route_lines", lambda text: text.replace("btc,main,3,btc-turkiye,forward\n", "")
    )
    (problem,) = (one for one in loaded.problems if one.rule is Rule.PUBLISHED_LENGTH)
    assert problem.row == 1 + next(
        place for place, row in enumerate(rows) if row.startswith("btc,main,1,")
    )
    assert problem.expected == "1768"


def test_a_route_with_a_faulty_line_is_not_drawn_in_part(
    broken: Callable[[str, Change], Dataset],
) -> None:
    loaded = broken(
        "lines", lambda text: text.replace("btc-georgia,oil_pipeline", "btc-georgia,rope")
    )
    assert not routes(loaded)["btc"].sections
    assert routes(loaded)["cpc"].sections


def test_geometry_is_part_of_the_data_package() -> None:
    assert sorted(path.name for path in (FOLDER / "geo").glob("*.csv")) == [
        "lines.csv",
        "waypoints.csv",
    ]
