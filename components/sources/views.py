"""Views of the sources page: catalogue, audit, source map, data package."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st
from markupsafe import Markup

from components.cards.figure_card import show_figure, show_refusal
from components.cards.markup import quiet_lines
from components.controls.choices import Listed, SearchField, show_choices
from components.export.address import CATALOGUE as CATALOGUE_FILE
from components.export.address import PACKAGE as PACKAGE_FILE
from components.export.address import (
    PACKAGE_NAME,
    TABLES,
    download_link,
    file_address,
    link_row,
    page_link,
)
from components.export.served import is_served
from components.figures.audit import chosen_entries
from components.page.print_places import print_place
from components.page.screen_probe import reader_screen
from components.page.shell import View, showing
from components.page.visit import choose, newly_arrived
from components.process.figures import stored_space
from components.sources.audit_view import show_audit
from components.sources.catalogue_list import choose_order, in_order, show_list
from components.sources.code_select import choose_code
from components.sources.value_cards import show_cards
from data.choice.catalogue_parameters import KIND, SEARCH, TAB
from data.choice.link_text import LONGEST_SEARCH
from data.choice.sources import (
    AUDIT,
    CATALOGUE,
    MAP,
    OF_DISSERTATION,
    OF_RECORD,
    PACKAGE,
)
from data.choice.subjects import Subject
from data.evidence.catalogue import values_by_id
from data.language.languages import Language
from data.load.dataset import Dataset, TableFile
from data.problems import TableRefusedError
from data.search.catalogue_search import matching, names_public_value

NEEDED = ("origins", "sectors", "subjects")
"""Tables that all views require."""


def _catalogue_files(search: Mapping[str, str], view: View) -> Markup:
    """Return download links of the search results, and their print placeholder."""
    if not is_served():
        return Markup()
    _ = view.language.gettext
    space = stored_space()

    def address(ending: str) -> str:
        return file_address(f"{CATALOGUE_FILE}.{ending}", view.filters, space, search)

    links = [
        download_link(
            ending.upper(),
            address(ending),
            file_name=f"atlas_{CATALOGUE_FILE}_{view.language.code}.{ending}",
        )
        for ending in TABLES
    ]
    printable = page_link(_("Printable list"), address("html"))
    place = print_place(f"{CATALOGUE_FILE}.html", view.filters, space, search)
    return link_row([*links, printable]) + place


def _kind_text(kind: str, text: str, view: View) -> str:
    """Return what kind of values is listed, or how many public ones a search would find."""
    _ = view.language.gettext
    if kind == OF_RECORD:
        return _("Public data, not part of the dissertation and not counted with its values")
    others = chosen_entries(view.dataset, view.filters, OF_RECORD)
    count = len(matching(others, dataset=view.dataset, text=text)) if text.strip() else 0
    saying = view.language.ngettext(
        "This search also matches {count} value of public data.",
        "This search also matches {count} values of public data.",
        count,
    )
    return saying.format(count=view.language.number(count)) if count else ""


@st.fragment
def show_catalogue(view: View) -> None:
    """Draw the search and the values that it finds; the name of a value opens its details."""
    _ = view.language.gettext
    text = view.filters.search
    kind = OF_RECORD if names_public_value(text) else view.filters.kind
    left, middle, right, last = st.columns([2, 1, 1, 1])
    with left:
        field = SearchField(
            parameter=SEARCH.name,
            label=_("Search"),
            value=text,
            placeholder=_("a word, a year, 6.3 billion, paragraph 1332, a reference"),
            longest=LONGEST_SEARCH,
        )
        kinds = Listed(
            kind="segments",
            parameter=KIND.name,
            label=_("Values"),
            value=kind,
            options=(
                (OF_DISSERTATION, _("Dissertation")),
                (OF_RECORD, _("Public data")),
            ),
        )
        show_choices([field, kinds], key="catalogue_search")
    every = chosen_entries(view.dataset, view.filters, kind)
    subjects = [
        str(code)
        for code in view.dataset.table("subjects")["subject"]
        if any(entry.subject == code for entry in every)
    ]
    origins = [
        str(code)
        for code in view.dataset.table("origins")["origin"]
        if any(entry.origin == code for entry in every)
    ]
    with middle:
        subject = choose_code(_("Subject"), subjects, "subjects", view, f"catalogue_subject{kind}")
    with right:
        origin = choose_code(_("Source"), origins, "origins", view, f"catalogue_origin{kind}")
    with last:
        order = choose_order(view)
    found = matching(every, dataset=view.dataset, text=text, subject=subject, origin=origin)
    count = view.language.ngettext("{count} value", "{count} values", len(found))
    search = {SEARCH.name: text, "subject": subject, "origin": origin}
    counted = quiet_lines(
        filter(
            None,
            (
                count.format(count=view.language.number(len(found))),
                _kind_text(kind, text, view),
            ),
        )
    )
    st.html(counted + _catalogue_files(search, view))
    if not found:
        st.info(_("Nothing found. Try another word, or set subject and source to all."))
        return
    found = in_order(found, order, view)
    if reader_screen().narrow:
        show_cards(found, view)
    else:
        show_list(found, view)


def _file_state(file: TableFile, words: Language) -> str:
    """Return whether a file matches the seal, as text."""
    _ = words.gettext
    if file.as_sealed:
        return _("checked and sealed")
    if file.sealed_lines is None:
        return _("not sealed yet")
    if file.lines != file.sealed_lines:
        return _("changed since the last check: {lines} lines instead of {before}").format(
            lines=words.number(file.lines), before=words.number(file.sealed_lines)
        )
    return _("changed since the last check")


def _files_table(dataset: Dataset, words: Language) -> pd.DataFrame:
    _ = words.gettext
    return pd.DataFrame(
        {
            _("File"): [file.path for file in dataset.files],
            _("Rows"): [
                _("not loaded") if file.rows is None else words.number(file.rows)
                for file in dataset.files
            ],
            _("State"): [_file_state(file, words) for file in dataset.files],
        }
    )


def _seal_summary(dataset: Dataset, words: Language) -> str:
    """Return whether all files match the seal, as text."""
    changed = sum(not file.as_sealed for file in dataset.files)
    if not changed:
        return words.gettext("All tables are unchanged since they were last checked and sealed.")
    saying = words.ngettext(
        "{count} table has changed since it was last checked and sealed.",
        "{count} tables have changed since they were last checked and sealed.",
        changed,
    )
    return saying.format(count=words.number(changed))


def _show_files(view: View) -> None:
    """Draw the files of the data package, with row counts and whether they match the seal."""
    dataset, words = view.dataset, view.language
    if not dataset.files:
        return
    st.html(quiet_lines([_seal_summary(dataset, words)]))
    st.table(
        _files_table(dataset, words),
        hide_index=True,
        border="horizontal",
        alt=words.gettext("Tables of the data package with their rows"),
    )


def show_package(view: View) -> None:
    """Draw the download of the data package and the list of its files."""
    _ = view.language.gettext
    st.html(
        quiet_lines(
            [
                _(
                    "One ZIP file contains every table as CSV, the routes, places and "
                    "countries of the map as GeoJSON, their description as a "
                    "Frictionless data package, their licences and how to cite them."
                ),
                _("{count} values in the catalogue, {tables} tables.").format(
                    count=view.language.number(len(values_by_id(view.dataset))),
                    tables=view.language.number(len(view.dataset.tables)),
                ),
            ]
        )
    )
    label = _("Download the data package")
    if is_served():
        address = file_address(PACKAGE_FILE, view.filters, stored_space())
        st.html(link_row([download_link(label, address, file_name=PACKAGE_NAME)]))
    else:
        st.html(quiet_lines([_("Start the Atlas with serve.py to download files.")]))
    _show_files(view)


VIEWS = {
    CATALOGUE: show_catalogue,
    AUDIT: show_audit,
    MAP: lambda view: show_figure("source_map", view.filters),
    PACKAGE: show_package,
}

VIEW_OF_FIGURE = {"conflict_kinds": AUDIT, "source_map": MAP}

TABS = "sources_view"


@showing(Subject.ORIGINS)
def show_sources(view: View) -> None:
    """Draw the control for the view of the sources, and the selected view."""
    _ = view.language.gettext
    names = {
        CATALOGUE: _("Catalogue"),
        AUDIT: _("Contradictions"),
        MAP: _("Source map"),
        PACKAGE: _("Data package"),
    }
    tab = view.filters.tab
    arrived = newly_arrived(TABS)
    if arrived and arrived.figure in VIEW_OF_FIGURE:
        tab = VIEW_OF_FIGURE[arrived.figure]
        choose({TAB.name: tab})
    tabs = Listed(
        kind="segments",
        parameter=TAB.name,
        label=_("View"),
        value=tab,
        options=tuple(names.items()),
    )
    show_choices([tabs], key=TABS)
    try:
        for name in NEEDED:
            view.dataset.table(name)
    except TableRefusedError as refusal:
        show_refusal(refusal, view.language)
        return
    VIEWS[tab](view)
