"""Sort keys and texts of tables on a page."""

from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler


def numbers_of(table: Styler | pd.DataFrame) -> pd.DataFrame:
    """Return the numbers by which a table sorts."""
    assert isinstance(table, Styler)
    styled: Any = table
    data: pd.DataFrame = styled.data
    return data


def texts_of(table: Styler | pd.DataFrame) -> list[list[str]]:
    """Return the texts of the cells of a table, as Streamlit reads them."""
    assert isinstance(table, Styler)
    styled: Any = table
    styled._compute()
    body = styled._translate(sparse_index=False, sparse_cols=False)["body"]
    return [[str(cell["display_value"]) for cell in row if cell["type"] == "td"] for row in body]
