"""A row of buttons, of which exactly one is chosen.

It is a component of the Atlas: Streamlit renders the labels of its buttons as Markdown, which took
a sixth of the time to load a page with several charts.
"""

from collections.abc import Mapping

import streamlit as st

from components.assets import component_parts
from components.controls.chosen import held_choice, noting

_row = st.components.v2.component(
    "atlas_button_row",
    **component_parts("controls/button_row.js", "controls/button_row.css"),
)


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
    chosen = held_choice(key, names)
    _row(
        key=key,
        data={"label": label, "options": list(names.items()), "chosen": chosen},
        on_chosen_change=noting(key, names),
    )
    return chosen
