"""Page head: menu, language, filters, chips of active filters, and the link to the view.

It is one browser component, so that a filter change redraws one element instead of two dozen
widgets and links. It sends link parameters, which are parsed like those of the address; see
`components/controls/outbox.js`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import PurePath
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components.assets import component_parts, text_address
from components.controls.bar_lists import (
    choices_data,
    has_effect,
    questions_data,
    sectors_data,
)
from components.controls.chips import chips
from components.controls.key_texts import key_texts
from components.controls.share import link_content, qr_code, share_remarks, view_citation
from components.kept_json import KeptJson
from components.page.choice import Choice
from components.page.held_deck import kept_deck, restore_own, slide_count
from components.page.own_years import EXTENDED_PAGE, OwnYears, own_years
from components.page.visit import take_message, taken_message
from components.text.names import later
from data.choice.parameters import YEARS, Filters, FilterSpace
from data.choice.subjects import EVERYTHING, Subject
from data.language.languages import LANGUAGE_CODES, Language, language
from data.load.dataset import Dataset

_head = st.components.v2.component(
    "atlas_head",
    **component_parts("controls/page_head.js", "controls/track.css", "controls/page_head.css"),
)

PAGE_HEAD = "page_head"
"""Streamlit key of the component."""

TITLE = later("Kazakhstan–Türkiye Atlas")


@dataclass(frozen=True)
class Entry:
    """One page of the menu: its script, its untranslated title, and its relative address."""

    path: str
    title: str

    @property
    def address(self) -> str:
        """Address of the page relative to the Atlas; empty for the landing page."""
        return "" if self.path == "dashboard.py" else PurePath(self.path).stem


PAGES = (
    Entry("dashboard.py", later("Overview")),
    Entry("pages/trade.py", later("Trade")),
    Entry("pages/investment.py", later("Investment")),
    Entry("pages/targets.py", later("Targets")),
    Entry("pages/source_comparison.py", later("Comparison")),
    Entry("pages/energy_routes.py", later("Energy routes")),
    Entry("pages/education.py", later("Education")),
    Entry("pages/survey.py", later("Survey")),
    Entry("pages/present.py", later("Present")),
    Entry("pages/sources.py", later("Sources")),
    Entry("pages/own_file.py", later("Your file")),
    Entry("pages/about.py", later("About")),
)


def _labels(words: Language) -> dict[str, str]:
    _ = words.gettext
    return {
        "name": _(TITLE),
        "pages": _("Pages"),
        "skip": _("Skip to the content"),
        "filters": _("Filters"),
        "years": _("Years"),
        "first_year": _("First year"),
        "last_year": _("Last year"),
        "sectors": _("Sectors"),
        "source": _("Source"),
        "questions": _("Questions"),
        "everything": _("all"),
        "clear_sectors": _("All sectors"),
        "done": _("Done"),
        "share": _("Share"),
        "link": _("Link"),
        "citation": _("Citation"),
        "chosen": _("Your selection"),
        "let_go": _("Remove"),
        "clear": _("Clear all"),
        "copy": _("Copy link"),
        "copy_citation": _("Copy citation"),
        "copied": _("Copied"),
        "qr": _("QR code of the link"),
        "lost": _(
            "No connection to the server. The page reconnects automatically and "
            "keeps your selection."
        ),
        "unanswered": _(
            "The server has not answered yet. Your selection is kept and will be sent again."
        ),
        "reload": _("Reload the page"),
        "keys": _("Keys"),
    }


PRESENT = "pages/present.py"
"""Page of the visitor's deck, whose entry in the menu has the number of slides."""


def _menu(current: str, slides: int, words: Language) -> dict[str, Any]:
    """Return the pages of the menu, with addresses relative to the current page."""
    return {
        "current": current,
        "counts": {PRESENT: words.number(slides)} if slides else {},
        "entries": [(entry.path, words.gettext(entry.title)) for entry in PAGES],
        "paths": [f"./{entry.address}" for entry in PAGES],
    }


def _theme(words: Language) -> dict[str, Any]:
    """Return the colours that a reader can select, by Streamlit's names of them."""
    _ = words.gettext
    return {
        "label": _("Colours"),
        "options": [
            ("System", _("As the device")),
            ("Light", _("Light")),
            ("Dark", _("Dark")),
        ],
    }


@dataclass(frozen=True, kw_only=True)
class Place:
    """The page that a head belongs to.

    Attributes
    ----------
    page : str
        Its script, as in `PAGES`.
    subjects : frozenset of Subject
        What it shows; a parameter that has no effect on it has no control.
    address : str
        Its address in the browser without parameters; empty until a QR code is requested.
    slides : int
        Number of slides in the visitor's deck.
    own_years : OwnYears or None
        Years of the visitor's file that the filter of years reaches.
    """

    page: str
    subjects: frozenset[Subject] = EVERYTHING
    address: str = ""
    slides: int = 0
    own_years: OwnYears | None = None


def _years(place: Place, filters: Filters, space: FilterSpace) -> dict[str, int] | None:
    """Return limits and ends of the filter of years; None if there is only one year."""
    own = place.own_years
    lowest, highest = own.limits(space) if own else space.years
    first, last = own.shown(filters.years, space) if own else filters.years
    if lowest == highest:
        return None
    return {"lowest": lowest, "highest": highest, "first": first, "last": last}


