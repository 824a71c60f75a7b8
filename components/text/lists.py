"""Lists that CLDR has no pattern for: paragraphs, clauses, parts of a line, alternatives."""

from collections.abc import Iterable, Sequence

from data.language.languages import Language

PARAGRAPH = "¶\N{NO-BREAK SPACE}"
"""Sign before the number of a paragraph, from which no line break parts it."""

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
