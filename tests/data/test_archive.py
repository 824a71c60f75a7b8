"""The ZIP of the data package: valid, complete, and readable by other programs."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pytest
from frictionless import Package

from data.archive import package_archive
from data.basemap import basemap_layer
from data.evidence.routes import routes
from data.geography import CRS
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset, load_dataset
from data.load.package import DESCRIPTOR_FILE, FOLDER
from data.problems import Rule
from tests.data.copies import copy_package

LAYERS = ("routes", "places", "ground")


def unpacked(packed: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(package_archive(), tmp_path_factory.mktemp("package"))


def layer(folder: Path, name: str) -> gpd.GeoDataFrame:
    return gpd.read_file(folder / "geo" / f"{name}.geojson").set_index("code")


def test_the_archive_is_a_valid_data_package(archive: Path) -> None:
    package = Package(str(archive / DESCRIPTOR_FILE))
    report = package.validate()
    assert report.valid, report.flatten(["name", "message"])
    packed = {
        path.relative_to(archive).as_posix()
        for folder in ("tables", "geo")
        for path in (archive / folder).iterdir()
    }
    assert {resource.path for resource in package.resources} == packed
    assert {"tables/facts.csv", "geo/lines.csv", "geo/routes.geojson"} <= packed
    assert (archive / "CITATION.cff").exists()


def test_the_atlas_loads_an_unpacked_archive_as_its_own_tables(archive: Path) -> None:
    loaded = load_dataset(archive, trust_seal=False)
    assert loaded.problems == ()
    assert set(loaded.tables) == set(load_dataset().tables)


@pytest.mark.parametrize("name", LAYERS)
def test_geopandas_opens_every_layer(archive: Path, name: str) -> None:
    frame = layer(archive, name)
    assert len(frame) > 30
    assert frame.crs == CRS
    assert frame.index.is_unique
    assert frame.geometry.is_valid.all()


def test_routes_carry_names_status_length_and_confidence(archive: Path, dataset: Dataset) -> None:
    frame, known = layer(archive, "routes"), routes(dataset)
    assert set(frame.index) == {code for code, route in known.items() if route.drawn}
    btc = frame.loc["btc"]
    assert btc["length_km"] == pytest.approx(known["btc"].drawn_km, abs=0.05)
    assert (btc["status"], btc["group"]) == ("operating", "oil_pipeline")
    assert btc["confidence"] == "through_places"
    assert btc["name_kk"] == dataset.texts("routes", "name_kk")["btc"]


def test_places_carry_names_kind_country_and_confidence(archive: Path, dataset: Dataset) -> None:
    frame = layer(archive, "places")
    ceyhan = frame.loc["ceyhan"]
    assert (ceyhan["kind"], ceyhan["country"], ceyhan["confidence"]) == ("port", "TR", "high")
    for code in LANGUAGE_CODES:
        names = dataset.texts("places", f"name_{code}")
        assert dict(frame[f"name_{code}"]) == {place: names[place] for place in frame.index}


def test_outer_rings_of_the_ground_run_anticlockwise(archive: Path) -> None:
    frame = layer(archive, "ground")
    assert set(frame.index) == {
        feature["properties"]["code"] for feature in basemap_layer("land")["features"]
    }
    assert frame.geometry.explode().exterior.is_ccw.all()


def test_the_ground_comes_with_the_licences_of_its_sources(archive: Path) -> None:
    described = json.loads((archive / DESCRIPTOR_FILE).read_text(encoding="utf-8"))
    (ground,) = (each for each in described["resources"] if each["name"] == "ground_geojson")
    (licence,) = ground["licenses"]
    assert "Natural Earth" in (archive / licence["path"]).read_text(encoding="utf-8")


def test_a_layer_whose_tables_did_not_load_is_left_out(tmp_path: Path, dataset: Dataset) -> None:
    tables = {name: rows for name, rows in dataset.tables.items() if name != "routes"}
    packed = package_archive(dataset=replace(dataset, tables=tables))
    folder = unpacked(packed, tmp_path)
    assert not (folder / "geo" / "routes.geojson").exists()
    assert (folder / "geo" / "places.geojson").exists()
    assert Package(str(folder / DESCRIPTOR_FILE)).validate().valid


def test_a_description_that_cannot_be_read_is_packed_as_it_is(tmp_path: Path) -> None:
    copy_package(tmp_path)
    (tmp_path / DESCRIPTOR_FILE).write_text("{", encoding="utf-8")
    with zipfile.ZipFile(io.BytesIO(package_archive(tmp_path))) as packed:
        assert packed.read(DESCRIPTOR_FILE) == b"{"
        assert not [name for name in packed.namelist() if name.endswith(".geojson")]


def test_the_tables_of_the_repository_are_described_without_the_geojson_of_the_archive() -> None:
    assert ".geojson" not in (FOLDER / DESCRIPTOR_FILE).read_text(encoding="utf-8")
    assert not [
        problem for problem in load_dataset().problems if problem.rule is Rule.FILE_DESCRIBED
    ]
