"""Decks in the session: the visitor's own with its changes, and that of an opened link."""

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

from components.export.held_decks import deck_address
from components.export.served import is_served
from components.figures.registry import FIGURES, SUBJECTS, shown_choice
from components.figures.route_map import MAP
from data.choice.map_parameters import AS_OF
from data.choice.parameters import LANGUAGE, PARAMETERS, YEARS, Filters, FilterSpace, without
from data.choice.reading import to_query
from data.choice.subjects import EVERYTHING, Scope
from data.decks.draft import Draft, add, draft_of, replace_all
from data.decks.files import parse_deck
from data.decks.links import decoded
from data.decks.model import Deck, Slide
from data.decks.problems import DeckProblem

_OWN = "atlas_deck"
_LINKED = "atlas_deck_linked"
_ADDRESS = "atlas_deck_address"
_PROBLEMS = "atlas_deck_problems"

LINK = "link"
"""Name of a deck in a link, among the faults of files."""


def own_draft() -> Draft:
    """Return the deck of this session; without slides at the start."""
    held: Draft = st.session_state.get(_OWN, draft_of(Deck()))
    return held


def change_own(change: Callable[[Draft], Draft]) -> None:
    """Change the deck of this session."""
    draft = change(own_draft())
    st.session_state[_OWN] = draft
    st.session_state[_ADDRESS] = deck_address(draft.deck) if draft.slides and is_served() else ""


def kept_deck() -> dict[str, object]:
    """Return what the browser needs to keep the deck, so that a lost session can be restored.

    It fetches the deck from an address, which is empty without slides. A session without changes
    takes the deck that the browser has kept.
    """
    draft = own_draft()
    address: str = st.session_state.get(_ADDRESS, "")
    return {"address": address, "changed": bool(draft.slides or draft.past)}


def restore_own(text: object, space: FilterSpace) -> None:
    """Set the deck that the browser has kept, unless this session has one.

    Parameters
    ----------
    text : object
        Text of the deck file, not validated.
    space : FilterSpace
        The valid filter values.
    """
    if isinstance(text, str) and not kept_deck()["changed"]:
        loaded = parse_deck(text, LINK, figures=FIGURES, space=space)
        change_own(lambda _draft: draft_of(loaded.deck))


def linked_draft() -> Draft | None:
    """Return the deck of the link that was opened; None without one."""
    held: Draft | None = st.session_state.get(_LINKED)
    return held


def slide_count() -> int:
    """Return the number of slides in the deck of this session."""
    return len(own_draft().slides)


def deck_problems() -> tuple[DeckProblem, ...]:
    """Return the faults of the last opened deck file."""
    held: tuple[DeckProblem, ...] = st.session_state.get(_PROBLEMS, ())
    return held


def note_problems(problems: tuple[DeckProblem, ...] = ()) -> None:
    """Store the faults of an opened deck file; without any, clear them."""
    st.session_state[_PROBLEMS] = problems


def slide_filters(figure: str, filters: Filters, space: FilterSpace) -> Filters:
    """Return filters with those that do not affect a figure reset to the defaults of a link.

    Parameters
    ----------
    figure : str
        Id of the figure.
    filters : Filters
        The selected filters.
    space : FilterSpace
        The valid filter values.
    """
    start = space.start(filters.language)
    shown = shown_choice(figure, filters)
    if figure == MAP:
        own = None if filters.map_year == start.map_year else filters.map_year
        filters = AS_OF.set(without(filters, Scope.PLACES), own)
        shown = filters = YEARS.set(filters, start.years)
    subjects = {SUBJECTS[figure]} if figure in SUBJECTS else EVERYTHING
    for parameter in PARAMETERS.values():
        reset = parameter.value(shown) != parameter.value(filters)
        if reset or (parameter is not LANGUAGE and parameter.concerns.isdisjoint(subjects)):
            filters = parameter.set(filters, parameter.value(start))
    return filters


def choice_of(figure: str, filters: Filters, space: FilterSpace) -> str:
    """Return the choice of a slide: the parameters of a link that affect a figure.

    Parameters
    ----------
    figure : str
        Id of the figure.
    filters : Filters
        The selected filters.
    space : FilterSpace
        The valid filter values.
    """
    query = to_query(slide_filters(figure, filters, space), space)
    query.pop(LANGUAGE.name, None)
    return urlencode(query, safe=",")


def add_figure(figure: str, filters: Filters, space: FilterSpace) -> None:
    """Add a slide with a figure as it is shown; an unknown figure is ignored."""
    if figure in FIGURES:
        slide = Slide(figure=figure, choice=choice_of(figure, filters, space))
        change_own(lambda draft: add(draft, slide))


def open_content(content: bytes, name: str, space: FilterSpace) -> bool:
    """Replace the deck by that of a file, as far as it is valid, and note the faults of the file.

    Parameters
    ----------
    content : bytes
        The content, not validated.
    name : str
        Name of the file, for the faults.
    space : FilterSpace
        The valid filter values.

    Returns
    -------
    bool
        Whether there was a slide; without any, the deck stays as it is.
    """
    loaded = parse_deck(content, name, figures=FIGURES, space=space)
    note_problems(loaded.problems)
    if loaded.deck.slides:
        change_own(lambda draft: replace_all(draft, loaded.deck))
    return bool(loaded.deck.slides)


def open_code(code: str, space: FilterSpace) -> None:
    """Set the deck of a link, as far as it is valid, and note its faults; the own deck stays."""
    loaded = parse_deck(decoded(code), LINK, figures=FIGURES, space=space)
    note_problems(loaded.problems)
    if loaded.deck.slides:
        st.session_state[_LINKED] = draft_of(loaded.deck)
