"""Public record: values that sources outside the dissertation state, each with its publication.

They are never joined with the series of the dissertation and are not in the catalogue of its
values. Lengths, capacities and stakes of routes are in the table `route_record`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.evidence.values import INTENTIONS, Texts, Value
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.load.identifiers import public_id
from data.load.records import records

TABLE = "public_record"

JANUARY, DECEMBER = "01", "12"
YEAR_LENGTH = len("2022")


@dataclass(frozen=True, kw_only=True)
class PublicValue(Value):
    """A value of the public record.

    `origin` is its publication, which has title, address and date; `indicator` is that of the
    series of the dissertation with which it can be compared. `quantity` begins with the name of
    this table, so that it is no rival value of the dissertation.

    Attributes
    ----------
    reporter : str
        A code of `reporters`: who states it.
    country : str
        Country whose public record it belongs to, `KZ` or `TR`; empty for other reporters.
    quality : str
        A code of `qualities`.
    """

    reporter: str
    country: str
    quality: str

    __hash__ = Value.__hash__

    @property
    def entity(self) -> str:
        """Country, organisation or route that it measures."""
        return self.quantity[1]

    @property
    def expected(self) -> bool:
        """True if it was forecast, planned or aimed at when it was stated."""
        return self.qualifier in INTENTIONS

    @property
    def year(self) -> int:
        """Year in which its period begins."""
        return int(self.period[:YEAR_LENGTH])

    @property
    def part_year(self) -> bool:
        """True if its period is a span within one year that does not cover it."""
        first, _, last = self.period.partition("/")
        if not last or first[:YEAR_LENGTH] != last[:YEAR_LENGTH]:
            return False
        return (first[5:7] or JANUARY, last[5:7] or DECEMBER) != (JANUARY, DECEMBER)

    @property
    def whole_year(self) -> bool:
        """True if it is the outturn of one calendar year."""
        return len(self.period) == YEAR_LENGTH and not self.expected


def optional_number(value: float) -> float | None:
    """Return a number of a cell; None for an empty cell."""
    return None if pd.isna(value) else float(value)


def _texts(row: Mapping[str, object], stem: str) -> Texts:
    return tuple(str(row[f"{stem}_{code}"]) for code in LANGUAGE_CODES)


def _names(dataset: Dataset, indicator: str, entity: str) -> Texts:
    """Return the name of an indicator in each language, after that of a route."""
    found = []
    for code in LANGUAGE_CODES:
        name = dataset.texts("indicators", f"name_{code}").get(indicator, indicator)
        route = dataset.texts("routes", f"name_{code}").get(entity, "")
        found.append(f"{route}: {name}" if route else name)
    return tuple(found)


@kept_with_dataset
def public_values(dataset: Dataset) -> tuple[PublicValue, ...]:
    """Return every value of the public record in the order of the table; none if it was refused."""
    if TABLE not in dataset.tables:
        return ()
    countries = dataset.texts("reporters", "country")
    return tuple(
        PublicValue(
            id=public_id(row["record"]),
            table=TABLE,
            subject=row["topic"],
            indicator=row["indicator"],
            quantity=(
                f"{TABLE}:{row['indicator']}",
                row["entity"],
                row["counterpart"],
                row["period"],
            ),
            names=_names(dataset, row["indicator"], row["entity"]),
            notes=_texts(row, "note"),
            value=optional_number(row["value"]),
            low=optional_number(row["low"]),
            high=optional_number(row["high"]),
            qualifier=row["qualifier"],
            unit=row["unit"],
            origin=row["origin"],
            paragraph="",
            sectors=row["sectors"],
            reporter=row["reporter"],
            country=countries.get(row["reporter"], ""),
            quality=row["quality"],
        )
        for row in records(dataset.tables[TABLE])
    )


@dataclass(frozen=True)
class Publication:
    """Title, address and date of a publication outside the dissertation."""

    title: str
    address: str
    date: str


def publication_of(value: PublicValue, dataset: Dataset) -> Publication:
    """Return the publication of a value; its title is in the language of the publication."""
    title, address, date = (
        dataset.texts("origins", column).get(value.origin, "")
        for column in ("title_en", "address", "date")
    )
    return Publication(title, address, date)


def public_series(dataset: Dataset, indicator: str, entity: str) -> tuple[PublicValue, ...]:
    """Return what is stated of one indicator of a country, organisation or route, by period.

    Values of several reporters, forecasts and parts of years are among them; `whole_year` and
    `country` tell them apart.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    indicator : str
        A code of `indicators`, such as `turnover` or `carried`.
    entity : str
        Code in the column `entity`, such as `KZ` or `middle-corridor`.
    """
    found = (
        value
        for value in public_values(dataset)
        if value.indicator == indicator and value.entity == entity
    )
    return tuple(sorted(found, key=lambda value: value.period))


def latest(values: tuple[PublicValue, ...], count: int) -> tuple[PublicValue, ...]:
    """Return the latest values of a series, and the last one that was planned or expected.

    Of several values of one period the first is taken; parts of years are left out unless there
    is nothing else.

    Parameters
    ----------
    values : tuple of PublicValue
        Values of one indicator of one entity, by period.
    count : int
        Greatest number of periods.
    """
    expected = tuple(value for value in values if value.expected)
    known = tuple(value for value in values if not value.expected)
    whole = tuple(value for value in known if not value.part_year) or known
    first: dict[str, PublicValue] = {}
    for value in whole:
        first.setdefault(value.period, value)
    return (*tuple(first.values())[-count:], *expected[-1:])
