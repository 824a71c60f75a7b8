"""What was understood of a visitor's file: format, values, and what was left out and why."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from data.own_file.faults import Place, Reason

TOTAL = "TOTAL"
"""Code of all commodities together."""

KAZAKHSTAN, TURKIYE = "KAZ", "TUR"
EXPORT, IMPORT = "X", "M"
FLOWS = ((KAZAKHSTAN, EXPORT), (TURKIYE, IMPORT), (TURKIYE, EXPORT), (KAZAKHSTAN, IMPORT))
"""Reporter and flow: two reports of what Kazakhstan sells, then two of what Türkiye sells."""

MONTHS_OF_YEAR = 12


class FileFormat(StrEnum):
    """Formats that are recognised."""

    COMTRADE = "comtrade"
    COMTRADE_OLD = "comtrade_old"
    WITS_LONG = "wits_long"
    WITS_WIDE = "wits_wide"
    WITS_PRODUCTS = "wits_products"
    TURKSTAT = "turkstat"
    KAZAKH_BUREAU = "kazakh_bureau"
    TEMPLATE = "template"


@dataclass(frozen=True, kw_only=True)
class OwnValue:
    """One value of a year.

    Attributes
    ----------
    reporter : str
        `KAZAKHSTAN` or `TURKIYE`, which states it; the other one is the partner.
    flow : str
        `EXPORT` or `IMPORT` of the reporter.
    year : int
        The year.
    usd : float
        The value in US dollars.
    months : int
        Number of months that it is the sum of; 0 for an annual value.
    row : int
        Number of its first row in the file.
    """

    reporter: str
    flow: str
    year: int
    usd: float
    months: int = 0
    row: int = 0

    @property
    def complete(self) -> bool:
        """Whether it covers the whole year."""
        return self.months in (0, MONTHS_OF_YEAR)


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """Rows or values that are left out for one reason.

    Attributes
    ----------
    reason : Reason
        The reason.
    count : int
        How many.
    first : Place
        Where the first of them stands.
    """

    reason: Reason
    count: int
    first: Place


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How a file is written.

    Attributes
    ----------
    encoding : str
        Name of the encoding of a text; empty for a workbook.
    delimiter : str
        Sign between the fields of a text; empty for a workbook.
    sheet : str
        Name of the sheet of a workbook; empty for a text.
    sheet_number : int
        Its place, the first being 1; 0 for a text.
    header_row : int
        Number of the row with the names of columns.
    formulas : bool
        Whether the sheet has formulas, whose last saved results are read.
    """

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheet_number: int = 0
    header_row: int = 1
    formulas: bool = False


@dataclass(frozen=True, kw_only=True)
class OwnFile:
    """A file that was read.

    Attributes
    ----------
    name : str
        Its name.
    format : FileFormat
        Its format.
    layout : Layout
        How it is written.
    units : tuple of str
        The labels that state the unit.
    commodity : str
        Code of the commodity.
    commodities : tuple of str
        Codes found for the two countries, the first ones.
    rows, used : int
        Number of rows below the header, and of those with a used value.
    left_out : tuple of LeftOut
        What is left out.
    values : tuple of OwnValue
        The values by reporter, flow and year.
    """

    name: str
    format: FileFormat
    layout: Layout
    units: tuple[str, ...]
    commodity: str
    commodities: tuple[str, ...]
    rows: int
    used: int
    left_out: tuple[LeftOut, ...]
    values: tuple[OwnValue, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years with a value, in order."""
        return tuple(sorted({value.year for value in self.values}))

    def found(self, reporter: str, flow: str) -> dict[int, OwnValue]:
        """Return the values of one reporter and flow by year."""
        return {
            value.year: value
            for value in self.values
            if (value.reporter, value.flow) == (reporter, flow)
        }


def as_record(file: OwnFile) -> dict[str, Any]:
    """Return a file as JSON can write it."""
    return asdict(file)


def from_record(record: Mapping[str, Any]) -> OwnFile:
    """Return a file from what `as_record` wrote."""
    left_out = (
        LeftOut(reason=Reason(one["reason"]), count=one["count"], first=Place(**one["first"]))
        for one in record["left_out"]
    )
    return OwnFile(
        name=record["name"],
        format=FileFormat(record["format"]),
        layout=Layout(**record["layout"]),
        units=tuple(record["units"]),
        commodity=record["commodity"],
        commodities=tuple(record["commodities"]),
        rows=record["rows"],
        used=record["used"],
        left_out=tuple(left_out),
        values=tuple(OwnValue(**one) for one in record["values"]),
    )
