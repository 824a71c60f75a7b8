"""Routes whose printed countries differ from those of their drawn course."""

import streamlit as st

from components.cards.course_card import course_difference_card, course_rule
from components.cards.figure_card import show_refusal
from components.cards.markup import part_of_card, quiet_lines
from components.page.shell import View
from components.templates import joined
from data.evidence.crossings import course_differences
from data.problems import TableRefusedError


def show_course_differences(view: View) -> None:
    """Draw the rule of the comparison, and a card for each route with a difference."""
    words, dataset = view.language, view.dataset
    _ = words.gettext
    try:
        every = course_differences(dataset)
    except TableRefusedError as refusal:
        show_refusal(refusal, words)
        return
    if not every:
        return
    count = words.ngettext(
        "{count} route differs; found by an automatic check",
        "{count} routes differ; found by an automatic check",
        len(every),
    ).format(count=words.number(len(every)))
    cards = [course_difference_card(found, dataset=dataset, language=words) for found in every]
    body = joined([quiet_lines([count, course_rule(words)]), *cards])
    st.html(part_of_card(_("Countries in the dissertation and lines on the map"), body, level=3))
