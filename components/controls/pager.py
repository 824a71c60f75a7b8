"""Control for the page of a long list: one back, numbers, one forward.

It is a component of the Atlas: the names of Streamlit's own are English in every language.
"""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from components.assets import component_parts
from components.controls.chosen import state_key
from data.language.languages import Language

_pager = st.components.v2.component(
    "atlas_pager", **component_parts("controls/pager.js", "controls/pager.css")
)


def _held(key: str, count: int) -> int:
    held = st.session_state.get(state_key(key))
    return held if isinstance(held, int) and 1 <= held <= count else 1


def _note_page(key: str, count: int) -> None:
    """Store the page that the browser has chosen, or the first if there is no such page."""
    held = st.session_state.get(key)
    wanted = held.get("page") if isinstance(held, Mapping) else None
    # A number of a browser may be a truth value or a fraction.
    known = type(wanted) is int and 1 <= wanted <= count
    st.session_state[state_key(key)] = wanted if known else 1


def page_of_list(key: str, count: int, language: Language) -> int:
    """Draw the control for the page of a list, and return the chosen page, the first at the start.

    Nothing is drawn for a single page.

    Parameters
    ----------
    key : str
        Streamlit key of the control; another list needs another key.
    count : int
        Number of pages.
    language : Language
        Language of the names.
    """
    if count <= 1:
        return 1
    _ = language.gettext
    page = _held(key, count)
    numbers = [language.number(number) for number in range(1, count + 1)]
    names = {
        "label": _("Pages of the list"),
        "back": _("Previous page"),
        "forward": _("Next page"),
        "numbers": numbers,
        "pages": [_("Page {number}").format(number=number) for number in numbers],
    }
    _pager(
        key=key,
        data={"page": page, "count": count, "names": names},
        on_page_change=partial(_note_page, key, count),
    )
    return page
