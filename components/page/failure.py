"""Error page for uncaught exceptions, with the menu, in the language of the session.

`serve.py` calls it as the handler of script errors.
"""

import streamlit as st
from markupsafe import Markup
from streamlit.errors import StreamlitAPIException

from components.cards.markup import quiet_lines
from components.controls.page_head import PAGES, Place, show_head
from components.page.choice import Choice
from components.page.visit import browser_language, current_choice, current_page, is_open
from components.process.figures import stored
from components.server.error_log import log_error
from components.templates import macro
from data.language.languages import Language, language

_menu = macro("page/failure.html", "menu")
_reload = macro("page/failure.html", "reload")


def _plain_menu(words: Language) -> Markup:
    """Return the menu as plain links, for failures of the page head itself."""
    return _menu(
        [(f"./{entry.address}?lang={words.code}", words.gettext(entry.title)) for entry in PAGES]
    )


def _show_menu(choice: Choice, words: Language) -> None:
    """Draw the page head unless it is already drawn."""
    dataset, space = stored()
    try:
        show_head(Place(page=current_page()), choice, space, dataset)
    except StreamlitAPIException:
        return
    except Exception:  # noqa: BLE001, plain links replace a failed page head
        st.html(_plain_menu(words))


def _choice_in_force() -> Choice | None:
    try:
        return current_choice(*stored()) if is_open() else None
    except Exception:  # noqa: BLE001, the error page also works without filters
        return None


def show_failure(error: Exception) -> bool:
    """Show that the page failed, with the menu, and log the error in one line.

    Parameters
    ----------
    error : Exception
        The uncaught exception.

    Returns
    -------
    bool
        True, so that Streamlit does not show its own error box.
    """
    log_error(error, "drawing a page")
    choice = _choice_in_force()
    words = language(choice.filters.language if choice else browser_language())
    _ = words.gettext
    if choice is None:
        st.html(_plain_menu(words))
    else:
        _show_menu(choice, words)
    st.error(
        _("This page could not be shown. The error is in the Atlas, not in your input."),
        icon=":material/report:",
    )
    advice = _("Choose something else in the menu, or reload the page.")
    again = _("Reload the page")
    st.html(quiet_lines([advice]) + _reload(again))
    return True
