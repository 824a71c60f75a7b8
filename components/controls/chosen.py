"""The chosen entry of a control whose component reports it, in the state of the session."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st


def state_key(key: str) -> str:
    """Return the key of the session state that holds the code of the chosen entry."""
    return f"chosen_{key}"


def held_choice(key: str, names: Mapping[str, str]) -> str:
    """Return the code of the chosen entry, the first at the start."""
    held = st.session_state.get(state_key(key))
    return held if isinstance(held, str) and held in names else next(iter(names))


def _note_choice(key: str, names: Mapping[str, str]) -> None:
    held = st.session_state.get(key)
    wanted = held.get("chosen") if isinstance(held, Mapping) else None
    known = isinstance(wanted, str) and wanted in names
    st.session_state[state_key(key)] = wanted if known else next(iter(names))


def noting(key: str, names: Mapping[str, str]) -> Callable[[], None]:
    """Return what stores the entry that the browser has chosen, or the first for an unknown one.

    Parameters
    ----------
    key : str
        Streamlit key of the component, whose state has the code as `chosen`.
    names : mapping of str to str
        Names of the entries by their codes.
    """
    return partial(_note_choice, key, names)
