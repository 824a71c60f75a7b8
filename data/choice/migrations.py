"""Parameters of links of any version: what they and their codes are called today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from data.choice.link_text import LONGEST_VALUE, is_tracking, parameter_name, tidy


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


def _renamed_code(text: str, codes: Mapping[str, str]) -> str:
    """Return the code of today for a code of an earlier version; other texts as they stand."""
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


MOST_NAMES = 200
MOST_REPEATED = 20
"""Parameters of a link, and values of a repeated one, that are read."""


@dataclass(frozen=True)
class Given:
    """One value of a parameter of a link.

    Attributes
    ----------
    name, text : str
        As they stand in the link.
    current : str
        The text as this version writes it.
    """

    name: str
    text: str
    current: str


def given_values(query: Mapping[str, str | Sequence[str]]) -> dict[str, list[Given]]:
    """Return the values of each parameter by its name of today, those of that very name first.

    Parameters that only tell where a link was found are left out.

    Parameters
    ----------
    query : mapping of str to str or sequence of str
        Parameters as the browser sent them; anything may stand in them.
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
