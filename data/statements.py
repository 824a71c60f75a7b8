"""Statements: every value the source prints, and what follows from one table or paragraph.

Statements of one quantity can be compared, whatever table, section or unit they are printed in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from math import inf

from data.audit import Conflict
from data.catalogue import Entry, catalogue
from data.dataset import Dataset
from data.languages import LANGUAGE_CODES
from data.series import COMPUTED, PRINTED, SERIES_TABLES, TURNOVER_PARTS
from data.units import base_unit

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


def _base(unit: str) -> str:
    return base_unit(unit)[0]


def _factor(unit: str) -> float:
    return base_unit(unit)[1]


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A value that the source prints, or that follows from what one table or passage prints.

    Attributes
    ----------
    entry : Entry
        The value; that of a computed statement has an identifier of its own.
    inputs : tuple of str
        Catalogue entries that it is computed from; none where it is printed.
    twin : str
        Identifier under which the same value may be printed.
    """

    entry: Entry
    inputs: tuple[str, ...] = ()
    twin: str = ""

    @property
    def method(self) -> str:
        """Return `COMPUTED` or `PRINTED`."""
        return COMPUTED if self.inputs else PRINTED

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the catalogue entries that give the value."""
        return self.inputs or (self.entry.id,)

    @property
    def quantity(self) -> tuple[str, str, str]:
        """Return what is measured: indicator, entity and counterpart."""
        return self.entry.quantity[:3]

    @property
    def base(self) -> str:
        """Return the base unit."""
        return _base(self.entry.unit)

    def named_in(self, conflict: Conflict) -> bool:
        """Tell whether a conflict names this value, or all that it is computed from."""
        rows = set(conflict.rows)
        return rows.issuperset(self.ids) or self.twin in rows


def _half_step(entry: Entry, *, by_place: bool = False) -> float:
    """Return half of the last printed digit; with `by_place`, of the last digit that is no zero."""
    exponent = int(Decimal(str(entry.value)).normalize().as_tuple().exponent)
    return float(10.0 ** (exponent if by_place else min(exponent, 0))) / 2


def _ends(statement: Statement) -> tuple[float, float]:
    """Return the values that a statement allows, in its base unit, by rounding and qualifier."""
    entry, factor = statement.entry, _factor(statement.entry.unit)
    value = entry.value
    if value is None:
        low = -inf if entry.low is None else entry.low
        high = inf if entry.high is None else entry.high
        return low * factor, high * factor
    half = _half_step(entry)
    if statement.method == COMPUTED:
        half = PER_CENT_HALF_STEP if entry.unit == "percent" else 0.0
    step = 2 * _half_step(entry, by_place=True)
    low, high = {
        "about": (value - ABOUT * abs(value), value + ABOUT * abs(value)),
        "over": (value, value + step),
        "under": (value - step, value),
        "up_to": (min(0.0, value), value),
    }.get(entry.qualifier, (value - half, value + half))
    return low * factor, high * factor


def agree(one: Statement, other: Statement) -> bool:
    """Tell whether two statements of one quantity can both hold."""
    (low, high), (other_low, other_high) = _ends(one), _ends(other)
    scale = max(abs(end) for end in (low, high, other_low, other_high) if abs(end) < inf)
    close = 1e-9 * scale
    return (
        max(low, other_low) < min(high, other_high) - close
        or abs(low - other_low) + abs(high - other_high) <= close
    )


def _measurable(entry: Entry) -> bool:
    has_size = not entry.value is entry.low is entry.high is None
    return has_size and bool(entry.quantity[0]) and entry.qualifier != INFERRED


def _source(entry: Entry) -> tuple[str, str]:
    """Return within what values belong together: a table, or one paragraph of the text."""
    return entry.origin, "" if entry.table in SERIES_TABLES else entry.paragraph


def _computed(
    inputs: tuple[Entry, ...], *, stem: str, indicator: str, value: float, unit: str
) -> Statement:
    """Return a computed statement about the period of the last input."""
    first = inputs[-1]
    _origin, paragraph = _source(first)
    identifier = f"{first.origin}:{first.period}:{stem}"
    exact = all(part.qualifier == "exact" for part in inputs)
    entry = replace(
        first,
        id=f"{identifier}:{paragraph or COMPUTED}",
        quantity=(indicator, *first.quantity[1:]),
        value=value,
        unit=unit,
        qualifier="exact" if exact else "about",
        paragraph=";".join(dict.fromkeys(part.paragraph for part in inputs)),
        notes=("",) * len(LANGUAGE_CODES),
    )
    return Statement(entry=entry, inputs=tuple(part.id for part in inputs), twin=identifier)


def _balances(entries: Iterable[Entry]) -> Iterator[Statement]:
    """Compute exports less imports wherever one table or paragraph prints both for a period."""
    found: dict[tuple[object, ...], dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        if entry.quantity[0] in TURNOVER_PARTS:
            key = (_source(entry), *entry.quantity[1:])
            found[key][entry.quantity[0]].append(entry)
    for parts in found.values():
        for sold in parts["exports"]:
            for bought in parts["imports"]:
                if _base(sold.unit) != _base(bought.unit):
                    continue
                paid = (bought.value or 0.0) * _factor(bought.unit) / _factor(sold.unit)
                yield _computed(
                    (sold, bought),
                    stem=BALANCE,
                    indicator="trade_balance",
                    value=round((sold.value or 0.0) - paid, 6),
                    unit=sold.unit,
                )


def _growths(entries: Iterable[Entry]) -> Iterator[Statement]:
    """Compute the growth of every yearly series on the year before, in per cent."""
    series: dict[tuple[object, ...], dict[int, Entry]] = defaultdict(dict)
    for entry in entries:
        if entry.table in SERIES_TABLES and entry.period.isdigit():
            key = (entry.origin, entry.quantity[:3])
            series[key][int(entry.period)] = entry
    for values in series.values():
        for year, seen in values.items():
            before = values.get(year - 1)
            if before is None or _factor(before.unit) * (before.value or 0.0) <= 0:
                continue
            ratio = (seen.value or 0.0) * _factor(seen.unit)
            ratio /= (before.value or 0.0) * _factor(before.unit)
            yield _computed(
                (before, seen),
                stem=seen.id.rpartition(":")[2] + GROWTH,
                indicator=seen.quantity[0] + GROWTH,
                value=(ratio - 1) * 100,
                unit="percent",
            )


@lru_cache(maxsize=2)
def statements(dataset: Dataset) -> tuple[Statement, ...]:
    """Return every value of the catalogue, then the balances and growths that follow from them."""
    printed = [entry for entry in catalogue(dataset) if _measurable(entry)]
    measured = [
        entry
        for entry in printed
        if entry.value is not None and entry.qualifier in ("exact", "about")
    ]
    computed = (*_balances(measured), *_growths(measured))
    return (*(Statement(entry=entry) for entry in printed), *computed)


Key = tuple[tuple[str, str, str], str]
"""Indicator, entity and counterpart, and the base unit."""


@lru_cache(maxsize=2)
def by_quantity(dataset: Dataset) -> Mapping[Key, tuple[Statement, ...]]:
    """Return all statements by quantity; one computed where its origin prints it is left out."""
    found: dict[Key, list[Statement]] = defaultdict(list)
    for statement in statements(dataset):
        group = found[statement.quantity, statement.base]
        printed_too = statement.inputs and any(
            other.method == PRINTED
            and other.entry.origin == statement.entry.origin
            and other.entry.period == statement.entry.period
            and agree(other, statement)
            for other in group
        )
        if not printed_too:
            group.append(statement)
    return {key: tuple(group) for key, group in found.items()}


def comparable(one: Statement, other: Statement) -> bool:
    """Tell whether two statements are both plans or both measurements, in the same base unit."""
    plans = {statement.entry.qualifier in PLANS for statement in (one, other)}
    partial = any(word in other.entry.quantity[0] for word in PARTS_OF_A_YEAR)
    own_partial = any(word in one.entry.quantity[0] for word in PARTS_OF_A_YEAR)
    return len(plans) == 1 and one.base == other.base and partial == own_partial


def in_unit(entry: Entry, unit: str) -> Entry:
    """Return an entry with its sizes converted to another unit of the same base."""
    if entry.unit == unit:
        return entry
    factor = _factor(entry.unit) / _factor(unit)
    sizes = (
        None if size is None else round(size * factor, 6)
        for size in (entry.value, entry.low, entry.high)
    )
    value, low, high = sizes
    return replace(entry, value=value, low=low, high=high, unit=unit)
