"""Files that are refused, and rows that are left out: each with row and column."""

import contextlib
import io
import json
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.own_file.faults import (
    Fault,
    OwnFileError,
    Reason,
    Refused,
    as_fault_record,
    from_fault_record,
)
from data.own_file.mirror import measure_values, mirrors
from data.own_file.model import KAZAKHSTAN, TURKIYE, OwnFile, as_record, from_record
from data.own_file.numerals import (
    Decimal,
    TwoReadingsError,
    decimal_sign,
    parse_number,
    unit_of_label,
)
from data.own_file.reading import read_own_file
from tests.data.own_files import (
    BUREAU,
    COMTRADE,
    KAZ,
    TEMPLATE,
    TUR,
    WITS_LONG,
    WITS_PRODUCTS,
    WITS_WIDE,
    comtrade,
    comtrade_row,
    turkstat,
    workbook,
)

HEADER = TEMPLATE.splitlines()[0]


def refused(content: bytes) -> OwnFileError:
    with pytest.raises(OwnFileError) as caught:
        read_own_file(content, "mine.csv")
    return caught.value


def template(*rows: str, header: str = HEADER) -> OwnFile:
    return read_own_file("\n".join([header, *rows]).encode(), "mine.csv")


def bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 40_000_000)
    return content.getvalue()


def other_archive() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("notes.txt", "nothing")
    return content.getvalue()


