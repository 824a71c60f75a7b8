"""Loading of one table: parsing of rows, checks, and conversion to typed columns."""

import logging
from collections.abc import Mapping

import pandas as pd

from data.load.description import missing_translations
from data.load.identifiers import check_citations
from data.load.kept_checks import FileOfTable, checked_once
from data.load.package import OUTSIDE_KIND, Field, Package, Resource
from data.load.public_record_checks import check_public_record
from data.load.rows import FileRefusedError, cut_rows
from data.problems import Problem, ProblemList, Rule

_LOGGER = logging.getLogger(__name__)

# Python strings are faster than Arrow-backed ones for tables as small as these.
pd.set_option("mode.string_storage", "python")


def _typed(cells: pd.Series, field: Field) -> pd.Series:
    if field.type == "number":
        return pd.to_numeric(cells.where(cells != "")).astype("float64")
    if field.type == "integer":
        whole = pd.to_numeric(cells.where(cells != ""))
        return whole.astype("int64" if field.required else "Int64")
    return cells


def _referred_tables(resource: Resource) -> set[str]:
    tables = {field.reference.table for field in resource.fields if field.reference}
    return tables - {resource.name}


def _refused_references(
    resource: Resource, package: Package, tables: Mapping[str, pd.DataFrame]
) -> list[Problem]:
    """Return a fault for each table that this one refers to and that did not load."""
    files = {other.name: other.file for other in package.resources}
    return [
        Problem(
            table=resource.name,
            file=resource.file,
            rule=Rule.TABLE_LOADED,
            expected=files.get(name, name),
        )
        for name in sorted(_referred_tables(resource))
        if name not in tables
    ]


def _known_codes(
    resource: Resource, rows: pd.DataFrame, package: Package, tables: Mapping[str, pd.DataFrame]
) -> dict[str, frozenset[str]]:
    """Return the codes of the tables that a table refers to, including its own."""
    codes = {resource.name: frozenset(rows[resource.key[0]].to_numpy(dtype=object))}
    for name in _referred_tables(resource):
        key = package.resource(name).key
        if len(key) == 1:
            codes[name] = frozenset(tables[name][key[0]].astype(str).to_numpy(dtype=object))
    return codes


def _without_faults(resource: Resource, rows: pd.DataFrame, faulty_rows: set[int]) -> pd.DataFrame:
    """Return the rows without faulty ones and without all rows of their groups."""
    if not faulty_rows:
        return rows
    faulty = rows.index.isin(faulty_rows)
    if resource.group:
        lost = set(rows[faulty][resource.group])
        return rows[~rows[resource.group].isin(lost)]
    return rows[~faulty]


def _row_faults(
    resource: Resource,
    rows: pd.DataFrame,
    codes: Mapping[str, frozenset[str]],
    tables: Mapping[str, pd.DataFrame],
) -> ProblemList:
    from data.load.schema import check_rows  # noqa: PLC0415, pandera is loaded where cells are checked

    origins = tables.get("origins")
    outside = () if origins is None else origins.loc[origins["kind"] == OUTSIDE_KIND, "origin"]
    return check_rows(resource, rows, codes, frozenset(outside))


def _geometry_faults(
    resource: Resource, rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame]
) -> ProblemList:
    from data.load.geometry_checks import check_geometry  # noqa: PLC0415, as above

    return ProblemList(check_geometry(resource, rows, tables))


def _typed_table(resource: Resource, rows: pd.DataFrame) -> pd.DataFrame:
    """Return columns with the described types; missing language columns are copied from English."""
    names = [field.name for field in resource.fields]
    if len(resource.key) == 1:
        # `Dataset.texts` looks texts up by the first column.
        names.sort(key=lambda name: name not in resource.key)
    fields = {field.name: field for field in resource.fields}
    typed = {name: _typed(rows[name], fields[name]) for name in names}
    for name, english in missing_translations(resource).items():
        typed[name] = typed[english]
    return pd.DataFrame(typed).reset_index(drop=True)


def _checked_table(
    file: FileOfTable, tables: Mapping[str, pd.DataFrame]
) -> tuple[pd.DataFrame | None, ProblemList]:
    """Return a table, or None if it is refused, and its faults."""
    resource, package, sealed = file.resource, file.package, file.sealed
    missing = ProblemList(_refused_references(resource, package, tables))
    if missing:
        return None, missing
    try:
        raw, problems = cut_rows(file.content, resource)
    except FileRefusedError as refusal:
        return None, refusal.problems
    rows = pd.DataFrame(
        {field.name: _text_column(raw.columns[field.name]) for field in resource.fields},
        index=pd.Index(raw.lines, dtype="int64"),
    )
    if not sealed:
        codes = _known_codes(resource, rows, package, tables)
        problems.add_list(_row_faults(resource, rows, codes, tables))
    if problems and (problems.whole_file or not (resource.lookup or resource.group)):
        return None, problems
    sound = _without_faults(resource, rows, problems.rows)
    if not sealed and len(sound):
        across = _geometry_faults(resource, sound, tables)
        across.add(check_citations(resource, sound, tables))
        across.add(check_public_record(resource, sound, tables))
        sound = _without_faults(resource, sound, across.rows)
        problems.add_list(across)
    return (_typed_table(resource, sound) if len(sound) else None), problems


def _text_column(cells: list[str]) -> pd.api.extensions.ExtensionArray:
    return pd.array(cells, dtype="str")


def load_table(
    file: FileOfTable, tables: Mapping[str, pd.DataFrame]
) -> tuple[pd.DataFrame | None, ProblemList]:
    """Parse and check one table file, and return it as a table.

    Parameters
    ----------
    file : FileOfTable
        The file, and the descriptions of the table and of all tables.
    tables : mapping of str to DataFrame
        Tables loaded before, including those that this one refers to.

    Returns
    -------
    DataFrame or None
        None if the table is refused. A lookup table is returned without its faulty rows. It must
        not be changed: it is returned again while nothing that its check has read has changed.
    ProblemList
        Its faults; an error in the check itself is reported as a fault of this table.
    """
    resource = file.resource
    try:
        return checked_once(_checked_table, file, tables)
    except Exception as error:
        _LOGGER.exception("the table %s cannot be checked", resource.name)
        problem = Problem(
            table=resource.name,
            file=resource.file,
            rule=Rule.CHECKABLE,
            found=f"{type(error).__name__}: {error}",
        )
        return None, ProblemList([problem])
