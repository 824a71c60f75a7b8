"""What the figures over years share: emphasis, rows for a form, tables, words for what is empty."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import pandas as pd

from components.palette import FADED
from components.wording import amount, label_of, method_name, years_text
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language
from data.sectors import years_naming
from data.series import Observation, Series

Row = dict[str, Any]
"""One row of a chart: ready texts and numbers by field."""


def emphasis(*, dataset: Dataset, filters: Filters) -> Callable[[int], float]:
    """Return the opacity of a year: full where it is chosen and names a chosen sector.

    Neither trade nor investment is broken down by sector in the source. A chosen sector therefore
    marks the years in which the source names it among the main sectors of investment.
    """
    first, last = filters.years
    marked = years_naming(dataset, filters.sectors) if filters.sectors else None
    return lambda year: (
        1.0 if first <= year <= last and (marked is None or year in marked) else FADED
    )


def sector_note(*, dataset: Dataset, filters: Filters, language: Language) -> tuple[str, ...]:
    """Say what a chosen sector marks; nothing where none is chosen."""
    if not filters.sectors:
        return ()
    _ = language.gettext
    names = language.enumerate(
        label_of(dataset, "sectors", code, language) for code in filters.sectors
    )
    first, last = filters.years
    years = sorted(year for year in years_naming(dataset, filters.sectors) if first <= year <= last)
    if not years:
        return (
            _(
                "None of the chosen years has any of the chosen sectors ({sectors}) among its main "
                "investment sectors, so every year is faded; choose another sector or more years."
            ).format(sectors=names),
        )
    return (
        _(
            "The source gives no breakdown by sector. Full colour marks the years in which it "
            "names any of the chosen sectors ({sectors}) among the main ones of investment: "
            "{years}."
        ).format(sectors=names, years=language.enumerate(str(year) for year in years)),
    )


def tip(seen: Observation, *, dataset: Dataset, language: Language) -> str:
    """Return the second line of a tooltip: value, method, origin."""
    return language.gettext("{amount} · {method} · {origin}, ¶ {paragraph}").format(
        amount=amount(seen.value, seen.unit, dataset=dataset, language=language),
        method=method_name(seen.method, language),
        origin=label_of(dataset, "origins", seen.origin, language),
        paragraph=seen.paragraph.replace(";", ", "),
    )


@lru_cache(maxsize=4096)
def _texts(seen: Observation, dataset: Dataset, language: Language) -> Row:
    return {
        "year": seen.year,
        "value": seen.value,
        "label": language.number(seen.value, decimals=0),
        "tip_title": str(seen.year),
        "tip": tip(seen, dataset=dataset, language=language),
    }


def chart_rows(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> list[Row]:
    """Return for each observation what every form over years reads; rows may be added to."""
    opacity = emphasis(dataset=dataset, filters=filters)
    return [{**_texts(seen, dataset, language), "opacity": opacity(seen.year)} for seen in series]


def figure_table(seen: Iterable[Observation], language: Language) -> pd.DataFrame:
    """Return the table of a figure over years: its values in codes, with origin and note."""
    columns = ("year", "subject", "value", "qualifier", "unit", "method", "origin", "paragraph")
    rows = [
        (
            value.year,
            value.indicator,
            value.value,
            value.qualifier,
            value.unit,
            value.method,
            value.origin,
            value.paragraph,
            value.note(language),
        )
        for value in seen
    ]
    return pd.DataFrame(rows, columns=[*columns, "note"])


def empty_headline(filters: Filters, language: Language) -> str:
    """Say that the chosen years hold nothing for a figure."""
    return language.gettext("This figure has no values for {years}").format(
        years=years_text(filters.years)
    )


def years_with_values(series: Iterable[Observation], language: Language) -> str:
    """Say which years would show something; `series` is the one before filtering."""
    years = sorted({seen.year for seen in series})
    return language.gettext("Years with values: {years}.").format(
        years=language.enumerate(str(year) for year in years)
    )
