"""Session state: current choice, page and address across the runs of a session."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.controls.gestures import Message, latest_message
from components.map.content import without_outdated_camera
from components.page.apart import redraw_outdated
from components.page.choice import Choice, changed, opened, reread
from components.page.figure_places import page_of, section_of
from components.page.held_deck import add_figure, open_code
from components.page.own_years import within_tables
from components.process.figures import stored
from data.choice.map_parameters import SELECTED
from data.choice.parameters import FIGURE, PANEL, Filters, FilterSpace
from data.choice.reading import Refusal
from data.decks.links import DECK
from data.language.languages import preferred_language
from data.load.dataset import Dataset

GESTURE = "gesture"
"""Name of the component state that has the messages."""

_CHOICE = "atlas_choice"
_SPACE = "atlas_space"
_PAGE = "atlas_page"
_PAGE_OF_RUN = "atlas_page_of_run"
_WANTED = "atlas_page_wanted"
_TAKEN = "atlas_message_taken"
_MAP_ROUND = "atlas_map_round"
_ROUND = "atlas_selection_round_"
_SELECTED = "atlas_year_selection"
_CLICKED = "atlas_clicked"
_ARRIVAL = "atlas_arrival"


def _came_by_history() -> bool:
    """Return whether the back or forward button of the browser caused this run."""
    context = get_script_run_ctx()
    return bool(context and context.is_history_navigation)


def browser_language() -> str:
    """Return the code of the language that the browser prefers, or English."""
    return preferred_language(st.context.headers.get("Accept-Language") or st.context.locale)


def _keep(choice: Choice, space: FilterSpace) -> None:
    st.session_state[_CHOICE] = choice
    st.session_state[_SPACE] = space


def open_address(dataset: Dataset, space: FilterSpace) -> None:
    """Read the choice from the address at the start of a session, and after back or forward.

    In other runs the address is not read, because the one sent by the browser may be outdated.
    """
    choice: Choice | None = st.session_state.get(_CHOICE)
    if choice is not None and not _came_by_history():
        return
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    for code in query.pop(DECK, ())[:1]:
        open_code(code, space)
    language = choice.filters.language if choice and query else browser_language()
    _keep(opened(query, space, language, complete=not dataset.problems), space)
    forget_selections()
    if choice is None:
        _arrive(dataset, space)


def _arrive(dataset: Dataset, space: FilterSpace) -> None:
    """Lead to the figure that the choice names: request its page, and open its section."""
    choice: Choice = st.session_state[_CHOICE]
    figure = choice.filters.figure
    if not figure:
        return
    st.session_state[_ARRIVAL] = arrival() + 1
    st.session_state[_WANTED] = page_of(figure)
    section = section_of(figure, dataset)
    if section:
        _keep(replace(choice, filters=replace(choice.filters, section=section)), space)


def arrival() -> int:
    """Return the number of links to a figure that have been opened."""
    number: int = st.session_state.get(_ARRIVAL, 0)
    return number


def newly_arrived(key: str) -> Filters | None:
    """Return the filters of a link to a figure, once for each opened link; None at other times.

    Parameters
    ----------
    key : str
        Who asks.
    """
    key = f"{_ARRIVAL}_{key}"
    if st.session_state.get(key, 0) == arrival():
        return None
    st.session_state[key] = arrival()
    return current_filters()


def note_panel(figure: str, panel: str) -> None:
    """Note the panel that a reader has opened or closed; the browser has it in the address."""
    if not is_open():
        return
    choice: Choice = st.session_state[_CHOICE]
    filters = replace(choice.filters, figure=figure if panel else "", panel=panel)
    _keep(replace(choice, filters=filters), st.session_state[_SPACE])


def current_choice(dataset: Dataset, space: FilterSpace) -> Choice:
    """Return the current choice, validated again after a reload of the data."""
    choice: Choice = st.session_state[_CHOICE]
    before: FilterSpace = st.session_state[_SPACE]
    if before is not space:
        if before != space:
            choice = reread(choice, before, space, complete=not dataset.problems)
        _keep(choice, space)
    return choice


def is_open() -> bool:
    """Return whether this session has a choice; it has none before its first run."""
    return _CHOICE in st.session_state


def current_filters() -> Filters:
    """Return the filters of the current choice."""
    choice: Choice = st.session_state[_CHOICE]
    return choice.filters


def refusals() -> tuple[Refusal, ...]:
    """Return the invalid parts of the link; empty after the next user action."""
    choice: Choice = st.session_state[_CHOICE]
    return choice.refusals


def show_in_address(space: FilterSpace) -> None:
    """Write the choice into the address after a user action has changed it.

    A choice read from the address adds no entry to the browser history; the page head normalises
    its address.
    """
    choice: Choice = st.session_state[_CHOICE]
    if choice.addressed:
        return
    query = choice.query(space)
    if dict(st.query_params) != query:
        st.query_params.from_dict(query)
    _keep(
        Choice(filters=choice.filters, waiting=choice.waiting, refusals=choice.refusals),
        space,
    )


def _page_of_run() -> str:
    """Return Streamlit's hash of the page whose message caused this run."""
    context = get_script_run_ctx()
    return context.page_script_hash if context else ""


