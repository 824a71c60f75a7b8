"""Recognition of the format of a visitor's file, and its values by year."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from data.own_file import comtrade, national, wits
from data.own_file.faults import Fault, OwnFileError, Reason, quoted
from data.own_file.model import KAZAKHSTAN, TOTAL, TURKIYE, FileFormat, OwnFile
from data.own_file.numerals import Decimal, decimal_sign, fold, is_nothing
from data.own_file.sifting import Cell, Sieve, yearly_values
from data.own_file.table import Table, Wanted, text_table, workbook_table
from data.own_file.workbook import is_workbook, refuse_other_kinds

LARGEST_FILE = 320_000_000
"""Greatest size of a file in bytes; a million rows of UN Comtrade are about 250 million."""

MOST_COMMODITIES = 300
LONGEST_COMMODITY = 40


Test = Callable[[Sequence[str], frozenset[str]], bool]
"""Says of a header and its folded names whether a file has a format."""


def _has_countries(names: frozenset[str]) -> bool:
    return not names.isdisjoint(wits.REPORTER) and not names.isdisjoint(wits.PARTNER)


def _is_bureau(header: Sequence[str], _names: frozenset[str]) -> bool:
    found = set(national.bureau_columns(header))
    return {"year", "country"} <= found and not found.isdisjoint({"exports", "imports"})


_COMTRADE = {
    FileFormat.COMTRADE: comtrade.TODAY,
    FileFormat.COMTRADE_OLD: comtrade.OLDER,
}

_TESTS: tuple[tuple[FileFormat, Test], ...] = (
    (FileFormat.COMTRADE, lambda _header, names: names.issuperset(comtrade.TODAY.needed)),
    (FileFormat.COMTRADE_OLD, lambda _header, names: names.issuperset(comtrade.OLDER.needed)),
    (FileFormat.TEMPLATE, lambda _header, names: names.issuperset(national.TEMPLATE_COLUMNS)),
    (
        FileFormat.TURKSTAT,
        lambda _header, names: (
            "yil" in names and not names.isdisjoint({"ihracat dolar", "ithalat dolar"})
        ),
    ),
    (FileFormat.WITS_PRODUCTS, lambda _header, names: "product categories" in names),
    (
        FileFormat.WITS_WIDE,
        lambda header, names: (
            _has_countries(names)
            and not names.isdisjoint(wits.FLOW)
            and any(map(wits.is_year, header))
        ),
    ),
    (
        FileFormat.WITS_LONG,
        lambda _header, names: (
            _has_countries(names)
            and "year" in names
            and any(name.startswith("tradevalue") for name in names)
        ),
    ),
    (FileFormat.KAZAKH_BUREAU, _is_bureau),
)


def recognised(header: Sequence[str]) -> Wanted | None:
    """Return what to read of a table with this header; None if it has no known format."""
    folded = [fold(name) for name in header]
    names = frozenset(folded)
    kind = next((kind for kind, test in _TESTS if test(header, names)), None)
    if kind is None:
        return None
    columns = _COMTRADE.get(kind)
    if columns is None:
        return Wanted(format=kind, columns=tuple(range(len(header))))
    places = tuple(folded.index(name) for name in columns.read if name in names)
    return Wanted(format=kind, columns=places, coded=True)


@dataclass(frozen=True, kw_only=True)
class _Found:
    cells: Iterator[Cell]
    units: tuple[str, ...]
    commodities: tuple[str, ...] = ()


Reader = Callable[[Table, Sieve, str], _Found]


def _commodities(sieve: Sieve, column: str | None, asked: str) -> tuple[str, ...]:
    """Leave out the rows of other commodities, and return the codes that were found."""
    if column is None:
        return ()
    found = sieve.frame[column].unique()
    wanted = wits.TOTALS if asked == TOTAL else {fold(asked)}
    sieve.keep_where(column, lambda text: fold(text) in wanted, Reason.OTHER_COMMODITY)
    others = sorted(
        {quoted(code) for code in found if code.strip() and fold(code) not in wits.TOTALS}
    )
    return tuple(code for code in others if len(code) <= LONGEST_COMMODITY)[:MOST_COMMODITIES]


def _comtrade(columns: comtrade.Columns) -> Reader:
    def read(table: Table, sieve: Sieve, commodity: str) -> _Found:
        comtrade.sift(table, sieve, columns)
        found = _commodities(sieve, table.needed(columns.commodity), commodity)
        return _Found(
            cells=comtrade.cells(table, sieve, columns),
            units=(table.needed(columns.value),),
            commodities=found,
        )

    return read


def _wits(table: Table, sieve: Sieve, commodity: str) -> _Found:
    columns = wits.value_columns(table.names)
    if not columns:
        raise OwnFileError(Fault.NO_UNIT, row=table.layout.header_row)
    wits.sift(table, sieve)
    found = _commodities(sieve, table.column(*wits.PRODUCT), commodity)
    factors = wits.units(table, sieve, columns)
    return _Found(
        cells=wits.cells(table, sieve, columns, factors),
        units=tuple(factors),
        commodities=found,
    )


def _turkstat(table: Table, sieve: Sieve, _commodity: str) -> _Found:
    columns = {
        part: column
        for part, names in national.TURKSTAT.items()
        if (column := table.column(*names)) is not None
    }
    table.needed(*national.TURKSTAT["country"])
    factors = {columns[part]: 1.0 for part in ("exports", "imports") if part in columns}
    return _Found(
        cells=national.country_cells(sieve, columns, TURKIYE, factors), units=tuple(factors)
    )


def _bureau(table: Table, sieve: Sieve, _commodity: str) -> _Found:
    columns = national.bureau_columns(table.names)
    factors = national.bureau_units(columns, table.layout.header_row)
    return _Found(
        cells=national.country_cells(sieve, columns, KAZAKHSTAN, factors), units=tuple(factors)
    )


def _template(table: Table, sieve: Sieve, _commodity: str) -> _Found:
    cells = list(national.template_cells(table, sieve))
    units = sieve.frame[table.needed("unit")].unique()[: len(national.TEMPLATE_UNITS)]
    return _Found(cells=iter(cells), units=tuple(map(quoted, units)))


_READERS: dict[FileFormat, Reader] = {
    FileFormat.COMTRADE: _comtrade(comtrade.TODAY),
    FileFormat.COMTRADE_OLD: _comtrade(comtrade.OLDER),
    FileFormat.WITS_LONG: _wits,
    FileFormat.WITS_WIDE: _wits,
    FileFormat.WITS_PRODUCTS: _wits,
    FileFormat.TURKSTAT: _turkstat,
    FileFormat.KAZAKH_BUREAU: _bureau,
    FileFormat.TEMPLATE: _template,
}


def read_own_file(content: bytes, name: str, *, commodity: str = TOTAL) -> OwnFile:
    """Return what is understood of a file.

    Parameters
    ----------
    content : bytes
        Its content.
    name : str
        Its name.
    commodity : str
        Code of the commodity whose values are wanted.

    Raises
    ------
    OwnFileError
        If the file cannot be read.
    """
    if len(content) > LARGEST_FILE:
        raise OwnFileError(Fault.TOO_LARGE)
    refuse_other_kinds(content)
    make = workbook_table if is_workbook(content) else text_table
    table = make(content, recognised)
    if not len(table.frame):
        raise OwnFileError(Fault.NO_ROWS, row=table.layout.header_row)
    kind = FileFormat(table.format)
    sieve = Sieve(table.frame)
    sieve.drop_empty()
    if not len(sieve.frame):
        raise OwnFileError(Fault.NO_ROWS, row=table.layout.header_row)
    found = _READERS[kind](table, sieve, commodity.strip() or TOTAL)
    cells = list(found.cells)
    usual = Decimal.UNKNOWN if table.layout.delimiter in {";", "\t", "|"} else Decimal.POINT
    numbers = (cell.place.text for cell in cells if not is_nothing(cell.place.text))
    values, used = yearly_values(
        cells,
        decimal=decimal_sign(numbers, usual=usual),
        months=national.month_number,
        sieve=sieve,
    )
    return OwnFile(
        name=quoted(name),
        format=kind,
        layout=table.layout,
        units=tuple(map(quoted, found.units)),
        commodity=quoted(commodity.strip() or TOTAL),
        commodities=found.commodities,
        rows=len(table.frame),
        used=used,
        left_out=sieve.left_out(),
        values=values,
    )
