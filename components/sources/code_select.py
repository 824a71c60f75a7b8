"""Select box of the codes of a lookup table."""

import streamlit as st

from components.page.shell import View
from data.evidence.names import label_of
from data.language.alphabets import alphabetical


def choose_code(label: str, codes: list[str], table: str, view: View, key: str) -> str:
    """Draw a select box of the codes of a lookup table; return an empty code for all."""
    names = {code: label_of(view.dataset, table, code, view.language) for code in codes}
    order = alphabetical(view.language)
    return st.selectbox(
        label,
        ["", *sorted(codes, key=lambda code: order(names[code]))],
        format_func=lambda code: names[code] if code else view.language.gettext("All"),
        key=f"{key}_{view.language.code}",
    )
