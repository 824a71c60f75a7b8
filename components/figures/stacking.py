"""Rows of stacked columns: printed parts of each year, and the printed total above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from components.charts.ranges import RANGE_STRENGTH
from components.figures.yearly import Row, chart_rows
from components.text.amounts import number_text
from data.choice.parameters import Filters
from data.evidence.series import remainder
from data.evidence.values import Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset


@dataclass(frozen=True, kw_only=True)
class Stack:
    """Series that add up to a total.

    Attributes
    ----------
    parts : tuple of Series
        The parts, from bottom to top.
    names : tuple of str
        Their names in the legend.
    total : Series
        The printed totals.
    rest_name : str
        Name in the legend of the part of a total without printed parts.
    """

    parts: tuple[Series, ...]
    names: tuple[str, ...]
    total: Series
    rest_name: str

    @cached_property
    def rests(self) -> dict[int, Value]:
        """Remainder of the printed total after the printed parts, by year.

        It is the total itself in a year without parts, and computed in a year with some parts.
        Years with all parts have no remainder.
        """
        found = {}
        for whole in self.total:
            own = [seen for part in self.parts for seen in part if seen.year == whole.year]
            rest = whole if not own else None
            if own and len(own) < len(self.parts):
                rest = remainder(whole, own)
            if rest is not None:
                found[whole.year] = rest
        return found


def _segments(row: Row, seen: Value, light_order: int) -> list[Row]:
    """Return one segment for a value; for a range, two, with a lighter one up to its upper end."""
    if not seen.is_range:
        return [{**row, "strength": 1.0}]
    low, high = seen.ends
    lighter = {"value": high - low, "label": "", "order": light_order, "strength": RANGE_STRENGTH}
    return [{**row, "value": low, "strength": 1.0}, {**row, **lighter}]


def _with_total(rows: list[Row], whole: Value | None, language: Language) -> list[Row]:
    """Return rows with the printed total as the label of the top segment of a year."""
    height = sum(row["value"] for row in rows)
    top = max(height, whole.ends[1]) if whole else height
    is_range = whole is not None and whole.is_range
    last = {
        "total": number_text(whole, language) if whole else "",
        "low": whole.ends[0] if whole and is_range else None,
        "high": whole.ends[1] if whole and is_range else None,
    }
    bare = {"total": "", "low": None, "high": None}
    return [
        {**row, "top": top, **(last if place == len(rows) - 1 else bare)}
        for place, row in enumerate(rows)
    ]


def stack_rows(
    stack: Stack, *, ranges: bool, dataset: Dataset, filters: Filters, language: Language
) -> list[Row]:
    """Return the rows of `components.charts.years.stacked_years`, part by part in order of years.

    Parameters
    ----------
    stack : Stack
        Parts and totals of all years.
    ranges : bool
        Whether the chart form draws ranges.
    dataset : Dataset
        All tables.
    filters : Filters
        The selected filters.
    language : Language
        Language of the texts.
    """
    rests = stack.rests
    rest = tuple(rests[year] for year in sorted(rests))
    groups: Sequence[tuple[str, Series]] = (
        *zip(stack.names, stack.parts, strict=True),
        (stack.rest_name, rest),
    )
    drawn = tuple(seen for _name, series in groups for seen in series)
    sums = {seen.year: seen for seen in stack.total}
    by_year: dict[int, list[Row]] = {}
    for order, (name, series) in enumerate(groups):
        made = chart_rows(series, dataset=dataset, filters=filters, language=language, among=drawn)
        for row, seen in zip(made, series, strict=True):
            titled = {**row, "series": name, "order": order, "tip_title": f"{name}, {seen.year}"}
            by_year.setdefault(seen.year, []).extend(_segments(titled, seen, len(groups) + order))
    rows = [
        row
        for year in sorted(by_year)
        for row in _with_total(
            sorted(by_year[year], key=lambda row: row["order"]), sums.get(year), language
        )
    ]
    if not ranges:
        unused = {"strength", "low", "high"}
        rows = [{name: cell for name, cell in row.items() if name not in unused} for row in rows]
    return sorted(rows, key=lambda row: row["order"])
