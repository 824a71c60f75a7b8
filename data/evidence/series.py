"""Yearly series: which tables hold them, which one is shown first, what is computed from them.

Ranges are computed with where the ends of the result are exact. Nothing is computed from a bound
("over 3,000"), a plan or a target, and nothing from the middle of a range.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from data.evidence.catalogue import series_id, values_by_series
from data.evidence.origins import outside_origins
from data.evidence.units import convertible
from data.evidence.values import (
    COMPUTED,
    MEASURED,
    Quantity,
    Series,
    Value,
)
from data.load.dataset import Dataset

DEFAULT_SERIES: Mapping[str, str] = MappingProxyType({"trade": "table7", "investment": "table8"})
"""The longer of the competing tables is shown first; the other is one choice away."""

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
    """Return the origin whose series is shown first; never one outside the dissertation."""
    preferred = DEFAULT_SERIES[table]
    choices = series_choices(dataset, table)
    inside = [code for code in choices if code not in outside_origins(dataset)]
    return preferred if preferred in inside or not inside else inside[0]


def _printed(dataset: Dataset, table: str, indicator: str, origin: str) -> Series:
    """Return the values of a series in their units of print; TableRefusedError for a bad table."""
    dataset.table(table)
    return values_by_series(dataset).get((table, indicator, origin), ())


def series_unit(dataset: Dataset, table: str, indicator: str, origin: str) -> str:
    """Return the unit of a series: that of its indicator, or else the one printed most often.

    Raises
    ------
    TableRefusedError
        Where the table did not load.
    """
    own = dataset.texts("indicators", "unit").get(indicator, "")
    units = [value.unit for value in _printed(dataset, table, indicator, origin)]
    if not units or any(convertible(unit, own) for unit in units):
        return own
    return Counter(units).most_common(1)[0][0]


def printed_series(dataset: Dataset, table: str, indicator: str, origin: str) -> Series:
    """Return one printed series in one unit.

    Values in another unit of the same base are converted; `Value.source` keeps what is
    printed. Values that cannot be converted are left to `other_units`.

    Raises
    ------
    TableRefusedError
        Where the table did not load.
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
        Where the table did not load.
    """
    unit = series_unit(dataset, table, indicator, origin)
    return tuple(
        value
        for value in _printed(dataset, table, indicator, origin)
        if not convertible(value.unit, unit)
    )


def chosen_years(series: Series, years: tuple[int, int]) -> Series:
    """Return the observations from the first to the last of `years`, both included."""
    first, last = years
    return tuple(seen for seen in series if first <= seen.year <= last)


def missing_in(years: Iterable[int]) -> tuple[int, ...]:
    """Return the years between the first and the last of some years that are not among them."""
    known = set(years)
    return tuple(sorted(set(range(min(known), max(known) + 1)) - known)) if known else ()


def missing_years(series: Iterable[Value]) -> tuple[int, ...]:
    """Return the years between the first and the last of a series that it has no value for."""
    return missing_in(seen.year for seen in series)


def _least_firm(inputs: Iterable[Value]) -> str:
    """Return the qualifier of what is computed from some values: that which claims least."""
    qualifiers = {seen.qualifier for seen in inputs}
    return next((name for name in ("inferred", "about") if name in qualifiers), "exact")


def _computed(
    seen: Value, *, indicator: str, quantity: Quantity, inputs: tuple[Value, ...]
) -> Value:
    """Return a computed value that names all its inputs and their paragraphs."""
    return replace(
        seen,
        id=f"{series_id(seen.origin, seen.year, indicator)}:{COMPUTED}",
        indicator=indicator,
        quantity=(indicator, *seen.quantity[1:]),
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        qualifier=_least_firm(inputs),
        paragraph=";".join(part.paragraph for part in inputs if part.paragraph),
        reference="",
        notes=(),
        source=None,
        inputs=tuple(dict.fromkeys(name for part in inputs for name in part.printed_ids)),
    )


def _less(one: float, other: float) -> float:
    """Subtract in decimal arithmetic, so that no digit is added to printed ones."""
    return float(Decimal(str(one)) - Decimal(str(other)))


def _difference(one: Value, other: Value) -> Quantity | None:
    """Return one value less another, a range where one of them is; None for bounds and plans."""
    if one.unit != other.unit or not {one.qualifier, other.qualifier} <= MEASURED:
        return None
    low = _less(one.ends[0], other.ends[1])
    high = _less(one.ends[1], other.ends[0])
    if one.is_range or other.is_range:
        return Quantity(low=low, high=high, unit=one.unit)
    return Quantity(value=low, unit=one.unit)


def trade_balance(dataset: Dataset, origin: str) -> Series:
    """Return exports less imports of Kazakhstan, a range where a range is printed.

    Years without exports or imports, or with a bound, a plan or a target, have no balance.
    """
    exports, imports = (printed_series(dataset, "trade", part, origin) for part in TURNOVER_PARTS)
    bought = {seen.year: seen for seen in imports}
    pairs = [(sold, bought[sold.year]) for sold in exports if sold.year in bought]
    return tuple(
        _computed(pair[0], indicator="balance", quantity=quantity, inputs=pair)
        for pair in pairs
        if (quantity := _difference(*pair)) is not None
    )


def remainder(whole: Value, parts: Sequence[Value]) -> Value | None:
    """Return what some parts leave of a sum, computed; None where it is not positive or exact."""
    rest = whole.measured
    for part in parts:
        if rest is None or part.measured is None or part.unit != whole.unit:
            return None
        rest = _less(rest, part.measured)
    if rest is None or rest <= 0:
        return None
    quantity = Quantity(value=rest, unit=whole.unit)
    return _computed(whole, indicator=whole.indicator, quantity=quantity, inputs=(whole, *parts))


def growth_rate(before: Value, seen: Value) -> float | None:
    """Return the change from one value to another in per cent; None where it is not computable."""
    first, last = before.measured, seen.measured
    if first is None or last is None or first <= 0 or before.unit != seen.unit:
        return None
    return (last / first - 1) * 100


def growth(series: Series, indicator: str) -> Series:
    """Return the growth of a series on the previous year, in per cent.

    A year whose predecessor is missing or not positive has no growth, nor has one where either
    year prints a range, a bound, a plan or a target.

    Parameters
    ----------
    series : tuple of Value
        Values of one indicator from one origin.
    indicator : str
        Name of the growth series.
    """
    by_year = {seen.year: seen for seen in series}
    pairs = [(by_year[seen.year - 1], seen) for seen in series if seen.year - 1 in by_year]
    return tuple(
        _computed(
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
        None where fewer than two years are there, or an end is not positive or no single value.
    """
    if len(series) <= 1:
        return None
    first, last = series[0].measured, series[-1].measured
    if first is None or last is None or min(first, last) <= 0:
        return None
    span = series[-1].year - series[0].year
    return float((last / first) ** (1 / span) - 1) * 100


def total(series: Series) -> float | None:
    """Return the sum of the values of a series, in its unit; None where one is no single value."""
    values = [seen.measured for seen in series]
    return None if None in values else sum(value for value in values if value is not None)
