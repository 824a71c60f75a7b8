"""Figures of trade: turnover, balance, growth, and where the two printed tables disagree."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from components.disagreement import (
    Stated,
    compound_rates,
    one_year,
    rival_notes,
    signed_percent,
    with_rivals,
)
from components.disagreement_signs import balance_by_place
from components.figure import Builder, Figure
from components.figures.comparison import Comparison, compare_tables
from components.forms import stacked_years, year_columns, year_columns_with_marks
from components.palette import KAZAKHSTAN, NEUTRAL, TURKIYE
from components.wording import (
    amount,
    as_printed_in,
    label_of,
    percent,
    unit_of,
    years_text,
)
from components.yearly import (
    chart_rows,
    empty_headline,
    figure_table,
    sector_note,
    years_with_values,
)
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language
from data.rivals import extremes_elsewhere
from data.series import (
    TURNOVER_PARTS,
    Series,
    chosen_years,
    compound_growth,
    growth,
    printed_series,
    series_choices,
    trade_balance,
)

PART_COLOURS = MappingProxyType({"exports": KAZAKHSTAN, "imports": TURKIYE})


def _turnover_stated(series: Series) -> Stated:
    return Stated(values=tuple(dict.fromkeys((series[0], series[-1]))), series=series)


def _turnover_headline(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    _ = language.gettext
    if not series:
        return empty_headline(filters, language)
    first, last = series[0], series[-1]
    unit = unit_of(series, dataset=dataset, language=language)
    stated = replace(_turnover_stated(series), unit=unit)
    if len(series) == 1 and (
        headline := one_year(
            _("Trade turnover"),
            language.number(last.value),
            stated,
            dataset=dataset,
            language=language,
        )
    ):
        return headline
    if len(series) == 1:
        saying = _("Trade turnover was {last} {unit} in {last_year}")
    elif last.value > first.value:
        saying = _(
            "Trade turnover rose from {first} to {last} {unit} between {first_year} and {last_year}"
        )
    elif last.value < first.value:
        saying = _(
            "Trade turnover fell from {first} to {last} {unit} between {first_year} and {last_year}"
        )
    else:
        saying = _("Trade turnover stood at {last} {unit} in {first_year} and in {last_year}")
    statement = saying.format(
        first=language.number(first.value),
        last=language.number(last.value),
        unit=unit,
        first_year=first.year,
        last_year=last.year,
    )
    return with_rivals(statement, stated, dataset=dataset, language=language)


def _turnover_hint(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    """Say how years are selected, and which other table prints some of the chosen years."""
    _ = language.gettext
    hints = [_("Click a year, or drag across several, to filter every view; double-click for all.")]
    years = {seen.year for seen in chosen_years(series, filters.years)}
    for code in series_choices(dataset, "trade"):
        other = printed_series(dataset, "trade", "turnover", code)
        if code != filters.trade and not years.isdisjoint(seen.year for seen in other):
            saying = _(
                "{place} prints other values for some of these years; it can be chosen above."
            )
            hints.append(saying.format(place=label_of(dataset, "origins", code, language)))
    return " ".join(hints)


def _turnover_notes(
    series: Series, chosen: Series, *, dataset: Dataset, language: Language
) -> tuple[str, ...]:
    if not chosen:
        return (years_with_values(series, language),)
    others = rival_notes(_turnover_stated(chosen), dataset=dataset, language=language)
    rate = compound_growth(chosen)
    if rate is None:
        return others
    saying = language.gettext(
        "Compound annual growth of turnover over the chosen years, computed: {rate}."
    )
    rates = compound_rates(chosen, rate, dataset=dataset, language=language)
    return (saying.format(rate=rates), *others)


def trade_turnover(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Stack exports and imports to the turnover of each year; years can be selected in it.

    All years are drawn, the chosen ones in full colour, so that others remain to be selected.
    """
    _ = language.gettext
    totals = printed_series(dataset, "trade", "turnover", filters.trade)
    parts = [printed_series(dataset, "trade", part, filters.trade) for part in TURNOVER_PARTS]
    names = [label_of(dataset, "indicators", part, language) for part in TURNOVER_PARTS]
    drawn = [seen for series in parts for seen in series]
    heights = {seen.year: seen.value for seen in totals}
    rows = [
        {
            **row,
            "series": name,
            "order": order,
            "top": heights.get(row["year"]),
            "total": language.number(heights[row["year"]])
            if name == names[-1] and row["year"] in heights
            else "",
            "tip_title": f"{name}, {row['year']}",
        }
        for order, (name, series) in enumerate(zip(names, parts, strict=True))
        for row in chart_rows(
            series, dataset=dataset, filters=filters, language=language, among=drawn
        )
    ]
    chosen = chosen_years(totals, filters.years)
    return Figure(
        id="trade_turnover",
        headline=_turnover_headline(chosen, dataset=dataset, filters=filters, language=language),
        subtitle=_(
            "Exports and imports of Kazakhstan in trade with Türkiye, {unit}, {places}"
        ).format(
            unit=unit_of(totals, dataset=dataset, language=language),
            places=as_printed_in([filters.trade], dataset=dataset, language=language),
        ),
        form=stacked_years(
            language=language,
            series=tuple(zip(names, PART_COLOURS.values(), strict=True)),
        ),
        rows=rows,
        make_table=lambda: figure_table(
            (seen for part in (*parts, totals) for seen in chosen_years(part, filters.years)),
            language,
        ),
        origins=(filters.trade,),
        notes=(
            *_turnover_notes(totals, chosen, dataset=dataset, language=language),
            *sector_note(
                (seen for seen in drawn if seen.year in {own.year for own in chosen}),
                dataset=dataset,
                filters=filters,
                language=language,
            ),
        ),
        hint=_turnover_hint(totals, dataset=dataset, filters=filters, language=language),
        alternative_text=_(
            "Stacked columns of exports and imports by year with the turnover above each column."
        ),
    )


