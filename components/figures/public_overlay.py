"""Public data laid over a figure by year, in a look of their own and never in its headline."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pandas as pd

from components.charts.record_labels import ALONE, ROOM, SIDE, TAKEN, with_places
from components.charts.record_points import RECORD_SHAPES, with_record
from components.figures.figure import Builder, Figure, Row
from components.figures.source_texts import Told, statement_table
from components.page.tokens import LIGHT
from components.text.amounts import number_text, percent
from components.text.lists import side_by_side
from data.choice.parameters import Filters
from data.choice.source_parameters import LAID_OVER
from data.evidence.names import country_name
from data.evidence.record_statements import TURNOVER_GROWTH, record_statements
from data.evidence.series import TURNOVER_PARTS, series_unit
from data.evidence.source_comparison import (
    BALANCE,
    MEASURES,
    OF_KAZAKHSTAN,
    OF_OTHERS,
    OF_TURKIYE,
    Statement,
)
from data.evidence.units import convertible
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

SHAPES: Mapping[str, str] = MappingProxyType(
    dict(zip((OF_KAZAKHSTAN, OF_TURKIYE, OF_OTHERS), RECORD_SHAPES, strict=True))
)
"""Shape of the marks of each source of public data."""

_SIGNS: Mapping[str, str] = MappingProxyType(dict(zip(SHAPES, ("△", "+", "▽"), strict=True)))
"""The shapes as letters, for a key in a line of text."""

_COUNTRY = {OF_KAZAKHSTAN: "KZ", OF_TURKIYE: "TR"}

EMPTY: Mapping[str, Any] = MappingProxyType(
    {
        "record": None,
        "record_label": "",
        "record_name": "",
        "record_shape": "circle",
        "record_colour": LIGHT.ink,
        "record_whole": False,
        TAKEN: "",
        SIDE: 0,
        ALONE: False,
        ROOM: 0.0,
    }
)
"""Fields of a row of the chart itself."""


def blank_row(row: Row) -> dict[str, Any]:
    """Return a row that draws nothing, with the fields of another row."""
    kept = {name: row[name] for name in ("colour", "order") if name in row}
    switched = {name: cell for name, cell in row.items() if isinstance(cell, bool)}
    empty = {name: "" if isinstance(cell, str) else None for name, cell in row.items()}
    return {**empty, **switched, **kept}


def keyed(subtitle: str, sources: Iterable[str], told: Told) -> str:
    """Return a subtitle with the key of the marks of public data that a chart has.

    Parameters
    ----------
    subtitle : str
        What the chart shows, and its unit.
    sources : iterable of str
        Sources of the marks, as in `SHAPES`.
    told : Told
        Names of sources.
    """
    found = set(sources)
    marks = (
        f"{_SIGNS[source]}\N{NO-BREAK SPACE}{told.name(source)}"
        for source in SHAPES
        if source in found
    )
    return side_by_side((subtitle, *marks))


def with_marks(figure: Figure, marks: Iterable[Row]) -> Figure:
    """Return a figure by year whose chart also draws rows of marks, and those of `EMPTY` alone.

    Parameters
    ----------
    figure : Figure
        A figure with a chart by year, with or without marks laid over it.
    marks : iterable of mapping
        Rows with the fields of `EMPTY` and of the chart.
    """
    rows = [*figure.rows, *marks]
    if "record" not in figure.rows[0]:
        rows = [{**EMPTY, **row} for row in rows]
        figure = replace(figure, form=with_record(figure.chart_form))
    return replace(figure, rows=with_places(rows))


def _number(value: Value, language: Language) -> str:
    """Return a number as written beside its mark; growth has a sign and one decimal."""
    if value.indicator == TURNOVER_GROWTH:
        return percent(value.value or 0.0, language, decimals=1, signed=True)
    return number_text(value, language)


def _overlay_rows(
    found: Sequence[Statement], figure: Figure, told: Told, unit: str
) -> list[dict[str, Any]]:
    first = figure.rows[0]
    last = {one.source: one for one in found if one.comparable}
    rows = []
    for one in found:
        value = one.value.in_unit(unit)
        number = _number(value, told.language)
        code = _COUNTRY.get(one.source, "") if last.get(one.source) is one else ""
        place = country_name(code, dataset=told.dataset, language=told.language) if code else ""
        name = told.name(one.source)
        rows.append(
            {
                **blank_row(first),
                "year": one.year,
                **({"series": name} if "series" in first else {}),
                "opacity": 1.0,
                "tip_title": f"{one.year} · {name}",
                "tip": told.tip(value),
                "record": value.value,
                "record_label": f"{number}\n{place}".strip() if one.comparable else "",
                "record_name": told.reporter(value) or name,
                "record_shape": SHAPES[one.source],
                "record_colour": LIGHT.ink,
                "record_whole": one.comparable,
            }
        )
    return rows


def _with_public_data(figure: Figure, measures: Sequence[str], told: Told, unit: str) -> Figure:
    """Return a figure over which public data are laid, if chosen, for the years that it draws."""
    dataset, filters, language = told.dataset, told.filters, told.language
    every = tuple(one for measure in measures for one in record_statements(dataset, measure))
    every = tuple(
        sorted((one for one in every if one.value.value is not None), key=lambda one: one.year)
    )
    if figure.form is None or not every or not convertible(every[0].value.unit, unit):
        return figure
    if filters.record != LAID_OVER or not figure.rows:
        return figure
    _ = language.gettext
    years = {row["year"] for row in figure.rows}
    first, last = filters.years
    found = tuple(one for one in every if one.year in years and first <= one.year <= last)
    note = (
        _(
            "Public data are overlaid as hollow marks: triangles for Kazakhstan, crosses for "
            "Türkiye; a dashed line joins full-year values of one reporter. Marks without a number "
            "are bounds, part-year values or expectations, or the number has no room; the table "
            "has all of them. The headline does not use public data."
        )
        if found
        else _("There are no public data for the selected years.")
    )
    return replace(
        with_marks(figure, _overlay_rows(found, figure, told, unit)),
        subtitle=keyed(figure.subtitle, (one.source for one in found), told),
        make_table=_both_tables(figure, found, told),
        origins=tuple(dict.fromkeys((*figure.origins, *(one.value.origin for one in found)))),
        notes=(note, *(_computed_note(found, language)), *figure.notes),
    )


def _computed_note(found: Sequence[Statement], language: Language) -> tuple[str, ...]:
    """Return a note on the growth that is computed from public data; empty without any."""
    if not any(one.value.indicator == TURNOVER_GROWTH for one in found):
        return ()
    _ = language.gettext
    return (
        _(
            "Growth in public data is computed in the same way as that of the table: from the "
            "turnover that one reporter states for two successive full years."
        ),
    )


def _both_tables(
    figure: Figure, found: tuple[Statement, ...], told: Told
) -> Callable[[], pd.DataFrame]:
    """Return a function that makes the table of a figure with that of the public data below."""

    def make() -> pd.DataFrame:
        own, other = figure.make_table(), statement_table(found, told)
        return pd.concat([own, other], ignore_index=True) if found else own

    return make


def _chosen_unit(measure: str, told: Told) -> str:
    """Return the unit of the series of trade or investment that the reader has chosen."""
    table = MEASURES[measure]
    origin = told.filters.trade if table == "trade" else told.filters.investment
    printed = TURNOVER_PARTS[0] if measure == BALANCE else measure
    return series_unit(told.dataset, table, printed, origin)


def laid_over(builder: Builder, *measures: str, unit: str = "") -> Builder:
    """Return a builder whose figure can have public data laid over it.

    Parameters
    ----------
    builder : Builder
        Builds a figure by year.
    *measures : str
        What it shows, as `record_statements` takes it.
    unit : str
        Unit of its axis; empty for that of the series of trade or investment that is chosen.
    """

    def build(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
        figure = builder(dataset=dataset, filters=filters, language=language)
        told = Told(dataset, filters, language)
        return _with_public_data(figure, measures, told, unit or _chosen_unit(measures[0], told))

    return build
