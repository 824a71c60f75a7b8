"""Exported tables: CSV, XLSX and the results of a search."""

import csv
import io
import re
import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from openpyxl import load_workbook

from components.export.catalogue_files import (
    Search,
    catalogue_csv,
    catalogue_page,
    catalogue_xlsx,
    found_entries,
)
from components.export.figure_files import figure_csv, figure_xlsx
from components.export.files import Column, csv_file, guarded, plain_number, xlsx_file
from components.figures.registry import FIGURES
from components.text.amounts import percent_signs
from data.language.languages import LANGUAGE_CODES, language
from tests.components.exports import DATASET, SPACE, built


def test_csv_opens_with_the_values_in_codes() -> None:
    rows = pd.read_csv(io.BytesIO(figure_csv(built("trade_balance", SPACE.start("kk")))))
    assert list(rows["value"]) == [380, 470, 350, 600, 850, 1000]
    assert set(rows["method"]) == {"computed"}
    assert rows["paragraph"].iloc[0] == "1005;1006"


@pytest.mark.parametrize("name", FIGURES)
def test_csv_writes_whole_numbers_as_whole_numbers_and_quotes_lists(name: str) -> None:
    figure = built(name, SPACE.start("tr"))
    text = figure_csv(figure).decode("utf-8-sig")
    bare = re.sub(r'"(?:[^"]|"")*"', "", text)
    assert not re.search(r"\.0(,|\r)", bare)
    assert "nan" not in bare.casefold()
    assert ";" not in bare, "a list outside quotation marks"
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(figure.table)
    for row, value in zip(rows, figure.table.get("value", []), strict=False):
        assert (float(row["value"]) if row["value"] else None) == plain_number(value)


def test_whole_numbers_are_written_without_a_fraction() -> None:
    assert plain_number(2750.0) == 2750
    assert isinstance(plain_number(2750.0), int)
    assert plain_number(3.55) == 3.55
    assert plain_number(float("nan")) is None
    assert plain_number(None) is None
    assert csv_file(["a"], [[plain_number(1e15)]]).endswith(b"1000000000000000\r\n")


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", FIGURES)
def test_a_workbook_holds_numbers_as_numbers_and_says_where_they_come_from(
    name: str, code: str
) -> None:
    words = language(code)
    figure = built(name, SPACE.start(code))
    book = load_workbook(
        io.BytesIO(figure_xlsx(figure, dataset=DATASET, language=words, chosen="2018–2023"))
    )
    data, about = book.worksheets
    assert data.freeze_panes == "A2"
    head = [cell.value for cell in data[1]]
    assert len(set(head)) == len(head)
    assert data.max_row == len(figure.table) + 1
    for column, heading in (("value", "Value"), ("low", "Low"), ("high", "High")):
        if column not in figure.table.columns:
            continue
        place = head.index(words.gettext(heading))
        for row, value in zip(
            data.iter_rows(min_row=2, values_only=True), figure.table[column], strict=True
        ):
            number = plain_number(value)
            # A workbook stores 16 digits, a computed number has 17.
            assert row[place] == (None if number is None else pytest.approx(number, rel=1e-14))
            assert not isinstance(row[place], str)
    if "unit" in figure.table.columns:
        shares = [
            row[head.index(words.gettext("Value"))].number_format
            for row in data.iter_rows(min_row=2)
            if row[head.index("unit")].value == "percent"
            and row[head.index(words.gettext("Value"))].value is not None
        ]
        before, after = (f'"{sign}"' if sign else "" for sign in percent_signs(words))
        assert all(shown.startswith(before) and shown.endswith(after) for shown in shares)
    paragraph = head.index(words.gettext("Paragraph"))
    assert all(isinstance(row[paragraph].value, str) for row in data.iter_rows(min_row=2))
    said = " ".join(str(cell) for row in about.iter_rows(values_only=True) for cell in row if cell)
    for wanted in (figure.headline, figure.subtitle, *figure.notes, "2018–2023", "CC BY 4.0"):
        assert wanted in said


def test_a_workbook_holds_no_formula() -> None:
    hostile = ("=1+1", "+1", "-1", "@SUM(A1)", "http://example.org", "{=1}")
    packed = xlsx_file(
        sheet="Data",
        columns=[Column("=A1", hostile)],
        about_sheet="About",
        about=[("=2+2", ["=3+3"])],
        percent_signs=("", "%"),
    )
    for sheet in load_workbook(io.BytesIO(packed)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n"}
                assert cell.hyperlink is None
    data = load_workbook(io.BytesIO(packed)).worksheets[0]
    assert [data.cell(line, 1).value for line in range(2, 8)] == list(hostile)


HOSTILE = ("=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "'=1")


def test_a_text_of_a_csv_file_is_no_formula_and_can_be_restored() -> None:
    packed = csv_file(["=A1", "plain"], [[text, -5] for text in HOSTILE])
    rows = list(csv.reader(io.StringIO(packed.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["'=A1", "plain"]
    for (text, number), original in zip(rows[1:], HOSTILE, strict=True):
        assert text == f"'{original}"
        assert number == "-5"
    assert csv_file(["a"], [["a=1"]]).endswith(b'"a=1"\r\n')


def test_no_cell_of_the_data_package_is_a_formula() -> None:
    """Tables of the package are packed as they are."""
    for name, table in DATASET.tables.items():
        for column in table.columns:
            for cell in table[column]:
                if isinstance(cell, str):
                    assert guarded(cell) == cell, (name, column)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_search_results_are_exported_in_every_format(code: str) -> None:
    words = language(code)
    found = found_entries(SPACE.start(code), Search(text="2022"), dataset=DATASET, language=words)
    count = len(found.entries)
    assert (
        0
        < count
        < len(found_entries(SPACE.start(code), Search(), dataset=DATASET, language=words).entries)
    )
    assert len(pd.read_csv(io.BytesIO(catalogue_csv(found)))) == count
    book = load_workbook(io.BytesIO(catalogue_xlsx(found)))
    assert book.worksheets[0].max_row == count + 1
    page = ET.fromstring(
        catalogue_page(found)
        .decode()
        .partition("</head>")[2]
        .removesuffix("</html>")
        .replace("class=number", 'class="number"')
        .replace("<col style", "<i style")
        .replace('%">', '%"/>')
    )
    assert len(page.findall(".//tbody/tr")) == count
    assert words.number(count) in "".join(page.find(".//p").itertext())  # type: ignore[union-attr]


def test_a_printed_list_escapes_the_search_text() -> None:
    found = found_entries(
        SPACE.start("en"), Search(text="<script>"), dataset=DATASET, language=language("en")
    )
    assert b"<script" not in catalogue_page(found)
