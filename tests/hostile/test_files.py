"""Hostile files: entities in workbooks, formulas and markup in every file that the Atlas writes."""

import inspect
import io
import re
import time
import zipfile
from itertools import pairwise
from types import ModuleType

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from components.decks import pptx_chart, pptx_points
from components.decks.pptx_workbook import keep_texts
from components.export.files import FORMULA_SIGNS, Column, csv_file, xlsx_file
from data.own_file.faults import OwnFileError
from data.own_file.reading import read_own_file
from tests.data.own_files import TEMPLATE, workbook

LETTERS = "abcdefghi"
BOMB = '<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(LETTERS)
)
"""Entities of which the last is a gigabyte of text."""

OUTSIDE = '<!ENTITY i SYSTEM "file:///etc/hostname">'
SHEET = "xl/worksheets/sheet1.xml"


def with_entities(content: bytes, entities: str) -> bytes:
    """Return a workbook whose first sheet has entities, in place of one of its texts."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            text = old.read(part).decode()
            if part == SHEET:
                text = text.replace(">KAZ<", ">&i;<")
                assert "&i;" in text
                text = f"<!DOCTYPE x [{entities}]>{text.partition('?>')[2] or text}"
            new.writestr(part, text)
    return written.getvalue()


@pytest.mark.parametrize("entities", [BOMB, OUTSIDE], ids=["bomb", "outside"])
def test_entities_of_a_workbook_are_not_replaced(entities: str) -> None:
    rows = [line.split(",") for line in TEMPLATE.splitlines()]
    content = with_entities(workbook(rows), entities)
    start = time.perf_counter()
    with pytest.raises(OwnFileError):
        read_own_file(content, "mine.xlsx")
    assert time.perf_counter() - start < 5


FORMULAS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "+1",
    "-1+1",
    "\t=1",
    "\r=1",
    " =1",
    "＝1",
    '=HYPERLINK("https://evil.example")',
    "https://evil.example",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_workbook_has_a_formula_or_a_link(text: str) -> None:
    content = xlsx_file(
        sheet="Data",
        columns=[Column(text, (text,))],
        about_sheet="About",
        about=[(text, [text])],
        percent_signs=("", "%"),
    )
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert len(cells) >= 4
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(["", " ", "  "]), st.sampled_from([*FORMULA_SIGNS, "'"]), st.text())
def test_no_cell_of_a_csv_file_begins_as_a_formula(before: str, sign: str, text: str) -> None:
    written = csv_file([before + sign + text], [[before + sign + text]]).decode("utf-8-sig")
    assert written.startswith("\"'")
    assert re.search(r"\r\n\"'", written)


def embedded_sheets(content: bytes) -> list[str]:
    """Return the XML of the sheets behind the charts of a presentation."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        books = [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]
    found = []
    for book in books:
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            found += [
                archive.read(name).decode()
                for name in archive.namelist()
                if name.startswith("xl/worksheets/sheet")
            ]
    return found


def presentation(text: str) -> bytes:
    """Return a presentation with a chart whose categories and series have one name."""
    shown = Presentation()
    slide = shown.slides.add_slide(shown.slide_layouts[6])
    data = CategoryChartData()
    data.categories = [text]
    data.add_series(text, [1])
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, Cm(9), Cm(9), data)
    content = io.BytesIO()
    shown.save(content)
    return content.getvalue()


def test_no_worksheet_of_a_chart_has_a_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pptx.chart.xlsx.Workbook", xlsxwriter.Workbook)
    (sheet,) = embedded_sheets(presentation("=1+1"))
    assert "<f>" in sheet  # python-pptx by itself
    keep_texts()
    (sheet,) = embedded_sheets(presentation("=1+1"))
    assert "<f>" not in sheet


@pytest.mark.parametrize("module", [pptx_chart, pptx_points])
def test_every_chart_of_a_deck_keeps_texts(module: ModuleType) -> None:
    source = inspect.getsource(module)
    assert source.count("ChartData(") == source.count("keep_texts()") == 1
