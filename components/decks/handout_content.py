"""What a handout says about a slide: figures, tables of values, notes, sources, contradictions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components.cards.contradiction_card import (
    ConflictContent,
    conflict_content,
    conflict_title,
)
from components.decks.deck_slides import DeckEdition
from components.decks.slide_texts import one_line
from components.decks.views import SlideView, StateView
from components.figures import audit
from components.figures.figure import Figure
from components.text.places import origin_title
from components.text.shown_table import ShownColumn, ShownTable, shown_table
from components.text.source_line import origin_lines
from data.evidence.audit import Conflict, contradictions_touching
from data.evidence.names import label_of

MOST_ROWS = 40
"""Rows above which a table is replaced by the values that the chart shows."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """An origin: its name, what it holds, and where the values stand in it."""

    name: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class HandoutSlide:
    """What a handout says about a slide.

    Attributes
    ----------
    view : SlideView
        The slide.
    tables : tuple of ShownTable
        Tables of its figures, none twice.
    omitted : tuple of int
        Numbers of rows of tables that are too long for a handout.
    notes : tuple of tuple of str
        Notes on the values, for each of its states.
    sources : tuple of Source
        The origins.
    contradictions : tuple of ConflictContent
        The contradictions about the values, without those of earlier slides.
    repeated : tuple of str
        Titles of the contradictions that earlier slides have.
    """

    view: SlideView
    tables: tuple[ShownTable, ...] = ()
    omitted: tuple[int, ...] = ()
    notes: tuple[tuple[str, ...], ...] = ()
    sources: tuple[Source, ...] = ()
    contradictions: tuple[ConflictContent, ...] = ()
    repeated: tuple[str, ...] = ()

    @property
    def common_notes(self) -> tuple[str, ...]:
        """Notes that hold for all states; empty if states have different ones."""
        return self.notes[0] if len(set(self.notes)) == 1 else ()


def _figures(view: SlideView) -> list[Figure]:
    return [state.figure for state in view.states if state.figure]


def _distinct(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures whose values are not all in the table of another one."""
    kept: list[Figure] = []
    ids = [frozenset(figure.value_ids) for figure in figures]
    for place, figure in enumerate(figures):
        others = [
            other
            for number, other in enumerate(ids)
            if number != place and (ids[place] < other or (ids[place] == other and number < place))
        ]
        if not others:
            kept.append(figure)
    return kept


def chart_table(state: StateView, edition: DeckEdition) -> ShownTable | None:
    """Return the rows of a chart of categories as a table; None for other charts."""
    rows = [row for row in state.rows if row.get("category") and row.get("label")]
    if not rows or len(rows) > MOST_ROWS:
        return None
    _ = edition.language.gettext
    names = tuple(one_line(row["category"]) for row in rows)
    labels = tuple(one_line(row["label"]) for row in rows)
    columns = (
        ShownColumn(head=_("Item"), cells=names),
        ShownColumn(head=_("Value"), cells=labels, numeric=True),
    )
    return ShownTable(columns=columns, caption=state.subtitle)


def text_table(state: StateView) -> ShownTable | None:
    """Return the table of text that a state shows; None for a chart or a map."""
    if state.table is None:
        return None
    cells = zip(*state.table.rows, strict=True)
    columns = (
        ShownColumn(head=head, cells=tuple(column), numeric=numeric)
        for head, numeric, column in zip(state.table.heads, state.table.numeric, cells, strict=True)
    )
    return ShownTable(columns=tuple(columns)) if state.table.rows else None


def _tables(view: SlideView, edition: DeckEdition) -> tuple[list[ShownTable], list[int]]:
    tables, omitted = [], []
    shown = _distinct(_figures(view))
    for state in view.states:
        figure = state.figure
        if figure is None or state.table or not any(figure is one for one in shown):
            continue
        count = len(figure.table)
        table = (
            shown_table(figure.table, dataset=edition.dataset, language=edition.language)
            if count <= MOST_ROWS
            else chart_table(state, edition)
        )
        if count > MOST_ROWS:
            omitted.append(count)
        if table and table.columns:
            tables.append(table)
    return tables, omitted


def _sources(figures: Iterable[Figure], edition: DeckEdition) -> list[Source]:
    dataset, words = edition.dataset, edition.language
    found: dict[str, list[str]] = {}
    for figure in figures:
        for origin in figure.origins:
            found.setdefault(origin, []).extend(origin_lines(figure, origin, words))
    return [
        Source(
            name=label_of(dataset, "origins", origin, words),
            title=origin_title(origin, dataset=dataset, language=words),
            lines=tuple(dict.fromkeys(lines)),
        )
        for origin, lines in found.items()
    ]


def _contradictions(figures: Iterable[Figure], edition: DeckEdition) -> tuple[Conflict, ...]:
    """Return the contradictions about values; figures about the source itself have none."""
    ids = [
        one
        for figure in figures
        if figure.id not in audit.FIGURES
        for one in figure.contradictable_ids
    ]
    return contradictions_touching(dict.fromkeys(ids), edition.dataset)


def handout_slide(
    view: SlideView, edition: DeckEdition, described: set[str] | None = None
) -> HandoutSlide:
    """Return what a handout says about a slide.

    Parameters
    ----------
    view : SlideView
        The slide.
    edition : DeckEdition
        Its deck.
    described : set of str, optional
        Identifiers of the contradictions of earlier slides; those of this slide are added.
    """
    dataset, words = edition.dataset, edition.language
    described = set() if described is None else described
    figures = _figures(view)
    tables, omitted = _tables(view, edition)
    found = _contradictions(figures, edition)
    new = [conflict for conflict in found if conflict.id not in described]
    titles = [
        conflict_title(conflict, dataset=dataset, language=words)
        for conflict in found
        if conflict.id in described
    ]
    described.update(conflict.id for conflict in new)
    return HandoutSlide(
        view=view,
        tables=tuple(tables),
        omitted=tuple(dict.fromkeys(omitted)),
        notes=tuple(figure.notes for figure in figures),
        sources=tuple(_sources(_distinct(figures), edition)),
        contradictions=tuple(
            conflict_content(conflict, dataset=dataset, language=words) for conflict in new
        ),
        repeated=tuple(titles),
    )
