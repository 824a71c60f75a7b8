"""Numbers in digits with the endings of their spoken form, and ordinals."""

import re
from functools import lru_cache, partial
from types import MappingProxyType

from babel.core import Locale

from components.text.inflection import Inflected
from data.language.forms import CASES
from data.language.languages import Language

PLAIN, ORDINAL, FOLD = "plain", "ordinal", "fold"

_ORDINAL_ENDINGS = MappingProxyType({"one": "st", "two": "nd", "few": "rd", "other": "th"})
"""English endings by the ordinal category of CLDR."""

_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
"""English numbers from 2 that multiples are written with, as in `threefold`."""

_ENDINGS = MappingProxyType(
    {
        "kk": {
            "-ге -ден -де": ("1", "2", "7", "8", "50", "100", "0"),
            "-ке -тен -те": ("3", "4", "5", "70"),
            "-ға -дан -да": ("6", "9", "20", "30"),
            "-қа -тан -та": ("40", "60"),
            "-ға -нан -да": ("10", "90", "1000", "1000000"),
            "-ге -нен -де": ("80",),
        },
        "tr": {
            "’e ’den ’de ’in": ("1", "8", "80", "1000"),
            "’e ’den ’de ’ün": ("100",),
            "’ye ’den ’de ’nin": ("2", "7", "20", "50"),
            "’e ’ten ’te ’ün": ("3", "4"),
            "’e ’ten ’te ’in": ("5", "70"),
            "’ya ’dan ’da ’nın": ("6",),
            "’a ’dan ’da ’un": ("9", "10", "30", "1000000"),
            "’a ’dan ’da ’ın": ("90", "0"),
            "’a ’tan ’ta ’ın": ("40", "60"),
        },
    }
)
"""Endings of the cases of a language by the last word of a spoken number."""

_BY_WORD = MappingProxyType(
    {
        code: {
            word: dict(zip(CASES[code], endings.split(), strict=True))
            for endings, words in groups.items()
            for word in words
        }
        for code, groups in _ENDINGS.items()
    }
)


def last_word(digits: str) -> str:
    """Return the number that is the last word of a number when it is spoken.

    Parameters
    ----------
    digits : str
        The digits of a whole number, or those after its decimal sign.

    Examples
    --------
    >>> [last_word(digits) for digits in ("3200", "40", "17", "0")]
    ['100', '40', '7', '0']
    """
    digits = digits.lstrip("0") or "0"
    zeros = len(digits) - len(digits.rstrip("0"))
    if digits == "0" or not zeros:
        return digits[-1]
    if zeros == 1:
        return f"{digits[-2]}0"
    if zeros == 2:  # noqa: PLR2004
        return "100"
    return "1000" if zeros < 6 else "1000000"  # noqa: PLR2004


def _last_number(text: str, language: Language) -> str:
    """Return the digits of the last whole number or decimal part of a written number."""
    whole = re.sub(rf"(?<=\d)[{re.escape(language.group_sign)}\s](?=\d)", "", text)
    found = re.findall(r"\d+", whole)
    return found[-1] if found else "0"


def _ordinal(text: str) -> str:
    """Write the ends of an English range as ordinals; a fraction has none and stays."""
    if "." in text:
        return text

    def with_ending(found: re.Match[str]) -> str:
        number = int(found[0].replace(",", ""))
        return found[0] + _ORDINAL_ENDINGS[Locale.parse("en").ordinal_form(number)]

    return re.sub(r"[\d,]+", with_ending, text)


def _form(text: str, language: Language, form: str) -> str:
    last = _last_number(text, language)
    if form == PLAIN:
        return re.sub(rf"(?<=\d)[{re.escape(language.group_sign)}\s](?=\d)", "", text)
    if form in (ORDINAL, FOLD) and language.code != "en":
        return text
    if form == ORDINAL:
        return _ordinal(text)
    if form == FOLD:
        named = dict(zip(map(str, range(2, len(_WORDS) + 2)), _WORDS, strict=True))
        return f"{named[text]}fold" if text in named else f"{text}-fold"
    return text + _BY_WORD.get(language.code, {}).get(last_word(last), {}).get(form, "")


def numeral(text: str, language: Language) -> Inflected:
    """Return a written number or range with its forms: cases, `plain`, `ordinal` and `fold`.

    Examples
    --------
    >>> f"{numeral('500', language('tr')):ablative}"
    '500’den'
    """
    return Inflected(text, partial(_form, text, language))


@lru_cache(maxsize=4096)
def plural_category(value: float, language: Language) -> str:
    """Return the plural category of CLDR that a number puts its unit in."""
    whole = int(value) if value == int(value) else value
    return str(Locale.parse(language.locale).plural_form(whole))
