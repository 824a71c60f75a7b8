"""The catalogue as a table: one row per value, numbers sorted by size and dates by time."""

import re
from functools import lru_cache

import pandas as pd
from pandas.io.formats.style import Styler

from components.cards.sortable_table import show_texts, sortable_column
from components.text.amounts import value_text
from components.text.dates import date_text
from components.text.names import qualifier_name
from components.text.places import place_text
from data.evidence.audit import contradictions_by_row
from data.evidence.names import label_of
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

MARK = "⚠"


def _qualifier(entry: Value, language: Language) -> str:
    """Return the qualifier, with both ends of a range, since the column of values has the lower."""
    name = qualifier_name(entry.qualifier, language)
    return name if entry.value is not None else f"{name}, {value_text(entry, language)}"


def period_order(period: str) -> float | None:
    """Return a number that sorts dates by time: the year, with month and day as its decimals."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", period)
    if found is None:
        return None
    year, month, day = found.groups(default="00")
    return float(f"{year}.{month}{day}")


@lru_cache(maxsize=8)
def catalogue_table(
    entries: tuple[Value, ...], *, dataset: Dataset, language: Language
) -> Styler | pd.DataFrame:
    """Return catalogue values as a table, with columns that sort by number.

    Periods, values and numbers of contradictions are numbers that show text, so that they sort by
    time or size; a range or span is sorted by its first end.
    """
    _ = language.gettext
    touched = contradictions_by_row(dataset)
    counts = [len(touched.get(entry.id, ())) for entry in entries]
    period, value, conflicts = _("Period"), _("Value"), _("Contradictions")
    table = pd.DataFrame(
        {
            _("Item"): [entry.name(language) for entry in entries],
            period: sortable_column(
                (period_order(entry.period), date_text(entry.period, language)) for entry in entries
            ),
            value: sortable_column(
                (entry.low if entry.value is None else entry.value, value_text(entry, language))
                for entry in entries
            ),
            _("Unit"): [
                label_of(dataset, "units", entry.unit, language, "symbol") for entry in entries
            ],
            _("Qualifier"): [_qualifier(entry, language) for entry in entries],
            _("Source"): [
                place_text(entry, dataset=dataset, language=language) for entry in entries
            ],
            _("Reference"): [entry.reference for entry in entries],
            conflicts: sortable_column(
                (count, f"{MARK} {language.number(count)}" if count else "") for count in counts
            ),
        }
    )
    return show_texts(table, [period, value, conflicts])
