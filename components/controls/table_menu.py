"""Texts of the column menu of Streamlit's tables, which it has in English only."""

from functools import lru_cache

import streamlit as st

from components.assets import component_parts
from data.language.languages import Language, language

_menu = st.components.v2.component("atlas_table_menu", **component_parts("controls/table_menu.js"))


@lru_cache(maxsize=16)
def _names(code: str) -> dict[str, object]:
    """Return the name of the menu, and its entries by their English texts."""
    _ = language(code).gettext
    return {
        "label": _("Menu of the column"),
        "entries": {
            "Sort ascending": _("Sort ascending"),
            "Sort descending": _("Sort descending"),
            "Autosize": _("Fit the width"),
            "Pin column": _("Pin the column"),
            "Unpin column": _("Release the column"),
        },
    }


def translate_table_menu(words: Language) -> None:
    """Draw the component that translates the column menu of the tables on the page."""
    _menu(key="atlas_table_menu", data=_names(words.code))
