"""What each source states of one measure, side by side by year; nothing is joined or averaged.

Sources are the tables of the dissertation, its running text, and the public record by country.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from data.evidence.catalogue import QUANTITY_OF_INDICATOR, catalogue
from data.evidence.public_record import PublicValue, public_values
from data.evidence.series import (
    TURNOVER_PARTS,
    difference_of,
    first_series,
    printed_series,
    series_choices,
    trade_balance,
)
from data.evidence.units import convertible
from data.evidence.values import Value
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

BALANCE = "balance"

UNIT = "USD_million"
"""Unit in which all measures are compared."""

MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "turnover": "trade",
        "exports": "trade",
        "imports": "trade",
        BALANCE: "trade",
        "investment_tr_to_kz": "investment",
        "investment_kz_to_tr": "investment",
    }
)
"""Yearly table of each measure that can be compared; the codes are those of `indicators`."""

CARRIERS = ("middle-corridor", "btk", "cpc", "btc", "bte", "tap")
"""Routes whose amounts carried can be compared, the default first."""

CARRIED, THROUGHPUT = "carried", "throughput"
"""Indicator of amounts carried in the public record, and in the table of facts."""

TEXT = "text"
"""Source code of the running text of the dissertation; tables have the codes of their origins."""

OF_KAZAKHSTAN, OF_TURKIYE, OF_OTHERS = RECORDS = ("record_kz", "record_tr", "record_other")
"""Source codes of the public record: reporters of each country, and others."""

_RECORD_OF: Mapping[str, str] = MappingProxyType({"KZ": OF_KAZAKHSTAN, "TR": OF_TURKIYE})


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One value that one source states of a measure for a year.

    Attributes
    ----------
    source : str
        Code of the source: an origin with a table, `TEXT`, or one of `RECORDS`.
    value : Value
        The value in `UNIT`; a balance is computed from exports and imports of the same place.
    year : int
        The year, or the year of which a part is covered.
    """

    source: str
    value: Value
    year: int

    @property
    def part_year(self) -> bool:
        """True if it covers a part of the year."""
        return isinstance(self.value, PublicValue) and self.value.part_year

    @property
    def comparable(self) -> bool:
        """True if it is a single number for the whole year: no bound, range, plan or forecast."""
        return self.value.measured is not None and not self.part_year


@dataclass(frozen=True, kw_only=True)
class YearOfSources:
    """The statements of all sources for one year.

    Attributes
    ----------
    year : int
        The year.
    statements : tuple of Statement
        All of them, in the order of the sources.
    lowest, highest : Statement or None
        The extremes of the comparable ones; None if fewer than two sources have one.
    """

    year: int
    statements: tuple[Statement, ...]
    lowest: Statement | None = None
    highest: Statement | None = None

    @property
    def ends(self) -> tuple[float, float] | None:
        """The lowest and the highest comparable number; None without two sources."""
        if self.lowest is None or self.highest is None:
            return None
        one, other = self.lowest.value.measured, self.highest.value.measured
        return None if one is None or other is None else (one, other)

    @property
    def gap(self) -> float | None:
        """Highest minus lowest, in `UNIT`; None without two sources."""
        if self.ends is None:
            return None
        low, high = self.ends
        return float(Decimal(str(high)) - Decimal(str(low)))

    @property
    def percent(self) -> float | None:
        """The gap in per cent of the lowest value; None unless both are positive."""
        if self.ends is None or self.gap is None or self.ends[0] <= 0:
            return None
        return self.gap / self.ends[0] * 100

    @property
    def opposite(self) -> bool:
        """True if the lowest value is negative and the highest positive."""
        return self.ends is not None and self.ends[0] < 0 < self.ends[1]


def _of_tables(dataset: Dataset, measure: str) -> list[Statement]:
    table = MEASURES[measure]
    found = []
    for origin in series_choices(dataset, table):
        series = (
            trade_balance(dataset, origin)
            if measure == BALANCE
            else printed_series(dataset, table, measure, origin)
        )
        found += [Statement(source=origin, value=value, year=value.year) for value in series]
    return found


def _facts(dataset: Dataset, measure: str) -> list[Value]:
    quantity = QUANTITY_OF_INDICATOR.get(measure, (measure, "KZ", "TR"))
    return [
        value.in_unit(UNIT)
        for value in catalogue(dataset)
        if value.table == "facts"
        and value.measure == quantity
        and value.period.isdecimal()
        and convertible(value.unit, UNIT)
    ]


def record_values(dataset: Dataset, measure: str) -> list[PublicValue]:
    """Return the values of a year, or of a part of one, of an indicator of the public record."""
    return [
        value
        for value in public_values(dataset)
        if value.indicator == measure and (value.part_year or value.period.isdecimal())
    ]


def _balances(pairs: Iterable[tuple[Value, Value]]) -> list[Value]:
    """Return exports minus imports of each pair that has single numbers."""
    found = (difference_of(sold, bought, BALANCE) for sold, bought in pairs)
    return [value for value in found if value is not None]


def _text_values(dataset: Dataset, measure: str) -> list[Value]:
    if measure != BALANCE:
        return _facts(dataset, measure)
    sold, bought = (_facts(dataset, part) for part in TURNOVER_PARTS)
    return _balances(
        (one, other)
        for one in sold
        for other in bought
        if (one.period, one.paragraph) == (other.period, other.paragraph)
    )


