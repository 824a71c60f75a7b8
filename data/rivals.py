"""Rival values: what else the source gives for a quantity that a headline states.

A rival is another printed value of the same quantity and period, the same computation from another
table or passage, or a value that a recorded contradiction sets against the stated one. Values that
agree after conversion, rounding or by their qualifier are no rivals. Nothing is averaged or chosen.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from data.audit import SEVERITIES, Conflict, conflicts, conflicts_by_row
from data.catalogue import Entry, catalogue, entries_by_id
from data.dataset import Dataset
from data.series import COMPUTED, SERIES_TABLES, Observation, Series
from data.statements import Statement, agree, by_quantity, comparable, in_unit, statements

DISPUTES = frozenset({"tables_disagree", "text_vs_table", "text_vs_text"})
"""Kinds of recorded conflicts that set values against each other."""


@dataclass(frozen=True, kw_only=True)
class Rival:
    """Another value of a stated quantity.

    Attributes
    ----------
    entry : Entry
        The value in the unit of the stated one; its paragraphs are all that give it in `origins`.
    ids : tuple of str
        Catalogue entries that give it; those it is computed from, where it is computed.
    origins : tuple of str
        Where it stands.
    method : str
        `PRINTED` or `COMPUTED`.
    same_quantity : bool
        Whether it measures what is stated; False where only a record sets the two against each
        other.
    """

    entry: Entry
    ids: tuple[str, ...]
    origins: tuple[str, ...]
    method: str
    same_quantity: bool

    @property
    def period(self) -> str:
        """Year or span it holds for; empty where the source prints none."""
        return self.entry.period

    @property
    def number(self) -> float | None:
        """The value, or None for a range."""
        return self.entry.value


def _dates(statement: Statement, dataset: Dataset) -> frozenset[str]:
    """Return the period of a statement; one without takes those in which its origin repeats it."""
    if statement.entry.period:
        return frozenset({statement.entry.period})
    alike = by_quantity(dataset).get((statement.quantity, statement.base), ())
    return frozenset(
        other.entry.period
        for other in alike
        if other.entry.period
        and other.entry.origin == statement.entry.origin
        and agree(statement, other)
    )


@lru_cache(maxsize=2)
def _yearly_quantities(dataset: Dataset) -> frozenset[tuple[str, str, str]]:
    return frozenset(
        entry.quantity[:3] for entry in catalogue(dataset) if entry.table in SERIES_TABLES
    )


def _recorded_against(
    statement: Statement, conflict: Conflict, dataset: Dataset
) -> Iterator[Statement]:
    """Return the values that a recorded contradiction sets against a stated one.

    A value without a period counts where it measures the same, or what a yearly series measures.
    Another indicator counts only where the origin of the stated value prints one indicator in this
    conflict, so that exports are never set against imports.
    """
    known = entries_by_id(dataset)
    rows = [known[row] for row in conflict.rows if row in known]
    own = {row.quantity[:3] for row in rows if row.origin == statement.entry.origin}
    yearly = _yearly_quantities(dataset)
    period = statement.entry.period
    for row in rows:
        other = Statement(entry=row)
        if other.quantity == statement.quantity:
            dates, stated = _dates(other, dataset), _dates(statement, dataset)
            counts = not dates or not stated or not dates.isdisjoint(stated)
        elif statement.inputs or len(own) > 1:
            counts = False
        elif row.period:
            counts = row.period == period
        else:
            counts = bool(period) and other.quantity in yearly
        if counts:
            yield other


def _candidates(statement: Statement, dataset: Dataset) -> Iterator[Statement]:
    """Return everything that is set against a statement, whether it agrees or not."""
    for other in by_quantity(dataset).get((statement.quantity, statement.base), ()):
        if other.entry.period == statement.entry.period:
            yield other
    touched = conflicts_by_row(dataset)
    names = (*statement.ids, *filter(None, (statement.twin,)))
    seen = {conflict.id: conflict for name in names for conflict in touched.get(name, ())}
    for conflict in seen.values():
        if conflict.kind in DISPUTES and statement.named_in(conflict):
            yield from _recorded_against(statement, conflict, dataset)


def _merged(statement: Statement, others: Iterable[Statement]) -> tuple[Rival, ...]:
    """Put together rivals of one value; an undated one that repeats a dated value joins it."""
    found: dict[tuple[object, ...], list[tuple[Entry, Statement]]] = {}
    for other in others:
        entry = in_unit(other.entry, statement.entry.unit)
        size = (entry.value, entry.low, entry.high)
        same = other.quantity == statement.quantity
        key = (*size, entry.period or statement.entry.period, same)
        found.setdefault(key, []).append((entry, other))
    merged = []
    for group in found.values():
        group.sort(key=lambda pair: not pair[0].period)
        entry, first = group[0]
        paragraphs = dict.fromkeys(
            number
            for own, _other in group
            for number in own.paragraph.split(";")
            if number and own.origin == entry.origin
        )
        merged.append(
            Rival(
                entry=replace(entry, paragraph=";".join(sorted(paragraphs, key=int))),
                ids=tuple(dict.fromkeys(name for _own, other in group for name in other.ids)),
                origins=tuple(dict.fromkeys(own.origin for own, _other in group)),
                method=first.method,
                same_quantity=first.quantity == statement.quantity,
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


@lru_cache(maxsize=2)
def rivals(dataset: Dataset) -> Mapping[str, tuple[Rival, ...]]:
    """Return the rivals of every value that has some, by its identifier.

    Printed values stand under their catalogue identifier, computed ones under
    `origin:year:indicator:computed`. Values of the same quantity come first, dated before undated.
    """
    found = {}
    for statement in statements(dataset):
        others = {
            other.entry.id: other
            for other in _candidates(statement, dataset)
            if other.entry.id != statement.entry.id
            and comparable(statement, other)
            and not agree(statement, other)
        }
        if others:
            found[statement.entry.id] = _merged(statement, others.values())
    return found


def _identifier(seen: Observation) -> str:
    name = f"{seen.origin}:{seen.year}:{seen.indicator}"
    return f"{name}:{COMPUTED}" if seen.method == COMPUTED else name


def rivals_of(seen: Observation, dataset: Dataset) -> tuple[Rival, ...]:
    """Return the rivals of a yearly value, in its unit.

    Parameters
    ----------
    seen : Observation
        A printed or computed value; one without a single number has no rivals.
    dataset : Dataset
        All tables.
    """
    if seen.value is None:
        return ()
    return tuple(
        rival
        if rival.entry.unit == seen.unit
        else replace(rival, entry=in_unit(rival.entry, seen.unit))
        for rival in rivals(dataset).get(_identifier(seen), ())
    )


def is_contested(series: Series, dataset: Dataset) -> bool:
    """Tell whether some value of a series has a rival."""
    return any(rivals_of(seen, dataset) for seen in series)


@lru_cache(maxsize=2)
def _by_identifier(dataset: Dataset) -> Mapping[str, Statement]:
    return {statement.entry.id: statement for statement in statements(dataset)}


def compound_growth_elsewhere(series: Series, dataset: Dataset) -> tuple[tuple[str, float], ...]:
    """Return the compound annual growth between the same years in other origins, in per cent.

    Only origins that give other values for both the first and the last year count; a year in which
    one origin gives several values has no growth.
    """
    if len(series) <= 1:
        return ()
    span = series[-1].year - series[0].year
    ends = []
    for seen in (series[0], series[-1]):
        numbers: dict[str, list[float]] = defaultdict(list)
        for rival in rivals_of(seen, dataset):
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
    """Return what puts the highest or lowest value of a series into another year.

    Parameters
    ----------
    series : tuple of Observation
        The values that a headline ranks, all of one indicator and origin.
    dataset : Dataset
        All tables.
    years : tuple of int
        First and last chosen year; other origins may print years that the series does not.
    highest : bool
        Whether the highest value is stated, or the lowest.

    Returns
    -------
    tuple of Rival
        The extreme of each other origin, in the unit of the series, where it lies in another year
        and either goes beyond the stated one or belongs to an origin that prints the stated year.
    """
    known = _by_identifier(dataset)
    sign = 1 if highest else -1
    single = {seen: seen.value for seen in series if seen.value is not None}
    best = max(single, key=lambda seen: sign * single[seen], default=None)
    own = known.get(_identifier(best)) if best else None
    if best is None or own is None:
        return ()
    by_origin: dict[str, list[Statement]] = defaultdict(list)
    for other in by_quantity(dataset).get((own.quantity, own.base), ()):
        dated = other.entry.period.isdigit() and years[0] <= int(other.entry.period) <= years[1]
        if dated and other.entry.value is not None and comparable(own, other):
            by_origin[other.entry.origin].append(other)
    by_origin.pop(best.origin, None)
    found = []
    for others in by_origin.values():
        entries = [(in_unit(other.entry, best.unit), other) for other in others]
        entry, other = max(entries, key=lambda pair: sign * (pair[0].value or 0.0))
        if entry.period == str(best.year):
            continue
        beyond = sign * (entry.value or 0.0) > sign * single[best] and not agree(own, other)
        if beyond or str(best.year) in {each.period for each, _other in entries}:
            found.append(
                Rival(
                    entry=entry,
                    ids=other.ids,
                    origins=(entry.origin,),
                    method=other.method,
                    same_quantity=True,
                )
            )
    return tuple(found)


def paragraphs_against(
    before: Observation, after: Observation, dataset: Dataset
) -> tuple[str, ...]:
    """Return the paragraphs of the text that contradict in words how a series moves.

    They are those of the recorded contradictions about both values that name paragraphs; records
    of low severity are left out.
    """
    wanted = {_identifier(before), _identifier(after)}
    return tuple(
        dict.fromkeys(
            row[1:]
            for conflict in conflicts(dataset)
            if conflict.kind in DISPUTES
            and conflict.severity != SEVERITIES[-1]
            and wanted <= set(conflict.rows)
            for row in conflict.rows
            if row.startswith("p") and row[1:].isdigit()
        )
    )
