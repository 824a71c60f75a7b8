"""Amounts in words: numbers, ranges, shares, units and qualifiers, each written in one way."""

from collections.abc import Iterable
from decimal import Decimal
from types import MappingProxyType
from typing import Protocol

from babel.core import Locale

from components.text.bounds import bounded
from components.text.inflection import Inflected, inflected
from components.text.names import qualifier_name
from components.text.numerals import numeral, plural_category
from data.evidence.names import label_of
from data.evidence.series import series_unit
from data.evidence.units import base_unit
from data.evidence.values import Quantity, Value
from data.language.forms import BASE, UNITLESS_ABLATIVE, unit_column
from data.language.languages import MINUS, SPAN_DASH, Language, span_text
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


KAZAKH_PERCENT_ENDINGS = MappingProxyType({"dative": "-ға", "ablative": "-дан", "locative": "-да"})
"""Endings after the per cent sign, which is read as a word."""


def percent_signs(language: Language) -> tuple[str, str]:
    """Return what stands before and after the digits of a share."""
    pattern = Locale.parse(language.locale).percent_formats[None]
    return pattern.prefix[0], pattern.suffix[0]


def _with_percent(digits: str, language: Language) -> str:
    """Write the sign of a share beside its digits; a plus or minus stays first."""
    before, after = percent_signs(language)
    sign, digits = _sign_apart(digits)
    return f"{sign}{before}{digits}{after}"


def _sign_apart(digits: str) -> tuple[str, str]:
    """Return a leading plus or minus, and the rest of a number."""
    return (digits[0], digits[1:]) if digits[:1] in ("+", MINUS) else ("", digits)


def percent(
    value: float, language: Language, *, decimals: int | None = None, signed: bool = False
) -> str:
    """Write a share or growth with the per cent sign where the language puts it."""
    return _with_percent(language.number(value, decimals=decimals, signed=signed), language)


def amount(value: float, unit: str, *, dataset: Dataset, language: Language) -> str:
    """Write a value with the short form of its unit, such as `3,200 million USD`."""
    return quantity_text(Quantity(value=value, unit=unit), dataset=dataset, language=language)


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


def _share(measured: Measured, language: Language) -> Inflected:
    """Return a share or a range of shares with its cases."""
    return _with_cases(_share_text(measured, language), language)


def _with_cases(text: str, language: Language) -> Inflected:
    """Return a written share with its cases: endings follow the sign, or the digits that end it."""

    def in_form(form: str) -> str:
        if language.code == "kk":
            return text + KAZAKH_PERCENT_ENDINGS.get(form, "")
        return format(numeral(text, language), form)

    return Inflected(text, in_form)


SIGNS = MappingProxyType({"about": "≈", "over": ">", "under": "<", "up_to": "≤"})
"""Signs for qualifiers where a word would break the sentence around an amount."""


def hedged(text: str, qualifier: str, language: Language, *, unit: str = "") -> str:
    """Add to an amount how firmly the source states it; an exact one stays as it is.

    Parameters
    ----------
    text : str
        The amount; an `Inflected` one takes the form that the words of the qualifier need.
    qualifier : str
        A qualifier such as `exact` or `about`.
    language : Language
        Language of the text.
    unit : str
        Code of the unit: a rank, a calendar year and a multiple have words of their own.
    """
    _ = language.gettext
    sayings = {
        "about": _("≈ {amount}"),
        "over": _("over {amount:form}"),
        "under": _("under {amount:form}"),
        "up_to": _("up to {amount:form}"),
        "planned": _("{amount}, planned"),
        "target": _("{amount}, target"),
        "forecast": _("{amount}, forecast"),
        "inferred": _("{amount}, inferred"),
    }
    if unit == "rank":
        # A place above 5 is a lower place, outside the first five.
        inside = _("in the top {amount:number}")
        sayings |= {
            "over": _("outside the top {amount:number}"),
            "under": inside,
            "up_to": inside,
            "target": _("{amount:number}, target"),
        }
    if unit == "year":
        sayings |= {
            "over": _("after {amount:form}"),
            "under": _("before {amount:form}"),
            "up_to": _("no later than {amount:form}"),
        }
    if unit == "year" and SPAN_DASH in text:
        sayings |= {
            "over": _("after {span}"),
            "under": _("before {span}"),
            "up_to": _("no later than {span}"),
        }
    if unit == "times":
        sayings |= {
            "over": _("more than {amount:form}"),
            "under": _("less than {amount:form}"),
        }
    return sayings.get(qualifier, "{amount}").format(amount=inflected(text), span=str(text))


THOUSAND = 1e3


