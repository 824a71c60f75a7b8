"""Two tables of the source side by side, where both print the same quantity."""

from dataclasses import dataclass

from components.disagreement import Stated, rival_notes, with_rivals
from components.figure import Figure
from components.forms import paired_points
from components.palette import FIRST_TABLE, SECOND_TABLE
from components.wording import as_printed_in, label_of, unit_of
from components.yearly import (
    Row,
    chart_rows,
    empty_headline,
    figure_table,
    sector_note,
    years_with_values,
)
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language
from data.series import Observation, printed_series

Pair = tuple[Observation, Observation]
"""What the first and the second table print for one quantity of one year."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What is compared.

    Attributes
    ----------
    figure : str
        Id of the figure.
    table : str
        Table that holds both series.
    indicators : tuple of str
        Quantities that both origins print.
    origins : tuple of str
        The two origins.
    """

    figure: str
    table: str
    indicators: tuple[str, ...]
    origins: tuple[str, str]


def shared_values(comparison: Comparison, dataset: Dataset) -> tuple[Pair, ...]:
    """Return what both origins print for the same quantity and year, by quantity and year."""
    first, second = comparison.origins
    pairs = []
    for indicator in comparison.indicators:
        others = {
            seen.year: seen for seen in printed_series(dataset, comparison.table, indicator, second)
        }
        pairs += [
            (seen, others[seen.year])
            for seen in printed_series(dataset, comparison.table, indicator, first)
            if seen.year in others
        ]
    return tuple(pairs)


def _gap(pair: Pair) -> float:
    return abs(pair[0].value - pair[1].value)


def _stated(pairs: tuple[Pair, ...]) -> Stated:
    """Return the pair that the headline names, or all pairs where they agree."""
    widest = max(pairs, key=_gap)
    values = widest if _gap(widest) else tuple(seen for pair in pairs for seen in pair)
    compared = frozenset(seen.origin for pair in pairs for seen in pair)
    return Stated(values=values, series=(), compared=compared)


def _headline(
    pairs: tuple[Pair, ...], *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    _ = language.gettext
    if not pairs:
        return empty_headline(filters, language)
    places = language.enumerate(
        label_of(dataset, "origins", seen.origin, language) for seen in pairs[0]
    )
    first, second = max(pairs, key=_gap)
    statement = (
        _("{places} agree").format(places=places)
        if first.value == second.value
        else _("{places} disagree, most in {year}: {indicator} {first} against {second}").format(
            places=places,
            indicator=label_of(dataset, "indicators", first.indicator, language, "short"),
            year=first.year,
            first=language.number(first.value),
            second=language.number(second.value),
        )
    )
    return with_rivals(
        statement, _stated(pairs), dataset=dataset, language=language, attributed=False
    )


def _rows(
    pairs: tuple[Pair, ...], *, dataset: Dataset, filters: Filters, language: Language
) -> list[Row]:
    several = len({pair[0].indicator for pair in pairs}) > 1
    every = [seen for pair in pairs for seen in pair]
    rows = []
    for position, pair in enumerate(pairs):
        name = label_of(dataset, "indicators", pair[0].indicator, language, "short")
        category = f"{name}, {pair[0].year}" if several else str(pair[0].year)
        smaller = 0 if pair[0].value <= pair[1].value else 1
        texts = chart_rows(pair, dataset=dataset, filters=filters, language=language, among=every)
        rows += [
            {
                **row,
                "category": category,
                "position": position,
                "series": label_of(dataset, "origins", seen.origin, language),
                "side": -1 if place == smaller else 1,
                "tip_title": f"{name}, {seen.year}",
            }
            for place, (row, seen) in enumerate(zip(texts, pair, strict=True))
        ]
    return rows


def compare_tables(
    comparison: Comparison, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return a figure of what two origins print for the same quantities and years."""
    _ = language.gettext
    every = shared_values(comparison, dataset)
    values = [seen for pair in every for seen in pair]
    first, last = filters.years
    pairs = tuple(pair for pair in every if first <= pair[0].year <= last)
    shown = [seen for pair in pairs for seen in pair]
    notes = sector_note(shown, dataset=dataset, filters=filters, language=language)
    if any(_gap(pair) for pair in pairs):
        notes = (_("Both are kept as printed. The source does not say why they differ."), *notes)
    if pairs:
        notes = (*rival_notes(_stated(pairs), dataset=dataset, language=language), *notes)
    else:
        notes = (years_with_values(values, language), *notes)
    return Figure(
        id=comparison.figure,
        headline=_headline(pairs, dataset=dataset, filters=filters, language=language),
        subtitle=_("{name}, {unit}, {places}").format(
            name=language.enumerate(
                label_of(dataset, "indicators", indicator, language)
                for indicator in comparison.indicators
            ),
            unit=unit_of(values, dataset=dataset, language=language),
            places=as_printed_in(comparison.origins, dataset=dataset, language=language),
        ),
        form=paired_points(
            language=language,
            series=tuple(
                (label_of(dataset, "origins", origin, language), colour)
                for origin, colour in zip(
                    comparison.origins, (FIRST_TABLE, SECOND_TABLE), strict=True
                )
            ),
            rows=max(len(every), 1),
        ),
        rows=_rows(pairs, dataset=dataset, filters=filters, language=language),
        make_table=lambda: figure_table(shown, language),
        origins=comparison.origins,
        notes=notes,
        alternative_text=_(
            "Two points per quantity and year, one for each table, joined by a line."
        ),
    )
