"""Statements about trade and investment, computed anew under each source and period.

A source is one of `data.evidence.source_comparison`; of the public record of a country only the
reporter with the most years is used, so that no series joins several reporters.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from data.evidence.public_record import PublicValue
from data.evidence.source_comparison import (
    BALANCE,
    MEASURES,
    RECORDS,
    Statement,
    statements,
)
from data.evidence.values import Value
from data.load.dataset import Dataset

SIGN, CHANGE, PACE = "sign", "change", "pace"
"""Kinds: years with a positive value; change from first to last year; compound growth a year."""

WHOLE, COMMON = "whole", "common"
"""Periods: all years of a source, and the years that the tables of the dissertation share."""

SEVERAL = 2
"""Least number of years for a change."""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What is stated: a kind of statement about a measure, in a period.

    Attributes
    ----------
    kind : str
        `SIGN`, `CHANGE` or `PACE`.
    measure : str
        A code of `MEASURES`.
    period : str
        `WHOLE` or `COMMON`.
    """

    kind: str
    measure: str
    period: str

    @property
    def code(self) -> str:
        """Identifier, such as `change:turnover:common`."""
        return f"{self.kind}:{self.measure}:{self.period}"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A claim as one source gives it.

    Attributes
    ----------
    claim : Claim
        What is stated.
    source : str
        Code of the source.
    values : tuple of Value
        The values of the source in the period, by year.
    """

    claim: Claim
    source: str
    values: tuple[Value, ...]

    @property
    def years(self) -> tuple[int, int]:
        """First and last year."""
        return self.values[0].year, self.values[-1].year

    @property
    def positive(self) -> int:
        """Number of years with a positive value."""
        return sum((value.measured or 0.0) > 0 for value in self.values)

    @property
    def percent(self) -> float | None:
        """Change from the first to the last year, or growth a year; None where not computable."""
        first, last = self.values[0].measured, self.values[-1].measured
        span = self.years[1] - self.years[0]
        if first is None or last is None or not span or min(first, last) <= 0:
            return None
        share = last / first
        return (share ** (1 / span) - 1 if self.claim.kind == PACE else share - 1) * 100

    @property
    def direction(self) -> int:
        """1 for a rise or only positive years, -1 for a fall or only negative ones, 0 otherwise."""
        if self.claim.kind == SIGN:
            shares = {len(self.values): 1, 0: -1}
            return shares.get(self.positive, 0)
        change = self.percent or 0.0
        return (change > 0) - (change < 0)

    @property
    def used(self) -> tuple[Value, ...]:
        """The values it is computed from: all of them, or the first and the last."""
        return self.values if self.claim.kind == SIGN else (self.values[0], self.values[-1])

    @property
    def inputs(self) -> tuple[str, ...]:
        """Identifiers of the printed values that it is computed from, each once."""
        return tuple(dict.fromkeys(name for value in self.used for name in value.printed_ids))

    @property
    def id(self) -> str:
        """Identifier of the computed value."""
        first, last = self.years
        return f"claim:{self.claim.code}:{self.source}:{first}-{last}:computed"


def claims_of(table: str) -> tuple[Claim, ...]:
    """Return the claims about a yearly table, each for both periods."""
    found = []
    for measure, own in MEASURES.items():
        if own == table:
            kinds = (SIGN,) if measure == BALANCE else (CHANGE, PACE)
            if measure in ("exports", "imports", "investment_kz_to_tr"):
                kinds = (CHANGE,)
            found += [
                Claim(kind=kind, measure=measure, period=period)
                for kind in kinds
                for period in (WHOLE, COMMON)
            ]
    return tuple(found)


def _one_reporter(found: Sequence[Statement]) -> list[Statement]:
    """Return the statements of the reporter with the most years; all of them if there is none."""
    reporters = Counter(
        one.value.reporter for one in found if isinstance(one.value, PublicValue)
    ).most_common(1)
    if not reporters:
        return list(found)
    return [
        one
        for one in found
        if isinstance(one.value, PublicValue) and one.value.reporter == reporters[0][0]
    ]


def _by_source(
    dataset: Dataset, measure: str, years: tuple[int, int] | None
) -> Mapping[str, dict[int, Value]]:
    """Return the comparable values by source and year, the first of each year."""
    found: dict[str, list[Statement]] = {}
    for one in statements(dataset, measure):
        if one.comparable and (years is None or years[0] <= one.year <= years[1]):
            found.setdefault(one.source, []).append(one)
    series: dict[str, dict[int, Value]] = {}
    for source, own in found.items():
        for one in sorted(_one_reporter(own), key=lambda one: one.year):
            series.setdefault(source, {}).setdefault(one.year, one.value)
    return series


def common_years(series: Mapping[str, Mapping[int, Value]]) -> frozenset[int]:
    """Return the years that all tables among some sources share."""
    tables = [frozenset(own) for source, own in series.items() if _is_table(source)]
    return reduce(frozenset.intersection, tables) if len(tables) > 1 else frozenset()


def _is_table(source: str) -> bool:
    return source not in (*RECORDS, "text")


def outcomes(
    dataset: Dataset, table: str, years: tuple[int, int] | None = None
) -> tuple[Outcome, ...]:
    """Return every claim about a yearly table under every source that allows it.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    table : str
        `trade` or `investment`.
    years : tuple of int, optional
        First and last year to use; all years of each source by default.

    Raises
    ------
    TableRefusedError
        If the table did not load.
    """
    found = []
    for claim in claims_of(table):
        series = _by_source(dataset, claim.measure, years)
        shared = common_years(series)
        for source, own in series.items():
            kept = own if claim.period == WHOLE else {y: own[y] for y in own if y in shared}
            if not kept or (claim.kind != SIGN and len(kept) < SEVERAL):
                continue
            if claim.period == COMMON and not {min(shared), max(shared)} <= kept.keys():
                continue
            outcome = Outcome(
                claim=claim, source=source, values=tuple(kept[year] for year in sorted(kept))
            )
            if claim.kind == SIGN or outcome.percent is not None:
                found.append(outcome)
    return tuple(found)