def _balance_headline(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    _ = language.gettext
    if not series:
        return empty_headline(filters, language)
    by_place = balance_by_place(series, dataset=dataset, language=language)
    if by_place:
        return by_place
    last = series[-1]
    if all(seen.value > 0 for seen in series):
        saying = (
            _("Kazakhstan sold more to Türkiye than it bought in {year}: a surplus of {amount}")
            if len(series) == 1
            else _(
                "Kazakhstan sold more to Türkiye than it bought in {years}: "
                "a surplus of {amount} in {year}"
            )
        )
    elif all(seen.value < 0 for seen in series):
        saying = (
            _("Kazakhstan bought more from Türkiye than it sold in {year}: a deficit of {amount}")
            if len(series) == 1
            else _(
                "Kazakhstan bought more from Türkiye than it sold in {years}: "
                "a deficit of {amount} in {year}"
            )
        )
    else:
        saying = _("The trade balance did not keep one sign in {years}")
    statement = saying.format(
        amount=amount(abs(last.value), last.unit, dataset=dataset, language=language),
        year=last.year,
        years=years_text((series[0].year, last.year)),
    )
    stated = Stated(values=(last,), series=series)
    return with_rivals(statement, stated, dataset=dataset, language=language)


def trade_balances(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show exports less imports of each year."""
    _ = language.gettext
    every = trade_balance(dataset, filters.trade)
    series = chosen_years(every, filters.years)
    rows = [
        {
            **row,
            "colour": KAZAKHSTAN if row["value"] >= 0 else TURKIYE,
            "label": language.number(row["value"], signed=True),
        }
        for row in chart_rows(series, dataset=dataset, filters=filters, language=language)
    ]
    notes = (
        _("Computed: exports less imports of the same table."),
        *rival_notes(Stated(values=series, series=series), dataset=dataset, language=language),
        *sector_note(series, dataset=dataset, filters=filters, language=language),
    )
    return Figure(
        id="trade_balance",
        headline=_balance_headline(series, dataset=dataset, filters=filters, language=language),
        subtitle=_(
            "Trade balance of Kazakhstan with Türkiye, {unit}, computed from {place}"
        ).format(
            unit=unit_of(every, dataset=dataset, language=language),
            place=label_of(dataset, "origins", filters.trade, language),
        ),
        form=year_columns(language=language),
        rows=rows,
        make_table=lambda: figure_table(series, language),
        origins=(filters.trade,),
        notes=notes if series else (years_with_values(every, language), *notes),
        alternative_text=_(
            "Columns of the trade balance by year, above zero where Kazakhstan sold more."
        ),
    )


def _growth_stated(series: Series, *, dataset: Dataset, filters: Filters) -> Stated:
    best = max(series, key=lambda seen: seen.value)
    worst = min(series, key=lambda seen: seen.value)
    alone = len(series) == 1
    return Stated(
        values=tuple(dict.fromkeys((best, worst))),
        series=series,
        elsewhere=()
        if alone
        else tuple(
            rival
            for highest in (True, False)
            for rival in extremes_elsewhere(series, dataset, years=filters.years, highest=highest)
        ),
        write=signed_percent,
    )


def _growth_headline(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    _ = language.gettext
    if not series:
        return empty_headline(filters, language)
    best = max(series, key=lambda seen: seen.value)
    worst = min(series, key=lambda seen: seen.value)
    stated = _growth_stated(series, dataset=dataset, filters=filters)
    if len(series) == 1 and (
        headline := one_year(
            _("Change of trade turnover"),
            percent(best.value, language, decimals=1, signed=True),
            stated,
            dataset=dataset,
            language=language,
        )
    ):
        return headline
    if len(series) == 1:
        saying = _("Trade turnover changed by {best} in {best_year}")
    elif worst.value < 0 < best.value:
        saying = _(
            "Trade grew fastest in {best_year} ({best}) and shrank most in {worst_year} ({worst})"
        )
    else:
        saying = _(
            "Trade growth was highest in {best_year} ({best}) and lowest in {worst_year} ({worst})"
        )
    statement = saying.format(
        best=percent(best.value, language, decimals=1, signed=True),
        best_year=best.year,
        worst=percent(worst.value, language, decimals=1, signed=True),
        worst_year=worst.year,
    )
    return with_rivals(statement, stated, dataset=dataset, language=language)


def trade_growth(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show growth of turnover on the previous year, computed, beside the printed one."""
    _ = language.gettext
    turnover = printed_series(dataset, "trade", "turnover", filters.trade)
    every = growth(turnover, "turnover_growth")
    series = chosen_years(every, filters.years)
    beside = chosen_years(
        printed_series(dataset, "trade", "turnover_growth", filters.trade), filters.years
    )
    printed = {seen.year: seen.value for seen in beside}
    mark = _("Printed growth")
    rows = [
        {
            **row,
            "colour": NEUTRAL,
            "label": percent(row["value"], language, decimals=1, signed=True),
            "printed": printed.get(row["year"]),
            "end": max(row["value"], printed.get(row["year"], row["value"]), key=abs),
            "kind": mark,
        }
        for row in chart_rows(series, dataset=dataset, filters=filters, language=language)
    ]
    notes = (
        _("Columns are computed from the printed turnover; a diamond is the growth as printed."),
        _("The first year of a table has no growth, because the year before it is not printed."),
        *(
            rival_notes(
                _growth_stated(series, dataset=dataset, filters=filters),
                dataset=dataset,
                language=language,
            )
            if series
            else ()
        ),
        *sector_note(series, dataset=dataset, filters=filters, language=language),
    )
    return Figure(
        id="trade_growth",
        headline=_growth_headline(series, dataset=dataset, filters=filters, language=language),
        subtitle=_("Growth of trade turnover on the previous year, per cent, {place}").format(
            place=label_of(dataset, "origins", filters.trade, language)
        ),
        form=year_columns_with_marks(language=language, mark=mark),
        rows=rows,
        make_table=lambda: figure_table((*series, *beside), language),
        origins=(filters.trade,),
        notes=notes if series else (years_with_values(every, language), *notes),
        alternative_text=_(
            "Columns of computed growth by year, with a diamond at the printed growth."
        ),
    )


COMPARED = Comparison(
    figure="trade_tables",
    table="trade",
    indicators=("turnover", *TURNOVER_PARTS),
    origins=("table7", "table6"),
)

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {
        "trade_turnover": trade_turnover,
        "trade_balance": trade_balances,
        "trade_growth": trade_growth,
        COMPARED.figure: partial(compare_tables, COMPARED),
    }
)
