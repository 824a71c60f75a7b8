"""Full stops: one at the end of a sentence, also after an abbreviation that has one."""

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
