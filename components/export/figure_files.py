"""Export of a figure's table as CSV with codes, and as XLSX with names and codes."""

import pandas as pd

from components.export.files import (
    Cell,
    Column,
    csv_file,
    plain_number,
    xlsx_file,
    year_or_text,
)
from components.figures.figure import ID_COLUMNS, Figure
from components.text.amounts import percent_signs
from components.text.dates import date_text
from components.text.figure_table import column_headings, column_texts
from components.text.places import cited_source, origin_title
from data.evidence.names import label_of
from data.language.languages import Language
from data.load.dataset import Dataset

NUMBERS = ("value", "low", "high")
CODED = ("subject", "qualifier", "unit", "method", "origin")
"""Columns that a workbook shows with names, and repeats with codes in the last columns."""


def _typed(column: str, cells: pd.Series) -> tuple[Cell, ...]:
    if column in NUMBERS:
        return tuple(plain_number(cell) for cell in cells)
    if column in {"year", "question"}:
        return tuple(year_or_text(cell) for cell in cells)
    return tuple(str(cell) for cell in cells)


def _dated(cells: pd.Series, language: Language) -> tuple[Cell, ...]:
    """Return years as numbers, and other periods as the language writes them."""
    return tuple(year_or_text(date_text(str(cell), language)) for cell in cells)


def figure_csv(figure: Figure) -> bytes:
    """Return a figure's table as CSV, with codes, origin and paragraph; see `csv_file`."""
    columns = [_typed(str(name), figure.table[name]) for name in figure.table.columns]
    return csv_file([str(name) for name in figure.table.columns], zip(*columns, strict=True))


def _columns(figure: Figure, *, dataset: Dataset, language: Language) -> list[Column]:
    headings = column_headings(language)
    table = figure.table
    units = tuple(str(unit) for unit in table["unit"]) if "unit" in table.columns else ()
    words: list[Column] = []
    codes: list[Column] = []
    for name in map(str, table.columns):
        typed = _typed(name, table[name])
        if name in ID_COLUMNS:
            codes.append(Column(name, typed))
        elif name in NUMBERS:
            words.append(Column(headings[name], typed, units, grouped=True))
        elif name in CODED:
            texts = column_texts(table, name, dataset=dataset, language=language)
            words.append(Column(headings[name], tuple(texts)))
            codes.append(Column(name, typed))
        elif name == "year":
            words.append(Column(headings[name], _dated(table[name], language)))
        elif name in {"paragraph", "speaker"}:
            texts = column_texts(table, name, dataset=dataset, language=language)
            words.append(Column(headings[name], tuple(texts)))
        else:
            words.append(Column(headings[name], typed))
    return [*words, *codes]


def licence_line(language: Language) -> str:
    """Return a line with the licence of the tables."""
    return language.gettext("Tables, labels and notes of the Atlas: CC BY 4.0.")


def figure_xlsx(figure: Figure, *, dataset: Dataset, language: Language, chosen: str = "") -> bytes:
    """Return a figure as an XLSX workbook: its table, and a sheet with headline, notes and source.

    Parameters
    ----------
    figure : Figure
        The figure.
    dataset : Dataset
        All tables, for the names.
    language : Language
        Language of headings and texts.
    chosen : str
        The active filters as a sentence; empty for none.
    """
    _ = language.gettext
    sources = [
        f"{label_of(dataset, 'origins', origin, language)}: "
        f"{origin_title(origin, dataset=dataset, language=language)}"
        for origin in figure.origins
    ]
    about = [
        (_("Headline"), [figure.headline]),
        (_("Finding"), [figure.finding]),
        (_("Subtitle"), [figure.subtitle]),
        (_("Notes"), list(figure.notes)),
        (_("Filters"), [chosen]),
        (_("Sources"), sources),
        (_("Citation"), [cited_source(figure.origins, dataset=dataset, language=language)]),
        (_("Licence"), [licence_line(language)]),
    ]
    return xlsx_file(
        sheet=_("Data"),
        columns=_columns(figure, dataset=dataset, language=language),
        about_sheet=_("About the data"),
        about=[(term, [text for text in texts if text]) for term, texts in about if any(texts)],
        percent_signs=percent_signs(language),
    )
