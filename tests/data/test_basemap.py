"""Basemap: positions of land, water and lines, and licence notices."""

import csv
from functools import cache
from typing import Any

import pytest
from shapely import (
    LinearRing,
    MultiLineString,
    Point,
    Polygon,
    STRtree,
    box,
    dwithin,
    get_coordinates,
    get_parts,
    points,
    prepare,
    union_all,
)
from shapely.geometry import shape

from data.basemap import BASEMAP_FOLDER, EXTENT, LAYERS, SMALL, basemap_address, basemap_layer
from data.language.languages import LANGUAGE_CODES
from data.load.package import FOLDER
from tests.data.basemap_shapes import LINE_LAYERS, POLYGON_LAYERS, countries, lines, polygons

MIDDLE_OF_THE_CASPIAN = ((50.5, 42.0), (51.5, 39.5), (49.5, 44.5), (50.5, 38.0))


@cache
def lakes() -> Any:
    return union_all([shape(feature["geometry"]) for feature in basemap_layer("lakes")["features"]])


@cache
def country_tree() -> Any:
    return STRtree(list(countries().values()))


def country_at(lon: float, lat: float) -> list[str]:
    codes = list(countries())
    return sorted(codes[index] for index in country_tree().query(Point(lon, lat), "within"))


def labels() -> list[dict[str, str]]:
    path = FOLDER / "tables" / "map_labels.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


# --- Files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_is_a_collection_that_is_not_empty(name: str) -> None:
    layer = basemap_layer(name)
    assert layer["type"] == "FeatureCollection"
    assert layer["features"]
    assert basemap_layer(name) is layer, "the file is read once"


def test_the_folder_holds_the_layers_and_their_licence_only() -> None:
    names = {path.name for path in BASEMAP_FOLDER.iterdir()}
    assert names == {f"{name}.json" for name in (*LAYERS, SMALL)} | {"LICENSE.md"}


def test_the_address_of_the_basemap_respects_the_base_path() -> None:
    assert basemap_address("land") == "app/static/basemap/land.json"
    with pytest.raises(ValueError, match="roads"):
        basemap_address("roads")
    with pytest.raises(ValueError, match="roads"):
        basemap_layer("roads")


def test_the_licence_notices_name_every_source() -> None:
    text = (BASEMAP_FOLDER / "LICENSE.md").read_text(encoding="utf-8")
    for part in (
        "Natural Earth",
        "public domain",
        "world-atlas 2.0.2 (ISC)",
        "Michael Bostock",
        "plotly.js 4.1.1 (MIT)",
        "Plotly Technologies Inc.",
        "GeoNames",
        "CC BY 4.0",
    ):
        assert part in text, part


# --- Shapes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", POLYGON_LAYERS)
def test_polygons_are_valid_with_the_ring_direction_of_d3(name: str) -> None:
    for polygon in polygons(name):
        assert isinstance(polygon, Polygon)
        assert polygon.is_valid
        where = polygon.representative_point()
        assert not polygon.exterior.is_ccw, f"{where} would fill the globe"
        for hole in polygon.interiors:
            assert LinearRing(hole).is_ccw, f"a hole near {where} turns the wrong way"


@pytest.mark.parametrize("name", LINE_LAYERS)
def test_line_layers_have_valid_lines_only(name: str) -> None:
    assert isinstance(lines(name), MultiLineString)
    assert lines(name).is_valid


@pytest.mark.parametrize("name", LAYERS)
def test_all_geometry_is_within_the_extent(name: str) -> None:
    whole = union_all([shape(feature["geometry"]) for feature in basemap_layer(name)["features"]])
    assert box(*EXTENT).covers(whole)


def test_no_ring_crosses_the_antimeridian() -> None:
    # A ring across the antimeridian has a step of hundreds of degrees.
    for polygon in polygons("land"):
        steps = zip(polygon.exterior.coords, polygon.exterior.coords[1:], strict=False)
        longest = max(abs(start[0] - end[0]) for start, end in steps)
        assert longest < 13, polygon.bounds


