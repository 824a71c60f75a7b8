"""Public record of routes: lengths, capacities, stakes, dates and amounts carried."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from data.evidence.public_record import PublicValue, public_values, publication_of
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset

CARRIED = "carried"

YEARS_SHOWN = 3
"""Number of yearly amounts carried that a route has from the public record, the latest ones."""


@dataclass(frozen=True, kw_only=True)
class PublicFigure:
    """A figure of the public record: value or range with its source.

    Attributes
    ----------
    measure : str
        What is measured, such as `length` or `stake`.
    value, low, high : float or None
        The value, or the ends of a range.
    qualifier, unit, period : str
        As in the table.
    title, address, date, quality : str
        Where it is published.
    written_in : str
        Code of the language of the publication; empty for English.
    notes, holders : mapping of str to str
        Note, and name of the owner of a stake, by language code; empty texts where there is none.
    """

    measure: str
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    unit: str
    period: str
    title: str
    written_in: str
    address: str
    date: str
    quality: str
    notes: Mapping[str, str]
    holders: Mapping[str, str]


def _optional(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def _own_rows(dataset: Dataset) -> Iterator[tuple[str, PublicFigure]]:
    """Yield route and figure of each row of the table `route_record`, by position."""
    if "route_record" not in dataset.tables:
        return
    for row in dataset.tables["route_record"].sort_values("position").to_dict("records"):
        figure = PublicFigure(
            measure=row["measure"],
            value=_optional(row["value"]),
            low=_optional(row["low"]),
            high=_optional(row["high"]),
            qualifier=row["qualifier"],
            unit=row["unit"],
            period=row["period"],
            title=row["source_title"],
            written_in=row["source_language"],
            address=row["source_url"],
            date=row["source_date"],
            quality=row["quality"],
            notes={code: row[f"note_{code}"] for code in LANGUAGE_CODES},
            holders={code: row[f"holder_name_{code}"] for code in LANGUAGE_CODES},
        )
        yield row["route"], figure


def _of_value(value: PublicValue, dataset: Dataset) -> PublicFigure:
    published = publication_of(value, dataset)
    return PublicFigure(
        measure=CARRIED,
        value=value.value,
        low=value.low,
        high=value.high,
        qualifier=value.qualifier,
        unit=value.unit,
        period=value.period,
        title=published.title,
        written_in="",
        address=published.address,
        date=published.date,
        quality=value.quality,
        notes=dict(zip(LANGUAGE_CODES, value.notes, strict=True)),
        holders=dict.fromkeys(LANGUAGE_CODES, ""),
    )


def _latest_carried(dataset: Dataset) -> Iterator[tuple[str, PublicFigure]]:
    """Yield the first stated amount of each of the latest years of a route, the latest first."""
    found: dict[str, dict[str, PublicValue]] = {}
    for value in public_values(dataset):
        if value.indicator == CARRIED and value.whole_year:
            found.setdefault(value.entity, {}).setdefault(value.period, value)
    for route, years in found.items():
        for period in sorted(years, reverse=True)[:YEARS_SHOWN]:
            yield route, _of_value(years[period], dataset)


def route_record(dataset: Dataset) -> Mapping[str, tuple[PublicFigure, ...]]:
    """Return the public figures of each route; yearly amounts carried are in `public_record`."""
    found: dict[str, list[PublicFigure]] = {}
    for route, figure in (*_own_rows(dataset), *_latest_carried(dataset)):
        found.setdefault(route, []).append(figure)
    return {route: tuple(figures) for route, figures in found.items()}
