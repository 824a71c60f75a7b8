"""Figures of trade: turnover with its parts, and comparison of the printed tables."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from components.charts.years import stacked_years
from components.figures.annotations import marked_events
from components.figures.comparison import Comparison, compare_tables
from components.figures.disagreement import (
    Stated,
    compound_rates,
    rival_notes,
)
from components.figures.figure import Builder, Figure
from components.figures.leads import Lead, one_year, with_rivals
from components.figures.other_origins import other_origins
from components.figures.public_overlay import laid_over
from components.figures.stacking import Stack, stack_rows
from components.figures.trade_answers import trade_answers
from components.figures.trade_balance import trade_balances
from components.figures.trade_growth import trade_growth
from components.figures.yearly import (
    empty_headline,
    figure_table,
    has_gaps,
    has_ranges,
    plain_headline,
    sector_note,
    spaced,
    years_with_values,
)
from components.figures.yearly_notes import (
    gap_note,
    outsiders_of,
    value_notes,
    years_hint,
)
from components.page.tokens import KAZAKHSTAN, NEUTRAL, TURKIYE
from components.text.amounts import (
    amount_in_sentence,
    series_unit_name,
    unit_of,
)
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.series import (
    TURNOVER_PARTS,
    chosen_years,
    compound_growth,
    printed_series,
    series_choices,
)
from data.evidence.trends import Direction, direction, observed
from data.evidence.values import Series
from data.language.languages import Language
from data.load.dataset import Dataset

PART_COLOURS = MappingProxyType({"exports": KAZAKHSTAN, "imports": TURKIYE})


def _turnover_stated(series: Series) -> Stated:
    return Stated(values=tuple(dict.fromkeys((series[0], series[-1]))), series=series)


def _turnover_lead(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> Lead:
    _ = language.gettext
    if not series:
        return Lead(headline=empty_headline(filters, language))
    first, last = series[0], series[-1]
    unit = unit_of(series, dataset=dataset, language=language)
    stated = replace(_turnover_stated(series), unit=unit)
    alone = len(series) == 1 and observed(last)
    if alone and (
        lead := one_year(_("Trade turnover"), stated, dataset=dataset, language=language)
    ):
        return lead
    sayings = {
        Direction.ROSE: _(
            "Trade turnover rose from {first:number} to {last:full} between {first_year} and "
            "{last_year}"
        ),
        Direction.FELL: _(
            "Trade turnover fell from {first:number} to {last:full} between {first_year} and "
            "{last_year}"
        ),
        Direction.SAME: _("Trade turnover was {last:full} in both {first_year} and {last_year}"),
    }
    change = direction(first, last)
    if alone:
        saying = _("Trade turnover was {last:full} in {last_year}")
    elif len(series) == 1 or change is Direction.UNCLEAR:
        return Lead(headline=plain_headline(series, dataset=dataset, language=language))
    else:
        saying = sayings[change]
    statement = saying.format(
        first=amount_in_sentence(first, dataset=dataset, language=language),
        last=amount_in_sentence(last, dataset=dataset, language=language),
        first_year=first.year,
        last_year=last.year,
    )
    return with_rivals(statement, stated, dataset=dataset, language=language)


def _other_tables(
    chosen: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> Iterator[str]:
    """Yield notes that name each other origin with values for selected years."""
    years = {seen.year for seen in chosen}
    saying = language.gettext("{place} gives other values for some of these years.")
    for code in series_choices(dataset, "trade"):
        other = printed_series(dataset, "trade", "turnover", code)
        if code != filters.trade and not years.isdisjoint(seen.year for seen in other):
            yield saying.format(place=label_of(dataset, "origins", code, language))


def _turnover_notes(
    series: Series, chosen: Series, *, dataset: Dataset, language: Language
) -> tuple[str, ...]:
    _ = language.gettext
    if not chosen:
        return (years_with_values(series, language),)
    others = rival_notes(_turnover_stated(chosen), dataset=dataset, language=language)
    rate = compound_growth(chosen)
    if rate is not None:
        saying = _("Compound annual growth of turnover over the selected years, computed: {rate}.")
        rates = compound_rates(chosen, rate, dataset=dataset, language=language)
        return (saying.format(rate=rates), *others)
    if len(chosen) > 1 and None in (chosen[0].measured, chosen[-1].measured):
        return (
            _(
                "No compound growth is computed, because the first or last selected "
                "year has a range, a bound, a plan or a target."
            ),
            *others,
        )
    return others


def trade_turnover(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of exports and imports stacked to turnover; years can be selected in it.

    All years are drawn, the selected ones in full colour, so that others can be selected.
    """
    _ = language.gettext
    totals = printed_series(dataset, "trade", "turnover", filters.trade)
    parts = tuple(printed_series(dataset, "trade", part, filters.trade) for part in TURNOVER_PARTS)
    names = tuple(label_of(dataset, "indicators", part, language) for part in TURNOVER_PARTS)
    stack = Stack(parts=parts, names=names, total=totals, rest_name=_("Turnover, parts not given"))
    ranges, gaps = has_ranges(*parts, totals), has_gaps((*parts[0], *parts[1], *totals))
    rows = stack_rows(stack, ranges=ranges, dataset=dataset, filters=filters, language=language)
    marked = marked_events(
        "trade_turnover",
        (int(row["year"]) for row in rows),
        dataset=dataset,
        filters=filters,
        language=language,
    )
    rows = marked.rows(rows)
    colours = tuple(zip(names, PART_COLOURS.values(), strict=True))
    chosen = chosen_years(totals, filters.years)
    shown = [seen for part in (*parts, totals) for seen in chosen_years(part, filters.years)]
    outsiders = outsiders_of(
        dataset, "trade", (*TURNOVER_PARTS, "turnover"), filters, filters.trade
    )
    elsewhere = other_origins(
        "trade",
        partial(printed_series, dataset, "trade", "turnover"),
        dataset=dataset,
        filters=filters,
        language=language,
    )
    lead = elsewhere.lead(
        _turnover_lead(chosen, dataset=dataset, filters=filters, language=language), chosen
    )
    return Figure(
        id="trade_turnover",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_(
            "Exports and imports of Kazakhstan in trade with Türkiye, {unit}, {places}"
        ).format(
            unit=series_unit_name(dataset, "trade", "turnover", filters.trade, language),
            places=as_printed_in([filters.trade], dataset=dataset, language=language),
        ),
        form=stacked_years(
            language=language,
            series=(*colours, (stack.rest_name, NEUTRAL)) if stack.rests else colours,
            ranges=ranges,
            gaps=gaps,
            events=bool(marked.found),
        ),
        rows=spaced(rows) if gaps else rows,
        make_table=lambda: figure_table((*shown, *outsiders), dataset=dataset, language=language),
        origins=(filters.trade,),
        notes=(
            *_turnover_notes(totals, chosen, dataset=dataset, language=language),
            *value_notes(shown, dataset=dataset, language=language, outsiders=outsiders),
            *gap_note(totals, filters, language),
            *marked.notes(),
            *elsewhere.notes(),
            *_other_tables(chosen, dataset=dataset, filters=filters, language=language),
            *sector_note(shown, dataset=dataset, filters=filters, language=language),
        ),
        hint=" ".join((years_hint(language), *elsewhere.hints())),
        alternative_text=_(
            "Stacked columns of exports and imports by year with the turnover above each column."
        ),
    )


COMPARED = Comparison(
    figure="trade_tables",
    table="trade",
    indicators=("turnover", *TURNOVER_PARTS),
)

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {
        "trade_turnover": laid_over(trade_turnover, "turnover"),
        "trade_answers": trade_answers,
        "trade_balance": laid_over(trade_balances, "balance"),
        "trade_growth": trade_growth,
        COMPARED.figure: partial(compare_tables, COMPARED),
    }
)
