"""Every form of file of trade statistics, in each encoding, with its defects."""

import pytest

from data.own_file.faults import Reason
from data.own_file.mirror import TURNOVER, measure_values
from data.own_file.model import EXPORT, IMPORT, KAZAKHSTAN, TURKIYE, FileFormat, OwnFile
from data.own_file.national import bureau_columns
from data.own_file.process import answer
from data.own_file.reading import read_own_file
from tests.data.own_files import (
    BUREAU,
    CHN,
    KAZ,
    TEMPLATE,
    TUR,
    WITS_LONG,
    WITS_PRODUCTS,
    WITS_WIDE,
    comtrade,
    comtrade_file,
    comtrade_row,
    old_comtrade,
    old_comtrade_row,
    turkstat,
    wits_wide_text,
    workbook,
)

ENCODINGS = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8 with mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without mark": lambda text: text.encode("utf-16-le"),
    "Windows-1254": lambda text: text.encode("cp1254"),
}


def read(text: str, *, encoding: str = "utf-8", commodity: str = "TOTAL") -> OwnFile:
    return read_own_file(text.encode(encoding), "mine.csv", commodity=commodity)


def amounts(file: OwnFile) -> dict[tuple[str, str, int], float]:
    return {(one.reporter, one.flow, one.year): one.usd for one in file.values}


def reasons(file: OwnFile) -> dict[Reason, tuple[int, int]]:
    return {one.reason: (one.count, one.first.row) for one in file.left_out}


ROWS = [
    comtrade_row(KAZ, "X", TUR, 2023, "3911222333.5"),
    comtrade_row(KAZ, "M", TUR, 2023, "1940000000"),
    comtrade_row(TUR, "M", KAZ, 2023, "3650000000.25"),
    comtrade_row(KAZ, "X", CHN, 2023, "14700000000"),
    comtrade_row(KAZ, "X", TUR, 2023, "9", transport="1000"),
    comtrade_row(KAZ, "X", TUR, 2023, "8", customs="C20"),
    comtrade_row(KAZ, "X", TUR, 2023, "7", second="643"),
    comtrade_row(KAZ, "X", TUR, 2023, "6", commodity="270900"),
    comtrade_row(KAZ, "RX", TUR, 2023, "5"),
]


@pytest.mark.parametrize("name", ENCODINGS)
def test_comtrade_of_today_is_read_in_every_encoding(name: str) -> None:
    file = read_own_file(ENCODINGS[name](comtrade(ROWS)), "TradeData.csv")
    assert file.format is FileFormat.COMTRADE
    assert file.layout.encoding == name.removesuffix(" without mark")
    assert amounts(file) == {
        (KAZAKHSTAN, EXPORT, 2023): 3911222333.5,
        (KAZAKHSTAN, IMPORT, 2023): 1940000000,
        (TURKIYE, IMPORT, 2023): 3650000000.25,
    }
    assert (file.rows, file.used) == (9, 3)
    assert reasons(file) == {
        Reason.OTHER_COUNTRIES: (1, 5),
        Reason.OTHER_FLOW: (1, 10),
        Reason.BREAKDOWN: (3, 6),
        Reason.OTHER_COMMODITY: (1, 9),
    }
    assert file.commodities == ("270900",)


def test_a_field_more_than_the_header_moves_no_column() -> None:
    # A default reader takes refMonth 52 for the year.
    assert {value.year for value in read(comtrade(ROWS)).values} == {2023}
    short = comtrade([row.removesuffix(",") for row in ROWS])
    assert amounts(read(short)) == amounts(read(comtrade(ROWS)))


def test_another_commodity_is_read_when_it_is_asked_for() -> None:
    file = read(comtrade(ROWS), commodity="270900")
    assert amounts(file) == {(KAZAKHSTAN, EXPORT, 2023): 6}
    assert file.commodity == "270900"
    asked = answer({"name": "mine.csv", "commodity": "270900"}, comtrade(ROWS).encode())
    assert asked["file"]["commodity"] == "270900"
    rows = [comtrade_row(KAZ, "X", TUR, 2023, "6", commodity="0102")]
    assert amounts(read(comtrade(rows), commodity="102")) == {}


