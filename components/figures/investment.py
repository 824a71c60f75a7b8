"""Figures of investment: both directions, projects, companies, and the sectors named."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from components.charts.columns import year_columns
from components.charts.palette import KAZAKHSTAN, NEUTRAL, TURKIYE
from components.charts.years import year_lines
from components.disagreement import (
    BETWEEN,
    Stated,
    differing_year,
    one_year,
    printed_values,
    rival_clauses,
    rival_notes,
    with_rivals,
)
from components.figure import Builder, Figure
from components.figures.comparison import Comparison, compare_tables
from components.figures.investment_sectors import investment_sectors
from components.other_origins import other_origins
from components.wording import (
    as_printed_in,
    label_of,
    number_text,
    unit_of,
)
from components.yearly import (
    chart_rows,
    empty_headline,
    figure_table,
    has_gaps,
    has_ranges,
    plain_headline,
    range_fields,
    sector_note,
    spaced,
    years_with_values,
)
from components.yearly_notes import (
    elsewhere_note,
    gap_note,
    outsiders_of,
    value_notes,
)
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language
from data.rivals import extremes_elsewhere, is_contested, paragraphs_against
from data.sectors import main_sectors
from data.series import (
    Series,
    chosen_years,
    printed_series,
    series_unit,
)
from data.trends import Direction, direction, falls, highest, observed

DIRECTIONS = MappingProxyType({"investment_tr_to_kz": TURKIYE, "investment_kz_to_tr": KAZAKHSTAN})
"""Both directions of investment in the colour of the country it comes from."""


def _flows_stated(series: Series, dataset: Dataset) -> Stated:
    """Return what the headline states; a rise has its falls named with what contradicts them."""
    return Stated(
        values=tuple(dict.fromkeys((series[0], series[-1]))),
        series=series,
        against=tuple(
            (seen.year, paragraph)
            for before, seen in falls(series)
            for paragraph in paragraphs_against(before, seen, dataset)
            if direction(series[0], series[-1]) is not Direction.ROSE
        ),
    )


def _flows_headline(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    _ = language.gettext
    if not series:
        return empty_headline(filters, language)
    first, last = series[0], series[-1]
    fallen = [
        differing_year(seen.year, paragraphs_against(before, seen, dataset), language)
        for before, seen in falls(series)
    ]
    unit = unit_of(series, dataset=dataset, language=language)
    stated = replace(_flows_stated(series, dataset), unit=unit)
    alone = len(series) == 1 and observed(last)
    if alone and (
        headline := one_year(
            _("Türkiye’s investment in Kazakhstan"),
            number_text(last, language),
            stated,
            dataset=dataset,
            language=language,
        )
    ):
        return headline
    change = direction(first, last)
    if alone:
        saying = _("Türkiye invested {last} {unit} in Kazakhstan in {last_year}")
    elif len(series) == 1 or change is Direction.UNCLEAR:
        return plain_headline(series, dataset=dataset, language=language)
    elif change is not Direction.ROSE:
        saying = _(
            "Türkiye’s investment in Kazakhstan went from {first} to {last} {unit} "
            "between {first_year} and {last_year}"
        )
    elif fallen:
        saying = _(
            "Türkiye’s investment in Kazakhstan rose from {first} to {last} {unit} between "
            "{first_year} and {last_year}, with a fall in {fallen}"
        )
    else:
        saying = _(
            "Türkiye’s investment in Kazakhstan rose from {first} to {last} {unit} "
            "between {first_year} and {last_year}"
        )
    statement = saying.format(
        first=number_text(first, language),
        last=number_text(last, language),
        unit=unit,
        first_year=first.year,
        last_year=last.year,
        fallen=language.enumerate(fallen),
    )
    return with_rivals(statement, stated, dataset=dataset, language=language)


def _best_year(inflow: Series, *, dataset: Dataset, filters: Filters, language: Language) -> str:
    """Say in which chosen year investment was highest, and which sectors led in it."""
    if not inflow or "sector_mentions" not in dataset.tables:
        return ""
    _ = language.gettext
    best = highest(inflow)
    if best is None:
        return _("The year of the highest value cannot be told from the printed ranges and bounds.")
    sectors = language.enumerate(
        label_of(dataset, "sectors", sector, language)
        for sector in dict.fromkeys(
            mention.sector for mention in main_sectors(dataset) if mention.year == best.year
        )
    )
    saying = (
        _("Highest in {year}: {value}; main sectors named: {sectors}.")
        if sectors
        else _("Highest in {year}: {value}; no main sectors are named.")
    )
    value = number_text(best, language)
    own = Stated(values=(best,), series=(best,))
    if is_contested((best,), dataset):
        value, _clauses = printed_values(value, own, dataset=dataset, language=language)
    finding = saying.format(year=best.year, value=value, sectors=sectors)
    higher = extremes_elsewhere(inflow, dataset, years=filters.years, highest=True)
    if not higher:
        return finding
    clauses = rival_clauses(higher, own, dataset=dataset, language=language)
    elsewhere = _("Highest elsewhere – {clauses}.").format(clauses=BETWEEN.join(clauses))
    return f"{finding} {elsewhere}"


def _unit(dataset: Dataset, table: str, indicator: str, origin: str, language: Language) -> str:
    """Return the name of the unit of a series."""
    return label_of(dataset, "units", series_unit(dataset, table, indicator, origin), language)


def investment_flows(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show investment in both directions by year; years can be selected in it.

    All years are drawn, the chosen ones in full colour, so that others remain to be selected.
    """
    _ = language.gettext
    every = {
        indicator: printed_series(dataset, "investment", indicator, filters.investment)
        for indicator in DIRECTIONS
    }
    printed = {indicator: series for indicator, series in every.items() if series}
    names = {
        indicator: label_of(dataset, "indicators", indicator, language) for indicator in printed
    }
    chosen = {
        indicator: chosen_years(series, filters.years) for indicator, series in printed.items()
    }
    shown = [seen for series in chosen.values() for seen in series]
    first, last = filters.years
    ranges, gaps = has_ranges(*printed.values()), has_gaps(*printed.values())
    rows = [
        {
            **row,
            "series": names[indicator],
            "tip_title": f"{names[indicator]}, {row['year']}",
            "chosen": first <= row["year"] <= last,
            **(range_fields(seen) if ranges else {}),
        }
        for indicator, series in printed.items()
        for row, seen in zip(
            chart_rows(series, dataset=dataset, filters=filters, language=language, among=shown),
            series,
            strict=True,
        )
    ]
    inflow = chosen_years(every["investment_tr_to_kz"], filters.years)
    outsiders = outsiders_of(dataset, "investment", DIRECTIONS, filters, filters.investment)
    elsewhere = other_origins(
        "investment",
        partial(printed_series, dataset, "investment", "investment_tr_to_kz"),
        dataset=dataset,
        filters=filters,
        language=language,
    )
    notes = (
        *value_notes(shown, dataset=dataset, language=language, outsiders=outsiders),
        *gap_note(tuple(shown), filters, language),
        *elsewhere.notes(),
        *sector_note(shown, dataset=dataset, filters=filters, language=language),
    )
    select_hint = _(
        "Click a year, or drag across several, to filter every view; double-click for all."
    )
    if not every["investment_kz_to_tr"]:
        missing = _("{place} prints no investment from Kazakhstan in Türkiye.")
        place = label_of(dataset, "origins", filters.investment, language)
        notes = (missing.format(place=place), *notes)
    if inflow:
        stated = _flows_stated(inflow, dataset)
        notes = (*rival_notes(stated, dataset=dataset, language=language), *notes)
    else:
        notes = (years_with_values(every["investment_tr_to_kz"], language), *notes)
    return Figure(
        id="investment_flows",
        headline=elsewhere.headline(
            _flows_headline(inflow, dataset=dataset, filters=filters, language=language), inflow
        ),
        subtitle=_("Investment by direction, {unit}, {places}").format(
            unit=_unit(dataset, "investment", "investment_tr_to_kz", filters.investment, language),
            places=as_printed_in([filters.investment], dataset=dataset, language=language),
        ),
        form=year_lines(
            language=language,
            series=tuple((names[indicator], DIRECTIONS[indicator]) for indicator in printed),
            ranges=ranges,
            gaps=gaps,
        ),
        rows=spaced(rows, by="series") if gaps else rows,
        make_table=lambda: figure_table((*shown, *outsiders), dataset=dataset, language=language),
        origins=(filters.investment,),
        notes=notes,
        finding=_best_year(inflow, dataset=dataset, filters=filters, language=language),
        hint=" ".join((select_hint, *elsewhere.hints())),
        alternative_text=_("Lines of investment by year, one for each direction."),
    )


