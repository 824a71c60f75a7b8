"""Comparison of origins that print the same quantity for the same year."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, cycle

from components.charts.points import Categories, compared_points
from components.charts.rows import PointRow, RangeEnds, RecordMark
from components.figures.disagreement import Stated, rival_notes
from components.figures.figure import Figure
from components.figures.leads import Lead, with_rivals
from components.figures.yearly import (
    chart_rows,
    empty_headline,
    figure_table,
    has_ranges,
    range_ends,
    sector_note,
    years_with_values,
)
from components.figures.yearly_notes import value_notes
from components.page.tokens import TABLES
from components.text.amounts import number_text, unit_of
from components.text.names import in_sentence
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.series import first_series, printed_series, series_choices, series_unit
from data.evidence.trends import Direction, direction, gap_between, observed
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

OriginValues = tuple[Value, ...]
"""Values of several origins for one quantity and year, in the order of the origins."""

PAIR = 2


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Quantities to compare between the origins of a table.

    Attributes
    ----------
    figure : str
        Id of the figure.
    table : str
        Table that holds the series.
    indicators : tuple of str
        Indicators in one unit.
    """

    figure: str
    table: str
    indicators: tuple[str, ...]


def compared_origins(comparison: Comparison, dataset: Dataset) -> tuple[str, ...]:
    """Return the origins of a table, the default one first."""
    first = first_series(dataset, comparison.table)
    return tuple(sorted(series_choices(dataset, comparison.table), key=lambda code: code != first))


def shared_values(comparison: Comparison, dataset: Dataset) -> tuple[OriginValues, ...]:
    """Return what several origins print for the same quantity and year, by quantity and year.

    Groups are sorted by quantity and year. Plans, targets, and quantities in another unit than the
    first one are left out.

    Raises
    ------
    TableRefusedError
        If the table did not load.
    """
    dataset.table(comparison.table)
    origins = compared_origins(comparison, dataset)
    found: dict[tuple[str, int], list[Value]] = {}
    units: list[str] = []
    for indicator in comparison.indicators:
        for origin in origins:
            unit = series_unit(dataset, comparison.table, indicator, origin)
            units.append(unit)
            if unit == units[0]:
                for seen in filter(
                    observed, printed_series(dataset, comparison.table, indicator, origin)
                ):
                    found.setdefault((indicator, seen.year), []).append(seen)
    order = comparison.indicators.index
    return tuple(
        tuple(found[key])
        for key in sorted(found, key=lambda key: (order(key[0]), key[1]))
        if len(found[key]) > 1
    )


def _widest(group: OriginValues) -> tuple[Value, Value]:
    """Return the two values of a group that differ most."""
    pairs = ((one, other) for one, other in combinations(group, PAIR))
    return max(pairs, key=lambda pair: gap_between(*pair))


def _gap(group: OriginValues) -> float:
    return gap_between(*_widest(group))


def _origins(groups: Iterable[OriginValues], among: tuple[str, ...]) -> tuple[str, ...]:
    named = {seen.origin for group in groups for seen in group}
    return tuple(origin for origin in among if origin in named)


def _stated(groups: tuple[OriginValues, ...]) -> Stated:
    """Return the values stated in the headline, or all of them if they agree."""
    widest = max(groups, key=_gap)
    values = widest if _gap(widest) else tuple(seen for group in groups for seen in group)
    compared = frozenset(seen.origin for group in groups for seen in group)
    return Stated(values=values, series=(), compared=compared)


def _lead(
    groups: tuple[OriginValues, ...],
    places: str,
    *,
    dataset: Dataset,
    filters: Filters,
    language: Language,
) -> Lead:
    _ = language.gettext
    if not groups:
        return Lead(headline=empty_headline(filters, language))
    pairs = [pair for group in groups for pair in combinations(group, PAIR)]
    first, second = _widest(max(groups, key=_gap))
    several = len({seen.origin for group in groups for seen in group}) != PAIR
    years = {seen.year for group in groups for seen in group}
    if all(direction(*pair) is Direction.SAME for pair in pairs):
        saying = _("{places} agree")
    elif not gap_between(first, second):
        saying = _("The values of {places} do not contradict each other")
    elif len(groups) == 1:
        saying = (
            _(
                "{places} disagree in {year}: {indicator} {first} ({first_place}) against "
                "{second} ({second_place})"
            )
            if several
            else _("{places} disagree in {year}: {indicator} {first} against {second}")
        )
    elif len(years) == 1:
        saying = (
            _(
                "{places} disagree in {year}, most on {indicator}: {first} ({first_place}) "
                "against {second} ({second_place})"
            )
            if several
            else _("{places} disagree in {year}, most on {indicator}: {first} against {second}")
        )
    elif several:
        saying = _(
            "{places} disagree, most in {year}: {indicator} {first} ({first_place}) against "
            "{second} ({second_place})"
        )
    else:
        saying = _("{places} disagree, most in {year}: {indicator} {first} against {second}")
    statement = saying.format(
        places=places,
        indicator=in_sentence(
            label_of(dataset, "indicators", first.indicator, language, "short"), language
        ),
        year=first.year,
        first=number_text(first, language),
        second=number_text(second, language),
        first_place=label_of(dataset, "origins", first.origin, language),
        second_place=label_of(dataset, "origins", second.origin, language),
    )
    return with_rivals(
        statement, _stated(groups), dataset=dataset, language=language, attributed=False
    )


