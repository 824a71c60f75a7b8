"""Figure of the growth of trade turnover on the previous year, computed and printed."""

from components.charts.columns import year_columns_with_marks
from components.charts.palette import NEUTRAL
from components.charts.rows import GrowthRow
from components.figures.disagreement import (
    Stated,
    one_year,
    rival_notes,
    signed_percent,
    with_rivals,
)
from components.figures.figure import Figure
from components.figures.other_origins import other_origins
from components.figures.yearly import (
    chart_rows,
    empty_headline,
    figure_table,
    has_gaps,
    sector_note,
    spaced,
    years_with_values,
)
from components.figures.yearly_notes import value_notes
from components.text.amounts import hedged, number_text, percent
from components.text.lists import clauses
from components.text.years import years_listed
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.rivals import extremes_elsewhere
from data.evidence.series import chosen_years, growth, printed_series
from data.evidence.values import Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset


def _rate_text(seen: Value, language: Language) -> str:
    """Format a computed growth with one decimal, and with the qualifier of its inputs."""
    rate = percent(seen.value or 0.0, language, decimals=1, signed=True)
    return hedged(rate, seen.qualifier, language)


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


def _growth_headline(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    _ = language.gettext
    if not series:
        return empty_headline(filters, language)
    best, worst = _extremes(series)
    rates = {seen: seen.value or 0.0 for seen in series}
    stated = _stated(series, dataset=dataset, filters=filters)
    if len(series) == 1 and (
        headline := one_year(
            _("Change of trade turnover"),
            _rate_text(best, language),
            stated,
            dataset=dataset,
            language=language,
        )
    ):
        return headline
    if len(series) == 1:
        saying = _("Trade turnover changed by {best} in {best_year}")
    elif rates[worst] < 0 < rates[best]:
        saying = _(
            "Trade grew fastest in {best_year} ({best}) and shrank most in {worst_year} ({worst})"
        )
    else:
        saying = _(
            "Trade growth was highest in {best_year} ({best}) and lowest in {worst_year} ({worst})"
        )
    statement = saying.format(
        best=_rate_text(best, language),
        best_year=best.year,
        worst=_rate_text(worst, language),
        worst_year=worst.year,
    )
    return with_rivals(statement, stated, dataset=dataset, language=language)


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
                "label": _rate_text(seen, language)
                if seen.year in computed
                else number_text(seen, language),
                "printed": mark,
                "end": max(ends, key=abs),
                "kind": language.gettext("Printed growth"),
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
        (unprinted, _("No growth for {years}: previous year not given.")),
        (
            unclear,
            _(
                "No growth is computed for {years}, because that year or the year "
                "before has a range, a bound, a plan, a target or a value that is "
                "not positive."
            ),
        ),
    )
    notes = [saying.format(years=years_listed(own, language)) for own, saying in sayings if own]
    ranges = [f"{seen.year}: {number_text(seen, language)}" for seen in beside if seen.is_range]
    if ranges:
        saying = _("Growth given as a range is not shown: {values}.")
        notes.append(saying.format(values=clauses(ranges)))
    return notes


def trade_growth(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of the growth of turnover on the previous year, computed and printed."""
    _ = language.gettext
    turnover = printed_series(dataset, "trade", "turnover", filters.trade)
    every = growth(turnover, "turnover_growth")
    series = chosen_years(every, filters.years)
    printed = printed_series(dataset, "trade", "turnover_growth", filters.trade)
    beside = chosen_years(printed, filters.years)
    gaps = has_gaps((*every, *printed))
    rows = _growth_rows(series, beside, dataset=dataset, filters=filters, language=language)
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
    notes = [
        _("Columns are computed from the printed turnover; a diamond is the growth as printed."),
        _("The first year of a table has no growth: previous year not given."),
        *others,
        *_growth_notes(turnover, every, beside, filters=filters, language=language),
        *value_notes(
            (seen for seen in beside if not seen.is_range), dataset=dataset, language=language
        ),
        *elsewhere.notes(),
        *sector_note(series, dataset=dataset, filters=filters, language=language),
    ]
    return Figure(
        id="trade_growth",
        headline=elsewhere.headline(
            _growth_headline(series, dataset=dataset, filters=filters, language=language), series
        ),
        subtitle=_("Growth of trade turnover on the previous year, per cent, {place}").format(
            place=label_of(dataset, "origins", filters.trade, language)
        ),
        form=year_columns_with_marks(language=language, mark=_("Printed growth"), gaps=gaps),
        rows=spaced(rows) if gaps else rows,
        make_table=lambda: figure_table((*series, *beside), dataset=dataset, language=language),
        origins=(filters.trade,),
        notes=tuple(notes) if series else (years_with_values(every, language), *notes),
        alternative_text=_(
            "Columns of computed growth by year, with a diamond at the printed growth."
        ),
    )
