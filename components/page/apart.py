"""The part of a page that is drawn apart: only when its picture changes, not with every choice.

It is a fragment beside that of the other content, since a fragment draws everything within it. What
its picture depends on is compared with what it was drawn with.
"""

from collections.abc import Callable, Hashable
from contextlib import suppress

import streamlit as st
from streamlit.errors import StreamlitAPIException
from streamlit.runtime.scriptrunner import get_script_run_ctx

CONTENT, APART = "content", "apart"
"""Keys of the two fragments."""

_LOOK = "atlas_apart_look"
_SEEN = "atlas_apart_seen"
_CONTENT = "atlas_content_seen"


def watch_apart(look: Callable[[], Hashable] | None) -> None:
    """Note what returns that on which the picture depends; None for a page without such a part."""
    st.session_state[_LOOK] = look


def note_drawn(seen: Hashable) -> None:
    """Note what the part is drawn with."""
    st.session_state[_SEEN] = seen


def is_outdated() -> bool:
    """Return whether the picture of the part has changed since it was drawn."""
    look = st.session_state.get(_LOOK)
    return look is not None and look() != st.session_state.get(_SEEN)


def note_content(seen: Hashable) -> None:
    """Note what the other content is drawn with."""
    st.session_state[_CONTENT] = seen


def is_content_outdated(seen: Hashable) -> bool:
    """Return whether the other content was drawn with something else."""
    return bool(st.session_state.get(_CONTENT) != seen)


def _queued() -> int:
    """Return how many fragments this run draws; 0 in a run of the whole page."""
    context = get_script_run_ctx()
    return len((context and context.fragment_ids_this_run) or ())


def runs_alone() -> bool:
    """Return whether this run draws one of the two fragments without the other."""
    return _queued() == 1


def redraw_outdated() -> None:
    """Let the run that follows a callback draw the part too, if its picture has changed.

    A run of the whole page draws it anyway. So does, before its first drawing, the other content.
    """
    if _queued() and is_outdated():
        with suppress(StreamlitAPIException):
            st.rerun([CONTENT, APART])
