"""Pandera schemas made from the data package, so that a column is described once."""

import re
from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd
import pandera.pandas as pa

from data.languages import LANGUAGE_CODES
from data.package import OUTSIDE_KIND, Field, Resource
from data.problems import Problem, Rule

NUMBER = r"[+-]?[0-9]+(\.[0-9]+)?"
WHOLE_NUMBER = r"[+-]?[0-9]+"
DECADE = re.compile(r"[0-9]{3}0s")


def _cell_check(
    rule: Rule, holds: Callable[[pd.Series], pd.Series], expected: str = ""
) -> pa.Check:
    """Check the filled cells of a text column; an empty cell is the business of `FILLED`."""
    return pa.Check(lambda cells: (cells == "") | holds(cells), name=rule, error=expected or rule)


def _as_number(cells: pd.Series) -> pd.Series:
    return pd.to_numeric(cells, errors="coerce")


def _known(codes: frozenset[str], separator: str) -> Callable[[pd.Series], pd.Series]:
    def holds(cells: pd.Series) -> pd.Series:
        if not separator:
            return cells.isin(codes)
        return cells.map(lambda cell: codes.issuperset(cell.split(separator)))

    return holds


def _type_checks(field: Field) -> list[pa.Check]:
    if field.type == "string":
        return []
    rule, shape = (
        (Rule.NUMBER, NUMBER) if field.type == "number" else (Rule.WHOLE_NUMBER, WHOLE_NUMBER)
    )
    return [_cell_check(rule, lambda cells: cells.str.fullmatch(shape))]


def _bound_checks(field: Field) -> list[pa.Check]:
    checks = []
    if field.minimum is not None:
        low = field.minimum
        checks.append(
            _cell_check(Rule.AT_LEAST, lambda cells: ~(_as_number(cells) < low), str(low))
        )
    if field.maximum is not None:
        high = field.maximum
        checks.append(
            _cell_check(Rule.AT_MOST, lambda cells: ~(_as_number(cells) > high), str(high))
        )
    return checks


def _column(field: Field, codes: Mapping[str, frozenset[str]]) -> pa.Column:
    checks = _type_checks(field) + _bound_checks(field)
    if field.required:
        checks.append(pa.Check(lambda cells: cells != "", name=Rule.FILLED, error=Rule.FILLED))
    if field.allowed:
        checks.append(
            _cell_check(
                Rule.ALLOWED_VALUE,
                lambda cells: cells.isin(field.allowed),
                ", ".join(field.allowed),
            )
        )
    if field.pattern:
        shape = re.compile(field.pattern)
        checks.append(
            _cell_check(
                Rule.PATTERN,
                lambda cells: cells.map(lambda cell: bool(shape.fullmatch(cell))),
                field.pattern,
            )
        )
    if field.calendar:
        checks.append(_cell_check(Rule.DATE, lambda cells: cells.map(is_period)))
    if field.reference and field.reference.table in codes:
        checks.append(
            _cell_check(
                Rule.KNOWN_CODE,
                _known(codes[field.reference.table], field.reference.separator),
                field.reference.table,
            )
        )
    return pa.Column(checks=checks)


def is_period(text: str) -> bool:
    """Tell whether `text` is a year, a decade, a month, a day, or a span of two of them."""
    parts = text.split("/")
    if len(parts) > 2:  # noqa: PLR2004
        return False
    return all(DECADE.fullmatch(part) or _is_date(part) for part in parts)


def _is_date(text: str) -> bool:
    earliest = {len("2000"): f"{text}-01-01", len("2000-01"): f"{text}-01"}.get(len(text), text)
    try:
        date.fromisoformat(earliest)
    except ValueError:
        return False
    return True


def _value_or_range(rows: pd.DataFrame) -> pd.Series:
    has_value, has_low, has_high = (rows[name] != "" for name in ("value", "low", "high"))
    return (has_value & ~has_low & ~has_high) | (~has_value & has_low & has_high)


def _range_order(rows: pd.DataFrame) -> pd.Series:
    return ~(_as_number(rows["low"]) > _as_number(rows["high"]))


def _all_languages(names: list[str]) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda rows: (rows[names] != "").sum(axis=1).isin([0, len(names)])


def _place_of_origin(rows: pd.DataFrame) -> pd.Series:
    """Tell of each origin whether it has paragraphs, or address and date where it is public."""
    outside = rows["kind"] == OUTSIDE_KIND
    published = [rows[name] != "" for name in ("address", "date")]
    placed = [rows[name] != "" for name in ("first_paragraph", "last_paragraph")]
    public = published[0] & published[1] & ~placed[0] & ~placed[1]
    own = placed[0] & placed[1] & ~published[0] & ~published[1]
    return (outside & public) | (~outside & own)


