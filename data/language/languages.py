"""Languages of the interface: translated texts, number and list formats, negotiation."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from babel.core import Locale, get_global, negotiate_locale
from babel.lists import format_list
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from data.language.translations import (
    Catalogue,
    catalogue_digest,
    is_known_language,
    read_catalogue,
)
from data.problems import Problem, ProblemList, Rule

CATALOGUES = Path(__file__).parents[1] / "locale"
LANGUAGE_CODES = ("en", "kk", "tr", "ru")
DEFAULT_LANGUAGE = "en"
MINUS = "\N{MINUS SIGN}"
SPAN_DASH = "\N{EN DASH}"
"""Between the ends of a span of numbers or years; CLDR has other spaces around it by language."""

FORMAT_LOCALES: Mapping[str, str] = MappingProxyType({"en": "en_GB"})
"""Locales of CLDR for dates, numbers and lists where the code alone means another region."""

ENDONYMS: Mapping[str, str] = MappingProxyType(
    {"en": "English", "kk": "Қазақ тілі", "tr": "Türkçe", "ru": "Русский"}
)
"""Results of `cldr_endonym`, stored because Babel takes a tenth of a second to read them."""


def cldr_endonym(code: str) -> str:
    """Return the name of a language in the language itself, according to CLDR."""
    return str(Locale.parse(code).get_display_name(code)).capitalize()


_CATALOGUES: dict[str, Catalogue] = {}
"""Loaded catalogues by language code."""


def catalogue_of(code: str) -> Catalogue:
    """Return the catalogue of a language; empty for English, the language of the messages."""
    cached = _CATALOGUES.get(code)
    if cached is None:
        cached = Catalogue() if code == DEFAULT_LANGUAGE else read_catalogue(CATALOGUES, code)
        _CATALOGUES[code] = cached
    return cached


def renew_catalogues(sealed: Mapping[str, str] = MappingProxyType({})) -> ProblemList:
    """Remove edited catalogues from the cache, and check those not yet checked.

    Parameters
    ----------
    sealed : mapping of str to str
        Digests of checked catalogues by file name; these are read when first needed.

    Returns
    -------
    ProblemList
        Faults of the languages and their catalogues.
    """
    problems = ProblemList()
    for code in LANGUAGE_CODES:
        if not is_known_language(code):
            fault = Problem(table="", file="languages.py", rule=Rule.LANGUAGE_KNOWN, found=code)
            problems.add([fault])
        if code == DEFAULT_LANGUAGE:
            continue
        digest = catalogue_digest(CATALOGUES / f"{code}.po")
        cached = _CATALOGUES.get(code)
        if cached is not None and (cached.digest != digest or not digest):
            _CATALOGUES.pop(code, None)
            cached = None
        if cached is not None or not digest or sealed.get(f"{code}.po") != digest:
            problems.add_list(catalogue_of(code).problems)
    return problems


def later(message: str) -> str:
    """Mark a text for extraction without translating it; `gettext` translates it when shown."""
    return message


def span_text(first: str, last: str, *, spaced: bool = False) -> str:
    """Join both ends of a span; `spaced` where an end is signed or has several words."""
    return f" {SPAN_DASH} ".join((first, last)) if spaced else f"{first}{SPAN_DASH}{last}"


@lru_cache(maxsize=64)
def _locale(code: str) -> str:
    """Return the locale for formats of a language; that of English if Babel has none."""
    known = code if is_known_language(code) else DEFAULT_LANGUAGE
    return FORMAT_LOCALES.get(known, known)


@lru_cache(maxsize=64)
def _conjunction(code: str) -> re.Pattern[str]:
    """Return a pattern for the word that joins two items of a list, from CLDR."""
    joined = format_list(["\0", "\0"], locale=code)
    return re.compile(rf"(?<!\w){re.escape(joined.replace(chr(0), '').strip())}(?!\w)")


def _has_conjunction(text: str, code: str) -> bool:
    return _conjunction(code).search(text) is not None


@lru_cache(maxsize=8192)
def _unsigned(text: str, decimals: int | None, code: str) -> str:
    """Format a number given as text without sign; see `Language.number`."""
    fraction = "##" if decimals is None else "0" * decimals
    digits = 2 if decimals is None else decimals
    exact = Decimal(text).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return str(format_decimal(exact, f"#,##0.{fraction}".rstrip("."), locale=code))


@dataclass(frozen=True)
class Language:
    """A language of the Atlas.

    Two languages are equal when their codes are.

    Attributes
    ----------
    code : str
        ISO 639-1 code, one of `LANGUAGE_CODES`.
    """

    code: str

    def gettext(self, message: str) -> str:
        """Return `message`, an English interface text, in this language."""
        return catalogue_of(self.code).translations.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Return an English interface text in this language, in the plural form for `count`."""
        return catalogue_of(self.code).translations.ngettext(singular, plural, count)

    def column(self, stem: str) -> str:
        """Return the data column of this language, such as `name_kk` for `name`."""
        return f"{stem}_{self.code}"

    @property
    def endonym(self) -> str:
        """Name of the language in the language itself."""
        if self.code in ENDONYMS:
            return ENDONYMS[self.code]
        if not is_known_language(self.code):
            return self.code
        return cldr_endonym(self.code)

    def number(self, value: float, *, decimals: int | None = None, signed: bool = False) -> str:
        """Format a number with the separators of the language, rounded half up.

        Parameters
        ----------
        value : float
            The number.
        decimals : int, optional
            Digits after the decimal sign; as many as the value has, up to two, when omitted.
        signed : bool
            Put a plus sign before positive numbers.
        """
        text = _unsigned(str(abs(value)), decimals, self.locale)
        if value < 0:
            return MINUS + text
        return f"+{text}" if signed and value > 0 else text

    def upper(self, text: str) -> str:
        """Return a text in capitals; Turkish has a capital letter for each of its two i's."""
        if self.code == "tr":
            text = text.replace("i", "İ").replace("ı", "I")
        return text.upper()

    def capital(self, text: str) -> str:
        """Return a text with a capital at its beginning."""
        return self.upper(text[:1]) + text[1:]

    def lower(self, text: str) -> str:
        """Return a text in small letters; Turkish has a small letter for each of its two I's."""
        if self.code == "tr":
            text = text.replace("İ", "i").replace("I", "ı")
        return text.lower()

    def enumerate(self, items: Iterable[str]) -> str:
        """Join items to a list in words, such as `a, b and c`.

        Where an item has the joining word itself, semicolons stand between the items.
        """
        texts = list(items)
        if len(texts) > 1 and any(_has_conjunction(text, self.locale) for text in texts):
            return "; ".join(texts)
        return format_list(texts, locale=self.locale)

    @property
    def locale(self) -> str:
        """The locale of CLDR for its formats; that of English if Babel has none."""
        return _locale(self.code)

    @property
    def tag(self) -> str:
        """The language with its country, such as `kk-KZ`, as files name their language."""
        parts = self.locale.split("_")
        if len(parts) == 1:
            parts = str(get_global("likely_subtags").get(self.code, self.code)).split("_")
        return "-".join(dict.fromkeys((parts[0], parts[-1])))

    def territory(self, code: str) -> str:
        """Return the CLDR name of a country by its code of two letters, or the code."""
        return str(Locale.parse(_locale(self.code)).territories.get(code, code))

    @property
    def decimal_sign(self) -> str:
        """The decimal sign."""
        return get_decimal_symbol(self.locale)

    @property
    def group_sign(self) -> str:
        """The thousands separator."""
        return get_group_symbol(self.locale)


