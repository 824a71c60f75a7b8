"""Audit view of the sources page: conflicts of the source by class, and their cards."""

from math import ceil

import streamlit as st

from components.cards.contradiction_card import SEVERITY_NAMES, conflict_card
from components.cards.figure_card import show_figure
from components.cards.markup import quiet_lines
from components.figures.audit import CLASS_NAMES, KINDS, counted_classes
from components.page.shell import View
from components.sources.code_select import choose_code
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
        conflict_class = st.selectbox(
            _("Class"),
            ["", *CLASSES],
            format_func=lambda code: _(CLASS_NAMES[code]) if code else _("All"),
            key=f"audit_class_{words.code}",
        )
    with left:
        kind = st.selectbox(
            _("Kind"),
            ["", *(name for name in KINDS if any(c.kind == name for c in every))],
            format_func=lambda code: _(KINDS[code]) if code else _("All"),
            key=f"audit_kind_{words.code}",
        )
    with middle:
        subjects = list(dict.fromkeys(conflict.subject for conflict in every))
        subject = choose_code(_("Subject"), subjects, "subjects", view, "audit_subject")
    with right:
        names = {code: words.capital(_(name)) for code, name in SEVERITY_NAMES.items()}
        severity = st.selectbox(
            _("Severity"),
            ["", *SEVERITIES],
            format_func=lambda code: names[code] if code else _("All"),
            key=f"audit_severity_{words.code}",
        )
    found = _audited(
        view, conflict_class=conflict_class, kind=kind, subject=subject, severity=severity
    )
    st.html(quiet_lines([counted_classes(found, words)]))
    if not found:
        st.info(_("No such case. Set class, kind, subject and severity to all."))
        return
    pages = ceil(len(found) / CONFLICTS_A_PAGE)
    number = (
        st.pagination(pages, key=f"audit_page_{conflict_class}_{kind}_{subject}_{severity}")
        if pages > 1
        else 1
    )
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
