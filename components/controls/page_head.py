"""Page head: menu, language, filters, chips of active filters, and the link to the view.

It is one browser component, so that a filter change redraws one element instead of two dozen
widgets and links. It sends link parameters, which are parsed like those of the address; see
`components/controls/outbox.js`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components.assets import component_parts, text_address
from components.controls.chips import chips
from components.controls.share import qr_code, share_remarks
from components.page.choice import Choice
from components.page.visit import take_message, taken_message
from components.text.names import later
from data.choice.parameters import PARAMETERS, Filters, FilterSpace
from data.evidence.names import label_of
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
    Entry("pages/energy_routes.py", later("Energy routes")),
    Entry("pages/education.py", later("Education")),
    Entry("pages/survey.py", later("Survey")),
    Entry("pages/sources.py", later("Sources")),
    Entry("pages/about.py", later("About")),
)

Option = tuple[str, str]
"""Code and label of an option."""


def _labels(words: Language) -> dict[str, str]:
    _ = words.gettext
    return {
        "name": _(TITLE),
        "skip": _("Skip to the content"),
        "filters": _("Filters"),
        "first_year": _("First year"),
        "last_year": _("Last year"),
        "choose": _("Choose"),
        "link": _("Link"),
        "chosen": _("Your selection"),
        "let_go": _("Remove"),
        "clear": _("Clear all"),
        "copy": _("Copy link"),
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
    }


def _sector_groups(
    space: FilterSpace, dataset: Dataset, words: Language
) -> list[tuple[str, list[Option]]]:
    """Return the selectable sectors by theme; the theme itself is the first of its group."""
    if not space.sectors:
        return []
    themes = dataset.table("sectors").set_index("sector")["theme"].to_dict()
    groups: dict[str, list[Option]] = {}
    for code in space.sectors:
        own = label_of(dataset, "sectors", code, words)
        theme = themes.get(code) or code
        label = words.gettext("Whole group") if theme == code else own
        groups.setdefault(theme, []).append((code, label))
    return [
        (label_of(dataset, "sectors", theme, words), options) for theme, options in groups.items()
    ]


def _choices(
    filters: Filters, space: FilterSpace, dataset: Dataset, words: Language
) -> list[dict[str, Any]]:
    """Return the select boxes of the filter panel, one for each parameter with options."""
    return [
        {
            "parameter": name,
            "label": words.gettext(parameter.label),
            "value": parameter.value(filters),
            "options": options,
        }
        for name, parameter in PARAMETERS.items()
        if parameter.label and (options := parameter.options(space, dataset, words))
    ]


def _questions(
    filters: Filters, space: FilterSpace, dataset: Dataset, words: Language
) -> dict[str, Any] | None:
    """Return the two select boxes of survey questions on the landing page; None without survey."""
    _ = words.gettext
    if not space.questions:
        return None
    return {
        "labels": [
            _("First question on the Overview page"),
            _("Second question on the Overview page"),
        ],
        "value": filters.questions,
        "options": [
            (number, f"{number}. {label_of(dataset, 'survey_questions', str(number), words)}")
            for number in space.questions
        ],
    }


def _menu(current: str, words: Language) -> dict[str, Any]:
    """Return the pages of the menu, with addresses relative to the current page."""
    return {
        "current": current,
        "entries": [(entry.path, words.gettext(entry.title)) for entry in PAGES],
        "paths": [f"./{entry.address}" for entry in PAGES],
    }


def head_data(
    current: str, choice: Choice, space: FilterSpace, dataset: Dataset, address: str
) -> dict[str, Any]:
    """Return the data for the script of the page head.

    Parameters
    ----------
    current : str
        Script of the current page.
    choice : Choice
        The current choice.
    space : FilterSpace
        The valid filter values.
    dataset : Dataset
        All tables, for the names.
    address : str
        Address of the page without parameters; empty until a QR code is requested.
    """
    filters = choice.filters
    words = language(filters.language)
    first, last = space.years
    query = urlencode(choice.query(space), safe=",")
    return {
        "labels": _labels(words),
        "menu": _menu(current, words),
        "years": {
            "lowest": first,
            "highest": last,
            "first": filters.years[0],
            "last": filters.years[1],
        }
        if first < last
        else None,
        "language": {
            "label": words.gettext("Language"),
            "value": filters.language,
            "options": [(code, language(code).endonym) for code in LANGUAGE_CODES],
        },
        "sectors": {
            "value": filters.sectors,
            "groups": _sector_groups(space, dataset, words),
        },
        "choices": _choices(filters, space, dataset, words),
        "questions": _questions(filters, space, dataset, words),
        "chips": chips(filters, space, dataset=dataset, language=words),
        "share": {
            "query": query,
            "replaces": choice.addressed,
            "qr": qr_code(f"{address}?{query}") if address else "",
            "remarks": share_remarks(address, words),
        },
    }


def sent_data(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data for the script, with the long lists by address where the server has one.

    No choice changes the options of select boxes, sectors and questions, but Streamlit would send
    them with every change.

    Parameters
    ----------
    data : dict
        Result of `head_data`.
    """
    lists = {
        "choices": [choice["options"] for choice in data["choices"]],
        "sectors": data["sectors"]["groups"],
        "questions": data["questions"] and data["questions"]["options"],
    }
    address = text_address(json.dumps(lists, ensure_ascii=False, separators=(",", ":")), "json")
    if address is None:
        return data

    def without(control: dict[str, Any], name: str) -> dict[str, Any]:
        return {key: value for key, value in control.items() if key != name}

    return {
        **data,
        "lists": address,
        "choices": [without(choice, "options") for choice in data["choices"]],
        "sectors": without(data["sectors"], "groups"),
        "questions": data["questions"] and without(data["questions"], "options"),
    }


def _nothing() -> None:
    """No-op: the state change triggers the rerun."""


def show_head(path: str, choice: Choice, space: FilterSpace, dataset: Dataset) -> None:
    """Draw menu and filters, and receive the messages of all components of the page.

    Parameters
    ----------
    path : str
        Script of the current page, as in `PAGES`.
    choice : Choice
        The current choice.
    space : FilterSpace
        The valid filter values.
    dataset : Dataset
        All tables, for the names.
    """
    state = st.session_state.get(PAGE_HEAD)
    address = state.get("address") if isinstance(state, Mapping) else None
    data = head_data(path, choice, space, dataset, address if isinstance(address, str) else "")
    _head(
        key=PAGE_HEAD,
        data={**sent_data(data), "heard": taken_message()},
        on_gesture_change=partial(take_message, PAGE_HEAD),
        on_address_change=_nothing,
    )
