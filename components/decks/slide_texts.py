"""Paragraphs of slides that are made to fit in their boxes, for files without a browser."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from components.decks.layout import LETTERS, LINE, TITLE_LINE
from data.decks.model import Slide
from data.typeface import missing_letters, text_width, wrapped_lines

SCALES = (1.0, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5)
"""Factors by which texts become smaller until they fit."""

ELLIPSIS = "…"
LETTERS_SHOWN = 20
"""Greatest number of missing characters that a message names."""


def one_line(text: str) -> str:
    """Return a text without line breaks; its non-breaking spaces are kept."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def letters_without_type(slide: Slide, code: str) -> str:
    """Return the characters of a slide that PDF files cannot show, separated by spaces.

    Parameters
    ----------
    slide : Slide
        The slide.
    code : str
        Language of the deck.
    """
    messages = (slide.message, slide.text, *(step.message for step in slide.steps))
    missing = missing_letters(" ".join(words.text(code) for words in messages))
    return " ".join(missing[:LETTERS_SHOWN])


@dataclass(frozen=True, kw_only=True)
class Box:
    """A rectangle on a slide, in pixels."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Text:
    """A paragraph on a slide.

    Attributes
    ----------
    text : str
        What is written.
    size : float
        Size of the letters in pixels.
    colour : str
        Name of its colour among the design tokens.
    bold : bool
        Whether it is bold.
    before : float
        Distance in pixels from the paragraph above, if there is one.
    label : str
        A date that stands before the text in bold.
    """

    text: str
    size: float
    colour: str = "ink"
    bold: bool = False
    before: float = 0.0
    label: str = ""

    @property
    def line(self) -> float:
        """Height of a line in pixels."""
        return self.size * (TITLE_LINE if self.bold else LINE / LETTERS)


@dataclass(frozen=True, kw_only=True)
class Block:
    """Paragraphs in a box.

    Attributes
    ----------
    box : Box
        The place.
    texts : tuple of Text
        The paragraphs.
    hang : float
        Distance in pixels from labels to texts; 0 without labels.
    end : bool
        Whether texts are aligned to the right.
    foot: bool
        Whether texts stand at the lower end of the box, so that a line too many goes upwards.
    """

    box: Box
    texts: tuple[Text, ...]
    hang: float = 0.0
    end: bool = False
    foot: bool = False


@dataclass(frozen=True)
class Measure:
    """Measurement of texts in a typeface.

    Attributes
    ----------
    wider : float
        Width of its letters in widths of those of the typeface of the Atlas.
    """

    wider: float = 1.0

    def lines(self, text: Text, width: float) -> list[str]:
        """Return the lines of a text; a word longer than the width is divided."""
        room = width / self.wider
        found: list[str] = []
        for line in wrapped_lines(text.text, text.size, room, bold=text.bold):
            found += self._divided(line, text, room)
        return found

    def _divided(self, line: str, text: Text, room: float) -> Iterator[str]:
        if text_width(line, text.size, bold=text.bold) <= room:
            yield line
            return
        start, taken = 0, 0.0
        for place, sign in enumerate(line):
            wide = text_width(sign, text.size, bold=text.bold)
            if taken + wide > room and place > start:
                yield line[start:place]
                start, taken = place, 0.0
            taken += wide
        yield line[start:]

    def height(self, texts: Sequence[Text], width: float) -> float:
        """Return the height of paragraphs; nothing stands before the first."""
        lines = sum(len(self.lines(one, width)) * one.line for one in texts)
        return lines + sum(one.before for one in texts[1:])

    def label_width(self, texts: Sequence[Text]) -> float:
        """Return the width of the widest label."""
        widths = (text_width(one.label, one.size, bold=True) for one in texts)
        return max(widths, default=0.0) * self.wider

    def fitted(
        self, texts: Sequence[Text], width: float, height: float
    ) -> tuple[tuple[Text, ...], tuple[str, ...]]:
        """Return texts that have room in a box, and the full texts of those that were cut."""
        scaled: tuple[Text, ...] = tuple(texts)
        for scale in SCALES:
            scaled = tuple(
                replace(one, size=one.size * scale, before=one.before * scale) for one in texts
            )
            if self.height(scaled, width) <= height:
                return scaled, ()
        return self._cut(scaled, width, height)

    def _cut(
        self, texts: Sequence[Text], width: float, height: float
    ) -> tuple[tuple[Text, ...], tuple[str, ...]]:
        kept, lost = [], []
        for place, one in enumerate(texts):
            below = sum(rest.before + rest.line for rest in texts[place + 1 :])
            own = one.before if place else 0.0
            room = max(1, int((height - below - own) / one.line))
            lines = self.lines(one, width)
            if len(lines) > room:
                lost.append(one.text)
                shown = " ".join(lines[:room])
                one = replace(one, text=f"{shown[:-2].rstrip()}{ELLIPSIS}")  # noqa: PLW2901
            kept.append(one)
            height -= own + self.height([one], width)
        return tuple(kept), tuple(lost)
