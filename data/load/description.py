"""Reading and validation of `datapackage.json`; faulty parts are reported and left out."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from data.files import FileUnreadableError, folder_files, is_editor_file, read_regular
from data.language import languages
from data.load.entries import EntryError, JsonObject
from data.load.needs import NEEDED, TRANSLATED
from data.load.package import (
    DESCRIPTOR_FILE,
    FOLDER,
    GEOJSON_TYPE,
    TABLE_FOLDERS,
    Field,
    FieldType,
    Package,
    Reference,
    Resource,
)
from data.problems import PACKAGE, Problem, Rule

ROLES = ("lookup", "values")
TYPES: tuple[FieldType, ...] = ("string", "number", "integer")
ENGLISH = "_en"


@dataclass(frozen=True)
class Description:
    """Tables of the descriptor, its faults, and the files it names.

    Attributes
    ----------
    package : Package
        Tables described without a fault, each after the tables that it refers to.
    problems : tuple of Problem
        Faults of the descriptor.
    content : bytes
        Bytes of the descriptor; empty if it cannot be read.
    files : frozenset of str
        Paths of all described files, including those of tables with a faulty description.
    readable : bool
        False if the list of tables cannot be read.
    """

    package: Package
    problems: tuple[Problem, ...]
    content: bytes = b""
    files: frozenset[str] = frozenset()
    readable: bool = True


def _pattern(constraints: JsonObject) -> str:
    pattern = constraints.text("pattern", "")
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        raise EntryError(Rule.REGULAR_EXPRESSION, pattern) from None
    return pattern


def _field(entry: JsonObject, reference: Reference | None) -> Field:
    constraints = entry.entry("constraints")
    kind = entry.among("type", TYPES)
    return Field(
        name=entry.text("name"),
        type=next(known for known in TYPES if known == kind),
        description=entry.text("description", ""),
        required=constraints.get("required", bool, "boolean", default=False),
        allowed=constraints.texts("enum", ()),
        pattern=_pattern(constraints),
        minimum=constraints.number("minimum"),
        maximum=constraints.number("maximum"),
        reference=reference,
        calendar=entry.get("calendar", bool, "boolean", default=False),
    )


def _references(schema: JsonObject) -> dict[str, Reference]:
    """Return the references of columns to other tables, by column."""
    found = {}
    for key in schema.entries("foreignKeys", ()):
        for column in key.texts("fields"):
            found[column] = Reference(table=key.entry("reference").text("resource"))
    for field in schema.entries("fields"):
        if "references" in field.content:
            listed = field.entry("references")
            found[field.text("name")] = Reference(
                table=listed.text("resource"), separator=listed.text("separator")
            )
    return found


def _path(entry: JsonObject) -> str:
    """Return the path of a table; raise if it is outside the table folders."""
    path = entry.text("path")
    parts = PurePosixPath(path).parts
    inside = (
        len(parts) == len(("folder", "file"))
        and parts[0] in TABLE_FOLDERS
        and "/".join(parts) == path
        and path.endswith(".csv")
        and not is_editor_file(parts[-1])
    )
    if not inside or "\\" in path or not path.isprintable():
        raise EntryError(Rule.TABLE_PATH, path)
    return path


def _resource(entry: JsonObject) -> Resource:
    schema = entry.entry("schema")
    references = _references(schema)
    fields = tuple(
        _field(field, references.get(str(field.content.get("name"))))
        for field in schema.entries("fields")
    )
    names = [field.name for field in fields]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise EntryError(Rule.COLUMN_ONCE, ", ".join(twice))
    key = schema.texts("primaryKey")
    group = entry.text("group", "")
    for name in (*key, *references, *((group,) if group else ())):
        if name not in names:
            raise EntryError(Rule.COLUMN_DESCRIBED, name)
    if not key:
        raise EntryError(Rule.ENTRY_FORM, f"{schema.place}.primaryKey", "array of strings")
    return Resource(
        name=entry.text("name"),
        path=_path(entry),
        lookup=entry.among("role", ROLES) == "lookup",
        fields=fields,
        key=key,
        group=group,
    )


_fault = partial(Problem, file=DESCRIPTOR_FILE)


def _of_error(error: EntryError, table: str) -> Problem:
    by_column = error.rule in {Rule.COLUMN_ONCE, Rule.COLUMN_DESCRIBED}
    return _fault(
        table=table,
        rule=error.rule,
        column=error.found if by_column else "",
        found=error.found,
        expected=error.expected,
    )


def _needed_faults(resource: Resource) -> Iterator[Problem]:
    """Find required columns that are not described or have another type."""
    described = {field.name: field.type for field in resource.fields}
    for column, kind in NEEDED.get(resource.name, {}).items():
        name = column.removesuffix(TRANSLATED)
        name = name if name == column else f"{name}{ENGLISH}"
        if described.get(name) != kind:
            yield _fault(
                table=resource.name, rule=Rule.COLUMN_NEEDED, column=name, found=name, expected=kind
            )


def missing_translations(resource: Resource) -> dict[str, str]:
    """Return missing language columns, each with its English column."""
    names = {field.name for field in resource.fields}
    return {
        f"{name.removesuffix(ENGLISH)}_{code}": name
        for name in sorted(names)
        if name.endswith(ENGLISH)
        for code in languages.LANGUAGE_CODES
        if f"{name.removesuffix(ENGLISH)}_{code}" not in names
    }


def _language_faults(resource: Resource) -> Iterator[Problem]:
    """Find missing language columns, one fault per language."""
    missing = missing_translations(resource)
    for code in languages.LANGUAGE_CODES:
        own = {column: name for column, name in missing.items() if column.endswith(f"_{code}")}
        if own:
            yield _fault(
                table=resource.name,
                rule=Rule.LANGUAGE_COLUMN,
                column=", ".join(own),
                expected=", ".join(own.values()),
            )


def _once(resources: Sequence[Resource], problems: list[Problem]) -> list[Resource]:
    """Keep the first table of each name and of each file."""
    kept: list[Resource] = []
    for resource in resources:
        if resource.name in {other.name for other in kept}:
            problems.append(_fault(table="", rule=Rule.TABLE_ONCE, found=resource.name))
        elif resource.path in {other.path for other in kept}:
            problems.append(_fault(table=resource.name, rule=Rule.FILE_ONCE, found=resource.path))
        else:
            kept.append(resource)
    return kept


def _referred(resource: Resource) -> set[str]:
    tables = {field.reference.table for field in resource.fields if field.reference}
    return tables - {resource.name}


def _in_order(resources: Sequence[Resource], problems: list[Problem]) -> tuple[Resource, ...]:
    """Sort tables after those they refer to; leave out tables with circular references."""
    waiting, placed = list(resources), list[Resource]()
    while waiting:
        pending = {resource.name for resource in waiting}
        ready = next((own for own in waiting if _referred(own).isdisjoint(pending)), None)
        if ready is None:
            circle = _circle(waiting)
            named = " → ".join((*circle, circle[0]))
            problems += [
                _fault(table=name, rule=Rule.REFERENCE_CIRCLE, found=named) for name in circle
            ]
            waiting = [resource for resource in waiting if resource.name not in circle]
        else:
            waiting.remove(ready)
            placed.append(ready)
    return tuple(placed)


def _circle(waiting: Sequence[Resource]) -> list[str]:
    """Return tables with circular references, in the order of the references."""
    referred = {resource.name: _referred(resource) for resource in waiting}
    walked = [waiting[0].name]
    while True:
        following = min(referred[walked[-1]] & referred.keys())
        if following in walked:
            return walked[walked.index(following) :]
        walked.append(following)


def _unknown_tables(resource: Resource, named: frozenset[str]) -> Iterator[Problem]:
    for field in resource.fields:
        if field.reference and field.reference.table not in named:
            yield _fault(
                table=resource.name,
                rule=Rule.REFERENCE_TABLE,
                column=field.name,
                found=field.reference.table,
            )


def _check_resources(
    root: JsonObject,
) -> tuple[tuple[Resource, ...], list[Problem], frozenset[str]]:
    """Return tables without faults, the faults of the others, and all described files."""
    problems: list[Problem] = []
    resources: list[Resource] = []
    named: set[str] = set()
    files: set[str] = set()
    for number, content in enumerate(root.get("resources", list, "array")):
        entry = JsonObject(content if isinstance(content, dict) else {}, f"resources[{number}]")
        name, path = (entry.content.get(part) for part in ("name", "path"))
        if entry.content.get("mediatype") == GEOJSON_TYPE:
            continue
        table = name if isinstance(name, str) else ""
        named |= {table}
        files |= {path} if isinstance(path, str) else set()
        try:
            resources.append(_resource(entry))
        except EntryError as error:
            problems.append(_of_error(error, table))
    sound = []
    for resource in _once(resources, problems):
        faults = [*_needed_faults(resource), *_unknown_tables(resource, frozenset(named))]
        problems += [*faults, *_language_faults(resource)]
        if not faults:
            sound.append(resource)
    problems += [
        _fault(table=name, rule=Rule.TABLE_NEEDED, found=name)
        for name in NEEDED
        if name not in named
    ]
    return _in_order(sound, problems), problems, frozenset(files)


def _unreadable(rule: Rule, content: bytes = b"", **details: Any) -> Description:  # noqa: ANN401
    problem = _fault(table=PACKAGE, rule=rule, **details)
    return Description(Package(()), (problem,), content, readable=False)


def _faulty_line(error: Exception, content: bytes) -> int | None:
    """Return the line of a syntax or encoding error in a JSON file; None if unknown."""
    if isinstance(error, UnicodeDecodeError):
        return 1 + content.count(b"\n", 0, error.start)
    return error.lineno if isinstance(error, json.JSONDecodeError) else None


def read_description(folder: Path = FOLDER, name: str = DESCRIPTOR_FILE) -> Description:
    """Read the descriptor of a data package; never raises.

    Parameters
    ----------
    folder : Path
        Folder of the data package.
    name : str
        File name of the descriptor.

    Returns
    -------
    Description
        Tables without faults, and the faults of the others. There are no tables if the list of
        tables cannot be read.
    """
    try:
        content = read_regular(folder / name)
    except FileUnreadableError as error:
        return _unreadable(error.rule, expected=error.expected)
    try:
        parsed = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        row = _faulty_line(error, content)
        return _unreadable(Rule.DESCRIPTION_JSON, content, row=row)
    if not isinstance(parsed, dict):
        return _unreadable(Rule.ENTRY_FORM, content, found=name, expected="object")
    try:
        resources, problems, files = _check_resources(JsonObject(parsed, ""))
    except EntryError as error:
        problem = _of_error(error, "")
        return _unreadable(error.rule, content, found=problem.found, expected=problem.expected)
    return Description(Package(resources), tuple(problems), content, files)


def undescribed_files(folder: Path, description: Description) -> Iterator[Problem]:
    """Find CSV files that no table describes, without temporary files of editors."""
    if not description.readable:
        return
    for name in TABLE_FOLDERS:
        for file, _status in folder_files(folder / name):
            if file.lower().endswith(".csv") and f"{name}/{file}" not in description.files:
                yield Problem(table="", file=file, rule=Rule.FILE_DESCRIBED)
