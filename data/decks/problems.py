"""Faults of deck files: broken rule, file, slide and field, and their texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from data.language.languages import Language, later
from data.problems import LISTED_CHARACTERS, quotable


class DeckRule(StrEnum):
    """Names of the rules for deck files."""

    READABLE = "readable"
    SIZE = "size"
    UTF8 = "utf8"
    JSON = "json"
    FORMAT = "format"
    VERSION = "version"
    NEWER = "newer"
    OBJECT = "object"
    LIST = "list"
    TEXT = "text"
    LENGTH = "length"
    COUNT = "count"
    SECONDS = "seconds"
    FIELD_KNOWN = "field_known"
    FIELD_ONCE = "field_once"
    LANGUAGE_KNOWN = "language_known"
    FIGURE_KNOWN = "figure_known"
    CHOICE = "choice"
    FIGURE_OR_TEXT = "figure_or_text"
    STEPS_OF_FIGURE = "steps_of_figure"
    NOT_EMPTY = "not_empty"


SAYINGS: Mapping[DeckRule, str] = MappingProxyType(
    {
        DeckRule.READABLE: later("the file is missing or cannot be opened"),
        DeckRule.SIZE: later("the file is larger than {expected} MB and was not read"),
        DeckRule.UTF8: later("the file is not text in UTF-8; save it again in that encoding"),
        DeckRule.JSON: later("the file is not readable as JSON ({found})"),
        DeckRule.FORMAT: later("this is not a deck of the Atlas; “format” must be “{expected}”"),
        DeckRule.VERSION: later("the version “{found}” is not a whole number from 1"),
        DeckRule.NEWER: later(
            "a newer version of the Atlas wrote this deck (format {found}; this one reads "
            "{expected}); what is known here was loaded"
        ),
        DeckRule.OBJECT: later("an object in braces is expected; this part was left out"),
        DeckRule.LIST: later("a list in square brackets is expected; this part was left out"),
        DeckRule.TEXT: later("a text is expected; this part was left out"),
        DeckRule.LENGTH: later("the text has {found} characters; it was cut to {expected}"),
        DeckRule.COUNT: later("there are {found}; only the first {expected} were loaded"),
        DeckRule.SECONDS: later(
            "“{found}” is not a whole number of seconds from 0 to {expected}; no time was set"
        ),
        DeckRule.FIELD_KNOWN: later("the field is unknown; it was left out"),
        DeckRule.FIELD_ONCE: later("the field appears twice; the last one was used"),
        DeckRule.LANGUAGE_KNOWN: later("the language “{found}” is unknown; expected: {expected}"),
        DeckRule.FIGURE_KNOWN: later(
            "the Atlas has no figure “{found}”; the slide shows its texts only"
        ),
        DeckRule.CHOICE: later("the Atlas does not have “{found}”; the default is shown instead"),
        DeckRule.FIGURE_OR_TEXT: later("a slide with a figure shows no text; it was left out"),
        DeckRule.STEPS_OF_FIGURE: later("only a slide with a figure has steps; they were left out"),
        DeckRule.NOT_EMPTY: later("the slide has neither figure nor text; it was left out"),
    }
)
"""Text of each rule, with `{found}` and `{expected}`."""


@dataclass(frozen=True, kw_only=True)
class DeckProblem:
    """One fault of a deck file.

    Attributes
    ----------
    file : str
        File name without folders.
    rule : DeckRule
        The broken rule.
    slide : int or None
        Number of the slide, from 1; None for a fault of the whole file.
    field : str
        Name of the field; empty for a fault of the whole slide or file.
    found, expected : str
        The value found, and the requirement of the rule.
    """

    file: str
    rule: DeckRule
    slide: int | None = None
    field: str = ""
    found: str = ""
    expected: str = ""

    def __post_init__(self) -> None:
        """Shorten quoted texts, and replace characters that do not show."""
        for part in ("file", "field", "found"):
            object.__setattr__(self, part, quotable(getattr(self, part)))
        object.__setattr__(self, "expected", quotable(self.expected, LISTED_CHARACTERS))


def deck_problem_texts(problems: Iterable[DeckProblem], language: Language) -> list[str]:
    """Return each fault as a sentence: file, slide, field, rule and what was done.

    Parameters
    ----------
    problems : iterable of DeckProblem
        The faults.
    language : Language
        Language of the sentences.
    """
    _ = language.gettext
    texts = []
    for problem in problems:
        places = [problem.file]
        if problem.slide is not None:
            places.append(_("slide {number}").format(number=problem.slide))
        if problem.field:
            places.append(_("field “{name}”").format(name=problem.field))
        said = _(SAYINGS[problem.rule]).format(found=problem.found, expected=problem.expected)
        texts.append(f"{', '.join(places)}: {said}.")
    return texts
