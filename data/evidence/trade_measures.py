"""Measures computed from the trade series of one origin: contributions, index, share, growth rates.

Nothing is computed from a range, a bound, a plan or a target, and no missing year is filled.
"""

from collections.abc import Iterator
from dataclasses import replace

from data.evidence.series import (
    TURNOVER_PARTS,
    chosen_years,
    computed_value,
    growth,
    printed_series,
)
from data.evidence.values import Quantity, Series, Value
from data.load.dataset import Dataset

GROWTH = "growth"
EXPORTS_POINTS = "exports_points"
IMPORTS_POINTS = "imports_points"
INDEX = "index"
SHARE = "export_share"
COMPOUND = "compound"

PART_OF = {EXPORTS_POINTS: "exports", IMPORTS_POINTS: "imports"}
"""Part of turnover whose contribution a measure shows."""

EXPORT_SHARE = "exports_share_of_turnover"
"""Indicator of the share of exports, as in the table of facts."""


def _numbers(*values: Value) -> tuple[float, ...] | None:
    """Return the numbers of values in one unit; None if any is not a measured number."""
    numbers = tuple(value.measured for value in values)
    if len({value.unit for value in values}) > 1 or None in numbers:
        return None
    return tuple(number for number in numbers if number is not None)


def contributions(part: Series, turnover: Series) -> Series:
    """Return the change of a part in per cent of the turnover of the previous year.

    The contributions of exports and imports add up to the growth of turnover where the printed
    turnover is their sum.

    Parameters
    ----------
    part : tuple of Value
        Exports or imports.
    turnover : tuple of Value
        Turnover of the same origin.

    Returns
    -------
    tuple of Value
        Contributions in percentage points; a year has none without all three inputs.
    """
    amounts = {value.year: value for value in part}
    totals = {value.year: value for value in turnover}
    found = []
    for value in part:
        before, base = amounts.get(value.year - 1), totals.get(value.year - 1)
        if before is None or base is None:
            continue
        numbers = _numbers(before, value, base)
        if numbers is None or numbers[2] <= 0:
            continue
        points = (numbers[1] - numbers[0]) / numbers[2] * 100
        found.append(
            computed_value(
                value,
                indicator=f"{value.indicator}_contribution",
                quantity=Quantity(value=points, unit="percentage_points"),
                inputs=(before, value, base),
            )
        )
    return tuple(found)


def _since(value: Value, base: Value, *, indicator: str, quantity: Quantity) -> Value:
    """Return a value computed from a base year, which its identifier names."""
    inputs = (base,) if base is value else (base, value)
    made = computed_value(value, indicator=indicator, quantity=quantity, inputs=inputs)
    start, _, method = made.id.rpartition(":")
    return replace(made, id=f"{start}_since_{base.year}:{method}")


def _on_first(series: Series) -> Iterator[tuple[Value, Value, float]]:
    """Yield the first value, each value that can be compared with it, and their ratio."""
    for value in series:
        numbers = _numbers(series[0], value)
        if numbers and numbers[0] > 0:
            yield series[0], value, numbers[1] / numbers[0]


def index_of(series: Series) -> Series:
    """Return a series in per cent of its first value; empty if that is no positive number."""
    return tuple(
        _since(
            value,
            base,
            indicator=f"{value.indicator}_index",
            quantity=Quantity(value=ratio * 100, unit="index"),
        )
        for base, value, ratio in _on_first(series)
    )


def compound_since(series: Series) -> Series:
    """Return for each later value the compound annual growth since the first one, in per cent."""
    return tuple(
        _since(
            value,
            base,
            indicator=f"{value.indicator}_compound_growth",
            quantity=Quantity(
                value=float(ratio ** (1 / (value.year - base.year)) - 1) * 100, unit="percent"
            ),
        )
        for base, value, ratio in _on_first(series)
        if value is not base and ratio > 0
    )


def shares(part: Series, whole: Series, indicator: str) -> Series:
    """Return a part in per cent of the whole by year; a year has none without both numbers."""
    totals = {value.year: value for value in whole}
    found = []
    for value in part:
        whole_of_year = totals.get(value.year)
        numbers = _numbers(value, whole_of_year) if whole_of_year else None
        if whole_of_year is None or numbers is None or numbers[1] <= 0:
            continue
        quantity = Quantity(value=numbers[0] / numbers[1] * 100, unit="percent")
        inputs = (value, whole_of_year)
        found.append(computed_value(value, indicator=indicator, quantity=quantity, inputs=inputs))
    return tuple(found)


def measured_series(
    dataset: Dataset, origin: str, measure: str, years: tuple[int, int]
) -> tuple[Series, ...]:
    """Return a measure of trade in selected years, then the measures to state beside it.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    origin : str
        Origin of the series.
    measure : str
        Code of the measure.
    years : tuple of int
        First and last selected year.

    Returns
    -------
    tuple of tuple of Value
        The measure; for a contribution also that of the other part and the growth of turnover, for
        the index of turnover also those of exports and imports.
    """
    turnover = printed_series(dataset, "trade", "turnover", origin)
    parts = {part: printed_series(dataset, "trade", part, origin) for part in TURNOVER_PARTS}
    if measure in PART_OF:
        first = PART_OF[measure]
        order = (first, *(part for part in TURNOVER_PARTS if part != first))
        found = (
            *(contributions(parts[part], turnover) for part in order),
            growth(turnover, "turnover_growth"),
        )
        return tuple(chosen_years(series, years) for series in found)
    if measure == INDEX:
        chosen = (chosen_years(series, years) for series in (turnover, *parts.values()))
        return tuple(index_of(series) for series in chosen)
    if measure == SHARE:
        return (chosen_years(shares(parts["exports"], turnover, EXPORT_SHARE), years),)
    if measure == COMPOUND:
        return (compound_since(chosen_years(turnover, years)),)
    return (chosen_years(growth(turnover, "turnover_growth"), years),)
