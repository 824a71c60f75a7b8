"""HTML of a table with right-aligned numbers, which wraps and scrolls instead of being cut."""

from markupsafe import Markup

from components.templates import macro
from components.text.shown_table import ShownTable

_data_table = macro("cards/data_table.html", "data_table")


def data_table(table: ShownTable, *, label: str) -> Markup:
    """Return a table as HTML.

    Parameters
    ----------
    table : ShownTable
        Caption and columns.
    label : str
        Name of the table for screen readers.
    """
    return _data_table(table, label)
