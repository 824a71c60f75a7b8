"""A list of which one entry is chosen, as a select box of the browser.

It is a component of the Atlas: Streamlit's select box has English texts in every language.
"""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from components.assets import component_parts
from components.controls.button_row import state_key

_list = st.components.v2.component(
    "atlas_select_list",
    **component_parts("controls/select_list.js", "controls/select_list.css"),
)


def _note_choice(key: str, names: Mapping[str, str]) -> None:
    """Store the entry that the browser has chosen, or the first if there is no such entry."""
    held = st.session_state.get(key)
    wanted = held.get("chosen") if isinstance(held, Mapping) else None
    known = isinstance(wanted, str) and wanted in names
    st.session_state[state_key(key)] = wanted if known else next(iter(names))


def chosen_entry(key: str, names: Mapping[str, str], *, label: str) -> str:
    """Draw a list of which one entry is chosen, the first at the start, and return its code.

    Parameters
    ----------
    key : str
        Streamlit key of the list.
    names : mapping of str to str
        Names of the entries by their codes.
    label : str
        Name of the list.
    """
    held = st.session_state.get(state_key(key))
    chosen = held if isinstance(held, str) and held in names else next(iter(names))
    _list(
        key=key,
        data={"label": label, "options": list(names.items()), "chosen": chosen},
        on_chosen_change=partial(_note_choice, key, names),
    )
    return chosen
