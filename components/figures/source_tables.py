"""Figures of tables of the dissertation that consist of text: their rows, values and filters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from components.figures.figure import Figure
from components.figures.highlights import Subject, opacities, row_notes, subject_of
from components.figures.leads import Lead
from components.figures.single_values import cell_entry, entry_table, parts
from components.figures.text_table import TextRow, TextTable
from components.text.amounts import amount_text, number_text
from components.text.lists import apposed, paragraphs_text
from components.text.names import nothing_printed
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.evidence.audit import contradictions_touching
from data.evidence.catalogue import values_by_id
from data.evidence.events import events_by_code
from data.evidence.names import label_of
from data.evidence.source_tables import SourceCell, SourceTable, source_table
from data.evidence.values import Value
from data.language.languages import LANGUAGE_CODES, Language
from data.load.dataset import Dataset


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A table of text with the values that its rows give.

    Attributes
    ----------
    code : str
        Its origin, such as ``table2``.
    source : SourceTable
        Its cells in one language.
    amounts : tuple of tuple of Value
        For each row, the values that its own cells print.
    entries : tuple of Value
        Its cells as values without a number, each row's amounts after them.
    subjects : tuple of Subject
        For each row, routes and sectors of what it names.
    """

    code: str
    source: SourceTable
    amounts: tuple[tuple[Value, ...], ...]
    entries: tuple[Value, ...]
    subjects: tuple[Subject, ...]


def codes_of(row: Iterable[SourceCell]) -> tuple[str, ...]:
    """Return what records the content of a row, each once."""
    return tuple(dict.fromkeys(code for cell in row for code in cell.covered_by))


def _amounts(row: Iterable[SourceCell], table: str, dataset: Dataset) -> tuple[Value, ...]:
    known = values_by_id(dataset)
    found = (known[code] for code in codes_of(row) if code in known)
    return tuple(value for value in found if value.origin == table)


def _subject(codes: Iterable[str], dataset: Dataset) -> Subject:
    """Return routes and sectors of what a row names; the years of a row select nothing."""
    known, dated = values_by_id(dataset), events_by_code(dataset)
    routes: set[str] = set()
    sectors: set[str] = set()
    for code in codes:
        if code in known:
            about = subject_of((known[code],))
            routes |= about.routes
            sectors |= about.sectors
        elif code in dated:
            routes |= dated[code].routes
            sectors |= dated[code].sectors
        for table in ("routes", "organisations"):
            if code in (listed := dataset.texts(table, "sectors")):
                sectors |= parts(listed[code])
                routes |= {code}
    return Subject(routes=frozenset(routes), sectors=frozenset(sectors))


def _row_names(row: Mapping[str, str], head: Mapping[str, str], *, several: bool) -> dict[str, str]:
    """Return the name of a cell in every language: that of its row, with the column if needed."""
    return {
        f"text_{code}": apposed((row[f"text_{code}"], head[f"text_{code}"] if several else ""))
        for code in LANGUAGE_CODES
    }


def _entries(
    source: SourceTable, amounts: Iterable[tuple[Value, ...]], dataset: Dataset
) -> tuple[Value, ...]:
    every = {
        str(cell["cell"]): {str(key): str(text) for key, text in cell.items()}
        for cell in dataset.table("table_cells").to_dict("records")
    }
    found: list[Value] = []
    for row, given in zip(source.rows, amounts, strict=True):
        name, *cells = (every[cell.id] for cell in row)
        for cell in cells:
            head = every[f"{cell['table']}:header:{cell['column']}"]
            named = _row_names(name, head, several=len(cells) > 1)
            quantity = ("table_text", cell["table"], cell["row"])
            found.append(cell_entry(cell, named, quantity, subject=""))
        found += given
    return tuple(found)


def printed_table(table: str, *, dataset: Dataset, language: Language) -> Printed:
    """Return a table of text with its values; without rows if its cells are not recorded.

    Raises
    ------
    TableRefusedError
        If the table of cells did not load.
    """
    source = source_table(dataset, table, language)
    amounts = tuple(_amounts(row, table, dataset) for row in source.rows)
    return Printed(
        code=table,
        source=source,
        amounts=amounts,
        entries=_entries(source, amounts, dataset),
        subjects=tuple(_subject(codes_of(row), dataset) for row in source.rows),
    )


def _text_table(
    printed: Printed, *, dataset: Dataset, filters: Filters, language: Language
) -> TextTable:
    units = {value.unit for given in printed.amounts for value in given}
    unit = label_of(dataset, "units", next(iter(units), ""), language, "symbol")
    shades = opacities(printed.subjects, dataset=dataset, filters=filters)
    rows = []
    for row, given, shade in zip(printed.source.rows, printed.amounts, shades, strict=True):
        codes = codes_of(row)
        paragraphs = list(dict.fromkeys(cell.paragraph for cell in row))
        named = (*codes, *(f"p{number}" for number in paragraphs))
        written = (
            number_text(value, language)
            if len(units) == 1
            else amount_text(value, dataset=dataset, language=language)
            for value in given
        )
        rows.append(
            TextRow(
                cells=tuple(cell.text for cell in row),
                amount="\n".join(written),
                paragraphs=paragraphs_text(paragraphs),
                codes=codes,
                named=named,
                contradictions=len(contradictions_touching(named, dataset)),
                full=shade == 1.0,
            )
        )
    head = apposed((language.gettext("Amount"), unit if len(units) == 1 else ""))
    return TextTable(heads=printed.source.columns, amount_head=head, rows=tuple(rows))


def text_figure(  # noqa: PLR0913, keyword-only parts of one figure
    printed: Printed,
    *,
    figure: str,
    lead: Lead,
    alternative_text: str,
    dataset: Dataset,
    filters: Filters,
    language: Language,
) -> Figure:
    """Return the figure of a table of text.

    Parameters
    ----------
    printed : Printed
        The table.
    figure : str
        Id of the figure.
    lead : Lead
        Its headline and finding.
    alternative_text : str
        What it consists of, for screen readers.
    dataset : Dataset
        All tables.
    filters : Filters
        The selected filters, which fade rows about something else.
    language : Language
        Language of the texts.
    """
    _ = language.gettext
    place = as_printed_in((printed.code,), dataset=dataset, language=language)
    notes = (
        _("The cells are in the Atlas’s own words; names and numbers are as printed."),
        *row_notes(printed.subjects, dataset=dataset, filters=filters, language=language),
    )
    return Figure(
        id=figure,
        headline=lead.headline,
        finding=lead.finding,
        subtitle=apposed((printed.source.title, place)) if printed.source.title else place,
        text_table=_text_table(printed, dataset=dataset, filters=filters, language=language),
        make_table=lambda: entry_table(printed.entries, language),
        origins=(printed.code,),
        notes=notes if printed.source.rows else (f"{nothing_printed(language)}.",),
        alternative_text=alternative_text,
    )


def named_in_line(codes: Iterable[str], *, dataset: Dataset, language: Language) -> tuple[str, ...]:
    """Return the names of the routes and organisations among some codes, each once."""
    named = (
        label_of(dataset, table, code, language)
        for code in codes
        for table in ("routes", "organisations")
        if code in dataset.texts(table, language.column("name"))
    )
    return tuple(dict.fromkeys(named))
