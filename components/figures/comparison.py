"""Two tables of the source side by side, where both print the same quantity."""

from dataclasses import dataclass

import pandas as pd

from components.figure import Figure
from components.forms import paired_points
from components.palette import FIRST_TABLE, SECOND_TABLE
from components.wording import as_printed_in, label_of, tip_maker, unit_of
from components.yearly import (
    chosen_years,
    emphasis,
    empty_headline,
    empty_note,
    figure_table,
    sector_note,
)
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language
from data.series import printed_series

GAP_COLUMNS = ("first", "second")


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


def shared_values(comparison: Comparison, dataset: Dataset) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the printed rows of both origins, and the pairs of values for years both print.

    The pairs have the columns `indicator`, `year`, `first`, `second`.
    """
    rows = pd.concat(
        [
            printed_series(dataset, comparison.table, indicator, origin)
            for indicator in comparison.indicators
            for origin in comparison.origins
        ]
    )
    wide = rows.pivot_table(index=["indicator", "year"], columns="origin", values="value")
    wide = wide.reindex(columns=list(comparison.origins)).dropna()
    wide.columns = pd.Index(GAP_COLUMNS)
    pairs = wide.reset_index()
    shared = rows.merge(pairs[["indicator", "year"]], on=["indicator", "year"])
    return shared, pairs


def _headline(
    pairs: pd.DataFrame,
    comparison: Comparison,
    *,
    dataset: Dataset,
    filters: Filters,
    language: Language,
) -> str:
    _ = language.gettext
    if pairs.empty:
        return empty_headline(filters, language)
    gaps = (pairs["first"] - pairs["second"]).abs()
    places = [label_of(dataset, "origins", origin, language) for origin in comparison.origins]
    if (gaps == 0).all():
        return _("{places} agree").format(places=language.enumerate(places))
    widest = pairs.iloc[int(gaps.argmax())]
    return _("{places} disagree, most in {year}: {indicator} {first} against {second}").format(
        places=language.enumerate(places),
        indicator=label_of(dataset, "indicators", str(widest["indicator"]), language, "short"),
        year=widest["year"],
        first=language.number(widest["first"]),
        second=language.number(widest["second"]),
    )


def _chart_rows(
    shared: pd.DataFrame,
    comparison: Comparison,
    *,
    dataset: Dataset,
    filters: Filters,
    language: Language,
) -> pd.DataFrame:
    tip = tip_maker(dataset=dataset, language=language)
    lower = shared.groupby(["indicator", "year"])["value"].transform("min")
    first_rows = shared["origin"] == comparison.origins[0]
    equal = shared.groupby(["indicator", "year"])["value"].transform("nunique") == 1
    names = {
        indicator: label_of(dataset, "indicators", indicator, language, "short")
        for indicator in comparison.indicators
    }
    order = {indicator: place for place, indicator in enumerate(comparison.indicators)}
    several = len(comparison.indicators) > 1
    labels = [
        f"{names[indicator]}, {year}" if several else str(year)
        for indicator, year in zip(shared["indicator"], shared["year"], strict=True)
    ]
    columns = ["value", "unit", "method", "origin", "paragraph"]
    left = (shared["value"] == lower) & (~equal | first_rows)
    return pd.DataFrame(
        {
            "category": labels,
            "position": [
                order[indicator] * 10_000 + int(year)
                for indicator, year in zip(shared["indicator"], shared["year"], strict=True)
            ],
            "series": [
                label_of(dataset, "origins", origin, language) for origin in shared["origin"]
            ],
            "value": shared["value"],
            "label": [language.number(value) for value in shared["value"]],
            "side": [-1 if on_left else 1 for on_left in left],
            "opacity": emphasis(shared, dataset=dataset, filters=filters),
            "tip_title": labels,
            "tip": [tip(*cells) for cells in shared[columns].itertuples(index=False)],
        }
    )


def compare_tables(
    comparison: Comparison, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return a figure of what two origins print for the same quantities and years."""
    _ = language.gettext
    every, every_pair = shared_values(comparison, dataset)
    shared, pairs = chosen_years(every, filters), chosen_years(every_pair, filters)
    headline = _headline(pairs, comparison, dataset=dataset, filters=filters, language=language)
    places = as_printed_in(comparison.origins, dataset=dataset, language=language)
    notes: tuple[str, ...] = (
        _("Both are kept as printed. The source does not say why they differ."),
    )
    if pairs.empty:
        notes = (empty_note(every, language), *notes)
    notes += sector_note(dataset=dataset, filters=filters, language=language)
    return Figure(
        id=comparison.figure,
        headline=headline,
        subtitle=_("{name}, {unit}, {places}").format(
            name=language.enumerate(
                label_of(dataset, "indicators", indicator, language)
                for indicator in comparison.indicators
            ),
            unit=unit_of(every, dataset=dataset, language=language),
            places=places,
        ),
        form=paired_points(
            language=language,
            series=tuple(
                (label_of(dataset, "origins", origin, language), colour)
                for origin, colour in zip(
                    comparison.origins, (FIRST_TABLE, SECOND_TABLE), strict=True
                )
            ),
            rows=max(len(every_pair), 1),
        ),
        rows=_chart_rows(shared, comparison, dataset=dataset, filters=filters, language=language),
        table=figure_table(shared, language),
        origins=comparison.origins,
        notes=notes,
        alternative_text=_(
            "Two points per quantity and year, one for each table, joined by a line."
        ),
    )
