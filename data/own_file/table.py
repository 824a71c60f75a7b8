"""Table of a file: its header row, and the rows below it as text."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from data.own_file.encodings import as_utf8, is_utf16
from data.own_file.faults import Fault, OwnFileError
from data.own_file.model import Layout
from data.own_file.numerals import fold
from data.own_file.workbook import check_workbook, sheets

MOST_ROWS = 1_500_000
LINES_BEFORE = 40
"""Number of rows among which the header is looked for."""

_SAMPLE = 1 << 17
_DELIMITERS = (",", ";", "\t", "|")
_ROW_OF_ERROR = re.compile(r"(in line|at row) (\d+)")
"""Number in a message of pandas, which counts rows from 0 and lines from 1."""

Recognise = Callable[[Sequence[str]], "Wanted | None"]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is read of a file whose header was recognised.

    Attributes
    ----------
    format : str
        Code of the format.
    columns : tuple of int
        Places of the columns that are read.
    coded : bool
        Whether countries and flows have codes in ASCII signs.
    """

    format: str
    columns: tuple[int, ...]
    coded: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of a file below its header.

    Attributes
    ----------
    format : str
        Code of the format.
    frame : DataFrame
        The columns that are read, as text, named as in the file; the index is the number of the
        row in the file.
    layout : Layout
        How the file is written.
    """

    format: str
    frame: pd.DataFrame
    layout: Layout

    @property
    def names(self) -> list[str]:
        """Names of the columns that are read."""
        return [str(name) for name in self.frame.columns]

    def column(self, *names: str) -> str | None:
        """Return the first column with one of some folded names; None without one."""
        return next((own for name in names for own in self.names if fold(own) == name), None)

    def needed(self, *names: str) -> str:
        """Return the first column with one of some folded names.

        Raises
        ------
        OwnFileError
            If there is none.
        """
        found = self.column(*names)
        if found is None:
            raise OwnFileError(Fault.MISSING_COLUMN, row=self.layout.header_row, column=names[0])
        return found


def _rows_of(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text), delimiter=delimiter):
            rows.append(row)
            if len(rows) >= LINES_BEFORE:
                break
    except csv.Error:
        pass
    return rows


def _names(header: Sequence[str], row: int) -> list[str]:
    names = [" ".join(name.split()) for name in header]
    while names and not names[-1]:
        names.pop()
    folded = [fold(name) for name in names if name]
    repeated = next((name for name in names if name and folded.count(fold(name)) > 1), None)
    if repeated is not None:
        raise OwnFileError(Fault.REPEATED_COLUMN, row=row, column=repeated)
    return [name or f"({number})" for number, name in enumerate(names, start=1)]


def _found_header(
    rows: Sequence[Sequence[str]], recognise: Recognise
) -> tuple[int, Wanted, list[str]] | None:
    for number, row in enumerate(rows[:LINES_BEFORE], start=1):
        if sum(1 for cell in row if cell.strip()) > 1:
            wanted = recognise(row)
            if wanted:
                return number, wanted, _names(row, number)
    return None


def _unknown(rows: Sequence[Sequence[str]]) -> OwnFileError:
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(map(str.strip, row))]
    number, first = filled[0] if filled else (1, [])
    return OwnFileError(Fault.UNKNOWN_FORMAT, row=number, text=", ".join(first[:6]))


def _checked(frame: pd.DataFrame, header_row: int) -> pd.DataFrame:
    if len(frame) > MOST_ROWS:
        raise OwnFileError(Fault.TOO_MANY_ROWS)
    frame.index = pd.RangeIndex(header_row + 1, header_row + 1 + len(frame))
    return frame


def _sample(content: bytes) -> str:
    """Return the first lines of a text; a sign that its end would cut is left out."""
    piece = content[:_SAMPLE]
    if len(content) > _SAMPLE and not is_utf16(piece):
        piece = piece[: piece.rfind(b"\n") + 1] or piece
    try:
        text, _encoding = as_utf8(piece)
    except OwnFileError:
        # The end may cut a sign of four bytes.
        text, _encoding = as_utf8(piece[:-2])
    return text.decode("utf-8", errors="replace")


def text_table(content: bytes, recognise: Recognise) -> Table:
    """Return the table of a text file.

    Rows may have one field more than the header, as those of UN Comtrade have.

    Raises
    ------
    OwnFileError
        If its encoding or format is not known, or a row has too many fields.
    """
    sample = _sample(content)
    read = {delimiter: _rows_of(sample, delimiter) for delimiter in _DELIMITERS}
    found = next(
        (
            (sign, header)
            for sign, rows in read.items()
            if (header := _found_header(rows, recognise))
        ),
        None,
    )
    if found is None:
        widest = max(read.values(), key=lambda rows: max(map(len, rows), default=0))
        raise _unknown(widest)
    delimiter, (header_row, wanted, names) = found
    text, encoding = as_utf8(content, coded=wanted.coded)
    try:
        frame = pd.read_csv(
            io.BytesIO(text),
            sep=delimiter,
            engine="c",
            header=0,
            names=names,
            index_col=False,
            usecols=[names[place] for place in wanted.columns if place < len(names)],
            skiprows=header_row - 1,
            nrows=MOST_ROWS + 1,
            dtype=object,
            na_filter=False,
            skip_blank_lines=False,
        )
    except pd.errors.EmptyDataError:
        frame = pd.DataFrame(columns=names, dtype=object)
    except pd.errors.ParserError as error:
        at = _ROW_OF_ERROR.search(str(error))
        row = int(at[2]) + (at[1] == "at row") if at else 0
        raise OwnFileError(Fault.ROW_FIELDS, row=row) from None
    except (UnicodeDecodeError, csv.Error):
        raise OwnFileError(Fault.ENCODING) from None
    return Table(
        format=wanted.format,
        frame=_checked(frame, header_row),
        layout=Layout(encoding=encoding, delimiter=delimiter, header_row=header_row),
    )


def workbook_table(content: bytes, recognise: Recognise) -> Table:
    """Return the table of the first sheet of a workbook that is recognised.

    Raises
    ------
    OwnFileError
        If it is no readable XLSX workbook, or no sheet has a known format.
    """
    formulas = check_workbook(content)
    first: list[list[str]] = []
    for number, (name, rows) in enumerate(sheets(content), start=1):
        first = first or rows
        found = _found_header(rows, recognise)
        if found is None:
            continue
        header_row, wanted, names = found
        width = len(names)
        below = [(row + [""] * width)[:width] for row in rows[header_row:]]
        frame = pd.DataFrame(below, columns=names, dtype=object)
        kept = [names[place] for place in wanted.columns if place < width]
        return Table(
            format=wanted.format,
            frame=_checked(frame[kept], header_row),
            layout=Layout(
                sheet=name, sheet_number=number, header_row=header_row, formulas=formulas
            ),
        )
    raise _unknown(first)
