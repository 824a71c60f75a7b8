"""UN Comtrade: the 47 columns of today's files, and the older ones with names in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from data.own_file.countries import BY_CODE
from data.own_file.faults import Place, Reason
from data.own_file.model import EXPORT, IMPORT
from data.own_file.sifting import Cell, Sieve
from data.own_file.table import Table

MONTH_DIGITS = 6
"""Length of a period that is a month, such as 202203."""


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Folded names of the columns that are read.

    Attributes
    ----------
    year, period, reporter, partner, flow, value, commodity : str
        Names of the columns.
    flows : mapping of str to str
        Flows by their codes.
    totals : mapping of str to tuple of str
        Codes of rows that are no part of a total, by column.
    """

    year: str
    period: str
    reporter: str
    partner: str
    flow: str
    value: str
    commodity: str
    flows: Mapping[str, str]
    totals: Mapping[str, tuple[str, ...]]

    @property
    def needed(self) -> tuple[str, ...]:
        """Names by which the format is recognised."""
        return (
            self.year,
            self.reporter,
            self.partner,
            self.flow,
            self.commodity,
            self.value,
        )

    @property
    def read(self) -> tuple[str, ...]:
        """Names of all columns that are read."""
        return (*self.needed, self.period, *self.totals)


TODAY = Columns(
    year="refyear",
    period="period",
    reporter="reportercode",
    partner="partnercode",
    flow="flowcode",
    value="primaryvalue",
    commodity="cmdcode",
    flows=MappingProxyType({"X": EXPORT, "M": IMPORT}),
    totals=MappingProxyType(
        {
            "partner2code": ("0", ""),
            "customscode": ("C00", ""),
            "motcode": ("0", ""),
            "moscode": ("0", ""),
        }
    ),
)

OLDER = Columns(
    year="year",
    period="period",
    reporter="reporter code",
    partner="partner code",
    flow="trade flow code",
    value="trade value (us$)",
    commodity="commodity code",
    flows=MappingProxyType({"2": EXPORT, "1": IMPORT}),
    totals=MappingProxyType(
        {
            "2nd partner code": ("0", ""),
            "customs proc. code": ("C00", "0", ""),
            "mode of transport code": ("0", ""),
        }
    ),
)


def sift(table: Table, sieve: Sieve, columns: Columns) -> None:
    """Leave out the rows of other countries and flows, and parts of totals."""
    reporter, partner = table.needed(columns.reporter), table.needed(columns.partner)
    sieve.keep_in(reporter, BY_CODE, Reason.OTHER_COUNTRIES)
    sieve.keep_in(partner, BY_CODE, Reason.OTHER_COUNTRIES)
    both = sieve.frame
    sieve.keep(both[reporter] != both[partner], Reason.OTHER_COUNTRIES, partner)
    sieve.keep_in(table.needed(columns.flow), columns.flows, Reason.OTHER_FLOW)
    for name, allowed in columns.totals.items():
        sieve.keep_in(table.column(name), allowed, Reason.BREAKDOWN)


def cells(table: Table, sieve: Sieve, columns: Columns) -> Iterator[Cell]:
    """Yield the numbers of the rows that are left."""
    value, period = table.needed(columns.value), table.column(columns.period)
    names = [table.needed(name) for name in (columns.reporter, columns.flow, columns.year)]
    frame = sieve.frame
    periods = frame[period] if period else frame[names[2]]
    rows = zip(frame.index, frame[value], *(frame[name] for name in names), periods, strict=True)
    for row, text, reporter, flow, year, when in rows:
        yield Cell(
            place=Place(row=int(row), column=value, text=text),
            reporter=BY_CODE[reporter],
            flow=columns.flows[flow],
            year=year,
            month=when[4:] if len(when) == MONTH_DIGITS and when.isdigit() else "",
            usd=1.0,
        )
