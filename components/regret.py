"""The page of regret: what a reader sees where the app itself fails, instead of an English error.

It is drawn by `serve.py`, for errors that nothing closer to their cause has caught.
"""

import logging
from html import escape
from traceback import extract_tb

import streamlit as st
from streamlit.errors import StreamlitAPIException

from components.choice import Choice
from components.markup import quiet_lines
from components.page_head import PAGES, show_head
from components.store import stored
from components.visit import browser_language, current_choice, current_page, is_open
from data.languages import Language, language

LONGEST_MESSAGE = 300
"""Characters of an error's message in the log."""

_LOGGER = logging.getLogger(__name__)
_STREAMLIT_LOG, _STREAMLIT_SAYING = "streamlit.error_util", "Uncaught app execution"


def log_one_line_per_error() -> None:
    """Keep Streamlit's traceback of an error out of the log, which says it in one line.

    The traceback is written at the level of debugging.
    """
    logging.getLogger(_STREAMLIT_LOG).addFilter(
        lambda record: record.getMessage() != _STREAMLIT_SAYING
    )


def _log(error: Exception) -> None:
    frames = extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "an unknown place"
    message = " ".join(str(error).split())[:LONGEST_MESSAGE]
    _LOGGER.error("%s in %s: %s", type(error).__name__, place, message)
    _LOGGER.debug("traceback", exc_info=error)


def _plain_menu(words: Language) -> str:
    """Return the menu as bare links, for where the head of the page is what fails."""
    links = " · ".join(
        f'<a href="./{entry.address}?lang={words.code}" target="_self">'
        f"{escape(words.gettext(entry.title))}</a>"
        for entry in PAGES
    )
    return f"<nav>{links}</nav>"


def _show_menu(choice: Choice, words: Language) -> None:
    """Draw the head of the page unless it stands there already."""
    dataset, space = stored()
    try:
        show_head(current_page(), choice, space, dataset)
    except StreamlitAPIException:
        return
    except Exception:  # noqa: BLE001, whatever fails in the head, the links remain
        st.html(_plain_menu(words))


def _choice_in_force() -> Choice | None:
    try:
        return current_choice(*stored()) if is_open() else None
    except Exception:  # noqa: BLE001, the page of regret has to do without
        return None


def show_regret(error: Exception) -> bool:
    """Say in the reader's language that the page failed, with the menu, and log one line.

    Parameters
    ----------
    error : Exception
        What nothing else has caught.

    Returns
    -------
    bool
        True: Streamlit's own error box is not shown.
    """
    _log(error)
    choice = _choice_in_force()
    words = language(choice.filters.language if choice else browser_language())
    _ = words.gettext
    if choice is None:
        st.html(_plain_menu(words))
    else:
        _show_menu(choice, words)
    st.error(
        _("This page could not be shown. The fault is in the Atlas, not in what you did."),
        icon=":material/report:",
    )
    advice = _("Choose something else in the menu, or reload the page.")
    again = _("Reload the page")
    st.html(f'{quiet_lines([advice])}<p><a href="" target="_self">{escape(again)}</a></p>')
    return True
