"""How to cite: citations of the Atlas and the dissertation, each with a button that copies it."""

import streamlit as st

from components.about.article import single_section
from components.assets import component_parts
from components.page.shell import View
from data.citation import DISSERTATION, TITLE, bibtex, reference
from data.references import APA, GOST, SOFTWARE, THESIS, Reference, written_reference

ATLAS = Reference(kind=SOFTWARE, title=TITLE)

_citations = st.components.v2.component(
    "atlas_citations",
    **component_parts("about/citing.js", "about/citing.css"),
)


def _in_gost(view: View) -> str:
    """Return the Atlas and the dissertation in GOST, a line each."""
    genre = view.language.gettext("PhD dissertation in Kazakh")
    dissertation = Reference(kind=THESIS, title=DISSERTATION, genre=genre, of_team=False)
    cited = (ATLAS, dissertation)
    return "\n".join(written_reference(one, GOST, view.language.code) for one in cited)


def show_citations(view: View) -> None:
    """Draw the citations as text, in two styles, and as BibTeX."""
    _ = view.language.gettext
    st.html(single_section(_("How to cite")))
    _citations(
        key="citations",
        data={
            "copy": _("Copy"),
            "copied": _("Copied"),
            "failed": _("Select the text and copy it."),
            "texts": [
                (_("Text"), reference(view.language)),
                (_("APA style"), written_reference(ATLAS, APA, view.language.code)),
                (_("GOST R 7.0.5"), _in_gost(view)),
                ("BibTeX", bibtex()),
            ],
        },
    )
