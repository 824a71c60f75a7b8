"""Data of the Atlas's components as JSON, written once and without looking for tables in it.

Streamlit 1.67 looks in each value for a table to send as Arrow, and writes the data a second time,
sorted, to name components that have no key. Components of the Atlas have keys and no tables.
"""

import json
from typing import Any

from streamlit.components.v2.bidi_component import main
from streamlit.components.v2.bidi_component.main import BidiComponentMixin
from streamlit.proto.BidiComponent_pb2 import BidiComponent

from components.kept_json import KeptJson


def _write_json(data: object, message: BidiComponent) -> None:
    """Write data as JSON with letters instead of escapes, which take six bytes each.

    Raises
    ------
    TypeError
        If the data contain a table; Streamlit then refuses the component.
    """
    message.json = (
        data.text
        if isinstance(data, KeptJson)
        else json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    )


def _identity_without_data(
    _mixin: BidiComponentMixin,
    *,
    proto: BidiComponent,  # noqa: ARG001, signature of Streamlit
    data: object = None,  # noqa: ARG001, signature of Streamlit
    **identity: Any,  # noqa: ANN401, signature of Streamlit
) -> dict[str, Any]:
    """Return what names a component besides its key."""
    return identity


def write_component_data_once() -> None:
    """Let components with keys send their data without a search for tables."""
    main.serialize_mixed_data = _write_json  # type: ignore[assignment, attr-defined]
    BidiComponentMixin._build_bidi_identity_kwargs = _identity_without_data  # type: ignore[assignment, method-assign]
