"""Copies of the data package with one changed table."""

import shutil
from collections.abc import Callable
from pathlib import Path

from data.load.dataset import Dataset, load_dataset
from data.load.package import FOLDER, TABLE_FOLDERS, read_package

Change = Callable[[str], str]


def copy_package(folder: Path) -> None:
    for name in TABLE_FOLDERS:
        shutil.copytree(FOLDER / name, folder / name)
    shutil.copy(FOLDER / "datapackage.json", folder)


def load_changed(folder: Path, table: str, change: Change) -> Dataset:
    copy_package(folder)
    path = folder / read_package().resource(table).path
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")
    return load_dataset(folder)


def with_line(number: int, change: Change) -> Change:
    def changed(text: str) -> str:
        lines = text.splitlines(keepends=True)
        lines[number - 1] = change(lines[number - 1])
        return "".join(lines)

    return changed
