"""Tables of the dissertation that consist of text: their cells in the words of the Atlas."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.evidence.sectors import SEPARATOR
from data.language.languages import Language
from data.load.dataset import Dataset

TITLE, HEADER = "title", "header"
"""Codes of the rows of a table with its title and with the names of its columns."""


@dataclass(frozen=True, kw_only=True)
class SourceCell:
    """One cell of a table of the dissertation.

    Attributes
    ----------
    id : str
        Identifier in `table_cells`, such as ``table2:4:content``.
    text : str
        Its content in the words of the Atlas.
    paragraph : str
        Number of its paragraph.
    covered_by : tuple of str
        Identifiers of the values, events, routes and organisations that record its content.
    """

    id: str
    text: str
    paragraph: str
    covered_by: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SourceTable:
    """A table of the dissertation.

    Attributes
    ----------
    title : str
        Its title in the words of the Atlas.
    columns : tuple of str
        Names of its columns.
    rows : tuple of tuple of SourceCell
        Its rows in printed order, each with one cell a column.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[SourceCell, ...], ...]


def _cell(row: Mapping[str, object], language: Language) -> SourceCell:
    covered = str(row["covered_by"]).split(SEPARATOR)
    return SourceCell(
        id=str(row["cell"]),
        text=str(row[language.column("text")]),
        paragraph=str(row["paragraph"]),
        covered_by=tuple(filter(None, covered)),
    )


def source_table(dataset: Dataset, table: str, language: Language) -> SourceTable:
    """Return a table of the dissertation in one language; without rows if it is not recorded.

    Raises
    ------
    TableRefusedError
        If the table of cells did not load.
    """
    cells = dataset.table("table_cells")
    by_row: dict[str, list[SourceCell]] = {}
    for row in cells[cells["table"] == table].to_dict("records"):
        named = {str(key): cell for key, cell in row.items()}
        by_row.setdefault(str(row["row"]), []).append(_cell(named, language))
    title = by_row.pop(TITLE, [])
    heads = by_row.pop(HEADER, [])
    return SourceTable(
        title="".join(cell.text for cell in title),
        columns=tuple(cell.text for cell in heads),
        rows=tuple(tuple(row) for row in by_row.values()),
    )
