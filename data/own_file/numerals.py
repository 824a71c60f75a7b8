"""Numbers and units as files write them: decimal signs, groups of digits, labels of units."""

import math
import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

LARGEST_USD = 30e12
"""Greatest accepted value, about the goods trade of the world in a year."""

_GROUPS = re.compile(r"(?<=\d)[\s'’ʼ`´_](?=\d{3}(?!\d))")
_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?", re.IGNORECASE)
_GROUPED = {sign: re.compile(rf"[+-]?\d{{1,3}}(\{sign}\d{{3}})+") for sign in ",."}
_NOTHING = frozenset({"", "-", "–", "—", "..", "...", "…", "n/a", "na", "nan", "null", "none", "x"})

MOST_SAMPLES = 20_000


class Decimal(StrEnum):
    """The decimal sign of a file."""

    POINT = "."
    COMMA = ","
    UNKNOWN = ""


def fold(text: object) -> str:
    """Return a name without case, accents, underscores and repeated spaces, to compare it."""
    plain = unicodedata.normalize("NFKD", str(text).replace("ı", "i")).casefold()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(letters.replace("_", " ").split())


def _stripped(text: str) -> str:
    plain = _GROUPS.sub("", text.strip().strip("'’"))
    return plain.replace("\N{MINUS SIGN}", "-")


def is_nothing(text: str) -> bool:
    """Return whether a cell says that there is no value."""
    return text.strip().casefold() in _NOTHING


def _evidence(text: str) -> Decimal:
    """Return the decimal sign that a number proves; unknown for 1234 or 1,234."""
    point, comma = text.rfind("."), text.rfind(",")
    if point >= 0 and comma >= 0:
        return Decimal.POINT if point > comma else Decimal.COMMA
    if point < 0 and comma < 0:
        return Decimal.UNKNOWN
    sign, other = (".", Decimal.COMMA) if point >= 0 else (",", Decimal.POINT)
    own = Decimal(sign)
    if text.count(sign) > 1:
        return other
    return Decimal.UNKNOWN if _GROUPED[sign].fullmatch(text) else own


def decimal_sign(texts: Iterable[str], *, usual: Decimal = Decimal.UNKNOWN) -> Decimal:
    """Return the decimal sign of a file.

    Parameters
    ----------
    texts : iterable of str
        Its numbers.
    usual : Decimal
        The sign of files of its kind, where no number proves another one.
    """
    found: set[Decimal] = set()
    for _number, text in zip(range(MOST_SAMPLES), texts, strict=False):
        found.add(_evidence(_stripped(text)))
    found.discard(Decimal.UNKNOWN)
    return found.pop() if len(found) == 1 else usual if not found else Decimal.UNKNOWN


class TwoReadingsError(ValueError):
    """Error for a number such as 1,234, if nothing in the file proves the decimal sign."""


def parse_number(text: str, decimal: Decimal) -> float:
    """Return a number.

    Raises
    ------
    TwoReadingsError
        If it can be read in two ways.
    ValueError
        If it is not a number.
    """
    plain = _stripped(text)
    sign = decimal or _evidence(plain)
    if not sign and ("," in plain or "." in plain):
        if "," not in plain and _PLAIN.fullmatch(plain) is None:
            raise ValueError
        raise TwoReadingsError
    group = "." if sign == Decimal.COMMA else ","
    whole, _sign, fraction = plain.partition(sign) if sign else (plain, "", "")
    if group in whole:
        if not _GROUPED[group].fullmatch(whole):
            raise ValueError
        whole = whole.replace(group, "")
    plain = f"{whole}.{fraction}" if _sign else whole
    if not _PLAIN.fullmatch(plain) or not plain.isascii():
        raise ValueError
    number = float(plain)
    if not math.isfinite(number):
        raise ValueError
    return number


_DOLLARS = re.compile(r"us ?\$|\busd\b|u\.s\. dollar|us dollar|dollar|доллар|dolar|\$")
_OTHER_CURRENCY = re.compile(
    r"\beur\b|euro|€|тенге|тeңге|теңге|kzt|₸|\btry\b|\btl\b|лир|rub|руб|₺|₽"
)
_SCALES = (
    (1e9, re.compile(r"billion|\bbln\b|\bbn\b|млрд|миллиард|milyar")),
    (1e6, re.compile(r"million|\bmil\b|\bmln\b|\bmn\b|млн|миллион|milyon")),
    (1e3, re.compile(r"thousand|\b1[ ,.]?000\b|'000|тыс|мың|мын\b|\bbin\b")),
)


def unit_of_label(label: str) -> float | None:
    """Return how many US dollars one unit of a label is; None if it does not state US dollars."""
    plain = fold(label)
    if _OTHER_CURRENCY.search(plain) or not _DOLLARS.search(plain):
        return None
    return next((factor for factor, words in _SCALES if words.search(plain)), 1.0)
