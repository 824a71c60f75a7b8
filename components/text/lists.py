"""Lists that CLDR has no pattern for: paragraphs, clauses, parts of a line, alternatives."""

import re
from collections.abc import Iterable, Sequence

from data.language.languages import Language, span_text

_GROUPED = re.compile(r"(?<=\d),(?=\d{3})")
"""A comma between groups of digits, which no reader takes for one between items."""

_ANY_COMMA = re.compile(r"(?!)")

_ENDS_IN_BRACKETS = re.compile(r" \([^()]*\)$")

LEAST_RUN = 3
"""Fewest paragraphs in a row that are written as a range."""

TWO = 2
"""Number of items that a word joins, without a comma between them."""

_DASHES = (" \N{EN DASH} ", " \N{EM DASH} ")
"""Dashes between a name and its amount, in items that no word can join."""

_COMMA, _SEMICOLON, _DOT, _COLON = ", ", "; ", " · ", ": "


def paragraphs_text(cells: str | Iterable[str] | Iterable[int]) -> str:
    """List the numbers of paragraphs one by one, as columns of tables do.

    Parameters
    ----------
    cells : str or iterable
        Numbers joined by semicolons, as in the tables, or one by one.
    """
    return _COMMA.join(_numbers(cells))


def _numbers(cells: str | Iterable[str] | Iterable[int]) -> list[str]:
    return cells.split(";") if isinstance(cells, str) else list(map(str, cells))


def runs_of(numbers: Iterable[str]) -> list[list[str]]:
    """Return numbers in groups in which each follows the one before it."""
    runs: list[list[str]] = []
    for number in numbers:
        before = runs[-1][-1] if runs else ""
        follows = before.isdecimal() and number.isdecimal() and int(number) == int(before) + 1
        if follows:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def paragraph_numbers(cells: str | Iterable[str] | Iterable[int], language: Language) -> str:
    """Write the numbers of paragraphs in running text: three or more in a row are a range.

    Examples
    --------
    >>> paragraph_numbers("663;781;782;783", language("en"))
    '663 and 781–783'
    """
    parts: list[str] = []
    for run in runs_of(_numbers(cells)):
        parts += [span_text(run[0], run[-1])] if len(run) >= LEAST_RUN else run
    return language.enumerate(parts)


def paragraph_words(cells: str | Iterable[str] | Iterable[int], language: Language) -> str:
    """Write the numbers of paragraphs with their sign or word."""
    _ = language.gettext
    numbers = _numbers(cells)
    written = paragraph_numbers(numbers, language)
    if len(numbers) == 1:
        return _("paragraph {paragraph}").format(paragraph=written)
    return _("paragraphs {paragraphs}").format(paragraphs=written)


def _unbroken(mark: str) -> str:
    """Return a number and its one word with a space that no line break parts."""
    return mark.replace(" ", "\N{NO-BREAK SPACE}") if mark.count(" ") == 1 else mark


def paragraph_mark(cells: str | Iterable[str] | Iterable[int], language: Language) -> str:
    """Write the numbers of paragraphs with their sign or word, which no line break parts."""
    return _unbroken(paragraph_words(cells, language))


def paragraphs_in_words(cells: str | Iterable[str] | Iterable[int], language: Language) -> str:
    """Write the numbers of paragraphs as the beginning of a sentence.

    Examples
    --------
    >>> paragraphs_in_words("663;664;665", language("tr"))
    '663–665. paragraflar'
    """
    return language.capital(paragraph_mark(cells, language))


def listed(texts: Iterable[str], language: Language) -> str:
    """Join items to a list in words.

    Several with commas of their own, or with dashes, have semicolons between.

    Examples
    --------
    >>> listed(("pipelines 53,5", "sea 9", "rail 7"), language("ru"))
    'pipelines 53,5; sea 9; rail 7'
    """
    items = list(texts)
    if len(items) > 1 and any(dash in item for item in items for dash in _DASHES):
        return clauses(items)
    own = _GROUPED if language.group_sign == "," else _ANY_COMMA
    if len(items) > TWO and any("," in own.sub("", item) for item in items):
        return clauses(items)
    return language.enumerate(items)


def apposed(parts: Iterable[str]) -> str:
    """Join what says the same thing more and more closely: a name, its period, its place."""
    return _COMMA.join(filter(None, parts))


def one_colon(name: str, language: Language) -> str:
    """Return a name for a line with a colon: a dash replaces the colon in the name.

    A comma would make a list of the name and what follows it, which is often a list itself.

    Examples
    --------
    >>> one_colon("Nabucco gas pipeline: planned length", language("en"))
    'Nabucco gas pipeline – planned length'
    """
    whole, colon, rest = name.partition(_COLON)
    if not colon:
        return name
    saying = language.gettext("{whole} – {part}")
    return saying.format(whole=whole, part=rest.replace(_COLON, _COMMA))


def without_colon(text: str) -> str:
    """Return a short label and its number with a comma between them, for a line with a colon."""
    return text.replace(_COLON, _COMMA)


def labelled(name: str, text: str, language: Language) -> str:
    """Join a name and what is said about it, with the only colon of the line between them."""
    return f"{one_colon(name, language)}{_COLON}{text}"


def clauses(texts: Iterable[str]) -> str:
    """Join clauses that may hold commas themselves."""
    return _SEMICOLON.join(filter(None, texts))


def remarked(statement: str, remarks: Iterable[str]) -> str:
    """Return a sentence with remarks in brackets, such as who says it; unchanged without any.

    Remarks after a sentence that ends in brackets stand in the same brackets.

    Behind a comma a remark would go on with a finished sentence, which Turkish and Kazakh cannot.
    """
    remark = clauses(remarks)
    if not remark:
        return statement
    if _ENDS_IN_BRACKETS.search(statement):
        return f"{clauses((statement[:-1], remark))})"
    return f"{statement} ({remark})"


def side_by_side(parts: Iterable[str]) -> str:
    """Join the parts of one line that say different things."""
    return _DOT.join(filter(None, parts))


def outside_clause(values: Sequence[str], language: Language) -> str:
    """Return a clause with what is outside the dissertation; empty without any."""
    saying = language.gettext("outside the dissertation: {values}")
    return saying.format(values=listed(values, language)) if values else ""


def alternatives(texts: Sequence[str], language: Language) -> str:
    """Join texts of which one holds, as in `a, b or c`."""
    if len(texts) <= 1:
        return "".join(texts)
    # The Kazakh list of CLDR has another word than the texts of the Atlas.
    return language.gettext("{values} or {value}").format(
        values=_COMMA.join(texts[:-1]), value=texts[-1]
    )