@dataclass(frozen=True, kw_only=True)
class CountedSeries:
    """A counted quantity that one table prints by year."""

    figure: str
    table: str
    indicator: str
    origin: str


def _count_stated(series: Series) -> Stated:
    return Stated(values=tuple(dict.fromkeys((series[0], series[-1]))), series=series)


def _count_headline(name: str, series: Series, *, dataset: Dataset, language: Language) -> str:
    _ = language.gettext
    first, last = series[0], series[-1]
    stated = _count_stated(series)
    if len(series) == 1 and (
        headline := one_year(
            name, number_text(last, language), stated, dataset=dataset, language=language
        )
    ):
        return headline
    if is_contested(series, dataset):
        place = label_of(dataset, "origins", last.origin, language)
        name = _("{name} – {place}").format(name=name, place=place)
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
    return with_rivals(statement, stated, dataset=dataset, language=language, attributed=False)


def count_by_year(
    series: CountedSeries, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return a figure of one counted quantity by year."""
    _ = language.gettext
    every = printed_series(dataset, series.table, series.indicator, series.origin)
    chosen = chosen_years(every, filters.years)
    name = label_of(dataset, "indicators", series.indicator, language)
    ranges, gaps = has_ranges(every), has_gaps(every)
    rows = [
        {**row, "colour": NEUTRAL, **(range_fields(seen) if ranges else {})}
        for row, seen in zip(
            chart_rows(chosen, dataset=dataset, filters=filters, language=language),
            chosen,
            strict=True,
        )
    ]
    outsiders = outsiders_of(dataset, series.table, (series.indicator,), filters, series.origin)
    shown = (series.table, series.indicator, series.origin)
    notes = (
        *value_notes(chosen, dataset=dataset, language=language, outsiders=outsiders),
        *gap_note(every, filters, language),
        *elsewhere_note(shown, dataset=dataset, filters=filters, language=language),
        *sector_note(chosen, dataset=dataset, filters=filters, language=language),
    )
    if chosen:
        headline = _count_headline(name, chosen, dataset=dataset, language=language)
        stated = _count_stated(chosen)
        notes = (*rival_notes(stated, dataset=dataset, language=language), *notes)
    else:
        headline = empty_headline(filters, language)
        notes = (years_with_values(every, language), *notes)
    return Figure(
        id=series.figure,
        headline=headline,
        subtitle=_("{name} by year, number of {unit}, {places}").format(
            name=name,
            unit=_unit(dataset, series.table, series.indicator, series.origin, language),
            places=as_printed_in([series.origin], dataset=dataset, language=language),
        ),
        form=year_columns(language=language, ranges=ranges, gaps=gaps),
        rows=spaced(rows) if gaps else rows,
        make_table=lambda: figure_table((*chosen, *outsiders), dataset=dataset, language=language),
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


COMPARED = Comparison(
    figure="investment_tables",
    table="investment",
    indicators=tuple(DIRECTIONS),
)

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {
        "investment_flows": investment_flows,
        "investment_sectors": investment_sectors,
        COMPARED.figure: partial(compare_tables, COMPARED),
        **{series.figure: partial(count_by_year, series) for series in COUNTED},
    }
)
