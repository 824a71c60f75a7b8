"""Dates in words: years, months, days, decades and spans of them, as CLDR writes them."""

import re
from datetime import date
from types import MappingProxyType

from babel.core import Locale
from babel.dates import format_date, format_skeleton

from data.evidence.names import years_text
from data.language.languages import DEFAULT_LANGUAGE, SPAN_DASH, Language, span_text

_DATE = r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?"
_SPAN = re.compile(rf"{_DATE}/{_DATE}")
_SINGLE = re.compile(_DATE)
_YEARS = re.compile(r"(\d{4})-(\d{4})")
_DECADE = re.compile(r"(\d{3}0)s")

YEAR, MONTH, DAY = 1, 2, 3
"""How many parts of a date are printed."""

DECADES = MappingProxyType(
    {"en": "{year}s", "kk": "{year}-жылдар", "tr": "{year}’{ending}", "ru": "{year}-е годы"}
)
"""Names of decades, for which CLDR has no pattern; a further language has the English one."""

YEAR_MARKS = MappingProxyType(
    {"kk": "{year}\N{NARROW NO-BREAK SPACE}ж.", "ru": "{year}\N{NARROW NO-BREAK SPACE}г."}
)
"""Years with the abbreviated word that CLDR puts after them in the dates of a language."""

_FRONT_VOWEL_TENS = frozenset("02578")
"""Tens digits whose Turkish numeral ends in a front vowel, which makes its plural end in -ler."""


def _parts(texts: tuple[str | None, ...]) -> tuple[int, ...]:
    return tuple(int(text) for text in texts if text)


def _day(parts: tuple[int, ...]) -> date:
    """Return the first day of a year, a month or a day; ValueError where there is none such."""
    year, month, day = (*parts, 1, 1)[:DAY]
    return date(year, month, day)


def _single(parts: tuple[int, ...], code: str) -> str:
    if len(parts) == YEAR:
        return str(parts[0])
    if len(parts) == MONTH:
        return str(format_skeleton("yMMMM", _day(parts), locale=code))
    return str(format_date(_day(parts), "long", locale=code))


def _interval(first: tuple[int, ...], last: tuple[int, ...], code: str) -> str:
    """Write a span of months or days; what both ends share stands once.

    CLDR has patterns of days with short months only; as it advises, the month is widened in them.
    """
    skeleton = "yMMMM" if len(first) == MONTH else "yMMMd"
    differing = next(
        name for name, one, other in zip("yMd", first, last, strict=True) if one != other
    )
    patterns = Locale.parse(code).interval_formats[skeleton][differing]
    written = "".join(
        str(format_date(_day(parts), re.sub("(?<!M)MMM(?!M)", "MMMM", pattern), locale=code))
        for parts, pattern in zip((first, last), patterns, strict=True)
    )
    # CLDR has spaces round the dash in some languages, which stand beside ends of several words.
    single_words = len(first) == MONTH and differing == "M"
    return re.sub(rf"\s*{SPAN_DASH}\s*", SPAN_DASH, written) if single_words else written


def _span(first: tuple[int, ...], last: tuple[int, ...], code: str) -> str:
    if first == last:
        return _single(first, code)
    if len(first) == len(last) == YEAR:
        return years_text((first[0], last[0]))
    if len(first) == len(last):
        return _interval(first, last, code)
    ends = (_end(parts, code) for parts in (first, last))
    return span_text(*ends, spaced=True)


def _end(parts: tuple[int, ...], code: str) -> str:
    """Write one end of a span whose other end is printed with more or fewer parts."""
    if len(parts) == YEAR:
        return YEAR_MARKS.get(code, "{year}").format(year=parts[0])
    return _single(parts, code)


def _decade(year: int, language: Language) -> str:
    front = str(year)[2] in _FRONT_VOWEL_TENS
    pattern = DECADES.get(language.code, DECADES[DEFAULT_LANGUAGE])
    return pattern.format(year=year, ending="ler" if front else "lar")


def dated(text: str, printed: str, language: Language) -> str:
    """Return a text with its date: in words for a year, in brackets for any other.

    Parameters
    ----------
    text : str
        What has the date, such as an amount.
    printed : str
        A date as `date_text` takes it.
    language : Language
        Language of the text.
    """
    date_written = date_text(printed, language)
    _ = language.gettext
    saying = _("{value} in {year}") if printed.isdigit() else _("{value} ({place})")
    return saying.format(value=text, year=date_written, place=date_written)


def date_text(printed: str, language: Language) -> str:
    """Write a date as the language writes it.

    Parameters
    ----------
    printed : str
        A year, a month or a day in ISO order, two of them joined by a stroke for a span, two years
        joined by a hyphen, or a decade such as `1990s`. Anything else is returned as it is.
    language : Language
        Language of the text.

    Examples
    --------
    >>> date_text("1992-10-30/1992-10-31", language("en"))
    '30–31 October 1992'
    """
    # The locale falls back where Babel lacks a language of the Atlas.
    code = language.locale
    try:
        if found := _SINGLE.fullmatch(printed):
            return _single(_parts(found.groups()), code)
        if found := _SPAN.fullmatch(printed):
            ends = found.groups()
            return _span(_parts(ends[:DAY]), _parts(ends[DAY:]), code)
        if found := _YEARS.fullmatch(printed):
            first, last = map(int, found.groups())
            return years_text((first, last))
        if found := _DECADE.fullmatch(printed):
            return _decade(int(found[1]), language)
    except ValueError:
        # No such month or day: shown as printed.
        return printed
    return printed
