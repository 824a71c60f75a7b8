"""Texts about a visitor's file: formats, faults, and reasons why rows are left out."""

from collections.abc import Mapping
from types import MappingProxyType

from data.language.languages import Language, later
from data.own_file.faults import Fault, Place, Reason, Refused
from data.own_file.model import EXPORT, KAZAKHSTAN, FileFormat, LeftOut
from data.own_file.national import TEMPLATE_UNITS
from data.own_file.numerals import unit_of_label
from data.own_file.reading import LARGEST_FILE
from data.own_file.table import MOST_ROWS

MEGABYTE = 1_000_000

FORMATS: Mapping[FileFormat, str] = MappingProxyType(
    {
        FileFormat.COMTRADE: later("UN Comtrade, current format with 47 columns"),
        FileFormat.COMTRADE_OLD: later("UN Comtrade, older format"),
        FileFormat.WITS_LONG: later("World Bank WITS, one value per row"),
        FileFormat.WITS_WIDE: later("World Bank WITS, years as columns"),
        FileFormat.WITS_PRODUCTS: later("World Bank WITS, product categories"),
        FileFormat.TURKSTAT: later("TurkStat, foreign trade by month"),
        FileFormat.KAZAKH_BUREAU: later("Bureau of National Statistics of Kazakhstan"),
        FileFormat.TEMPLATE: later("Template of the Atlas"),
    }
)

COLUMNS: Mapping[FileFormat, str] = MappingProxyType(
    {
        FileFormat.COMTRADE: "typeCode, freqCode, refPeriodId, refYear, …, isAggregate",
        FileFormat.COMTRADE_OLD: "Classification, Year, …, Trade Value (US$)",
        FileFormat.WITS_LONG: (
            "ReporterISO3, PartnerISO3, Year, TradeFlowName, TradeValue in 1000 USD"
        ),
        FileFormat.WITS_WIDE: (
            "Reporter Name, Partner Name, Trade Flow, Product Group, Indicator, 1988, 1989, …"
        ),
        FileFormat.WITS_PRODUCTS: (
            "Reporter, Partner, Year, Product categories, Export (in US$ Mil), …"
        ),
        FileFormat.TURKSTAT: "YIL, AY, ULKE_ADI, IHRACAT_DOLAR, ITHALAT_DOLAR",
        FileFormat.KAZAKH_BUREAU: (
            "Год, Страна, Экспорт, тыс. долларов США, Импорт, тыс. долларов США"
        ),
        FileFormat.TEMPLATE: "reporter, partner, flow, year, value, unit",
    }
)
"""Names of columns as they stand in files of each format."""

UNITS: Mapping[float, str] = MappingProxyType(
    {
        1.0: later("US dollars"),
        1e3: later("thousand US dollars"),
        1e6: later("million US dollars"),
        1e9: later("billion US dollars"),
    }
)

FAULTS: Mapping[Fault, str] = MappingProxyType(
    {
        Fault.EMPTY: later("the file is empty"),
        Fault.TOO_LARGE: later("the file is larger than {megabytes} MB; reduce the number of rows"),
        Fault.TOO_MANY_ROWS: later(
            "the file has more than {rows} rows; reduce them, for example to the totals of all "
            "commodities"
        ),
        Fault.NOT_A_TABLE: later(
            "the content is a picture, a document, a web page or an archive, not a table; save the "
            "table as CSV or XLSX"
        ),
        Fault.OLD_WORKBOOK: later(
            "the workbook is in the old XLS format or has a password; save it as XLSX without a "
            "password"
        ),
        Fault.OTHER_WORKBOOK: later("the workbook is in XLSB or ODS format; save it as XLSX"),
        Fault.DAMAGED: later("the workbook is damaged and cannot be opened"),
        Fault.PACKED: later("the workbook holds too much data when unpacked and was not opened"),
        Fault.TOO_HEAVY: later(
            "reading the file takes too much memory or time; reduce the number of rows"
        ),
        Fault.ENCODING: later(
            "the text is not in UTF-8, UTF-16, Windows-1251 or Windows-1254; save it as UTF-8"
        ),
        Fault.UNKNOWN_FORMAT: later(
            "the columns are not those of a known format; compare them with the list of formats"
        ),
        Fault.REPEATED_COLUMN: later("two columns have this name"),
        Fault.MISSING_COLUMN: later("this column is missing"),
        Fault.NO_UNIT: later("no column name gives a unit in US dollars, such as “in 1000 USD”"),
        Fault.NO_ROWS: later("there are no rows below the header"),
        Fault.ROW_FIELDS: later(
            "a quotation mark is not closed, or the row cannot be split into fields"
        ),
    }
)

REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.EMPTY_ROW: later("empty row"),
        Reason.OTHER_COUNTRIES: later("not between Kazakhstan and Türkiye"),
        Reason.OTHER_FLOW: later("neither exports nor imports (re-exports, for example)"),
        Reason.BREAKDOWN: later(
            "part of a total: broken down by transport, customs procedure or second partner"
        ),
        Reason.OTHER_COMMODITY: later("another commodity"),
        Reason.OTHER_INDICATOR: later("not a trade value (a share, for example)"),
        Reason.NO_UNIT: later("the label does not name US dollars as the unit"),
        Reason.OTHER_UNIT: later("the unit is not one of those in the template"),
        Reason.YEAR: later("not a year"),
        Reason.MONTH: later("not a month"),
        Reason.NO_VALUE: later("no value"),
        Reason.UNREADABLE: later("not a number"),
        Reason.TWO_READINGS: later("an ambiguous number, such as 1,234"),
        Reason.NEGATIVE: later("negative value"),
        Reason.ABSURD: later("larger than world trade"),
        Reason.REPEATED: later("repeats another row"),
        Reason.CONFLICTING: later("the same period has different values"),
        Reason.MONTH_OF_YEAR: later("month of a year that also has an annual value"),
    }
)


def place_text(place: Place, language: Language) -> str:
    """Return row, column and text of a place in a file; empty for none."""
    _ = language.gettext
    parts = []
    if place.row:
        parts.append(_("row {number}").format(number=language.number(place.row)))
    if place.column:
        parts.append(_("column “{name}”").format(name=place.column))
    if place.text:
        parts.append(_("“{name}”").format(name=place.text))
    return ", ".join(parts)


def refused_text(refused: Refused, language: Language) -> str:
    """Return why a file was refused, with row and column."""
    said = language.gettext(FAULTS[refused.fault]).format(
        megabytes=language.number(LARGEST_FILE // MEGABYTE), rows=language.number(MOST_ROWS)
    )
    place = place_text(refused.place, language)
    parts = (refused.name, place) if place else (refused.name,)
    return f"{', '.join(parts)}: {said}."


def left_out_text(left_out: LeftOut, language: Language) -> str:
    """Return a reason with the number of rows and the place of the first one."""
    _ = language.gettext
    saying = language.ngettext(
        "{reason}: {count}, in {place}", "{reason}: {count}, first in {place}", left_out.count
    )
    return saying.format(
        reason=_(REASONS[left_out.reason]),
        count=language.number(left_out.count),
        place=place_text(left_out.first, language),
    )


def unit_text(label: str, kind: FileFormat, language: Language) -> str:
    """Return a label of a file and the unit that it states, or that its format has."""
    factor = TEMPLATE_UNITS.get(label) or unit_of_label(label)
    if kind in {FileFormat.COMTRADE, FileFormat.COMTRADE_OLD, FileFormat.TURKSTAT}:
        factor = 1.0
    return f"{label} ({language.gettext(UNITS[factor])})" if factor else label


def series_text(reporter: str, flow: str, language: Language) -> str:
    """Return who states which flow."""
    _ = language.gettext
    if reporter == KAZAKHSTAN:
        return (
            _("Kazakhstan: exports to Türkiye")
            if flow == EXPORT
            else _("Kazakhstan: imports from Türkiye")
        )
    return (
        _("Türkiye: exports to Kazakhstan")
        if flow == EXPORT
        else _("Türkiye: imports from Kazakhstan")
    )
