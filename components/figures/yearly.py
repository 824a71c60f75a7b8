"""Shared functions of figures by year: opacity, chart rows, tables, headlines."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, TypeVar, cast

import pandas as pd

from components.charts.rows import AmountRow, ColumnEnds, LineEnds, RangeEnds, YearRow
from components.figures.figure import JOIN, VALUE_COLUMNS
from components.figures.yearly_notes import conversion_text, outside_notes
from components.page.tokens import FADED
from components.text.amounts import amount_text, number_text
from components.text.lists import side_by_side
from components.text.names import method_name, nothing_printed, said_of_sectors
from components.text.places import place_text
from components.text.years import of_years
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.origins import is_outside
from data.evidence.sectors import SEPARATOR, with_sectors, years_naming
from data.evidence.series import chosen_years, missing_years
from data.evidence.values import PRINTED, Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset

SECTOR_MARK = "\N{FISHEYE}"
"""Sign beside the label of a value or year that is about a selected sector."""

Row = TypeVar("Row", bound=YearRow)
"""A row of a form over years."""


def named(seen: Value, *, dataset: Dataset, filters: Filters) -> bool:
    """Return whether a value names a selected sector, or its year has one as a main sector.

    The source does not break trade or investment down by sector. It names sectors with some
    values, and the main sectors of investment by year.
    """
    wanted = with_sectors(dataset, filters.sectors)
    own = not wanted.isdisjoint(seen.sectors.split(SEPARATOR))
    return own or seen.year in years_naming(dataset, filters.sectors)


def with_sector_mark(
    text: str, series: Iterable[Value], *, dataset: Dataset, filters: Filters
) -> str:
    """Return a label with a mark if one of its values is about a selected sector.

    Years outside the selected ones are never marked. A total is never faded because of a sector,
    since the source gives no amounts by sector.
    """
    if not text or not filters.sectors:
        return text
    about = any(
        named(seen, dataset=dataset, filters=filters)
        for seen in chosen_years(tuple(series), filters.years)
    )
    return f"{text}\N{NO-BREAK SPACE}{SECTOR_MARK}" if about else text


def sector_note(
    series: Iterable[Value], *, dataset: Dataset, filters: Filters, language: Language
) -> tuple[str, ...]:
    """Return a note on the effect of the selected sectors; empty if none is selected."""
    if not filters.sectors:
        return ()
    _ = language.gettext
    sayings = (
        (
            _(
                "◉ marks values about the selected sector ({sectors}), and years with it "
                "among the main sectors of investment. The source gives no amounts by sector."
            ),
            _(
                "◉ marks values about any of the selected sectors ({sectors}), and years "
                "with one of them among the main sectors of investment. The source gives no "
                "amounts by sector."
            ),
        )
        if any(named(seen, dataset=dataset, filters=filters) for seen in series)
        else (
            _(
                "No value in this chart is about the selected sector ({sectors}); the source "
                "gives no amounts by sector."
            ),
            _(
                "No value in this chart is about the selected sectors ({sectors}); the source "
                "gives no amounts by sector."
            ),
        )
    )
    return (said_of_sectors(*sayings, filters.sectors, dataset=dataset, language=language),)


def tip(seen: Value, *, dataset: Dataset, language: Language) -> str:
    """Return the second line of a tooltip: value, method, origin."""
    parts = (
        amount_text(seen, dataset=dataset, language=language),
        conversion_text(seen, dataset=dataset, language=language),
        method_name(seen.method, language, outside=is_outside(dataset, seen.origin)),
        place_text(seen, dataset=dataset, language=language),
    )
    return side_by_side(parts)


def _texts(seen: Value, dataset: Dataset, language: Language) -> AmountRow:
    return {
        "year": seen.year,
        "value": seen.value,
        "label": number_text(seen, language),
        "tip_title": str(seen.year),
        "tip": tip(seen, dataset=dataset, language=language),
        "opacity": 1.0,
    }


def chart_rows(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language, marks: bool = True
) -> list[AmountRow]:
    """Return for each value what every form over years reads; rows may be added to.

    Values outside the selected years are faded. With `marks`, the labels of values about a selected
    sector have a mark.
    """
    first, last = filters.years
    rows: list[AmountRow] = []
    for seen in series:
        row = _texts(seen, dataset, language)
        if marks:
            row["label"] = with_sector_mark(row["label"], (seen,), dataset=dataset, filters=filters)
        row["opacity"] = 1.0 if first <= seen.year <= last else FADED
        rows.append(row)
    return rows


def range_ends(seen: Value | None) -> RangeEnds:
    """Return the ends of a range; none for a value, or for nothing."""
    if seen is None or not seen.is_range:
        return {"low": None, "high": None}
    low, high = seen.ends
    return {"low": low, "high": high}


def line_ends(seen: Value) -> LineEnds:
    """Return the ends of a range, and the one farther from zero, or the value."""
    return {**range_ends(seen), "end": max(seen.ends, key=abs)}


def column_ends(seen: Value) -> ColumnEnds:
    """Return the ends of a range, and both by their distance from zero."""
    low, high = seen.ends
    nearer = 0.0 if low < 0 < high else min(low, high, key=abs)
    return {**line_ends(seen), "near": nearer if seen.is_range else None}


def has_ranges(*series: Series) -> bool:
    """Return whether any value of some series is a range."""
    return any(seen.is_range for own in series for seen in own)


def has_gaps(*series: Series) -> bool:
    """Return whether some series together lack a year between their first and last one."""
    return any(missing_years(own) for own in series) or bool(
        missing_years(tuple(seen for own in series for seen in own))
    )


LONGEST_GAP = 3
"""Greatest gap in years that has one place per year on the axis; a longer one has one place."""


def _axis_places(years: Iterable[int]) -> tuple[float, ...]:
    """Return the axis positions of missing years; one position at half a year for a long gap."""
    places: list[float] = []
    for before, after in pairwise(sorted(set(years))):
        missing = range(before + 1, after)
        places += [before + 0.5] if len(missing) > LONGEST_GAP else list(missing)
    return tuple(places)


def spaced(rows: list[Row], by: str = "") -> list[Row]:
    """Add a blank row for every missing year, so that the axis shows the gap.

    Parameters
    ----------
    rows : list of rows
        Rows of a chart. Each row gets the field `gap`, which is true for blank ones.
    by : str
        Field that identifies the series: a series also gets a blank row for years that only
        other series have, which interrupts its line. Empty for a single series.
    """
    if not rows:
        return rows
    gaps = _axis_places(int(row["year"]) for row in rows)
    places = {*gaps, *(row["year"] for row in rows)} if by else set(gaps)
    drawn = [cast("dict[str, Any]", row) for row in rows]
    blank = {name: "" if isinstance(cell, str) else None for name, cell in drawn[0].items()}
    added = []
    for name in dict.fromkeys(row[by] if by else "" for row in drawn):
        own = [row for row in drawn if not by or row[by] == name]
        kept = {part: own[0][part] for part in ("series", "colour", "order") if part in own[0]}
        fixed = {"opacity": 1.0, "gap": True} | ({"chosen": True} if "chosen" in own[0] else {})
        missing = sorted(places - {row["year"] for row in own})
        added += [{**blank, **kept, **fixed, "year": place} for place in missing]
    # Blank rows have the fields of the others.
    return cast("list[Row]", [*({**row, "gap": False} for row in drawn), *added])


def figure_table(seen: Iterable[Value], *, dataset: Dataset, language: Language) -> pd.DataFrame:
    """Return the table of a figure by year: values as printed, with origin and note.

    A converted value is given in its printed unit, with the converted value in the note. A value
    from outside the dissertation has its source in the note.
    """
    rows = [
        (
            value.id,
            JOIN.join(value.inputs),
            value.year,
            value.indicator,
            value.as_printed.value,
            value.as_printed.low,
            value.as_printed.high,
            value.qualifier,
            value.as_printed.unit,
            value.method,
            value.origin,
            value.paragraph,
            _table_note(value, dataset=dataset, language=language),
        )
        for value in seen
    ]
    table = pd.DataFrame(rows, columns=list(VALUE_COLUMNS))
    return table.astype(dict.fromkeys(("value", "low", "high"), "float64"))


def _table_note(seen: Value, *, dataset: Dataset, language: Language) -> str:
    notes = [seen.note(language)]
    if seen.source is not None:
        saying = language.gettext("In the chart and in computations: {amount}.")
        notes.append(saying.format(amount=amount_text(seen, dataset=dataset, language=language)))
    if seen.method == PRINTED:
        notes += outside_notes([seen.origin], dataset=dataset, language=language)
    return " ".join(filter(None, notes))


def plain_headline(series: Series, *, dataset: Dataset, language: Language) -> str:
    """Return a headline with the first and the last value of a series, without a direction."""
    _ = language.gettext
    first, last = series[0], series[-1]
    saying = (
        _("{name}, {unit}: {last} ({last_year})")
        if len(series) == 1
        else _("{name}, {unit}: {first} ({first_year}); {last} ({last_year})")
    )
    return saying.format(
        name=label_of(dataset, "indicators", last.indicator, language),
        unit=label_of(dataset, "units", last.unit, language),
        first=number_text(first, language),
        first_year=first.year,
        last=number_text(last, language),
        last_year=last.year,
    )


def empty_headline(filters: Filters, language: Language) -> str:
    """Return the headline of a figure without values in the selected years."""
    _ = language.gettext
    return of_years(
        _("This chart has no values for {year}"), _("This chart has no values for {years}")
    ).format(filters.years)


def years_with_values(series: Iterable[Value], language: Language) -> str:
    """Return a sentence with the years that have values; `series` is not filtered by years."""
    years = sorted({seen.year for seen in series})
    if not years:
        return f"{nothing_printed(language)}."
    _ = language.gettext
    saying = of_years(_("Year with values: {year}."), _("Years with values: {years}."))
    return saying.listing(years, language)