def _public_values(dataset: Dataset, measure: str) -> list[Value]:
    if measure != BALANCE:
        return list(record_values(dataset, measure))
    sold, bought = (record_values(dataset, part) for part in TURNOVER_PARTS)
    return _balances(
        (one, other)
        for one in sold
        for other in bought
        if (one.period, one.reporter, one.origin) == (other.period, other.reporter, other.origin)
    )


def source_of(value: Value) -> str:
    """Return the source code of a public value: reporters of a country, or others."""
    country = value.country if isinstance(value, PublicValue) else ""
    return _RECORD_OF.get(country, OF_OTHERS)


def as_statements(values: Iterable[Value]) -> tuple[Statement, ...]:
    """Return values of the public record as statements, source by source."""
    found = [
        Statement(source=source_of(value), value=value, year=int(value.period[:4]))
        for value in values
    ]
    return tuple(sorted(found, key=lambda one: RECORDS.index(one.source)))


def _all_statements(dataset: Dataset, measure: str) -> tuple[Statement, ...]:
    dataset.table(MEASURES[measure])
    found = _of_tables(dataset, measure)
    found += [
        Statement(source=TEXT, value=value, year=value.year)
        for value in _text_values(dataset, measure)
    ]
    return (*found, *as_statements(_public_values(dataset, measure)))


@kept_with_dataset
def _by_measure(dataset: Dataset) -> Mapping[str, tuple[Statement, ...]]:
    return {
        measure: _all_statements(dataset, measure)
        for measure, table in MEASURES.items()
        if table in dataset.tables
    }


def statements(dataset: Dataset, measure: str) -> tuple[Statement, ...]:
    """Return what every source states of a measure, source by source.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    measure : str
        A code of `MEASURES`.

    Raises
    ------
    TableRefusedError
        If the yearly table of the measure did not load.
    """
    dataset.table(MEASURES[measure])
    return _by_measure(dataset)[measure]


def carried_statements(dataset: Dataset, route: str) -> tuple[Statement, ...]:
    """Return what the dissertation and the public record state of amounts carried, by year.

    Amounts of the dissertation without a year are left out; `undated_amounts` has them.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    route : str
        A code of `CARRIERS`.

    Raises
    ------
    TableRefusedError
        If the table of facts did not load.
    """
    dataset.table("facts")
    record = as_statements(
        value for value in record_values(dataset, CARRIED) if value.entity == route
    )
    printed = [
        Statement(source=TEXT, value=value, year=value.year)
        for value in catalogue(dataset)
        if value.table == "facts"
        and value.measure == (THROUGHPUT, route, "")
        and value.period.isdecimal()
    ]
    return (*printed, *record)


def undated_amounts(dataset: Dataset, route: str) -> tuple[Value, ...]:
    """Return the amounts carried that the dissertation prints of a route without a year."""
    return tuple(
        value
        for value in catalogue(dataset)
        if value.table == "facts" and value.measure == (THROUGHPUT, route, "") and not value.period
    )


@kept_with_dataset
def every_source(dataset: Dataset) -> tuple[str, ...]:
    """Return the codes of all sources of any measure: tables, running text, public record."""
    found = {one.source for own in _by_measure(dataset).values() for one in own}
    if "facts" in dataset.tables:
        found |= {one.source for route in CARRIERS for one in carried_statements(dataset, route)}
    tables = dict.fromkeys(
        origin
        for table in dict.fromkeys(MEASURES.values())
        for origin in (first_series(dataset, table), *series_choices(dataset, table))
    )
    return tuple(source for source in (*tables, TEXT, *RECORDS) if source in found)


def sources_of_table(dataset: Dataset, table: str) -> tuple[str, ...]:
    """Return the sources of all measures of a yearly table, its default series first.

    Raises
    ------
    TableRefusedError
        If the table did not load.
    """
    dataset.table(table)
    named = {
        one.source
        for measure, own in MEASURES.items()
        if own == table
        for one in statements(dataset, measure)
    }
    found = (source for source in every_source(dataset) if source in named)
    first = first_series(dataset, table)
    return tuple(sorted(found, key=lambda source: source != first))


def by_year(found: Sequence[Statement]) -> tuple[YearOfSources, ...]:
    """Return statements by year, with the lowest and the highest of those that can be compared."""
    years = []
    for year in sorted({one.year for one in found}):
        own = tuple(one for one in found if one.year == year)
        compared = [one for one in own if one.comparable]
        seen = YearOfSources(year=year, statements=own)
        if len({one.source for one in compared}) > 1:
            size = {id(one): one.value.measured or 0.0 for one in compared}
            seen = replace(
                seen,
                lowest=min(compared, key=lambda one: size[id(one)]),
                highest=max(compared, key=lambda one: size[id(one)]),
            )
        years.append(seen)
    return tuple(years)


def most_different(years: Iterable[YearOfSources]) -> YearOfSources | None:
    """Return the year in which the sources differ most, of equal ones the last."""
    found = [seen for seen in years if seen.gap is not None]
    return max(found, key=lambda seen: (seen.gap or 0.0, seen.year)) if found else None
