"""A reader's visit: the choice, the page and the address across the runs of one session."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.controls.gestures import Message, latest_message
from components.page.choice import Choice, changed, opened, reread
from components.process.figures import stored
from data.choice.parameters import SELECTED, Filters, FilterSpace
from data.choice.reading import Refusal
from data.language.languages import wished_language
from data.load.dataset import Dataset

GESTURE = "gesture"
"""Name under which a component sends a message."""

_CHOICE = "atlas_choice"
_SPACE = "atlas_space"
_PAGE = "atlas_page"
_PAGE_OF_RUN = "atlas_page_of_run"
_WANTED = "atlas_page_wanted"
_TAKEN = "atlas_message_taken"
_MAP_ROUND = "atlas_map_round"
_ROUND = "atlas_selection_round_"
_SELECTED = "atlas_selection_held"
_CLICKED = "atlas_clicked"


def _came_by_history() -> bool:
    """Tell whether the browser's own buttons, back or forward, caused this run."""
    context = get_script_run_ctx()
    return bool(context and context.is_history_navigation)


def browser_language() -> str:
    """Return the language that the reader's browser asks for, among those of the Atlas."""
    return wished_language(st.context.headers.get("Accept-Language") or st.context.locale)


def _keep(choice: Choice, space: FilterSpace) -> None:
    st.session_state[_CHOICE] = choice
    st.session_state[_SPACE] = space


def open_address(dataset: Dataset, space: FilterSpace) -> None:
    """Read the choice from the address at the start of a visit, and after back or forward.

    At any other time the address follows the choice: what a message of the browser says of it may
    be older than the choice.
    """
    held: Choice | None = st.session_state.get(_CHOICE)
    if held is not None and not _came_by_history():
        return
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    language = held.filters.language if held and query else browser_language()
    _keep(opened(query, space, language, complete=not dataset.problems), space)
    forget_selections()


def current_choice(dataset: Dataset, space: FilterSpace) -> Choice:
    """Return the choice in force, read anew where the data have changed."""
    held: Choice = st.session_state[_CHOICE]
    before: FilterSpace = st.session_state[_SPACE]
    if before is not space:
        if before != space:
            held = reread(held, before, space, complete=not dataset.problems)
        _keep(held, space)
    return held


def is_open() -> bool:
    """Tell whether this session has a choice yet; before its first run it has none."""
    return _CHOICE in st.session_state


def current_filters() -> Filters:
    """Return what is shown by the choice in force."""
    held: Choice = st.session_state[_CHOICE]
    return held.filters


def refusals() -> tuple[Refusal, ...]:
    """Return the parts of the link that could not be followed, until the reader chooses anew."""
    held: Choice = st.session_state[_CHOICE]
    return held.refusals


def show_in_address(space: FilterSpace) -> None:
    """Write the choice into the address, where a gesture has changed it.

    A choice that came from the address leaves no step to go back to; the head of the page writes
    it there in the form of the Atlas.
    """
    held: Choice = st.session_state[_CHOICE]
    if held.addressed:
        return
    query = held.query(space)
    if dict(st.query_params) != query:
        st.query_params.from_dict(query)
    _keep(
        Choice(filters=held.filters, waiting=held.waiting, refusals=held.refusals),
        space,
    )


def _page_of_run() -> str:
    """Return what Streamlit calls the page that the message which caused this run came from."""
    context = get_script_run_ctx()
    return context.page_script_hash if context else ""


def enter_page(path: str) -> None:
    """Note which page is drawn; charts of a new one are drawn with nothing clicked."""
    if st.session_state.get(_PAGE) != path:
        st.session_state[_CLICKED] = {}
    st.session_state[_PAGE] = path
    st.session_state[_PAGE_OF_RUN] = _page_of_run()


def came_from_another_page() -> bool:
    """Tell whether the message that caused this run was sent before the page that is drawn came.

    The browser may send one again while the answer to it is on its way.
    """
    return bool(st.session_state.get(_PAGE_OF_RUN) != _page_of_run())


def current_page() -> str:
    """Return the script of the page that was entered last; that of the first before any was."""
    path: str = st.session_state.get(_PAGE, "dashboard.py")
    return path


def wanted_page() -> str:
    """Return the page that the reader has asked for in the menu; asked once, it is forgotten."""
    wanted: str = st.session_state.pop(_WANTED, "")
    return wanted


def taken_message() -> tuple[str, int]:
    """Return the tab and the number of the last message that was taken."""
    taken: tuple[str, int] = st.session_state.get(_TAKEN, ("", 0))
    return taken


def choose(changes: Sequence[tuple[str, str]] | Mapping[str, str]) -> None:
    """Take a gesture: parameters of a link with their texts, which anybody may have sent.

    What makes no sense changes nothing. What is selected inside charts and on the map is
    forgotten where the choice contradicts it.
    """
    if not is_open():
        return
    dataset, space = stored()
    held = current_choice(dataset, space)
    pairs = changes.items() if isinstance(changes, Mapping) else changes
    after = changed(held, pairs, space)
    if after.filters.years != held.filters.years:
        forget_selections()
    if after.filters.route != held.filters.route:
        st.session_state[_MAP_ROUND] = map_round() + 1
    if after.filters.language != held.filters.language:
        # Charts are drawn anew in another language, and what was clicked in them is gone.
        st.session_state[_CLICKED] = {}
    _keep(after, space)


def take_message(key: str) -> None:
    """Take what the component `key` has sent: changes of the choice, or the wish for a page.

    A message that was taken before is not taken again, however often it arrives.
    """
    held = st.session_state.get(key)
    message = latest_message(held.get(GESTURE)) if isinstance(held, Mapping) else None
    if message is not None and is_open():
        _take(message)


def _take(message: Message) -> None:
    tab, number = taken_message()
    if message.tab == tab and message.number <= number:
        return
    st.session_state[_TAKEN] = (message.tab, message.number)
    choose(message.changes)
    if message.page:
        st.session_state[_WANTED] = message.page


def select_on_map(code: str) -> None:
    """Select a route, facility, place or country; selecting it again takes it back.

    What was clicked is forgotten at once, so that map, list and table never disagree.
    """
    if is_open():
        choose({SELECTED.name: "" if code == current_filters().route else code})
        st.session_state[_MAP_ROUND] = map_round() + 1


def map_round() -> int:
    """Return a number that changes when the map is to forget what was clicked on it."""
    current: int = st.session_state.setdefault(_MAP_ROUND, 0)
    return current


def forget_selections(but: str = "") -> None:
    """Forget the years selected inside a chart, so that no stale brush contradicts the filters.

    A chart that holds no selection stays as it is: drawing it anew would cost the reader time.

    Parameters
    ----------
    but : str
        Id of a figure that keeps its selection.
    """
    held = st.session_state.get(_SELECTED, "")
    if held and held != but:
        st.session_state[_ROUND + held] = selection_round(held) + 1
        st.session_state[_SELECTED] = ""


def hold_selection(figure: str) -> None:
    """Note that the years selected inside a figure are those of the choice; "" for none."""
    st.session_state[_SELECTED] = figure


def selection_round(figure: str) -> int:
    """Return a number that changes when the selection inside a figure is to be forgotten."""
    current: int = st.session_state.setdefault(_ROUND + figure, 0)
    return current


def clicked_before(key: str, now: set[str]) -> set[str]:
    """Return what was selected in the chart `key` before, and keep what is selected now."""
    clicked: dict[str, set[str]] = st.session_state.setdefault(_CLICKED, {})
    before = clicked.get(key, set())
    clicked[key] = now
    return before
