"""Terms of a search query, and how closely a catalogue value matches them."""

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
    """Ranks of matches between a value and a term, closest first."""

    EXACT = 0
    CONVERTED = 1
    RANGE_END = 2
    INSIDE_RANGE = 3
    IN_TEXT = 4
    IN_PART = 5


EQUAL = {Fit.EXACT, Fit.CONVERTED}
"""Ranks of a number equal to a value."""


@dataclass(frozen=True)
class Document:
    """A catalogue value with its searchable texts.

    Attributes
    ----------
    entry : Value
        The value.
    text : str
        Folded identifier, names, notes, period, reference, paragraphs and numbers.
    joined : str
        `text` without hyphens and apostrophes.
    unit : str
        Folded names and symbols of the unit.
    """

    entry: Value
    text: str
    joined: str
    unit: str


class Term(Protocol):
    """One part of a query; a value is found if it matches every term."""

    def fit(self, document: Document) -> int | None:
        """Return the rank of a match, 0 for the closest; None without a match."""


@dataclass(frozen=True)
class Literal:
    """Text that must occur unchanged.

    Attributes
    ----------
    text, joined : str
        The folded text, and the same without hyphens and apostrophes.
    unit : pattern or None
        Pattern for the text in names of units, if it is a word for a scale or unit.
    """

    text: str
    joined: str
    unit: re.Pattern[str] | None = None

    def fit(self, document: Document) -> Fit | None:
        """Return EXACT if the text occurs, or if the unit of the value has this name."""
        if self.text in document.text or (self.joined and self.joined in document.joined):
            return Fit.EXACT
        return Fit.EXACT if self.unit and self.unit.search(document.unit) else None


@dataclass(frozen=True)
class Name:
    """A name in any of its forms: `forms` matches all, `typed` is the form in the query."""

    forms: re.Pattern[str]
    typed: str

    def fit(self, document: Document) -> Fit | None:
        """Return EXACT if a form occurs; the typed form may also be a part of a word."""
        found = (self.typed and self.typed in document.text) or self.forms.search(document.text)
        return Fit.EXACT if found else None


@dataclass(frozen=True)
class Origin:
    """A table or section of the source: its origin code, and the name in the query."""

    code: str
    typed: str

    def fit(self, document: Document) -> Fit | None:
        """Return EXACT for a value of this origin, IN_TEXT if the name occurs in the text."""
        if document.entry.origin == self.code:
            return Fit.EXACT
        return Fit.IN_TEXT if self.typed in document.text else None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph number or its first digits, and the text in the query."""

    number: str
    typed: str

    def fit(self, document: Document) -> Fit | None:
        """Return EXACT for the paragraph, IN_PART for one that begins with these digits."""
        if self.number in document.entry.paragraph.split(";"):
            return Fit.EXACT
        return Fit.IN_PART if self.typed in document.text else None


@dataclass(frozen=True)
class NumberTerm:
    """A number with its scale or unit.

    Attributes
    ----------
    readings : tuple of Reading
        All plausible readings of the number, likeliest first.
    measure : Measure or None
        Scale and unit; None for a number without them, which is compared with values in every
        unit of the same base.
    in_text : pattern
        Pattern for the number and its unit, if any, in folded text.
    begins : str
        First digits that a number in the text may have; empty if only a whole number matches.
    """

    readings: tuple[Reading, ...]
    measure: Measure | None
    in_text: re.Pattern[str]
    begins: str = ""

    def fit(self, document: Document) -> Fit | None:
        """Return the best match of the number with value, range and text."""
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
    """A number that must occur in the text; the value is not compared."""

    number: re.Pattern[str]

    def fit(self, document: Document) -> Fit | None:
        """Return IN_PART if the number occurs."""
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

    first: NumberTerm
    last: NumberTerm
    text: Literal

    def fit(self, document: Document) -> Fit | None:
        """Return EXACT for the same printed range, otherwise the match of both numbers."""
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

    def _is(self, typed: NumberTerm, end: float, entry: Value) -> bool:
        base, factor = base_unit(entry.unit)
        measure = typed.measure
        if measure is None:
            return any(isclose(reading.value, end) for reading in typed.readings)
        return measure.base in {"", base} and any(
            isclose(reading.value * measure.factor, end * factor) for reading in typed.readings
        )


@dataclass(frozen=True)
class Either:
    """Alternative readings of one part of a query, of which one must match."""

    choices: tuple[tuple[Term, ...], ...]

    def fit(self, document: Document) -> int | None:
        """Return the rank of the best reading."""
        fits = [fit_of_all(terms, document) for terms in self.choices]
        return min((fit for fit in fits if fit is not None), default=None)


def fit_of_all(terms: Iterable[Term], document: Document) -> int | None:
    """Return the sum of the ranks of all terms, 0 for the closest; None if any does not match."""
    total = 0
    for term in terms:
        fit = term.fit(document)
        if fit is None:
            return None
        total += fit
    return total
