"""Figures of investment: both directions by year, and comparison of the printed tables."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from components.charts.rows import EventRow, LineEnds, LineRow, RecordRow
from components.charts.years import year_lines
from components.figures import yearly_counts
from components.figures.annotations import marked_events
from components.figures.comparison import Comparison, compare_tables
from components.figures.disagreement import (
    Stated,
    printed_values,
    rival_clauses,
    rival_notes,
)
from components.figures.figure import Builder, Figure
from components.figures.investment_sectors import investment_sectors
from components.figures.leads import Lead, one_year, with_rivals
from components.figures.other_origins import other_origins
from components.figures.public_overlay import laid_over
from components.figures.yearly import (
    chart_rows,
    empty_headline,
    figure_table,
    has_gaps,
    has_ranges,
    line_ends,
    plain_headline,
    sector_note,
    spaced,
    years_with_values,
)
from components.figures.yearly_notes import gap_note, outsiders_of, value_notes, years_hint
from components.page.tokens import KAZAKHSTAN, TURKIYE
from components.text.amounts import (
    amount_in_sentence,
    number_text,
    series_unit_name,
    unit_of,
)
from components.text.lists import clauses
from components.text.names import sectors_in_sentence
from components.text.places import as_printed_in
from components.text.years import of_years
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.origins import is_outside
from data.evidence.rivals import extremes_elsewhere, is_contested, paragraphs_against
from data.evidence.sectors import main_sectors
from data.evidence.series import chosen_years, printed_series
from data.evidence.trends import Direction, direction, falls, highest, observed
from data.evidence.values import Series
from data.language.languages import Language
from data.load.dataset import Dataset

DIRECTIONS = MappingProxyType({"investment_tr_to_kz": TURKIYE, "investment_kz_to_tr": KAZAKHSTAN})
"""Colour of each direction of investment: that of the investing country."""


def _flows_stated(series: Series, dataset: Dataset) -> Stated:
    """Return the stated values, and paragraphs that contradict the falls."""
    return Stated(
        values=tuple(dict.fromkeys((series[0], series[-1]))),
        series=series,
        against=tuple(
            (seen.year, paragraph)
            for before, seen in falls(series)
            for paragraph in paragraphs_against(before, seen, dataset)
        ),
    )


def _flows_lead(series: Series, *, dataset: Dataset, filters: Filters, language: Language) -> Lead:
    _ = language.gettext
    if not series:
        return Lead(headline=empty_headline(filters, language))
    first, last = series[0], series[-1]
    fallen = [seen.year for _before, seen in falls(series)]
    unit = unit_of(series, dataset=dataset, language=language)
    stated = replace(_flows_stated(series, dataset), unit=unit)
    alone = len(series) == 1 and observed(last)
    if alone and (
        lead := one_year(
            _("Türkiye’s investment in Kazakhstan"), stated, dataset=dataset, language=language
        )
    ):
        return lead
    change = direction(first, last)
    if alone:
        saying = _("Türkiye invested {last:full} in Kazakhstan in {last_year}")
    elif len(series) == 1 or change is Direction.UNCLEAR:
        return Lead(headline=plain_headline(series, dataset=dataset, language=language))
    elif change is Direction.SAME:
        saying = _(
            "Türkiye’s investment in Kazakhstan was {last:full} in both {first_year} and "
            "{last_year}"
        )
    elif change is not Direction.ROSE:
        saying = _(
            "Türkiye’s investment in Kazakhstan fell from {first:number} to {last:full} "
            "between {first_year} and {last_year}"
        )
    else:
        saying = _(
            "Türkiye’s investment in Kazakhstan rose from {first:number} to {last:full} "
            "between {first_year} and {last_year}"
        )
    statement = saying.format(
        first=amount_in_sentence(first, dataset=dataset, language=language),
        last=amount_in_sentence(last, dataset=dataset, language=language),
        first_year=first.year,
        last_year=last.year,
    )
    lead = with_rivals(statement, stated, dataset=dataset, language=language)
    if change is not Direction.ROSE or not fallen:
        return lead
    falling = of_years(_("It fell in {year}."), _("It fell in {years}."))
    fall = falling.listing(fallen, language)
    return replace(lead, finding=" ".join(filter(None, (fall, lead.finding))))


def _sectors_of(year: int, *, dataset: Dataset, language: Language) -> str:
    """List the main sectors of investment that the source names for a year."""
    own = dict.fromkeys(mention.sector for mention in main_sectors(dataset) if mention.year == year)
    return sectors_in_sentence(own, dataset=dataset, language=language)


def _best_year(inflow: Series, *, dataset: Dataset, filters: Filters, language: Language) -> str:
    """Return a sentence on the year of the highest investment, and on its main sectors."""
    if not inflow or "sector_mentions" not in dataset.tables:
        return ""
    _ = language.gettext
    if len(inflow) == 1:
        year = inflow[0].year
        saying = _("Main sectors named in {year}: {sectors}.")
        sectors = _sectors_of(year, dataset=dataset, language=language)
        return saying.format(year=year, sectors=sectors) if sectors else ""
    best = highest(inflow)
    if best is None:
        return _("The ranges and bounds given do not show which year had the highest value.")
    sectors = _sectors_of(best.year, dataset=dataset, language=language)
    saying = (
        _("Highest in {year}: {value}; main sectors named: {sectors}.")
        if sectors
        else _("Highest in {year}: {value}; no main sectors are named.")
    )
    value = number_text(best, language)
    own = Stated(values=(best,), series=(best,))
    if is_contested((best,), dataset):
        value = printed_values(own, dataset=dataset, language=language)
    finding = saying.format(year=best.year, value=value, sectors=sectors)
    higher = extremes_elsewhere(inflow, dataset, years=filters.years, highest=True)
    if not higher:
        return finding
    told = rival_clauses(higher, own, dataset=dataset, language=language)
    elsewhere = _("Highest value given elsewhere – {clauses}.").format(clauses=clauses(told))
    return f"{finding} {elsewhere}"


def investment_flows(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of investment in both directions by year, in which years can be selected.

    All years are drawn, the selected ones in full colour, so that others can be selected.
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
    rows: list[LineRow] = [
        {
            **row,
            "series": names[indicator],
            "tip_title": f"{names[indicator]}, {row['year']}",
            "chosen": first <= row["year"] <= last,
            **(line_ends(seen) if ranges else LineEnds()),
            **EventRow(),
            **RecordRow(),
        }
        for indicator, series in printed.items()
        for row, seen in zip(
            chart_rows(series, dataset=dataset, filters=filters, language=language),
            series,
            strict=True,
        )
    ]
    marked = marked_events(
        "investment_flows",
        (int(row["year"]) for row in rows),
        dataset=dataset,
        filters=filters,
        language=language,
    )
    rows = marked.rows(rows)
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
        *marked.notes(),
        *elsewhere.notes(),
        *sector_note(shown, dataset=dataset, filters=filters, language=language),
    )
    unsaid = _("The source does not say whether these amounts are gross or net, flows or stocks.")
    if not is_outside(dataset, filters.investment):
        notes = (unsaid, *notes)
    if not every["investment_kz_to_tr"] and every["investment_tr_to_kz"]:
        missing = _("{place} gives no investment from Kazakhstan in Türkiye.")
        place = label_of(dataset, "origins", filters.investment, language)
        notes = (missing.format(place=place), *notes)
    if inflow:
        stated = _flows_stated(inflow, dataset)
        best = _best_year(inflow, dataset=dataset, filters=filters, language=language)
        others = rival_notes(stated, dataset=dataset, language=language)
        notes = (*filter(None, (best,)), *others, *notes)
    else:
        notes = (years_with_values(every["investment_tr_to_kz"], language), *notes)
    lead = elsewhere.lead(
        _flows_lead(inflow, dataset=dataset, filters=filters, language=language), inflow
    )
    return Figure(
        id="investment_flows",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_("Investment by direction, {unit}, {places}").format(
            unit=series_unit_name(
                dataset, "investment", "investment_tr_to_kz", filters.investment, language
            ),
            places=as_printed_in([filters.investment], dataset=dataset, language=language),
        ),
        form=year_lines(
            language=language,
            series=tuple((names[indicator], DIRECTIONS[indicator]) for indicator in printed),
            ranges=ranges,
            gaps=gaps,
            events=bool(marked.found),
        ),
        rows=spaced(rows, by="series") if gaps else rows,
        make_table=lambda: figure_table((*shown, *outsiders), dataset=dataset, language=language),
        origins=(filters.investment,),
        notes=notes,
        hint=" ".join((years_hint(language), *elsewhere.hints())),
        alternative_text=_("Line chart of investment by year, one line for each direction."),
    )


COMPARED = Comparison(
    figure="investment_tables",
    table="investment",
    indicators=tuple(DIRECTIONS),
)

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {
        "investment_flows": laid_over(
            investment_flows, "investment_tr_to_kz", "investment_kz_to_tr"
        ),
        "investment_sectors": investment_sectors,
        COMPARED.figure: partial(compare_tables, COMPARED),
        **yearly_counts.FIGURES,
    }
)
