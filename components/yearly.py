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
from data.sectors import SEPARATOR, with_sectors, years_naming
from data.series import Observation, Series

Row = dict[str, Any]
"""One row of a chart: ready texts and numbers by field."""


def named(seen: Observation, *, dataset: Dataset, filters: Filters) -> bool:
    """Tell whether a value speaks of a chosen sector, or its year has one among the main ones.

    Neither trade nor investment is broken down by sector in the source; it names sectors beside
    some values, and the main sectors of investment year by year.
    """
    wanted = with_sectors(dataset, filters.sectors)
    own = not wanted.isdisjoint(seen.sectors.split(SEPARATOR))
    return own or seen.year in years_naming(dataset, filters.sectors)


def emphasis(
    series: Iterable[Observation], *, dataset: Dataset, filters: Filters
) -> Callable[[Observation], float]:
    """Return the opacity of a value: full where its year is chosen and it names a chosen sector.

    Where no value of `series` in the chosen years names one, the sectors fade nothing.
    """
    first, last = filters.years
    marked = {
        seen
        for seen in series
        if first <= seen.year <= last and named(seen, dataset=dataset, filters=filters)
    }
    by_sector = bool(filters.sectors and marked)
    return lambda seen: (
        1.0 if first <= seen.year <= last and (not by_sector or seen in marked) else FADED
    )


def sector_note(
    series: Iterable[Observation], *, dataset: Dataset, filters: Filters, language: Language
) -> tuple[str, ...]:
    """Say what a chosen sector marks among the values shown; nothing where none is chosen."""
    if not filters.sectors:
        return ()
    _ = language.gettext
    names = language.enumerate(
        label_of(dataset, "sectors", code, language) for code in filters.sectors
    )
    saying = (
        _(
            "The source gives no amounts by sector. Full colour marks values that name any of the "
            "chosen sectors ({sectors}) or whose year has one among the main ones of investment."
        )
        if any(named(seen, dataset=dataset, filters=filters) for seen in series)
        else _(
            "No value shown here names any of the chosen sectors ({sectors}), so nothing is faded."
        )
    )
    return (saying.format(sectors=names),)


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
        "label": language.number(seen.value),
        "tip_title": str(seen.year),
        "tip": tip(seen, dataset=dataset, language=language),
    }


def chart_rows(
    series: Series,
    *,
    dataset: Dataset,
    filters: Filters,
    language: Language,
    among: Iterable[Observation] = (),
) -> list[Row]:
    """Return for each observation what every form over years reads; rows may be added to.

    `among` are all values of the figure, where it draws more than this series: the sectors fade
    only where some value of the figure names one.
    """
    opacity = emphasis(tuple(among) or series, dataset=dataset, filters=filters)
    return [{**_texts(seen, dataset, language), "opacity": opacity(seen)} for seen in series]


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
