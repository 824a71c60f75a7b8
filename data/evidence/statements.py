"""Statements: every value the source prints, and what follows from one table or paragraph.

Statements of one quantity can be compared, whatever table, section or unit they are printed in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from math import inf

from data.evidence.audit import Conflict
from data.evidence.catalogue import catalogue, series_id
from data.evidence.series import TURNOVER_PARTS
from data.evidence.units import base_unit, convertible
from data.evidence.values import COMPUTED, PRINTED, SERIES_TABLES, Series, Value
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

PLANS = frozenset({"planned", "target", "forecast"})
"""Qualifiers of what is aimed at; a plan is a rival of a plan only."""

INFERRED = "inferred"

PARTS_OF_A_YEAR = ("quarter", "month", "half_year")
"""Words in the indicator of a fact that covers a part of its period only."""

BALANCE, GROWTH = "balance", "_growth"

ABOUT = 0.1
"""How far a value that is printed as approximate may lie from an exact one, as a share of it."""

PER_CENT_HALF_STEP = 0.05
"""Half of the last digit that a computed percentage is shown with."""


def base_of(value: Value) -> str:
    """Return the base unit of a value."""
    return base_unit(value.unit)[0]


def _factor(unit: str) -> float:
    return base_unit(unit)[1]


def named_in(value: Value, conflict: Conflict) -> bool:
    """Tell whether a conflict names a value, or all that it is computed from."""
    rows = set(conflict.rows)
    return rows.issuperset(value.printed_ids) or value.twin in rows


def _half_step(number: float, *, by_place: bool = False) -> float:
    """Return half of the last printed digit; with `by_place`, of the last digit that is no zero."""
    exponent = int(Decimal(str(number)).normalize().as_tuple().exponent)
    return float(10.0 ** (exponent if by_place else min(exponent, 0))) / 2


def _ends(stated: Value) -> tuple[float, float]:
    """Return the numbers that a value allows, in its base unit, by rounding and qualifier."""
    printed = stated.as_printed
    factor, number = _factor(printed.unit), printed.value
    if number is None:
        low = -inf if printed.low is None else printed.low
        high = inf if printed.high is None else printed.high
        return low * factor, high * factor
    half = _half_step(number)
    if stated.method == COMPUTED:
        half = PER_CENT_HALF_STEP if stated.unit == "percent" else 0.0
    step = 2 * _half_step(number, by_place=True)
    low, high = {
        "about": (number - ABOUT * abs(number), number + ABOUT * abs(number)),
        "over": (number, number + step),
        "under": (number - step, number),
        "up_to": (min(0.0, number), number),
    }.get(stated.qualifier, (number - half, number + half))
    return low * factor, high * factor


def agree(one: Value, other: Value) -> bool:
    """Tell whether two values of one quantity can both hold."""
    (low, high), (other_low, other_high) = _ends(one), _ends(other)
    scale = max(abs(end) for end in (low, high, other_low, other_high) if abs(end) < inf)
    close = 1e-9 * scale
    return (
        max(low, other_low) < min(high, other_high) - close
        or abs(low - other_low) + abs(high - other_high) <= close
    )


def _measurable(value: Value) -> bool:
    has_size = not value.value is value.low is value.high is None
    return has_size and bool(value.quantity[0]) and value.qualifier != INFERRED


def _source(value: Value) -> tuple[str, str]:
    """Return within what values belong together: a table, or one paragraph of the text."""
    return value.origin, "" if value.table in SERIES_TABLES else value.paragraph


def _computed(
    inputs: tuple[Value, ...], *, stem: str, indicator: str, number: float, unit: str
) -> Value:
    """Return a computed value about the period of the last input."""
    first = inputs[-1]
    _origin, paragraph = _source(first)
    exact = all(part.qualifier == "exact" for part in inputs)
    return replace(
        first,
        id=f"{series_id(first.origin, first.period, stem)}:{paragraph or COMPUTED}",
        indicator=stem,
        quantity=(indicator, *first.quantity[1:]),
        value=number,
        unit=unit,
        qualifier="exact" if exact else "about",
        paragraph=";".join(dict.fromkeys(part.paragraph for part in inputs)),
        notes=(),
        inputs=tuple(part.id for part in inputs),
    )


def _balances(values: Iterable[Value]) -> Iterator[Value]:
    """Compute exports less imports wherever one table or paragraph prints both for a period."""
    found: dict[tuple[object, ...], dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for value in values:
        if value.quantity[0] in TURNOVER_PARTS:
            key = (_source(value), *value.quantity[1:])
            found[key][value.quantity[0]].append(value)
    for parts in found.values():
        for sold in parts["exports"]:
            for bought in parts["imports"]:
                if base_of(sold) != base_of(bought):
                    continue
                paid = (bought.value or 0.0) * _factor(bought.unit) / _factor(sold.unit)
                yield _computed(
                    (sold, bought),
                    stem=BALANCE,
                    indicator="trade_balance",
                    number=round((sold.value or 0.0) - paid, 6),
                    unit=sold.unit,
                )


def _growths(values: Iterable[Value]) -> Iterator[Value]:
    """Compute the growth of every yearly series on the year before, in per cent."""
    series: dict[tuple[object, ...], dict[int, Value]] = defaultdict(dict)
    for value in values:
        if value.table in SERIES_TABLES and value.period.isdigit():
            series[value.origin, value.measure][value.year] = value
    for by_year in series.values():
        for year, seen in by_year.items():
            before = by_year.get(year - 1)
            if before is None or _factor(before.unit) * (before.value or 0.0) <= 0:
                continue
            ratio = (seen.value or 0.0) * _factor(seen.unit)
            ratio /= (before.value or 0.0) * _factor(before.unit)
            yield _computed(
                (before, seen),
                stem=seen.indicator + GROWTH,
                indicator=seen.quantity[0] + GROWTH,
                number=(ratio - 1) * 100,
                unit="percent",
            )


@kept_with_dataset
def statements(dataset: Dataset) -> Series:
    """Return every value of the catalogue, then the balances and growths that follow from them."""
    printed = tuple(value for value in catalogue(dataset) if _measurable(value))
    measured = [
        value
        for value in printed
        if value.value is not None and value.qualifier in ("exact", "about")
    ]
    return (*printed, *_balances(measured), *_growths(measured))


Key = tuple[tuple[str, str, str], str]
"""Indicator, entity and counterpart, and the base unit."""


@kept_with_dataset
def by_quantity(dataset: Dataset) -> Mapping[Key, tuple[Value, ...]]:
    """Return all values by quantity; one computed where its origin prints it is left out."""
    found: dict[Key, list[Value]] = defaultdict(list)
    for value in statements(dataset):
        group = found[value.measure, base_of(value)]
        printed_too = value.inputs and any(
            other.method == PRINTED
            and other.origin == value.origin
            and other.period == value.period
            and agree(other, value)
            for other in group
        )
        if not printed_too:
            group.append(value)
    return {key: tuple(group) for key, group in found.items()}


def comparable(one: Value, other: Value) -> bool:
    """Tell whether two values are both plans or both measurements, in units of one base."""
    plans = {value.qualifier in PLANS for value in (one, other)}
    partial = any(word in other.quantity[0] for word in PARTS_OF_A_YEAR)
    own_partial = any(word in one.quantity[0] for word in PARTS_OF_A_YEAR)
    return len(plans) == 1 and convertible(one.unit, other.unit) and partial == own_partial
