"""Lists that CLDR has no pattern for: paragraphs, clauses, parts of a line, alternatives."""

import re
from collections.abc import Iterable, Sequence

from data.language.languages import Language

_GROUPED = re.compile(r"(?<=\d),(?=\d{3})")
"""A comma between groups of digits, which no reader takes for one between items."""

_ANY_COMMA = re.compile(r"(?!)")

_LISTED = re.compile(r", (?!\d)")
"""A comma between words."""

TWO = 2
"""Number of items that a word joins, without a comma between them."""

_COMMA, _SEMICOLON, _DOT, _COLON = ", ", "; ", " · ", ": "


def paragraphs_text(cells: str | Iterable[str] | Iterable[int]) -> str:
    """List the numbers of paragraphs, as citations do in every language of the Atlas.

    Parameters
    ----------
    cells : str or iterable
        Numbers joined by semicolons, as in the tables, or one by one.
    """
    return _COMMA.join(_numbers(cells))


def _numbers(cells: str | Iterable[str] | Iterable[int]) -> list[str]:
    return cells.split(";") if isinstance(cells, str) else list(map(str, cells))


def _paragraphs(numbers: Sequence[str], written: str, language: Language) -> str:
    """Return numbers with the word for paragraphs; one and several are two messages."""
    _ = language.gettext
    if len(numbers) == 1:
        return _("paragraph {paragraph}").format(paragraph=written)
    return _("paragraphs {paragraphs}").format(paragraphs=written)


def paragraph_words(cells: str | Iterable[str] | Iterable[int], language: Language) -> str:
    """Write the numbers of paragraphs with their sign or word."""
    numbers = _numbers(cells)
    return _paragraphs(numbers, paragraphs_text(numbers), language)


def _unbroken(mark: str) -> str:
    """Return a number and its one word with a space that no line break parts."""
    return mark.replace(" ", "\N{NO-BREAK SPACE}") if mark.count(" ") == 1 else mark


def paragraph_mark(cells: str | Iterable[str] | Iterable[int], language: Language) -> str:
    """Write the numbers of paragraphs with their sign or word, which no line break parts."""
    return _unbroken(paragraph_words(cells, language))


def paragraphs_in_words(cells: str | Iterable[str] | Iterable[int], language: Language) -> str:
    """Write the numbers of paragraphs as the beginning of a sentence, with a word before the last.

    Examples
    --------
    >>> paragraphs_in_words("663;664;665", language("tr"))
    '663, 664 ve 665. paragraflar'
    """
    numbers = _numbers(cells)
    mark = _paragraphs(numbers, language.enumerate(numbers), language)
    return language.capital(_unbroken(mark))


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


def one_colon(name: str, language: Language) -> str:
    """Return a name for a line with a colon: a comma, or a dash, replaces the colon in the name.

    The dash stands where the rest of the name is a list; a comma before a year makes none.

    Examples
    --------
    >>> one_colon("Nabucco gas pipeline: planned length", language("en"))
    'Nabucco gas pipeline, planned length'
    """
    whole, _colon, rest = name.partition(_COLON)
    if not _LISTED.search(rest):
        return apposed((whole, rest))
    saying = language.gettext("{whole} – {part}")
    return saying.format(whole=whole, part=rest.replace(_COLON, _COMMA))


def labelled(name: str, text: str, language: Language) -> str:
    """Join a name and what is said about it, with the only colon of the line between them."""
    return f"{one_colon(name, language)}{_COLON}{text}"


def clauses(texts: Iterable[str]) -> str:
    """Join clauses that may hold commas themselves."""
    return _SEMICOLON.join(filter(None, texts))


def remarked(statement: str, remarks: Iterable[str]) -> str:
    """Return a sentence with remarks in brackets, such as who says it; unchanged without any.

    Behind a comma a remark would go on with a finished sentence, which Turkish and Kazakh cannot.
    """
    remark = clauses(remarks)
    return f"{statement} ({remark})" if remark else statement


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
