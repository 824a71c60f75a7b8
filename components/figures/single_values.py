"""Shared functions of figures of single facts: selection, grouping, formatting, notes, tables."""

import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import pandas as pd

from components.figures.figure import JOIN, SPEAKER, VALUE_COLUMNS
from components.text.amounts import amount_text
from components.text.lists import (
    paragraph_mark,
    paragraphs_text,
    side_by_side,
)
from components.text.places import place_text
from data.evidence.audit import Conflict, contradictions_by_row, entries_of
from data.evidence.catalogue import catalogue, values_by_id
from data.evidence.sectors import SEPARATOR
from data.evidence.units import base_unit
from data.evidence.values import Value
from data.language.languages import LANGUAGE_CODES, Language
from data.load.dataset import Dataset

Group = tuple[Value, ...]
"""Printings of one value of one quantity, in the order of paragraphs."""

TONNES = frozenset({"Mt", "Mt_per_year"})
A_YEAR = "_per_year"

CLASHING = frozenset({"tables_disagree", "text_vs_table", "text_vs_text", "impossible_value"})
"""Kinds of conflicts about values; other kinds are about sums, dates or readings."""

WARNING = "\N{WARNING SIGN}"

TABLE4 = "table4"
"""Table of the source on reserves of oil and gas, and on directions of export."""

HEAD_CHARACTERS = 9
"""Greatest line length in the head of a column, in characters, for several on a phone."""


def parts(cell: str) -> frozenset[str]:
    """Return the codes in a cell of joined codes."""
    return frozenset(code for code in cell.split(SEPARATOR) if code)


def facts(
    dataset: Dataset, indicators: Collection[str], *, entity: str = "", counterpart: str = ""
) -> tuple[Value, ...]:
    """Return the values of the table of facts with some indicators, in the order of the table.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    indicators : collection of str
        Codes of indicators.
    entity, counterpart : str
        Cells as in the table; empty for all.

    Raises
    ------
    TableRefusedError
        If the table of facts did not load.
    """
    dataset.table("facts")
    return tuple(
        entry
        for entry in catalogue(dataset)
        if entry.table == "facts"
        and entry.quantity[0] in indicators
        and entity in ("", entry.quantity[1])
        and counterpart in ("", entry.quantity[2])
    )


def paragraph_number(paragraph: str) -> int:
    """Return the number of a paragraph, or of the first of several joined by semicolons."""
    return int(paragraph.partition(SEPARATOR)[0])


def _paragraph(entry: Value) -> int:
    return paragraph_number(entry.paragraph)


def _size(entry: Value) -> tuple[float | None, ...]:
    factor = base_unit(entry.unit)[1]
    ends = (entry.value, entry.low, entry.high)
    return tuple(None if end is None else round(end * factor, 6) for end in ends)


def grouped(entries: Iterable[Value]) -> tuple[Group, ...]:
    """Group the printings of the same value of the same quantity.

    A quantity with two printed values has two groups; no value is averaged or left out.
    """
    found: dict[tuple[object, ...], list[Value]] = {}
    for entry in entries:
        found.setdefault((entry.quantity, *_size(entry)), []).append(entry)
    return tuple(tuple(sorted(group, key=_paragraph)) for group in found.values())


def size_of(group: Group) -> float:
    """Return the printed number of a group, or the upper end of a range."""
    entry = group[0]
    return next((end for end in (entry.value, entry.high, entry.low) if end is not None), 0.0)


def subject_name(entry: Value, language: Language) -> str:
    """Return the name of a value up to its colon."""
    return entry.name(language).partition(":")[0]


def each_printing(
    group: Group, texts: Sequence[str], language: Language, between: str = " · "
) -> str:
    """Join the texts of the printings of a group; different texts get their paragraphs.

    Parameters
    ----------
    group : tuple of Value
        The printings.
    texts : sequence of str
        One text for each printing.
    language : Language
        Language of the text.
    between : str
        Separator of different texts.
    """
    if len(set(texts)) == 1:
        return texts[0]
    return between.join(
        f"{text} ({paragraph_mark(entry.paragraph, language)})"
        for text, entry in zip(texts, group, strict=True)
    )


def first_qualified(group: Group) -> Value:
    """Return the first printing of a group with a qualifier, or its first one without any."""
    return next((entry for entry in group if entry.qualifier != "exact"), group[0])


def _about_values(conflict: Conflict, dataset: Dataset) -> bool:
    """Return whether a conflict is about different or impossible values."""
    several = len(entries_of(conflict, dataset)) > 1
    return conflict.kind in CLASHING and (several or conflict.kind == "impossible_value")


def contradicted(entries: Iterable[Value], dataset: Dataset) -> bool:
    """Return whether a contradiction is about any of these values."""
    touched = contradictions_by_row(dataset)
    return any(
        _about_values(conflict, dataset)
        for entry in entries
        for conflict in touched.get(entry.id, ())
    )


