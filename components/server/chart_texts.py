"""Rows and specifications of charts, written once for all visitors.

Streamlit 1.67 writes the rows of a chart as Arrow in each run, and reads and writes its
specification again to give its parameters lasting names. For the four charts of the landing page,
that took a sixth of the time of a change of filters.
"""

import json
import weakref
from functools import lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from streamlit import dataframe_util
from streamlit.elements import vega_charts

from components.kept_json import KeptJson
from data.lasting import kept_over_reloads

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


_prepare = vega_charts._prepare_vega_lite_spec


@kept_over_reloads
@lru_cache(maxsize=256)
def _prepared_once(spec: KeptJson, *, fills_width: bool) -> KeptJson:
    return KeptJson(_prepare(spec, fills_width))


def _prepared(spec: dict[str, Any], use_container_width: bool) -> dict[str, Any]:  # noqa: FBT001, signature of Streamlit
    """Return a specification with the settings that Streamlit adds."""
    if isinstance(spec, KeptJson):
        return _prepared_once(spec, fills_width=use_container_width)
    return _prepare(spec, use_container_width)


def _text(spec: object, **options: Any) -> str:  # noqa: ANN401, of `json.dumps`
    """Return a specification as JSON."""
    return spec.text if isinstance(spec, KeptJson) else json.dumps(spec, **options)


def write_charts_once() -> None:
    """Let charts that many visitors see be written once."""
    dataframe_util.convert_arrow_table_to_arrow_bytes = _written_once
    vega_charts._prepare_vega_lite_spec = _prepared
    vega_charts.json = SimpleNamespace(**{**vars(json), "dumps": _text})  # type: ignore[assignment, attr-defined]
    # 3 to 8 KB each, and as much again for the text in the key.
    vega_charts._stabilize_vega_json_spec = lru_cache(maxsize=256)(
        vega_charts._stabilize_vega_json_spec
    )