def test_countries_are_matched_by_code() -> None:
    named_wrong = ("398", "KAZ", "Türkiye")
    rows = [comtrade_row(named_wrong, "X", TUR, 2022, "1"), comtrade_row(CHN, "X", TUR, 2022, "2")]
    assert amounts(read(comtrade(rows))) == {(KAZAKHSTAN, EXPORT, 2022): 1}


def test_months_of_comtrade_add_up_and_an_annual_value_has_precedence() -> None:
    months = [comtrade_row(KAZ, "X", TUR, 2024, "10", month=month) for month in range(1, 6)]
    (value,) = read(comtrade(months)).values
    assert (value.usd, value.months, value.complete) == (50, 5, False)
    file = read(comtrade([*months, comtrade_row(KAZ, "X", TUR, 2024, "130")]))
    assert (file.values[0].usd, file.values[0].complete) == (130, True)
    assert reasons(file) == {Reason.MONTH_OF_YEAR: (5, 2)}


def test_a_long_file_is_read_whole() -> None:
    file = read_own_file(comtrade_file(5_000), "long.csv")
    assert (file.rows, file.used, len(file.values)) == (5_000, 100, 100)
    assert [one.reason for one in file.left_out] == [
        Reason.OTHER_COUNTRIES,
        Reason.OTHER_COMMODITY,
    ]


def test_a_number_with_two_readings_is_read_with_the_decimal_sign_of_its_file() -> None:
    rows = [
        comtrade_row(KAZ, "X", TUR, 2022, '"1,234"'),
        comtrade_row(KAZ, "X", TUR, 2023, "1.5"),
    ]
    found = {value.year: value.usd for value in read(comtrade(rows)).values}
    assert found == {2022: 1234, 2023: 1.5}


def test_a_turnover_covers_the_months_that_exports_and_imports_cover() -> None:
    rows = [
        comtrade_row(KAZ, flow, TUR, 2024, "10", month=month)
        for flow in ("X", "M")
        for month in range(1, 6)
    ]
    turnover = measure_values(read(comtrade(rows)), TURNOVER, KAZAKHSTAN)
    assert [(year, one.usd, one.months) for year, one in turnover.items()] == [(2024, 100, 5)]
    assert measure_values(read(comtrade(rows[:-1])), TURNOVER, KAZAKHSTAN) == {}


def test_the_older_comtrade_is_read() -> None:
    rows = [
        old_comtrade_row(KAZ, "2", TUR, 2016, "846101833"),
        old_comtrade_row(TUR, "1", KAZ, 2016, "1093832000"),
        old_comtrade_row(KAZ, "3", TUR, 2016, "12"),
    ]
    file = read(old_comtrade(rows), encoding="cp1254")
    assert file.format is FileFormat.COMTRADE_OLD
    assert amounts(file) == {
        (KAZAKHSTAN, EXPORT, 2016): 846101833,
        (TURKIYE, IMPORT, 2016): 1093832000,
    }
    assert reasons(file) == {Reason.OTHER_FLOW: (1, 4)}


def test_wits_long_takes_its_unit_from_the_label() -> None:
    file = read(WITS_LONG)
    assert file.format is FileFormat.WITS_LONG
    assert amounts(file) == pytest.approx(
        {
            (KAZAKHSTAN, EXPORT, 2021): 2945123456,
            (KAZAKHSTAN, IMPORT, 2021): 1110000500,
            (TURKIYE, IMPORT, 2021): 1645000125,
        }
    )
    assert file.units == ("TradeValue in 1000 USD",)
    millions = read(WITS_LONG.replace("in 1000 USD", "in million USD"))
    assert amounts(millions)[KAZAKHSTAN, EXPORT, 2021] == pytest.approx(2945123.456e6)
    assert amounts(read(WITS_LONG, commodity="270900")) == {(KAZAKHSTAN, EXPORT, 2021): 1000250}


@pytest.mark.parametrize("form", ["second sheet", "semicolons"])
def test_wits_wide_is_read(form: str) -> None:
    if form == "second sheet":
        file = read_own_file(workbook([["About this file"]], WITS_WIDE), "wits.xlsx")
        assert (file.layout.sheet, file.layout.sheet_number) == ("Sheet 2", 2)
    else:
        file = read(wits_wide_text())
        assert file.layout.delimiter == ";"
    assert file.format is FileFormat.WITS_WIDE
    assert amounts(file) == {
        (KAZAKHSTAN, EXPORT, 2020): 2000000500,
        (KAZAKHSTAN, EXPORT, 2021): 2900000250,
        (KAZAKHSTAN, IMPORT, 2020): 1000000500,
    }
    found = reasons(file)
    assert found[Reason.OTHER_INDICATOR] == (1, 4)
    assert found[Reason.NO_VALUE] == (1, 3)


