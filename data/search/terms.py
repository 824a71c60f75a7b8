"""Terms of a search: which entries a part of a query finds, and how closely they fit."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from math import isclose
from typing import Protocol

from data.evidence.units import base_unit, factors_of
from data.evidence.values import Value
from data.search.typed_numbers import Reading
from data.search.vocabulary import Measure


class Fit(IntEnum):
    """How closely an entry fits a term, the closest first."""

    EXACT = 0
    CONVERTED = 1
    RANGE_END = 2
    INSIDE_RANGE = 3
    IN_TEXT = 4
    IN_PART = 5


EQUAL = {Fit.EXACT, Fit.CONVERTED}
"""Fits of a number that is equal to a value."""


@dataclass(frozen=True)
class Document:
    """An entry with its searchable texts.

    Attributes
    ----------
    entry : Value
        The entry.
    text : str
        Folded identifier, names, notes, period, reference, paragraphs and numbers.
    joined : str
        The same without hyphens and apostrophes.
    unit : str
        Folded names and symbols of the unit.
    """

    entry: Value
    text: str
    joined: str
    unit: str


class Term(Protocol):
    """One part of a query; an entry is found if every term fits."""

    def fit(self, document: Document) -> int | None:
        """Return how closely an entry fits, 0 for the closest; None where it does not."""


@dataclass(frozen=True)
class Literal:
    """Text that has to occur as it stands.

    Attributes
    ----------
    text, joined : str
        The folded text, and the same without hyphens and apostrophes.
    unit : pattern or None
        Finds the text in the names of a unit, where it is a word for a scale or unit.
    """

    text: str
    joined: str
    unit: re.Pattern[str] | None = None

    def fit(self, document: Document) -> Fit | None:
        """Return EXACT where the text occurs, or where the unit of the entry has this name."""
        if self.text in document.text or (self.joined and self.joined in document.joined):
            return Fit.EXACT
        return Fit.EXACT if self.unit and self.unit.search(document.unit) else None


@dataclass(frozen=True)
class Name:
    """A name in any of its forms."""

    forms: re.Pattern[str]
    typed: str

    def fit(self, document: Document) -> Fit | None:
        """Return EXACT where a form occurs; the typed form may also be a part of a word."""
        found = (self.typed and self.typed in document.text) or self.forms.search(document.text)
        return Fit.EXACT if found else None


@dataclass(frozen=True)
class Origin:
    """A table or section of the source by its name."""

    code: str
    typed: str

    def fit(self, document: Document) -> Fit | None:
        """Return EXACT for what stands there, IN_TEXT where the name occurs as text."""
        if document.entry.origin == self.code:
            return Fit.EXACT
        return Fit.IN_TEXT if self.typed in document.text else None


@dataclass(frozen=True)
class Paragraph:
    """The number of a paragraph, or the beginning of one as it is written in identifiers."""

    number: str
    typed: str

    def fit(self, document: Document) -> Fit | None:
        """Return EXACT for the paragraph, IN_PART for one that begins with these digits."""
        if self.number in document.entry.paragraph.split(";"):
            return Fit.EXACT
        return Fit.IN_PART if self.typed in document.text else None


@dataclass(frozen=True)
class Quantity:
    """A number, with the scale or unit written beside it.

    Attributes
    ----------
    readings : tuple of Reading
        Every plausible reading of the number, the likeliest first.
    measure : Measure or None
        Scale and unit; None for a bare number, which is compared with a value in every unit of
        the same base.
    in_text : pattern
        Finds the number in folded text, with its unit where it has one.
    begins : str
        What a number in the text may begin with; empty where only a whole number counts.
    """

    readings: tuple[Reading, ...]
    measure: Measure | None
    in_text: re.Pattern[str]
    begins: str = ""

    def fit(self, document: Document) -> Fit | None:
        """Return how the number fits value, range and text."""
        return min(self._fits(document), default=None)

    def _fits(self, document: Document) -> Iterator[Fit]:
        entry = document.entry
        for reading in self.readings:
            fit = self._value_fit(reading.value, entry)
            if fit is not None:
                yield fit
        if self.in_text.search(document.text):
            yield Fit.IN_TEXT
        elif self.begins and _begins(self.begins, document.text):
            yield Fit.IN_PART

    def _value_fit(self, number: float, entry: Value) -> Fit | None:
        base, factor = base_unit(entry.unit)
        if self.measure and self.measure.base not in {"", base}:
            return None
        if entry.value is not None:
            fit = self._equality(number, entry.value, base, factor)
            if fit is None and number > 0 and isclose(number, -entry.value):
                return Fit.IN_TEXT
            return fit
        ends = [end for end in (entry.low, entry.high) if end is not None]
        if any(self._equality(number, end, base, factor) in EQUAL for end in ends):
            return Fit.RANGE_END
        typed = number * (self.measure.factor / factor if self.measure else 1.0)
        return Fit.INSIDE_RANGE if ends and min(ends) < typed < max(ends) else None

    def _equality(self, number: float, value: float, base: str, factor: float) -> Fit | None:
        if self.measure is None:
            if isclose(number, value):
                return Fit.EXACT
            equal = any(isclose(number * own, value * factor) for own in factors_of(base))
            return Fit.CONVERTED if equal else None
        if isclose(number * self.measure.factor, value * factor):
            return Fit.EXACT if factor == self.measure.factor else Fit.CONVERTED
        bare_unit = self.measure.base and self.measure.factor == 1
        return Fit.IN_TEXT if bare_unit and isclose(number, value) else None


@dataclass(frozen=True)
class InText:
    """A number that has to stand in the text, whatever the value."""

    number: re.Pattern[str]

    def fit(self, document: Document) -> Fit | None:
        """Return IN_PART where the number occurs."""
        return Fit.IN_PART if self.number.search(document.text) else None


def _begins(digits: str, text: str) -> bool:
    """Return whether a number of the text begins with these digits."""
    position = text.find(digits)
    while position >= 0:
        if not text[position - 1 : position].isdigit():
            return True
        position = text.find(digits, position + 1)
    return False


@dataclass(frozen=True)
class Range:
    """Two numbers joined by a dash: a printed range, or a span of years."""

    first: Quantity
    last: Quantity
    text: Literal

    def fit(self, document: Document) -> Fit | None:
        """Return EXACT for the same printed range, else how both numbers fit."""
        entry = document.entry
        if entry.low is not None and entry.high is not None:
            ends = (self._is(self.first, entry.low, entry), self._is(self.last, entry.high, entry))
            if all(ends):
                return Fit.EXACT
        if self.text.fit(document) is not None or self._holds_year(entry.period):
            return Fit.IN_TEXT
        both = [term.in_text.search(document.text) for term in (self.first, self.last)]
        return Fit.IN_PART if all(both) else None

    def _holds_year(self, period: str) -> bool:
        years = [reading.readings[0].value for reading in (self.first, self.last)]
        return bool(period[:4].isdecimal()) and years[0] <= int(period[:4]) <= years[1]

    def _is(self, typed: Quantity, end: float, entry: Value) -> bool:
        base, factor = base_unit(entry.unit)
        measure = typed.measure
        if measure is None:
            return any(isclose(reading.value, end) for reading in typed.readings)
        return measure.base in {"", base} and any(
            isclose(reading.value * measure.factor, end * factor) for reading in typed.readings
        )


@dataclass(frozen=True)
class Either:
    """Several readings of the same part of a query: one of them has to fit."""

    choices: tuple[tuple[Term, ...], ...]

    def fit(self, document: Document) -> int | None:
        """Return the fit of the choice that fits best."""
        fits = [fit_of_all(terms, document) for terms in self.choices]
        return min((fit for fit in fits if fit is not None), default=None)


def fit_of_all(terms: Iterable[Term], document: Document) -> int | None:
    """Return the sum of the fits of all terms, 0 for the closest; None where one does not fit."""
    total = 0
    for term in terms:
        fit = term.fit(document)
        if fit is None:
            return None
        total += fit
    return total
