"""Files of the statistical offices of both countries, and the template of the Atlas."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from data.own_file.countries import named_country
from data.own_file.faults import Fault, OwnFileError, Place, Reason
from data.own_file.model import EXPORT, IMPORT, KAZAKHSTAN, TURKIYE
from data.own_file.numerals import fold, unit_of_label
from data.own_file.sifting import Cell, Sieve
from data.own_file.table import Table

_MONTHS = (
    ("ocak", "january", "jan", "январь", "қаңтар"),
    ("subat", "february", "feb", "февраль", "ақпан"),
    ("mart", "march", "mar", "март", "наурыз"),
    ("nisan", "april", "apr", "апрель", "сәуір"),
    ("mayis", "may", "май", "мамыр"),
    ("haziran", "june", "jun", "июнь", "маусым"),
    ("temmuz", "july", "jul", "июль", "шілде"),
    ("agustos", "august", "aug", "август", "тамыз"),
    ("eylul", "september", "sep", "сентябрь", "қыркүйек"),
    ("ekim", "october", "oct", "октябрь", "қазан"),
    ("kasim", "november", "nov", "ноябрь", "қараша"),
    ("aralik", "december", "dec", "декабрь", "желтоқсан"),
)
_BY_NAME = {fold(name): number for number, names in enumerate(_MONTHS, start=1) for name in names}


def month_number(text: str) -> int:
    """Return the number of a month; -1 for a text that is none."""
    plain = text.strip().removesuffix(".0")
    if plain.isascii() and plain.isdigit() and len(plain) <= len("12"):
        return int(plain) or -1
    return _BY_NAME.get(fold(plain), -1)


def _word(name: str, *beginnings: str) -> bool:
    return fold(name).startswith(tuple(fold(one) for one in beginnings))


TURKSTAT = {
    "year": ("yil",),
    "month": ("ay",),
    "country": ("ulke adi", "ulke", "ulke kodu"),
    "exports": ("ihracat dolar",),
    "imports": ("ithalat dolar",),
}


def bureau_columns(names: Sequence[str]) -> dict[str, str]:
    """Return the columns of a table of the Kazakh bureau by what they are.

    Its downloads have no fixed header. A table is read if it has columns of the year and the
    partner country, and one of exports or imports whose name states the unit.
    """
    beginnings = {
        "year": ("год", "жыл", "year"),
        "month": ("месяц", "month"),
        "country": ("стран", "ел атауы", "елдер", "елдің", "серіктес ел", "country", "countries"),
        "exports": ("экспорт", "export"),
        "imports": ("импорт", "import"),
    }
    found: dict[str, str] = {}
    for part, words in beginnings.items():
        fitting = [name for name in names if _word(name, *words)]
        if part in {"exports", "imports"}:
            fitting = [name for name in fitting if unit_of_label(name) is not None] or fitting
        if fitting:
            found[part] = fitting[0]
    if "country" not in found and (plain := [name for name in names if fold(name) == "ел"]):
        found["country"] = plain[0]
    return found


def country_cells(
    sieve: Sieve,
    columns: Mapping[str, str],
    reporter: str,
    factors: Mapping[str, float],
) -> Iterator[Cell]:
    """Yield the numbers of a table with exports and imports of one reporter in columns.

    Parameters
    ----------
    sieve : Sieve
        The rows; those of other partners are left out.
    columns : mapping of str to str
        Columns by what they are: year, month, country, exports, imports.
    reporter : str
        The country that reports.
    factors : mapping of str to float
        How many US dollars the unit of a column is.
    """
    partner = TURKIYE if reporter == KAZAKHSTAN else KAZAKHSTAN
    sieve.keep_where(
        columns["country"], lambda text: named_country(text) == partner, Reason.OTHER_COUNTRIES
    )
    frame = sieve.frame
    for part, flow in (("exports", EXPORT), ("imports", IMPORT)):
        column = columns.get(part)
        if column is None:
            continue
        months = frame[columns["month"]] if "month" in columns else [""] * len(frame)
        rows = zip(frame.index, frame[column], frame[columns["year"]], months, strict=True)
        for row, text, year, month in rows:
            yield Cell(
                place=Place(row=int(row), column=column, text=text),
                reporter=reporter,
                flow=flow,
                year=year,
                # A column of months without a month is a fault of the row, not an annual value.
                month=month if "month" not in columns or month.strip() else "?",
                usd=factors[column],
            )


def bureau_units(columns: Mapping[str, str], header_row: int) -> dict[str, float]:
    """Return how many US dollars the units of a table of the Kazakh bureau are.

    Raises
    ------
    OwnFileError
        If a name of a column does not state the unit.
    """
    found = {}
    for part in ("exports", "imports"):
        if part in columns:
            factor = unit_of_label(columns[part])
            if factor is None:
                raise OwnFileError(Fault.NO_UNIT, row=header_row, column=columns[part])
            found[columns[part]] = factor
    return found


TEMPLATE_COLUMNS = ("reporter", "partner", "flow", "year", "value", "unit")
TEMPLATE_UNITS: Mapping[str, float] = MappingProxyType(
    {"USD": 1.0, "thousand_USD": 1e3, "million_USD": 1e6, "billion_USD": 1e9}
)
TEMPLATE_FLOWS: Mapping[str, str] = MappingProxyType({"export": EXPORT, "import": IMPORT})


def template_cells(table: Table, sieve: Sieve) -> Iterator[Cell]:
    """Yield the numbers of the template; rows of other countries, flows or units are left out."""
    names = {name: table.needed(name) for name in TEMPLATE_COLUMNS}
    month = table.column("month")
    for name in ("reporter", "partner"):
        sieve.keep_where(names[name], named_country, Reason.OTHER_COUNTRIES)
    frame = sieve.frame
    other = [
        named_country(one) != named_country(two)
        for one, two in zip(frame[names["reporter"]], frame[names["partner"]], strict=True)
    ]
    sieve.keep(other, Reason.OTHER_COUNTRIES, names["partner"])
    flows = {fold(name): flow for name, flow in TEMPLATE_FLOWS.items()}
    units = {fold(name): factor for name, factor in TEMPLATE_UNITS.items()}
    sieve.keep_where(names["flow"], lambda text: fold(text) in flows, Reason.OTHER_FLOW)
    sieve.keep_where(names["unit"], lambda text: fold(text) in units, Reason.OTHER_UNIT)
    for row, record in zip(sieve.frame.index, sieve.frame.to_dict("records"), strict=True):
        yield Cell(
            place=Place(row=int(row), column=names["value"], text=record[names["value"]]),
            reporter=named_country(record[names["reporter"]]),
            flow=flows[fold(record[names["flow"]])],
            year=record[names["year"]],
            month=record[month] if month else "",
            usd=units[fold(record[names["unit"]])],
        )
