"""Shell of every page: page settings, menu and filters, messages, footer."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

import streamlit as st

from components.cards.markup import Target, go_link, page_footer, text_list
from components.controls.page_head import PAGES, TITLE, Place, show_head
from components.page.apart import (
    APART,
    CONTENT,
    is_content_outdated,
    is_outdated,
    note_content,
    note_drawn,
    runs_alone,
    watch_apart,
)
from components.page.print_places import watch_printing
from components.page.style import PAGE_STYLE
from components.page.visit import (
    came_from_another_page,
    current_choice,
    enter_page,
    open_address,
    refusals,
    show_in_address,
    wanted_page,
)
from components.process.figures import stored
from components.templates import joined
from components.text.refusals import refusal_text
from data.choice.parameters import Filters
from data.choice.subjects import Subject
from data.citation import citation
from data.language.languages import Language, language
from data.load.dataset import Dataset
from data.load.problem_text import problem_texts

QUOTED_PARTS = 5
"""Greatest number of quoted parts of a link."""


@dataclass(frozen=True)
class View:
    """Input of the drawing functions of a page.

    Attributes
    ----------
    dataset : Dataset
        All tables.
    filters : Filters
        The selected filters.
    language : Language
        Language of the page.
    """

    dataset: Dataset
    filters: Filters
    language: Language


def _show_refusals(words: Language) -> None:
    _ = words.gettext
    refused = refusals()
    if refused:
        st.warning(_("Parts of the link could not be applied:"), icon=":material/link_off:")
        parts = [refusal_text(part, words) for part in refused[:QUOTED_PARTS]]
        if len(refused) > QUOTED_PARTS:
            rest = len(refused) - QUOTED_PARTS
            more = _("and {count} more")
            parts.append(more.format(count=words.number(rest)))
        st.html(text_list(parts))


def _show_problems(dataset: Dataset, words: Language) -> None:
    _ = words.gettext
    if not dataset.problems:
        return
    count = dataset.problem_count
    title = words.ngettext(
        "{count} fault in the data files", "{count} faults in the data files", count
    ).format(count=words.number(count))
    omitted = count - len(dataset.problems)
    with st.expander(title, icon=":material/report:"):
        st.html(text_list(problem_texts(dataset.problems, words, omitted)))


ABOUT = "pages/about.py"
"""Page about the Atlas, to which the other pages link where there is one."""


def _draw_footer(path: str, words: Language) -> None:
    _ = words.gettext
    purpose = _(
        "This Atlas shows the evidence of a PhD dissertation on relations between Kazakhstan and "
        "Türkiye in 1991–2025, each number with its place in the source."
    )
    titles = {entry.path: _(entry.title) for entry in PAGES}
    more = [" ", go_link(Target(ABOUT), titles[ABOUT])] if ABOUT in titles and path != ABOUT else []
    st.html(page_footer([joined([purpose, *more]), citation(words)]))


@dataclass(frozen=True)
class Part:
    """A part of a page: the function that draws it, and what it shows."""

    draw: Callable[[View], None]
    subjects: frozenset[Subject]
    seen: Callable[[View], Hashable] | None = None
    """What the picture of a part depends on that is drawn apart, the last of a page."""

    def __call__(self, view: View) -> None:
        """Draw it."""
        self.draw(view)


Draw = Callable[[View], None]
"""Draws a part of a page; it is a `Part` if filters have an effect on it."""


def apart(
    *subjects: Subject, seen: Callable[[View], Hashable]
) -> Callable[[Callable[[View], None]], Part]:
    """Return a decorator for the last part of a page that only a changed picture redraws.

    Parameters
    ----------
    *subjects : Subject
        What it shows.
    seen : function
        Returns what its picture depends on.
    """
    return lambda draw: Part(draw, frozenset(subjects), seen)


def showing(*subjects: Subject) -> Callable[[Callable[[View], None]], Part]:
    """Return a decorator that says what the function of a part shows.

    Parameters
    ----------
    *subjects : Subject
        What filters must change for the bar to have a control for them.
    """
    return lambda draw: Part(draw, frozenset(subjects))


def subjects_of(parts: Iterable[Draw]) -> frozenset[Subject]:
    """Return what some parts of a page show."""
    found = (part.subjects for part in parts if isinstance(part, Part))
    return frozenset[Subject]().union(*found)


def _current_view() -> View:
    dataset, space = stored()
    filters = current_choice(dataset, space).filters
    return View(dataset, filters, language(filters.language))


@st.fragment(key=APART)
def _draw_apart(part: Part) -> None:
    """Draw a part that is drawn apart, as a fragment beside that of the other content."""
    if not part.seen:
        return
    view = _current_view()
    if runs_alone() and is_content_outdated(view.filters):
        st.rerun()
    with st.container(key="page_apart"):
        part.draw(view)
    note_drawn(part.seen(view))


def _parts_apart(parts: Iterable[Draw]) -> list[Part]:
    return [part for part in parts if isinstance(part, Part) and part.seen]


@st.fragment(key=CONTENT)
def _draw_content(path: str, parts: Sequence[Draw], title_language: str) -> None:
    """Draw menu, filters and content, as a fragment that filter changes rerun.

    The whole app is rerun only for a new language, which also changes window title and footer, and
    for a message sent from the previous page, after which the browser shows nothing.
    """
    dataset, space = stored()
    choice = current_choice(dataset, space)
    filters = choice.filters
    wanted = wanted_page()
    if wanted in {entry.path for entry in PAGES} - {path}:
        st.switch_page(wanted, query_params=choice.query(space))
    if came_from_another_page():
        st.switch_page(path, query_params=choice.query(space))
    if filters.language != title_language:
        st.rerun()
    words = language(filters.language)
    show_head(Place(page=path, subjects=subjects_of(parts)), choice, space, dataset)
    show_in_address(space)
    _show_refusals(words)
    _show_problems(dataset, words)
    view = View(dataset, filters, words)
    alone = _parts_apart(parts)
    if runs_alone() and is_outdated():
        st.rerun()
    note_content(filters)
    for draw in parts:
        if draw not in alone:
            draw(view)


@st.fragment(run_every=timedelta(days=1))
def _stay_recoverable() -> None:
    """Draw nothing, as a fragment with a timer.

    With such a fragment, the browser reruns the whole page after a lost connection, so that a page
    is restored from its address after a restart of the server.
    """


def show_page(path: str, *parts: Draw) -> None:
    """Draw a page: menu and filters, content, footer.

    Parameters
    ----------
    path : str
        Script of the page, as in `PAGES`.
    *parts : function
        Functions that draw the content, from top to bottom.
    """
    dataset, space = stored()
    open_address(dataset, space)
    enter_page(path)
    words = language(current_choice(dataset, space).filters.language)
    _ = words.gettext
    title = next(entry.title for entry in PAGES if entry.path == path)
    st.set_page_config(page_title=f"{_(title)} · {_(TITLE)}", page_icon="🧭", layout="wide")
    st.html(PAGE_STYLE)
    alone = _parts_apart(parts)
    watch_apart((lambda: alone[0].seen(_current_view())) if alone else None)  # type: ignore[misc]
    # It must be the first block: the browser accepts no other while it shows nothing.
    _draw_content(path, parts, words.code)
    for part in alone:
        _draw_apart(part)
    _stay_recoverable()
    _draw_footer(path, words)
    watch_printing()
