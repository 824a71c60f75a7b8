"""All columns of a figure's table in words, for tests that look for a cell."""

import pandas as pd

from components.figures.figure import ID_COLUMNS, ids_of_cells
from components.text.figure_table import column_headings, column_texts
from data.evidence.audit import contradictions_touching
from data.language.languages import Language
from data.load.dataset import Dataset


def readable_table(table: pd.DataFrame, *, dataset: Dataset, language: Language) -> pd.DataFrame:
    """Return `table` with names for codes and numbers as `language` writes them.

    Identifiers and columns that are empty throughout are left out. A last column marks values that
    the source contradicts elsewhere.
    """
    shown = {}
    for column in table.columns.drop(list(ID_COLUMNS)):
        texts = column_texts(table, str(column), dataset=dataset, language=language)
        if any(texts):
            shown[column_headings(language)[str(column)]] = texts
    marks = [
        "\N{WARNING SIGN}" * bool(contradictions_touching(ids_of_cells(cells), dataset))
        for cells in table[list(ID_COLUMNS)].to_numpy()
    ]
    if any(marks):
        shown[language.gettext("Contradicted")] = marks
    return pd.DataFrame(shown)