def language(code: str) -> Language:
    """Return the language with this code.

    Raises
    ------
    ValueError
        If the Atlas does not have this language.
    """
    if code not in LANGUAGE_CODES:
        message = f"no language {code!r}"
        raise ValueError(message)
    return Language(code)


OTHER_CODES = {"kaz": "kk", "kz": "kk", "tur": "tr", "rus": "ru", "eng": "en"}
"""Three-letter codes, and the country code often written for Kazakh."""

LONGEST_HEADER = 1000
"""Greatest number of characters read from the header `Accept-Language`."""


def _negotiated(tags: Sequence[str]) -> str | None:
    """Return the language of the first tag that the Atlas has, ignoring regions."""
    plain = [tag.strip().casefold().replace("_", "-").partition("-")[0] for tag in tags]
    return negotiate_locale(plain, LANGUAGE_CODES, sep="-", aliases=OTHER_CODES)


def language_of_tag(tag: str) -> str | None:
    """Return the language of the Atlas for a tag such as `kk-KZ`; None for other languages."""
    return _negotiated([tag[:LONGEST_HEADER]])


def _weight(parameters: str) -> float:
    """Return the quality value of a language range: 1 if missing, 0 if invalid."""
    name, _equals, number = parameters.replace(" ", "").partition("=")
    if name.casefold() != "q":
        return 1.0
    return float(number) if re.fullmatch(r"0(\.[0-9]{0,3})?|1(\.0{0,3})?", number) else 0.0


def preferred_language(accepted: str | None) -> str:
    """Return the code of the language that a browser prefers, or English.

    Parameters
    ----------
    accepted : str or None
        Text of the header `Accept-Language`, such as `de-DE,de;q=0.9,kk;q=0.8,en;q=0.5`; invalid
        parts are ignored, and characters after `LONGEST_HEADER` are not read.

    Examples
    --------
    >>> preferred_language("de-DE,de;q=0.9,kk;q=0.8,en;q=0.5")
    'kk'
    """
    ranges = [part.partition(";") for part in (accepted or "")[:LONGEST_HEADER].split(",")]
    weighted = [(_weight(parameters), tag) for tag, _semicolon, parameters in ranges]
    # Sorting is stable: of equal weights the first language is taken.
    best = sorted(weighted, key=lambda pair: pair[0], reverse=True)
    return _negotiated([tag for weight, tag in best if weight > 0]) or DEFAULT_LANGUAGE