REFUSED = {
    "nothing": (b"", Fault.EMPTY),
    "blank": (b"\xef\xbb\xbf \r\n\n", Fault.EMPTY),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), Fault.NOT_A_TABLE),
    "document": (b"%PDF-1.7 ...", Fault.NOT_A_TABLE),
    "page": (b"<!DOCTYPE html><table><tr><td>1", Fault.NOT_A_TABLE),
    "bytes": (b"a,b\0\0,c" * 9, Fault.NOT_A_TABLE),
    "archive": (other_archive(), Fault.NOT_A_TABLE),
    "old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, Fault.OLD_WORKBOOK),
    "half a workbook": (workbook(WITS_WIDE)[:900], Fault.DAMAGED),
    "workbook that unpacks to too much": (bomb(), Fault.PACKED),
    "other table": (b"name,colour\nx,y\n", Fault.UNKNOWN_FORMAT),
    "odd UTF-16": ("a,b".encode("utf-16") + b"\x00\xd8\x00", Fault.ENCODING),
    "header alone": (COMTRADE.encode(), Fault.NO_ROWS),
    "header and blank rows": (f"{HEADER}\n\n\n".encode(), Fault.NO_ROWS),
    "column twice": (f"{HEADER},Value\n".encode(), Fault.REPEATED_COLUMN),
    "open quotation": (f'{HEADER}\nKAZ,TUR,"export,2020,1,USD\n'.encode(), Fault.ROW_FIELDS),
    "no unit": (WITS_LONG.replace(" in 1000 USD", "").encode(), Fault.NO_UNIT),
    "other currency": (BUREAU.replace("долларов США", "тенге").encode(), Fault.NO_UNIT),
    "no partner": (
        b"Product categories,Year,Export (in US$ Mil)\nAll,2020,1",
        Fault.MISSING_COLUMN,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_is_refused(name: str) -> None:
    content, fault = REFUSED[name]
    assert refused(content).fault is fault


def test_a_file_with_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.own_file.table.MOST_ROWS", 2)
    rows = TEMPLATE.splitlines()
    assert read_own_file("\n".join(rows[:3]).encode(), "mine.csv").rows == 2
    assert refused(TEMPLATE.encode()).fault is Fault.TOO_MANY_ROWS
    assert refused(workbook([row.split(",") for row in rows])).fault is Fault.TOO_MANY_ROWS


def test_a_refusal_names_row_column_and_text() -> None:
    error = refused(b"\nname,colour\nx,y\n")
    assert (error.place.row, error.place.text) == (2, "name, colour")
    assert refused(REFUSED["no unit"][0]).place.row == 1
    assert refused(REFUSED["other currency"][0]).place.column == "Экспорт, тыс. тенге"
    assert refused(REFUSED["open quotation"][0]).place.row == 2
    assert refused(REFUSED["no partner"][0]).place.column == "reporter"
    repeated = refused(f"{HEADER},VALUE\n".encode()).place
    assert (repeated.row, repeated.column) == (1, "value")


def test_a_refusal_is_unchanged_after_it_is_written_as_json() -> None:
    error = refused(REFUSED["other currency"][0])
    written = json.loads(json.dumps(as_fault_record(error, "mine.csv")))
    assert from_fault_record(written) == Refused(
        name="mine.csv", fault=error.fault, place=error.place
    )


GOOD = "KAZ,TUR,export,2020,5,USD"
LEFT_OUT: dict[str, tuple[Sequence[str], Reason, int]] = {
    "negative": (["KAZ,TUR,export,2021,-1,USD"], Reason.NEGATIVE, 1),
    "absurd": (["KAZ,TUR,export,2021,99999,billion_USD"], Reason.ABSURD, 1),
    "formula": (["KAZ,TUR,export,2021,=A1+B2,USD"], Reason.UNREADABLE, 1),
    "word": (["KAZ,TUR,export,2021,many,USD"], Reason.UNREADABLE, 1),
    "infinite": (["KAZ,TUR,export,2021,1e999,USD"], Reason.UNREADABLE, 1),
    "nothing": (["KAZ,TUR,export,2021,,USD"], Reason.NO_VALUE, 1),
    "other unit": (["KAZ,TUR,export,2021,5,EUR"], Reason.OTHER_UNIT, 1),
    "year": (["KAZ,TUR,export,20201,5,USD"], Reason.YEAR, 1),
    "flow": (["KAZ,TUR,transit,2021,5,USD"], Reason.OTHER_FLOW, 1),
    "country": (["KAZ,CHN,export,2021,5,USD"], Reason.OTHER_COUNTRIES, 1),
    "itself": (["KAZ,398,export,2021,5,USD"], Reason.OTHER_COUNTRIES, 1),
    "repeated": ([GOOD], Reason.REPEATED, 1),
    "blank": (["", ",,,,,"], Reason.EMPTY_ROW, 2),
}


def test_an_empty_row_is_named_without_a_column() -> None:
    file = template(GOOD, ",,,,,")
    assert from_record(as_record(file)) == file
    (one,) = file.left_out
    assert (one.reason, one.first.column, one.first.text) == (Reason.EMPTY_ROW, "", "")


@pytest.mark.parametrize("name", LEFT_OUT)
def test_a_row_that_cannot_be_used_is_left_out_and_counted(name: str) -> None:
    rows, reason, count = LEFT_OUT[name]
    file = template(GOOD, *rows)
    assert [value.year for value in file.values] == [2020]
    (left_out,) = file.left_out
    assert (left_out.reason, left_out.count, left_out.first.row) == (reason, count, 3)


def test_a_year_with_two_values_is_left_out_whole() -> None:
    file = template(GOOD, "KAZ,TUR,export,2021,1,USD", "KAZ,TUR,export,2021,2,USD")
    assert [value.year for value in file.values] == [2020]
    (left_out,) = file.left_out
    assert (left_out.reason, left_out.count) == (Reason.CONFLICTING, 2)
    assert (left_out.first.row, left_out.first.column, left_out.first.text) == (4, "value", "2")


def test_a_month_that_is_none_is_left_out_and_its_year_is_incomplete() -> None:
    file = read_own_file(turkstat(12).replace("2023;7;", "2023;13;").encode(), "t.csv")
    assert {one.reason for one in file.left_out} == {Reason.OTHER_COUNTRIES, Reason.MONTH}
    assert [one.months for one in file.values if one.year == 2023] == [11, 11]


def test_formulas_of_a_workbook_are_reported() -> None:
    rows = [line.split(",") for line in TEMPLATE.splitlines()]
    assert not read_own_file(workbook(rows), "t.xlsx").layout.formulas
    rows[1][4] = "=1+1"
    file = read_own_file(workbook(rows), "t.xlsx")
    assert file.layout.formulas
    assert file.left_out[0].reason is Reason.NO_VALUE


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("1 234 567,5", "", 1234567.5),
        ("1'234'567.5", "", 1234567.5),
        ("1\u202f234\u00a0567", "", 1234567),
        ("1.234.567,5", "", 1234567.5),
        ("1,234,567", "", 1234567),
        ("1,234", ".", 1234),
        ("1,234", ",", 1.234),
        ("1.5E+09", "", 1.5e9),
        ("−7", "", -7),
        ("'1234", "", 1234),
        (" ’1234.5’ ", "", 1234.5),
    ],
)
def test_numbers_are_read_as_they_are_written(text: str, decimal: str, number: float) -> None:
    assert parse_number(text, Decimal(decimal)) == number


