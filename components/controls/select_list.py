"""A list of which one entry is chosen, as a select box of the browser.

It is a component of the Atlas: Streamlit's select box has English texts in every language.
"""

from collections.abc import Mapping

import streamlit as st

from components.assets import component_parts
from components.controls.chosen import held_choice, noting

_list = st.components.v2.component(
    "atlas_select_list",
    **component_parts("controls/select_list.js", "controls/select_list.css"),
)


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
    chosen = held_choice(key, names)
    _list(
        key=key,
        data={"label": label, "options": list(names.items()), "chosen": chosen},
        on_chosen_change=noting(key, names),
    )
    return chosen
