"""Averages of an amount per counted thing, by year."""

from dataclasses import replace

from data.evidence.series import computed_value
from data.evidence.values import Quantity, Series, Value

DECIMALS = 1


def averages(amounts: Series, counts: Series, indicator: str) -> Series:
    """Return an amount divided by a count by year, in the unit of the amount.

    A year has no average if one of both is missing, or is a range, a bound, a plan or a target, or
    if nothing is counted.

    Parameters
    ----------
    amounts, counts : tuple of Value
        The amounts and the counts of one origin.
    indicator : str
        Indicator of the returned series.
    """
    by_year = {value.year: value for value in amounts}
    found = []
    for count in counts:
        amount = by_year.get(count.year)
        if amount is None or amount.measured is None or not (count.measured or 0.0) > 0:
            continue
        quantity = Quantity(value=amount.measured / (count.measured or 1.0), unit=amount.unit)
        inputs = (amount, count)
        found.append(computed_value(amount, indicator=indicator, quantity=quantity, inputs=inputs))
    return tuple(found)


def rounded(value: Value) -> Value:
    """Return a computed value with one decimal, for a sentence."""
    return replace(value, value=None if value.value is None else round(value.value, DECIMALS))
