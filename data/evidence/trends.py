"""Comparison of values, ranges and bounds: direction, highest value, falls, signs."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise

from data.evidence.values import INTENTIONS, MEASURED, Series, Value

NOT_OBSERVED = INTENTIONS | {"inferred"}
"""Qualifiers of values that have no direction of change."""


class Direction(Enum):
    """How one value compares with an earlier one."""

    ROSE = auto()
    FELL = auto()
    SAME = auto()
    UNCLEAR = auto()


def direction(first: Value, last: Value) -> Direction:
    """Return how a value compares with an earlier one.

    It is unclear where ranges or bounds overlap, and where a value is planned, a target or
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


def observed(seen: Value) -> bool:
    """Return whether a value is neither planned nor a target."""
    return seen.qualifier not in INTENTIONS


def highest(series: Sequence[Value]) -> Value | None:
    """Return the observation that no other exceeds; None where that is not certain."""
    candidates = [seen for seen in series if observed(seen)]
    if not candidates:
        return None
    best = max(candidates, key=lambda seen: seen.bounds[0])
    others = (seen for seen in candidates if seen is not best)
    return best if all(seen.bounds[1] <= best.bounds[0] for seen in others) else None


def falls(series: Series) -> tuple[tuple[Value, Value], ...]:
    """Return the pairs of years in a row in which a series certainly falls."""
    return tuple(
        (before, seen)
        for before, seen in pairwise(series)
        if seen.year == before.year + 1 and direction(before, seen) is Direction.FELL
    )


def gap_between(one: Value, other: Value) -> float:
    """Return by how much two values differ at least; 0 where their ranges or bounds overlap."""
    low, high = sorted((one.bounds, other.bounds))
    return max(0.0, high[0] - low[1])


def signs(series: Series) -> frozenset[int]:
    """Return the signs that values certainly have: 1, -1 or 0, without those that are unclear."""
    found = set()
    for seen in series:
        low, high = seen.bounds
        if low > 0:
            found.add(1)
        elif high < 0:
            found.add(-1)
        elif low == high:
            found.add(0)
    return frozenset(found)


def unsigned(seen: Value) -> Value:
    """Return a value or a range that is all of one sign, without its sign."""
    if seen.value is not None:
        return replace(seen, value=abs(seen.value))
    low, high = sorted(abs(end) for end in seen.ends)
    return replace(seen, low=low, high=high)
