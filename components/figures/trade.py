"""Figures of trade: turnover, balance, growth, and where the two printed tables disagree."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

import pandas as pd

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
    chosen_years,
    empty_headline,
    empty_note,
    figure_table,
    sector_note,
)
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language
from data.series import (
    TURNOVER_PARTS,
    compound_growth,
    growth,
    printed_series,
    series_choices,
    trade_balance,
)

PART_COLOURS = MappingProxyType({"exports": KAZAKHSTAN, "imports": TURKIYE})


def _other_tables_note(
    *, dataset: Dataset, filters: Filters, language: Language
) -> tuple[str, ...]:
    others = [code for code in series_choices(dataset, "trade") if code != filters.trade]
    names = [label_of(dataset, "origins", code, language) for code in others]
    if not names:
        return ()
    return (
        language.gettext(
            "{places} prints other values for some of these years; choose it in the sidebar."
        ).format(places=language.enumerate(names)),
    )


def _turnover_headline(
    rows: pd.DataFrame, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    _ = language.gettext
    if rows.empty:
        return empty_headline(filters, language)
    first, last = rows.iloc[0], rows.iloc[-1]
    values = {
        "first": language.number(first["value"]),
        "last": language.number(last["value"]),
        "unit": unit_of(rows, dataset=dataset, language=language),
        "first_year": first["year"],
        "last_year": last["year"],
    }
    if len(rows) == 1:
        return _("Trade turnover was {last} {unit} in {last_year}").format(**values)
    if last["value"] > first["value"]:
        return _(
            "Trade turnover rose from {first} to {last} {unit} between {first_year} and {last_year}"
        ).format(**values)
    if last["value"] < first["value"]:
        return _(
            "Trade turnover fell from {first} to {last} {unit} between {first_year} and {last_year}"
        ).format(**values)
    return _("Trade turnover stood at {last} {unit} in {first_year} and in {last_year}").format(
        **values
    )


def trade_turnover(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Stack exports and imports to the turnover of each year; years can be selected in it."""
    _ = language.gettext
    totals = printed_series(dataset, "trade", "turnover", filters.trade)
    parts = [printed_series(dataset, "trade", part, filters.trade) for part in TURNOVER_PARTS]
    names = {part: label_of(dataset, "indicators", part, language) for part in TURNOVER_PARTS}
    drawn = []
    for order, (part, rows) in enumerate(zip(TURNOVER_PARTS, parts, strict=True)):
        last_part = order == len(parts) - 1
        printed = totals.set_index("year")["value"].reindex(rows["year"]).to_numpy()
        drawn.append(
            chart_rows(rows, dataset=dataset, filters=filters, language=language).assign(
                series=names[part],
                order=order,
                top=printed,
                total=[
                    language.number(value) if last_part and pd.notna(value) else ""
                    for value in printed
                ],
                tip_title=[f"{names[part]}, {year}" for year in rows["year"]],
            )
        )
    chosen = chosen_years(totals, filters)
    headline = _turnover_headline(chosen, dataset=dataset, filters=filters, language=language)
    notes = (
        _("Click a year, or drag across several, to filter every view; double-click for all."),
        *_other_tables_note(dataset=dataset, filters=filters, language=language),
    )
    rate = compound_growth(chosen)
    if rate is not None:
        notes = (
            _("Compound annual growth of turnover over the chosen years, computed: {rate}.").format(
                rate=percent(rate, language, decimals=1, signed=True)
            ),
            *notes,
        )
    if chosen.empty:
        notes = (empty_note(totals, language), *notes)
    notes += sector_note(dataset=dataset, filters=filters, language=language)
    values = pd.concat([chosen_years(rows, filters) for rows in (*parts, totals)])
    return Figure(
        id="trade_turnover",
        headline=headline,
        subtitle=_(
            "Exports and imports of Kazakhstan in trade with Türkiye, {unit}, {places}"
        ).format(
            unit=unit_of(totals, dataset=dataset, language=language),
            places=as_printed_in([filters.trade], dataset=dataset, language=language),
        ),
        form=stacked_years(
            language=language,
            series=tuple((names[part], PART_COLOURS[part]) for part in TURNOVER_PARTS),
        ),
        rows=pd.concat(drawn, ignore_index=True),
        table=figure_table(values, language),
        origins=(filters.trade,),
        notes=notes,
        alternative_text=_(
            "Stacked columns of exports and imports by year with the turnover above each column."
        ),
    )