def _written_out(measured: Measured, language: Language) -> Measured:
    """Return a value in full where English has no unit of thousands, as in `2,000 km`."""
    if language.code != "en" or base_unit(measured.unit)[1] != THOUSAND:
        return measured

    def full(end: float | None) -> float | None:
        return None if end is None else float(Decimal(str(end)) * int(THOUSAND))

    ends = (full(measured.value), full(measured.low), full(measured.high))
    return Quantity(value=ends[0], low=ends[1], high=ends[2], unit=measured.unit)


def _unit_pattern(unit: str, form: str, last: float, dataset: Dataset, language: Language) -> str:
    """Return the pattern of an amount, with `{n}` for the number, or a word that follows it."""
    column = unit_column(language.code, form, plural_category(last, language))
    if not column:
        return label_of(dataset, "units", unit, language, "symbol")
    return dataset.texts("units", column).get(unit, unit)


def _in_form(measured: Measured, form: str, dataset: Dataset, language: Language) -> str:
    """Write a value or a range with its unit in a grammatical form.

    English writes thousands in full, so the forms of such units follow the whole number.
    """
    if measured.unit == "percent":
        return f"{_share(measured, language):{form}}"
    measured = _written_out(measured, language)
    ends = [measured.value] if measured.value is not None else _ends(measured)
    pattern = _unit_pattern(measured.unit, form, ends[-1] if ends else 0, dataset, language)
    digits = value_text(measured, language)
    if "{n" not in pattern:
        return f"{digits} {pattern}"
    return pattern.format(n=numeral(digits, language))


def quantity_text(measured: Measured, *, dataset: Dataset, language: Language) -> str:
    """Write a value or a range with its unit; counts have no unit word."""
    return _in_form(measured, BASE, dataset, language)


def number_text(measured: Qualified, language: Language, *, signed: bool = False) -> str:
    """Write a value or range with its qualifier; its unit, but for per cent, stands elsewhere."""
    if measured.unit == "percent":
        return hedged(_share(measured, language), measured.qualifier, language)
    text = numeral(value_text(measured, language, signed=signed), language)
    # The unit stands elsewhere, so a rank or multiple is hedged as any number.
    return hedged(text, measured.qualifier, language)


def amount_text(measured: Qualified, *, dataset: Dataset, language: Language) -> str:
    """Write a value or range with its unit and qualifier; a calendar year has digits only."""
    return str(amount_in_sentence(measured, dataset=dataset, language=language))


def amount_in_sentence(measured: Qualified, *, dataset: Dataset, language: Language) -> Inflected:
    """Return an amount for a sentence pattern, which may ask for a form in its placeholder.

    Parameters
    ----------
    measured : Qualified
        A value or range with unit and qualifier.
    dataset : Dataset
        All tables.
    language : Language
        Language of the sentence.

    Returns
    -------
    Inflected
        The amount with the short form of its unit. `{amount:dative}` and other cases write a
        bound in words and `about` as a sign, `{amount:number}` leaves the unit out,
        `{amount:digits}` does so in the form after a preposition, `{amount:unitless_ablative}` in
        the ablative, before an amount with the same unit, and `{amount:full}` writes the
        full name of the unit.
    """
    bare = Inflected(
        _in_form(measured, BASE, dataset, language),
        lambda form: (
            value_text(measured, language)
            if form == "number"
            else _in_form(measured, form, dataset, language)
        ),
    )
    base = hedged(bare, measured.qualifier, language, unit=measured.unit)

    def in_form(form: str) -> str:
        if form == "number":
            return number_text(measured, language)
        if form == "full":
            name = label_of(dataset, "units", measured.unit, language)
            share = measured.unit == "percent"
            return base if share else f"{number_text(measured, language)} {name}"
        unitless, case = form == UNITLESS_ABLATIVE, form.removeprefix("unitless_")
        if bound := bounded(bare, measured.qualifier, case, language):
            return bound
        if form == "digits" or (unitless and measured.unit != "percent"):
            text = format(numeral(value_text(measured, language), language), case)
        else:
            text = _in_form(measured, case, dataset, language)
        return _signed(text, measured.qualifier, language)

    return Inflected(base, in_form)


def share_in_sentence(
    value: float, qualifier: str, language: Language, *, decimals: int | None = None
) -> Inflected:
    """Return a share with its qualifier for a sentence pattern, which may ask for a case."""
    bare = _with_cases(percent(value, language, decimals=decimals), language)

    def in_form(form: str) -> str:
        bound = bounded(bare, qualifier, form, language)
        return bound or _signed(format(bare, form), qualifier, language)

    return Inflected(hedged(bare, qualifier, language), in_form)


def _signed(text: str, qualifier: str, language: Language) -> str:
    """Return an amount with its qualifier as a sign, or as a word in brackets."""
    if qualifier in SIGNS:
        return f"{SIGNS[qualifier]}\N{NO-BREAK SPACE}{text}"
    return text if qualifier == "exact" else f"{text} ({qualifier_name(qualifier, language)})"
