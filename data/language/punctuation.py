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
)
"""A space behind a sign, between a number and a short unit, or before a dash."""


def inseparable(text: str, space: str = "\N{NO-BREAK SPACE}") -> str:
    r"""Return a text in which no line break parts a sign, a number and its unit, or takes a dash.

    Examples
    --------
    >>> inseparable("≈ 20 млн т — газ")
    '≈\xa020\xa0млн т\xa0— газ'
    """
    return _INSEPARABLE.sub(space, text)
