"""Figure of the trade balance: exports minus imports by year."""

from dataclasses import replace
from functools import partial

from components.charts.columns import year_columns
from components.charts.rows import ColumnEnds, ColumnRow, RecordRow
from components.figures.disagreement import (
    Stated,
    outside_sentence,
    rival_notes,
    stated_rivals,
)
from components.figures.disagreement_signs import balance_by_place
from components.figures.figure import Figure
from components.figures.leads import Lead, one_year, with_rivals
from components.figures.other_origins import other_origins
from components.figures.rival_places import set_apart
from components.figures.yearly import (
    chart_rows,
    column_ends,
    empty_headline,
    figure_table,
    has_gaps,
    has_ranges,
    plain_headline,
    sector_note,
    spaced,
    with_sector_mark,
    years_with_values,
)
from components.figures.yearly_notes import gap_note, outsiders_of, value_notes
from components.page.tokens import NEUTRAL
from components.text.amounts import amount_in_sentence, number_text, series_unit_name
from components.text.years import of_years
from data.choice.parameters import Filters
from data.evidence.names import label_of, years_text
from data.evidence.series import (
    TURNOVER_PARTS,
    chosen_years,
    printed_series,
    trade_balance,
)
from data.evidence.trends import signs, unsigned
from data.evidence.values import Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset


def _signed_number(seen: Value, language: Language) -> str:
    return number_text(seen, language, signed=True)


def _with_outside(lead: Lead, stated: Stated, *, dataset: Dataset, language: Language) -> Lead:
    """Return a lead whose finding, if any, ends with the balances from outside the dissertation."""
    _inside, outside = set_apart(stated_rivals(stated, dataset), dataset)
    told = outside_sentence(outside, stated, dataset=dataset, language=language)
    if not lead.finding or not told:
        return lead
    return replace(lead, finding=f"{lead.finding} {told}")


def _balance_lead(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> Lead:
    _ = language.gettext
    if not series:
        return Lead(headline=empty_headline(filters, language))
    last, found = series[-1], signs(series)
    stated = Stated(values=(last,), series=series, write=_signed_number)
    by_place = _with_outside(
        balance_by_place(series, dataset=dataset, language=language),
        stated,
        dataset=dataset,
        language=language,
    )
    if len(series) == 1 and (
        lead := one_year(
            _("Trade balance"),
            replace(stated, unit=label_of(dataset, "units", last.unit, language, "symbol")),
            dataset=dataset,
            language=language,
        )
    ):
        return replace(lead, finding=by_place.finding or lead.finding)
    if by_place.headline:
        return by_place
    certain = all(signs((seen,)) for seen in series)
    if certain and found == {1}:
        saying = (
            _(
                "Kazakhstan sold more to Türkiye than it bought in {year}: a surplus of "
                "{amount:full}"
            )
            if len(series) == 1
            else _(
                "Kazakhstan sold more to Türkiye than it bought in {years}: a surplus of "
                "{amount:full} in {year}"
            )
        )
    elif certain and found == {-1}:
        saying = (
            _(
                "Kazakhstan bought more from Türkiye than it sold in {year}: a deficit of "
                "{amount:full}"
            )
            if len(series) == 1
            else _(
                "Kazakhstan bought more from Türkiye than it sold in {years}: a deficit of "
                "{amount:full} in {year}"
            )
        )
    elif len(found) > 1:
        saying = _("The trade balance switched between surplus and deficit in {years}")
    else:
        return Lead(headline=plain_headline(series, dataset=dataset, language=language))
    statement = saying.format(
        amount=amount_in_sentence(unsigned(last), dataset=dataset, language=language),
        year=last.year,
        years=years_text((series[0].year, last.year)),
    )
    lead = with_rivals(statement, stated, dataset=dataset, language=language)
    return replace(lead, finding=by_place.finding or lead.finding)


def _without_balance(every: Series, dataset: Dataset, filters: Filters) -> list[int]:
    """Return the selected years with exports and imports but without a computed balance."""
    exports, imports = (
        {
            seen.year
            for seen in chosen_years(
                printed_series(dataset, "trade", part, filters.trade), filters.years
            )
        }
        for part in TURNOVER_PARTS
    )
    return sorted(exports & imports - {seen.year for seen in every})


def trade_balances(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of exports minus imports by year."""
    _ = language.gettext
    every = trade_balance(dataset, filters.trade)
    series = chosen_years(every, filters.years)
    ranges, gaps = has_ranges(every), has_gaps(every)
    rows: list[ColumnRow] = [
        {
            **row,
            "colour": NEUTRAL,
            "label": with_sector_mark(
                number_text(seen, language, signed=True), (seen,), dataset=dataset, filters=filters
            ),
            **(column_ends(seen) if ranges else ColumnEnds()),
            **RecordRow(),
        }
        for row, seen in zip(
            chart_rows(series, dataset=dataset, filters=filters, language=language),
            series,
            strict=True,
        )
    ]
    notes = [
        _("Computed: exports less imports of the same table."),
        *rival_notes(Stated(values=series, series=series), dataset=dataset, language=language),
    ]
    uncomputed = _without_balance(every, dataset, filters)
    if uncomputed:
        saying = of_years(
            _(
                "No balance is computed for {year}, because the source gives a "
                "bound, a plan or a target."
            ),
            _(
                "No balance is computed for {years}, because the source gives "
                "bounds, plans or targets."
            ),
        )
        notes.append(saying.listing(uncomputed, language))
    outsiders = outsiders_of(dataset, "trade", TURNOVER_PARTS, filters, filters.trade)
    elsewhere = other_origins(
        "trade",
        partial(trade_balance, dataset),
        dataset=dataset,
        filters=filters,
        language=language,
    )
    notes += (
        *value_notes(series, dataset=dataset, language=language, outsiders=outsiders),
        *gap_note(every, filters, language),
        *elsewhere.notes(),
        *sector_note(series, dataset=dataset, filters=filters, language=language),
    )
    lead = elsewhere.lead(
        _balance_lead(series, dataset=dataset, filters=filters, language=language), series
    )
    return Figure(
        id="trade_balance",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_(
            "Trade balance of Kazakhstan with Türkiye, {unit}, computed from {place}"
        ).format(
            unit=series_unit_name(dataset, "trade", "exports", filters.trade, language),
            place=label_of(dataset, "origins", filters.trade, language),
        ),
        form=year_columns(language=language, ranges=ranges, gaps=gaps),
        rows=spaced(rows) if gaps else rows,
        make_table=lambda: figure_table(series, dataset=dataset, language=language),
        origins=(filters.trade,),
        notes=tuple(notes) if series else (years_with_values(every, language), *notes),
        alternative_text=_(
            "Columns of the trade balance by year, above zero where Kazakhstan sold more."
        ),
    )
