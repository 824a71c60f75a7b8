"""Writers of CSV and XLSX files with typed cells."""

import csv
import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

WIDEST_COLUMN, NARROWEST_COLUMN = 60, 6
"""Greatest and smallest width of a column of a sheet, in characters."""

MOST_DECIMALS, COMPUTED_DECIMALS = 4, 2
"""Greatest number of shown decimals, and the number shown for values with more decimals."""

Cell = str | int | float | None

_WHOLE = re.compile(r"[0-9]{1,15}")

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters of a text that a spreadsheet reads as a formula, also in full width."""

GUARD = "'"
"""Stands before such a text in a CSV file, and before a text that begins with it itself."""


@dataclass(frozen=True)
class Column:
    """One column of a sheet.

    Attributes
    ----------
    heading : str
        Heading of the column.
    cells : tuple
        Texts, numbers, and None for an empty cell.
    units : tuple of str
        Unit code of each cell, empty for a cell without unit; or an empty tuple.
    grouped : bool
        Whether its numbers have thousands separators; False for years.
    """

    heading: str
    cells: tuple[Cell, ...]
    units: tuple[str, ...] = ()
    grouped: bool = False


def plain_number(value: object) -> Cell:
    """Return a whole number as int, another number as float, a text unchanged, None for a gap."""
    if value is None or value is pd.NA or value == "":
        return None
    if isinstance(value, str):
        return value
    number = float(value)  # type: ignore[arg-type]
    if math.isnan(number):
        return None
    return int(number) if number.is_integer() else number


def year_or_text(value: object) -> Cell:
    """Return a year as a number, and another period such as `1991/2025` as text."""
    found = plain_number(value)
    return int(found) if isinstance(found, str) and _WHOLE.fullmatch(found) else found


def guarded(cell: Cell) -> Cell:
    """Return a text that no spreadsheet reads as a formula; numbers are returned unchanged.

    Without its first apostrophe, a text that begins with one is the original text.

    Examples
    --------
    >>> guarded("=1+1")
    "'=1+1"
    """
    if isinstance(cell, str) and cell.lstrip(" ").startswith((*FORMULA_SIGNS, GUARD)):
        return f"{GUARD}{cell}"
    return cell


def csv_file(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as CSV: UTF-8 with a byte-order mark, comma, decimal point, every text quoted.

    Quotes keep lists joined by `;` in one cell if a spreadsheet splits at semicolons. Texts that
    look like formulas are guarded, see `guarded`.

    Parameters
    ----------
    headings : sequence of str
        Names of the columns.
    rows : iterable of sequences
        Cells of each row; None is written as an empty cell.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([guarded(heading) for heading in headings])
    writer.writerows([["" if cell is None else guarded(cell) for cell in row] for row in rows])
    return written.getvalue().encode("utf-8-sig")


def _number_format(
    value: float, unit: str, *, grouped: bool, percent_signs: tuple[str, str]
) -> str:
    """Return the format that shows a number with its own decimals; a share gets its sign."""
    own = len(f"{value:.10f}".rstrip("0").partition(".")[2])
    decimals = own if own <= MOST_DECIMALS else COMPUTED_DECIMALS
    whole = "#,##0" if grouped else "0"
    fraction = "." + "0" * decimals if decimals else ""
    signs = [f'"{text}"' if text else "" for text in percent_signs]
    before, after = signs if unit == "percent" else ("", "")
    return f"{before}{whole}{fraction}{after}"


def _width(column: Column) -> int:
    lines = (len(line) for cell in column.cells for line in str(cell).split("\n"))
    longest = max((len(column.heading), *lines), default=0)
    return min(max(longest + 2, NARROWEST_COLUMN), WIDEST_COLUMN)


def xlsx_file(
    *,
    sheet: str,
    columns: Sequence[Column],
    about_sheet: str,
    about: Sequence[tuple[str, Sequence[str]]],
    percent_signs: tuple[str, str],
) -> bytes:
    """Return an XLSX workbook with a sheet of data and a sheet that describes them.

    Texts are never interpreted as formulas or links.

    Parameters
    ----------
    sheet : str
        Name of the data sheet.
    columns : sequence of Column
        Its columns, left to right.
    about_sheet : str
        Name of the second sheet.
    about : sequence of pairs
        What it says: a term, and paragraphs that belong to it.
    percent_signs : tuple of str
        What stands before and after the digits of a share.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415, loaded for the first workbook only

    packed = io.BytesIO()
    book = Workbook(packed, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    formats: dict[str, Any] = {}
    page = book.add_worksheet(sheet)
    page.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        page.set_column(place, place, _width(column))
        page.write_string(0, place, column.heading, bold)
        for line, cell in enumerate(column.cells, start=1):
            if cell is None:
                continue
            if isinstance(cell, str):
                page.write_string(line, place, cell, text)
                continue
            unit = column.units[line - 1] if column.units else ""
            shown = _number_format(cell, unit, grouped=column.grouped, percent_signs=percent_signs)
            if shown not in formats:
                formats[shown] = book.add_format({"num_format": shown, "valign": "top"})
            page.write_number(line, place, cell, formats[shown])
    if columns:
        page.autofilter(0, 0, len(columns[0].cells), len(columns) - 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    about_page = book.add_worksheet(about_sheet)
    about_page.set_column(0, 0, 20)
    about_page.set_column(1, 1, 100)
    line = 0
    for term, paragraphs in about:
        about_page.write_string(line, 0, term, bold)
        for paragraph in paragraphs or ("",):
            about_page.write_string(line, 1, paragraph, text)
            line += 1
    book.close()
    return packed.getvalue()
