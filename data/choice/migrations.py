"""Migration of links of earlier versions to the current parameter names and codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from data.choice.link_text import LONGEST_VALUE, is_tracking, parameter_name, tidy


@dataclass(frozen=True, kw_only=True)
class Migration:
    """A renamed parameter, or renamed codes of one.

    Attributes
    ----------
    parameter : str
        Name of the parameter before the change.
    renamed : str
        Its name after the change; the same if only codes changed.
    codes : tuple of pairs of str
        Old code and new code of each renamed value.
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
"""Migrations, oldest first; each is applied to the result of the one before."""


def _renamed_code(text: str, codes: Mapping[str, str]) -> str:
    """Return the current code for a code of an earlier version; other texts unchanged."""
    return text if len(text) > LONGEST_VALUE else codes.get(tidy(text).casefold(), text)


def _moved(query: Mapping[str, str], change: Migration) -> dict[str, str]:
    if change.renamed != change.parameter and change.renamed in query:
        return dict(query)
    codes = dict(change.codes)
    return {
        change.renamed if name == change.parameter else name: _renamed_code(text, codes)
        if name == change.parameter
        else text
        for name, text in query.items()
    }


def migrated(query: Mapping[str, str]) -> dict[str, str]:
    """Return the parameters of a link of any version with current names and codes.

    An old name is kept, and later refused as unknown, if the link also has the new name.

    Parameters
    ----------
    query : mapping of str to str
        Parameters as sent by the browser, not validated.
    """
    moved = dict(query)
    for change in MIGRATIONS:
        moved = _moved(moved, change)
    return moved


MOST_NAMES = 200
MOST_REPEATED = 20
"""Greatest number of parameters read from a link, and of values of a repeated one."""


@dataclass(frozen=True)
class Given:
    """One value of a parameter of a link.

    Attributes
    ----------
    name, text : str
        Name and value as written in the link.
    current : str
        The value with current codes.
    """

    name: str
    text: str
    current: str


def given_values(query: Mapping[str, str | Sequence[str]]) -> dict[str, list[Given]]:
    """Return the values of each parameter by its current name.

    Values given under the current name come before those given under an earlier one. Tracking
    parameters are left out.

    Parameters
    ----------
    query : mapping of str to str or sequence of str
        Parameters as sent by the browser, not validated.
    """
    found: dict[str, list[Given]] = {}
    for name, texts in islice(query.items(), MOST_NAMES):
        plain = parameter_name(name)
        if is_tracking(plain):
            continue
        for text in [texts] if isinstance(texts, str) else texts[:MOST_REPEATED]:
            ((today, current),) = migrated({plain: text}).items()
            found.setdefault(today, []).append(Given(name, text, current))
    return {
        today: sorted(given, key=lambda value: value.name != today)
        for today, given in found.items()
    }
