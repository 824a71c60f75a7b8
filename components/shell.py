"""The frame around every page: settings, menu, filters, messages, footer."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components.markup import atlas_name, quiet_lines, text_list
from components.problem_text import problem_text
from components.filter_bar import show_filters
from components.state import (
    current_filters,
    enter_page,
    refusals,
    settle_page,
    show_in_address,
)
from components.store import stored
from components.style import STYLE
from components.wording import later
from data.citation import citation
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language, language

QUOTED_PARTS = 5
"""How many parts of a link are quoted at most."""

SIDEBAR_PIXELS = 210

TITLE = later("Kazakhstan–Türkiye Atlas")


@dataclass(frozen=True)
class Entry:
    """One page of the menu."""

    path: str
    title: str
    icon: str


PAGES = (
    Entry("dashboard.py", later("Overview"), ":material/dashboard:"),
    Entry("pages/trade.py", later("Trade"), ":material/swap_horiz:"),
    Entry("pages/investment.py", later("Investment"), ":material/account_balance:"),
    Entry("pages/energy_routes.py", later("Energy routes"), ":material/map:"),
    Entry("pages/survey.py", later("Survey"), ":material/ballot:"),
    Entry("pages/sources.py", later("Sources"), ":material/menu_book:"),
)


@dataclass(frozen=True)
class View:
    """What a page builds on.

    Attributes
    ----------
    dataset : Dataset
        All tables.
    filters : Filters
        The reader's choice.
    language : Language
        Language of the page.
    """

    dataset: Dataset
    filters: Filters
    language: Language


def _draw_menu(words: Language) -> None:
    # The links name no filters: a choice does not draw them anew, and the session keeps it.
    for entry in PAGES:
        st.page_link(entry.path, label=words.gettext(entry.title), icon=entry.icon)


def _tell_refusals(words: Language) -> None:
    _ = words.gettext
    refused = refusals()
    if refused:
        st.warning(
            _("Parts of the link are unknown here and were left out:"), icon=":material/link_off:"
        )
        parts = [f"{part.parameter}={part.text}" for part in refused[:QUOTED_PARTS]]
        if len(refused) > QUOTED_PARTS:
            rest = len(refused) - QUOTED_PARTS
            more = _("and {count} more")
            parts.append(more.format(count=words.number(rest)))
        st.html(text_list(parts))


def _tell_problems(dataset: Dataset, words: Language) -> None:
    _ = words.gettext
    if not dataset.problems:
        return
    count = len(dataset.problems)
    title = words.ngettext(
        "{count} fault in the data files", "{count} faults in the data files", count
    ).format(count=count)
    with st.expander(title, icon=":material/report:"):
        st.html(text_list(problem_text(problem, words) for problem in dataset.problems))


def _draw_footer(words: Language) -> None:
    st.html(f"<hr>{quiet_lines([citation(words)])}")


Draw = Callable[[View], None]
"""Draws the content of a page."""


@st.fragment
def _draw_content(draw: Draw, menu_language: str) -> None:
    """Draw what follows the filters, and the filters themselves; a choice runs only this anew.

    Only a new language concerns the menu as well.
    """
    dataset, space = stored()
    filters = current_filters(space)
    if filters.language != menu_language:
        st.rerun()
    words = language(filters.language)
    show_filters(filters, space, dataset)
    show_in_address(filters, space)
    _tell_refusals(words)
    _tell_problems(dataset, words)
    draw(View(dataset, filters, words))
    settle_page()


def show_page(title: str, draw: Draw) -> None:
    """Draw a page: the menu beside it, the filters above its content, the footer below.

    Parameters
    ----------
    title : str
        English title of the page, marked for the catalogues.
    draw : function
        Draws the content for the data, filters and language of a run.
    """
    _dataset, space = stored()
    filters = current_filters(space)
    enter_page(title)
    words = language(filters.language)
    _ = words.gettext
    st.set_page_config(
        page_title=f"{_(title)} · {_(TITLE)}",
        page_icon="🧭",
        layout="wide",
        initial_sidebar_state=SIDEBAR_PIXELS,
    )
    st.html(STYLE)
    with st.sidebar:
        st.html(atlas_name(_(TITLE)))
        _draw_menu(words)
    _draw_content(draw, words.code)
    _draw_footer(words)
