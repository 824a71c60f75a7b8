"""Parser of table files: from CSV bytes to columns of text cells."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from data.load.package import Resource
from data.problems import Problem, ProblemList, Rule

_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LINE_END = re.compile(rb"\r\n|\n|\r")
LONGEST_CELL = 131_072
"""Greatest length of a cell in characters; the csv module's default may be changed by others."""

MOST_COLUMNS = 1_000
"""Greatest number of columns, to limit the memory that a broken file can take."""


class FileRefusedError(Exception):
    """Error for a file that is not a CSV table as described.

    Parameters
    ----------
    problems : ProblemList
        Its faults.
    """

    def __init__(self, problems: ProblemList) -> None:
        super().__init__("the file cannot be cut into rows")
        self.problems = problems


@dataclass(frozen=True)
class RawRows:
    """The cells of a table file as text.

    Attributes
    ----------
    columns : mapping of str to list of str
        Cells by the name of their column, in the order of the header.
    lines : list of int
        Line of the file in which each row starts; the header is line 1.
    """

    columns: dict[str, list[str]]
    lines: list[int]


def count_lines(content: bytes) -> int:
    """Return the number of lines of a file, including a last line without a line end."""
    if not content:
        return 0
    ends = content.count(b"\n") or content.count(b"\r")
    return ends + (not content.endswith((b"\n", b"\r")))


def _line_of(content: bytes, place: int) -> int:
    return 1 + sum(1 for _end in _LINE_END.finditer(content, 0, place))


def _bad_byte(content: bytes) -> int | None:
    """Return the position of the first byte that is not UTF-8; None if there is none."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None


def _refusal(resource: Resource, rule: Rule, row: int | None = None, found: str = "") -> Exception:
    problem = Problem(table=resource.name, file=resource.file, rule=rule, row=row, found=found)
    return FileRefusedError(ProblemList([problem]))


def _refuse_bytes(content: bytes, resource: Resource) -> None:
    """Raise `FileRefusedError` if a file is empty, not in UTF-8, or has control characters."""
    if not content:
        raise _refusal(resource, Rule.FILE_PRESENT)
    if content.startswith(_OTHER_ENCODINGS):
        raise _refusal(resource, Rule.UTF8)
    control = _CONTROL.search(content)
    if control:
        bad = _bad_byte(content)
        if bad is not None:
            raise _refusal(resource, Rule.UTF8, _line_of(content, bad))
        found = f"\\x{content[control.start()]:02x}"
        row = _line_of(content, control.start())
        raise _refusal(resource, Rule.CONTROL_CHARACTER, row, found)


def _cells(content: bytes, resource: Resource) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and cells of every row that is not empty, including the header."""
    file = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="")
    reader = csv.reader(file, strict=True)
    previous = 0
    known: dict[str, str] = {}
    try:
        for cells in reader:
            line, previous = previous + 1, reader.line_num
            if cells:
                if max(map(len, cells)) > LONGEST_CELL:
                    raise _refusal(resource, Rule.CELL_LENGTH, line)
                texts = list(map(str.strip, cells))
                # Equal cells share one string to save memory: codes and notes repeat in many rows.
                yield line, list(map(known.setdefault, texts, texts))
    except UnicodeDecodeError:
        bad = _bad_byte(content)
        raise _refusal(resource, Rule.UTF8, _line_of(content, bad or 0)) from None
    except csv.Error as error:
        rule = Rule.CELL_LENGTH if "field limit" in str(error) else Rule.CSV_FORM
        raise _refusal(resource, rule, previous + 1, str(error)) from None


def _refuse_header(header: list[str], resource: Resource) -> None:
    """Raise `FileRefusedError` if the header differs from the described columns."""
    fault = partial(Problem, table=resource.name, file=resource.file)
    described = [field.name for field in resource.fields]
    listed = ", ".join(described)
    counted = Counter(header)
    twice = sorted(name for name, count in counted.items() if count > 1)
    problems = ProblemList()
    if len(header) > MOST_COLUMNS:
        found = str(len(header))
        problems.add([fault(rule=Rule.COLUMN_COUNT, row=1, found=found, expected=listed)])
    elif twice:
        problems.add([fault(rule=Rule.COLUMN_ONCE, row=1, column=", ".join(twice))])
    else:
        problems.add(
            fault(rule=Rule.COLUMN_PRESENT, column=name)
            for name in described
            if name not in counted
        )
        problems.add(
            fault(rule=Rule.COLUMN_KNOWN, row=1, column=name, expected=listed)
            for name in header
            if name not in described
        )
    if problems:
        raise FileRefusedError(problems)


def cut_rows(content: bytes, resource: Resource) -> tuple[RawRows, ProblemList]:
    """Split a table file into text cells.

    Parameters
    ----------
    content : bytes
        CSV in UTF-8, with or without a byte-order mark, with any kind of line end.
    resource : Resource
        Description of the table.

    Returns
    -------
    RawRows
        The rows with as many cells as the header.
    ProblemList
        One fault for every other row.

    Raises
    ------
    FileRefusedError
        If the bytes are no CSV in UTF-8, the header is not that of the table, or there are no
        rows.
    """
    _refuse_bytes(content, resource)
    rows = _cells(content, resource)
    _line, header = next(rows, (1, []))
    if not header:
        raise _refusal(resource, Rule.FILE_PRESENT)
    _refuse_header(header, resource)
    width = len(header)
    lines, even, uneven, widths = [], [], [], {}
    for line, cells in rows:
        if len(cells) == width:
            lines.append(line)
            even.append(cells)
        else:
            uneven.append(line)
            widths[line] = len(cells)
    problems = ProblemList()
    problems.add_rows(
        uneven,
        lambda line: Problem(
            table=resource.name,
            file=resource.file,
            rule=Rule.CELL_COUNT,
            row=line,
            found=str(widths[line]),
            expected=str(width),
        ),
    )
    if not lines and not uneven:
        raise _refusal(resource, Rule.HAS_ROWS)
    columns = zip(*even, strict=True) if even else ([] for _name in header)
    return RawRows(dict(zip(header, map(list, columns), strict=True)), lines), problems