def test_a_number_with_two_readings_is_not_guessed() -> None:
    with pytest.raises(TwoReadingsError):
        parse_number("1,234", Decimal.UNKNOWN)
    assert decimal_sign(["1,234", "1,5"]) is Decimal.COMMA
    assert decimal_sign(["1,234", "2.345.678"]) is Decimal.COMMA
    assert decimal_sign(["1,234"]) is Decimal.UNKNOWN
    semicolons = TEMPLATE.splitlines()[0].replace(",", ";")
    file = template("KAZ;TUR;export;2020;1,234;USD", header=semicolons)
    assert [one.reason for one in file.left_out] == [Reason.TWO_READINGS]


@pytest.mark.parametrize(
    ("label", "factor"),
    [
        ("TradeValue in 1000 USD", 1e3),
        ("Export (US$ Thousand)", 1e3),
        ("Trade Value (in US$ Mil)", 1e6),
        ("Экспорт, млн долларов США", 1e6),
        ("Импорт, мың АҚШ доллары", 1e3),
        ("Trade Value (US$)", 1.0),
        ("Export", None),
        ("Экспорт, тыс. тенге", None),
    ],
)
def test_the_unit_is_that_of_the_label(label: str, factor: float | None) -> None:
    assert unit_of_label(label) == factor


def test_mirrors_compare_what_both_countries_state() -> None:
    rows = [
        comtrade_row(KAZ, "X", TUR, 2022, "100"),
        comtrade_row(TUR, "M", KAZ, 2022, "125"),
        comtrade_row(KAZ, "X", TUR, 2023, "90"),
        comtrade_row(KAZ, "M", TUR, 2022, "40"),
        comtrade_row(TUR, "X", KAZ, 2022, "0"),
        comtrade_row(TUR, "M", KAZ, 2023, "9", month=1),
    ]
    file = read_own_file(comtrade(rows).encode(), "mine.csv")
    both, partly, other = mirrors(file)
    assert (both.seller, both.year, both.difference, both.per_cent) == (KAZAKHSTAN, 2022, 25, 25)
    assert (partly.year, partly.difference) == (2023, None)
    assert (other.seller, other.difference, other.per_cent) == (TURKIYE, 40, None)
    assert {year: one.usd for year, one in measure_values(file, "turnover", "KAZ").items()} == {
        2022: 140
    }
    assert measure_values(file, "exports", "TUR")[2022].usd == 125
    assert measure_values(file, "imports", "TUR")[2022].usd == 0
    assert from_record(as_record(file)) == file


SOUND = [
    comtrade(
        [comtrade_row(KAZ, "X", TUR, 2022, "100"), comtrade_row(TUR, "M", KAZ, 2022, "1.5")]
    ).encode(),
    turkstat(3).encode("cp1254"),
    BUREAU.encode("cp1251"),
    WITS_LONG.encode(),
    WITS_PRODUCTS.encode("utf-16"),
    TEMPLATE.encode("utf-8-sig"),
    workbook([["nothing"]], WITS_WIDE),
]
DAMAGE = st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12))


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(SOUND), st.lists(DAMAGE, max_size=6))
def test_a_damaged_file_is_read_or_refused_by_name(
    content: bytes, damages: list[tuple[float, int, bytes]]
) -> None:
    for share, removed, added in damages:
        place = int(share * len(content))
        content = content[:place] + added + content[place + removed :]
    try:
        file = read_own_file(content, "mine.csv")
    except OwnFileError:
        return
    assert all(value.usd >= 0 for value in file.values)
    assert all(value.reporter in {KAZAKHSTAN, TURKIYE} for value in file.values)
    assert file.used <= file.rows


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_content_is_read_or_refused_by_name(content: bytes) -> None:
    with contextlib.suppress(OwnFileError):
        assert not read_own_file(content, "mine.csv").values
