"""Worksheets of native charts, whose texts are never formulas or links."""

from typing import Any

from pptx.chart import xlsx
from xlsxwriter import Workbook

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False}


def _workbook(file: Any, options: dict[str, Any]) -> Workbook:  # noqa: ANN401, signature of XlsxWriter
    return Workbook(file, {**options, **_OPTIONS})


def keep_texts() -> None:
    """Let python-pptx write a name such as `=1+1` as a text; it has no option for it."""
    xlsx.Workbook = _workbook
