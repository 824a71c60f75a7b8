"""The page of a visitor's own file: upload, what was understood, overlay, mirror view."""

import pyarrow as pa
import streamlit as st

from components.assets import component_parts
from components.cards.data_table import data_table
from components.cards.figure_card import show_refusal
from components.cards.markup import (
    alert,
    figure_foot,
    figure_heading,
    figure_style,
    folded,
    quiet_lines,
)
from components.charts.size import filling
from components.controls.button_row import chosen_of
from components.controls.select_list import chosen_entry
from components.export.address import download_link, link_row
from components.own_file.address import OWN_FOLDER, takes_files
from components.own_file.mirror_table import mirror_table
from components.own_file.overlay import (
    MEASURES,
    UNIT,
    Chosen,
    measure_name,
    overlay_figure,
    overlay_of,
    overlay_table,
    reporter_name,
)
from components.own_file.session import (
    Held,
    discard_file,
    held,
    own_token,
    remove_file,
    take_answer,
    use_file,
)
from components.own_file.template_files import NAMES
from components.own_file.understanding import format_list, understanding
from components.page.shell import View
from components.templates import macro
from components.text.lists import listed, side_by_side
from data.choice.parameters import LANGUAGE
from data.evidence.names import label_of
from data.language.languages import Language
from data.own_file.mirror import DIRECTIONS
from data.own_file.model import TOTAL, OwnFile
from data.own_file.reading import LARGEST_FILE
from data.own_file.texts import FORMATS, MEGABYTE, refused_text
from data.problems import TableRefusedError

UPLOAD = "own_upload"
"""Key of the component that takes a file."""

_TEMPLATE = "own_file/understanding.html"
_heading = macro(_TEMPLATE, "heading")
_paragraphs = macro(_TEMPLATE, "paragraphs")

_upload = st.components.v2.component(
    "atlas_own_upload", **component_parts("own_file/upload.js", "own_file/upload.css")
)


