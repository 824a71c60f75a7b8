"""Audit view of the sources page: conflicts of the source by class, and their cards."""

from math import ceil

import streamlit as st

from components.cards.contradiction_card import SEVERITY_NAMES, conflict_card
from components.cards.figure_card import show_figure
from components.cards.markup import quiet_lines
from components.controls.pager import page_of_list
from components.figures.audit import CLASS_NAMES, KINDS, counted_classes
from components.page.shell import View
from components.sources.code_select import choose_code, choose_name
from components.sources.course_differences import show_course_differences
from components.templates import joined
from data.evidence.audit import CLASSES, SEVERITIES, Conflict, conflicts

CONFLICTS_A_PAGE = 12


def _audited(
    view: View, *, conflict_class: str, kind: str, subject: str, severity: str
) -> list[Conflict]:
    return [
        conflict
        for conflict in conflicts(view.dataset)
        if (not conflict_class or conflict.conflict_class == conflict_class)
        and (not kind or conflict.kind == kind)
        and (not subject or conflict.subject == subject)
        and (not severity or conflict.severity == severity)
    ]


@st.fragment
def _show_conflicts(view: View) -> None:
    _ = view.language.gettext
    words = view.language
    every = conflicts(view.dataset)
    first, left, middle, right = st.columns(4)
    with first:
        classes = {code: _(CLASS_NAMES[code]) for code in CLASSES}
        conflict_class = choose_name(_("Class"), classes, view, "audit_class")
    with left:
        met = {conflict.kind for conflict in every}
        kinds = {code: _(name) for code, name in KINDS.items() if code in met}
        kind = choose_name(_("Kind"), kinds, view, "audit_kind")
    with middle:
        subjects = list(dict.fromkeys(conflict.subject for conflict in every))
        subject = choose_code(_("Subject"), subjects, "subjects", view, "audit_subject")
    with right:
        severities = {code: words.capital(_(SEVERITY_NAMES[code])) for code in SEVERITIES}
        severity = choose_name(_("Severity"), severities, view, "audit_severity")
    found = _audited(
        view, conflict_class=conflict_class, kind=kind, subject=subject, severity=severity
    )
    st.html(quiet_lines([counted_classes(found, words)]))
    if not found:
        st.info(_("No such case. Set class, kind, subject and severity to all."))
        return
    pages = ceil(len(found) / CONFLICTS_A_PAGE)
    # A key of a component has no two underscores side by side.
    chosen = (code or "all" for code in (conflict_class, kind, subject, severity))
    key = f"audit_page_{'-'.join(chosen)}"
    number = page_of_list(key, pages, words)
    start = (number - 1) * CONFLICTS_A_PAGE
    cards = (
        conflict_card(conflict, dataset=view.dataset, language=words)
        for conflict in found[start : start + CONFLICTS_A_PAGE]
    )
    st.html(joined(cards))


def show_audit(view: View) -> None:
    """Draw the conflicts of the source: a chart by class, and a list of cards."""
    show_figure("conflict_kinds", view.filters)
    _show_conflicts(view)
    show_course_differences(view)
