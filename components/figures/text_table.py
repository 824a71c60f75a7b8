"""A table of the dissertation that consists of text, as a figure shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.figures.single_values import WARNING
from components.text.shown_table import ShownColumn
from data.language.languages import Language


@dataclass(frozen=True, kw_only=True)
class TextRow:
    """A row of a table of text.

    Attributes
    ----------
    cells : tuple of str
        One text a column; the first one names the row.
    amount : str
        The amount that the row gives; empty without one.
    paragraphs : str
        Numbers of its paragraphs.
    codes : tuple of str
        Identifiers of the values, events, routes and organisations that record its content.
    named : tuple of str
        These codes and the identifiers of its paragraphs, as contradictions name them.
    contradictions : int
        Number of contradictions about the row.
    full : bool
        Whether the filters keep it in full colour.
    """

    cells: tuple[str, ...]
    amount: str = ""
    paragraphs: str
    codes: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    contradictions: int = 0
    full: bool = True


@dataclass(frozen=True, kw_only=True)
class TextTable:
    """A table of text: heads of the printed columns, head of the amounts, and rows."""

    heads: tuple[str, ...]
    amount_head: str
    rows: tuple[TextRow, ...]

    @property
    def named(self) -> tuple[str, ...]:
        """What contradictions about any row can name, each once."""
        return tuple(dict.fromkeys(code for row in self.rows for code in row.named))

    @property
    def faded(self) -> tuple[bool, ...]:
        """Whether the filters fade each row."""
        return tuple(not row.full for row in self.rows)


def text_columns(table: TextTable) -> Iterator[ShownColumn]:
    """Yield the printed columns of a table of text, with a column of amounts if there are any."""
    for place, head in enumerate(table.heads):
        yield ShownColumn(head=head, cells=tuple(row.cells[place] for row in table.rows))
    amounts = tuple(row.amount for row in table.rows)
    if any(amounts):
        yield ShownColumn(head=table.amount_head, cells=amounts, numeric=True)


def paragraph_column(table: TextTable, language: Language, *, signs: bool = False) -> ShownColumn:
    """Return the column of the paragraphs, on request with a sign for contradicted rows."""
    return ShownColumn(
        head=language.gettext("Paragraph"),
        cells=tuple(
            row.paragraphs + (f"\n{WARNING}" if signs and row.contradictions else "")
            for row in table.rows
        ),
    )
