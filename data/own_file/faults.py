"""Faults of a visitor's file, with row and column; texts are in `data.own_file.texts`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

LONGEST_QUOTED = 80
"""Greatest number of quoted characters of a file."""


class Fault(StrEnum):
    """Why a file is refused."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    NOT_A_TABLE = "not_a_table"
    OLD_WORKBOOK = "old_workbook"
    OTHER_WORKBOOK = "other_workbook"
    DAMAGED = "damaged"
    PACKED = "packed"
    TOO_HEAVY = "too_heavy"
    ENCODING = "encoding"
    UNKNOWN_FORMAT = "unknown_format"
    REPEATED_COLUMN = "repeated_column"
    MISSING_COLUMN = "missing_column"
    NO_UNIT = "no_unit"
    NO_ROWS = "no_rows"
    ROW_FIELDS = "row_fields"


class Reason(StrEnum):
    """Why a row or a value of a file that was read is left out."""

    EMPTY_ROW = "empty_row"
    OTHER_COUNTRIES = "other_countries"
    OTHER_FLOW = "other_flow"
    BREAKDOWN = "breakdown"
    OTHER_COMMODITY = "other_commodity"
    OTHER_INDICATOR = "other_indicator"
    NO_UNIT = "no_unit"
    OTHER_UNIT = "other_unit"
    YEAR = "year"
    MONTH = "month"
    NO_VALUE = "no_value"
    UNREADABLE = "unreadable"
    TWO_READINGS = "two_readings"
    NEGATIVE = "negative"
    ABSURD = "absurd"
    REPEATED = "repeated"
    CONFLICTING = "conflicting"
    MONTH_OF_YEAR = "month_of_year"


def quoted(text: object) -> str:
    """Return a text of a file without control characters, cut to `LONGEST_QUOTED`."""
    printable = "".join(sign if sign.isprintable() else " " for sign in str(text)[:400])
    plain = " ".join(printable.split())
    return plain if len(plain) <= LONGEST_QUOTED else f"{plain[: LONGEST_QUOTED - 1]}…"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where something stands in a file.

    Attributes
    ----------
    row : int
        Number of the row, the first being 1; 0 for none.
    column : str
        Name of the column; empty for none.
    text : str
        The text that stands there; empty for none.
    """

    row: int = 0
    column: str = ""
    text: str = ""


class OwnFileError(Exception):
    """The only error that reading a visitor's file raises.

    Parameters
    ----------
    fault : Fault
        Why the file is refused.
    row : int
        Number of the row, the first being 1; 0 for none.
    column, text : str
        Name of the column and the text found, shortened; empty for none.
    """

    def __init__(self, fault: Fault, *, row: int = 0, column: str = "", text: str = "") -> None:
        super().__init__(fault)
        self.fault = fault
        self.place = Place(row=row, column=quoted(column), text=quoted(text))


def as_fault_record(error: OwnFileError, name: str) -> dict[str, Any]:
    """Return a fault as JSON can write it, with the name of the file."""
    return {"name": quoted(name), "fault": error.fault, "place": asdict(error.place)}


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A file that was refused.

    Attributes
    ----------
    name : str
        Name of the file.
    fault : Fault
        Why.
    place : Place
        Where in the file.
    """

    name: str
    fault: Fault
    place: Place


def from_fault_record(record: Mapping[str, Any]) -> Refused:
    """Return a refused file from what `as_fault_record` wrote."""
    return Refused(
        name=record["name"], fault=Fault(record["fault"]), place=Place(**record["place"])
    )
