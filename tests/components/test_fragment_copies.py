"""Containers around a fragment are copied once each, and apart from the originals."""

from copy import deepcopy

import pytest
from streamlit.cursor import Cursor, LockedCursor, RunningCursor
from streamlit.delta_generator import DeltaGenerator

from components.server import fragment_copies


@pytest.fixture(autouse=True)
def _patched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DeltaGenerator, "__deepcopy__", fragment_copies._copied_container)
    monkeypatch.setattr(Cursor, "__deepcopy__", fragment_copies._copied_cursor, raising=False)


def nested(depth: int) -> tuple[DeltaGenerator, ...]:
    """Return containers that stand in each other, the outermost first."""
    found: list[DeltaGenerator] = []
    for level in range(depth):
        cursor = RunningCursor(0, parent_path=tuple(range(level)))
        parent = found[-1] if found else None
        found.append(DeltaGenerator(0, cursor=cursor, parent=parent, block_type="vertical"))
    return tuple(found)


def test_a_copy_stands_where_the_original_stands() -> None:
    originals = nested(4)
    originals[-1]._cursor.lock_element()  # type: ignore[union-attr]
    for original, copied in zip(originals, deepcopy(originals), strict=True):
        assert copied is not original
        assert copied._get_delta_path_str() == original._get_delta_path_str()
        assert copied._root_container == original._root_container
        assert copied._block_type == original._block_type
        assert copied._creating_fragment_id == original._creating_fragment_id
        assert copied._form_data == original._form_data


def test_containers_are_copied_once_and_keep_their_order() -> None:
    copies = deepcopy(nested(5))
    assert [copied._parent for copied in copies[1:]] == list(copies[:-1])
    assert copies[0]._parent is None


def test_writing_into_a_copy_moves_no_original() -> None:
    originals = nested(3)
    (*_outer, copied) = deepcopy(originals)
    before = originals[-1]._get_delta_path_str()
    copied._cursor.lock_element()  # type: ignore[union-attr]
    assert originals[-1]._get_delta_path_str() == before
    assert copied._get_delta_path_str() != before


@pytest.mark.parametrize(
    "cursor", [RunningCursor(0, (1, 2)), LockedCursor(0, (1,), 3)], ids=["running", "locked"]
)
def test_a_copied_position_is_apart_from_the_original(cursor: Cursor) -> None:
    cursor.get_transient_cursor()
    cursor.transient_elements[0] = "spinner"  # type: ignore[assignment]
    copied = deepcopy(cursor)
    assert type(copied) is type(cursor)
    assert copied.delta_path == cursor.delta_path
    assert copied.transient_index == cursor.transient_index
    assert list(copied.transient_elements) == ["spinner"]
    del copied.transient_elements[0]
    assert list(cursor.transient_elements) == ["spinner"]
