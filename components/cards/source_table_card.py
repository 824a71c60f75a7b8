"""Card of a table of the dissertation that consists of text, with links to what its cells name."""

import streamlit as st
from markupsafe import Markup

from components.cards.data_table import data_table
from components.cards.figure_card import show_refusal
from components.cards.markup import Target, card_heading, go_link, quiet_lines
from components.page.shell import View
from components.templates import joined, macro
from components.text.entries import named_amount
from components.text.lists import paragraphs_text
from components.text.shown_table import ShownColumn, ShownTable
from data.choice.map_parameters import SELECTED
from data.choice.parameters import SEARCH, TAB
from data.choice.sources import AUDIT
from data.evidence.audit import contradictions_touching
from data.evidence.catalogue import values_by_id
from data.evidence.events import events
from data.evidence.names import label_of
from data.evidence.routes import routes
from data.evidence.source_tables import SourceCell, source_table
from data.language.languages import Language
from data.load.dataset import Dataset
from data.problems import TableRefusedError

_lines = macro("cards/data_table.html", "lines")

MAP_PAGE, SOURCES_PAGE = "pages/energy_routes.py", "pages/sources.py"


def _on_map(code: str, text: str) -> Markup:
    return go_link(Target(MAP_PAGE, {SELECTED.name: code}), text)


def _link(code: str, *, dataset: Dataset, language: Language) -> Markup:
    """Return what records the content of a cell: a link to a route or value, or a name."""
    value = values_by_id(dataset).get(code)
    if value is not None:
        text = named_amount(value, dataset=dataset, language=language)
        return go_link(Target(SOURCES_PAGE, {SEARCH.name: code}), text)
    drawn = routes(dataset)
    if code in drawn:
        return _on_map(code, label_of(dataset, "routes", code, language))
    event = next((own for own in events(dataset) if own.code == code), None)
    if event is not None:
        text = label_of(dataset, "events", code, language)
        route = next((own for own in sorted(event.routes) if own in drawn), "")
        return _on_map(route, text) if route else Markup.escape(text)
    name = label_of(dataset, "organisations", code, language)
    return Markup.escape(name) if name != code else Markup()


def _links(row: tuple[SourceCell, ...], *, dataset: Dataset, language: Language) -> Markup:
    """Return the links of a row, one per line, and a link to the contradictions about it."""
    codes = list(dict.fromkeys(code for cell in row for code in cell.covered_by))
    found = [_link(code, dataset=dataset, language=language) for code in codes]
    count = len(contradictions_touching(codes, dataset))
    if count:
        saying = language.ngettext(
            "\N{WARNING SIGN} {count} contradiction",
            "\N{WARNING SIGN} {count} contradictions",
            count,
        )
        target = Target(SOURCES_PAGE, {TAB.name: AUDIT})
        found.append(go_link(target, saying.format(count=language.number(count))))
    return _lines([link for link in found if link])


def source_table_card(table: str, *, dataset: Dataset, language: Language) -> Markup:
    """Return a table of the dissertation as a card; empty if its cells are not recorded.

    Parameters
    ----------
    table : str
        Code of the table in `origins`, such as ``table2``.
    dataset : Dataset
        All tables.
    language : Language
        Language of the card.

    Raises
    ------
    TableRefusedError
        If a required table did not load.
    """
    _ = language.gettext
    found = source_table(dataset, table, language)
    if not found.rows:
        return Markup()
    columns = [
        ShownColumn(head=head, cells=tuple(row[place].text for row in found.rows))
        for place, head in enumerate(found.columns)
    ]
    columns += [
        ShownColumn(
            head=_("In the Atlas"),
            cells=tuple(_links(row, dataset=dataset, language=language) for row in found.rows),
        ),
        ShownColumn(
            head=_("Paragraph"),
            cells=tuple(
                paragraphs_text(dict.fromkeys(cell.paragraph for cell in row)) for row in found.rows
            ),
        ),
    ]
    place = label_of(dataset, "origins", table, language)
    saying = _("{place} of the dissertation, in the Atlas’s own words")
    return joined(
        (
            card_heading(found.title),
            quiet_lines([saying.format(place=place)]),
            data_table(ShownTable(columns=tuple(columns), named_rows=True), label=found.title),
        )
    )


def show_source_table(table: str, view: View) -> None:
    """Draw a table of the dissertation; a fault of its data is shown in its place."""
    try:
        card = source_table_card(table, dataset=view.dataset, language=view.language)
    except TableRefusedError as refusal:
        show_refusal(refusal, view.language)
        return
    if card:
        with st.container(border=True, key=f"source_{table}"):
            st.html(card)
