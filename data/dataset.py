"""Loading: every table checked at the door, faults collected, sound tables kept."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pandas as pd

from data.package import FOLDER, OUTSIDE_KIND, Field, Package, Resource, read_package, table_files
from data.problems import Problem, Rule, TableRefusedError
from data.seal import is_sealed

# The tables are small: what Arrow-backed strings cost at every step they never win back.
pd.set_option("mode.string_storage", "python")


@dataclass(frozen=True, eq=False)
class Dataset:
    """All tables that loaded, and why the others did not.

    A dataset equals only itself, so that what is derived from it can be kept by it.

    Attributes
    ----------
    tables : mapping of str to DataFrame
        Sound tables by name. Numbers are numbers; an empty text stays an empty text.
    problems : tuple of Problem
        Every fault found, in the order of the data package.
    """

    tables: Mapping[str, pd.DataFrame]
    problems: tuple[Problem, ...]
    _texts: dict[tuple[str, str], Mapping[str, str]] = field(
        default_factory=dict, init=False, repr=False
    )

    def texts(self, table: str, column: str) -> Mapping[str, str]:
        """Return the texts of one column of a lookup table by code; none where it did not load."""
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
            Where the table did not load; it carries the reasons.
        """
        if name in self.tables:
            return self.tables[name]
        own = tuple(problem for problem in self.problems if problem.table == name)
        raise TableRefusedError(name, own)


class _UnreadableError(Exception):
    """A file that cannot be cut into rows; carries the faults."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("unreadable")
        self.problems = problems


def _cut_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the line number and the cells of every row, the header first."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        previous = 0
        for cells in reader:
            line, previous = previous + 1, reader.line_num
            if cells:
                yield line, [cell.strip() for cell in cells]


def _read_rows(resource: Resource, folder: Path) -> tuple[pd.DataFrame, list[Problem]]:
    """Read one file as text cells indexed by line; rows of the wrong length become problems."""
    path = folder / resource.path
    fault = partial(Problem, table=resource.name, file=resource.file)
    try:
        lines = list(_cut_rows(path))
    except OSError:
        raise _UnreadableError(fault(rule=Rule.FILE_PRESENT)) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise _UnreadableError(fault(rule=Rule.UTF8, found=str(error))) from None
    if not lines:
        raise _UnreadableError(fault(rule=Rule.FILE_PRESENT))
    (_, header), body = lines[0], lines[1:]
    if len(set(header)) < len(header):
        twice = ", ".join(sorted({name for name in header if header.count(name) > 1}))
        raise _UnreadableError(fault(rule=Rule.COLUMN_ONCE, row=1, column=twice))
    uneven = [
        fault(rule=Rule.CELL_COUNT, row=line, found=str(len(cells)), expected=str(len(header)))
        for line, cells in body
        if len(cells) != len(header)
    ]
    even = [(line, cells) for line, cells in body if len(cells) == len(header)]
    rows = pd.DataFrame(
        [cells for _, cells in even],
        columns=header,
        index=[line for line, _ in even],
        dtype=str,
    )
    return rows, uneven


def _typed(cells: pd.Series, field: Field) -> pd.Series:
    if field.type == "number":
        return pd.to_numeric(cells.where(cells != "")).astype("float64")
    if field.type == "integer":
        whole = pd.to_numeric(cells.where(cells != ""))
        return whole.astype("int64" if field.required else "Int64")
    return cells


def _refused_references(
    resource: Resource, package: Package, tables: Mapping[str, pd.DataFrame]
) -> list[Problem]:
    """Name the lookup tables this one leans on that did not load at all."""
    needed = {field.reference.table for field in resource.fields if field.reference}
    return [
        Problem(
            table=resource.name,
            file=resource.file,
            rule=Rule.TABLE_LOADED,
            expected=package.resource(name).file,
        )
        for name in sorted(needed - {resource.name})
        if name not in tables
    ]


def _known_codes(package: Package, tables: Mapping[str, pd.DataFrame]) -> dict[str, frozenset[str]]:
    return {
        name: frozenset(table[package.resource(name).key[0]].astype(str))
        for name, table in tables.items()
        if len(package.resource(name).key) == 1
    }


def _without_faults(
    resource: Resource, rows: pd.DataFrame, problems: list[Problem]
) -> pd.DataFrame:
    """Take out the rows with faults, and with them the rows that stand or fall together."""
    faulty = rows.index.isin([problem.row for problem in problems])
    if resource.group:
        lost = set(rows[faulty][resource.group])
        return rows[~rows[resource.group].isin(lost)]
    return rows[~faulty]


def _row_faults(
    resource: Resource,
    rows: pd.DataFrame,
    codes: Mapping[str, frozenset[str]],
    tables: Mapping[str, pd.DataFrame],
) -> list[Problem]:
    from data.schema import check_rows  # noqa: PLC0415, pandera is loaded where cells are checked

    origins = tables.get("origins")
    outside = () if origins is None else origins.loc[origins["kind"] == OUTSIDE_KIND, "origin"]
    return check_rows(resource, rows, codes, frozenset(outside))


def _geometry_faults(
    resource: Resource, rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame]
) -> list[Problem]:
    from data.geometry_checks import check_geometry  # noqa: PLC0415, as above

    return check_geometry(resource, rows, tables)


def _load_table(
    resource: Resource,
    folder: Path,
    package: Package,
    tables: Mapping[str, pd.DataFrame],
    *,
    sealed: bool,
) -> tuple[pd.DataFrame | None, list[Problem]]:
    missing = _refused_references(resource, package, tables)
    if missing:
        return None, missing
    try:
        rows, problems = _read_rows(resource, folder)
    except _UnreadableError as unreadable:
        return None, list(unreadable.problems)
    codes = _known_codes(package, tables)
    own_key = resource.key[0]
    if own_key in rows.columns:
        codes[resource.name] = frozenset(rows[own_key])
    if not sealed:
        problems += _row_faults(resource, rows, codes, tables)
    whole_file = any(problem.row is None or problem.row == 1 for problem in problems)
    if problems and (whole_file or not (resource.lookup or resource.group)):
        return None, problems
    sound = _without_faults(resource, rows, problems)
    crooked = [] if sealed else _geometry_faults(resource, sound, tables)
    sound = _without_faults(resource, sound, crooked)
    typed = {field.name: _typed(sound[field.name], field) for field in resource.fields}
    return pd.DataFrame(typed).reset_index(drop=True), problems + crooked


def load_dataset(folder: Path = FOLDER, *, trust_seal: bool = True) -> Dataset:
    """Load and check every table of the data package.

    Parameters
    ----------
    folder : Path
        Folder that holds `datapackage.json` and the files it names.
    trust_seal : bool
        Whether files that are exactly those of the seal are taken as checked; see `data.seal`.

    Returns
    -------
    Dataset
        A table with a fault is left out and the fault recorded; the others stay usable. A lookup
        table loses only its faulty rows, a grouped one the faulty groups.
    """
    package = read_package(folder / "datapackage.json")
    sealed = trust_seal and is_sealed(folder)
    tables: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    for resource in package.resources:
        table, found = _load_table(resource, folder, package, tables, sealed=sealed)
        problems += found
        if table is not None:
            tables[resource.name] = table
    return Dataset(tables=tables, problems=tuple(problems))


def fingerprint(folder: Path = FOLDER) -> tuple[tuple[str, int, int], ...]:
    """Return name, size and modification time of every table file, to notice an edit."""
    found = []
    for path in table_files(folder):
        status = path.stat()
        found.append((path.name, status.st_size, status.st_mtime_ns))
    return tuple(found)