def _labels(words: Language) -> dict[str, str]:
    _ = words.gettext
    return {
        "choose": _("Choose a file"),
        "sending": _("The file is being sent."),
        "reading": _("The file is being read."),
        "cancel": _("Cancel"),
        "cancelled": _("Cancelled"),
        "busy": _("Several files are being read at the moment. Try again in a few seconds."),
        "failed": _("The file could not be sent. Try again."),
        "unknown": _("The server has restarted. Choose the file again."),
        "too_large": _("The file is larger than {size} MB and was not sent.").format(
            size=words.number(LARGEST_FILE // MEGABYTE)
        ),
        "commodity": _("Commodity"),
        "total": _("all commodities together"),
    }


def _nothing() -> None:
    """No-op: the trigger causes the rerun."""


def _show_introduction(words: Language) -> None:
    _ = words.gettext
    texts = [
        _(
            "Overlay your own trade statistics on the tables of the dissertation: a file from UN "
            "Comtrade, World Bank WITS, TurkStat or the Bureau of National Statistics of "
            "Kazakhstan, or the Atlas template, as CSV or XLSX of up to {size} MB."
        ).format(size=words.number(LARGEST_FILE // MEGABYTE)),
        _(
            "Only you see the file, and only during this visit: the Atlas does not store it or add "
            "it to the catalogue, and no headline, link, download or slide uses its values."
        ),
    ]
    st.html(_paragraphs(texts))


def _show_upload(shown: Held, words: Language) -> None:
    _ = words.gettext
    if not takes_files():
        st.html(quiet_lines([_("Start the Atlas with serve.py to open a file.")]))
        return
    last = shown.read or shown.used
    asked = last.commodity if last else TOTAL
    data = {
        "labels": _labels(words),
        "address": f"./{OWN_FOLDER}/{own_token()}",
        "limit": LARGEST_FILE,
        "commodity": "" if asked == TOTAL else asked,
        "commodities": last.commodities if last else (),
    }
    _upload(key=UPLOAD, data=data, on_sent_change=_nothing)
    links = [
        download_link(
            _("Template with an example, {kind}").format(kind=name.rpartition(".")[2].upper()),
            f"./{OWN_FOLDER}/template/{name}?{LANGUAGE.name}={words.code}",
            file_name=f"atlas_{name}",
        )
        for name in NAMES
    ]
    st.html(link_row(links))
    st.html(folded(_("Supported formats"), format_list(words)))


def _show_read(shown: Held, words: Language) -> None:
    """Draw what was understood of the file that was read last, and the buttons to use it."""
    _ = words.gettext
    if shown.refused:
        st.html(alert(_("The file could not be read"), [refused_text(shown.refused, words)]))
    if shown.read is None:
        return
    with st.container(border=True, key="own_read"):
        st.html(_heading(_("How the Atlas read the file")) + understanding(shown.read, words))
        if not shown.read.values:
            said = _(
                "No row can be used: the file has no values for trade between Kazakhstan and "
                "Türkiye."
            )
            st.html(alert(said))
        with st.container(horizontal=True):
            if shown.read.values:
                st.button(_("Use this file"), key="own_use", on_click=use_file)
            st.button(_("Discard"), key="own_discard", on_click=discard_file)


def _show_used(file: OwnFile, words: Language) -> None:
    _ = words.gettext
    with st.container(border=True, key="own_used"):
        said = _("In use: {file}, {format}").format(
            file=file.name, format=words.gettext(FORMATS[file.format])
        )
        st.html(
            _heading(said) + folded(_("How the Atlas read the file"), understanding(file, words))
        )
        st.button(_("Remove the file"), key="own_remove", on_click=remove_file)


def _chosen_years(every: tuple[int, ...], words: Language) -> tuple[int, int]:
    """Draw the lists of the first and the last year, which the years of the file extend."""
    _ = words.gettext
    span = f"{every[0]}_{every[-1]}_{words.code}"
    names = {str(year): str(year) for year in every}
    left, right, _rest = st.columns([1, 1, 3])
    with left:
        first = chosen_entry(f"own_first_{span}", names, label=_("First year"))
    with right:
        last = chosen_entry(f"own_last_{span}", dict(reversed(names.items())), label=_("Last year"))
    return min(int(first), int(last)), max(int(first), int(last))


def _show_overlay(file: OwnFile | None, view: View) -> None:
    dataset, words = view.dataset, view.language
    _ = words.gettext
    names = {measure: measure_name(measure, words) for measure in MEASURES}
    measure = chosen_of(f"own_measure_{words.code}", names, label=_("Measure"))
    every = sorted({year for one in MEASURES for year in overlay_of(dataset, file, one).years})
    if not every:
        return
    years = _chosen_years(tuple(every), words)
    chosen = Chosen(measure=measure, years=years, file=file)
    figure = overlay_figure(chosen, dataset=dataset, filters=view.filters, language=words)
    with st.container(border=True, key="figure_own_file"):
        if style := figure_style(figure):
            st.html(style)
        st.html(figure_heading(figure))
        if figure.rows and figure.form:
            st.vega_lite_chart(
                pa.Table.from_pylist(list(figure.rows)),
                filling(figure.form.spec),
                height="stretch",
                alt=figure.alternative_text,
            )
        origins = [label_of(dataset, "origins", one, words) for one in figure.origins]
        parts = [_("Dissertation: {places}").format(places=listed(origins, words))]
        if file:
            parts.append(_("Your file: {name}").format(name=file.name))
        source = side_by_side(parts)
        st.html(figure_foot(figure, source=source, shown=(), language=words))
        table = overlay_table(
            overlay_of(dataset, file, measure), years, dataset=dataset, language=words
        )
        st.html(folded(_("Table"), data_table(table, label=figure.headline)))


def _show_mirror(file: OwnFile, view: View) -> None:
    dataset, words = view.dataset, view.language
    _ = words.gettext
    with st.container(border=True, key="own_mirror"):
        st.html(_heading(_("Mirror view: what both countries report for the same flow")))
        for seller in DIRECTIONS:
            table = mirror_table(file, seller, dataset=dataset, language=words)
            if table:
                name = reporter_name(seller, dataset=dataset, language=words)
                label = _("Exporter: {country}").format(country=name)
                unit = label_of(dataset, "units", UNIT, words)
                st.html(quiet_lines([side_by_side([label, unit])]) + data_table(table, label=label))
        remarks = [
            _(
                "A missing mirror value does not prove that there was no trade: one of the "
                "countries may not have reported it."
            ),
            _(
                "Explanation, not a finding: exports are usually valued without freight and "
                "insurance (f.o.b.), imports with them (c.i.f.); countries record the destination, "
                "transit and confidential goods differently."
            ),
        ]
        st.html(quiet_lines(remarks))


def show_own_file(view: View) -> None:
    """Draw the upload, what was understood, and the file in use over the printed tables."""
    words = view.language
    take_answer()
    shown = held()
    _show_introduction(words)
    _show_upload(shown, words)
    _show_read(shown, words)
    if shown.used:
        _show_used(shown.used, words)
    try:
        _show_overlay(shown.used, view)
    except TableRefusedError as refusal:
        show_refusal(refusal, words)
    if shown.used:
        _show_mirror(shown.used, view)
