"""Figures of investment: both directions, projects, companies, and the sectors named."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import pandas as pd

from components.figure import Builder, Figure
from components.figures.comparison import Comparison, compare_tables
from components.forms import year_columns, year_lines, year_matrix
from components.palette import FADED, KAZAKHSTAN, NEUTRAL, THEMES, TURKIYE
from components.wording import as_printed_in, label_of, unit_of, years_text
from components.yearly import (
    chart_rows,
    chosen_years,
    empty_headline,
    empty_note,
    figure_table,
    sector_note,
)
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language
from data.sectors import with_sectors
from data.series import printed_series

DIRECTIONS = MappingProxyType({"investment_tr_to_kz": TURKIYE, "investment_kz_to_tr": KAZAKHSTAN})
"""Both directions of investment in the colour of the country it comes from."""


def _flows_headline(
    rows: pd.DataFrame, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    _ = language.gettext
    if rows.empty:
        return empty_headline(filters, language)
    first, last = rows.iloc[0], rows.iloc[-1]
    fallen = rows[rows["value"].diff() < 0]
    values = {
        "first": language.number(first["value"]),
        "last": language.number(last["value"]),
        "unit": unit_of(rows, dataset=dataset, language=language),
        "first_year": first["year"],
        "last_year": last["year"],
        "fallen": language.enumerate(str(year) for year in fallen["year"]),
    }
    if len(rows) == 1:
        return _("Türkiye invested {last} {unit} in Kazakhstan in {last_year}").format(**values)
    if last["value"] < first["value"]:
        return _(
            "Türkiye’s investment in Kazakhstan fell from {first} to {last} {unit} "
            "between {first_year} and {last_year}"
        ).format(**values)
    if fallen.empty:
        return _(
            "Türkiye’s investment in Kazakhstan rose every year, from {first} to {last} {unit} "
            "between {first_year} and {last_year}"
        ).format(**values)
    return _(
        "Türkiye’s investment in Kazakhstan rose from {first} to {last} {unit} between "
        "{first_year} and {last_year}, with a fall in {fallen}"
    ).format(**values)


def investment_flows(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show investment in both directions by year."""
    _ = language.gettext
    every = {
        indicator: printed_series(dataset, "investment", indicator, filters.investment)
        for indicator in DIRECTIONS
    }
    printed = {indicator: rows for indicator, rows in every.items() if len(rows)}
    chosen = {indicator: chosen_years(rows, filters) for indicator, rows in printed.items()}
    names = {
        indicator: label_of(dataset, "indicators", indicator, language) for indicator in printed
    }
    drawn = [
        chart_rows(rows, dataset=dataset, filters=filters, language=language).assign(
            series=names[indicator],
            tip_title=[f"{names[indicator]}, {year}" for year in rows["year"]],
        )
        for indicator, rows in chosen.items()
    ]
    inflow = chosen["investment_tr_to_kz"]
    notes: tuple[str, ...] = ()
    if "investment_kz_to_tr" not in printed:
        notes += (
            _("{place} prints no investment from Kazakhstan in Türkiye.").format(
                place=label_of(dataset, "origins", filters.investment, language)
            ),
        )
    if inflow.empty:
        notes = (empty_note(every["investment_tr_to_kz"], language), *notes)
    notes += sector_note(dataset=dataset, filters=filters, language=language)
    return Figure(
        id="investment_flows",
        headline=_flows_headline(inflow, dataset=dataset, filters=filters, language=language),
        subtitle=_("Investment by direction, {unit}, {places}").format(
            unit=unit_of(every["investment_tr_to_kz"], dataset=dataset, language=language),
            places=as_printed_in([filters.investment], dataset=dataset, language=language),
        ),
        form=year_lines(
            language=language,
            series=tuple((names[indicator], DIRECTIONS[indicator]) for indicator in printed),
        ),
        rows=pd.concat(drawn, ignore_index=True),
        table=figure_table(pd.concat(chosen.values()), language),
        origins=(filters.investment,),
        notes=notes,
        alternative_text=_("Lines of investment by year, one for each direction."),
    )


@dataclass(frozen=True, kw_only=True)
class CountedSeries:
    """A counted quantity that one table prints by year."""

    figure: str
    table: str
    indicator: str
    origin: str


