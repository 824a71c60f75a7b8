"""How to cite: citations of the Atlas and the dissertation, each with a button that copies it."""

import streamlit as st

from components.about.article import single_section
from components.assets import component_parts
from components.page.shell import View
from data.citation import bibtex, reference

_citations = st.components.v2.component(
    "atlas_citations",
    **component_parts("about/citing.js", "about/citing.css"),
)


def show_citations(view: View) -> None:
    """Draw the citations as text and as BibTeX."""
    _ = view.language.gettext
    st.html(single_section(_("How to cite")))
    _citations(
        key="citations",
        data={
            "copy": _("Copy"),
            "copied": _("Copied"),
            "failed": _("Select the text and copy it."),
            "texts": [(_("Text"), reference(view.language)), ("BibTeX", bibtex())],
        },
    )
