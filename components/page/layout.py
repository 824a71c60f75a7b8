"""Layout functions of pages: titles, rows of figures, sections of the survey."""

import streamlit as st

from components.cards.figure_card import show_figure
from components.cards.markup import page_heading, quiet_lines
from components.controls.choices import Listed, show_choices
from components.figures.registry import SUBJECTS
from components.figures.survey import section_figures
from components.page.shell import Draw, Part, View, showing
from data.choice.parameters import SECTION
from data.choice.subjects import Subject
from data.evidence.names import label_of
from data.problems import TableRefusedError


def title(text: str) -> Draw:
    """Return a function that draws the title of a page; `text` is English, marked by `later`."""

    def draw(view: View) -> None:
        st.html(page_heading(view.language.gettext(text)))

    return draw


def row(*figures: str) -> Part:
    """Return a function that draws figures in one row; see `side_by_side`."""
    subjects = frozenset(SUBJECTS[name] for name in figures if name in SUBJECTS)
    return Part(lambda view: side_by_side(view, *figures), subjects)


def side_by_side(view: View, *figures: str) -> None:
    """Draw figures in one row; on a narrow screen in one column.

    Parameters
    ----------
    view : View
        Dataset, filters and language of the run.
    *figures : str
        Ids of the figures, left to right.
    """
    for place, figure in zip(st.columns(len(figures)), figures, strict=True):
        with place:
            show_figure(figure, view.filters, beside=len(figures) > 1)


@showing(Subject.SURVEY, Subject.SECTION)
def show_survey_section(view: View) -> None:
    """Draw the control for the section of the questionnaire, and the figures of its questions."""
    _ = view.language.gettext
    try:
        sections = section_figures(view.dataset)
    except TableRefusedError:
        sections = {"": ("survey_q01",)}
    names = (
        (code, label_of(view.dataset, "survey_sections", code, view.language))
        for code in sections
        if code
    )
    choice = Listed(
        kind="segments",
        parameter=SECTION.name,
        label=_("Section of the questionnaire"),
        value=view.filters.section,
        options=tuple(names),
    )
    show_choices([choice], key="survey_section")
    remark = _(
        "The source gives neither the date of the survey nor how respondents "
        "were selected. The year filter does not apply here."
    )
    st.html(quiet_lines([remark]))
    figures = sections.get(view.filters.section) or next(iter(sections.values()))
    for start in range(0, len(figures), 2):
        side_by_side(view, *figures[start : start + 2])
