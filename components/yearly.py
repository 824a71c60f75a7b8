"""What the figures over years share: the chosen years, emphasis, rows for a form, tables."""

import pandas as pd

from components.palette import FADED
from components.wording import label_of, notes_of, tip_maker, years_text
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language
from data.sectors import years_naming


def chosen_years(rows: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Return the rows of the chosen years."""
    return rows[[filters.covers(int(year)) for year in rows["year"]]]


def emphasis(rows: pd.DataFrame, *, dataset: Dataset, filters: Filters) -> pd.Series:
    """Return the opacity of each row: full where its year is chosen and names a chosen sector.

    Neither trade nor investment is broken down by sector in the source. A chosen sector therefore
    marks the years in which Table 8 names it among the main sectors of investment.
    """
    marked = years_naming(dataset, filters.sectors) if filters.sectors else None
    shown = [
        filters.covers(int(year)) and (marked is None or int(year) in marked)
        for year in rows["year"]
    ]
    return pd.Series([1.0 if full else FADED for full in shown], index=rows.index)


def sector_note(*, dataset: Dataset, filters: Filters, language: Language) -> tuple[str, ...]:
    """Say what a chosen sector marks; nothing where none is chosen."""
    if not filters.sectors:
        return ()
    _ = language.gettext
    names = language.enumerate(
        label_of(dataset, "sectors", code, language) for code in filters.sectors
    )
    years = sorted(year for year in years_naming(dataset, filters.sectors) if filters.covers(year))
    if not years:
        return (
            _(
                "No chosen year has {sectors} among its main investment sectors, so every year is "
                "faded; choose another sector or more years."
            ).format(sectors=names),
        )
    return (
        _(
            "The source gives no breakdown by sector. Full colour marks the years in which it "
            "names {sectors} among the main investment sectors: {years}."
        ).format(sectors=names, years=language.enumerate(str(year) for year in years)),
    )


def chart_rows(
    rows: pd.DataFrame, *, dataset: Dataset, filters: Filters, language: Language
) -> pd.DataFrame:
    """Add to rows of a series what every form over years reads: texts, tooltip and opacity."""
    tip = tip_maker(dataset=dataset, language=language)
    columns = ("value", "unit", "method", "origin", "paragraph")
    return pd.DataFrame(
        {
            "year": rows["year"].astype(int),
            "value": rows["value"],
            "label": [language.number(value, decimals=0) for value in rows["value"]],
            "opacity": emphasis(rows, dataset=dataset, filters=filters),
            "tip_title": [str(year) for year in rows["year"]],
            "tip": [tip(*cells) for cells in rows[list(columns)].itertuples(index=False)],
        }
    )


def figure_table(rows: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Return the table of a figure over years: its values in codes, with origin and note."""
    columns = ["year", "indicator", "value", "qualifier", "unit", "method", "origin", "paragraph"]
    table = rows[columns].rename(columns={"indicator": "subject"})
    return table.assign(note=notes_of(rows, language)).reset_index(drop=True)


def empty_headline(filters: Filters, language: Language) -> str:
    """Say that the chosen years hold nothing for a figure."""
    return language.gettext("Nothing is printed for {years}").format(
        years=years_text(filters.years)
    )


def empty_note(rows: pd.DataFrame, language: Language) -> str:
    """Say which years would show something; `rows` is the series before filtering."""
    years = sorted({int(year) for year in rows["year"]})
    return language.gettext("Years with values: {years}.").format(
        years=language.enumerate(str(year) for year in years)
    )
