"""Figure of trade turnover by year, beside every other total that the source prints."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from components.charts.rivals import stacked_years_with_rivals
from components.charts.rows import PartRow, RivalRow
from components.figures.disagreement import Stated, rival_notes, values_of_year
from components.figures.figure import Figure
from components.figures.leads import Lead
from components.figures.other_origins import other_origins
from components.figures.rival_places import set_apart
from components.figures.stacking import Stack, stack_rows
from components.figures.yearly import (
    empty_headline,
    figure_table,
    has_gaps,
    has_ranges,
    plain_headline,
    sector_note,
    spaced,
    tip,
    years_with_values,
)
from components.figures.yearly_notes import gap_note, outsiders_of, value_notes, years_hint
from components.page.tokens import FADED, KAZAKHSTAN, NEUTRAL, TURKIYE
from components.text.amounts import (
    amount_in_sentence,
    number_text,
    series_unit_name,
    unit_of,
)
from components.text.lists import apposed, clauses, listed, outside_clause
from components.text.places import as_printed_in, short_place
from data.choice.parameters import Filters
from data.evidence.catalogue import values_by_id
from data.evidence.names import label_of
from data.evidence.origins import is_outside
from data.evidence.rivals import Rival, rivals_of
from data.evidence.series import TURNOVER_PARTS, chosen_years, printed_series
from data.evidence.trends import Direction, direction, observed
from data.evidence.values import Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset


def other_totals(seen: Value, dataset: Dataset) -> tuple[Rival, ...]:
    """Return the other printed numbers of the quantity and year of a value."""
    return tuple(
        rival
        for rival in rivals_of(seen, dataset)
        if rival.same_quantity and rival.period == seen.period and rival.number is not None
    )


def _most_contested(series: Series, dataset: Dataset) -> Value | None:
    """Return the value with the most other totals of the dissertation; None without any.

    Of several such values it is the last.
    """

    def others(seen: Value) -> int:
        inside, _outside = set_apart(other_totals(seen, dataset), dataset)
        return len(inside)

    return max(filter(others, reversed(series)), key=others, default=None)


def _statement(series: Series, *, dataset: Dataset, language: Language) -> str:
    """Return how turnover changed from the first to the last value, or what its only value is."""
    _ = language.gettext
    first, last = series[0], series[-1]
    change = direction(first, last)
    if len(series) == 1 and observed(last):
        saying = _("Trade turnover was {last:full} in {last_year}")
    elif len(series) == 1 or change is Direction.UNCLEAR:
        return plain_headline(series, dataset=dataset, language=language)
    else:
        saying = {
            Direction.ROSE: _("Trade rose from {first:number} to {last:full}"),
            Direction.FELL: _("Trade fell from {first:number} to {last:full}"),
            Direction.SAME: _(
                "Trade turnover was {last:full} in both {first_year} and {last_year}"
            ),
        }[change]
    return saying.format(
        first=amount_in_sentence(first, dataset=dataset, language=language),
        last=amount_in_sentence(last, dataset=dataset, language=language),
        first_year=first.year,
        last_year=last.year,
    )


def _headline(series: Series, *, dataset: Dataset, filters: Filters, language: Language) -> str:
    """Return the change of turnover, and all totals of the year that has most of them."""
    _ = language.gettext
    if not series:
        return empty_headline(filters, language)
    contested = _most_contested(series, dataset)
    if contested is None:
        return _statement(series, dataset=dataset, language=language)
    stated = Stated(values=(contested,), series=(contested,))
    found = values_of_year(stated, dataset=dataset, language=language)
    values = clauses((listed(found.inside, language), outside_clause(found.outside, language)))
    count = len(found.inside)
    if len(series) == 1:
        saying = language.ngettext(
            "The source prints {count} total for trade in {year}, {unit}: {values}",
            "The source prints {count} totals for trade in {year}, {unit}: {values}",
            count,
        )
        return saying.format(
            count=language.number(count),
            year=contested.year,
            unit=unit_of(series, dataset=dataset, language=language),
            values=values,
        )
    saying = language.ngettext(
        "for {year} the source prints {count} total: {values}",
        "for {year} the source prints {count} totals: {values}",
        count,
    )
    told = saying.format(count=language.number(count), year=contested.year, values=values)
    return clauses((_statement(series, dataset=dataset, language=language), told))


def _kind(rivals: Iterable[Rival], *, dataset: Dataset, language: Language) -> str:
    """Return the name of other totals: of the source, from outside it, or of both."""
    _ = language.gettext
    beyond = {is_outside(dataset, origin) for rival in rivals for origin in rival.origins}
    if beyond == {True}:
        return _("Other total from outside the dissertation")
    return _("Other total") if beyond == {True, False} else _("Other total in the source")


def _rival_rows(
    totals: Series, pattern: PartRow, *, dataset: Dataset, filters: Filters, language: Language
) -> list[RivalRow]:
    first, last = filters.years
    every = [rival for seen in totals for rival in other_totals(seen, dataset)]
    kind = _kind(every, dataset=dataset, language=language)
    return [
        {
            **pattern,
            "year": seen.year,
            "value": None,
            "label": number_text(rival.value, language),
            "opacity": 1.0 if first <= seen.year <= last else FADED,
            "tip_title": apposed(
                (_kind((rival,), dataset=dataset, language=language), str(seen.year))
            ),
            "tip": tip(rival.value, dataset=dataset, language=language),
            "total": "",
            "rival": rival.number,
            "rival_label": "\n".join(
                (
                    number_text(rival.value, language),
                    short_place(rival.value, dataset=dataset, language=language),
                )
            ),
            "kind": kind,
        }
        for seen in totals
        for rival in other_totals(seen, dataset)
    ]


def _notes(
    totals: Series, chosen: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> Iterable[str]:
    if not chosen:
        return (years_with_values(totals, language),)
    stated = Stated(values=chosen, series=chosen)
    return (
        *rival_notes(stated, dataset=dataset, language=language),
        *gap_note(totals, filters, language),
    )


def trade_answers(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of exports and imports stacked to turnover, with other printed totals.

    All years are drawn, the selected ones in full colour, so that others can be selected.
    """
    _ = language.gettext
    totals = printed_series(dataset, "trade", "turnover", filters.trade)
    parts = tuple(printed_series(dataset, "trade", part, filters.trade) for part in TURNOVER_PARTS)
    names = tuple(label_of(dataset, "indicators", part, language) for part in TURNOVER_PARTS)
    stack = Stack(parts=parts, names=names, total=totals, rest_name=_("Turnover, parts not given"))
    ranges, gaps = has_ranges(*parts, totals), has_gaps((*parts[0], *parts[1], *totals))
    columns: Sequence[PartRow] = stack_rows(
        stack, ranges=ranges, dataset=dataset, filters=filters, language=language
    )
    rows: list[RivalRow] = [
        {**row, "rival": None, "rival_label": "", "kind": ""} for row in columns
    ]
    if columns:
        rows += _rival_rows(totals, columns[0], dataset=dataset, filters=filters, language=language)
    rivals = [rival for seen in totals for rival in other_totals(seen, dataset)]
    beyond = any(is_outside(dataset, origin) for rival in rivals for origin in rival.origins)
    colours = tuple(zip(names, (KAZAKHSTAN, TURKIYE), strict=True))
    chosen = chosen_years(totals, filters.years)
    shown = [seen for part in (*parts, totals) for seen in chosen_years(part, filters.years)]
    printed = values_by_id(dataset)
    others = [
        replace(printed[name].in_unit(seen.unit), indicator=seen.indicator)
        for seen in chosen
        for rival in other_totals(seen, dataset)
        for name in rival.ids
        if name in printed and printed[name].period == seen.period
    ]
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
    told = _headline(chosen, dataset=dataset, filters=filters, language=language)
    lead = elsewhere.lead(Lead(headline=told), chosen)
    return Figure(
        id="trade_answers",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=(
            _(
                "Exports and imports of Kazakhstan in trade with Türkiye, {unit}, {places}; "
                "diamonds are other totals, also from outside the dissertation"
            )
            if beyond
            else _(
                "Exports and imports of Kazakhstan in trade with Türkiye, {unit}, {places}; "
                "diamonds are other totals that the source prints"
            )
        ).format(
            unit=series_unit_name(dataset, "trade", "turnover", filters.trade, language),
            places=as_printed_in([filters.trade], dataset=dataset, language=language),
        ),
        form=stacked_years_with_rivals(
            language=language,
            series=(*colours, (stack.rest_name, NEUTRAL)) if stack.rests else colours,
            kind=_kind(rivals, dataset=dataset, language=language) if rivals else "",
            ranges=ranges,
            gaps=gaps,
        ),
        rows=spaced(rows) if gaps else rows,
        make_table=lambda: figure_table(
            (*shown, *others, *outsiders), dataset=dataset, language=language
        ),
        origins=tuple(dict.fromkeys((filters.trade, *(seen.origin for seen in others)))),
        notes=(
            *_notes(totals, chosen, dataset=dataset, filters=filters, language=language),
            *value_notes(shown, dataset=dataset, language=language, outsiders=outsiders),
            *elsewhere.notes(),
            *sector_note(
                (seen for seen in shown if seen.indicator in TURNOVER_PARTS),
                dataset=dataset,
                filters=filters,
                language=language,
            ),
        ),
        hint=years_hint(language),
        alternative_text=_(
            "Stacked columns of exports and imports by year, with diamonds at other totals."
        ),
    )
