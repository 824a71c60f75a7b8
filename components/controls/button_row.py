"""A row of buttons, of which exactly one is chosen.

It is a component of the Atlas: Streamlit renders the labels of its buttons as Markdown, which took
a sixth of the time to load a page with several charts.
"""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from components.assets import component_parts

_row = st.components.v2.component(
    "atlas_button_row",
    **component_parts("controls/button_row.js", "controls/button_row.css"),
)


def state_key(key: str) -> str:
    """Return the key of the session state that holds the code of the chosen button."""
    return f"chosen_{key}"


def _note_choice(key: str, names: Mapping[str, str]) -> None:
    """Store the button that the browser has chosen, or the first if there is no such button."""
    held = st.session_state.get(key)
    wanted = held.get("chosen") if isinstance(held, Mapping) else None
    known = isinstance(wanted, str) and wanted in names
    st.session_state[state_key(key)] = wanted if known else next(iter(names))


def chosen_of(key: str, names: Mapping[str, str], *, label: str) -> str:
    """Draw buttons of which exactly one is chosen, the first at the start, and return its code.

    Parameters
    ----------
    key : str
        Streamlit key of the row.
    names : mapping of str to str
        Names of the buttons by their codes.
    label : str
        Name of the row, for screen readers.
    """
    held = st.session_state.get(state_key(key))
    chosen = held if isinstance(held, str) and held in names else next(iter(names))
    _row(
        key=key,
        data={"label": label, "options": list(names.items()), "chosen": chosen},
        on_chosen_change=partial(_note_choice, key, names),
    )
    return chosen
