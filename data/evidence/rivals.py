"""Rival values: other values of the source for a quantity stated in a headline.

A rival is another printed value of the same quantity and period, the result of the same computation
from another table or passage, or another value in a recorded contradiction about the stated one.
Values that agree after conversion, rounding or by their qualifier are no rivals. No average is
computed and no rival is preferred.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from data.evidence.audit import SEVERITIES, Conflict, contradictions, contradictions_by_row
from data.evidence.catalogue import catalogue, values_by_id
from data.evidence.statements import agree, base_of, by_quantity, comparable, named_in, statements
from data.evidence.values import SERIES_TABLES, Series, Value
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

DISPUTES = frozenset({"tables_disagree", "text_vs_table", "text_vs_text"})
"""Kinds of recorded conflicts between values."""


@dataclass(frozen=True, kw_only=True)
class Rival:
    """Another value of a stated quantity.

    Attributes
    ----------
    value : Value
        The value in the unit of the stated one, with all its paragraphs in `origins`.
    ids : tuple of str
        Identifiers of the printed values, or of the inputs of a computed value.
    origins : tuple of str
        Codes of the origins that print it.
    same_quantity : bool
        Whether it measures the stated quantity; False if only a recorded contradiction relates
        the two.
    """

    value: Value
    ids: tuple[str, ...]
    origins: tuple[str, ...]
    same_quantity: bool

    @property
    def period(self) -> str:
        """Year or span of the value; empty if the source prints none."""
        return self.value.period

    @property
    def number(self) -> float | None:
        """The value, or None for a range."""
        return self.value.value


def _dates(value: Value, dataset: Dataset) -> frozenset[str]:
    """Return the period of a value; without one, the periods of equal values of its origin."""
    if value.period:
        return frozenset({value.period})
    alike = by_quantity(dataset).get((value.measure, base_of(value)), ())
    return frozenset(
        other.period
        for other in alike
        if other.period and other.origin == value.origin and agree(value, other)
    )


@kept_with_dataset
def _yearly_quantities(dataset: Dataset) -> frozenset[tuple[str, str, str]]:
    return frozenset(value.measure for value in catalogue(dataset) if value.table in SERIES_TABLES)


def _recorded_against(stated: Value, conflict: Conflict, dataset: Dataset) -> Iterator[Value]:
    """Yield the other values of a recorded contradiction about a stated value.

    A value without a period is included if it measures the same quantity, or that of a yearly
    series. Another indicator is included only if the origin of the stated value has one indicator
    in this conflict, so that exports are never compared with imports.
    """
    known = values_by_id(dataset)
    rows = [known[row] for row in conflict.rows if row in known]
    own = {row.measure for row in rows if row.origin == stated.origin}
    yearly = _yearly_quantities(dataset)
    for row in rows:
        if row.measure == stated.measure:
            dates, wanted = _dates(row, dataset), _dates(stated, dataset)
            counts = not dates or not wanted or not dates.isdisjoint(wanted)
        elif stated.inputs or len(own) > 1:
            counts = False
        elif row.period:
            counts = row.period == stated.period
        else:
            counts = bool(stated.period) and row.measure in yearly
        if counts:
            yield row


def _candidates(stated: Value, dataset: Dataset) -> Iterator[Value]:
    """Yield all values to compare with a stated one, whether they agree or not."""
    for other in by_quantity(dataset).get((stated.measure, base_of(stated)), ()):
        if other.period == stated.period:
            yield other
    touched = contradictions_by_row(dataset)
    names = (*stated.printed_ids, *filter(None, (stated.twin,)))
    named = {conflict.id: conflict for name in names for conflict in touched.get(name, ())}
    for conflict in named.values():
        if conflict.kind in DISPUTES and named_in(stated, conflict):
            yield from _recorded_against(stated, conflict, dataset)


def _merged(stated: Value, others: Iterable[Value]) -> tuple[Rival, ...]:
    """Merge equal rivals; an undated rival is merged into a dated one of the same value."""
    found: dict[tuple[object, ...], list[Value]] = {}
    for other in others:
        value = other.in_unit(stated.unit)
        same = other.measure == stated.measure
        key = (value.value, value.low, value.high, value.period or stated.period, same)
        found.setdefault(key, []).append(value)
    merged = []
    for group in found.values():
        group.sort(key=lambda value: not value.period)
        first = group[0]
        paragraphs = dict.fromkeys(
            number
            for value in group
            for number in value.paragraph.split(";")
            if number and value.origin == first.origin
        )
        merged.append(
            Rival(
                value=replace(first, paragraph=";".join(sorted(paragraphs, key=int))),
                ids=tuple(dict.fromkeys(name for value in group for name in value.printed_ids)),
                origins=tuple(dict.fromkeys(value.origin for value in group)),
                same_quantity=first.measure == stated.measure,
            )
        )
    merged.sort(
        key=lambda rival: (
            not rival.same_quantity,
            not rival.period,
            not rival.origins[0].startswith("table"),
        )
    )
    return tuple(merged)


@kept_with_dataset
def rivals(dataset: Dataset) -> Mapping[str, tuple[Rival, ...]]:
    """Return the rivals of every value that has any, by identifier.

    Values of the same quantity come first, dated before undated.
    """
    found = {}
    for stated in statements(dataset):
        others = {
            other.id: other
            for other in _candidates(stated, dataset)
            if other.id != stated.id and comparable(stated, other) and not agree(stated, other)
        }
        if others:
            found[stated.id] = _merged(stated, others.values())
    return found


def rivals_of(stated: Value, dataset: Dataset) -> tuple[Rival, ...]:
    """Return the rivals of a value of a series, in the unit of the value.

    Parameters
    ----------
    stated : Value
        A printed or computed value; one without a single number has no rivals.
    dataset : Dataset
        All tables.
    """
    if stated.value is None:
        return ()
    return tuple(
        replace(rival, value=rival.value.in_unit(stated.unit))
        for rival in rivals(dataset).get(stated.id, ())
    )


def is_contested(series: Series, dataset: Dataset) -> bool:
    """Return whether any value of a series has a rival."""
    return any(rivals_of(value, dataset) for value in series)


@kept_with_dataset
def _stated_by_id(dataset: Dataset) -> Mapping[str, Value]:
    return {value.id: value for value in statements(dataset)}


def compound_growth_elsewhere(series: Series, dataset: Dataset) -> tuple[tuple[str, float], ...]:
    """Return the compound annual growth over the same years in other origins, in per cent.

    Only origins with rivals of both the first and the last value are included; an origin with
    several values for one of these years is left out.

    Returns
    -------
    tuple of (str, float)
        Origin code and growth.
    """
    if len(series) <= 1:
        return ()
    span = series[-1].year - series[0].year
    ends = []
    for value in (series[0], series[-1]):
        numbers: dict[str, list[float]] = defaultdict(list)
        for rival in rivals_of(value, dataset):
            if rival.same_quantity and rival.period and rival.number is not None:
                for origin in rival.origins:
                    numbers[origin].append(rival.number)
        ends.append({origin: own[0] for origin, own in numbers.items() if len(own) == 1})
    first, last = ends
    return tuple(
        (origin, ((last[origin] / value) ** (1 / span) - 1) * 100)
        for origin, value in first.items()
        if origin in last and min(value, last[origin]) > 0
    )


def extremes_elsewhere(
    series: Series, dataset: Dataset, *, years: tuple[int, int], highest: bool
) -> tuple[Rival, ...]:
    """Return rivals that place the highest or lowest value of a series in another year.

    Parameters
    ----------
    series : tuple of Value
        The ranked values, all of one indicator and origin.
    dataset : Dataset
        All tables.
    years : tuple of int
        First and last selected year; other origins may print years missing in the series.
    highest : bool
        True for the highest value, False for the lowest.

    Returns
    -------
    tuple of Rival
        The extreme of each other origin, in the unit of the series, if it lies in another year and
        either exceeds the stated one or its origin also prints the stated year.
    """
    sign = 1 if highest else -1
    single = {value: value.value for value in series if value.value is not None}
    best = max(single, key=lambda value: sign * single[value], default=None)
    own = _stated_by_id(dataset).get(best.id) if best else None
    if best is None or own is None:
        return ()
    by_origin: dict[str, list[Value]] = defaultdict(list)
    for other in by_quantity(dataset).get((own.measure, base_of(own)), ()):
        dated = other.period.isdigit() and years[0] <= other.year <= years[1]
        if dated and other.value is not None and comparable(own, other):
            by_origin[other.origin].append(other.in_unit(best.unit))
    by_origin.pop(best.origin, None)
    found = []
    for others in by_origin.values():
        other = max(others, key=lambda value: sign * (value.value or 0.0))
        if other.period == best.period:
            continue
        beyond = sign * (other.value or 0.0) > sign * single[best] and not agree(own, other)
        if beyond or best.period in {value.period for value in others}:
            found.append(
                Rival(
                    value=other,
                    ids=other.printed_ids,
                    origins=(other.origin,),
                    same_quantity=True,
                )
            )
    return tuple(found)


def paragraphs_against(before: Value, after: Value, dataset: Dataset) -> tuple[str, ...]:
    """Return the paragraphs whose wording contradicts the change between two values.

    They are named in recorded contradictions about both values; records of low severity are left
    out.
    """
    wanted = {before.id, after.id}
    return tuple(
        dict.fromkeys(
            row[1:]
            for conflict in contradictions(dataset)
            if conflict.kind in DISPUTES
            and conflict.severity != SEVERITIES[-1]
            and wanted <= set(conflict.rows)
            for row in conflict.rows
            if row.startswith("p") and row[1:].isdigit()
        )
    )
