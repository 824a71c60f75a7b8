"""Reader of the parts of a deck file: every fault is recorded, and the rest is kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from data.choice.parameters import LANGUAGE, Filters, FilterSpace
from data.choice.reading import Refusal, from_query
from data.decks.model import ANY, NO_WORDS, Deck, Slide, Step, Words
from data.decks.problems import DeckProblem, DeckRule
from data.language.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES

FORMAT = "kazakhstan-turkiye-atlas-deck"
VERSION = 1

MOST_SLIDES, MOST_STEPS = 200, 12
LONGEST: Mapping[str, int] = {
    "title": 200,
    "message": 240,
    "text": 1_200,
    "notes": 6_000,
    "choice": 1_500,
    "figure": 80,
}
"""Greatest length of each text, in characters."""

LONGEST_SLIDE_S = 7_200
KEPT_PROBLEMS = 200
MOST_PARAMETERS = 40

DECK_FIELDS = ("format", "version", "title", "slides")
SLIDE_FIELDS = ("figure", "choice", "message", "text", "notes", "seconds", "steps")
STEP_FIELDS = ("choice", "message")


@dataclass(frozen=True)
class LoadedDeck:
    """A deck as far as its file could be read, and the faults of the file."""

    deck: Deck
    problems: tuple[DeckProblem, ...] = ()


def read_choice(
    choice: str, space: FilterSpace, code: str
) -> tuple[Filters, tuple[Refusal, ...] | None]:
    """Parse the choice of a slide.

    Parameters
    ----------
    choice : str
        Parameters of a link, not validated. A language among them has no effect.
    space : FilterSpace
        The valid filter values.
    code : str
        Language of the deck.

    Returns
    -------
    Filters
        The filters, with the default for each part that is not valid.
    tuple of Refusal or None
        The parts that are not valid; None if nothing can be read.
    """
    try:
        pairs = parse_qsl(choice.lstrip("?"), max_num_fields=MOST_PARAMETERS, errors="replace")
    except ValueError:
        return space.start(code), None
    query: dict[str, list[str]] = {}
    for name, text in pairs:
        query.setdefault(name, []).append(text)
    filters, refusals = from_query(query, space, code)
    return LANGUAGE.set(filters, code), refusals


def clean(text: str) -> str:
    """Return a text without control characters and characters that have no encoding."""
    encoded = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n")
    return "".join(sign for sign in encoded if sign == "\n" or ord(sign) >= ord(" ")).strip()


def _named(value: object) -> str:
    """Return a value of a file as a short text; nested lists are not written out."""
    if isinstance(value, list | dict):
        return type(value).__name__
    try:
        return str(value)
    except ValueError:
        return "number"


@dataclass
class Reader:
    """Reader of one deck file.

    Attributes
    ----------
    file : str
        Name of the file.
    figures : frozenset of str
        Ids of the figures that exist.
    space : FilterSpace
        The valid filter values.
    """

    file: str
    figures: frozenset[str]
    space: FilterSpace
    newer: bool = False
    slide: int | None = None
    problems: list[DeckProblem] = field(default_factory=list)

    def _report(self, rule: DeckRule, name: str = "", found: str = "", expected: str = "") -> None:
        if len(self.problems) < KEPT_PROBLEMS:
            fault = DeckProblem(
                file=self.file,
                rule=rule,
                slide=self.slide,
                field=name,
                found=found,
                expected=expected,
            )
            self.problems.append(fault)

    def read(self, content: bytes | str, largest_mb: int) -> LoadedDeck:
        """Return the deck of a file as far as it is valid."""
        deck = self._deck(self._json(content, largest_mb))
        return LoadedDeck(deck, tuple(self.problems))

    def _json(self, content: bytes | str, largest_mb: int) -> object:
        if len(content) > largest_mb * 2**20:
            self._report(DeckRule.SIZE, expected=str(largest_mb))
            return None
        try:
            text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        except UnicodeDecodeError:
            self._report(DeckRule.UTF8)
            return None
        try:
            return json.loads(text, object_pairs_hook=self._object, parse_constant=_named)
        except (ValueError, RecursionError) as fault:
            self._report(DeckRule.JSON, found=str(fault).partition(": ")[2] or "nesting")
            return None

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = [name for name, _value in pairs]
        for name in (
            dict.fromkeys(name for name in names if names.count(name) > 1)
            if (len(set(names)) < len(names) <= MOST_PARAMETERS)
            else ()
        ):
            self._report(DeckRule.FIELD_ONCE, name)
        return dict(pairs)

    def _deck(self, content: object) -> Deck:
        if content is None and self.problems:
            return Deck()
        if not isinstance(content, dict) or content.get("format") != FORMAT:
            self._report(DeckRule.FORMAT, "format", expected=FORMAT)
            return Deck()
        version = content.get("version")
        if type(version) is not int or version < 1:
            self._report(DeckRule.VERSION, "version", _named(version))
        elif version > VERSION:
            self.newer = True
            self._report(DeckRule.NEWER, "version", _named(version), str(VERSION))
        self._unknown_fields(content, DECK_FIELDS)
        title = self._words(content, "title")
        given = self._list(content, "slides", MOST_SLIDES)
        slides = []
        for number, one in enumerate(given, start=1):
            self.slide = number
            made = self._slide(one)
            if made is not None:
                slides.append(made)
        self.slide = None
        return Deck(title=title, slides=tuple(slides))

    def _unknown_fields(self, content: Mapping[str, Any], known: tuple[str, ...]) -> None:
        if not self.newer:
            for name in content:
                if name not in known:
                    self._report(DeckRule.FIELD_KNOWN, name)

    def _list(self, content: Mapping[str, Any], name: str, most: int) -> list[Any]:
        given = content.get(name, [])
        if not isinstance(given, list):
            self._report(DeckRule.LIST, name)
            return []
        if len(given) > most:
            self._report(DeckRule.COUNT, name, str(len(given)), str(most))
        return given[:most]

    def _text(self, value: object, name: str, longest: int) -> str:
        if not isinstance(value, str):
            self._report(DeckRule.TEXT, name)
            return ""
        text = clean(value)
        if len(text) <= longest:
            return text
        self._report(DeckRule.LENGTH, name, str(len(text)), str(longest))
        return f"{text[: longest - 1].rstrip()}…"

    def _plain(self, content: Mapping[str, Any], name: str) -> str:
        return self._text(content[name], name, LONGEST[name]) if name in content else ""

    def _words(self, content: Mapping[str, Any], name: str) -> Words:
        value = content.get(name, "")
        if not isinstance(value, dict):
            return Words({ANY: self._text(value, name, LONGEST[name])})
        texts = {}
        for code, text in value.items():
            if code in LANGUAGE_CODES:
                texts[code] = self._text(text, f"{name}.{code}", LONGEST[name])
            elif not self.newer:
                expected = ", ".join(LANGUAGE_CODES)
                self._report(DeckRule.LANGUAGE_KNOWN, name, str(code), expected)
        return Words(texts)

    def _choice(self, text: str) -> str:
        _filters, refused = read_choice(text, self.space, DEFAULT_LANGUAGE)
        if refused is None:
            self._report(DeckRule.CHOICE, "choice", text)
            return ""
        for one in refused:
            self._report(DeckRule.CHOICE, "choice", f"{one.parameter}={one.text}")
        return text

    def _seconds(self, content: Mapping[str, Any]) -> int:
        value = content.get("seconds", 0)
        if type(value) is int and 0 <= value <= LONGEST_SLIDE_S:
            return value
        self._report(DeckRule.SECONDS, "seconds", _named(value), str(LONGEST_SLIDE_S))
        return 0

    def _step(self, value: object) -> Step | None:
        if isinstance(value, str):
            return Step(choice=self._choice(self._text(value, "steps", LONGEST["choice"])))
        if not isinstance(value, dict):
            self._report(DeckRule.OBJECT, "steps")
            return None
        self._unknown_fields(value, STEP_FIELDS)
        choice = self._choice(self._plain(value, "choice"))
        return Step(choice=choice, message=self._words(value, "message"))

    def _slide(self, value: object) -> Slide | None:
        if not isinstance(value, dict):
            self._report(DeckRule.OBJECT)
            return None
        self._unknown_fields(value, SLIDE_FIELDS)
        figure = self._plain(value, "figure")
        if figure and figure not in self.figures:
            self._report(DeckRule.FIGURE_KNOWN, "figure", figure)
        text = self._words(value, "text")
        steps = [self._step(one) for one in self._list(value, "steps", MOST_STEPS)]
        if figure and text:
            self._report(DeckRule.FIGURE_OR_TEXT, "text")
            text = NO_WORDS
        if steps and not figure:
            self._report(DeckRule.STEPS_OF_FIGURE, "steps")
            steps = []
        message = self._words(value, "message")
        if not (figure or text or message):
            self._report(DeckRule.NOT_EMPTY)
            return None
        return Slide(
            figure=figure,
            choice=self._choice(self._plain(value, "choice")) if "choice" in value else "",
            message=message,
            text=text,
            notes=self._words(value, "notes"),
            seconds=self._seconds(value),
            steps=tuple(step for step in steps if step is not None),
        )