def test_wits_by_product_category_is_in_millions() -> None:
    file = read(WITS_PRODUCTS)
    assert file.format is FileFormat.WITS_PRODUCTS
    assert amounts(file) == {
        (KAZAKHSTAN, EXPORT, 2022): 4750.25e6,
        (KAZAKHSTAN, IMPORT, 2022): 1606.5e6,
    }
    assert amounts(read(WITS_PRODUCTS, commodity="Fuels"))[KAZAKHSTAN, EXPORT, 2022] == 2100.5e6


@pytest.mark.parametrize("encoding", ["utf-8", "cp1254", "utf-16"])
def test_months_of_turkstat_add_up_to_years(encoding: str) -> None:
    file = read(turkstat(9), encoding=encoding)
    assert file.format is FileFormat.TURKSTAT
    by_key = {(one.flow, one.year): one for one in file.values}
    assert by_key[EXPORT, 2022].usd == 12 * 100_000_000.5 + 78
    assert by_key[EXPORT, 2022].complete
    assert by_key[IMPORT, 2023].usd == 9 * 210_000_000
    assert (by_key[IMPORT, 2023].months, by_key[IMPORT, 2023].complete) == (9, False)
    assert {one.reporter for one in file.values} == {TURKIYE}
    assert reasons(file) == {Reason.OTHER_COUNTRIES: (12, 3)}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_a_table_of_the_kazakh_bureau_is_read(encoding: str) -> None:
    file = read(BUREAU, encoding=encoding)
    assert file.format is FileFormat.KAZAKH_BUREAU
    assert file.layout.header_row == 2
    assert amounts(file) == pytest.approx(
        {
            (KAZAKHSTAN, EXPORT, 2022): 4748123400,
            (KAZAKHSTAN, IMPORT, 2022): 1606500100,
            (KAZAKHSTAN, EXPORT, 2023): 3911222000,
            (KAZAKHSTAN, IMPORT, 2023): 1940000500,
        }
    )


@pytest.mark.parametrize(
    "header",
    [
        "Год;Страна;Экспорт;Импорт",
        "Жыл;Ел;Экспорт;Импорт",
        "Жыл;Елдер;Экспорт;Импорт",
        "Жылдар;Елдің атауы;Экспорт;Импорт",
        "Жыл;Ел атауы;Экспорт;Импорт",
        "Жыл;Серіктес ел;Экспорт;Импорт",
        "Year;Country;Export;Import",
        "Year;Partner;Countries;Exports;Imports",
    ],
)
def test_columns_of_the_kazakh_bureau_are_found_in_three_languages(header: str) -> None:
    names = header.split(";")
    found = bureau_columns(names)
    assert found == {
        "year": names[0],
        "country": names[-3],
        "exports": names[-2],
        "imports": names[-1],
    }


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
@pytest.mark.parametrize("shift", range(4))
def test_a_long_text_is_recognised_wherever_its_beginning_is_cut(encoding: str, shift: int) -> None:
    title = "x" * shift + "\n"
    rows = "2023;Китайская Народная Республика 🂡;1;2\n".replace(
        "🂡", "🂡" if encoding != "cp1251" else ""
    )
    file = read(title + BUREAU + rows * 3_000, encoding=encoding)
    assert file.format is FileFormat.KAZAKH_BUREAU
    assert len(file.values) == 4


def test_the_template_states_its_unit_in_every_row() -> None:
    file = read(TEMPLATE)
    assert file.format is FileFormat.TEMPLATE
    assert amounts(file) == {
        (KAZAKHSTAN, EXPORT, 2024): 3500.5e6,
        (KAZAKHSTAN, IMPORT, 2024): 1800e6,
        (TURKIYE, IMPORT, 2024): 3600.25e6,
    }
    assert set(file.units) == {"million_USD", "thousand_USD"}
    assert file.years == (2024,)
    rows = [line.split(",") for line in TEMPLATE.splitlines()]
    assert amounts(read_own_file(workbook(rows), "t.xlsx")) == amounts(file)
    assert amounts(read(TEMPLATE.replace(",", "\t"))) == amounts(file)
