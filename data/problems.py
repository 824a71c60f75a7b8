"""Faults of the data files: broken rule, file, row, column and value."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

KEPT_PROBLEMS = 1_000
"""Greatest number of faults kept per file; others are only counted."""

QUOTED_CHARACTERS = 120
"""Greatest number of characters quoted from a file."""

LISTED_CHARACTERS = 600
"""Greatest length of a list of allowed values in a text, in characters."""

_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"

PACKAGE = "datapackage"
"""Table name of faults in the description of all tables."""


class Rule(StrEnum):
    """Names of the rules for data files."""

    FILE_PRESENT = "file_present"
    REGULAR_FILE = "regular_file"
    FILE_SIZE = "file_size"
    FILE_DESCRIBED = "file_described"
    UTF8 = "utf8"
    CONTROL_CHARACTER = "control_character"
    CSV_FORM = "csv_form"
    CELL_LENGTH = "cell_length"
    HAS_ROWS = "has_rows"
    CELL_COUNT = "cell_count"
    COLUMN_COUNT = "column_count"
    COLUMN_PRESENT = "column_present"
    COLUMN_KNOWN = "column_known"
    COLUMN_ONCE = "column_once"
    FILLED = "filled"
    NUMBER = "number"
    WHOLE_NUMBER = "whole_number"
    ALLOWED_VALUE = "allowed_value"
    PATTERN = "pattern"
    DATE = "date"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    UNIQUE_KEY = "unique_key"
    KNOWN_CODE = "known_code"
    CITED_ROW = "cited_row"
    VALUE_OR_RANGE = "value_or_range"
    RANGE_ORDER = "range_order"
    ALL_LANGUAGES = "all_languages"
    PLACE_OF_ORIGIN = "place_of_origin"
    PARAGRAPH_OF_VALUE = "paragraph_of_value"
    PUBLIC_ORIGIN = "public_origin"
    MEASURED_ENTITY = "measured_entity"
    TABLE_LOADED = "table_loaded"
    CHECKABLE = "checkable"
    TWO_POINTS = "two_points"
    NO_CROSSING = "no_crossing"
    JOINED = "joined"
    PUBLISHED_LENGTH = "published_length"
    CROSSINGS_CURRENT = "crossings_current"
    DESCRIPTION_JSON = "description_json"
    ENTRY_FORM = "entry_form"
    TABLE_ONCE = "table_once"
    FILE_ONCE = "file_once"
    TABLE_PATH = "table_path"
    TABLE_NEEDED = "table_needed"
    COLUMN_NEEDED = "column_needed"
    COLUMN_DESCRIBED = "column_described"
    REFERENCE_TABLE = "reference_table"
    REFERENCE_CIRCLE = "reference_circle"
    REGULAR_EXPRESSION = "regular_expression"
    LANGUAGE_COLUMN = "language_column"
    LANGUAGE_KNOWN = "language_known"
    CATALOGUE_FORM = "catalogue_form"
    PLURAL_FORMS = "plural_forms"
    PLACEHOLDERS = "placeholders"
    TRANSLATED = "translated"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One fault of one data file.

    Attributes
    ----------
    table : str
        Name of the table.
    file : str
        File name without folders.
    rule : Rule
        The broken rule.
    row : int or None
        Line of the file, the header being line 1; None for a fault of the whole file.
    column : str
        Column, or several joined by commas; empty for a fault of the whole row or file.
    found : str
        The value found.
    expected : str
        Requirement of the rule: a bound, the allowed values, the name of another table.
    """

    table: str
    file: str
    rule: Rule
    row: int | None = None
    column: str = ""
    found: str = ""
    expected: str = ""

    def __post_init__(self) -> None:
        """Shorten quoted texts and remove characters that browsers cannot show."""
        for part in ("file", "column", "found"):
            object.__setattr__(self, part, quotable(getattr(self, part)))
        object.__setattr__(self, "expected", quotable(self.expected, LISTED_CHARACTERS))


def quotable(text: str, longest: int = QUOTED_CHARACTERS) -> str:
    """Return a text from a file cut to `longest` characters, without control characters."""
    cut = text if len(text) <= longest else f"{text[: longest - 1]}…"
    if cut.isascii() and cut.isprintable():
        return cut
    encoded = cut.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(
        sign if sign.isprintable() or sign in _SPACES else f"\\x{ord(sign):02x}" for sign in encoded
    )


def problems_of(problems: Sequence[Problem], table: str) -> tuple[Problem, ...]:
    """Return the faults because of which a table did not load: its own, or of the description."""
    own = tuple(problem for problem in problems if problem.table == table)
    return own or tuple(problem for problem in problems if problem.table == PACKAGE)


class ProblemList:
    """Faults of one file: the first `KEPT_PROBLEMS` are kept, all are counted.

    Attributes
    ----------
    kept : list of Problem
        The kept faults.
    count : int
        Number of all faults.
    rows : set of int
        Line numbers of all rows with a fault.
    whole_file : bool
        True if there is a fault of the whole file or its header.
    """

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self.kept: list[Problem] = []
        self.count = 0
        self.rows: set[int] = set()
        self.whole_file = False
        self.add(problems)

    def add(self, problems: Iterable[Problem]) -> None:
        """Add faults."""
        for problem in problems:
            self.count += 1
            self.whole_file |= problem.row in {None, 1}
            if problem.row is not None:
                self.rows.add(problem.row)
            if len(self.kept) < KEPT_PROBLEMS:
                self.kept.append(problem)

    def add_rows(self, rows: Sequence[int], make: Callable[[int], Problem]) -> None:
        """Add one fault for each row; `make` is called only for faults that are kept.

        Parameters
        ----------
        rows : sequence of int
            Line numbers in ascending order, without the header.
        make : function
            Returns the fault of a line.
        """
        self.count += len(rows)
        self.rows.update(rows)
        self.kept += [make(row) for row in rows[:KEPT_PROBLEMS]]

    def add_list(self, other: "ProblemList") -> None:
        """Add the faults of another list."""
        self.count += other.count
        self.rows |= other.rows
        self.whole_file |= other.whole_file
        self.kept += other.kept

    def first(self) -> tuple[Problem, ...]:
        """Return the kept faults in the order of rows and columns; at most `KEPT_PROBLEMS`."""
        ordered = sorted(self.kept, key=lambda problem: (problem.row or 0, problem.column))
        return tuple(ordered[:KEPT_PROBLEMS])

    def __len__(self) -> int:
        return self.count


class TableRefusedError(LookupError):
    """Error for access to a table that did not load.

    Parameters
    ----------
    table : str
        Name of the refused table.
    problems : tuple of Problem
        Its faults.
    omitted : int
        Number of further faults that were not kept.
    """

    def __init__(self, table: str, problems: tuple[Problem, ...], omitted: int = 0) -> None:
        super().__init__(f"table {table!r} was refused")
        self.table = table
        self.problems = problems
        self.omitted = omitted
