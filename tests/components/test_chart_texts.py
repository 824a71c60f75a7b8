"""Rows of charts are written once, and are gone with their table."""

import gc

import pyarrow as pa
import pytest
from streamlit import dataframe_util

from components.server import chart_texts


def table() -> pa.Table:
    return pa.Table.from_pylist([{"year": 2018, "value": 1.5}, {"year": 2019, "value": None}])


def test_rows_are_written_once_as_streamlit_would(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = table()
    first = chart_texts._written_once(rows)
    assert first == dataframe_util.convert_arrow_table_to_arrow_bytes(table())
    monkeypatch.setattr(chart_texts, "_write", None)
    assert chart_texts._written_once(rows) is first


def test_bytes_are_kept_no_longer_than_their_table() -> None:
    rows = table()
    chart_texts._written_once(rows)
    name = id(rows)
    assert name in chart_texts._WRITTEN
    del rows
    gc.collect()
    assert name not in chart_texts._WRITTEN
