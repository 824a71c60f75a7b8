"""Results of checks of tables, used again while nothing that the check has read has changed.

After an edit of one file, a new check of all tables would take a second; that of one table, with
those that refer to it, takes a small part of that.
"""

import hashlib
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data.load.package import Package, Resource
from data.problems import ProblemList

KEPT_RESULTS = 2
"""Results that are kept for each table: of the file as it is, and as it was before an edit."""

LARGEST_FILE = 1_000_000
"""Greatest size in bytes of a file whose result is kept."""

Result = tuple[pd.DataFrame | None, ProblemList]
Tables = Mapping[str, pd.DataFrame]


class ReadTables(Tables):
    """Tables that note which of them are read.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        The tables by name.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.read: dict[str, weakref.ref[pd.DataFrame] | None] = {}
        """What was found under each name that was asked for; None for no table. A reference that
        keeps no table, since it may be a large one."""

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return a table and note it; raise KeyError if there is none."""
        table = self._tables.get(name)
        self.read[name] = None if table is None else weakref.ref(table)
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        """Raise TypeError: a check names the tables that it reads."""
        message = "a check of a table reads others by their names"
        raise TypeError(message)

    def __len__(self) -> int:
        """Raise TypeError, as iteration does."""
        return len(list(self))


@dataclass(frozen=True, kw_only=True)
class FileOfTable:
    """What is checked.

    Attributes
    ----------
    resource : Resource
        Description of the table.
    package : Package
        The description of all tables, as `known_package` returns it.
    content : bytes
        The file.
    sealed : bool
        True if the file matches the seal; its cells are then not checked.
    """

    resource: Resource
    package: Package
    content: bytes
    sealed: bool


@dataclass(frozen=True, kw_only=True, eq=False)
class _Kept:
    """A result, and what it depends on."""

    package: Package
    sealed: bool
    digest: bytes
    read: Mapping[str, weakref.ref[pd.DataFrame] | None]
    result: Result

    def holds(self, file: FileOfTable, digest: bytes, tables: Tables) -> bool:
        """Return whether a new check would read the same."""
        return (
            self.package is file.package
            and self.sealed == file.sealed
            and self.digest == digest
            and all(
                (name not in tables) if table is None else table() is tables.get(name, table)
                for name, table in self.read.items()
            )
        )


_KEPT: dict[str, list[_Kept]] = {}
_LOCK = threading.Lock()


@lru_cache(maxsize=KEPT_RESULTS)
def known_package(package: Package) -> Package:
    """Return the first of equal descriptions: results are kept for one object."""
    return package


def checked_once(
    check: Callable[[FileOfTable, Tables], Result], file: FileOfTable, tables: Tables
) -> Result:
    """Return the result of a check, a kept one if it would be the same.

    Parameters
    ----------
    check : function
        Checks the table; it gets its file and the other tables. Its errors are not kept.
    file : FileOfTable
        The file.
    tables : mapping of str to DataFrame
        Tables loaded before, each the same object as long as its own result is kept.

    Returns
    -------
    DataFrame or None, ProblemList
        As `check` returns them; they must not be changed.
    """
    name, digest = file.resource.name, hashlib.sha256(file.content).digest()
    with _LOCK:
        earlier = tuple(_KEPT.get(name, ()))
    found = next((kept for kept in earlier if kept.holds(file, digest, tables)), None)
    if found is None:
        reading = ReadTables(tables)
        result = check(file, reading)
        found = _Kept(
            package=file.package,
            sealed=file.sealed,
            digest=digest,
            read=reading.read,
            result=result,
        )
    if len(file.content) <= LARGEST_FILE:
        with _LOCK:
            others = [kept for kept in _KEPT.get(name, ()) if kept is not found]
            _KEPT[name] = [found, *others][:KEPT_RESULTS]
    return found.result