def _sides(group: OriginValues) -> dict[Value, int]:
    """Return the position of the label of each value: -1 left, 1 right, 2 above, -2 below."""
    ranked = sorted(group, key=lambda seen: seen.ends)
    between = dict(zip(ranked[1:-1], cycle((2, -2)), strict=False))
    return {ranked[0]: -1, **between, ranked[-1]: 1}


class _Spans(RangeEnds, total=False):
    first: float
    last: float


def _spans(seen: Value) -> _Spans:
    """Return the ends of a range, and where the value or range begins and ends."""
    first, last = seen.ends
    return {**range_ends(seen), "first": first, "last": last}


def _rows(
    groups: tuple[OriginValues, ...],
    *,
    ranges: bool,
    dataset: Dataset,
    filters: Filters,
    language: Language,
) -> list[PointRow]:
    several = len({group[0].indicator for group in groups}) > 1
    rows: list[PointRow] = []
    for position, group in enumerate(groups):
        name = label_of(dataset, "indicators", group[0].indicator, language, "short")
        category = f"{name}, {group[0].year}" if several else str(group[0].year)
        sides = _sides(group)
        texts = chart_rows(group, dataset=dataset, filters=filters, language=language)
        rows += [
            {
                "value": row["value"],
                "label": row["label"],
                "opacity": row["opacity"],
                "tip": row["tip"],
                "category": category,
                "position": position,
                "series": label_of(dataset, "origins", seen.origin, language),
                "side": sides[seen],
                "tip_title": f"{name}, {seen.year}",
                **(_spans(seen) if ranges else _Spans()),
                **RecordMark(),
            }
            for row, seen in zip(texts, group, strict=True)
        ]
    return rows


def _indicator_names(indicators: Iterable[str], dataset: Dataset, language: Language) -> str:
    """List the names of indicators; those after the first have a small letter."""
    names = [label_of(dataset, "indicators", indicator, language) for indicator in indicators]
    return language.enumerate((*names[:1], *(in_sentence(name, language) for name in names[1:])))


def compare_tables(
    comparison: Comparison, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return a figure of the values of several origins for the same quantities and years."""
    _ = language.gettext
    every = shared_values(comparison, dataset)
    among = compared_origins(comparison, dataset)
    values = tuple(seen for group in every for seen in group)
    first, last = filters.years
    groups = tuple(group for group in every if first <= group[0].year <= last)
    shown = tuple(seen for group in groups for seen in group)
    origins = _origins(every, among) or (first_series(dataset, comparison.table),)
    places = language.enumerate(
        label_of(dataset, "origins", origin, language) for origin in _origins(groups, among)
    )
    notes = (
        *value_notes(shown, dataset=dataset, language=language),
        *sector_note(shown, dataset=dataset, filters=filters, language=language),
    )
    if any(_gap(group) for group in groups):
        kept = (
            _("Both are kept as printed. The source does not say why they differ.")
            if len(origins) == PAIR
            else _("All of them are kept as printed. The source does not say why they differ.")
        )
        notes = (kept, *notes)
    if groups:
        notes = (*rival_notes(_stated(groups), dataset=dataset, language=language), *notes)
    else:
        notes = (years_with_values(values, language), *notes)
    indicators = dict.fromkeys(seen.indicator for seen in values) or comparison.indicators
    ranges = has_ranges(values)
    lead = (
        _lead(groups, places, dataset=dataset, filters=filters, language=language)
        if every
        else Lead(headline=_("No quantity is given in two tables for the same year"))
    )
    return Figure(
        id=comparison.figure,
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_("{name}, {unit}, {places}").format(
            name=_indicator_names(indicators, dataset, language),
            unit=unit_of(values, dataset=dataset, language=language)
            or label_of(
                dataset,
                "units",
                series_unit(dataset, comparison.table, comparison.indicators[0], origins[0]),
                language,
            ),
            places=as_printed_in(origins, dataset=dataset, language=language),
        ),
        form=compared_points(
            language=language,
            series=tuple(
                (label_of(dataset, "origins", origin, language), colour)
                for origin, colour in zip(origins, cycle(TABLES), strict=False)
            ),
            categories=Categories(max(len(every), 1)),
            ranges=ranges,
        ),
        rows=_rows(groups, ranges=ranges, dataset=dataset, filters=filters, language=language),
        make_table=lambda: figure_table(shown, dataset=dataset, language=language),
        origins=origins,
        notes=notes,
        alternative_text=_("Points per quantity and year, one for each table, joined by a line."),
    )
