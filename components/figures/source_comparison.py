"""Figures of what each source states of trade and investment, year by year."""

from collections.abc import Mapping
from functools import partial
from itertools import cycle

from components.charts.frame import Series
from components.charts.rows import SourceRow
from components.charts.source_points import OWN_LINE, source_points
from components.figures.figure import Builder, Figure
from components.figures.source_texts import Told, period_remark, statement_table
from components.figures.yearly import empty_headline
from components.page.tokens import FADED, KAZAKHSTAN, NEUTRAL, TABLES, TURKIYE
from components.text.amounts import number_text, percent, quantity_text
from components.text.lists import clauses
from components.text.years import of_years
from data.choice.parameters import Filters
from data.choice.subjects import Subject
from data.evidence.names import label_of, stating_source_name
from data.evidence.origins import is_outside
from data.evidence.series import covered_years
from data.evidence.source_comparison import (
    BALANCE,
    MEASURES,
    OF_KAZAKHSTAN,
    OF_TURKIYE,
    RECORDS,
    TEXT,
    UNIT,
    YearOfSources,
    by_year,
    most_different,
    sources_of_table,
    statements,
)
from data.evidence.values import Quantity
from data.language.languages import Language
from data.language.punctuation import sentences
from data.load.dataset import Dataset

RECORD_COLOURS = {OF_KAZAKHSTAN: KAZAKHSTAN, OF_TURKIYE: TURKIYE}


def years_shown(room: Told, years: tuple[YearOfSources, ...]) -> tuple[YearOfSources, ...]:
    """Return the chosen years; all years of all sources if the reader has chosen none."""
    first, last = room.filters.years
    if (first, last) == covered_years(room.dataset):
        return years
    return tuple(seen for seen in years if first <= seen.year <= last)


def _series(table: str, room: Told) -> Series:
    """Return names and colours of the sources of all measures of a table."""
    sources = sources_of_table(room.dataset, table)
    tables = [source for source in sources if source not in (TEXT, *RECORDS)]
    colours = {**dict(zip((*tables, TEXT), cycle(TABLES), strict=False)), **RECORD_COLOURS}
    return tuple((room.name(source), colours.get(source, NEUTRAL)) for source in sources)


def _most_values(table: str, dataset: Dataset) -> int:
    """Return the number of values of the measure of a table that has most of them."""
    measures = [code for code, own in MEASURES.items() if own == table]
    return max((len(statements(dataset, code)) for code in measures), default=1)


def _amount(value: float, unit: str, room: Told) -> str:
    quantity = Quantity(value=value, unit=unit)
    return quantity_text(quantity, dataset=room.dataset, language=room.language)


def gap_text(seen: YearOfSources, room: Told) -> str:
    """Return the difference of the sources of a year in words; empty if fewer than two have one."""
    _ = room.language.gettext
    if seen.gap is None:
        return ""
    if seen.gap == 0:
        return _("no difference")
    number = room.language.number(seen.gap)
    if seen.opposite:
        return _("{gap} apart (signs differ)").format(gap=number)
    if seen.percent is None:
        return _("{gap} apart").format(gap=number)
    share = percent(seen.percent, room.language, decimals=0)
    return _("{gap} apart ({share})").format(gap=number, share=share)


def source_rows(years: tuple[YearOfSources, ...], room: Told) -> list[SourceRow]:
    """Return the rows of the form `source_points` for the statements of some years."""
    rows: list[SourceRow] = []
    for seen in years:
        gap = gap_text(seen, room)
        category = f"{seen.year}\n{gap}" if gap else str(seen.year)
        ends = seen.ends
        for line, one in enumerate(seen.statements):
            full = room.filters.source in ("", one.source)
            value = one.value
            name = room.name(one.source)
            label = number_text(value, room.language)
            rows.append(
                {
                    "category": category + OWN_LINE * line,
                    "position": len(rows),
                    "line": line,
                    "lines": len(seen.statements),
                    "series": name,
                    "source": one.source,
                    "value": value.measured if value.value is None else value.value,
                    "low": value.low,
                    "high": value.high,
                    "label": label,
                    "fill": 1.0 if one.comparable else 0.0,
                    "least": ends[0] if ends else None,
                    "most": ends[1] if ends else None,
                    "opacity": 1.0 if full else FADED,
                    "tip_title": f"{seen.year} · {name}",
                    "tip": room.tip(value),
                }
            )
    return rows


def with_hollow_points(subtitle: str, years: tuple[YearOfSources, ...], room: Told) -> str:
    """Return a subtitle that says what hollow points are, if there are any."""
    if all(one.comparable for seen in years for one in seen.statements):
        return subtitle
    saying = room.language.gettext(
        "{subtitle}; hollow points: bounds, parts of a year, planned and expected values"
    )
    return saying.format(subtitle=subtitle)


def year_in_words(seen: YearOfSources, room: Told) -> str:
    """Return all statements of a year, equal ones with their sources together."""
    _ = room.language.gettext
    said: dict[str, dict[str, None]] = {}
    for one in seen.statements:
        remark = period_remark(one.value, room)
        text = number_text(one.value, room.language)
        text = f"{text}, {remark}" if remark else text
        said.setdefault(text, {})[room.name(one.source)] = None
    texts = clauses(
        _("{values} ({place})").format(values=text, place=room.language.enumerate(names))
        for text, names in said.items()
    )
    return _("{year}: {values}.").format(year=seen.year, values=texts)


def _shown_in_charts(measure: str, room: Told) -> str:
    """Return which source the charts of trade or investment show."""
    _ = room.language.gettext
    if MEASURES[measure] == "trade":
        saying, origin = _("The trade charts show {source}."), room.filters.trade
    else:
        saying, origin = _("The investment charts show {source}."), room.filters.investment
    return saying.format(source=label_of(room.dataset, "origins", origin, room.language))


