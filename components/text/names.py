"""Names of things: codes of lookup tables, methods and qualifiers in words."""

import textwrap

from data.evidence.values import COMPUTED
from data.language import languages
from data.language.languages import Language

later = languages.later
"""Mark a text for the catalogues that is translated where it is shown."""


LINE_CHARACTERS = 26
"""Longest line of a category beside a chart, so that a phone keeps room for the bars."""


def wrapped(text: str, line: int = LINE_CHARACTERS) -> str:
    """Break a category or label into lines of at most `line` characters for a chart."""
    return "\n".join(textwrap.wrap(text, line))


def nothing_printed(language: Language) -> str:
    """Say that the tables hold nothing for a figure."""
    return language.gettext("The tables hold no values for this figure")


def method_name(method: str, language: Language) -> str:
    """Say whether a value is printed in the source or computed from printed ones."""
    _ = language.gettext
    return _("computed") if method == COMPUTED else _("printed")


def qualifier_name(qualifier: str, language: Language) -> str:
    """Say how firmly the source states a value."""
    _ = language.gettext
    names: dict[str, str] = {
        "exact": _("exact"),
        "about": _("about"),
        "over": _("over"),
        "under": _("under"),
        "up_to": _("up to"),
        "planned": _("planned"),
        "target": _("target"),
        "inferred": _("inferred"),
    }
    return names.get(qualifier, qualifier)
