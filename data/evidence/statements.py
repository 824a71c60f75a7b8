"""Statements: all printed values, with balances and growths computed within one source.

Statements of one quantity can be compared across tables, sections and units.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from math import inf

from data.evidence.audit import Conflict
from data.evidence.catalogue import catalogue
from data.evidence.series import TURNOVER_PARTS
from data.evidence.units import base_unit, convertible
from data.evidence.values import COMPUTED, INTENTIONS, PRINTED, SERIES_TABLES, Series, Value
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.load.identifiers import series_id

INFERRED = "inferred"

PARTS_OF_A_YEAR = ("quarter", "month", "half_year")
"""Words in the indicator of a fact that covers only a part of its period."""

BALANCE, GROWTH = "balance", "_growth"

ABOUT = 0.1
"""Relative tolerance of a value printed as approximate."""

PER_CENT_HALF_STEP = 0.05
"""Half of the last shown digit of a computed percentage."""


def base_of(value: Value) -> str:
    """Return the base unit of a value."""
    return base_unit(value.unit)[0]


def _factor(unit: str) -> float:
    return base_unit(unit)[1]


def named_in(value: Value, conflict: Conflict) -> bool:
    """Return whether a conflict names a value, or all inputs of a computed value."""
    rows = set(conflict.rows)
    return rows.issuperset(value.printed_ids) or value.twin in rows


def _half_step(number: float, *, by_place: bool = False) -> float:
    """Return half of the last printed digit; with `by_place`, half of the last nonzero digit."""
    exponent = int(Decimal(str(number)).normalize().as_tuple().exponent)
    return float(10.0 ** (exponent if by_place else min(exponent, 0))) / 2


def _ends(stated: Value) -> tuple[float, float]:
    """Return the lowest and highest number that a value allows by rounding and qualifier.

    Both are in its base unit.
    """
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
    """Return whether two values of one quantity are compatible: their intervals overlap."""
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
    """Return the source within which values are combined: a table, or one paragraph."""
    return value.origin, "" if value.table in SERIES_TABLES else value.paragraph


def _computed(
    inputs: tuple[Value, ...], *, stem: str, indicator: str, number: float, unit: str
) -> Value:
    """Return a computed value with the period of its last input."""
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
    """Yield exports minus imports of each table or paragraph that prints both for a period."""
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
    """Yield the growth of every yearly series on the previous year, in per cent."""
    series: dict[tuple[object, ...], dict[int, Value]] = defaultdict(dict)
    for value in values:
        if value.table in SERIES_TABLES and value.period.isdigit():
            series[value.origin, value.measure][value.year] = value
    for by_year in series.values():
        for year, value in by_year.items():
            before = by_year.get(year - 1)
            if before is None or _factor(before.unit) * (before.value or 0.0) <= 0:
                continue
            ratio = (value.value or 0.0) * _factor(value.unit)
            ratio /= (before.value or 0.0) * _factor(before.unit)
            yield _computed(
                (before, value),
                stem=value.indicator + GROWTH,
                indicator=value.quantity[0] + GROWTH,
                number=(ratio - 1) * 100,
                unit="percent",
            )


@kept_with_dataset
def statements(dataset: Dataset) -> Series:
    """Return all values of the catalogue, then the balances and growths computed from them."""
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
    """Return all values by quantity, without computed ones that their origin also prints."""
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
    """Return whether two values are both plans or both measurements, in units of one base."""
    plans = {value.qualifier in INTENTIONS for value in (one, other)}
    partial = any(word in other.quantity[0] for word in PARTS_OF_A_YEAR)
    own_partial = any(word in one.quantity[0] for word in PARTS_OF_A_YEAR)
    return len(plans) == 1 and convertible(one.unit, other.unit) and partial == own_partial
