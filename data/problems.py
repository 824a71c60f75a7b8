"""Faults found in the data files, as values that a page can put into words."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """What a data file has to satisfy; the name of the rule a fault breaks."""

    FILE_PRESENT = "file_present"
    UTF8 = "utf8"
    CELL_COUNT = "cell_count"
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
    VALUE_OR_RANGE = "value_or_range"
    RANGE_ORDER = "range_order"
    ALL_LANGUAGES = "all_languages"
    PLACE_OF_ORIGIN = "place_of_origin"
    PARAGRAPH_OF_VALUE = "paragraph_of_value"
    TABLE_LOADED = "table_loaded"
    TWO_POINTS = "two_points"
    NO_CROSSING = "no_crossing"
    JOINED = "joined"
    PUBLISHED_LENGTH = "published_length"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One fault of one data file.

    Attributes
    ----------
    table : str
        Name of the table.
    file : str
        File name, as a person finds it in the tables folder.
    rule : Rule
        The rule that is broken.
    row : int or None
        Line of the file, the header being line 1; None where the whole file is meant.
    column : str
        Column, or several joined by a comma; empty where the whole row or file is meant.
    found : str
        What stands there.
    expected : str
        What the rule asks for: a bound, the allowed values, the name of another table.
    """

    table: str
    file: str
    rule: Rule
    row: int | None = None
    column: str = ""
    found: str = ""
    expected: str = ""


class TableRefusedError(LookupError):
    """A figure asked for a table that did not load.

    Parameters
    ----------
    table : str
        Name of the refused table.
    problems : tuple of Problem
        Why it was refused.
    """

    def __init__(self, table: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"table {table!r} was refused")
        self.table = table
        self.problems = problems
