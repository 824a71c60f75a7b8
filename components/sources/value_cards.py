"""Values of the catalogue as cards, which phones show instead of the table."""

from dataclasses import dataclass
from math import ceil
from zlib import crc32

import streamlit as st
from markupsafe import Markup

from components.cards.contradiction_card import conflict_card
from components.controls.pager import page_of_list
from components.page.shell import View
from components.process.figures import figure_titles, stored_showings
from components.sources.catalogue_table import MARK
from components.templates import joined, macro
from components.text.amounts import amount_text
from components.text.entries import name_and_period
from components.text.lists import side_by_side
from components.text.places import origin_title, paragraph_text, place_text
from components.text.speakers import speaker_name
from data.evidence.audit import conflicts_by_row, contradictions_by_row
from data.evidence.names import label_of
from data.evidence.origins import is_outside
from data.evidence.public_record import PublicValue
from data.evidence.values import Value

CARDS_A_PAGE = 20

_value_list = macro("sources/value_cards.html", "value_list")


@dataclass(frozen=True)
class Card:
    """A value with its name, place, mark of contradictions and details."""

    amount: str
    name: str
    place: str
    mark: str
    lines: tuple[str, ...]
    conflicts: Markup


def digest(entries: tuple[Value, ...]) -> int:
    """Return a number that differs for other values, for the key of what shows them."""
    return crc32("\n".join(entry.id for entry in entries).encode())


def detail_lines(entry: Value, view: View) -> tuple[str, ...]:
    """Return the details of one value: source, speaker, note, and the figures that show it."""
    _ = view.language.gettext
    words, dataset = view.language, view.dataset
    origin = origin_title(entry.origin, dataset=dataset, language=words)
    lines = [side_by_side((paragraph_text(entry, dataset=dataset, language=words), origin))]
    if entry.speaker:
        speaker = speaker_name(entry.speaker, dataset=dataset, language=words)
        lines.append(_("Speaker: {name}").format(name=speaker))
    if entry.note(words):
        lines.append(entry.note(words))
    showing = stored_showings().get(entry.id, ())
    if is_outside(dataset, entry.origin):
        lines += _public_lines(entry, view)
        lines.append(_("This value is not part of the dissertation."))
    elif showing:
        quoted = _("“{name}”")
        names = words.enumerate(
            quoted.format(name=title) for title in figure_titles(showing, entry.origin, words)
        )
        lines.append(_("Shown in: {figures}").format(figures=names))
    else:
        lines.append(_("No chart shows this value yet; it is listed here and in the data package."))
    return tuple(lines)


def _public_lines(entry: Value, view: View) -> tuple[str, ...]:
    """Return who states a public value and how it is published, and its identifier."""
    if not isinstance(entry, PublicValue):
        return ()
    tables = (("reporters", entry.reporter), ("qualities", entry.quality))
    stated = side_by_side(
        label_of(view.dataset, table, code, view.language) for table, code in tables if code
    )
    saying = view.language.gettext("Identifier: {identifier}")
    return view.language.capital(stated), saying.format(identifier=entry.id)


def conflict_cards(entry: Value, view: View) -> Markup:
    """Return the cards of the conflicts of one value."""
    touching = conflicts_by_row(view.dataset).get(entry.id, ())
    return joined(
        conflict_card(found, dataset=view.dataset, language=view.language) for found in touching
    )


def _card(entry: Value, view: View) -> Card:
    words, dataset = view.language, view.dataset
    count = len(contradictions_by_row(dataset).get(entry.id, ()))
    return Card(
        amount=amount_text(entry, dataset=dataset, language=words),
        name=name_and_period(entry, words),
        place=place_text(entry, dataset=dataset, language=words),
        mark=f"{MARK} {words.number(count)}" if count else "",
        lines=detail_lines(entry, view),
        conflicts=conflict_cards(entry, view),
    )


def show_cards(found: tuple[Value, ...], view: View) -> None:
    """Draw values as cards, some at a time; the details of a card open by a tap."""
    pages = ceil(len(found) / CARDS_A_PAGE)
    key = f"catalogue_page_{view.language.code}_{digest(found)}"
    number = page_of_list(key, pages, view.language)
    start = (number - 1) * CARDS_A_PAGE
    cards = [_card(entry, view) for entry in found[start : start + CARDS_A_PAGE]]
    st.html(_value_list(cards, view.language.gettext("Source and contradictions")))
