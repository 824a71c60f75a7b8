"""Parser of typed numbers with the separators of several languages."""

import re
from dataclasses import dataclass
from itertools import pairwise

GROUP = 3
"""Number of digits in a group of thousands."""

MOST_DIGITS = 18
"""Greatest number of digits read as a quantity."""

_SHAPE = re.compile(r"([-+]?)([0-9]+(?:[., '][0-9]+)*)")
_SEPARATORS = re.compile(r"[., ']")


@dataclass(frozen=True)
class Reading:
    """One reading of a typed number.

    Attributes
    ----------
    whole : str
        Digits before the decimal sign.
    fraction : str
        Digits after it, without trailing zeros.
    negative : bool
        True with a minus sign.
    """

    whole: str
    fraction: str = ""
    negative: bool = False

    @property
    def value(self) -> float:
        """The number as a float."""
        size = float(f"{self.whole}.{self.fraction or 0}")
        return -size if self.negative else size

    @property
    def pattern(self) -> str:
        """Regular expression for this number in folded text, with any separators."""
        rest = self.whole
        groups = []
        while len(rest) > GROUP:
            rest, group = rest[:-GROUP], rest[-GROUP:]
            groups.append(group)
        whole = "[., ']?".join([rest, *reversed(groups)])
        fraction = f"[.,]{self.fraction}0*" if self.fraction else "(?:[.,]0+)?"
        sign = "-" if self.negative else ""
        return rf"(?<![0-9])(?<![0-9][.,]){sign}{whole}{fraction}(?![.,]?[0-9])"


def _is_grouped(groups: list[str]) -> bool:
    """Return whether separators can mark thousands: `6 300` and `1.234.567`, not `0.300`."""
    first, *others = groups
    return (
        len(first) <= GROUP
        and not first.startswith("0")
        and all(len(group) == GROUP for group in others)
    )


def readings(text: str) -> tuple[Reading, ...]:
    """Return all plausible readings of a typed number; empty if the text is no number.

    A single point or comma before three digits can be a decimal sign or a separator of thousands;
    both readings are returned, thousands first.

    Parameters
    ----------
    text : str
        Folded text: an optional sign, digits, and `.`, `,`, `'` or a space between digits.

    Examples
    --------
    >>> [reading.value for reading in readings("6.300")]
    [6300.0, 6.3]
    >>> [reading.value for reading in readings("1.234,5")]
    [1234.5]
    """
    shape = _SHAPE.fullmatch(text)
    if shape is None or sum(sign.isdigit() for sign in text) > MOST_DIGITS:
        return ()
    negative, groups = shape[1] == "-", _SEPARATORS.split(shape[2])
    signs = _SEPARATORS.findall(shape[2])
    whole = "".join(groups).lstrip("0") or "0"
    if not signs:
        return (Reading(whole, negative=negative),)
    found = []
    if len(set(signs)) == 1 and _is_grouped(groups):
        found.append(Reading(whole, negative=negative))
    *before, last = signs
    if last in ".," and len(set(before)) <= 1 and last not in before:
        start = groups[:-1]
        if len(start) == 1 or _is_grouped(start):
            whole = "".join(start).lstrip("0") or "0"
            found.append(Reading(whole, groups[-1].rstrip("0"), negative))
    return tuple(found)


def joined_groups(words: list[str]) -> int:
    """Return how many of the first words form one number with spaces between thousands.

    Examples
    --------
    >>> joined_groups(["6", "300", "000", "usd"])
    3
    """
    if not re.fullmatch(r"[-+]?[1-9][0-9]{0,2}", words[0]):
        return 1
    count = 1
    for previous, word in pairwise(words):
        if not re.match(r"[0-9]{3}(?![0-9])", word) or (count > 1 and not previous.isdigit()):
            break
        count += 1
    return count
