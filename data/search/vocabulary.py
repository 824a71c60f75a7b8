"""Vocabulary of the search: forms of names, words for scales and units, ignored words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.evidence.units import base_unit
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.search.folding import fold

TABLE = "search_words"
SEPARATOR = ";"
MOST_WORDS = 7
"""Greatest number of words of a form that is looked up."""

WHOLE_WORD = 3
"""Greatest length of a form that must be a whole word; longer forms may be inflected."""

STEM = 5
"""Smallest length of a name, scale or unit that may have an inflectional ending."""

LONGEST_ENDING = 4
"""Greatest length of an inflectional ending of a name, in letters."""

_ENDING = re.compile(r"[-'][^\W\d]+$")
"""Ending after a hyphen or an apostrophe, as in `млн-нан` and `%40'ı`."""

_EDGES = '.,;:!?()[]{}"'


@dataclass(frozen=True)
class Measure:
    """Unit or scale named by a word next to a number.

    Attributes
    ----------
    base : str
        Base unit, as in `data.evidence.units`; empty if the word names only a scale.
    factor : float
        Factor to the base unit.
    """

    base: str = ""
    factor: float = 1.0

    def combined(self, other: "Measure") -> "Measure":
        """Return the measure of two words, such as `million` and `tonnes`."""
        return Measure(self.base or other.base, self.factor * other.factor)


NEVER = "(?!)"
"""Regular expression that never matches."""

COUNTED = frozenset({"count", "people"})
"""Base units of counts; their words are not interchangeable, since each counts other things."""

NO_EFFECT = Measure()
"""Measure of ignored words such as "about" and "a year"."""


@dataclass(frozen=True)
class Vocabulary:
    """Known words of the search.

    Attributes
    ----------
    names : mapping of str to pattern
        Pattern for all forms of a name in folded text, by each form.
    measures : mapping of str to Measure
        Measures of words for scales and units, and of ignored words, by folded word.
    origins : mapping of str to str
        Codes of origins by the `name_key` of their names.
    """

    names: Mapping[str, re.Pattern[str]]
    measures: Mapping[str, Measure]
    origins: Mapping[str, str]

    def origin_at(self, words: Sequence[str]) -> tuple[int, str] | None:
        """Return how many of the first words name an origin, such as "Table 7", and its code."""
        for count in range(min(MOST_WORDS, len(words)), 0, -1):
            code = self.origins.get(name_key(" ".join(words[:count])))
            if code:
                return count, code
        return None

    def name_at(self, words: Sequence[str]) -> tuple[int, re.Pattern[str]] | None:
        """Return how many of the first words are a form of a name, and a pattern for all forms."""
        for count in range(min(MOST_WORDS, len(words)), 0, -1):
            key = name_key(" ".join(words[:count]))
            found = self.names.get(key) or self.names.get(key.partition("'")[0])
            if found:
                return count, found
        inflected = self._stem(name_key(words[0])) if words else None
        return (1, inflected) if inflected else None

    def _stem(self, key: str) -> re.Pattern[str] | None:
        """Return the pattern of the name of which a word is an inflected form."""
        for length in range(len(key) - 1, max(STEM, len(key) - LONGEST_ENDING) - 1, -1):
            if key.isalpha() and key[:length] in self.names:
                return self.names[key[:length]]
        return None

    def measure_at(self, words: Sequence[str]) -> tuple[int, Measure] | None:
        """Return how many of the first words name a scale or unit, and its measure."""
        for count in range(min(MOST_WORDS, len(words)), 0, -1):
            found = self._measure(" ".join(bare(word) for word in words[:count]))
            if found:
                return count, found
        return self._two_in_one(words[0]) if words else None

    def _measure(self, key: str) -> Measure | None:
        if key in self.measures:
            return self.measures[key]
        stem = _ENDING.sub("", key)
        if stem in self.measures:
            return self.measures[stem]
        for length in range(len(key) - 1, STEM - 1, -1):
            if key[length].isalpha() and key[:length] in self.measures:
                return self.measures[key[:length]]
        return None

    def _two_in_one(self, word: str) -> tuple[int, Measure] | None:
        """Parse two words written as one, such as `bn$` and `mt/year`."""
        key = bare(word)
        for cut in range(1, len(key)):
            first, second = self.measures.get(key[:cut]), self.measures.get(key[cut:])
            if first and second:
                return 1, first.combined(second)
        return None

    def forms_of(self, measure: Measure) -> str:
        """Return a regular expression for the words that name the scale or unit of a measure."""
        scale = Measure(factor=measure.factor)
        wanted = {measure} if measure.factor == 1 else {measure, scale}
        forms = [form for form, own in self.measures.items() if own in wanted]
        return "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or NEVER

    def unit_pattern(self, word: str) -> re.Pattern[str] | None:
        """Return a pattern for a scale or unit word in names of units; None for other words."""
        found = self.measure_at([word])
        if found is None or found[1] == NO_EFFECT:
            return None
        forms = re.escape(word)
        if found[1].base not in COUNTED:
            forms = f"{forms}|{self.forms_of(found[1])}"
        return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")


def bare(word: str) -> str:
    """Return a folded word without punctuation around it."""
    return word.strip(_EDGES)


def name_key(text: str) -> str:
    """Return the lookup key of a form of a name, with hyphens replaced by spaces."""
    return " ".join(bare(word) for word in text.replace("-", " ").split())


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    parts = []
    for form in sorted(set(forms), key=len, reverse=True):
        part = re.escape(form).replace(r"\ ", "[ -]")
        parts.append(part if len(form) > WHOLE_WORD else rf"{part}(?!\w)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})")


def _unit_measures(dataset: Dataset) -> dict[str, Measure]:
    """Return the names and symbols of all units in all languages; ambiguous ones are left out."""
    found: dict[str, set[Measure]] = {}
    if "units" not in dataset.tables:
        return {}
    columns = [f"{stem}_{code}" for stem in ("name", "symbol") for code in LANGUAGE_CODES]
    for row in dataset.table("units").to_dict("records"):
        for column in columns:
            key = " ".join(bare(word) for word in fold(row[column]).split())
            found.setdefault(key, set()).add(Measure(*base_unit(row["unit"])))
    return {key: measures.pop() for key, measures in found.items() if key and len(measures) == 1}


@kept_with_dataset
def vocabulary(dataset: Dataset) -> Vocabulary:
    """Return the vocabulary: the table of search words, and the names of units and origins.

    A table that did not load adds no words.
    """
    names: dict[str, re.Pattern[str]] = {}
    measures = _unit_measures(dataset)
    rows = dataset.tables[TABLE].to_dict("records") if TABLE in dataset.tables else []
    for row in rows:
        forms = [fold(form) for form in row["forms"].split(SEPARATOR) if fold(form)]
        if row["kind"] == "name":
            pattern = _pattern(name_key(form) for form in forms)
            names |= {name_key(form): pattern for form in forms}
        else:
            factor = 1.0 if pd.isna(row["factor"]) else float(row["factor"])
            own = NO_EFFECT if row["kind"] == "filler" else Measure(row["base"], factor)
            measures |= {" ".join(bare(word) for word in form.split()): own for form in forms}
    origins = {
        name_key(fold(name)): code
        for language in LANGUAGE_CODES
        for code, name in dataset.texts("origins", f"name_{language}").items()
    }
    return Vocabulary(names, measures, origins)