def enter_page(path: str) -> None:
    """Record the current page; on a new page, reset the clicks in charts."""
    if st.session_state.get(_PAGE) != path:
        st.session_state[_CLICKED] = {}
    st.session_state[_PAGE] = path
    st.session_state[_PAGE_OF_RUN] = _page_of_run()


def came_from_another_page() -> bool:
    """Return whether the message that caused this run was sent from the previous page.

    The browser may repeat a message before it has received the response.
    """
    return bool(st.session_state.get(_PAGE_OF_RUN) != _page_of_run())


def current_page() -> str:
    """Return the script of the current page; before the first one, that of the landing page."""
    path: str = st.session_state.get(_PAGE, "dashboard.py")
    return path


def wanted_page() -> str:
    """Return the page requested in the menu, and clear the request."""
    wanted: str = st.session_state.pop(_WANTED, "")
    return wanted


def taken_message() -> tuple[str, int]:
    """Return the tab and the number of the last processed message."""
    taken: tuple[str, int] = st.session_state.get(_TAKEN, ("", 0))
    return taken


def choose(changes: Sequence[tuple[str, str]] | Mapping[str, str]) -> None:
    """Apply changes of link parameters, not validated, to the choice.

    Invalid changes are ignored. Selections in charts and on the map that contradict the new choice
    are reset.
    """
    if not is_open():
        return
    dataset, space = stored()
    choice = current_choice(dataset, space)
    pairs = changes.items() if isinstance(changes, Mapping) else changes
    within = within_tables(pairs, space, page=current_page())
    after = changed(choice, within, space, complete=not dataset.problems)
    kept = without_outdated_camera(dataset, choice.filters, after.filters)
    after = replace(after, filters=kept)
    if after.filters.years != choice.filters.years:
        forget_selections()
    if after.filters.route != choice.filters.route:
        st.session_state[_MAP_ROUND] = map_round() + 1
    if after.filters.language != choice.filters.language:
        # A new language redraws the charts without their selections.
        st.session_state[_CLICKED] = {}
    _keep(after, space)


def take_message(key: str) -> None:
    """Process a message of the component `key`: filter changes, or the request for a page.

    A message is processed once, even if it arrives several times.
    """
    choice = st.session_state.get(key)
    message = latest_message(choice.get(GESTURE)) if isinstance(choice, Mapping) else None
    if message is not None and is_open():
        _take(message)
        redraw_outdated()


def _take(message: Message) -> None:
    tab, number = taken_message()
    if message.tab == tab and message.number <= number:
        return
    st.session_state[_TAKEN] = (message.tab, message.number)
    named = {name for name, _text in message.changes} & {FIGURE.name}
    # A figure of this page is not on another one.
    left = ((FIGURE.name, ""), (PANEL.name, "")) if message.page and not named else ()
    if message.added:
        choose(message.changes)
        _dataset, space = stored()
        for figure in message.added:
            add_figure(figure, current_filters(), space)
    choose((*message.changes, *left))
    if message.page:
        st.session_state[_WANTED] = message.page
    if named:
        _arrive(*stored())


def select_on_map(code: str) -> None:
    """Select a route, facility, place or country; a second selection of it clears it.

    The map's own selection is reset at once, so that map, select box and table agree.
    """
    if is_open():
        choose({SELECTED.name: "" if code == current_filters().route else code})
        st.session_state[_MAP_ROUND] = map_round() + 1
        redraw_outdated()


def map_round() -> int:
    """Return a number for the key of the map, which changes to reset its selection."""
    current: int = st.session_state.setdefault(_MAP_ROUND, 0)
    return current


def forget_selections(but: str = "") -> None:
    """Reset the brushes of years in charts, so that none contradicts the filters.

    Charts without a selection are not redrawn.

    Parameters
    ----------
    but : str
        Id of a figure that keeps its selection.
    """
    choice = st.session_state.get(_SELECTED, "")
    if choice and choice != but:
        st.session_state[_ROUND + choice] = selection_round(choice) + 1
        st.session_state[_SELECTED] = ""


def record_year_selection(figure: str) -> None:
    """Record the figure whose brush has the years of the choice; empty for none."""
    st.session_state[_SELECTED] = figure


def selection_round(figure: str) -> int:
    """Return a number for the key of a chart, which changes to reset its selection."""
    current: int = st.session_state.setdefault(_ROUND + figure, 0)
    return current


def replace_clicked(key: str, now: set[str]) -> set[str]:
    """Store the current selection `now` in the chart `key`, and return the previous one."""
    clicked: dict[str, set[str]] = st.session_state.setdefault(_CLICKED, {})
    before = clicked.get(key, set())
    clicked[key] = now
    return before
