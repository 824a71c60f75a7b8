"""A figure's table as it is shown: years by measures, common parts in the caption once."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import pandas as pd

from components.figures.figure import ID_COLUMNS, TABLE_COLUMNS, row_ids
from components.text.amounts import number_text
from components.text.figure_table import column_headings, column_texts, subject_text
from components.text.lists import apposed, paragraphs_text, remarked, side_by_side
from components.text.names import method_name
from data.evidence.audit import contradictions_touching
from data.evidence.names import label_of
from data.evidence.origins import is_outside
from data.evidence.values import PRINTED, Quantity
from data.language.languages import Language, span_text
from data.language.punctuation import sentences
from data.load.dataset import Dataset

VALUE = "value"
NUMBERS = frozenset({VALUE, "low", "high"})
"""Columns of numbers, shown as one, aligned to the right."""

EXACT = ("", "exact")
"""Qualifiers that need no mention."""

COMMON = {"unit": "", "origin": "", "qualifier": "exact", "method": PRINTED}
"""Columns left out if all rows have the same cell, and the cell that needs no mention."""

NO_UNITS = frozenset({"count", "rank", "year"})
"""Codes of `units` whose names say what the numbers are, and name no unit."""

WIDEST = 8
"""Greatest number of measures that a table has side by side."""

NARROW, BETWEEN = 46, 3
"""Width of a phone and distance of columns, in characters of a table."""

SEVERAL = 2
"""Fewest years of a table that has one row a year."""


@dataclass(frozen=True, kw_only=True)
class ShownColumn:
    """A column of a table: its head, its cells, and whether these are numbers."""

    head: str
    cells: tuple[str, ...]
    numeric: bool = False

    @property
    def least_width(self) -> int:
        """Characters below which the column would break a number or a word."""
        words = (word for text in (self.head, *self.cells) for word in text.split())
        texts = self.cells if self.numeric else words
        return max(max(map(len, texts), default=0), *map(len, self.head.split()), 0)


@dataclass(frozen=True, kw_only=True)
class ShownTable:
    """A table as it is shown.

    Attributes
    ----------
    columns : tuple of ShownColumn
        The columns, all of the same length.
    caption : str
        What all rows have in common, such as the unit; empty for nothing.
    named_rows : bool
        Whether the first cell of a row names it.
    faded : tuple of bool
        Whether the filters fade each row; empty if they fade none.
    """

    columns: tuple[ShownColumn, ...]
    caption: str = ""
    named_rows: bool = False
    faded: tuple[bool, ...] = ()

    @property
    def rows(self) -> Iterator[tuple[tuple[ShownColumn, str], ...]]:
        """The cells of each row with their columns."""
        for place in range(len(self.columns[0].cells) if self.columns else 0):
            yield tuple((column, column.cells[place]) for column in self.columns)

    @cached_property
    def becomes_cards(self) -> bool:
        """Whether the rows become cards on a narrow screen, on which the columns do not fit."""
        return sum(column.least_width + BETWEEN for column in self.columns) > NARROW

    @property
    def marked_rows(self) -> Iterator[tuple[bool, tuple[tuple[ShownColumn, str], ...]]]:
        """Whether each row is faded, and its cells with their columns."""
        for place, row in enumerate(self.rows):
            yield bool(self.faded) and self.faded[place], row


def _common(table: pd.DataFrame) -> dict[str, str]:
    """Return the columns whose cells are all the same, with the cell."""
    return {
        column: str(table[column].iloc[0])
        for column in COMMON
        if column in table and table[column].nunique() == 1
    }


def _caption(common: dict[str, str], *, dataset: Dataset, language: Language) -> str:
    parts = []
    if unit := common.get("unit"):
        name = label_of(dataset, "units", unit, language)
        # A heading of a counted noun alone would need a form of its own in Russian.
        saying = language.gettext("Unit: {unit}")
        parts.append(name if unit in NO_UNITS else saying.format(unit=name))
    if common.get("method", PRINTED) != PRINTED:
        outside = is_outside(dataset, common.get("origin", ""))
        parts.append(method_name(common["method"], language, outside=outside))
    if "origin" in common:
        parts.append(label_of(dataset, "origins", common["origin"], language))
    return language.capital(side_by_side(parts))


def _warnings(
    groups: list[pd.DataFrame], dataset: Dataset, language: Language
) -> list[ShownColumn]:
    """Return the column that marks contradicted rows; none if no row is contradicted."""
    marks = tuple(
        "\N{WARNING SIGN}" * bool(contradictions_touching(row_ids(group), dataset))
        for group in groups
    )
    head = language.gettext("Contradicted")
    return [ShownColumn(head=head, cells=marks)] if any(marks) else []


def is_series(table: pd.DataFrame) -> bool:
    """Return whether a table has one value for each measure and year, for several years."""
    needed = {"year", "subject", "value", "low", "high", "qualifier", "unit", "method", "origin"}
    if table.empty or not needed <= set(table.columns):
        return False
    measures = ["subject", "origin", "method", "unit"]
    return bool(
        all(str(year).isdecimal() for year in table["year"])
        and table["year"].nunique() >= SEVERAL
        and not table.duplicated(["year", *measures]).any()
        and len(table.drop_duplicates(measures)) <= WIDEST
    )


def _written(row: pd.Series, language: Language) -> str:
    ends = {end: None if pd.isna(row[end]) else float(row[end]) for end in ("value", "low", "high")}
    quantity = Quantity(**ends, unit=str(row["unit"]), qualifier=str(row["qualifier"]))
    return number_text(quantity, language)


def _measure(code: str, dataset: Dataset, language: Language) -> str:
    """Return the short name of an indicator, or the name of another subject."""
    short = label_of(dataset, "indicators", code, language, "short")
    return short if short != code else subject_text(code, dataset, language)


def _by_year(table: pd.DataFrame, *, dataset: Dataset, language: Language) -> ShownTable:
    """Return a table with one row a year and one column a measure."""
    _ = language.gettext
    common = _common(table)
    common.pop("qualifier", None)
    groups = [own for _year, own in table.groupby(table["year"].astype(int))]
    columns = [ShownColumn(head=_("Year"), cells=tuple(str(own["year"].iloc[0]) for own in groups))]
    measures = table[["subject", "origin", "method", "unit"]].drop_duplicates()
    for subject, origin, method, unit in measures.itertuples(index=False):
        cells = []
        for own in groups:
            hit = own[
                (own["subject"] == subject)
                & (own["origin"] == origin)
                & (own["method"] == method)
                & (own["unit"] == unit)
            ]
            cells.append(_written(hit.iloc[0], language) if len(hit) else "")
        named = _measure(subject, dataset, language)
        symbol = label_of(dataset, "units", unit, language, "symbol")
        head = apposed(
            (
                named,
                "" if "unit" in common or symbol.casefold() == named.casefold() else symbol,
                "" if "origin" in common else label_of(dataset, "origins", origin, language),
            )
        )
        if "method" not in common:
            said = method_name(method, language, outside=is_outside(dataset, origin))
            head = remarked(head, (said,))
        columns.append(ShownColumn(head=head, cells=tuple(cells), numeric=True))
    for column, parts, joined in (
        ("paragraph", _paragraphs, paragraphs_text),
        ("note", _notes, partial(_note_text, language=language)),
    ):
        if column in table:
            texts = tuple(joined(parts(own[column])) for own in groups)
            if any(texts):
                columns.append(ShownColumn(head=column_headings(language)[column], cells=texts))
    columns += _warnings(groups, dataset, language)
    caption = _caption(common, dataset=dataset, language=language)
    return ShownTable(columns=tuple(columns), caption=caption, named_rows=True)


def _paragraphs(cells: pd.Series) -> list[str]:
    """Return the paragraphs of some values in their order, each once."""
    return sorted({part for cell in cells for part in str(cell).split(";") if part}, key=int)


def _notes(cells: pd.Series) -> list[str]:
    """Return the notes on some values, each once."""
    return list(dict.fromkeys(str(cell) for cell in cells if cell))


def _note_text(notes: list[str], *, language: Language) -> str:
    """Return notes as sentences; a single one stays as it is."""
    return sentences(map(language.capital, notes)) if len(notes) > 1 else "".join(notes)


def _place(column: str) -> int:
    """Return the place of a column of single values: its name first, the unit by the number."""
    first = ("subject", "question", "year", VALUE, "unit", "qualifier")
    return first.index(column) if column in first else len(first) + TABLE_COLUMNS.index(column)


def _number_texts(table: pd.DataFrame, language: Language) -> tuple[str, ...]:
    """Return the numbers of single values, a range with both ends; years have no separator."""

    def number(row: Mapping[Hashable, Any], end: str) -> str:
        return f"{row[end]:.0f}" if row.get("unit") == "year" else language.number(row[end])

    def text(row: Mapping[Hashable, Any]) -> str:
        if not pd.isna(row.get(VALUE)):
            return number(row, VALUE)
        ends = [number(row, end) for end in ("low", "high") if not pd.isna(row.get(end))]
        return span_text(ends[0], ends[-1]) if len(ends) > 1 else "".join(ends)

    return tuple(text(row) for row in table.to_dict("records"))


def shown_table(table: pd.DataFrame, *, dataset: Dataset, language: Language) -> ShownTable:
    """Return a figure's table as it is shown.

    A table of several years has one row a year; another has one row a value. The unit, the source
    and the method that all rows share are named in the caption; qualifiers are left out if all
    values are exact. Files have the table as it is, see `components.export.figure_files`.

    Parameters
    ----------
    table : DataFrame
        A figure's table of codes.
    dataset : Dataset
        All tables, for the names.
    language : Language
        Language of the texts.
    """
    if is_series(table):
        return _by_year(table, dataset=dataset, language=language)
    common = _common(table)
    said = {name for name, cell in common.items() if name != "qualifier" or cell in EXACT}
    if "question" in table and table["question"].nunique() == 1:
        said.add("question")
    shown = []
    for column in sorted(map(str, table.columns), key=_place):
        if column in {*ID_COLUMNS, *NUMBERS - {VALUE}, *said}:
            continue
        numeric = column == VALUE
        texts = (
            _number_texts(table, language)
            if numeric
            else tuple(column_texts(table, column, dataset=dataset, language=language))
        )
        if any(texts):
            head = column_headings(language)[column]
            unit = common.get("unit", "") if numeric else ""
            symbol = label_of(dataset, "units", unit, language, "symbol") if unit else ""
            if symbol.strip():
                head = apposed((head, symbol))
                common.pop("unit")
            shown.append(ShownColumn(head=head, cells=texts, numeric=numeric))
    rows = [table.iloc[[place]] for place in range(len(table))]
    shown += _warnings(rows, dataset, language)
    caption = _caption(common, dataset=dataset, language=language)
    named = len(shown) > 1 and not shown[0].numeric
    return ShownTable(columns=tuple(shown), caption=caption, named_rows=named)
