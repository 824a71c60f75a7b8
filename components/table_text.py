"""A figure's table as people read it: codes named, numbers written, headings translated."""

import pandas as pd

from components.wording import label_of, method_name, qualifier_name
from data.dataset import Dataset
from data.languages import Language


def _headings(language: Language) -> dict[str, str]:
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
        "note": _("Note"),
    }


def _subject(code: str, dataset: Dataset, language: Language) -> str:
    named = label_of(dataset, "indicators", code, language)
    return named if named != code else label_of(dataset, "sectors", code, language)


def _number(value: float, unit: str, language: Language) -> str:
    if pd.isna(value):
        return ""
    return language.number(value) if unit else str(value)


def readable_table(table: pd.DataFrame, *, dataset: Dataset, language: Language) -> pd.DataFrame:
    """Return `table` with names for codes and numbers as `language` writes them.

    Columns that are empty throughout are left out.
    """
    units = table["unit"] if "unit" in table.columns else pd.Series("", index=table.index)
    shown = {}
    for column, cells in table.items():
        match column:
            case "year" | "question":
                texts = [str(cell) for cell in cells]
            case "value" | "low" | "high":
                texts = [
                    _number(cell, unit, language) for cell, unit in zip(cells, units, strict=True)
                ]
            case "subject":
                texts = [_subject(str(cell), dataset, language) for cell in cells]
            case "unit":
                texts = [
                    label_of(dataset, "units", str(cell), language, "symbol") for cell in cells
                ]
            case "origin":
                texts = [label_of(dataset, "origins", str(cell), language) for cell in cells]
            case "method":
                texts = [method_name(str(cell), language) for cell in cells]
            case "qualifier":
                texts = [qualifier_name(str(cell), language) for cell in cells]
            case _:
                texts = [str(cell).replace(";", ", ") for cell in cells]
        if any(texts):
            shown[_headings(language)[str(column)]] = texts
    return pd.DataFrame(shown)
