"""The visitor's own deck in the session: slides that figures add, and its changes."""

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

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
_PROBLEMS = "atlas_deck_problems"

LINK = "link"
"""Name of a deck in a link, among the faults of files."""


def own_draft() -> Draft:
    """Return the deck of this session; without slides at the start."""
    held: Draft = st.session_state.get(_OWN, draft_of(Deck()))
    return held


def change_own(change: Callable[[Draft], Draft]) -> None:
    """Change the deck of this session."""
    st.session_state[_OWN] = change(own_draft())


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


def open_code(code: str, space: FilterSpace) -> bool:
    """Replace the deck by that of a link, as `open_content` does."""
    return open_content(decoded(code), LINK, space)
