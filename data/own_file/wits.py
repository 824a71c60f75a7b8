"""World Bank WITS: long, wide with years as columns, and tables by product category."""

import re
from collections.abc import Iterator, Sequence

from data.own_file.countries import named_country, partner_of
from data.own_file.faults import Fault, OwnFileError, Place, Reason
from data.own_file.model import EXPORT, IMPORT
from data.own_file.numerals import fold, unit_of_label
from data.own_file.sifting import Cell, Sieve
from data.own_file.table import Table

REPORTER = ("reporteriso3", "reporter iso3", "reporter name", "reportername", "reporter")
PARTNER = ("partneriso3", "partner iso3", "partner name", "partnername", "partner")
YEAR = ("year",)
PRODUCT = ("productcode", "product code", "product group", "product categories", "product")
FLOW = ("tradeflowname", "trade flow", "tradeflow", "trade flow name", "indicator")
INDICATOR = ("indicator",)
TOTALS = frozenset({"total", "all products", "all products (total)", "total trade", "all-groups"})
"""Folded names of all products together."""

_YEAR_COLUMN = re.compile(r"(19|20)\d\d")
_SHARE = re.compile(r"share|growth|number|tariff|%|index|product share|rca")


def is_year(name: str) -> bool:
    """Return whether a column is one of a year."""
    return _YEAR_COLUMN.fullmatch(name.strip()) is not None


def is_value(name: str) -> bool:
    """Return whether a folded name of a column or an indicator is that of a trade value."""
    return _SHARE.search(name) is None and (
        "trade" in name.replace(" ", "") or "export" in name or "import" in name
    )


def flow_of(text: str) -> str:
    """Return the flow that a text names; empty for re-exports, balances and others."""
    name = fold(text)
    if name.startswith("re-") or name.startswith("re ") or "balance" in name:
        return ""
    if name.startswith("gross "):
        name = name.removeprefix("gross ")
    if name in {"x", "e"} or name.startswith("export"):
        return EXPORT
    return IMPORT if name in {"m", "i"} or name.startswith("import") else ""


def value_columns(names: Sequence[str]) -> list[str]:
    """Return the columns with values: those of years, or those whose names state a trade value."""
    years = [name for name in names if is_year(name)]
    return years or [
        name for name in names if is_value(fold(name)) and unit_of_label(name) is not None
    ]


def sift(table: Table, sieve: Sieve) -> None:
    """Leave out the rows of other countries, flows and indicators."""
    reporter, partner = table.needed(*REPORTER[::-1]), table.needed(*PARTNER[::-1])
    reporter, partner = table.column(*REPORTER) or reporter, table.column(*PARTNER) or partner
    for name in (reporter, partner):
        sieve.keep_where(name, named_country, Reason.OTHER_COUNTRIES)
    frame = sieve.frame
    same = [
        named_country(one) != named_country(other)
        for one, other in zip(frame[reporter], frame[partner], strict=True)
    ]
    sieve.keep(same, Reason.OTHER_COUNTRIES, partner)
    indicator = table.column(*INDICATOR)
    if indicator:
        sieve.keep_where(indicator, lambda text: is_value(fold(text)), Reason.OTHER_INDICATOR)
    flow = table.column(*FLOW)
    if flow:
        sieve.keep_where(flow, flow_of, Reason.OTHER_FLOW)


def units(table: Table, sieve: Sieve, columns: Sequence[str]) -> dict[str, float]:
    """Return how many US dollars the units of labels are.

    Raises
    ------
    OwnFileError
        If no label states the unit.
    """
    indicator = table.column(*INDICATOR)
    by_years = any(map(is_year, columns))
    if by_years:
        if indicator is None:
            raise OwnFileError(Fault.NO_UNIT, row=table.layout.header_row, column=columns[0])
        labels = list(dict.fromkeys(sieve.frame[indicator]))
    else:
        labels = list(columns)
    found = {label: factor for label in labels if (factor := unit_of_label(label)) is not None}
    if labels and not found and not by_years:
        raise OwnFileError(Fault.NO_UNIT, row=table.layout.header_row, column=labels[0])
    if by_years and indicator:
        sieve.keep_in(indicator, found, Reason.NO_UNIT)
    return found


def cells(
    table: Table, sieve: Sieve, columns: Sequence[str], factors: dict[str, float]
) -> Iterator[Cell]:
    """Yield the numbers of the rows that are left."""
    reporter, flow = table.column(*REPORTER), table.column(*FLOW)
    indicator = table.column(*INDICATOR)
    year = None if any(map(is_year, columns)) else table.needed(*YEAR)
    for row, record in zip(sieve.frame.index, sieve.frame.to_dict("records"), strict=True):
        for column in columns:
            stated = flow_of(record[flow]) if flow else flow_of(column)
            label = str(record[indicator]) if is_year(column) and indicator else column
            if not stated or label not in factors:
                continue
            yield Cell(
                place=Place(row=int(row), column=column, text=record[column]),
                reporter=named_country(record[reporter]) if reporter else partner_of(""),
                flow=stated,
                year=record[year] if year else column,
                month="",
                usd=factors[label],
            )
