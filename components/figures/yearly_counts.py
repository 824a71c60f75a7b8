"""Figures of counted quantities by year: investment projects, companies, joint projects."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from components.charts.columns import year_columns
from components.charts.rows import ColumnEnds, ColumnRow, RecordRow
from components.figures.disagreement import Stated, rival_notes
from components.figures.figure import Builder, Figure
from components.figures.leads import Lead, one_year, with_rivals
from components.figures.public_overlay import laid_over
from components.figures.yearly import (
    chart_rows,
    column_ends,
    empty_headline,
    figure_table,
    has_gaps,
    has_ranges,
    sector_note,
    spaced,
    years_with_values,
)
from components.figures.yearly_notes import elsewhere_note, gap_note, outsiders_of, value_notes
from components.page.tokens import NEUTRAL
from components.text.amounts import amount_text, number_text, series_unit_name
from components.text.names import after_colon
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.evidence.averages import averages, rounded
from data.evidence.names import label_of
from data.evidence.series import chosen_years, printed_series
from data.evidence.values import Series
from data.language.languages import Language
from data.load.dataset import Dataset


@dataclass(frozen=True, kw_only=True)
class CountedSeries:
    """A counted quantity by year.

    Attributes
    ----------
    figure : str
        Id of the figure.
    table, indicator, origin : str
        Codes of the series.
    amount : str
        Indicator of an amount of the same table and origin whose average per counted thing is
        computed; empty for none.
    average : str
        Indicator of that average.
    """

    figure: str
    table: str
    indicator: str
    origin: str
    amount: str = ""
    average: str = ""


def _averages(series: CountedSeries, chosen: Series, dataset: Dataset) -> Series:
    """Return the average amount per counted thing by year; empty for a series without amounts."""
    if not series.amount:
        return ()
    amounts = printed_series(dataset, series.table, series.amount, series.origin)
    return averages(amounts, chosen, series.average)


def _average_finding(own: Series, *, dataset: Dataset, language: Language) -> str:
    """Return the first and the last average; empty without any."""
    if not own:
        return ""
    _ = language.gettext
    saying = (
        _("{name}, computed: {last} in {last_year}.")
        if len(own) == 1
        else _("{name}, computed: {first} in {first_year}, {last} in {last_year}.")
    )
    first, last = (
        amount_text(rounded(seen), dataset=dataset, language=language) for seen in (own[0], own[-1])
    )
    return saying.format(
        name=label_of(dataset, "indicators", own[0].indicator, language),
        first=first,
        first_year=own[0].year,
        last=last,
        last_year=own[-1].year,
    )


def _count_stated(series: Series) -> Stated:
    return Stated(values=tuple(dict.fromkeys((series[0], series[-1]))), series=series)


def _count_lead(name: str, series: Series, *, dataset: Dataset, language: Language) -> Lead:
    _ = language.gettext
    first, last = series[0], series[-1]
    stated = _count_stated(series)
    if len(series) == 1 and (lead := one_year(name, stated, dataset=dataset, language=language)):
        return lead
    saying = (
        _("{name}: {last} in {last_year}")
        if len(series) == 1
        else _("{name}: {first} in {first_year}, {last} in {last_year}")
    )
    statement = saying.format(
        name=name,
        first=number_text(first, language),
        first_year=first.year,
        last=number_text(last, language),
        last_year=last.year,
    )
    return with_rivals(statement, stated, dataset=dataset, language=language)


def count_by_year(
    series: CountedSeries, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return a figure of a counted quantity by year."""
    _ = language.gettext
    every = printed_series(dataset, series.table, series.indicator, series.origin)
    chosen = chosen_years(every, filters.years)
    name = label_of(dataset, "indicators", series.indicator, language)
    ranges, gaps = has_ranges(every), has_gaps(every)
    rows: list[ColumnRow] = [
        {
            **row,
            "colour": NEUTRAL,
            **(column_ends(seen) if ranges else ColumnEnds()),
            **RecordRow(),
        }
        for row, seen in zip(
            chart_rows(chosen, dataset=dataset, filters=filters, language=language),
            chosen,
            strict=True,
        )
    ]
    outsiders = outsiders_of(dataset, series.table, (series.indicator,), filters, series.origin)
    shown = (series.table, series.indicator, series.origin)
    per_thing = _averages(series, chosen, dataset)
    notes = (
        *(
            (
                _(
                    "Average: investment from Türkiye divided by the number of projects in the "
                    "same year. The source does not say whether the investment went to these "
                    "projects."
                ),
            )
            if per_thing
            else ()
        ),
        *value_notes(chosen, dataset=dataset, language=language, outsiders=outsiders),
        *gap_note(every, filters, language),
        *elsewhere_note(shown, dataset=dataset, filters=filters, language=language),
        *sector_note(chosen, dataset=dataset, filters=filters, language=language),
    )
    if chosen:
        lead = _count_lead(name, chosen, dataset=dataset, language=language)
        stated = _count_stated(chosen)
        notes = (*rival_notes(stated, dataset=dataset, language=language), *notes)
    else:
        lead = Lead(headline=empty_headline(filters, language))
        notes = (years_with_values(every, language), *notes)
    return Figure(
        id=series.figure,
        headline=lead.headline,
        finding=" ".join(
            filter(
                None,
                (_average_finding(per_thing, dataset=dataset, language=language), lead.finding),
            )
        ),
        subtitle=_("{name} by year, number of {unit}, {places}").format(
            name=name,
            unit=series_unit_name(dataset, series.table, series.indicator, series.origin, language),
            places=as_printed_in([series.origin], dataset=dataset, language=language),
        ),
        form=year_columns(language=language, ranges=ranges, gaps=gaps),
        rows=spaced(rows) if gaps else rows,
        make_table=lambda: figure_table(
            (*chosen, *per_thing, *outsiders), dataset=dataset, language=language
        ),
        origins=(series.origin,),
        notes=notes,
        alternative_text=_("Columns by year: {name}.").format(name=after_colon(name, language)),
    )


COUNTED = (
    CountedSeries(
        figure="investment_projects",
        table="investment",
        indicator="investment_projects",
        origin="table8",
        amount="investment_tr_to_kz",
        average="investment_per_project",
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

COMPANIES = "turkish_companies"


def _builder(series: CountedSeries) -> Builder:
    """Return the builder of a figure; public data can be laid over the number of companies."""
    builder: Builder = partial(count_by_year, series)
    return (
        laid_over(builder, COMPANIES, unit="companies") if series.figure == COMPANIES else builder
    )


FIGURES: Mapping[str, Builder] = MappingProxyType(
    {series.figure: _builder(series) for series in COUNTED}
)