def count_by_year(
    series: CountedSeries, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return a figure of one counted quantity by year."""
    _ = language.gettext
    every = printed_series(dataset, series.table, series.indicator, series.origin)
    rows = chosen_years(every, filters)
    name = label_of(dataset, "indicators", series.indicator, language)
    drawn = chart_rows(rows, dataset=dataset, filters=filters, language=language)
    notes = sector_note(dataset=dataset, filters=filters, language=language)
    if rows.empty:
        headline = empty_headline(filters, language)
        notes = (empty_note(every, language), *notes)
    else:
        first, last = rows.iloc[0], rows.iloc[-1]
        saying = (
            _("{name}: {last} in {last_year}")
            if len(rows) == 1
            else _("{name}: {first} in {first_year}, {last} in {last_year}")
        )
        headline = saying.format(
            name=name,
            first=language.number(first["value"]),
            first_year=first["year"],
            last=language.number(last["value"]),
            last_year=last["year"],
        )
    return Figure(
        id=series.figure,
        headline=headline,
        subtitle=_("{name} by year, number of {unit}, {places}").format(
            name=name,
            unit=unit_of(every, dataset=dataset, language=language),
            places=as_printed_in([series.origin], dataset=dataset, language=language),
        ),
        form=year_columns(language=language),
        rows=drawn.assign(colour=NEUTRAL),
        table=figure_table(rows, language),
        origins=(series.origin,),
        notes=notes,
        alternative_text=_("Columns by year: {name}.").format(name=name),
    )


COUNTED = (
    CountedSeries(
        figure="investment_projects",
        table="investment",
        indicator="investment_projects",
        origin="table8",
    ),
    CountedSeries(
        figure="turkish_companies",
        table="economy",
        indicator="turkish_companies",
        origin="table6",
    ),
    CountedSeries(
        figure="joint_projects", table="economy", indicator="joint_projects", origin="table6"
    ),
)


def _mentions_headline(
    rows: pd.DataFrame, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    _ = language.gettext
    if rows.empty:
        return empty_headline(filters, language)
    by_year = {
        int(year): language.enumerate(
            label_of(dataset, "sectors", code, language)
            for code in rows.loc[rows["year"] == year, "sector"]
        )
        for year in rows["year"].unique()
    }
    first, last = min(by_year), max(by_year)
    values = {
        "first": by_year[first],
        "first_year": first,
        "last": by_year[last],
        "last_year": last,
    }
    if first == last:
        return _("Main sectors of investment in {last_year}: {last}").format(**values)
    return _("Main sectors of investment in {first_year}: {first}; in {last_year}: {last}").format(
        **values
    )


def investment_sectors(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show which sectors the source names as the main ones in which year."""
    _ = language.gettext
    mentions = dataset.table("sector_mentions")
    every = mentions[mentions["mention"] == "main_investment_sector"]
    every = every.rename(columns={"first_year": "year"}).sort_values(["year", "position"])
    origins = tuple(every["origin"].drop_duplicates())
    rows = chosen_years(every, filters)
    wanted = with_sectors(dataset, filters.sectors)
    parent = dataset.table("sectors").set_index("sector")["theme"].to_dict()
    themes = [str(parent.get(code) or code) for code in rows["sector"]]
    names = [label_of(dataset, "sectors", code, language) for code in rows["sector"]]
    drawn = pd.DataFrame(
        {
            "year": rows["year"].astype(int),
            "category": names,
            "position": range(len(rows)),
            "series": [label_of(dataset, "sectors", theme, language) for theme in themes],
            "opacity": [1.0 if not wanted or code in wanted else FADED for code in rows["sector"]],
            "tip_title": [
                f"{name}, {year}" for name, year in zip(names, rows["year"], strict=True)
            ],
            "tip": [
                f"{label_of(dataset, 'origins', origin, language)}, ¶ {paragraph}"
                for origin, paragraph in zip(rows["origin"], rows["paragraph"], strict=True)
            ],
        }
    )
    every_theme = {str(parent.get(code) or code) for code in every["sector"]}
    notes: tuple[str, ...] = (
        _("The source names two sectors a year and prints no amounts for them."),
    )
    if rows.empty:
        notes = (empty_note(every, language), *notes)
    elif wanted and not rows["sector"].isin(wanted).any():
        notes += (
            _("None of the chosen sectors is named in {years}, so every mark is faded.").format(
                years=years_text(filters.years)
            ),
        )
    table = pd.DataFrame(
        {
            "year": rows["year"],
            "subject": rows["sector"],
            "method": "printed",
            "origin": rows["origin"],
            "paragraph": rows["paragraph"].astype(str),
        }
    ).reset_index(drop=True)
    return Figure(
        id="investment_sectors",
        headline=_mentions_headline(rows, dataset=dataset, filters=filters, language=language),
        subtitle=_("Sectors named as the main ones of investment, by year, {places}").format(
            places=as_printed_in(origins, dataset=dataset, language=language)
        ),
        form=year_matrix(
            language=language,
            series=tuple(
                (label_of(dataset, "sectors", theme, language), colour)
                for theme, colour in THEMES.items()
                if theme in every_theme
            ),
            rows=max(every["sector"].nunique(), 1),
        ),
        rows=drawn,
        table=table,
        origins=origins,
        notes=notes,
        alternative_text=_(
            "A grid of sectors and years with a square where a year names a sector."
        ),
    )


COMPARED = Comparison(
    figure="investment_tables",
    table="investment",
    indicators=("investment_tr_to_kz",),
    origins=("table8", "table6"),
)

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {
        "investment_flows": investment_flows,
        "investment_sectors": investment_sectors,
        COMPARED.figure: partial(compare_tables, COMPARED),
        **{series.figure: partial(count_by_year, series) for series in COUNTED},
    }
)
