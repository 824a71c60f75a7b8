"""Rows and specifications of charts, written once for all visitors.

Streamlit 1.67 writes the rows of a chart as Arrow in each run, and reads and writes its
specification again to give its parameters lasting names. For the four charts of the landing page,
that took a sixth of the time of a change of filters.
"""

import weakref
from functools import lru_cache
from typing import TYPE_CHECKING

from streamlit import dataframe_util
from streamlit.elements import vega_charts

if TYPE_CHECKING:
    import pyarrow as pa

_write = dataframe_util.convert_arrow_table_to_arrow_bytes
_WRITTEN: dict[int, bytes] = {}
"""Arrow bytes by the identity of a table, as long as the table exists."""


def _written_once(table: "pa.Table") -> bytes:
    """Return a table, which cannot change, as Arrow bytes."""
    name = id(table)
    found = _WRITTEN.get(name)
    if found is None:
        found = _WRITTEN[name] = _write(table)
        weakref.finalize(table, _WRITTEN.pop, name, None)
    return found


def write_charts_once() -> None:
    """Let charts that many visitors see be written once."""
    dataframe_util.convert_arrow_table_to_arrow_bytes = _written_once
    # 3 to 8 KB each, and as much again for the text in the key.
    vega_charts._stabilize_vega_json_spec = lru_cache(maxsize=256)(
        vega_charts._stabilize_vega_json_spec
    )
