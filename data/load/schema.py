"""Checks of table rows with pandera schemas made from the data package."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import numpy as np
import pandas as pd
import pandera.pandas as pa

from data.language.languages import LANGUAGE_CODES
from data.load.package import OUTSIDE_KIND, Field, Resource
from data.problems import Problem, ProblemList, Rule

NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,15}")
DECADE = re.compile(r"[0-9]{3}0s")


Holds = Callable[[str], bool]
"""Returns True if the text of a cell satisfies a rule."""


def _of_texts(holds: Holds) -> Callable[[pd.Series], pd.Series]:
    """Return a check of a column that tests each distinct text once; empty cells pass."""

    def column_holds(cells: pd.Series) -> pd.Series:
        places, texts = pd.factorize(cells.to_numpy(dtype=object))
        passed = np.fromiter((text == "" or holds(text) for text in texts), bool, len(texts))
        return pd.Series(passed[places], index=cells.index)

    return column_holds


def _cell_check(rule: Rule, holds: Holds, expected: str = "") -> pa.Check:
    """Return a pandera check of the filled cells of a column; `FILLED` covers empty cells."""
    # pandera reports one example only; the faulty rows are taken from the result of the check.
    return pa.Check(_of_texts(holds), name=rule, error=expected or rule, n_failure_cases=1)


def _as_number(cells: pd.Series) -> pd.Series:
    return pd.to_numeric(cells, errors="coerce")


def _known(codes: frozenset[str], separator: str) -> Holds:
    if not separator:
        return codes.__contains__
    return lambda cell: codes.issuperset(cell.split(separator))


def _type_checks(field: Field) -> list[pa.Check]:
    if field.type == "string":
        return []
    rule, shape = (
        (Rule.NUMBER, NUMBER) if field.type == "number" else (Rule.WHOLE_NUMBER, WHOLE_NUMBER)
    )
    return [_cell_check(rule, lambda cell: shape.fullmatch(cell) is not None)]


def _number(cell: str) -> float | None:
    """Return the number in a cell; None if the cell breaks `NUMBER` or `WHOLE_NUMBER`."""
    return float(cell) if NUMBER.fullmatch(cell) else None


def _bound_checks(field: Field) -> list[pa.Check]:
    checks = []
    if field.minimum is not None:
        low = field.minimum
        checks.append(
            _cell_check(
                Rule.AT_LEAST,
                lambda cell: (number := _number(cell)) is None or number >= low,
                f"{low:.15g}",
            )
        )
    if field.maximum is not None:
        high = field.maximum
        checks.append(
            _cell_check(
                Rule.AT_MOST,
                lambda cell: (number := _number(cell)) is None or number <= high,
                f"{high:.15g}",
            )
        )
    return checks


def _column(field: Field, codes: Mapping[str, frozenset[str]]) -> pa.Column:
    checks = _type_checks(field) + _bound_checks(field)
    if field.required:
        checks.append(
            pa.Check(
                lambda cells: cells != "", name=Rule.FILLED, error=Rule.FILLED, n_failure_cases=1
            )
        )
    if field.allowed:
        allowed = frozenset(field.allowed)
        checks.append(
            _cell_check(Rule.ALLOWED_VALUE, allowed.__contains__, ", ".join(field.allowed))
        )
    if field.pattern:
        shape = re.compile(field.pattern)
        checks.append(
            _cell_check(Rule.PATTERN, lambda cell: shape.fullmatch(cell) is not None, field.pattern)
        )
    if field.calendar:
        checks.append(_cell_check(Rule.DATE, is_period))
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
    """Return whether `text` is a year, a decade, a month, a day, or a span of two of them."""
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
    """For each origin, True if it has paragraphs, or address and date if it is public."""
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
        translated = [f"{stem}_{code}" for code in LANGUAGE_CODES if f"{stem}_{code}" in names]
        check = pa.Check(_all_languages(translated), name=Rule.ALL_LANGUAGES)
        checks.append((check, tuple(translated)))
    return checks


def _faulty(index: pd.Index, passed: pd.Series) -> list[int]:
    return [int(row) for row in index[~passed.to_numpy(dtype=bool)]]


def _duplicate_problems(resource: Resource, rows: pd.DataFrame, problems: ProblemList) -> None:
    key = list(resource.key)
    problems.add_rows(
        _faulty(rows.index, ~rows.duplicated(key)),
        partial(_row_problem, resource, rows, Rule.UNIQUE_KEY, resource.key),
    )


def _cell_problems(
    resource: Resource, rows: pd.DataFrame, error: pa.errors.SchemaError, problems: ProblemList
) -> None:
    check, column = error.check, str(error.schema.name)
    rule = Rule(str(check.name))
    expected = "" if check.error == rule else str(check.error)
    cells = rows[column]
    problems.add_rows(
        _faulty(rows.index, error.check_output),
        lambda row: Problem(
            table=resource.name,
            file=resource.file,
            rule=rule,
            row=row,
            column=column,
            found=str(cells.at[row]),
            expected=expected,
        ),
    )


def _row_problems(
    resource: Resource, rows: pd.DataFrame, outside: frozenset[str], problems: ProblemList
) -> None:
    for check, names in _row_checks(resource, outside):
        problems.add_rows(
            _faulty(rows.index, check(rows).check_output),
            partial(_row_problem, resource, rows, Rule(str(check.name)), names),
        )


def _row_problem(
    resource: Resource, rows: pd.DataFrame, rule: Rule, names: tuple[str, ...], row: int
) -> Problem:
    """Return the fault of a row, with the quoted cells of some columns."""
    return Problem(
        table=resource.name,
        file=resource.file,
        rule=rule,
        row=row,
        column=", ".join(names),
        found=", ".join(str(rows.at[row, name]) for name in names),
    )


def check_rows(
    resource: Resource,
    rows: pd.DataFrame,
    codes: Mapping[str, frozenset[str]],
    outside: frozenset[str] = frozenset(),
) -> ProblemList:
    """Check the rows of one file against its description.

    Parameters
    ----------
    resource : Resource
        Description of the table.
    rows : DataFrame
        All described columns as text; the index is the line number in the file.
    codes : mapping of str to frozenset of str
        Keys of the loaded lookup tables, by table. References to other tables are not checked
        here.
    outside : frozenset of str
        Codes of the origins outside the dissertation, whose values have no paragraph.

    Returns
    -------
    ProblemList
        All faults; empty if there are none.
    """
    problems = ProblemList()
    described = {field.name: _column(field, codes) for field in resource.fields}
    checked = {name: column for name, column in described.items() if column.checks}
    try:
        pa.DataFrameSchema(checked).validate(rows, lazy=True)
    except pa.errors.SchemaErrors as errors:
        for error in errors.schema_errors:
            _cell_problems(resource, rows, error, problems)
    if not problems:
        _row_problems(resource, rows, outside, problems)
    _duplicate_problems(resource, rows, problems)
    return problems
