"""Events marked below the years of a figure: their rows, and the note that names them."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from components.charts.rows import YearRow
from components.text.lists import apposed, clauses, paragraph_words
from components.text.places import placed
from data.choice.parameters import Filters
from data.evidence.annotations import Annotation, annotations_of
from data.evidence.names import label_of
from data.language.languages import Language
from data.load.dataset import Dataset

LINE = 16
"""Letters in a line of a label."""

Row = TypeVar("Row", bound=YearRow)


@dataclass(frozen=True, kw_only=True)
class Marked:
    """The events of one figure as it shows them.

    Attributes
    ----------
    found : tuple of Annotation
        Events in years of the series, whether selected or not.
    shown : tuple of Annotation
        Those in the selected years.
    """

    found: tuple[Annotation, ...]
    shown: tuple[Annotation, ...]
    dataset: Dataset
    language: Language

    def _name(self, seen: Annotation) -> str:
        return label_of(self.dataset, "annotations", seen.code, self.language, "label")

    def _label(self, seen: Annotation) -> str:
        lines = textwrap.wrap(self._name(seen), LINE, break_long_words=False)
        return "\n".join((*lines, paragraph_words(seen.paragraph, self.language)))

    def rows(self, rows: Sequence[Row]) -> list[Row]:
        """Return rows with the label of the event of their year, on the first row of a year."""
        if not self.found:
            return list(rows)
        labels = {float(seen.year): self._label(seen) for seen in self.shown}
        lines = [line for label in labels.values() for line in label.split("\n")]
        letters = max(map(len, lines), default=0)
        return [
            cast(
                "Row",
                {
                    **cast("Any", row),
                    "event": labels.pop(row["year"], ""),
                    "event_letters": letters,
                },
            )
            for row in rows
        ]

    def notes(self) -> tuple[str, ...]:
        """Return a note that names the events of the selected years."""
        if not self.shown:
            return ()
        named = (
            placed(
                apposed((str(seen.year), self._name(seen))),
                paragraph_words(seen.paragraph, self.language),
                self.language,
            )
            for seen in self.shown
        )
        saying = self.language.gettext("Events that the source connects with the series: {events}.")
        return (saying.format(events=clauses(named)),)


def marked_events(
    figure: str,
    years: Iterable[int],
    *,
    dataset: Dataset,
    filters: Filters,
    language: Language,
) -> Marked:
    """Return the events of a figure whose series has values in `years`."""
    drawn, (first, last) = set(years), filters.years
    found = tuple(seen for seen in annotations_of(dataset, figure) if seen.year in drawn)
    return Marked(
        found=found,
        shown=tuple(seen for seen in found if first <= seen.year <= last),
        dataset=dataset,
        language=language,
    )
