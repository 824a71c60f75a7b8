"""Copies of the containers around a fragment, which Streamlit keeps for a later run of it alone.

Streamlit 1.67 copies each container around a fragment with all containers around that one, and
each of their positions through the general protocol of copies. On the page of energy routes, with
seven fragments in cards within columns, this took a fifth of the time of a change of filters.
"""

from copy import deepcopy
from typing import Any

from streamlit.cursor import Cursor, SparseList
from streamlit.delta_generator import DeltaGenerator

Memo = dict[int, Any]
"""Copies that were made so far, by the identity of what was copied; see `copy.deepcopy`."""


def _copied_container(container: DeltaGenerator, memo: Memo) -> DeltaGenerator:
    """Copy a container with its position, and each container around it once."""
    made = object.__new__(DeltaGenerator)
    made.__dict__.update(vars(container))
    made._provided_cursor = deepcopy(container._cursor, memo)
    made._parent = deepcopy(container._parent, memo)
    return made


def _copied_cursor(cursor: Cursor, memo: Memo) -> Cursor:
    """Copy a position; only its list of transient elements can change in place."""
    made: Cursor = object.__new__(type(cursor))
    made.__dict__.update(vars(cursor))
    held = cursor._transient_elements
    made._transient_elements = deepcopy(held, memo) if len(held) else SparseList()
    return made


def copy_containers_once() -> None:
    """Let the containers around a fragment be copied once for each fragment."""
    DeltaGenerator.__deepcopy__ = _copied_container  # type: ignore[assignment, method-assign]
    Cursor.__deepcopy__ = _copied_cursor  # type: ignore[attr-defined]
