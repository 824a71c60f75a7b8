"""Sentences of cards: contradictions, routes, facilities, places, countries, values, events."""

from collections.abc import Iterator
from dataclasses import replace

from components.cards.contradiction_card import conflict_card
from components.cards.country_card import selection_card
from components.cards.route_card import events_list, routes_table
from components.cards.sortable_table import as_texts
from components.map.legend import map_legend
from components.text.entries import named_amount
from components.text.places import place_text
from data.choice.parameters import FilterSpace
from data.evidence.audit import conflicts
from data.evidence.catalogue import catalogue
from data.evidence.events import events_between
from data.language.languages import language
from data.load.dataset import Dataset
from tests.rendered.document import Document, Sentence
from tests.rendered.html_text import html_sentences
from tests.rendered.situations import COUNTRY, EARLY, HOME, MIDDLE, PIPELINE, PORT, TOWN

ALL_DATES = (0, 9999)


def add_conflicts(document: Document, *, dataset: Dataset, code: str) -> None:
    """Add the card of every contradiction."""
    for conflict in conflicts(dataset):
        card = conflict_card(conflict, dataset=dataset, language=language(code))
        document.block("Contradictions", conflict.id, once=True).add(html_sentences(card))


def add_selections(document: Document, *, dataset: Dataset, space: FilterSpace, code: str) -> None:
    """Add the card of everything that can be selected on the map, for some with other years."""
    start = space.start(code)
    for place in (*space.routes, *space.countries):
        part = "Cards of countries" if place in space.countries else "Cards of routes and places"
        block = document.block(part, place, once=True)
        years = (None, EARLY, MIDDLE) if place in {PIPELINE, PORT, TOWN, COUNTRY, HOME} else (None,)
        for year in years:
            filters = replace(start, route=place, as_of=year)
            card = selection_card(dataset=dataset, filters=filters, language=language(code))
            name = f"map of {year}" if year else "all years" if len(years) > 1 else ""
            block.add(html_sentences(card, without_conflicts=True), choice=name)


def _listed(*, dataset: Dataset, space: FilterSpace, code: str) -> Iterator[Sentence]:
    """Yield the list of everything on the map."""
    filters = space.start(code)
    table = as_texts(routes_table(dataset=dataset, filters=filters, language=language(code)))
    yield "columns", " | ".join(map(str, table.columns))
    for column in table.columns:
        cells = dict.fromkeys(str(cell) for cell in table[column])
        yield str(column), " | ".join(filter(None, cells))


def add_lists(document: Document, *, dataset: Dataset, space: FilterSpace, code: str) -> None:
    """Add legend and list of the map, events, and the values of the catalogue with their notes."""
    words = language(code)
    document.block("Lists", "Legend of the map").add(html_sentences(map_legend(words)))
    document.block("Lists", "List of everything on the map").add(
        _listed(dataset=dataset, space=space, code=code)
    )
    events = events_list(events_between(dataset, ALL_DATES), dataset=dataset, language=words)
    document.block("Lists", "Events", once=True).add(html_sentences(events))
    block = document.block("Lists", "Values of the catalogue", once=True)
    for value in catalogue(dataset):
        where = place_text(value, dataset=dataset, language=words)
        note = value.note(words)
        written = f"{named_amount(value, dataset=dataset, language=words)} ({where})"
        block.add([("", f"{written} ‹note› {note}" if note else written)])
