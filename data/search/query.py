"""Parser of search queries: numbers, units, names, paragraphs and plain text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from data.search.folding import fold, joined
from data.search.terms import (
    Either,
    InText,
    Literal,
    Name,
    NumberTerm,
    Origin,
    Paragraph,
    Range,
    Term,
)
from data.search.typed_numbers import Reading, joined_groups, readings
from data.search.vocabulary import NO_EFFECT, WHOLE_WORD, Measure, Vocabulary, bare

LONGEST_QUERY = 200
"""Greatest number of characters read from a query."""

_PARAGRAPH = re.compile(r"(?:[¶§]|p\.?|para|paragraph|абзац|абз\.?|п)\s?([0-9]{1,4})")
_NUMBERED_PARAGRAPH = re.compile(r"([0-9]{1,4})-абзац")
_PARAGRAPH_WORDS = frozenset(
    {"¶", "§", "p", "para", "par", "paragraph", "paragraf", "абзац", "абз", "п"}
)
_NUMBER = re.compile(
    r"(?P<before>[^\w\s-]*|us\$|[a-zа-я]{2,3})"
    r"(?P<number>[-+]?[0-9]+(?:[.,' ][0-9]+)*)"
    r"(?:-(?P<last>[0-9]+(?:[.,' ][0-9]+)*))?"
    r"(?P<after>[^0-9].*)?"
)
_ENDING = re.compile(r"[-'][^\W\d]+")
_QUOTED = re.compile(r'"([^"]+)"')
FIRST_YEAR, LAST_YEAR = 1000, 2100
"""Range of whole numbers that are read as calendar years before a word for years."""


def terms_of(query: str, words: Vocabulary) -> tuple[Term, ...]:
    """Parse a query into terms that a value must match.

    Parameters
    ----------
    query : str
        Any text; characters after `LONGEST_QUERY` are not read.
    words : Vocabulary
        Known names, units and scales.
    """
    text = fold(query[:LONGEST_QUERY])
    found: list[Term] = []
    for phrase in _QUOTED.findall(text):
        number = tuple(_terms(phrase.split(), words))
        is_number = len(number) == 1 and isinstance(number[0], NumberTerm | Either)
        found += number if is_number else [_literal(phrase.strip())]
    rest = _QUOTED.sub(" ", text).replace('"', " ")
    return (*found, *_terms(rest.split(), words))


def _literal(text: str, unit: re.Pattern[str] | None = None) -> Literal:
    return Literal(text, joined(text), unit)


def _terms(words: Sequence[str], known: Vocabulary) -> Iterator[Term]:
    position = 0
    while position < len(words):
        rest = words[position : position + 2 * LONGEST_QUERY]
        count, term = (
            _paragraph(rest)
            or _origin(rest, known)
            or _number(rest, known)
            or _name(rest, known)
            or _word(rest[0], known)
        )
        position += count
        if term is not None:
            yield term


ParsedTerm = tuple[int, Term | None]
"""Number of words of a term, and the term; None for ignored words."""


def _paragraph(words: Sequence[str]) -> ParsedTerm | None:
    shape = _PARAGRAPH.fullmatch(bare(words[0]))
    if shape:
        sign = "p" if words[0].startswith("p") else "¶"
        return 1, Paragraph(shape[1], f"{sign}{shape[1]}")
    kazakh = _NUMBERED_PARAGRAPH.fullmatch(bare(words[0]))
    if kazakh:
        return 1, Paragraph(kazakh[1], f"¶{kazakh[1]}")
    first, second = (bare(word) for word in (*words, "")[:2])
    if first in _PARAGRAPH_WORDS and second.isdecimal():
        return 2, Paragraph(second, f"¶{second}")
    # As Turkish writes it: "1042. paragraf".
    if second == "paragraf" and first.isdecimal():
        return 2, Paragraph(first, f"¶{first}")
    return None


def _origin(words: Sequence[str], known: Vocabulary) -> ParsedTerm | None:
    found = known.origin_at(words)
    return (found[0], Origin(found[1], " ".join(words[: found[0]]))) if found else None


def _name(words: Sequence[str], known: Vocabulary) -> ParsedTerm | None:
    found = known.name_at(words)
    if found is None:
        return None
    count, forms = found
    typed = " ".join(words[:count]) if count == 1 else ""
    return count, Name(forms, typed if len(typed) > WHOLE_WORD else "")


def _word(word: str, known: Vocabulary) -> ParsedTerm:
    text = word.strip(".,;:!?") or word
    if not any(sign.isalnum() or sign in "%$€¶§" for sign in text):
        return 1, None
    return 1, _literal(text, known.unit_pattern(text))


def _number(words: Sequence[str], known: Vocabulary) -> ParsedTerm | None:
    """Parse a number with its units and scales before and after it."""
    if "[" in words[0]:
        return None
    skipped, leading = _before(words, known)
    rest = words[skipped:]
    if not rest:
        return None
    count = joined_groups([bare(word) for word in rest])
    grouped = bare(" ".join(rest[:count])) if count > 1 else rest[0].strip(",;:!?()") or rest[0]
    shape = _NUMBER.fullmatch(grouped.rstrip("."))
    own = _attached(shape, known) if shape else None
    if shape is None or own is None:
        return None
    if not all(readings(shape[part]) for part in ("number", "last") if shape[part]):
        return None
    after, following = _after(rest[count:], known)
    measure = _combined(leading, own, following)
    taken = skipped + count + after
    if shape["last"]:
        return taken, _range(shape, measure, known)
    term = _quantity(readings(shape["number"]), measure, known)
    spelled = words[:taken]
    return taken, _with_other_readings(term, spelled, count, shape["number"], known)


def _before(words: Sequence[str], known: Vocabulary) -> tuple[int, Measure]:
    """Parse the units before a number, such as `USD` and `yüzde`, and "about"."""
    position, measure = 0, NO_EFFECT
    while position < len(words) and not any(sign.isdigit() for sign in words[position]):
        found = known.measure_at(words[position:])
        if found is None or found[1].factor != 1:
            return len(words), measure
        position, measure = position + found[0], measure.combined(found[1])
    return position, measure


def _after(words: Sequence[str], known: Vocabulary) -> tuple[int, Measure]:
    position, measure = 0, NO_EFFECT
    while position < len(words):
        found = known.measure_at(words[position:])
        if found is None or (found[1].base and measure.base):
            break
        position, measure = position + found[0], measure.combined(found[1])
    return position, measure


def _attached(shape: re.Match[str], known: Vocabulary) -> Measure | None:
    """Return the unit or scale attached to a number without a space; None for other text."""
    measure = NO_EFFECT
    for part in (shape["before"], shape["after"]):
        text = _ENDING.sub("", bare(part or ""))
        if not text:
            continue
        found = known.measure_at([text])
        if found is None:
            return None
        measure = measure.combined(found[1])
    return measure


def _combined(*measures: Measure) -> Measure | None:
    total = NO_EFFECT
    for measure in measures:
        total = total.combined(measure)
    return None if total == NO_EFFECT else total


def _quantity(
    numbers: tuple[Reading, ...], measure: Measure | None, known: Vocabulary
) -> NumberTerm:
    number = "|".join(reading.pattern for reading in numbers)
    is_year = measure == Measure("years") and FIRST_YEAR <= numbers[0].value <= LAST_YEAR
    if measure is None or is_year:
        return NumberTerm(numbers, measure, re.compile(number))
    unit = f"(?:{known.forms_of(measure)})"
    pattern = re.compile(rf"(?:{number})\s?{unit}|{unit}\s?(?:{number})")
    return NumberTerm(numbers, measure, pattern)


def _range(shape: re.Match[str], measure: Measure | None, known: Vocabulary) -> Term:
    first, last = (_quantity(readings(shape[part]), measure, known) for part in ("number", "last"))
    return Range(first, last, _literal(f"{shape['number']}-{shape['last']}"))


def _with_other_readings(
    term: NumberTerm, words: Sequence[str], groups: int, number: str, known: Vocabulary
) -> Term:
    """Return a term with alternative readings of the words of a number.

    Groups of digits separated by a space may be two numbers, and a unit may be a word of the text.
    """
    if len(words) == 1:
        return replace(term, begins=number) if term.measure is None else term
    if groups == len(words) and term.measure is None:
        apart = tuple(_quantity(readings(bare(word)), None, known) for word in words)
        return Either(((term,), apart))
    bare_number = _quantity(term.readings, None, known)
    others = tuple(
        _literal(bare(word)) for word in words if not any(sign.isdigit() for sign in word)
    )
    return Either(((term,), (InText(bare_number.in_text), *others)))
