"""List of the codes of a lookup table, of which one or all are chosen."""

from collections.abc import Mapping

from components.controls.select_list import chosen_entry
from components.page.shell import View
from data.evidence.names import label_of
from data.language.alphabets import alphabetical


def choose_name(
    label: str, names: Mapping[str, str], view: View, key: str, *, first: str = ""
) -> str:
    """Draw a list of names by code; return an empty code for its first entry.

    Parameters
    ----------
    label : str
        Name of the list.
    names : mapping of str to str
        Names by code.
    view : View
        The language.
    key : str
        Streamlit key of the list, without the language.
    first : str
        Name of the first entry; “All” if empty.
    """
    every = {"": first or view.language.gettext("All"), **names}
    return chosen_entry(f"{key}_{view.language.code}", every, label=label)


def choose_code(label: str, codes: list[str], table: str, view: View, key: str) -> str:
    """Draw a list of the codes of a lookup table; return an empty code for all."""
    names = {code: label_of(view.dataset, table, code, view.language) for code in codes}
    order = alphabetical(view.language)
    ordered = sorted(codes, key=lambda code: order(names[code]))
    return choose_name(label, {code: names[code] for code in ordered}, view, key)
