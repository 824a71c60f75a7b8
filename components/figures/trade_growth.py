"""Figure of the growth of trade turnover on the previous year, computed and printed."""

from dataclasses import replace

from components.charts.columns import year_columns_with_marks
from components.charts.rows import EventRow, GrowthRow, RecordRow
from components.figures.annotations import marked_events
from components.figures.disagreement import (
    Stated,
    rival_notes,
    signed_percent,
)
from components.figures.figure import Figure
from components.figures.leads import Lead, one_year, with_rivals
from components.figures.other_origins import other_origins
from components.figures.public_overlay import laid_over
from components.figures.trade_measures import trade_measure
from components.figures.yearly import (
    chart_rows,
    empty_headline,
    figure_table,
    has_gaps,
    sector_note,
    spaced,
    with_sector_mark,
    years_with_values,
)
from components.figures.yearly_notes import value_notes
from components.page.tokens import NEUTRAL
from components.text.amounts import hedged, number_text, percent, share_in_sentence
from components.text.inflection import Inflected
from components.text.lists import clauses
from components.text.years import of_years
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.record_statements import TURNOVER_GROWTH
from data.evidence.rivals import extremes_elsewhere
from data.evidence.series import chosen_years, growth, printed_series
from data.evidence.trade_measures import GROWTH
from data.evidence.values import Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset


def _rate_text(seen: Value, language: Language) -> str:
    """Format a computed growth with one decimal, and with the qualifier of its inputs."""
    rate = percent(seen.value or 0.0, language, decimals=1, signed=True)
    return hedged(rate, seen.qualifier, language)


def _size_text(seen: Value, language: Language) -> Inflected:
    """Format a computed growth without its sign, for sentences that state the direction."""
    return share_in_sentence(abs(seen.value or 0.0), seen.qualifier, language, decimals=1)


def _direction_saying(series: Series, language: Language) -> str:
    """Return the sentence for the growth of one year, or for the highest of several."""
    _ = language.gettext
    rates = [seen.value or 0.0 for seen in series]
    rises, falls = sum(rate > 0 for rate in rates), sum(rate < 0 for rate in rates)
    if len(series) == 1:
        if not rises + falls:
            return _("Trade turnover did not change in {best_year}")
        return (
            _("Trade turnover rose by {best:form} in {best_year}")
            if rises
            else _("Trade turnover fell by {best:form} in {best_year}")
        )
    if rises == 1:
        return _("Trade rose only in {best_year}, by {best:form}")
    if rises:
        return _("Trade grew fastest in {best_year}, by {best:form}")
    return _("Trade growth was highest in {best_year}, at {best_rate}")


def _extremes(series: Series) -> tuple[Value, Value]:
    """Return the values of highest and of lowest growth."""
    rates = {seen: seen.value or 0.0 for seen in series}
    return max(series, key=rates.__getitem__), min(series, key=rates.__getitem__)


def _stated(series: Series, *, dataset: Dataset, filters: Filters) -> Stated:
    """Return the stated values, with rivals that place the highest or lowest growth elsewhere."""
    elsewhere = (
        rival
        for highest in (True, False)
        for rival in extremes_elsewhere(series, dataset, years=filters.years, highest=highest)
    )
    return Stated(
        values=tuple(dict.fromkeys(_extremes(series))),
        series=series,
        elsewhere=() if len(series) == 1 else tuple(elsewhere),
        write=signed_percent,
    )


def _growth_lead(series: Series, *, dataset: Dataset, filters: Filters, language: Language) -> Lead:
    _ = language.gettext
    if not series:
        return Lead(headline=empty_headline(filters, language))
    best, worst = _extremes(series)
    stated = _stated(series, dataset=dataset, filters=filters)
    if len(series) == 1 and (
        lead := one_year(_("Change of trade turnover"), stated, dataset=dataset, language=language)
    ):
        return lead
    statement = _direction_saying(series, language).format(
        best=_size_text(best, language),
        best_rate=_rate_text(best, language),
        best_year=best.year,
    )
    lead = with_rivals(statement, stated, dataset=dataset, language=language)
    if best is worst:
        return lead
    lowest = _("Lowest in {year}: {rate}.").format(
        year=worst.year, rate=_rate_text(worst, language)
    )
    return replace(lead, finding=" ".join(filter(None, (lowest, lead.finding))))


