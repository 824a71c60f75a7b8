"""Rows have the fields that their form reads, and no others."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_type_hints

import pytest

from components.charts.bars import answer_bars, ranked_bars
from components.charts.columns import year_columns, year_columns_with_marks
from components.charts.grid import GridSize, cell_matrix, marked_amounts
from components.charts.points import Categories, compared_points
from components.charts.record_points import with_record
from components.charts.record_rows import with_record_rows
from components.charts.remark_bars import bars_with_remarks
from components.charts.rivals import stacked_years_with_rivals
from components.charts.source_points import source_points
from components.charts.years import stacked_years, year_lines, year_matrix
from components.figures.figure import Form
from components.figures.registry import FIGURES, build_figure
from data.choice.parameters import filter_space
from data.language.languages import language
from data.load.dataset import Dataset

EN = language("en")
SERIES = (("a", "#111111"), ("b", "#222222"), ("c", "#333333"))
BOTH = (False, True)
WITHOUT_CHART = {"route_map", "oil_diversification", "cooperation_directions"}
CHARTS = [name for name in FIGURES if name not in WITHOUT_CHART]

FORMS: dict[str, list[Form]] = {
    "stacked_years": [
        stacked_years(language=EN, series=SERIES, ranges=ranges, gaps=gaps, events=events)
        for ranges in BOTH
        for gaps in BOTH
        for events in BOTH
    ]
    + [with_record(stacked_years(language=EN, series=SERIES))],
    "year_lines": [
        year_lines(language=EN, series=SERIES, ranges=ranges, gaps=gaps, events=events)
        for ranges in BOTH
        for gaps in BOTH
        for events in BOTH
    ]
    + [with_record(year_lines(language=EN, series=SERIES))],
    "stacked_years_with_rivals": [
        stacked_years_with_rivals(language=EN, series=SERIES, kind=kind, ranges=ranges, gaps=gaps)
        for kind in ("", "other")
        for ranges in BOTH
        for gaps in BOTH
    ],
    "year_matrix": [year_matrix(language=EN, series=SERIES, rows=2, gaps=gaps) for gaps in BOTH],
    "year_columns": [
        year_columns(language=EN, ranges=ranges, gaps=gaps) for ranges in BOTH for gaps in BOTH
    ]
    + [with_record(year_columns(language=EN))],
    "year_columns_with_marks": [
        year_columns_with_marks(language=EN, mark="printed", gaps=gaps, events=events)
        for gaps in BOTH
        for events in BOTH
    ]
    + [with_record(year_columns_with_marks(language=EN, mark="printed"))],
    "ranked_bars": [
        ranked_bars(language=EN, rows=2),
        with_record_rows(ranked_bars(language=EN, rows=2), 40),
    ],
    "bars_with_remarks": [bars_with_remarks(language=EN, series=SERIES, rows=2, lines=3)],
    "answer_bars": [answer_bars(language=EN, rows=2, lines=1)],
    "compared_points": [
        compared_points(language=EN, series=SERIES, categories=Categories(2), ranges=ranges)
        for ranges in BOTH
    ]
    + [with_record_rows(compared_points(language=EN, series=SERIES, categories=Categories(2)), 40)],
    "cell_matrix": [
        cell_matrix(language=EN, series=SERIES, size=GridSize(2), names_above=above)
        for above in BOTH
    ],
    "source_points": [source_points(language=EN, series=SERIES, lines=3)],
    "marked_amounts": [
        marked_amounts(language=EN, series=SERIES, rows=2),
        with_record_rows(marked_amounts(language=EN, series=SERIES, rows=2), 40),
    ],
}
"""Every form in every variant."""

OF_AN_AXIS = {"labelExpr", "labelOffset"}
"""Expressions whose `datum` is a tick, not a row."""

SENT_FOR_OTHERS = {"label", "gap"}
"""The field that `Figure.spoken` reads, and the field that marks a row without a value."""


def names_read(part: Any) -> Iterator[str]:
    """Yield the fields that a part of a specification reads."""
    if isinstance(part, dict):
        for key, below in part.items():
            if key in OF_AN_AXIS:
                continue
            if key == "field" and isinstance(below, str):
                yield below
            if key == "fields":
                yield from below
            yield from names_read(below)
    elif isinstance(part, list):
        for below in part:
            yield from names_read(below)
    elif isinstance(part, str):
        yield from re.findall(r"\bdatum\.(\w+)", part)


def names_made(part: Any) -> set[str]:
    """Return the fields that the transforms of a specification add."""
    if isinstance(part, dict):
        own = {part["as"]} if isinstance(part.get("as"), str) else set()
        return own.union(*map(names_made, part.values()))
    return set().union(*map(names_made, part)) if isinstance(part, list) else set()


def fields_read(form: Form) -> set[str]:
    """Return the fields of a row that a form reads."""
    return set(names_read(form.spec)) - names_made(form.spec)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_reads_fields_of_its_rows_and_all_of_them(name: str) -> None:
    forms = FORMS[name]
    (row,) = {form.row for form in forms}
    fields = set(get_type_hints(row))
    read = set().union(*map(fields_read, forms))
    assert read <= fields
    assert fields - read <= SENT_FOR_OTHERS


@pytest.mark.parametrize("name", CHARTS)
def test_a_figure_brings_the_rows_of_its_form(name: str, any_dataset: Dataset) -> None:
    space = filter_space(any_dataset)
    start = space.start("en")
    for trade in space.series["trade"]:
        for years in (start.years, (start.years[0],) * 2):
            figure = build_figure(
                name, dataset=any_dataset, filters=replace(start, trade=trade, years=years)
            )
            row, read = figure.chart_form.row, fields_read(figure.chart_form)
            for given in figure.rows:
                assert set(given) <= set(get_type_hints(row))
                assert row.__required_keys__ <= set(given)  # type: ignore[attr-defined]
                assert read <= set(given)
                assert set(given) - read <= SENT_FOR_OTHERS


def test_every_form_is_tested(dataset: Dataset) -> None:
    start = filter_space(dataset).start("en")
    shown = {build_figure(name, dataset=dataset, filters=start).chart_form.row for name in CHARTS}
    assert shown <= {form.row for forms in FORMS.values() for form in forms}
