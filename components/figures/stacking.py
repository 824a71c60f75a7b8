"""Rows of stacked columns: printed parts of each year, and the printed total above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from components.charts.ranges import RANGE_STRENGTH
from components.charts.rows import EventRow, RangeEnds, RecordRow, StackRow
from components.figures.yearly import chart_rows, range_ends, with_sector_mark
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


class _Fill(RangeEnds, total=False):
    strength: float


def _segments(row: StackRow, seen: Value, light_order: int) -> list[StackRow]:
    """Return a value as one segment, a range as a full one with a lighter one to its upper end."""
    plain: StackRow = {**row, **range_ends(None), "strength": 1.0}
    if not seen.is_range:
        return [plain]
    low, high = seen.ends
    lighter: StackRow = {
        **plain,
        "value": high - low,
        "label": "",
        "order": light_order,
        "strength": RANGE_STRENGTH,
    }
    return [{**plain, "value": low}, lighter]


def _with_total(
    rows: list[StackRow], whole: Value | None, language: Language, *, ranges: bool
) -> list[StackRow]:
    """Write the printed sum above the last segment of a year."""
    height = sum(row["value"] or 0.0 for row in rows)
    top = max(height, whole.ends[1]) if whole else height
    *others, last = rows
    total = number_text(whole, language) if whole else ""
    crowned: StackRow = {
        **last,
        "top": top,
        "total": total,
        **(range_ends(whole) if ranges else RangeEnds()),
    }
    below: list[StackRow] = [{**row, "top": top} for row in others]
    return [*below, crowned]


def stack_rows(
    stack: Stack, *, ranges: bool, dataset: Dataset, filters: Filters, language: Language
) -> list[StackRow]:
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
    by_year: dict[int, list[StackRow]] = {}
    for order, (name, series) in enumerate(groups):
        made = chart_rows(series, dataset=dataset, filters=filters, language=language, marks=False)
        for row, seen in zip(made, series, strict=True):
            titled: StackRow = {
                **row,
                "series": name,
                "order": order,
                "tip_title": f"{name}, {seen.year}",
                "top": 0.0,
                "total": "",
                **_Fill(),
                **EventRow(),
                **RecordRow(),
            }
            drawn_as = _segments(titled, seen, len(groups) + order) if ranges else [titled]
            by_year.setdefault(seen.year, []).extend(drawn_as)
    rows = [
        row
        for year in sorted(by_year)
        for row in _with_total(
            sorted(by_year[year], key=lambda row: row["order"]),
            sums.get(year),
            language,
            ranges=ranges,
        )
    ]
    for row in rows:
        own = [seen for seen in (*drawn, *stack.total) if seen.year == row["year"]]
        row["total"] = with_sector_mark(row["total"], own, dataset=dataset, filters=filters)
    return sorted(rows, key=lambda row: row["order"])
