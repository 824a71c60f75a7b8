"""Texts and table of what sources state: names, tooltips, parts of years, reporter, quality."""

from dataclasses import dataclass

import pandas as pd

from components.figures.figure import JOIN, VALUE_COLUMNS
from components.text.amounts import amount_text
from components.text.dates import date_text
from components.text.lists import clauses, side_by_side
from components.text.names import method_name
from components.text.places import place_text
from data.choice.parameters import Filters
from data.evidence.names import label_of, stating_source_name
from data.evidence.origins import is_outside
from data.evidence.public_record import PublicValue
from data.evidence.source_comparison import Statement
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset


@dataclass(frozen=True)
class Told:
    """What the texts about statements of sources are written from."""

    dataset: Dataset
    filters: Filters
    language: Language

    def name(self, source: str) -> str:
        """Return the name of a source."""
        return stating_source_name(source, self.dataset, self.language)

    def measure(self, measure: str) -> str:
        """Return the name of a measure."""
        return label_of(self.dataset, "indicators", measure, self.language)

    def reporter(self, value: Value) -> str:
        """Return who states a value of the public record; empty for other values."""
        stated = isinstance(value, PublicValue) and value.reporter
        return label_of(self.dataset, "reporters", stated, self.language) if stated else ""

    def tip(self, value: Value) -> str:
        """Return amount, period, reporter, quality and place of a value, for its tooltip."""
        return _tip(value, self)


def period_remark(value: Value, room: Told) -> str:
    """Return the part of the year that a value covers; empty for a whole year."""
    partly = isinstance(value, PublicValue) and value.part_year
    return date_text(value.period, room.language) if partly else ""


def _reporter(value: Value, room: Told) -> tuple[str, ...]:
    """Return who states a value of the public record and the quality; nothing for others."""
    if not isinstance(value, PublicValue):
        return ()
    tables = (("reporters", value.reporter), ("qualities", value.quality))
    return tuple(
        label_of(room.dataset, table, code, room.language) for table, code in tables if code
    )


def _tip(value: Value, room: Told) -> str:
    outside = is_outside(room.dataset, value.origin)
    parts = (
        amount_text(value, dataset=room.dataset, language=room.language),
        period_remark(value, room),
        method_name(value.method, room.language, outside=outside),
        *_reporter(value, room),
        place_text(value, dataset=room.dataset, language=room.language),
    )
    return side_by_side(filter(None, parts))


def stated_note(value: Value, room: Told) -> str:
    """Return the note of a stated value: part of the year, reporter and quality, own note."""
    note = (period_remark(value, room), *_reporter(value, room), value.note(room.language))
    return clauses(filter(None, note))


def statement_table(found: tuple[Statement, ...], room: Told) -> pd.DataFrame:
    """Return statements as the table of a figure, with reporter and quality in the note."""
    rows = []
    for one in found:
        value = one.value
        printed = value.as_printed
        rows.append(
            (
                value.id,
                JOIN.join(value.inputs),
                one.year,
                value.name(room.language) if value.table == "facts" else value.indicator,
                printed.value,
                printed.low,
                printed.high,
                value.qualifier,
                printed.unit,
                value.method,
                value.origin,
                value.paragraph,
                stated_note(value, room),
            )
        )
    table = pd.DataFrame(rows, columns=list(VALUE_COLUMNS))
    return table.astype(dict.fromkeys(("value", "low", "high"), "float64"))
