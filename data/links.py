"""Links of earlier versions: what their parameters and codes are called today."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Migration:
    """One change of what a link may hold.

    Attributes
    ----------
    parameter : str
        Name of the parameter before the change.
    renamed : str
        Its name since; the same where only codes changed.
    codes : tuple of pairs of str
        Codes before the change, each with the code since.
    """

    parameter: str
    renamed: str
    codes: tuple[tuple[str, str], ...] = ()


MIGRATIONS = (
    # The project is drawn as the field it works, and selected by the name of the field.
    Migration(parameter="route", renamed="route", codes=(("contract-of-the-century", "acg"),)),
    # Countries can be selected as well as routes.
    Migration(parameter="route", renamed="selected"),
)
"""In the order in which they were made; each takes up what the one before it left."""


def _moved(query: Mapping[str, str], change: Migration) -> dict[str, str]:
    if change.renamed != change.parameter and change.renamed in query:
        return dict(query)
    codes = dict(change.codes)
    return {
        change.renamed if name == change.parameter else name: codes.get(text, text)
        if name == change.parameter
        else text
        for name, text in query.items()
    }


def migrated(query: Mapping[str, str]) -> dict[str, str]:
    """Return the parameters of a link of any version as this version writes them.

    A parameter that stands there under its new name as well stays as it is, and is refused.

    Parameters
    ----------
    query : mapping of str to str
        Parameters as the browser sent them; anything may stand in them.
    """
    moved = dict(query)
    for change in MIGRATIONS:
        moved = _moved(moved, change)
    return moved
