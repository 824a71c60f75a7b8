"""Lists that CLDR has no pattern for: paragraphs, clauses, parts of a line, alternatives."""

import re
from collections.abc import Iterable, Sequence

from data.language.languages import Language

_GROUPED = re.compile(r"(?<=\d),(?=\d{3})")
"""A comma between groups of digits, which no reader takes for one between items."""

_ANY_COMMA = re.compile(r"(?!)")

TWO = 2
"""Number of items that a word joins, without a comma between them."""

_COMMA, _SEMICOLON, _DOT = ", ", "; ", " · "


def paragraphs_text(cells: str | Iterable[str] | Iterable[int]) -> str:
    """List the numbers of paragraphs, as citations do in every language of the Atlas.

    Parameters
    ----------
    cells : str or iterable
        Numbers joined by semicolons, as in the tables, or one by one.
    """
    numbers = cells.split(";") if isinstance(cells, str) else cells
    return _COMMA.join(map(str, numbers))


def paragraph_mark(cells: str | Iterable[str] | Iterable[int], language: Language) -> str:
    """Write the numbers of paragraphs with their sign or word, which no line break parts."""
    numbers = cells.split(";") if isinstance(cells, str) else list(map(str, cells))
    saying = language.ngettext("paragraph {paragraph}", "paragraphs {paragraph}", len(numbers))
    mark = saying.format(paragraph=paragraphs_text(numbers))
    return mark.replace(" ", "\N{NO-BREAK SPACE}") if mark.count(" ") == 1 else mark


def listed(texts: Iterable[str], language: Language) -> str:
    """Join items to a list in words; several with commas of their own have semicolons between.

    Examples
    --------
    >>> listed(("pipelines 53,5", "sea 9", "rail 7"), language("ru"))
    'pipelines 53,5; sea 9; rail 7'
    """
    items = list(texts)
    own = _GROUPED if language.group_sign == "," else _ANY_COMMA
    if len(items) > TWO and any("," in own.sub("", item) for item in items):
        return clauses(items)
    return language.enumerate(items)


def apposed(parts: Iterable[str]) -> str:
    """Join what says the same thing more and more closely: a name, its period, its place."""
    return _COMMA.join(filter(None, parts))


def clauses(texts: Iterable[str]) -> str:
    """Join clauses that may hold commas themselves."""
    return _SEMICOLON.join(filter(None, texts))


def side_by_side(parts: Iterable[str]) -> str:
    """Join the parts of one line that say different things."""
    return _DOT.join(filter(None, parts))


def alternatives(texts: Sequence[str], language: Language) -> str:
    """Join texts of which one holds, as in `a, b or c`."""
    if len(texts) <= 1:
        return "".join(texts)
    # The Kazakh list of CLDR has another word than the texts of the Atlas.
    return language.gettext("{values} or {value}").format(
        values=_COMMA.join(texts[:-1]), value=texts[-1]
    )
