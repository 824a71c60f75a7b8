"""What the source itself puts in doubt among the values of a figure, marked and named."""

from collections.abc import Iterable

from components.figures.single_values import (
    WARNING,
)
from components.text.lists import clauses
from components.text.names import wrapped
from data.evidence.audit import SEVERITIES, Conflict, conflicts_by_row
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset


def doubts(entries: Iterable[Value], dataset: Dataset) -> tuple[Conflict, ...]:
    """Return the conflicts that touch values, each once; those of low severity left out."""
    touched = conflicts_by_row(dataset)
    found = {
        conflict.id: conflict
        for entry in entries
        for conflict in touched.get(entry.id, ())
        if conflict.severity != SEVERITIES[-1]
    }
    return tuple(found.values())


def flagged(name: str, entries: Iterable[Value], dataset: Dataset) -> str:
    """Return a name as a category, with a sign below where a conflict touches its values.

    The sign has a line of its own: the typeface of exports lacks it, and a line that holds it is
    set in another one.
    """
    return f"{wrapped(name)}\n{WARNING}" if doubts(entries, dataset) else wrapped(name)


def doubt_notes(
    entries: Iterable[Value], *, dataset: Dataset, language: Language
) -> tuple[str, ...]:
    """Say what the sign stands for; the reasons stand with the sources of a figure."""
    found = doubts(entries, dataset)
    names = list(filter(None, (conflict.text("quantity", language) for conflict in found)))
    if not found:
        return ()
    _ = language.gettext
    if not names:
        return (_("A warning sign marks values that the source contradicts."),)
    saying = _(
        "A warning sign marks values that the source contradicts or leaves in doubt: {conflicts}."
    )
    return (saying.format(conflicts=clauses(names)),)
