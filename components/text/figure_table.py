"""A figure's table as people read it: codes named, numbers written, headings translated."""

from collections.abc import Callable

import pandas as pd

from components.text.dates import date_text
from components.text.lists import paragraphs_text
from components.text.names import method_name, qualifier_name
from components.text.speakers import speaker_name
from data.evidence.names import label_of
from data.evidence.origins import is_outside
from data.language.languages import Language
from data.load.dataset import Dataset


def column_headings(language: Language) -> dict[str, str]:
    """Return the heading of each column that a figure's table may have."""
    _ = language.gettext
    return {
        "year": _("Year"),
        "question": _("Question"),
        "subject": _("Item"),
        "value": _("Value"),
        "low": _("Low"),
        "high": _("High"),
        "qualifier": _("Qualifier"),
        "unit": _("Unit"),
        "method": _("Method"),
        "origin": _("Source"),
        "paragraph": _("Paragraph"),
        "speaker": _("Speaker"),
        "note": _("Note"),
    }


def subject_text(code: str, dataset: Dataset, language: Language) -> str:
    """Return the name of what a row measures; the code itself is a name already for facts."""
    for table in ("indicators", "sectors", "subjects", "routes"):
        named = label_of(dataset, table, code, language)
        if named != code:
            return named
    return code


def _number(value: float, language: Language) -> str:
    return "" if pd.isna(value) else language.number(value)


def column_texts(
    table: pd.DataFrame, column: str, *, dataset: Dataset, language: Language
) -> list[str]:
    """Return the cells of one column in words."""
    if column in {"value", "low", "high"}:
        return [_number(cell, language) for cell in table[column]]
    wordings: dict[str, Callable[[str], str]] = {
        "subject": lambda cell: subject_text(cell, dataset, language),
        "unit": lambda cell: label_of(dataset, "units", cell, language, "symbol"),
        "origin": lambda cell: label_of(dataset, "origins", cell, language),
        "qualifier": lambda cell: qualifier_name(cell, language),
        "paragraph": paragraphs_text,
        "speaker": lambda cell: speaker_name(cell, dataset=dataset, language=language),
        "year": lambda cell: date_text(cell, language),
    }
    if column == "method":
        return [
            method_name(str(method), language, outside=is_outside(dataset, str(origin)))
            for method, origin in zip(table["method"], table["origin"], strict=True)
        ]
    wording = wordings.get(column, str)
    return [wording(str(cell)) for cell in table[column]]
