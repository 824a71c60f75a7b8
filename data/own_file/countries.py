"""Codes and names of the two countries in files of trade statistics."""

from data.own_file.model import KAZAKHSTAN, TURKIYE
from data.own_file.numerals import fold

BY_CODE = {"398": KAZAKHSTAN, "792": TURKIYE}
"""Numbers of the United Nations."""

BY_LETTERS = {"KAZ": KAZAKHSTAN, "TUR": TURKIYE}
"""Three letters of ISO 3166."""

_KAZAKHSTAN = (
    "Kazakhstan",
    "Republic of Kazakhstan",
    "Kazakistan",
    "Kazakistan Cumhuriyeti",
    "Казахстан",
    "Республика Казахстан",
    "Қазақстан",
    "Қазақстан Республикасы",
)
_TURKIYE = (
    "Türkiye",
    "Turkey",
    "Republic of Türkiye",
    "Republic of Turkey",
    "Türkiye Cumhuriyeti",
    "Турция",
    "Турецкая Республика",
    "Түркия",
    "Түркия Республикасы",
)
BY_NAME = {
    **{fold(name): KAZAKHSTAN for name in _KAZAKHSTAN},
    **{fold(name): TURKIYE for name in _TURKIYE},
}
"""Folded names, for formats without codes."""


def named_country(text: str) -> str:
    """Return the country of a name or a code; empty for another one."""
    plain = text.strip()
    return BY_LETTERS.get(plain.upper()) or BY_CODE.get(plain) or BY_NAME.get(fold(plain), "")


def partner_of(country: str) -> str:
    """Return the other one of the two countries."""
    return TURKIYE if country == KAZAKHSTAN else KAZAKHSTAN
