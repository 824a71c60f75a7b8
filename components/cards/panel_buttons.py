"""Buttons below a chart that open its table, sources or downloads.

They are a component of the Atlas: Streamlit renders the labels of its buttons as Markdown, which
took a fifth of the time to load a page with several charts.
"""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from components.assets import component_parts

_buttons = st.components.v2.component(
    "atlas_panels", **component_parts("cards/panels.js", "cards/panels.css")
)


def _open_key(figure_id: str) -> str:
    return f"open_panel_{figure_id}"


def _note_open(key: str, figure_id: str, names: Mapping[str, str]) -> None:
    """Store the panel that the browser wants open; anything else closes all."""
    held = st.session_state.get(key)
    wanted = held.get("open") if isinstance(held, Mapping) else None
    known = isinstance(wanted, str) and wanted in names
    st.session_state[_open_key(figure_id)] = wanted if known else ""


def open_panel(figure_id: str, names: Mapping[str, str], *, label: str) -> str:
    """Draw the buttons of one figure and return the code of the open panel, empty for none.

    Parameters
    ----------
    figure_id : str
        Id of the figure.
    names : mapping of str to str
        Names of the panels by their codes.
    label : str
        Name of the group of buttons, for screen readers.
    """
    key = f"panel_{figure_id}"
    opened = str(st.session_state.get(_open_key(figure_id), ""))
    _buttons(
        key=key,
        data={"label": label, "options": list(names.items()), "open": opened},
        on_open_change=partial(_note_open, key, figure_id, names),
    )
    return opened
