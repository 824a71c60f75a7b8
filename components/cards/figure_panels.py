"""Panels below a figure: table, sources, contradictions, downloads, citation and link."""

from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from components.cards.card_actions import Copied
from components.cards.contradiction_card import conflict_card
from components.cards.data_table import data_table
from components.cards.markup import (
    quiet_lines,
    source_entry,
)
from components.export.address import (
    PICTURES,
    REPRODUCTION,
    TABLES,
    download_link,
    file_address,
    link_row,
)
from components.export.served import is_served
from components.page.visit import current_filters
from components.process.figures import Drawable, stored_space
from components.templates import joined
from components.text.places import origin_title
from components.text.shown_table import shown_table
from components.text.source_line import (
    ADDRESS,
    bibtex_text,
    citation_text,
    origin_lines,
    styled_citations,
)
from data.choice.panels import CITE, CONTRADICTIONS, DOWNLOAD, LINK, SOURCES, TABLE
from data.choice.parameters import Filters
from data.choice.reading import to_query
from data.evidence.names import label_of
from data.language.languages import Language
from data.load.dataset import Dataset


def _show_table(drawable: Drawable, *, dataset: Dataset, words: Language) -> None:
    figure = drawable.figure
    shown = shown_table(figure.table, dataset=dataset, language=words)
    st.html(data_table(shown, label=figure.subtitle))


def _show_sources(drawable: Drawable, *, dataset: Dataset, words: Language) -> None:
    figure = drawable.figure
    _ = words.gettext
    entries = []
    for origin in figure.origins:
        lines = origin_lines(figure, origin, words)
        name = label_of(dataset, "origins", origin, words)
        title = origin_title(origin, dataset=dataset, language=words)
        entries.append(source_entry(name, title, lines))
    remark = _(
        "Paragraphs are numbered in the order of the dissertation’s text; "
        "labels and notes are in the Atlas’s own words."
    )
    st.html(joined([*entries, quiet_lines([remark])]))


def _show_contradictions(drawable: Drawable, *, dataset: Dataset, words: Language) -> None:
    cards = [conflict_card(found, dataset=dataset, language=words) for found in drawable.conflicts]
    if cards:
        st.html(joined(cards))


def _offer_downloads(drawable: Drawable, *, dataset: Dataset, words: Language) -> None:  # noqa: ARG001
    _ = words.gettext
    if not is_served():
        st.html(quiet_lines([_("Start the Atlas with serve.py to download files.")]))
        return
    name = drawable.figure.id
    filters, space = current_filters(), stored_space()
    links = [
        download_link(
            ending.upper(),
            file_address(f"{name}.{ending}", filters, space),
            file_name=f"atlas_{name}_{words.code}.{ending}",
        )
        for ending in (*TABLES, *PICTURES, REPRODUCTION)
    ]
    remark = _(
        "XLSX is for spreadsheets; CSV has coded values with source and "
        "paragraph, separated by commas. The images name the filters and the "
        "source."
    )
    again = (
        _(
            "ZIP is for redrawing the figure: rows, Vega-Lite specification, Altair script, "
            "sources and licences."
        )
        if drawable.figure.form
        else _("ZIP has the figure as a picture and as data, with sources and licences.")
    )
    st.html(link_row(links) + quiet_lines([remark, again]))


DRAWN = {
    TABLE: _show_table,
    SOURCES: _show_sources,
    CONTRADICTIONS: _show_contradictions,
    DOWNLOAD: _offer_downloads,
}
"""Panels that are drawn below the actions."""


def copied_texts(
    panel: str, drawable: Drawable, filters: Filters, *, dataset: Dataset, words: Language
) -> Copied | None:
    """Return the texts of the panels that cite and link a figure; None for other panels."""
    _ = words.gettext
    figure = drawable.figure
    if panel not in {CITE, LINK}:
        return None
    fields = [(_("Address of this figure"), ADDRESS)]
    if panel == CITE:
        fields = [
            (_("Citation"), citation_text(figure, dataset=dataset, language=words)),
            *styled_citations(figure, words),
            ("BibTeX", bibtex_text(figure, dataset=dataset, language=words)),
        ]
    named = replace(filters, figure=figure.id, panel="")
    query = urlencode(to_query(named, stored_space()), safe=",")
    return Copied(panel=panel, query=query, fields=fields)
