"""Yearly series: printed values, default series, and computed balance, growth and total.

Differences of ranges are computed from their ends, never from the middle. Nothing is computed from
a bound ("over 3,000"), a plan or a target.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from data.evidence.catalogue import values_by_series
from data.evidence.origins import outside_origins
from data.evidence.units import convertible
from data.evidence.values import (
    COMPUTED,
    MEASURED,
    SERIES_TABLES,
    Quantity,
    Series,
    Value,
)
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.load.identifiers import series_id

DEFAULT_SERIES: Mapping[str, str] = MappingProxyType({"trade": "table7", "investment": "table8"})
"""Default origin of each table with competing series: the one with more years."""

TURNOVER_PARTS = ("exports", "imports")


def series_choices(dataset: Dataset, table: str) -> tuple[str, ...]:
    """Return the origin codes of the competing series of `table`, in the order of the file.

    Origins outside the dissertation come last.
    """
    if table not in dataset.tables:
        return ()
    outside = outside_origins(dataset)
    # Ten times faster than `drop_duplicates` on some thirty rows.
    found = dict.fromkeys(map(str, dataset.tables[table]["origin"]))
    return tuple(sorted(found, key=outside.__contains__))


def first_series(dataset: Dataset, table: str) -> str:
    """Return the origin of the default series; never one outside the dissertation."""
    preferred = DEFAULT_SERIES[table]
    choices = series_choices(dataset, table)
    inside = [code for code in choices if code not in outside_origins(dataset)]
    return preferred if preferred in inside or not inside else inside[0]


@kept_with_dataset
def covered_years(dataset: Dataset) -> tuple[int, int] | None:
    """Return the first and the last year of the yearly tables; None if none of them loaded."""
    found = [
        int(year)
        for name in SERIES_TABLES
        if name in dataset.tables
        for year in dataset.tables[name]["year"]
    ]
    return (min(found), max(found)) if found else None


def _printed(dataset: Dataset, table: str, indicator: str, origin: str) -> Series:
    """Return the values of a series in their printed units; raise if the table did not load."""
    dataset.table(table)
    return values_by_series(dataset).get((table, indicator, origin), ())


def series_unit(dataset: Dataset, table: str, indicator: str, origin: str) -> str:
    """Return the unit of a series: that of its indicator, otherwise the one printed most often.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    table : str
        Name of a yearly table.
    indicator, origin : str
        Codes of the series.

    Raises
    ------
    TableRefusedError
        If the table did not load.
    """
    own = dataset.texts("indicators", "unit").get(indicator, "")
    units = [value.unit for value in _printed(dataset, table, indicator, origin)]
    if not units or any(convertible(unit, own) for unit in units):
        return own
    return Counter(units).most_common(1)[0][0]


def printed_series(dataset: Dataset, table: str, indicator: str, origin: str) -> Series:
    """Return a printed series in one unit.

    Values in another unit of the same base are converted; `Value.source` keeps the printed
    quantity. `other_units` returns the values that cannot be converted.

    Raises
    ------
    TableRefusedError
        If the table did not load.
    """
    unit = series_unit(dataset, table, indicator, origin)
    return tuple(
        value.in_unit(unit)
        for value in _printed(dataset, table, indicator, origin)
        if convertible(value.unit, unit)
    )


def other_units(dataset: Dataset, table: str, indicator: str, origin: str) -> Series:
    """Return the values of a series whose units cannot be converted to that of the series.

    Raises
    ------
    TableRefusedError
        If the table did not load.
    """
    unit = series_unit(dataset, table, indicator, origin)
    return tuple(
        value
        for value in _printed(dataset, table, indicator, origin)
        if not convertible(value.unit, unit)
    )


def chosen_years(series: Series, years: tuple[int, int]) -> Series:
    """Return the values from the first to the last of `years`, both included."""
    first, last = years
    return tuple(value for value in series if first <= value.year <= last)


def missing_in(years: Iterable[int]) -> tuple[int, ...]:
    """Return the years missing between the first and the last of some years."""
    known = set(years)
    return tuple(sorted(set(range(min(known), max(known) + 1)) - known)) if known else ()


def missing_years(series: Iterable[Value]) -> tuple[int, ...]:
    """Return the years without a value between the first and the last of a series."""
    return missing_in(value.year for value in series)


def _least_firm(inputs: Iterable[Value]) -> str:
    """Return the qualifier of a computed value: the least certain one of its inputs."""
    qualifiers = {value.qualifier for value in inputs}
    return next((name for name in ("inferred", "about") if name in qualifiers), "exact")


def computed_value(
    value: Value, *, indicator: str, quantity: Quantity, inputs: tuple[Value, ...]
) -> Value:
    """Return a computed value with the identifiers and paragraphs of its inputs.

    Parameters
    ----------
    value : Value
        An input that gives the computed value its period, origin and names.
    indicator : str
        Indicator of the computed value.
    quantity : Quantity
        The result.
    inputs : tuple of Value
        All inputs.
    """
    return replace(
        value,
        id=f"{series_id(value.origin, value.period, indicator)}:{COMPUTED}",
        indicator=indicator,
        quantity=(indicator, *value.quantity[1:]),
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        qualifier=_least_firm(inputs),
        paragraph=";".join(part.paragraph for part in inputs if part.paragraph),
        reference="",
        speaker="",
        notes=(),
        source=None,
        inputs=tuple(dict.fromkeys(name for part in inputs for name in part.printed_ids)),
    )


def _less(one: float, other: float) -> float:
    """Subtract in decimal arithmetic, to avoid digits of binary rounding."""
    return float(Decimal(str(one)) - Decimal(str(other)))


def _difference(one: Value, other: Value) -> Quantity | None:
    """Return `one` minus `other`, as a range if either is one; None for bounds and plans."""
    if one.unit != other.unit or not {one.qualifier, other.qualifier} <= MEASURED:
        return None
    low = _less(one.ends[0], other.ends[1])
    high = _less(one.ends[1], other.ends[0])
    if one.is_range or other.is_range:
        return Quantity(low=low, high=high, unit=one.unit)
    return Quantity(value=low, unit=one.unit)


def difference_of(one: Value, other: Value, indicator: str) -> Value | None:
    """Return one value minus another as a computed value; None for ranges, bounds and plans."""
    quantity = _difference(one, other)
    if quantity is None or quantity.value is None:
        return None
    return computed_value(one, indicator=indicator, quantity=quantity, inputs=(one, other))


def trade_balance(dataset: Dataset, origin: str) -> Series:
    """Return exports minus imports of Kazakhstan by year; a range if either is one.

    Years without exports or imports, or with a bound, a plan or a target, have no balance.
    """
    exports, imports = (printed_series(dataset, "trade", part, origin) for part in TURNOVER_PARTS)
    bought = {value.year: value for value in imports}
    pairs = [(sold, bought[sold.year]) for sold in exports if sold.year in bought]
    return tuple(
        computed_value(pair[0], indicator="balance", quantity=quantity, inputs=pair)
        for pair in pairs
        if (quantity := _difference(*pair)) is not None
    )


def remainder(whole: Value, parts: Sequence[Value]) -> Value | None:
    """Return a total minus its parts; None if the result is not positive or not exact.

    Parameters
    ----------
    whole : Value
        The total.
    parts : sequence of Value
        The parts to subtract.
    """
    rest = whole.measured
    for part in parts:
        if rest is None or part.measured is None or part.unit != whole.unit:
            return None
        rest = _less(rest, part.measured)
    if rest is None or rest <= 0:
        return None
    quantity = Quantity(value=rest, unit=whole.unit)
    return computed_value(
        whole, indicator=whole.indicator, quantity=quantity, inputs=(whole, *parts)
    )


def growth_rate(before: Value, after: Value) -> float | None:
    """Return the change from one value to another in per cent; None if not computable."""
    first, last = before.measured, after.measured
    if first is None or last is None or first <= 0 or before.unit != after.unit:
        return None
    return (last / first - 1) * 100


def growth(series: Series, indicator: str) -> Series:
    """Return the growth of a series on the previous year, in per cent.

    A year has no growth if the previous year is missing or not positive, or if either value is a
    range, a bound, a plan or a target.

    Parameters
    ----------
    series : tuple of Value
        Values of one indicator from one origin.
    indicator : str
        Indicator of the returned series.
    """
    by_year = {value.year: value for value in series}
    pairs = [(by_year[value.year - 1], value) for value in series if value.year - 1 in by_year]
    return tuple(
        computed_value(
            pair[1],
            indicator=indicator,
            quantity=Quantity(value=rate, unit="percent"),
            inputs=pair,
        )
        for pair in pairs
        if (rate := growth_rate(*pair)) is not None
    )


def compound_growth(series: Series) -> float | None:
    """Return the compound annual growth rate of a series, in per cent.

    The rate r solves ``last = first * (1 + r / 100) ** (last year - first year)``.

    Returns
    -------
    float or None
        None with fewer than two years, or if the first or last value is not positive or is not a
        single number.
    """
    if len(series) <= 1:
        return None
    first, last = series[0].measured, series[-1].measured
    if first is None or last is None or min(first, last) <= 0:
        return None
    span = series[-1].year - series[0].year
    return float((last / first) ** (1 / span) - 1) * 100


def total(series: Series) -> float | None:
    """Return the sum of a series, in its unit; None if any value is not a single number."""
    values = [value.measured for value in series]
    return None if None in values else sum(value for value in values if value is not None)
