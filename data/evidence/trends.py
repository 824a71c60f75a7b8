"""Comparison of values, ranges and bounds: direction, highest value, falls, signs."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise

from data.evidence.values import INTENTIONS, MEASURED, Series, Value

NOT_OBSERVED = INTENTIONS | {"inferred"}
"""Qualifiers of values that have no direction of change."""


class Direction(Enum):
    """Direction of change between two values."""

    ROSE = auto()
    FELL = auto()
    SAME = auto()
    UNCLEAR = auto()


def direction(first: Value, last: Value) -> Direction:
    """Return the direction of change from one value to a later one.

    It is `UNCLEAR` if ranges or bounds overlap, or if a value is planned, a target, a forecast or
    inferred.
    """
    if NOT_OBSERVED & {first.qualifier, last.qualifier} or first.unit != last.unit:
        return Direction.UNCLEAR
    if last.bounds[0] > first.bounds[1]:
        return Direction.ROSE
    if last.bounds[1] < first.bounds[0]:
        return Direction.FELL
    same = first.value == last.value is not None and {first.qualifier, last.qualifier} <= MEASURED
    return Direction.SAME if same else Direction.UNCLEAR


def observed(value: Value) -> bool:
    """Return whether a value is neither planned, nor a target, nor a forecast."""
    return value.qualifier not in INTENTIONS


def highest(series: Sequence[Value]) -> Value | None:
    """Return the highest value; None if overlapping ranges or bounds leave it open."""
    candidates = [value for value in series if observed(value)]
    if not candidates:
        return None
    best = max(candidates, key=lambda value: value.bounds[0])
    others = (value for value in candidates if value is not best)
    return best if all(value.bounds[1] <= best.bounds[0] for value in others) else None


def falls(series: Series) -> tuple[tuple[Value, Value], ...]:
    """Return the pairs of consecutive values between which a series certainly falls."""
    return tuple(
        (before, after)
        for before, after in pairwise(series)
        if after.year == before.year + 1 and direction(before, after) is Direction.FELL
    )


def gap_between(one: Value, other: Value) -> float:
    """Return the smallest difference of two values; 0 if their ranges or bounds overlap."""
    low, high = sorted((one.bounds, other.bounds))
    return max(0.0, high[0] - low[1])


def signs(series: Series) -> frozenset[int]:
    """Return the certain signs of values: 1, -1 or 0; values of unclear sign are left out."""
    found = set()
    for value in series:
        low, high = value.bounds
        if low > 0:
            found.add(1)
        elif high < 0:
            found.add(-1)
        elif low == high:
            found.add(0)
    return frozenset(found)


def unsigned(value: Value) -> Value:
    """Return the absolute value of a value or of a range of one sign."""
    if value.value is not None:
        return replace(value, value=abs(value.value))
    low, high = sorted(abs(end) for end in value.ends)
    return replace(value, low=low, high=high)