def test_neighbours_do_not_overlap() -> None:
    codes, tree = list(countries()), country_tree()
    for index, code in enumerate(codes):
        land = countries()[code]
        for other in tree.query(land):
            if other > index:
                shared = land.intersection(countries()[codes[other]]).area
                assert shared < 0.005, (code, codes[other], shared)


# --- Land and water ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (44.8, 41.7, "GE"),  # Tbilisi
        (49.85, 40.38, "AZ"),  # Baku
        (45.4, 39.2, "AZ"),  # Nakhchivan
        (32.85, 39.93, "TR"),  # Ankara
        (28.8, 41.05, "TR"),  # Istanbul, European side
        (71.43, 51.13, "KZ"),  # Astana
        (51.2, 43.66, "KZ"),  # Aktau
        (53.02, 40.03, "TM"),  # Turkmenbashi
        (69.24, 41.3, "UZ"),  # Tashkent
        (108.94, 34.34, "CN"),  # Xi'an
        (114.1, 22.45, "CN"),  # Hong Kong
        (63.3, 45.9, "KZ"),  # Baikonur
        (34.1, 45.2, "UA"),  # Crimea
        (33.55, 44.6, "UA"),  # Sevastopol
        (33.6, 35.3, "CY"),  # northern Cyprus
        (33.3, 35.15, "CY"),  # the buffer zone
        (-14.5, 24.5, "EH"),  # Western Sahara, west of the berm
        (35.8, 33.0, "SY"),  # the Golan
        (35.2, 32.0, "PS"),  # the West Bank
        (21.0, 42.6, "XK"),
        (41.0, 43.0, "GE"),  # Abkhazia
        (44.0, 42.3, "GE"),  # South Ossetia
        (46.75, 39.85, "AZ"),  # Nagorno-Karabakh
        (44.0, 9.6, "SO"),  # Somaliland
        (103.82, 1.36, "SG"),
        (14.4, 35.9, "MT"),
        (50.55, 26.05, "BH"),
        (15.0, 60.0, "SE"),  # not under Russia's far end
        (148.0, 60.0, "RU"),
    ],
)
def test_places_lie_in_their_country(lon: float, lat: float, code: str) -> None:
    assert country_at(lon, lat) == [code]


def test_kazakhstan_is_one_shape_without_a_hole() -> None:
    parts = get_parts(countries()["KZ"]).tolist()
    mainland = max(parts, key=lambda part: part.area)
    assert not list(mainland.interiors)
    assert all(part.area < 0.1 for part in parts if part is not mainland), "only islands beside it"


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        *MIDDLE_OF_THE_CASPIAN,
        (34.0, 43.2),  # Black Sea
        (36.6, 46.0),  # Azov
        (28.2, 40.7),  # Marmara
        (53.5, 41.3),  # Garabogazköl
        (51.5, 27.0),  # Persian Gulf
        (1.0, 2.0),  # Gulf of Guinea
    ],
)
def test_seas_are_not_land(lon: float, lat: float) -> None:
    assert country_at(lon, lat) == []


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        (60.7, 46.45),  # North Aral
        (58.5, 45.2),  # what is left of the South Aral
        (74.2, 45.8),  # Balkhash, west
        (78.0, 46.5),  # Balkhash, east
        (42.9, 38.6),  # Van
        (45.35, 40.35),  # Sevan
        (45.45, 37.75),  # Urmia
        (107.8, 53.1),  # Baikal
        (77.3, 42.4),  # Issyk-Kul
        (31.4, 60.8),  # Ladoga
    ],
)
def test_lakes_are_water(lon: float, lat: float) -> None:
    assert lakes().contains(Point(lon, lat))


def test_the_dry_bed_of_the_aral_sea_is_not_water() -> None:
    assert not lakes().contains(Point(60.2, 45.0))


