"""Files of trade statistics in the forms of their publishers, with their defects, for tests."""

import io
from collections.abc import Iterable, Sequence

import openpyxl

COMTRADE = (
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,"
    "reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,"
    "partner2ISO,partner2Desc,classificationCode,classificationSearchCode,"
    "isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,"
    "mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,"
    "altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,"
    "isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,"
    "isAggregate"
)
COMTRADE_OLD = (
    "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,"
    "Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,"
    "2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,"
    "Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,"
    "Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),"
    "Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag"
)
KAZ = ("398", "KAZ", "Kazakhstan")
TUR = ("792", "TUR", "Türkiye")
CHN = ("156", "CHN", "China")


def comtrade_row(  # noqa: PLR0913, one for each column that matters
    reporter: tuple[str, str, str],
    flow: str,
    partner: tuple[str, str, str],
    year: int,
    value: str,
    *,
    commodity: str = "TOTAL",
    month: int = 0,
    transport: str = "0",
    customs: str = "C00",
    second: str = "0",
) -> str:
    """Return a row of today's UN Comtrade: 48 fields under 47 names."""
    period = f"{year}{month:02}" if month else str(year)
    fields = [
        *("C", "M" if month else "A", f"{year}{month or 1:02}01", str(year)),
        *(
            str(month or 52),
            period,
            *reporter,
            flow,
            {"X": "Export", "M": "Import"}.get(flow, flow),
        ),
        *(*partner, second, "W00", "World", "H6", "HS", "true", commodity, "All Commodities", "0"),
        *(
            "false",
            customs,
            "TOTAL CPC",
            "0",
            transport,
            "TOTAL MOT",
            "-1",
            "N/A",
            "",
            "false",
            "-1",
        ),
        *(
            "N/A",
            "",
            "false",
            "0",
            "false",
            "",
            "false",
            "",
            value,
            value,
            "0",
            "false",
            "true",
            "",
        ),
    ]
    assert len(fields) == len(COMTRADE.split(",")) + 1
    return ",".join(fields)


def comtrade(rows: Iterable[str]) -> str:
    """Return a file of today's UN Comtrade."""
    return "\r\n".join([COMTRADE, *rows, ""])


def comtrade_file(rows: int) -> bytes:
    """Return a file of today's UN Comtrade in Windows-1254, with rows of four countries.

    The first two commodities are the total of exports and that of imports.
    """
    others = (KAZ, TUR, CHN, ("643", "RUS", "Russian Federation"))
    lines = [COMTRADE]
    for number in range(rows):
        period, rest = divmod(number, len(others) ** 2)
        year, commodity = 2000 + period % 25, period // 25
        lines.append(
            comtrade_row(
                others[rest % len(others)],
                "XM"[commodity % 2],
                others[rest // len(others)],
                year,
                f"{(number * 7919) % 10**9}.125",
                commodity="TOTAL" if commodity < len("XM") else f"{commodity:06}",
            )
        )
    return "\r\n".join(lines).encode("cp1254")


def old_comtrade_row(
    reporter: tuple[str, str, str], flow: str, partner: tuple[str, str, str], year: int, value: str
) -> str:
    """Return a row of the older UN Comtrade."""
    fields = [
        *("H4", str(year), str(year), str(year), "0", "0", flow),
        *({"1": "Import", "2": "Export"}.get(flow, "Re-Export"), reporter[0], reporter[2]),
        *(reporter[1], partner[0], partner[2], partner[1], "", "", "", "", "", "", "", "TOTAL"),
        *("All Commodities", "1", "No Quantity", "", "", "", "", "", "", value, "", "", "0"),
    ]
    assert len(fields) == len(COMTRADE_OLD.split(","))
    return ",".join(fields)


def old_comtrade(rows: Iterable[str]) -> str:
    """Return a file of the older UN Comtrade."""
    return "\n".join([COMTRADE_OLD, *rows, ""])


WITS_LONG = """\
Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,\
TradeFlowCode,TradeValue in 1000 USD
HS,KAZ,Total,Kazakhstan,TUR,Turkey,2021,Export,6,2945123.456
HS,KAZ,Total,Kazakhstan,TUR,Turkey,2021,Import,5,1110000.5
HS,KAZ,270900,Kazakhstan,TUR,Turkey,2021,Export,6,1000.25
HS,KAZ,Total,Kazakhstan,CHN,China,2021,Export,6,9000000
HS,KAZ,Total,Kazakhstan,TUR,Turkey,2021,Re-Export,8,12.5
HS,TUR,Total,Turkey,KAZ,Kazakhstan,2021,Gross Imports,5,1645000.125
"""

WITS_WIDE: Sequence[Sequence[object]] = (
    ("Reporter Name", "Partner Name", "Trade Flow", "Product Group", "Indicator", "2020", "2021"),
    (
        *("Kazakhstan", "Turkey", "Export", "All Products", "Export (US$ Thousand)"),
        *(2_000_000.5, 2_900_000.25),
    ),
    ("Kazakhstan", "Turkey", "Import", "All Products", "Import (US$ Thousand)", 1_000_000.5, None),
    ("Kazakhstan", "Turkey", "Export", "All Products", "Export Partner Share (%)", 4.1, 4.9),
    ("Kazakhstan", "China", "Export", "All Products", "Export (US$ Thousand)", 9.0, 9.0),
)

WITS_PRODUCTS = """\
Reporter,Year,Partner,Product categories,Export (in US$ Mil),Import (in US$ Mil),Export Share (%)
Kazakhstan,2022,Türkiye,All Products,4750.25,1606.5,100
Kazakhstan,2022,Türkiye,Fuels,2100.5,20.25,44.2
Kazakhstan,2022,Germany,All Products,800,900,100
"""


def turkstat(months: int = 12, *, year: int = 2023) -> str:
    """Return a file of TurkStat with some months of 2023 and all of the year before."""
    lines = ["YIL;AY;ULKE_ADI;IHRACAT_DOLAR;ITHALAT_DOLAR"]
    for number in range(1, 13):
        lines.append(f"{year - 1};{number};Kazakistan;{100_000_000 + number},5;200000000,25")
        lines.append(f"{year - 1};{number};Almanya;1;2")
    lines += [
        f"{year};{number};KAZAKİSTAN;110.000.000,5;210.000.000" for number in range(1, months + 1)
    ]
    return "\n".join(lines)


BUREAU = """\
Внешняя торговля Республики Казахстан по странам
Год;Страна;Экспорт, тыс. долларов США;Импорт, тыс. долларов США
2022;Турция;4 748 123,4;1 606 500,1
2023;Турция;3 911 222,0;1 940 000,5
2023;Китай;14 700 000,0;16 700 000,0
"""

TEMPLATE = """\
reporter,partner,flow,year,value,unit
KAZ,TUR,export,2024,3500.5,million_USD
KAZ,TUR,import,2024,1800000,thousand_USD
TUR,KAZ,import,2024,3600.25,million_USD
"""


def workbook(*sheets: Sequence[Sequence[object]]) -> bytes:
    """Return an XLSX workbook with some sheets of rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def wits_wide_text() -> str:
    """Return the wide form with semicolons and decimal commas."""

    def field(value: object) -> str:
        return (
            ""
            if value is None
            else str(value).replace(".", ",")
            if isinstance(value, float)
            else str(value)
        )

    return "\n".join(";".join(map(field, row)) for row in WITS_WIDE)
