"""Amounts in words: numbers, ranges, shares, units and qualifiers, each written in one way."""

from collections.abc import Iterable
from typing import Protocol

from data.evidence.names import label_of
from data.evidence.series import series_unit
from data.evidence.values import Value
from data.language.languages import Language
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


def percent(
    value: float, language: Language, *, decimals: int | None = None, signed: bool = False
) -> str:
    """Write a share or growth with the per cent sign where the language puts it."""
    text = language.number(value, decimals=decimals, signed=signed)
    if language.code == "tr":
        sign, digits = (text[0], text[1:]) if text[0] in "+−" else ("", text)
        return f"{sign}%{digits}"
    return f"{text}%" if language.code == "en" else f"{text}\N{NO-BREAK SPACE}%"


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
    ends = [end for end in (measured.low, measured.high) if end is not None]
    dash = " – " if signed or any(end < 0 for end in ends) else "–"
    return dash.join(language.number(end, signed=signed) for end in ends)


def _share_text(measured: Measured, language: Language) -> str:
    """Write a value or a range with one per cent sign."""
    if measured.value is not None:
        return percent(measured.value, language)
    ends = [end for end in (measured.low, measured.high) if end is not None]
    signed_end = 0 if language.code == "tr" else len(ends) - 1
    return "–".join(
        percent(end, language) if place == signed_end else language.number(end)
        for place, end in enumerate(ends)
    )


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
        ends = (measured.value, measured.low, measured.high)
        text = "–".join(f"{end:.0f}" for end in ends if end is not None)
    else:
        text = quantity_text(measured, dataset=dataset, language=language)
    return hedged(text, measured.qualifier, language)
