"""The actions below a figure: its panels, of which one is open or none, and full screen."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import streamlit as st

from components.assets import component_parts, text_address
from components.controls.chosen import state_key
from components.page.visit import newly_arrived, note_panel
from data.choice.panels import CITE, CONTRADICTIONS, DOWNLOAD, LINK, PANELS, SOURCES, TABLE
from data.language.languages import language

SCREEN = "screen"
"""Code of the action that lets the card fill the screen; it opens no panel."""

ADD = "add"
"""Code of the action that adds the figure to the visitor's deck; it opens no panel."""

Names = dict[str, object]

_actions = st.components.v2.component(
    "atlas_card_actions",
    **component_parts("cards/card_actions.js", "cards/card_actions.css"),
)


@dataclass(frozen=True)
class Copied:
    """Texts of an open panel that a reader copies.

    Attributes
    ----------
    panel : str
        Code of the panel.
    query : str
        Parameters of the link to the figure.
    fields : sequence of pairs of str
        Label and text of each field; the browser fills the placeholders of
        `components.text.source_line`.
    """

    panel: str
    query: str
    fields: Sequence[tuple[str, str]]


@lru_cache(maxsize=16)
def _names(code: str) -> Names:
    """Return the texts of the actions in a language, which no choice changes."""
    _ = language(code).gettext
    names = {
        TABLE: _("Table"),
        SOURCES: _("Sources"),
        CONTRADICTIONS: _("Contradictions"),
        DOWNLOAD: _("Download"),
        CITE: _("Cite"),
        LINK: _("Link"),
        ADD: _("Add to deck"),
        SCREEN: _("Full screen"),
    }
    return {
        "label": _("Show below the chart"),
        "options": list(names.items()),
        "screen": names[SCREEN],
        "added": _("Added to your deck"),
        "leave": _("Leave full screen"),
        "copy": _("Copy"),
        "copied": _("Copied"),
    }


@lru_cache(maxsize=16)
def _names_text(code: str) -> str:
    return json.dumps(_names(code), ensure_ascii=False, separators=(",", ":"))


def panel_key(figure: str) -> str:
    """Return the key of the actions of a figure."""
    return f"panel_{figure}"


def _note_choice(figure: str) -> None:
    """Store the panel that the browser has opened; none if there is no such panel."""
    key = panel_key(figure)
    held = st.session_state.get(key)
    wanted = held.get("chosen") if isinstance(held, Mapping) else None
    panel = wanted if isinstance(wanted, str) and wanted in PANELS else ""
    st.session_state[state_key(key)] = panel
    note_panel(figure, panel)


def open_panel(figure: str) -> str:
    """Return the code of the open panel of a figure, empty for none.

    A link to the figure opens the panel that it names.
    """
    key = state_key(panel_key(figure))
    arrived = newly_arrived(key)
    if arrived and arrived.figure == figure:
        st.session_state[key] = arrived.panel
    held = st.session_state.get(key)
    return held if isinstance(held, str) and held in PANELS else ""


@dataclass(frozen=True, kw_only=True)
class Actions:
    """State of the actions of a figure.

    Attributes
    ----------
    figure : str
        Id of the figure.
    language : str
        Language code.
    opened : str
        Code of the open panel.
    contradictions : int
        Number of contradictions about its values; without any, their panel is not offered.
    arrival : int
        Number of the opened link that names the figure; 0 if none does.
    copied : Copied, optional
        Texts of the open panel, if it has texts to copy.
    without : str
        Code of a panel that is not offered; empty for none.
    """

    figure: str
    language: str
    opened: str
    contradictions: int
    arrival: int
    copied: Copied | None = None
    without: str = ""


def show_actions(actions: Actions) -> None:
    """Draw the actions of a figure."""
    figure, code, copied = actions.figure, actions.language, actions.copied
    address = text_address(_names_text(code), "json", lasting=True)
    data: Names = {
        **({"address": address} if address else {"names": _names(code)}),
        "figure": figure,
        "lang": code,
        "chosen": actions.opened,
        "count": actions.contradictions,
    }
    if actions.without:
        data["without"] = actions.without
    if actions.arrival:
        data["arrival"] = actions.arrival
    if copied:
        data["texts"] = {"panel": copied.panel, "fields": copied.fields}
        data["query"] = copied.query
    _actions(key=panel_key(figure), data=data, on_chosen_change=partial(_note_choice, figure))
