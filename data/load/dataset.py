"""Loading of the data package: all tables without faults, and the faults of the others."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from data.files import FileUnreadableError, folder_files, read_regular
from data.language import languages
from data.load.description import read_description, undescribed_files
from data.load.kept_checks import FileOfTable, known_package
from data.load.package import (
    DESCRIPTOR_FILE,
    FOLDER,
    TABLE_FOLDERS,
    Package,
    Resource,
)
from data.load.publications import ORIGINS, with_publications
from data.load.seal import SEAL, Seal, read_seal, seal_matches, seal_text, sealed_file
from data.load.table_loading import load_table
from data.problems import (
    Problem,
    ProblemList,
    TableRefusedError,
    problems_of,
)


@dataclass(frozen=True)
class TableFile:
    """Row and line counts of a table file, and whether it matches the seal.

    Attributes
    ----------
    path : str
        Path in the data package.
    rows : int or None
        Number of rows; None if the table did not load.
    lines : int
        Number of lines including the header; 0 if the file cannot be read.
    sealed_lines : int or None
        Number of lines in the seal; None if the seal does not have the file.
    as_sealed : bool
        True if the file is identical to the sealed one.
    """

    path: str
    rows: int | None
    lines: int
    sealed_lines: int | None
    as_sealed: bool


@dataclass(frozen=True, eq=False)
class Dataset:
    """All tables that loaded, and the faults of the others.

    Compared by identity. What is derived from it is kept with it; see `data.load.derived`.

    Attributes
    ----------
    tables : mapping of str to DataFrame
        Tables by name. Numeric columns have a numeric type; empty texts are empty strings.
    problems : tuple of Problem
        The faults found, in the order of the data package; at most `KEPT_PROBLEMS` of a file.
    omitted : mapping of str to int
        By table, the number of further faults that are not in `problems`.
    files : tuple of TableFile
        One for each file in the description.
    """

    tables: Mapping[str, pd.DataFrame]
    problems: tuple[Problem, ...]
    omitted: Mapping[str, int] = field(default_factory=dict)
    files: tuple[TableFile, ...] = ()
    _texts: dict[tuple[str, str], Mapping[str, str]] = field(
        default_factory=dict, init=False, repr=False
    )
    derived: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False)
    """What `data.load.derived` keeps with it, by the function that derives it."""

    def texts(self, table: str, column: str) -> Mapping[str, str]:
        """Return a text column of a lookup table as a mapping from codes; empty if not loaded."""
        if table not in self.tables:
            return {}
        key = (table, column)
        if key not in self._texts:
            rows = self.tables[table]
            self._texts[key] = dict(
                zip(rows.iloc[:, 0].astype(str), rows[column].astype(str), strict=True)
            )
        return self._texts[key]

    def table(self, name: str) -> pd.DataFrame:
        """Return the table called `name`.

        Raises
        ------
        TableRefusedError
            If the table did not load; the error has its faults.
        """
        if name in self.tables:
            return self.tables[name]
        own = problems_of(self.problems, name)
        raise TableRefusedError(name, own, self.omitted.get(name, 0))

    @property
    def problem_count(self) -> int:
        """Number of all faults, including those not in `problems`."""
        return len(self.problems) + sum(self.omitted.values())

    @property
    def sealed(self) -> bool:
        """True if every file is identical to the sealed one."""
        return bool(self.files) and all(file.as_sealed for file in self.files)


def _table_file(resource: Resource, content: bytes, rows: int | None, seal: Seal) -> TableFile:
    found, sealed = sealed_file(content), seal.files.get(resource.path)
    return TableFile(
        path=resource.path,
        rows=rows,
        lines=found.lines,
        sealed_lines=sealed.lines if sealed else None,
        as_sealed=found == sealed,
    )


@dataclass(frozen=True)
class CheckedPackage:
    """A dataset and the seal of the files that it was read from.

    Attributes
    ----------
    dataset : Dataset
        The tables and their faults.
    seal : str
        Text of the seal; empty if the modules with the rules cannot be read.
    """

    dataset: Dataset
    seal: str


def _read_contents(
    folder: Path, package: Package
) -> tuple[dict[str, bytes], dict[str, FileUnreadableError]]:
    """Return file contents by path, and the errors of unreadable files by path."""
    contents: dict[str, bytes] = {}
    unread: dict[str, FileUnreadableError] = {}
    for resource in package.resources:
        try:
            contents[resource.path] = read_regular(folder / resource.path)
        except FileUnreadableError as error:
            unread[resource.path] = error
    return contents, unread


def load_checked(folder: Path = FOLDER, *, trust_seal: bool, with_seal: bool) -> CheckedPackage:
    """Load a data package, and compute the seal of its files.

    Parameters
    ----------
    folder : Path
        Folder that holds `datapackage.json` and the files it names.
    trust_seal : bool
        Skip the check of files that match the seal.
    with_seal : bool
        Compute the seal.
    """
    description = read_description(folder)
    package, seal = known_package(description.package), read_seal(folder)
    contents, unread = _read_contents(folder, package)
    sealed = trust_seal and seal_matches(seal, description, contents)
    made = seal_text(description, contents) if with_seal else ""
    tables: dict[str, pd.DataFrame] = {}
    problems = list(description.problems)
    omitted: dict[str, int] = {}
    files = []
    for resource in package.resources:
        refusal = unread.get(resource.path)
        content = contents.pop(resource.path, b"")
        if refusal:
            fault = Problem(
                table=resource.name,
                file=resource.file,
                rule=refusal.rule,
                expected=refusal.expected,
            )
            table, found = None, ProblemList([fault])
        else:
            file = FileOfTable(resource=resource, package=package, content=content, sealed=sealed)
            table, found = load_table(file, tables)
        first = found.first()
        problems += first
        if len(found) > len(first):
            omitted[resource.name] = len(found) - len(first)
        if table is not None:
            tables[resource.name] = table
        rows = None if table is None else len(table)
        files.append(_table_file(resource, content, rows, seal))
    if ORIGINS in tables:
        tables[ORIGINS] = with_publications(tables)
    problems += undescribed_files(folder, description)
    catalogues = languages.renew_catalogues(seal.catalogues if trust_seal else {})
    problems += catalogues.first()
    dataset = Dataset(tables=tables, problems=tuple(problems), omitted=omitted, files=tuple(files))
    return CheckedPackage(dataset, made)


def load_dataset(folder: Path = FOLDER, *, trust_seal: bool = True) -> Dataset:
    """Load and check every table of the data package; never raises.

    Parameters
    ----------
    folder : Path
        Folder that holds `datapackage.json` and the files it names.
    trust_seal : bool
        Skip the check of files that match the seal; see `data.load.seal`.

    Returns
    -------
    Dataset
        Tables without faults, and all faults in `problems`. A lookup table is loaded without its
        faulty rows, a grouped one without its faulty groups. A table without rows is refused.
        Without a readable descriptor there are no tables.
    """
    return load_checked(folder, trust_seal=trust_seal, with_seal=False).dataset


def _mark(name: str, status: os.stat_result) -> tuple[str, int, int]:
    # A replacement file may have an older modification time; its change time is newer.
    return name, status.st_size, max(status.st_mtime_ns, status.st_ctime_ns)


def fingerprint(folder: Path = FOLDER) -> tuple[tuple[str, int, int], ...]:
    """Return name, size and modification time of every data file, to detect edits.

    Includes tables, geometry, descriptor, seal and catalogues, without temporary files of editors
    and files deleted meanwhile. Never raises.
    """
    found = []
    for name in (DESCRIPTOR_FILE, SEAL):
        with suppress(OSError):
            found.append(_mark(name, (folder / name).lstat()))
    for place in (*(folder / name for name in TABLE_FOLDERS), languages.CATALOGUES):
        found += [_mark(f"{place.name}/{name}", status) for name, status in folder_files(place)]
    return tuple(found)
