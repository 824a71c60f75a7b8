"""The ground of the small map: the same countries, lakes and lines."""

import json
from functools import cache
from typing import Any

import pytest
from shapely import (
    LinearRing,
    Point,
    box,
    dwithin,
    get_coordinates,
    get_parts,
    points,
    segmentize,
    union_all,
)
from shapely.geometry import shape

from data.basemap import BASEMAP_FOLDER, LAYERS, SMALL, basemap_address, basemap_layer
from data.build.small_basemap import DECIMALS, SMALL_EXTENT, SMALLEST_AREA, TOLERANCE, small_basemap
from tests.data.basemap_shapes import LINE_LAYERS, POLYGON_LAYERS, countries, lines, polygons


def test_the_files_of_the_map_are_small_enough_for_a_phone() -> None:
    assert sum(path.stat().st_size for path in BASEMAP_FOLDER.iterdir()) < 900_000


@cache
def small_features(name: str) -> list[dict[str, Any]]:
    features = basemap_layer(SMALL)["features"]
    found = [feature for feature in features if feature["properties"]["layer"] == name]
    assert found, f"nothing of {name} is on the small map"
    return found


@cache
def small_lines(name: str) -> Any:
    (feature,) = small_features(name)
    return shape(feature["geometry"])


@cache
def seen_lines(name: str) -> Any:
    """Lines of the large layer within the extent of the small map."""
    seen = lines(name).intersection(box(*SMALL_EXTENT))
    assert get_parts(seen).size > 5
    return seen


def test_the_small_map_is_the_one_its_build_step_writes() -> None:
    # Through JSON and back, since shapes have tuples and files have lists.
    built = json.loads(json.dumps(small_basemap()))
    assert basemap_layer(SMALL) == built, "run `python -m data.build.small_basemap`"


def test_the_small_map_is_small_and_the_folder_light() -> None:
    assert 10_000 < (BASEMAP_FOLDER / f"{SMALL}.json").stat().st_size < 130_000
    assert sum(path.stat().st_size for path in BASEMAP_FOLDER.iterdir()) < 1_000_000


def test_the_small_map_has_an_address() -> None:
    assert basemap_address(SMALL) == "app/static/basemap/small.json"


def test_every_feature_of_the_small_map_has_a_known_layer() -> None:
    layer = basemap_layer(SMALL)
    assert layer["type"] == "FeatureCollection"
    named = [feature["properties"]["layer"] for feature in layer["features"]]
    assert set(named) == set(LAYERS)
    assert named == sorted(named, key=LAYERS.index), "what lies below is drawn first"


@pytest.mark.parametrize("name", POLYGON_LAYERS)
def test_polygons_of_the_small_map_are_valid_and_turn_as_d3_wants_them(name: str) -> None:
    for feature in small_features(name):
        geometry = shape(feature["geometry"])
        assert geometry.geom_type in {"Polygon", "MultiPolygon"}
        assert geometry.is_valid, feature["properties"]
        for polygon in get_parts(geometry).tolist():
            where = polygon.representative_point()
            assert polygon.area > 0, where
            assert not polygon.exterior.is_ccw, f"{where} would fill the globe"
            for hole in polygon.interiors:
                assert LinearRing(hole).is_ccw, f"a hole near {where} turns the wrong way"


def test_the_small_map_keeps_within_its_extent_and_its_decimals() -> None:
    for feature in basemap_layer(SMALL)["features"]:
        geometry = shape(feature["geometry"])
        assert box(*SMALL_EXTENT).covers(geometry), feature["properties"]
        corners = get_coordinates(geometry)
        assert (corners == corners.round(DECIMALS)).all(), feature["properties"]


def test_the_small_map_has_every_country_of_its_extent() -> None:
    frame = box(*SMALL_EXTENT)
    looked_at = {code for code, land in countries().items() if land.intersection(frame).area > 0}
    codes = [feature["properties"]["code"] for feature in small_features("land")]
    assert sorted(codes) == sorted(looked_at)
    assert len(countries()) > len(looked_at) > 100


def test_countries_of_the_small_map_keep_their_size() -> None:
    frame = box(*SMALL_EXTENT)
    for feature in small_features("land"):
        large = countries()[feature["properties"]["code"]].intersection(frame)
        if large.area > 20:  # an archipelago loses its islets
            small = shape(feature["geometry"])
            assert small.area == pytest.approx(large.area, rel=0.1), feature["properties"]
            assert small.intersection(large).area > large.area * 0.9, feature["properties"]


def test_the_small_map_has_every_large_lake() -> None:
    small = union_all([shape(feature["geometry"]) for feature in small_features("lakes")])
    frame = box(*SMALL_EXTENT)
    large = [
        lake for lake in polygons("lakes") if lake.intersection(frame).area > SMALLEST_AREA * 3
    ]
    assert len(large) > 10
    for lake in large:
        assert small.intersects(lake), lake.bounds


@pytest.mark.parametrize("name", LINE_LAYERS)
def test_the_small_map_has_every_line_of_the_large_map(name: str) -> None:
    # Simplification and rounding may move a corner by this much.
    tolerance = TOLERANCE + 10.0**-DECIMALS
    for line in get_parts(seen_lines(name)).tolist():
        corners = points(get_coordinates(line))
        assert dwithin(small_lines(name), corners, tolerance).all(), line.bounds


@pytest.mark.parametrize("name", LINE_LAYERS)
def test_no_line_of_the_small_map_is_new(name: str) -> None:
    assert small_lines(name).is_valid
    steps = points(get_coordinates(segmentize(small_lines(name), 0.05)))
    assert dwithin(lines(name), steps, TOLERANCE + 10.0**-DECIMALS).all()


def test_lines_dashed_on_the_large_map_are_dashed_on_the_small_one() -> None:
    for lon, lat, what in (
        (74.0, 34.0, "Jammu and Kashmir"),
        (76.0, 36.0, "China and Gilgit-Baltistan"),
        (79.3, 33.0, "China and Ladakh"),
        (94.0, 28.9, "China and Arunachal Pradesh"),
        (21.2, 42.9, "Serbia and Kosovo"),
        (127.5, 38.3, "Korea"),
        (35.65, 33.05, "the Golan"),
        (35.0, 32.2, "the West Bank"),
        (30.0, 9.9, "Sudan and South Sudan"),
    ):
        place = Point(lon, lat)
        dashed, solid = small_lines("disputed"), small_lines("borders")
        assert dashed.distance(place) < 0.5, what
        assert solid.distance(place) > dashed.distance(place), what
    assert small_lines("borders").intersection(small_lines("disputed")).length < 0.05
