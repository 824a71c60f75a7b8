"""Conversion of tables to dictionaries, column by column for speed."""

from collections.abc import Iterator
from typing import Any

import pandas as pd


def records(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield every row as a dictionary of plain Python values by column."""
    names = [str(name) for name in table.columns]
    columns = [_values(table[name]) for name in table.columns]
    for cells in zip(*columns, strict=True):
        yield dict(zip(names, cells, strict=True))


def _values(column: pd.Series) -> list[Any]:
    values = column.to_numpy(dtype=object) if column.dtype == "str" else column
    return list(values.tolist())