def _share_texts(
    place: Place, filters: Filters, space: FilterSpace, dataset: Dataset
) -> dict[str, Any]:
    """Return what the panel says of the link; not sent before the panel is opened."""
    words = language(filters.language)
    title = next(words.gettext(entry.title) for entry in PAGES if entry.path == place.page)
    return {
        "remarks": [
            link_content(filters, space, dataset=dataset, language=words),
            *share_remarks(place.address, words),
        ],
        "citation": view_citation(title, filters, space, dataset=dataset, language=words),
    }


def head_data(place: Place, choice: Choice, space: FilterSpace, dataset: Dataset) -> dict[str, Any]:
    """Return the data for the script of the page head.

    Parameters
    ----------
    place : Place
        The current page.
    choice : Choice
        The current choice.
    space : FilterSpace
        The valid filter values.
    dataset : Dataset
        All tables, for the names.
    """
    subjects, address = place.subjects, place.address
    filters = choice.filters
    words = language(filters.language)
    query = urlencode(choice.query(space), safe=",")
    return {
        "labels": _labels(words),
        "menu": _menu(place.page, place.slides, words),
        "years": _years(place, filters, space) if has_effect(YEARS.name, subjects) else None,
        "language": {
            "label": words.gettext("Language"),
            "value": filters.language,
            "options": [(code, language(code).endonym) for code in LANGUAGE_CODES],
        },
        "theme": _theme(words),
        "sectors": sectors_data(filters, space, dataset, words, subjects),
        "choices": choices_data(filters, space, dataset, words, subjects),
        "questions": questions_data(filters, space, dataset, words, subjects),
        "keys": key_texts(words),
        "chips": [
            chip
            for chip in chips(filters, space, dataset=dataset, language=words)
            if has_effect(chip[1], subjects)
        ],
        "share": {
            "query": query,
            "replaces": choice.addressed,
            "qr": qr_code(f"{address}?{query}") if address else "",
            **(_share_texts(place, filters, space, dataset) if address else {}),
        },
    }


def sent_data(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data for the script, with the long lists by address where the server has one.

    No choice changes the options of select boxes, sectors and questions or the list of keys, but
    Streamlit would send them with every change.

    Parameters
    ----------
    data : dict
        Result of `head_data`.
    """
    lists = {
        "choices": [choice["options"] for choice in data["choices"]],
        "sectors": [data["sectors"]["groups"], data["sectors"]["counts"]],
        "questions": data["questions"] and data["questions"]["options"],
        "keys": data["keys"],
    }
    text = json.dumps(lists, ensure_ascii=False, separators=(",", ":"))
    address = text_address(text, "json", lasting=True)
    if address is None:
        return data

    def without(control: dict[str, Any], *names: str) -> dict[str, Any]:
        return {key: value for key, value in control.items() if key not in names}

    return {
        **without(data, "keys"),
        "lists": address,
        "choices": [without(choice, "options") for choice in data["choices"]],
        "sectors": without(data["sectors"], "groups", "counts"),
        "questions": data["questions"] and without(data["questions"], "options"),
    }


@dataclass(frozen=True, kw_only=True)
class _Shown:
    """What the data for the script depend on."""

    place: Place
    filters: Filters
    waiting: tuple[tuple[str, str], ...]
    addressed: bool
    space: FilterSpace
    dataset: Dataset


@lru_cache(maxsize=256)
def _sent_for(shown: _Shown) -> KeptJson:
    """Return the data for the script, which visitors with the same choice share."""
    waiting, addressed = dict(shown.waiting), shown.addressed
    choice = Choice(filters=shown.filters, waiting=waiting, addressed=addressed)
    return KeptJson(sent_data(head_data(shown.place, choice, shown.space, shown.dataset)))


def _restore_deck(space: FilterSpace) -> None:
    """Take the deck that the browser has kept from an earlier session."""
    state = st.session_state.get(PAGE_HEAD)
    restore_own(state.get("kept") if isinstance(state, Mapping) else None, space)


def _nothing() -> None:
    """No-op: the state change triggers the rerun."""


def show_head(place: Place, choice: Choice, space: FilterSpace, dataset: Dataset) -> None:
    """Draw menu and filters, and receive the messages of all components of the page.

    Parameters
    ----------
    place : Place
        The current page, without its address, which the browser sends.
    choice : Choice
        The current choice.
    space : FilterSpace
        The valid filter values.
    dataset : Dataset
        All tables, for the names.
    """
    state = st.session_state.get(PAGE_HEAD)
    address = state.get("address") if isinstance(state, Mapping) else None
    extended = own_years() if place.page == EXTENDED_PAGE else None
    place = replace(place, slides=slide_count(), own_years=extended)
    if isinstance(address, str):
        place = replace(place, address=address)
    shown = _Shown(
        place=place,
        filters=choice.filters,
        waiting=tuple(choice.waiting.items()),
        addressed=choice.addressed,
        space=space,
        dataset=dataset,
    )
    _head(
        key=PAGE_HEAD,
        data=_sent_for(shown).with_own(heard=taken_message(), deck=kept_deck()),
        on_gesture_change=partial(take_message, PAGE_HEAD),
        on_address_change=_nothing,
        on_kept_change=partial(_restore_deck, space),
    )
