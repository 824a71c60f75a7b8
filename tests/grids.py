"""What a table in the page sorts by, and what its cells show."""

from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler


def numbers_of(table: Styler | pd.DataFrame) -> pd.DataFrame:
    """Return what a table sorts by."""
    assert isinstance(table, Styler)
    styled: Any = table
    data: pd.DataFrame = styled.data
    return data


def texts_of(table: Styler | pd.DataFrame) -> list[list[str]]:
    """Return what the cells of a table show, as Streamlit reads it."""
    assert isinstance(table, Styler)
    styled: Any = table
    styled._compute()
    body = styled._translate(sparse_index=False, sparse_cols=False)["body"]
    return [[str(cell["display_value"]) for cell in row if cell["type"] == "td"] for row in body]