def compared_headline(seen: YearOfSources | None, name: str, unit: str, room: Told) -> str:
    """Return the headline about the year in which the sources differ most."""
    _ = room.language.gettext
    if seen is None or seen.ends is None or seen.lowest is None or seen.highest is None:
        return _("{name}: no year has comparable values from two sources").format(name=name)
    if not seen.gap:
        return _("{name}: the sources agree").format(name=name)
    low, high = (_amount(end, unit, room) for end in seen.ends)
    places = {
        "name": name,
        "year": seen.year,
        "low": low,
        "high": high,
        "low_place": room.name(seen.lowest.source),
        "high_place": room.name(seen.highest.source),
    }
    if seen.opposite:
        return _(
            "{name} in {year}: {low} ({low_place}) or {high} ({high_place}); even the sign differs"
        ).format(**places)
    saying = _("{name} in {year}: {low} ({low_place}) or {high} ({high_place}), {share} more")
    share = percent(seen.percent or 0.0, room.language, decimals=0)
    return saying.format(share=share, **places)


def _notes(
    measure: str, every: tuple[YearOfSources, ...], shown: tuple[YearOfSources, ...], room: Told
) -> tuple[str, ...]:
    _ = room.language.gettext
    notes = [
        _(
            "The difference is computed: the highest minus the lowest full-year value, also as a "
            "percentage of the lowest. Hollow points are left out: bounds such as “over” and "
            "“under”, part-year values, and planned or expected values."
        ),
        _(
            "Public data come from outside the dissertation and are never joined with its series. "
            "The table and the list of sources name the publication and the quality of each value."
        ),
    ]
    if measure == BALANCE:
        notes.insert(
            0,
            _("Balances are computed as exports less imports of the same table or publication."),
        )
    if len(shown) == len(every) and covered_years(room.dataset) == room.filters.years:
        notes.append(
            _(
                "If no years are selected, all years of all sources are shown, including those "
                "that the tables of the dissertation do not cover."
            )
        )
    if not shown and every:
        years = of_years(_("Year with values: {year}."), _("Years with values: {years}."))
        notes.insert(0, years.listing([seen.year for seen in every], room.language))
    return tuple(notes)


def _compared(
    figure: str, table: str, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return the figure of what each source states of the chosen measure of a table."""
    _ = language.gettext
    room = Told(dataset, filters, language)
    measure = filters.quantity if table == "trade" else filters.flow
    every = by_year(statements(dataset, measure))
    years = years_shown(room, every)
    shown = tuple(one for seen in years for one in seen.statements)
    told = most_different(years) or (years[-1] if years else None)
    finding = [year_in_words(told, room)] if told else []
    if filters.source:
        emphasised = _("Highlighted: {source}").format(source=room.name(filters.source))
        finding.insert(0, f"{emphasised}.")
    told_of = shown or tuple(one for seen in every for one in seen.statements)
    # The dissertation comes first, since the line below a plot names few origins.
    origins = sorted(
        dict.fromkeys(one.value.origin for one in told_of),
        key=lambda origin: is_outside(dataset, origin),
    )
    name = room.measure(measure)
    subtitle = _("{name} in the dissertation and in public data, {unit}").format(
        name=name, unit=label_of(dataset, "units", UNIT, language)
    )
    return Figure(
        id=figure,
        headline=compared_headline(most_different(years), name, UNIT, room)
        if years
        else empty_headline(filters, language),
        finding=" ".join((*finding, _shown_in_charts(measure, room))),
        subtitle=with_hollow_points(subtitle, years, room),
        title=_("What each source says: trade")
        if table == "trade"
        else _("What each source says: investment"),
        form=source_points(
            language=language, series=_series(table, room), lines=_most_values(table, dataset)
        ),
        rows=source_rows(years, room),
        make_table=partial(statement_table, shown, room),
        origins=tuple(origins),
        notes=_notes(measure, every, years, room),
        hint=_("Click a point to highlight its source; click elsewhere to show all."),
        alternative_text=sentences(
            (
                subtitle,
                _(
                    "Points for each year, one for each value of a source, and a bar from the "
                    "lowest to the highest."
                ),
            )
        ),
    )


def trade_sources(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return what each source states of turnover, exports, imports or balance."""
    return _compared("trade_sources", "trade", dataset=dataset, filters=filters, language=language)


def investment_sources(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return what each source states of investment in one direction."""
    return _compared(
        "investment_sources", "investment", dataset=dataset, filters=filters, language=language
    )


FIGURES: Mapping[str, Builder] = {
    "trade_sources": trade_sources,
    "investment_sources": investment_sources,
}

SUBJECTS: Mapping[str, Subject] = {
    "trade_sources": Subject.TRADE_SOURCES,
    "investment_sources": Subject.INVESTMENT_SOURCES,
}
"""What each figure shows."""


def emphasis_options(
    table: str, dataset: Dataset, language: Language
) -> tuple[tuple[str, str], ...]:
    """Return code and name of every source of a table that can be emphasised, and of none.

    Raises
    ------
    TableRefusedError
        If the table did not load.
    """
    named = (
        (code, stating_source_name(code, dataset, language))
        for code in sources_of_table(dataset, table)
    )
    return (("", language.gettext("All sources")), *named)


def measure_options(
    table: str, dataset: Dataset, language: Language
) -> tuple[tuple[str, str], ...]:
    """Return code and short name of the measures of a table that can be compared."""
    return tuple(
        (code, label_of(dataset, "indicators", code, language, "short"))
        for code, own in MEASURES.items()
        if own == table
    )
