"""Sentences of figures: headline, notes, chart texts, tooltips, table, caption and source line."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from components.export.caption import choice_sentence
from components.figures.audit import FIGURES as AUDIT
from components.figures.figure import ID_COLUMNS, Figure
from components.figures.registry import FIGURES, build_figure, shown_choice
from components.figures.route_map import MAP
from components.map.content import WIDE
from components.text.figure_table import column_headings, column_texts
from components.text.places import cited_source
from data.choice.parameters import Filters, FilterSpace, filter_space
from data.language.languages import language
from data.load.dataset import Dataset
from tests.extended import extended_dataset
from tests.rendered.document import Document, Sentence, one_line
from tests.rendered.situations import every_situation

PARTS = ("headline", "subtitle", "finding", "hint")
NAMED = ("title", "text", "domain")
"""Properties of a chart specification that may hold a text."""

NO_TEXT = {"title", " ", "container", "source"}
"""Texts of a specification that the browser shows nowhere."""

ROW_TEXTS = ("category", "column", "series", "kind", "text", "label", "total")
"""Fields of a row that a chart writes as text, in the order in which they are rendered."""

NOTE = "note of the table"
"""Role of a note in a table, which several figures may have and only the first one shows."""

CAPTIONED = ("all years", "a span", "one sector", "other tables", "a country", "map of 2007")
"""Choices whose caption in exported files is rendered."""

ADDED_YEARS = {
    "added years": None,
    "2017": (2017, 2017),
    "2024": (2024, 2024),
    "2025 (no data)": (2025, 2025),
    "2026": (2026, 2026),
    "2020 to 2026": (2020, 2026),
}
"""Choices in the copy of the tables with added years, ranges, qualifiers, units and origins."""


def _spec_texts(part: Any, name: str = "") -> Iterator[str]:
    """Yield the texts of a chart specification: titles of axes and legends, names of series."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _spec_texts(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from _spec_texts(value, name)
    elif isinstance(part, str) and name in NAMED and part not in NO_TEXT:
        yield part


def _rows(figure: Figure) -> Iterator[Sentence]:
    for row in figure.rows:
        shown = [str(row[name]) for name in ROW_TEXTS if row.get(name)]
        tip = [str(row[name]) for name in ("tip_title", "tip") if row.get(name)]
        hovered = f" ‹hover› {' | '.join(tip)}" if tip else ""
        if shown or tip:
            yield "mark", " | ".join(dict.fromkeys(shown)) + hovered


def _map(figure: Figure) -> Iterator[Sentence]:
    if figure.make_map is None:
        return
    content = figure.make_map(WIDE)
    yield "labels on the map", " | ".join(dict.fromkeys(label.text for label in content.labels))
    for line in (*content.bands, *content.strokes):
        yield "tooltip", f"{line.title} | {line.tip}"
    for point in content.points:
        yield "tooltip", f"{point.title} | {point.tip}"


def _table(figure: Figure, *, dataset: Dataset, code: str) -> Iterator[Sentence]:
    """Yield heads of the columns; of the rows, what they are about, and their notes."""
    words = language(code)
    headings = column_headings(words)
    texts = {
        str(column): column_texts(figure.table, str(column), dataset=dataset, language=words)
        for column in figure.table.columns.drop(list(ID_COLUMNS))
    }
    filled = {column: cells for column, cells in texts.items() if any(cells)}
    yield "columns of the table", " | ".join(headings[column] for column in filled)
    if figure.id not in AUDIT and figure.id != MAP:
        yield "rows of the table", " | ".join(dict.fromkeys(filled.get("subject", ())))
    for note in dict.fromkeys(filled.get("note", ())):
        yield NOTE, note


def figure_sentences(figure: Figure, *, dataset: Dataset, code: str) -> Iterator[Sentence]:
    """Yield the texts of a figure in the order of its card."""
    for part in PARTS:
        yield part, getattr(figure, part)
    for note in figure.notes:
        yield "note", note
    yield "alternative text", figure.alternative_text
    if figure.form is not None and figure.rows:
        texts = list(dict.fromkeys(_spec_texts(figure.form.spec)))
        if texts:
            yield "axes and legend", " | ".join(texts)
    yield from _rows(figure)
    yield from _map(figure)
    yield from _table(figure, dataset=dataset, code=code)
    yield "source line", cited_source(figure.origins, dataset=dataset, language=language(code))


def _choices(figure: str, found: Mapping[str, Filters]) -> Iterator[tuple[str, Filters]]:
    """Yield the choices under which a figure can differ from those before."""
    known = set()
    for name, filters in found.items():
        shown = shown_choice(figure, filters)
        if shown not in known:
            known.add(shown)
            yield name, filters


def _builder(figure: str, dataset: Dataset) -> Callable[[Filters], Figure]:
    return lru_cache(maxsize=None)(
        lambda filters: build_figure(figure, dataset=dataset, filters=filters)
    )


def add_figures(document: Document, *, dataset: Dataset, space: FilterSpace, code: str) -> None:
    """Add every figure under every choice that changes it."""
    found = every_situation(space, code)
    for figure in FIGURES:
        known = frozenset(document.sentences)
        block = document.block("Figures", figure)
        build = _builder(figure, dataset)
        for name, filters in _choices(figure, found):
            said = list(figure_sentences(build(filters), dataset=dataset, code=code))
            if name.partition(" ")[2] in CAPTIONED:
                caption = choice_sentence(figure, filters, space, build=build, dataset=dataset)
                said.append(("caption", caption))
            block.add(
                (pair for pair in said if pair[0] != NOTE or one_line(pair[1]) not in known),
                choice=name,
            )


def add_edge_tables(document: Document, *, dataset: Dataset, code: str) -> None:
    """Add what figures say of a copy with added years and ranges, and of tables without rows."""
    extended = extended_dataset()
    start = filter_space(extended).start(code)
    for figure in FIGURES:
        if figure == MAP or figure in AUDIT:
            continue
        block = document.block(
            "Figures of a copy of the tables with added years, ranges, qualifiers and origins",
            figure,
            once=True,
        )
        build = _builder(figure, extended)
        for name, years in ADDED_YEARS.items():
            filters = replace(start, years=years) if years else start
            built = build(shown_choice(figure, filters))
            block.add(figure_sentences(built, dataset=extended, code=code), choice=name)
    empty = replace(dataset, tables={name: rows[:0] for name, rows in dataset.tables.items()})
    first = filter_space(empty).start(code)
    for figure in FIGURES:
        built = build_figure(figure, dataset=empty, filters=first)
        block = document.block("Figures of tables without rows", figure, once=True)
        block.add([("headline", built.headline), *(("note", note) for note in built.notes)])
