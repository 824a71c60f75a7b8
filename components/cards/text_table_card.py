"""A table of text of the dissertation within its figure's card, with links to what it names."""

from collections.abc import Iterator

from markupsafe import Markup

from components.cards.data_table import data_table
from components.cards.markup import Target, go_link
from components.figures.text_table import TextRow, TextTable, paragraph_column, text_columns
from components.templates import macro
from components.text.entries import named_amount
from components.text.shown_table import ShownColumn, ShownTable
from data.choice.catalogue_parameters import SEARCH, TAB
from data.choice.map_parameters import SELECTED
from data.choice.parameters import filter_space
from data.choice.sources import AUDIT
from data.evidence.catalogue import catalogue, values_by_id
from data.evidence.events import PROTAGONISTS, Event, events_by_code
from data.evidence.names import label_of
from data.evidence.routes import routes
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.problems import TableRefusedError

_lines = macro("cards/data_table.html", "lines")

MAP_PAGE, SOURCES_PAGE = "pages/energy_routes.py", "pages/sources.py"


@kept_with_dataset
def _countries(dataset: Dataset) -> frozenset[str]:
    return frozenset(filter_space(dataset).countries)


def _on_map(code: str, text: str) -> Markup:
    return go_link(Target(MAP_PAGE, {SELECTED.name: code}), text)


def _to_value(value: Value, *, dataset: Dataset, language: Language) -> Markup:
    text = named_amount(value, dataset=dataset, language=language)
    return go_link(Target(SOURCES_PAGE, {SEARCH.name: value.id}), text)


def _to_event(event: Event, *, dataset: Dataset, language: Language) -> Markup:
    """Return a link to a card that lists an event: of its route, or of a party.

    The cards of the two protagonists list most events, and so are the last choice.
    """
    text = label_of(dataset, "events", event.code, language)
    drawn, countries = routes(dataset), _countries(dataset)
    cards = [code for code in sorted(event.routes) if code in drawn]
    cards += sorted(event.parties & countries, key=lambda code: (code in PROTAGONISTS, code))
    return _on_map(cards[0], text) if cards else Markup.escape(text)


def _recorded(code: str, *, dataset: Dataset, language: Language) -> Iterator[Markup]:
    """Yield what records the content of a cell: links, or the name of an organisation."""
    value = values_by_id(dataset).get(code)
    event = events_by_code(dataset).get(code)
    if value is not None:
        yield _to_value(value, dataset=dataset, language=language)
    elif code in routes(dataset):
        yield _on_map(code, label_of(dataset, "routes", code, language))
    elif event is not None:
        yield _to_event(event, dataset=dataset, language=language)
    elif code in dataset.texts("organisations", language.column("name")):
        yield Markup.escape(label_of(dataset, "organisations", code, language))
        for own in catalogue(dataset):
            if code in own.quantity[1:3]:
                yield _to_value(own, dataset=dataset, language=language)


def _found(code: str, *, dataset: Dataset, language: Language) -> list[Markup]:
    """Return what records the content of a cell; nothing where a table of it was refused."""
    try:
        return list(_recorded(code, dataset=dataset, language=language))
    except TableRefusedError:
        # The page names the refused table; the table of text is shown without these links.
        return []


def _links(row: TextRow, *, dataset: Dataset, language: Language) -> Markup:
    """Return the links of a row, one per line, and a link to the contradictions about it."""
    found = [
        link for code in row.codes for link in _found(code, dataset=dataset, language=language)
    ]
    if row.contradictions:
        saying = language.ngettext(
            "\N{WARNING SIGN} {count} contradiction",
            "\N{WARNING SIGN} {count} contradictions",
            row.contradictions,
        )
        target = Target(SOURCES_PAGE, {TAB.name: AUDIT})
        found.append(go_link(target, saying.format(count=language.number(row.contradictions))))
    return _lines(found)


def text_table_card(
    table: TextTable, *, label: str, dataset: Dataset, language: Language
) -> Markup:
    """Return a table of text as HTML, with links to the routes, values and events it names.

    Parameters
    ----------
    table : TextTable
        The table.
    label : str
        Its name for screen readers.
    dataset : Dataset
        All tables, for the links.
    language : Language
        Language of the names.
    """
    links = ShownColumn(
        head=language.gettext("In the Atlas"),
        cells=tuple(_links(row, dataset=dataset, language=language) for row in table.rows),
    )
    columns = (*text_columns(table), links, paragraph_column(table, language))
    shown = ShownTable(columns=columns, named_rows=True, faded=table.faded)
    return data_table(shown, label=label) if table.rows else Markup()
