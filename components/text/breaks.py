"""Words that stay on one line of a page: amounts with units, numbered names, ordinals, dashes.

Only pages and slides are marked so. Files, search and alternative texts keep plain texts.
"""

import re
from collections.abc import Iterator

NUMBER = re.compile(r"\W*\d(?:[\d.,\u00a0\u202f–]*\d)?")
"""A number or a span of numbers with its sign, without punctuation that follows."""

SIGN = re.compile(r"[^\w\s–—.,:;·]")
"""A sign before a number, such as that of an approximate amount."""

UNIT = re.compile(r"[a-zа-яёіїәғқңөұүһçğıöşüμ]{1,9}[^\w]*(?:[²³]\W*)?")
"""What may belong to a number before it: a short word in small letters."""

NAME = re.compile(r"\W*[^\W\d_]{2,10}")
"""What may belong to a number after it, if it begins with a capital: a table, a section."""

LETTER = re.compile(r"\W*[^\W\d_]\W*")
"""A letter that names an annex."""

AMOUNT = re.compile(rf"(?:^| ){NUMBER.pattern} {UNIT.pattern}$")
"""A number and a short word, such as that of a million, which a unit may follow."""

SYMBOL = re.compile(r"[a-zа-яё]{1,2}[²³]?[^\w]*")
"""What may belong to an amount before it: the symbol of a unit."""

WHOLE = re.compile(r"\d[\d.,]*%?-\w|\w–\w|[A-ZА-ЯЁІӘҒҚҢӨҰҮҺÇĞİÖŞÜ]{2}-\w")
"""Where a word would be broken though it is one: a number or an abbreviation with an ending, a
span, a name."""

WORD_JOINER = "\N{WORD JOINER}"
"""Takes no room, and keeps what stands on both sides on one line."""

DASHES = frozenset("–—")

LONGEST = 24
"""Characters that stay together at most; more would not fit in a narrow card."""


def _belong(one: str, other: str) -> bool:
    """Return whether two words that follow each other stay on one line."""
    if other in DASHES or SIGN.fullmatch(one):
        return True
    if one in DASHES:
        return other[:1].isdigit()
    if NUMBER.fullmatch(one):
        return UNIT.fullmatch(other) is not None
    if LETTER.fullmatch(one):
        return one.isupper() and other[:1].islower()
    numbered = other[:1].isdigit() or (other.isupper() and LETTER.fullmatch(other) is not None)
    beginning = one.lstrip("(«“„\"'")
    return numbered and beginning[:1].isupper() and NAME.fullmatch(one) is not None


def _runs(text: str) -> list[str]:
    """Return the words of a text, those that stay together as one."""
    last, *others = text.split(" ")
    runs = [last]
    for word in others:
        joined = f"{runs[-1]} {word}"
        together = _belong(last, word) or (AMOUNT.search(runs[-1]) and SYMBOL.fullmatch(word))
        if last and word and len(joined) <= LONGEST and together:
            runs[-1] = joined
        else:
            runs.append(word)
        last = word
    return runs


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts between the breakable spaces of a text, and whether each must not be broken.

    Examples
    --------
    >>> list(pieces("about 30 billion barrels (6-кесте)"))
    [('about', False), ('30 billion', True), ('barrels', False), ('(6-кесте)', True)]
    """
    for run in _runs(text):
        yield run, " " in run or (len(run) <= LONGEST and WHOLE.search(run) is not None)


def kept_together(text: str) -> str:
    """Return a plain text that breaks no amount and no name, for scripts that write texts."""
    return " ".join(_joined(run) if whole else run for run, whole in pieces(text))


def _joined(run: str) -> str:
    """Return words without a place for a line break."""
    return re.sub(r"[-–—]", rf"\g<0>{WORD_JOINER}", run.replace(" ", "\N{NO-BREAK SPACE}"))
