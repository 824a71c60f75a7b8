"""ZIP files: the data package with GeoJSON, licences and citation; files with the same day."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from data.basemap import BASEMAP_FOLDER, GROUND_LICENCE
from data.files import FileUnreadableError, read_regular
from data.fonts import FONT_FILES, FONT_FOLDER
from data.load.dataset import Dataset, load_dataset
from data.load.description import read_description
from data.load.package import DESCRIPTOR_FILE, FOLDER

CITATION_FILE = FOLDER.parent / "CITATION.cff"
LICENCE_FILE = FOLDER.parent / "LICENSE-DATA"
"""Licence of tables, labels and notes: CC BY 4.0. The code, under MIT, is not in the package."""

CODE_LICENCE_FILE = FOLDER.parent / "LICENSE"
"""Licence of the code: MIT."""

_UNIX, _READABLE = 3, 0o644 << 16
"""System and permissions of packed files."""


def _files(folder: Path, names: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of files in a folder; files that cannot be read are left out."""
    for name in names:
        try:
            yield name, read_regular(folder / name)
        except FileUnreadableError:
            continue


def _package_files(folder: Path, dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """Yield the description, the tables that it names and the GeoJSON files."""
    description = read_description(folder)
    paths = [resource.path for resource in description.package.resources]
    if not description.readable:
        yield from _files(folder, [DESCRIPTOR_FILE])
        return
    # geopandas takes longer to import than the first page to be served.
    from data.geojson import described_with, geojson_files  # noqa: PLC0415

    geometry = geojson_files(dataset)
    yield DESCRIPTOR_FILE, described_with(description.content, geometry)
    yield from _files(folder, paths)
    yield from ((file.path, file.content) for file in geometry)
    yield from ground_licence()


def package_archive(folder: Path = FOLDER, dataset: Dataset | None = None) -> bytes:
    """Return a ZIP of the data package: description, tables, GeoJSON, licences and citation.

    Only regular files are packed, and of the folder only those that the description names: no
    links and no other files. Unreadable files are left out. The GeoJSON files are made from the
    tables that loaded, and described in the packed `datapackage.json`.

    Parameters
    ----------
    folder : Path
        Folder that holds `datapackage.json` and the files it names.
    dataset : Dataset, optional
        The loaded tables of the folder; they are loaded if omitted.
    """
    loaded = load_dataset(folder) if dataset is None else dataset
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _package_files(folder, loaded):
            archive.writestr(name, content)
        for path in (CITATION_FILE, LICENCE_FILE):
            for name, content in _files(path.parent, [path.name]):
                archive.writestr(name, content)
    return packed.getvalue()


def licence_files() -> Iterator[tuple[str, bytes]]:
    """Yield name and text of the licence of the data, and of that of the code."""
    for path in (LICENCE_FILE, CODE_LICENCE_FILE):
        yield from _files(path.parent, [path.name])


def ground_licence() -> Iterator[tuple[str, bytes]]:
    """Yield name and text of the licences of the ground of the map."""
    for _name, content in _files(BASEMAP_FOLDER, ["LICENSE.md"]):
        yield GROUND_LICENCE, content


def typeface_files() -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the typeface of charts, and of its licence."""
    names = [*(path.name for path in FONT_FILES.values()), "LICENSE.md"]
    for name, content in _files(FONT_FOLDER, names):
        yield f"{FONT_FOLDER.name}/{name}", content


def dated_zip(files: Iterable[tuple[str, bytes]], day: date) -> bytes:
    """Return files as a ZIP, all of one day; equal files of one day give equal bytes.

    Parameters
    ----------
    files : iterable of pairs
        Name and content of each file.
    day : date
        Day of all files.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
