"""What the page of decks shows in a session: which deck, in which language, which slide is open."""

from dataclasses import dataclass, replace
from functools import lru_cache

import streamlit as st

from components.decks.document import THEMES
from components.figures.registry import FIGURES
from components.page.held_deck import linked_draft, own_draft
from components.process.figures import stored, stored_generation
from data.decks.draft import Draft, draft_of
from data.decks.files import BUILT_IN, load_deck
from data.language.languages import LANGUAGE_CODES

OWN, LINKED = "own", "link"
"""Codes of the visitor's own deck and that of a link, beside the names of the built-in decks."""

_SETTINGS = "atlas_deck_settings"


@dataclass(frozen=True, kw_only=True)
class DeckSettings:
    """What the page shows.

    Attributes
    ----------
    deck : str
        `OWN`, `LINKED` or the name of a built-in deck; empty for the first that has slides.
    code : str
        Language of the slides; empty for that of the page.
    theme : str
        One of `THEMES`.
    opened : int
        Number of the slide in the editor; 0 for none.
    """

    deck: str = ""
    code: str = ""
    theme: str = THEMES[0]
    opened: int = 0


def current_settings() -> DeckSettings:
    """Return what the page shows in this session."""
    held: DeckSettings = st.session_state.get(_SETTINGS, DeckSettings())
    return held


def set_deck(name: str) -> None:
    """Show the visitor's own deck, that of a link or a built-in one; others are ignored."""
    if name in (OWN, LINKED, *BUILT_IN):
        st.session_state[_SETTINGS] = replace(current_settings(), deck=name, opened=0)


def set_code(code: str) -> None:
    """Set the language of the slides; unknown codes are ignored."""
    if code in LANGUAGE_CODES:
        st.session_state[_SETTINGS] = replace(current_settings(), code=code)


def set_theme(theme: str) -> None:
    """Set the colours of the slides; unknown ones are ignored."""
    if theme in THEMES:
        st.session_state[_SETTINGS] = replace(current_settings(), theme=theme)


def set_opened(key: int) -> None:
    """Open a slide in the editor, or none."""
    st.session_state[_SETTINGS] = replace(current_settings(), opened=key)


def shown_deck() -> str:
    """Return the code of the shown deck: without a choice, that of a link, or the own one."""
    chosen = current_settings().deck
    if chosen and (chosen != LINKED or linked_draft()):
        return chosen
    if linked_draft():
        return LINKED
    return OWN if own_draft().slides else BUILT_IN[0]


@lru_cache(maxsize=2 * len(BUILT_IN))
def _built_in(name: str, generation: int) -> Draft:  # noqa: ARG001, data edited since have another
    _dataset, space = stored()
    return draft_of(load_deck(name, figures=FIGURES, space=space).deck)


def built_in(name: str) -> Draft:
    """Return a built-in deck."""
    return _built_in(name, stored_generation())


def shown_draft() -> Draft:
    """Return the shown deck."""
    name = shown_deck()
    if name == OWN:
        return own_draft()
    return (linked_draft() if name == LINKED else None) or built_in(name)
