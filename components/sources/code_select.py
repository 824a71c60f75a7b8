"""Select box of the codes of a lookup table."""

import streamlit as st

from components.page.shell import View
from data.evidence.names import label_of


def choose_code(label: str, codes: list[str], table: str, view: View, key: str) -> str:
    """Draw a select box of the codes of a lookup table; return an empty code for all."""
    everything = view.language.gettext("All")
    return st.selectbox(
        label,
        ["", *codes],
        format_func=lambda code: (
            label_of(view.dataset, table, code, view.language) if code else everything
        ),
        key=f"{key}_{view.language.code}",
    )
