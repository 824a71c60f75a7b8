"""Amounts in words: numbers, ranges, shares, units and qualifiers, each written in one way."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Protocol

from babel.core import Locale
from babel.numbers import NumberPattern, parse_pattern

from data.evidence.names import label_of
from data.evidence.series import series_unit
from data.evidence.values import Value
from data.language.languages import MINUS, Language, span_text
from data.load.dataset import Dataset


class Measured(Protocol):
    """Anything with a value or a range in a unit: a value, a quantity, a public figure."""

    @property
    def value(self) -> float | None:
        """The value; None for a range."""

    @property
    def low(self) -> float | None:
        """Lower end of a range."""

    @property
    def high(self) -> float | None:
        """Upper end of a range."""

    @property
    def unit(self) -> str:
        """A code of `units`."""


class Qualified(Measured, Protocol):
    """Anything measured that says how firmly the source states it."""

    @property
    def qualifier(self) -> str:
        """A qualifier such as `exact` or `about`."""


HOUSE_PERCENT = MappingProxyType({"kk": "#,##0\N{NO-BREAK SPACE}%"})
"""Patterns of shares where the Atlas deviates from CLDR, which sets no space in Kazakh.

The Kazakh texts of the tables set the sign apart, as Russian does.
"""


def percent_signs(language: Language) -> tuple[str, str]:
    """Return what stands before and after the digits of a share."""
    own = HOUSE_PERCENT.get(language.code)
    pattern: NumberPattern = (
        parse_pattern(own) if own else Locale.parse(language.locale).percent_formats[None]
    )
    return pattern.prefix[0], pattern.suffix[0]


def _with_percent(digits: str, language: Language) -> str:
    """Write the sign of a share beside its digits; a plus or minus stays first."""
    before, after = percent_signs(language)
    sign, digits = (digits[0], digits[1:]) if digits[0] in ("+", MINUS) else ("", digits)
    return f"{sign}{before}{digits}{after}"


def percent(
    value: float, language: Language, *, decimals: int | None = None, signed: bool = False
) -> str:
    """Write a share or growth with the per cent sign where the language puts it."""
    return _with_percent(language.number(value, decimals=decimals, signed=signed), language)


def amount(value: float, unit: str, *, dataset: Dataset, language: Language) -> str:
    """Write a value with the short form of its unit, such as `3,200 USD million`."""
    if unit == "percent":
        return percent(value, language)
    return f"{language.number(value)} {label_of(dataset, 'units', unit, language, 'symbol')}"


def unit_of(series: Iterable[Value], *, dataset: Dataset, language: Language) -> str:
    """Return the full name of the unit of the values; several units are listed."""
    units = dict.fromkeys(seen.unit for seen in series)
    return language.enumerate(label_of(dataset, "units", unit, language) for unit in units)


def series_unit_name(
    dataset: Dataset, table: str, indicator: str, origin: str, language: Language
) -> str:
    """Return the full name of the unit of a series."""
    return label_of(dataset, "units", series_unit(dataset, table, indicator, origin), language)


def value_text(measured: Measured, language: Language, *, signed: bool = False) -> str:
    """Write a value or a range without its unit."""
    if measured.value is not None:
        return language.number(measured.value, signed=signed)
    ends = _ends(measured)
    texts = [language.number(end, signed=signed) for end in ends]
    return _joined(texts, spaced=signed or any(end < 0 for end in ends))


def _ends(measured: Measured) -> list[float]:
    return [end for end in (measured.low, measured.high) if end is not None]


def _joined(ends: list[str], *, spaced: bool = False) -> str:
    """Join the ends of a range; one end alone, or none, stays as it is."""
    return span_text(*ends, spaced=spaced) if len(ends) > 1 else "".join(ends)


def _share_text(measured: Measured, language: Language) -> str:
    """Write a value or a range with one per cent sign; both ends have it where one is negative."""
    if measured.value is not None:
        return percent(measured.value, language)
    ends = _ends(measured)
    if any(end < 0 for end in ends):
        return _joined([percent(end, language) for end in ends], spaced=True)
    return _with_percent(value_text(measured, language), language) if ends else ""


def hedged(text: str, qualifier: str, language: Language) -> str:
    """Add to an amount how firmly the source states it; an exact one stays as it is."""
    _ = language.gettext
    sayings = {
        "about": _("≈ {amount}"),
        "over": _("over {amount}"),
        "under": _("under {amount}"),
        "up_to": _("up to {amount}"),
        "planned": _("{amount}, planned"),
        "target": _("{amount}, target"),
        "forecast": _("{amount}, forecast"),
        "inferred": _("{amount}, inferred"),
    }
    return sayings.get(qualifier, "{amount}").format(amount=text)


def quantity_text(measured: Measured, *, dataset: Dataset, language: Language) -> str:
    """Write a value or a range with the short form of its unit."""
    if measured.unit == "percent":
        return _share_text(measured, language)
    symbol = label_of(dataset, "units", measured.unit, language, "symbol")
    return f"{value_text(measured, language)} {symbol}"


def number_text(measured: Qualified, language: Language, *, signed: bool = False) -> str:
    """Write a value or range with its qualifier; its unit, but for per cent, stands elsewhere."""
    text = (
        _share_text(measured, language)
        if measured.unit == "percent"
        else value_text(measured, language, signed=signed)
    )
    return hedged(text, measured.qualifier, language)


def amount_text(measured: Qualified, *, dataset: Dataset, language: Language) -> str:
    """Write a value or range with its unit and qualifier; a calendar year has digits only."""
    if measured.unit == "year":
        ends = [measured.value] if measured.value is not None else _ends(measured)
        text = _joined([f"{end:.0f}" for end in ends])
    else:
        text = quantity_text(measured, dataset=dataset, language=language)
    return hedged(text, measured.qualifier, language)