def _balance_headline(
    rows: pd.DataFrame, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    _ = language.gettext
    if rows.empty:
        return empty_headline(filters, language)
    last = rows.iloc[-1]
    values = {
        "amount": amount(abs(last["value"]), str(last["unit"]), dataset=dataset, language=language),
        "year": last["year"],
        "years": years_text((int(rows["year"].iloc[0]), int(last["year"]))),
    }
    if (rows["value"] > 0).all():
        return _(
            "Kazakhstan sold more to Türkiye than it bought in {years}: "
            "a surplus of {amount} in {year}"
        ).format(**values)
    if (rows["value"] < 0).all():
        return _(
            "Kazakhstan bought more from Türkiye than it sold in {years}: "
            "a deficit of {amount} in {year}"
        ).format(**values)
    return _("The trade balance changed sign in {years}").format(**values)


def trade_balances(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show exports less imports of each year."""
    _ = language.gettext
    every = trade_balance(dataset, filters.trade)
    rows = chosen_years(every, filters)
    drawn = chart_rows(rows, dataset=dataset, filters=filters, language=language)
    notes: tuple[str, ...] = (_("Computed: exports less imports of the same table."),)
    if rows.empty:
        notes = (empty_note(every, language), *notes)
    notes += sector_note(dataset=dataset, filters=filters, language=language)
    return Figure(
        id="trade_balance",
        headline=_balance_headline(rows, dataset=dataset, filters=filters, language=language),
        subtitle=_(
            "Trade balance of Kazakhstan with Türkiye, {unit}, computed from {place}"
        ).format(
            unit=unit_of(every, dataset=dataset, language=language),
            place=label_of(dataset, "origins", filters.trade, language),
        ),
        form=year_columns(language=language),
        rows=drawn.assign(
            colour=[KAZAKHSTAN if value >= 0 else TURKIYE for value in drawn["value"]],
            label=[language.number(value, decimals=0, signed=True) for value in drawn["value"]],
        ),
        table=figure_table(rows, language),
        origins=(filters.trade,),
        notes=notes,
        alternative_text=_(
            "Columns of the trade balance by year, above zero where Kazakhstan sold more."
        ),
    )


def _growth_headline(rows: pd.DataFrame, *, filters: Filters, language: Language) -> str:
    _ = language.gettext
    if rows.empty:
        return empty_headline(filters, language)
    best = rows.iloc[int(rows["value"].argmax())]
    worst = rows.iloc[int(rows["value"].argmin())]
    values = {
        "best": percent(best["value"], language, decimals=1, signed=True),
        "best_year": best["year"],
        "worst": percent(worst["value"], language, decimals=1, signed=True),
        "worst_year": worst["year"],
    }
    if worst["value"] < 0 < best["value"]:
        return _(
            "Trade grew fastest in {best_year} ({best}) and shrank in {worst_year} ({worst})"
        ).format(**values)
    if len(rows) == 1:
        return _("Trade turnover changed by {best} in {best_year}").format(**values)
    return _(
        "Trade growth was highest in {best_year} ({best}) and lowest in {worst_year} ({worst})"
    ).format(**values)


def trade_growth(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show growth of turnover on the previous year, computed, beside the printed one."""
    _ = language.gettext
    turnover = printed_series(dataset, "trade", "turnover", filters.trade)
    every = growth(turnover, "turnover_growth")
    rows = chosen_years(every, filters)
    printed = chosen_years(
        printed_series(dataset, "trade", "turnover_growth", filters.trade), filters
    )
    mark = _("Printed growth")
    drawn = chart_rows(rows, dataset=dataset, filters=filters, language=language).assign(
        colour=NEUTRAL,
        label=[percent(value, language, decimals=1, signed=True) for value in rows["value"]],
        printed=printed.set_index("year")["value"].reindex(rows["year"]).to_numpy(),
        kind=mark,
    )
    farther = drawn["printed"].abs() > drawn["value"].abs()
    drawn["end"] = drawn["printed"].where(farther, drawn["value"])
    notes: tuple[str, ...] = (
        _("Columns are computed from the printed turnover; a diamond is the growth as printed."),
        _("The first year of a table has no growth, as its predecessor is not printed."),
    )
    if rows.empty:
        notes = (empty_note(every, language), *notes)
    notes += sector_note(dataset=dataset, filters=filters, language=language)
    return Figure(
        id="trade_growth",
        headline=_growth_headline(rows, filters=filters, language=language),
        subtitle=_("Growth of trade turnover on the previous year, per cent, {place}").format(
            place=label_of(dataset, "origins", filters.trade, language)
        ),
        form=year_columns_with_marks(language=language, mark=mark),
        rows=drawn,
        table=figure_table(pd.concat([rows, printed]), language),
        origins=(filters.trade,),
        notes=notes,
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
