"""Parsers of parameter values in links: codes, languages, years and pairs of numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum

from data.choice.link_text import LONGEST_SEARCH, LONGEST_VALUE, tidy
from data.evidence.layers import LAYERS, chosen_layers
from data.language.languages import LANGUAGE_CODES, language_of_tag, span_text

MOST_PARTS = 20
"""Greatest number of unknown parts of a list that are reported one by one."""

FEW_CHOICES = 6
"""Greatest number of choices that a refusal lists in full."""

LONGEST_TYPO = 60
"""Greatest length of a text for which a similar code is suggested, in characters."""

SIMILARITY = 0.65
"""Smallest similarity of a suggested code, from 0 to 1."""


class Reason(StrEnum):
    """Reason for ignoring a part of a link."""

    UNKNOWN_NAME = "unknown_name"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"
    OUTSIDE = "outside"
    AMBIGUOUS = "ambiguous"
    REPEATED = "repeated"
    TOO_LONG = "too_long"


@dataclass(frozen=True)
class LeftOut:
    """An ignored part of a parameter value.

    Attributes
    ----------
    text : str
        The part as it was in the link.
    reason : Reason
        Reason for ignoring it.
    right : str
        Valid codes to suggest: a similar code, all choices, or the span of years; empty if
        there are too many.
    """

    text: str
    reason: Reason
    right: str = ""


@dataclass(frozen=True)
class Found:
    """Result of parsing a parameter value.

    Attributes
    ----------
    value : object
        The value; None if no part of the text is valid.
    left_out : tuple of LeftOut
        The ignored parts.
    """

    value: object = None
    left_out: tuple[LeftOut, ...] = ()


def _refused(text: str, reason: Reason, right: str = "") -> Found:
    return Found(None, (LeftOut(text, reason, right),))


def too_long(text: str) -> Found | None:
    """Return a refusal for a text above `LONGEST_VALUE`; None for a shorter one."""
    return _refused(text, Reason.TOO_LONG) if len(text) > LONGEST_VALUE else None


def _plain(code: str) -> str:
    return "".join(sign for sign in code.casefold() if sign.isalnum())


def similar(text: str, choices: Sequence[str]) -> str:
    """Return the choice most similar to a mistyped text; empty if none is similar."""
    if len(text) > LONGEST_TYPO:
        return ""
    plain = {_plain(choice): choice for choice in choices}
    close = get_close_matches(_plain(text), plain, n=1, cutoff=SIMILARITY)
    return plain[close[0]] if close else ""


def _meant(text: str, choices: Sequence[str]) -> list[str]:
    """Return the exact code, or those equal without case, or those equal without punctuation."""
    code = tidy(text)
    if code in choices:
        return [code]
    for equal in (str.casefold, _plain):
        if meant := [choice for choice in choices if equal(choice) == equal(code) != ""]:
            return meant
    return []


def _unknown(text: str, choices: Sequence[str]) -> LeftOut:
    """Return the reason why a text matches no single code, with codes to suggest."""
    meant = _meant(text, choices)
    if meant:
        return LeftOut(text, Reason.AMBIGUOUS, ", ".join(meant))
    few = ", ".join(choices) if len(choices) <= FEW_CHOICES else ""
    return LeftOut(text, Reason.UNKNOWN, similar(tidy(text), choices) or few)


def read_code(text: str, choices: Sequence[str]) -> Found:
    """Parse one code, ignoring case, hyphens, underscores and spaces if the match is unique.

    Parameters
    ----------
    text : str
        The value in the link.
    choices : sequence of str
        The valid codes.
    """
    meant = _meant(text, choices)
    return Found(meant[0]) if len(meant) == 1 else Found(None, (_unknown(text, choices),))


def read_codes(text: str, choices: Sequence[str]) -> Found:
    """Parse a list of codes separated by commas, semicolons, bars, plus signs, slashes or spaces.

    The value has the known codes in alphabetical order; `left_out` has each unknown one.
    `choices` are the valid codes.
    """
    parts = [part for part in re.split(r"[,;|+/\n]+", tidy(text)) if tidy(part)]
    if not parts:
        return _refused(text, Reason.UNREADABLE)
    codes = [
        code
        for part in parts
        for code in ([part] if len(_meant(part, choices)) == 1 else part.split())
    ]
    meant = {code: _meant(code, choices) for code in codes}
    known = {found[0] for found in meant.values() if len(found) == 1}
    strange = [code for code, found in meant.items() if len(found) != 1]
    unknown = [_unknown(code, choices) for code in strange[:MOST_PARTS]]
    if len(strange) > MOST_PARTS:
        unknown.append(LeftOut(" ".join(strange[MOST_PARTS:]), Reason.UNKNOWN))
    return Found(tuple(sorted(known)) or None, tuple(unknown))


def read_layers(text: str) -> Found:
    """Parse a list of kinds of lines on the map; the list of all kinds means the default."""
    found = read_codes(text, LAYERS)
    chosen = found.value
    return replace(found, value=chosen_layers(chosen)) if isinstance(chosen, tuple) else found


def read_language(text: str) -> Found:
    """Parse a language: a code or a tag with a region, such as `kk-KZ`."""
    code = language_of_tag(tidy(text))
    return Found(code) if code else _refused(text, Reason.UNKNOWN, ", ".join(LANGUAGE_CODES))


_JOINT = r"\s*(?:[-‐‑‒–—―−~→]+>?|\.{1,3}|[…,;:/+_]|to|\s)\s*"
_DASH = "[-‐‑‒–—―−~]"
_CLOSED = re.compile(rf"([0-9]{{4}})(?:{_JOINT}([0-9]{{4}}|[0-9]{{2}}))?")
_OPEN = re.compile(rf"([0-9]{{4}})\s*{_DASH}|{_DASH}\s*([0-9]{{4}})")
_LIST = re.compile(r"[0-9]{4}(?:[,;+\s]+[0-9]{4}){2,}")
_ELLIPSIS = re.compile(r"^\s*(?:\.\.|…)|(?:\.\.|…)\s*$")


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _closed(first: str, last: str) -> tuple[int, int] | None:
    """Return two years in ascending order; `19` after `2018` is 2019."""
    if len(last) < len(first):
        last = first[: -len(last)] + last
        return (int(first), int(last)) if first <= last else None
    return min(int(first), int(last)), max(int(first), int(last))


def _listed(text: str) -> tuple[int, int] | None:
    """Return first and last of a list of consecutive years; None for other lists."""
    years = sorted({int(year) for year in re.findall("[0-9]{4}", text)})
    return (years[0], years[-1]) if years[-1] - years[0] == len(years) - 1 else None


def _span(text: str) -> tuple[int | None, int | None] | None:
    """Return first and last year of a span, None for an open end; None if the text is no span."""
    plain = "" if _ELLIPSIS.search(text) else tidy(text)
    if closed := _CLOSED.fullmatch(plain):
        return _closed(closed[1], closed[2] or closed[1])
    if opened := _OPEN.fullmatch(plain):
        return _year(opened[1]), _year(opened[2])
    return _listed(plain) if _LIST.fullmatch(plain) else None


def read_years(text: str, bounds: tuple[int, int]) -> Found:
    """Parse a span of years: `2019-2022` in any notation, `2019-`, `-2022`, `2019`, `2019-22`.

    A span partly outside the bounds is clipped to them and reported in `left_out`; one entirely
    outside is refused.

    Parameters
    ----------
    text : str
        The value in the link.
    bounds : tuple of int
        First and last valid year.
    """
    lowest, highest = bounds
    span = _span(text)
    if span is None:
        return _refused(text, Reason.UNREADABLE, f"{lowest}-{highest}")
    first = lowest if span[0] is None else span[0]
    last = highest if span[1] is None else span[1]
    outside = LeftOut(text, Reason.OUTSIDE, span_text(str(lowest), str(highest)))
    inside = max(first, lowest), min(last, highest)
    if inside[0] > inside[1]:
        return Found(None, (outside,))
    return Found(inside, () if inside == (first, last) else (outside,))


def read_year(text: str, bounds: tuple[int, int]) -> Found:
    """Parse one year of four digits within bounds (first and last valid year)."""
    year = tidy(text)
    if not re.fullmatch("[0-9]{4}", year):
        return _refused(text, Reason.UNREADABLE, str(bounds[1]))
    if not bounds[0] <= int(year) <= bounds[1]:
        return _refused(text, Reason.OUTSIDE, span_text(*map(str, bounds)))
    return Found(int(year))


def read_pair(text: str, choices: Sequence[int]) -> Found:
    """Parse two different numbers among `choices`, in any notation of a span; keep their order."""
    numbers = re.fullmatch(rf"q?([0-9]{{1,3}}){_JOINT}q?([0-9]{{1,3}})", tidy(text).casefold())
    example = "-".join(str(number) for number in choices[:2])
    if numbers is None:
        return _refused(text, Reason.UNREADABLE, example)
    one, other = int(numbers[1]), int(numbers[2])
    if one == other:
        return _refused(text, Reason.UNREADABLE, example)
    if not {one, other} <= set(choices):
        return _refused(
            text, Reason.OUTSIDE, span_text(str(min(choices)), str(max(choices))) if choices else ""
        )
    return Found((one, other))


def read_search(text: str) -> Found:
    """Parse a search text: any characters but control signs, at most `LONGEST_SEARCH`."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return Found(plain) if len(plain) <= LONGEST_SEARCH else _refused(text, Reason.TOO_LONG)