# --- Lines ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LINE_LAYERS)
def test_no_line_crosses_the_sea(name: str) -> None:
    # At least a quarter of a degree from the coast, so that ends of borders may touch the sea.
    seas = [
        box(30.0, 42.6, 37.0, 43.8),  # Black Sea
        box(50.3, 41.0, 51.5, 43.0),  # Caspian, middle
        box(50.0, 37.4, 52.7, 39.5),  # Caspian, south
        box(26.0, 32.5, 33.5, 34.2),  # Mediterranean
    ]
    for sea in seas:
        assert not lines(name).intersects(sea), sea.bounds


@pytest.mark.parametrize(
    ("lon", "lat", "what"),
    [
        (34.0, 46.1, "Crimea and Kherson"),
        (33.4, 35.15, "the two parts of Cyprus"),
        (63.38, 45.57, "Baikonur"),
        (114.1, 22.53, "Hong Kong"),
        (46.0, 9.0, "Somaliland"),
        (-14.1, 23.1, "the berm"),
    ],
)
def test_no_line_is_drawn_here(lon: float, lat: float, what: str) -> None:
    for name in LINE_LAYERS:
        assert lines(name).distance(Point(lon, lat)) > 0.3, what


@pytest.mark.parametrize(
    ("lon", "lat", "what"),
    [
        (74.0, 34.0, "Jammu and Kashmir"),
        (76.0, 36.0, "China and Gilgit-Baltistan"),
        (79.3, 33.0, "China and Ladakh"),
        (94.0, 28.9, "China and Arunachal Pradesh"),
        (21.2, 42.9, "Serbia and Kosovo"),
        (127.5, 38.3, "Korea"),
        (-11.0, 27.667, "Morocco and Western Sahara"),
        (35.65, 33.05, "the Golan"),
        (35.0, 32.2, "the West Bank"),
        (30.0, 9.9, "Sudan and South Sudan"),
    ],
)
def test_unsettled_lines_are_dashed_only(lon: float, lat: float, what: str) -> None:
    place = Point(lon, lat)
    assert lines("disputed").distance(place) < 0.5, what
    assert lines("borders").distance(place) > lines("disputed").distance(place), what


def test_no_part_of_a_line_is_both_solid_and_dashed() -> None:
    assert lines("borders").intersection(lines("disputed")).length < 0.01


def test_borders_follow_the_shapes() -> None:
    edges = union_all([land.boundary for land in countries().values()])
    prepare(edges)
    corners = points(get_coordinates(lines("borders")))
    assert dwithin(edges, corners, 0.001).mean() > 0.99


def test_kazakhstan_has_its_five_land_borders() -> None:
    for neighbour in ("RU", "CN", "KG", "UZ", "TM"):
        shared = countries()["KZ"].boundary.intersection(countries()[neighbour].boundary)
        assert shared.length > 2, neighbour
        assert lines("borders").intersection(shared).length > shared.length * 0.98, neighbour


# --- Labels -----------------------------------------------------------------------------------


def test_labels_are_named_in_every_language_and_once() -> None:
    rows = labels()
    assert len({row["label"] for row in rows}) == len(rows)
    for row in rows:
        assert row["kind"] in {"country", "sea", "lake"}, row
        assert row["rank"] in {"1", "2", "3"}, row
        for language in LANGUAGE_CODES:
            assert row[f"name_{language}"].strip(), row


def test_labels_are_within_what_they_name() -> None:
    for row in labels():
        lon, lat = float(row["lon"]), float(row["lat"])
        if row["kind"] == "country":
            assert country_at(lon, lat) == [row["label"]], row
        elif row["kind"] == "sea":
            assert country_at(lon, lat) == [], row
            assert box(*EXTENT).contains(Point(lon, lat)), row
        else:
            assert lakes().contains(Point(lon, lat)), row


def test_names_are_the_ones_the_atlas_uses() -> None:
    names = {row["label"]: row for row in labels()}
    assert names["TR"]["name_en"] == "Türkiye"
    assert names["TM"]["name_kk"] == "Түрікменстан"
    assert names["AZ"]["name_kk"] == "Әзербайжан"
    assert names["caspian-sea"]["name_tr"] == "Hazar Denizi"
    assert names["caspian-sea"]["name_ru"] == "Каспийское море"
