"""Findings: contradictions that rules compute from the values.

The rules run on every load, so that they also check new rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import isclose

from data.evidence.catalogue import catalogue
from data.evidence.origins import outside_origins
from data.evidence.series import TURNOVER_PARTS
from data.evidence.units import base_unit, converted, convertible
from data.evidence.values import INTENTIONS, SERIES_TABLES, Value
from data.load.dataset import Dataset

GROWTH_TOLERANCE = 0.05
"""Half of the last printed digit of a growth in per cent."""

WHOLE = 100.0

ALTERNATIVE = "-second-figure"
"""Suffix of the holder code of a second, contradicting stake."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A contradiction that a rule has found.

    Attributes
    ----------
    kind : str
        Kind of conflict.
    rows : tuple of str
        Identifiers of the catalogue entries in conflict.
    printed, expected : float
        The printed value, and the one computed from the other rows; for a quantity with several
        values, the lowest and the highest.
    unit : str
        Unit of both.
    """

    kind: str
    rows: tuple[str, ...]
    printed: float
    expected: float
    unit: str


def _in_base_unit(entry: Value) -> tuple[str, float] | None:
    planned = entry.table in SERIES_TABLES and entry.qualifier in INTENTIONS
    if entry.value is None or planned:
        return None
    unit, factor = base_unit(entry.unit)
    return unit, entry.value * factor


def _same_quantity(entries: Iterable[Value]) -> Iterator[Finding]:
    """Find quantities with several values; targets and plans are not compared."""
    groups: dict[tuple[tuple[str, ...], str], list[tuple[float, Value]]] = defaultdict(list)
    for entry in entries:
        measured = _in_base_unit(entry)
        if measured and entry.quantity[0] and entry.quantity[1]:
            unit, value = measured
            groups[entry.quantity, unit].append((value, entry))
    for (_, unit), group in groups.items():
        values = sorted({round(value, 6) for value, _ in group})
        if len(values) > 1:
            yield Finding(
                kind="tables_disagree"
                if all(entry.origin.startswith("table") for _, entry in group)
                else "text_vs_table"
                if any(entry.origin.startswith("table") for _, entry in group)
                else "text_vs_text",
                rows=tuple(entry.id for _, entry in group),
                printed=values[0],
                expected=values[-1],
                unit=unit,
            )


def _exact(entry: Value | None, unit: str) -> float | None:
    """Return a value printed as exact, in `unit`; None for ranges, bounds and other units."""
    if entry is None or entry.value is None or entry.qualifier != "exact":
        return None
    return converted(entry.value, entry.unit, unit) if convertible(entry.unit, unit) else None


def _by_origin_and_year(entries: Iterable[Value]) -> dict[tuple[str, str], dict[str, Value]]:
    grouped: dict[tuple[str, str], dict[str, Value]] = defaultdict(dict)
    for entry in entries:
        if entry.table == "trade":
            grouped[entry.origin, entry.period][entry.id.rpartition(":")[2]] = entry
    return grouped


def _totals(entries: Iterable[Value]) -> Iterator[Finding]:
    """Find a printed turnover that differs from exports plus imports."""
    for row in _by_origin_and_year(entries).values():
        if not {"exports", "imports", "turnover"} <= row.keys():
            continue
        turnover = row["turnover"]
        exports, imports = (_exact(row[part], turnover.unit) for part in TURNOVER_PARTS)
        printed = _exact(turnover, turnover.unit)
        if exports is None or imports is None or printed is None:
            continue
        if not isclose(printed, exports + imports):
            yield Finding(
                kind="total_is_not_sum",
                rows=(turnover.id, *(row[part].id for part in TURNOVER_PARTS)),
                printed=printed,
                expected=exports + imports,
                unit=turnover.unit,
            )


def _growth(entries: Iterable[Value]) -> Iterator[Finding]:
    """Find a printed growth that differs from the growth of the printed turnover."""
    rows = sorted(_by_origin_and_year(entries).items())
    for ((before_origin, before_year), before), ((origin, year), after) in pairwise(rows):
        consecutive = before_origin == origin and int(year) == int(before_year) + 1
        if not consecutive or not {"turnover_growth", "turnover"} <= after.keys():
            continue
        unit, rate = after["turnover"].unit, after["turnover_growth"]
        first, last = (_exact(row.get("turnover"), unit) for row in (before, after))
        printed = _exact(rate, "percent")
        if first and last is not None and printed is not None:
            expected = (last / first - 1) * 100
            if abs(printed - expected) > GROWTH_TOLERANCE:
                yield Finding(
                    kind="growth_does_not_recompute",
                    rows=(rate.id, before["turnover"].id, after["turnover"].id),
                    printed=printed,
                    expected=expected,
                    unit=rate.unit,
                )


def _shares(entries: Iterable[Value]) -> Iterator[Finding]:
    """Find shares that do not sum to 100%: answers to a question, owners of a project."""
    groups: dict[tuple[str, str], list[Value]] = defaultdict(list)
    for entry in entries:
        if entry.table == "survey_answers":
            groups["survey", entry.quantity[1]].append(entry)
        elif entry.table == "ownership" and not entry.quantity[2].endswith(ALTERNATIVE):
            groups[entry.quantity[1], entry.origin].append(entry)
    for group in groups.values():
        total = round(sum(entry.value or 0 for entry in group), 2)
        if len(group) > 2 and total != WHOLE:  # noqa: PLR2004
            yield Finding(
                kind="shares_do_not_add_up",
                rows=tuple(entry.id for entry in group),
                printed=total,
                expected=WHOLE,
                unit="percent",
            )


def _impossible(entries: Iterable[Value]) -> Iterator[Finding]:
    """Find a share above 100%."""
    for entry in entries:
        is_share = entry.unit == "percent" and "share" in entry.quantity[0]
        if is_share and entry.value is not None and entry.value > WHOLE:
            yield Finding(
                kind="impossible_value",
                rows=(entry.id,),
                printed=entry.value,
                expected=WHOLE,
                unit="percent",
            )


RULES = (_totals, _growth, _shares, _impossible, _same_quantity)


def findings(dataset: Dataset) -> tuple[Finding, ...]:
    """Return the findings of all rules in the loaded tables.

    Values from outside the dissertation are not checked.
    """
    outside = outside_origins(dataset)
    entries = tuple(entry for entry in catalogue(dataset) if entry.origin not in outside)
    return tuple(found for rule in RULES for found in rule(entries))