def _paragraph_of_value(outside: frozenset[str]) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda rows: (rows["paragraph"] == "") == rows["origin"].isin(outside)


def _row_checks(
    resource: Resource, outside: frozenset[str]
) -> list[tuple[pa.Check, tuple[str, ...]]]:
    names = [field.name for field in resource.fields]
    checks: list[tuple[pa.Check, tuple[str, ...]]] = []
    if {"value", "low", "high"} <= set(names):
        columns = ("value", "low", "high")
        checks.append((pa.Check(_value_or_range, name=Rule.VALUE_OR_RANGE), columns))
        checks.append((pa.Check(_range_order, name=Rule.RANGE_ORDER), columns[1:]))
    if {"kind", "address", "date", "first_paragraph", "last_paragraph"} <= set(names):
        place = ("kind", "first_paragraph", "last_paragraph", "address", "date")
        checks.append((pa.Check(_place_of_origin, name=Rule.PLACE_OF_ORIGIN), place))
    if {"origin", "paragraph"} <= set(names):
        check = pa.Check(_paragraph_of_value(outside), name=Rule.PARAGRAPH_OF_VALUE)
        checks.append((check, ("origin", "paragraph")))
    stems = {name.removesuffix("_en") for name in names if name.endswith("_en")}
    for stem in sorted(stems):
        translated = [f"{stem}_{code}" for code in LANGUAGE_CODES]
        check = pa.Check(_all_languages(translated), name=Rule.ALL_LANGUAGES)
        checks.append((check, tuple(translated)))
    return checks


def _problem(resource: Resource, rule: Rule, row: object, column: str, **details: str) -> Problem:
    return Problem(
        table=resource.name,
        file=resource.file,
        rule=rule,
        row=row if isinstance(row, int) else None,
        column=column,
        **details,
    )


def _column_problems(resource: Resource, rows: pd.DataFrame) -> list[Problem]:
    names = [field.name for field in resource.fields]
    missing = [
        _problem(resource, Rule.COLUMN_PRESENT, None, name)
        for name in names
        if name not in rows.columns
    ]
    unknown = [
        _problem(resource, Rule.COLUMN_KNOWN, 1, str(name), expected=", ".join(names))
        for name in rows.columns
        if name not in names
    ]
    return missing + unknown


def _duplicate_problems(resource: Resource, rows: pd.DataFrame) -> list[Problem]:
    key = list(resource.key)
    repeated = rows[rows.duplicated(key)]
    return [
        _problem(
            resource,
            Rule.UNIQUE_KEY,
            int(str(row)),
            ", ".join(key),
            found=", ".join(str(cell) for cell in cells),
        )
        for row, cells in zip(repeated.index, repeated[key].to_numpy(), strict=True)
    ]


def _cell_problems(resource: Resource, error: pa.errors.SchemaError) -> list[Problem]:
    check = error.check
    rule = Rule(str(check.name))
    expected = "" if check.error == rule else str(check.error)
    return [
        _problem(
            resource,
            rule,
            int(case["index"]),
            str(error.schema.name),
            found=str(case["failure_case"]),
            expected=expected,
        )
        for case in error.failure_cases.to_dict("records")
    ]


def check_rows(
    resource: Resource,
    rows: pd.DataFrame,
    codes: Mapping[str, frozenset[str]],
    outside: frozenset[str] = frozenset(),
) -> list[Problem]:
    """Hold the rows of one file against its description.

    Parameters
    ----------
    resource : Resource
        What the data package says of the table.
    rows : DataFrame
        Every cell as text; the index is the line in the file.
    codes : mapping of str to frozenset of str
        Keys of the lookup tables that loaded, by table. A reference to another table is not
        checked here.
    outside : frozenset of str
        Codes of the origins outside the dissertation, whose values have no paragraph.

    Returns
    -------
    list of Problem
        All faults; empty where the table is sound.
    """
    problems = _column_problems(resource, rows)
    if problems:
        return problems
    described = {field.name: _column(field, codes) for field in resource.fields}
    checked = {name: column for name, column in described.items() if column.checks}
    try:
        pa.DataFrameSchema(checked).validate(rows, lazy=True)
    except pa.errors.SchemaErrors as errors:
        for error in errors.schema_errors:
            problems.extend(_cell_problems(resource, error))
    if not problems:
        for check, names in _row_checks(resource, outside):
            for row in rows.index[~check(rows).check_output]:
                found = ", ".join(str(cell) for cell in rows.loc[row, list(names)])
                problems.append(
                    _problem(
                        resource, Rule(str(check.name)), int(row), ", ".join(names), found=found
                    )
                )
    problems.extend(_duplicate_problems(resource, rows))
    return sorted(problems, key=lambda problem: (problem.row or 0, problem.column))
