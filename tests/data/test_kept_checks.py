"""A kept result of a check is the one that a new check would have."""

import weakref
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from data.load import kept_checks, table_loading
from data.load.dataset import Dataset, load_dataset
from data.load.kept_checks import FileOfTable, ReadTables
from data.load.package import read_package
from tests.data.copies import copy_package

pytestmark = pytest.mark.usefixtures("nothing_kept")

READ_BY_OTHERS = ("origins", "units", "routes", "waypoints", "route_record")
READ_BY_NONE = ("survey_options", "conflicts")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy_package(tmp_path)
    return tmp_path


def edited(content: bytes) -> bytes:
    """Return a file without its third and fourth lines."""
    lines = content.splitlines(keepends=True)
    return b"".join([*lines[:2], *lines[4:]])


def assert_equal(found: Dataset, expected: Dataset) -> None:
    assert found.problems == expected.problems
    assert found.omitted == expected.omitted
    assert found.tables.keys() == expected.tables.keys()
    for name, table in expected.tables.items():
        pd.testing.assert_frame_equal(found.tables[name], table)


@pytest.mark.parametrize("table", [*READ_BY_OTHERS, *READ_BY_NONE])
def test_after_an_edit_the_dataset_is_that_of_a_new_check(folder: Path, table: str) -> None:
    before = load_dataset(folder)
    path = folder / read_package().resource(table).path
    content = path.read_bytes()
    path.write_bytes(edited(content))
    after = load_dataset(folder)
    path.write_bytes(content)
    assert_equal(load_dataset(folder), before)
    path.write_bytes(edited(content))
    kept_checks._KEPT.clear()
    assert_equal(after, load_dataset(folder))


def test_only_what_has_changed_is_checked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []
    check = table_loading._checked_table

    def noted(file: FileOfTable, tables: Mapping[str, pd.DataFrame]) -> kept_checks.Result:
        checked.append(file.resource.name)
        return check(file, tables)

    monkeypatch.setattr(table_loading, "_checked_table", noted)
    load_dataset(folder)
    checked.clear()
    load_dataset(folder)
    assert checked == []
    path = folder / read_package().resource("trade").path
    path.write_bytes(edited(path.read_bytes()))
    load_dataset(folder)
    # The table of contradictions cites rows of the table of trade.
    assert checked == ["trade", "conflicts"]


def test_few_results_are_kept_and_none_of_a_large_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / read_package().resource("trade").path
    for number in range(4):
        path.write_bytes(path.read_bytes() + b"\n" * number)
        load_dataset(folder)
    assert len(kept_checks._KEPT["trade"]) == kept_checks.KEPT_RESULTS
    kept_checks._KEPT.clear()
    monkeypatch.setattr(kept_checks, "LARGEST_FILE", path.stat().st_size - 1)
    load_dataset(folder)
    assert "trade" not in kept_checks._KEPT
    assert kept_checks._KEPT


def test_a_check_reads_other_tables_by_name() -> None:
    table = pd.DataFrame({"a": [1]})
    tables = ReadTables({"a": table, "b": table})
    assert tables.get("a") is table
    assert "c" not in tables
    assert tables.read == {"a": weakref.ref(table), "c": None}
    with pytest.raises(TypeError, match="by their names"):
        list(tables)
    with pytest.raises(TypeError, match="by their names"):
        len(tables)
