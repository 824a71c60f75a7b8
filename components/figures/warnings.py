"""Warning signs and notes for contradicted values of a figure."""

from collections.abc import Iterable

from components.figures.single_values import Group, with_sign
from components.text.dates import date_text
from components.text.lists import clauses
from components.text.names import wrapped
from data.evidence.audit import SEVERITIES, Conflict, contradictions_by_row
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset


def notable_conflicts(entries: Iterable[Value], dataset: Dataset) -> tuple[Conflict, ...]:
    """Return the contradictions about some values, each once, without those of low severity."""
    touched = contradictions_by_row(dataset)
    found = {
        conflict.id: conflict
        for entry in entries
        for conflict in touched.get(entry.id, ())
        if conflict.severity != SEVERITIES[-1]
    }
    return tuple(found.values())


def signed(category: str, entries: Iterable[Value], dataset: Dataset) -> str:
    """Return a category in lines, with a warning sign at its end if its values are contradicted."""
    return with_sign(category) if notable_conflicts(entries, dataset) else category


def with_warning_sign(name: str, entries: Iterable[Value], dataset: Dataset) -> str:
    """Return a category name, with a warning sign at its end if its values are contradicted."""
    return signed(wrapped(name), entries, dataset)


def dated_category(group: Group, *, dataset: Dataset, language: Language) -> str:
    """Return the name of a value as a category, with its period if the name lacks it."""
    period, name = group[0].period, group[0].name(language)
    if period and period in name:
        return with_warning_sign(name, group, dataset)
    year = date_text(period, language) if period else language.gettext("year not given")
    return signed(f"{wrapped(name)}\n({year})", group, dataset)


def conflict_notes(
    entries: Iterable[Value], *, dataset: Dataset, language: Language
) -> tuple[str, ...]:
    """Return a note that explains the warning sign; the sources of a figure have the reasons."""
    found = notable_conflicts(entries, dataset)
    names = list(filter(None, (conflict.text("quantity", language) for conflict in found)))
    if not found:
        return ()
    _ = language.gettext
    if not names:
        return (_("A warning sign marks values that the source contradicts."),)
    saying = _("A warning sign marks values that the source contradicts: {conflicts}.")
    return (saying.format(conflicts=clauses(names)),)