def _growth_rows(
    series: Series, beside: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> list[GrowthRow]:
    """Return the computed growth with the printed one; years with only the latter come last."""
    computed = {seen.year: seen for seen in series}
    printed = {seen.year: seen for seen in beside}
    alone = tuple(seen for seen in beside if seen.year not in computed and seen.value is not None)
    own = (*series, *alone)
    rows: list[GrowthRow] = []
    made = chart_rows(own, dataset=dataset, filters=filters, language=language)
    for row, seen in zip(made, own, strict=True):
        mark = printed[seen.year].value if seen.year in printed else None
        column = computed[seen.year].value if seen.year in computed else None
        ends = [end for end in (column, mark) if end is not None]
        rows.append(
            {
                **row,
                "value": column,
                "colour": NEUTRAL,
                "label": with_sector_mark(
                    _rate_text(seen, language)
                    if seen.year in computed
                    else number_text(seen, language),
                    (seen,),
                    dataset=dataset,
                    filters=filters,
                ),
                "printed": mark,
                "end": max(ends, key=abs),
                **EventRow(),
                **RecordRow(),
                "kind": language.gettext("Printed growth") if mark is not None else "",
            }
        )
    return rows


def _growth_notes(
    turnover: Series, every: Series, beside: Series, *, filters: Filters, language: Language
) -> list[str]:
    """Return notes on selected years without computed growth, with the reason."""
    _ = language.gettext
    years = {seen.year for seen in turnover}
    computed = {seen.year for seen in every}
    missing = [
        seen.year for seen in chosen_years(turnover[1:], filters.years) if seen.year not in computed
    ]
    unprinted = [year for year in missing if year - 1 not in years]
    unclear = [year for year in missing if year - 1 in years]
    sayings = (
        (
            unprinted,
            of_years(
                _("No growth for {year}: previous year not given."),
                _("No growth for {years}: previous years not given."),
            ),
        ),
        (
            unclear,
            of_years(
                _(
                    "No growth is computed for {year}, because that year or the year "
                    "before has a range, a bound, a plan, a target or a value that is "
                    "not positive."
                ),
                _(
                    "No growth is computed for {years}, because these years or the years "
                    "before have a range, a bound, a plan, a target or a value that is "
                    "not positive."
                ),
            ),
        ),
    )
    notes = [saying.listing(own, language) for own, saying in sayings if own]
    ranges = [f"{seen.year}, {number_text(seen, language)}" for seen in beside if seen.is_range]
    if ranges:
        saying = _("Growth given as a range is not shown: {values}.")
        notes.append(saying.format(values=clauses(ranges)))
    return notes


def _growth(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of the growth of turnover on the previous year, computed and printed."""
    _ = language.gettext
    turnover = printed_series(dataset, "trade", "turnover", filters.trade)
    every = growth(turnover, "turnover_growth")
    series = chosen_years(every, filters.years)
    printed = printed_series(dataset, "trade", "turnover_growth", filters.trade)
    beside = chosen_years(printed, filters.years)
    gaps = has_gaps((*every, *printed))
    marked = marked_events(
        "trade_growth",
        (seen.year for seen in (*every, *printed)),
        dataset=dataset,
        filters=filters,
        language=language,
    )
    rows = marked.rows(
        _growth_rows(series, beside, dataset=dataset, filters=filters, language=language)
    )
    elsewhere = other_origins(
        "trade",
        lambda code: growth(printed_series(dataset, "trade", "turnover", code), "turnover_growth"),
        dataset=dataset,
        filters=filters,
        language=language,
    )
    others: tuple[str, ...] = ()
    if series:
        stated = _stated(series, dataset=dataset, filters=filters)
        others = rival_notes(stated, dataset=dataset, language=language)
    mark = _("Printed growth") if printed else ""
    notes = [
        _("Columns are computed from the printed turnover; a diamond is the growth as printed.")
        if mark
        else _("Columns are computed from the printed turnover."),
        _("The first year of a table has no growth: previous year not given."),
        *others,
        *_growth_notes(turnover, every, beside, filters=filters, language=language),
        *value_notes(
            (seen for seen in beside if not seen.is_range), dataset=dataset, language=language
        ),
        *marked.notes(),
        *elsewhere.notes(),
        *sector_note(series, dataset=dataset, filters=filters, language=language),
    ]
    lead = elsewhere.lead(
        _growth_lead(series, dataset=dataset, filters=filters, language=language), series
    )
    return Figure(
        id="trade_growth",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_("Growth of trade turnover on the previous year, per cent, {place}").format(
            place=label_of(dataset, "origins", filters.trade, language)
        ),
        form=year_columns_with_marks(
            language=language, mark=mark, gaps=gaps, events=bool(marked.found)
        ),
        rows=spaced(rows) if gaps else rows,
        make_table=lambda: figure_table((*series, *beside), dataset=dataset, language=language),
        origins=(filters.trade,),
        notes=tuple(notes) if series else (years_with_values(every, language), *notes),
        alternative_text=_(
            "Columns of computed growth by year, with a diamond at the printed growth."
        )
        if mark
        else _("Columns of computed growth by year."),
    )


_growth_beside_record = laid_over(_growth, TURNOVER_GROWTH, unit="percent")


def trade_growth(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of the growth of turnover on the previous year, computed and printed.

    If another measure of trade by year is chosen, the figure shows that one. Public data can be
    laid over growth.
    """
    build = _growth_beside_record if filters.measure == GROWTH else trade_measure
    return build(dataset=dataset, filters=filters, language=language)
