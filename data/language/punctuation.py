"""Punctuation: one full stop at the end of a sentence, and spaces that no line break takes."""

import re
from collections.abc import Iterable

_DOUBLED = re.compile(r"(?<!\.)\.\.(?!\.)")


def single_stops(text: str) -> str:
    """Return a text without doubled full stops; three dots are kept.

    Examples
    --------
    >>> single_stops("2,1 тыс..")
    '2,1 тыс.'
    """
    return _DOUBLED.sub(".", text) if ".." in text else text


def sentences(parts: Iterable[str]) -> str:
    """Join sentences that have no full stop of their own; each gets exactly one."""
    return single_stops(" ".join(f"{part}." for part in parts if part))


_INSEPARABLE = re.compile(
    r"(?<=[≈<>≤]) (?=\d)"
    r"|(?<=\d) (?=(?:%|[a-zа-яёіїәғқңөұүһçğıöşü]{1,4}[.²³]?)(?![^\W\d_]))"
    r"| (?=[–—] )"
    r"|(?<=\d) (?=[^\W\d_]{3,9} (?:19|20)\d\d(?!\d))"
    r"|(?:(?<=ж\. \d)|(?<=ж\. \d\d)) (?=[а-яёіїәғқңөұүһ]{3,9}(?![^\W\d_]))"
)
"""A space behind a sign, between a number and a short unit, before a dash, or between the day and
the month of a date, which the year follows, or precedes in Kazakh."""


def inseparable(text: str, space: str = "\N{NO-BREAK SPACE}") -> str:
    r"""Return a text in which no line break parts a sign, a number and its unit, or takes a dash.

    The day and the month of a date also stay together.

    Examples
    --------
    >>> inseparable("≈ 20 млн т — газ")
    '≈\xa020\xa0млн т\xa0— газ'
    >>> inseparable("on 12 November 2024")
    'on 12\xa0November 2024'
    """
    return _INSEPARABLE.sub(space, text)