def tip(group: Group, *, dataset: Dataset, language: Language) -> str:
    """Return the second line of a tooltip: every printing of a value with its place."""
    return side_by_side(
        f"{amount_text(entry, dataset=dataset, language=language)}, "
        f"{place_text(entry, dataset=dataset, language=language)}"
        for entry in group
    )


def flat(groups: Iterable[Group]) -> tuple[Value, ...]:
    """Return the values of all groups."""
    return tuple(entry for group in groups for entry in group)


def entry_table(entries: Iterable[Value], language: Language) -> pd.DataFrame:
    """Return the table of a figure: all values as printed, with origin, paragraph and speaker."""
    rows = [
        (
            entry.id,
            JOIN.join(entry.inputs),
            entry.period,
            entry.name(language),
            entry.value,
            entry.low,
            entry.high,
            entry.qualifier,
            entry.unit,
            entry.method,
            entry.origin,
            entry.paragraph,
            entry.note(language),
            entry.speaker,
        )
        for entry in entries
    ]
    table = pd.DataFrame(rows, columns=[*VALUE_COLUMNS, SPEAKER])
    return table if any(table[SPEAKER]) else table.drop(columns=SPEAKER)


def cell_entry(
    cell: Mapping[str, str],
    name: Mapping[str, str],
    quantity: tuple[str, str, str],
    *,
    subject: str,
) -> Value:
    """Return a text cell of a table of the source, as a `Value` without a number.

    Parameters
    ----------
    cell, name : mapping of str to str
        Rows of `table_cells`: the cell, and the cell with the name of its row.
    quantity : tuple of str
        Indicator, entity and counterpart.
    subject : str
        What the cell is about, as in `subjects`.
    """
    return Value(
        id=cell["cell"],
        table="table_cells",
        indicator=quantity[0],
        subject=subject,
        quantity=(*quantity, ""),
        names=tuple(name[f"text_{code}"] for code in LANGUAGE_CODES),
        notes=tuple(cell[f"text_{code}"] for code in LANGUAGE_CODES),
        value=None,
        low=None,
        high=None,
        qualifier="",
        unit="",
        origin=cell["table"],
        paragraph=str(cell["paragraph"]),
    )


def table4_cells(dataset: Dataset, column: str) -> dict[str, dict[str, str]]:
    """Return the cells of one column of Table 4, by row."""
    cells = dataset.table("table_cells")
    own = cells[(cells["table"] == TABLE4) & (cells["column"] == column)]
    return {
        str(row["row"]): {str(key): cell for key, cell in row.items()}
        for row in own.to_dict("records")
        if row["row"] != "header"
    }


def printings(
    cell: Mapping[str, str], among: Iterable[Value], dataset: Dataset
) -> tuple[Value, ...]:
    """Return all printings of the quantity of a cell, from any origin.

    Parameters
    ----------
    cell : mapping of str to str
        A row of `table_cells`; its `covered_by` has identifiers of values.
    among : iterable of Value
        The values to select from.
    dataset : Dataset
        All tables.
    """
    known = values_by_id(dataset)
    quantities = {known[code].quantity for code in parts(cell["covered_by"]) if code in known}
    return tuple(entry for entry in among if entry.quantity in quantities)


def origins_of(entries: Iterable[Value], fallback: str) -> tuple[str, ...]:
    """Return the distinct origins of values in their order; `fallback` if there are no values."""
    return tuple(dict.fromkeys(entry.origin for entry in entries)) or (fallback,)


def distinct_categories(
    categories: Sequence[str], groups: Sequence[Group], language: Language
) -> Iterator[str]:
    """Yield categories, with warning sign and paragraph if several groups have the same one.

    Parameters
    ----------
    categories : sequence of str
        One category for each group.
    groups : sequence of tuple of Value
        The groups.
    language : Language
        Language of the text.
    """
    counts: Mapping[str, int] = {name: categories.count(name) for name in categories}
    for name, group in zip(categories, groups, strict=True):
        places = paragraphs_text(entry.paragraph for entry in group)
        named = f"{without_sign(name)}\n({paragraph_mark(places, language)})"
        yield with_sign(named) if counts[name] > 1 else name


def narrow(text: str, characters: int = HEAD_CHARACTERS) -> str:
    """Break a text into lines of at most `characters`, between words."""
    return "\n".join(textwrap.wrap(text, characters, break_long_words=False))


def with_sign(category: str) -> str:
    """Return a category that a chart ends with a warning sign, drawn on its last line."""
    return f"{category}\n{WARNING}"


def without_sign(category: str) -> str:
    """Return a category without the warning sign at its end."""
    return category.removesuffix(f"\n{WARNING}")


def longest(texts: Iterable[str]) -> int:
    """Return the greatest number of lines of some texts, without warning signs; at least 1."""
    return max((without_sign(text).count("\n") + 1 for text in texts), default=1)
