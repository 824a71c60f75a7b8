"""Data classes of a deck: slides with a figure, a choice, texts and a target time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from data.language.languages import DEFAULT_LANGUAGE

ANY = ""
"""Language code of a text that is written in one language and shown in all."""


@dataclass(frozen=True)
class Words:
    """A text in one or several languages.

    Attributes
    ----------
    texts : mapping of str to str
        The text by language code; `ANY` for a text that is shown in every language.
    """

    texts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the mapping unchangeable, without empty texts."""
        filled = {code: text for code, text in self.texts.items() if text}
        object.__setattr__(self, "texts", MappingProxyType(filled))

    def __bool__(self) -> bool:
        return bool(self.texts)

    def __hash__(self) -> int:
        return hash(frozenset(self.texts.items()))

    def text(self, code: str) -> str:
        """Return the text in a language; otherwise for all languages, in English, or any."""
        for known in (code, ANY, DEFAULT_LANGUAGE):
            if known in self.texts:
                return self.texts[known]
        return next(iter(self.texts.values()), "")


NO_WORDS = Words()


@dataclass(frozen=True, kw_only=True)
class Step:
    """A further state of the figure of a slide.

    Attributes
    ----------
    choice : str
        Parameters of a link, such as `years=2018-2021`.
    message : Words
        Message during this step; empty to keep that of the slide.
    """

    choice: str = ""
    message: Words = NO_WORDS


@dataclass(frozen=True, kw_only=True)
class Slide:
    """A slide: a figure with a choice, or a plain text.

    Attributes
    ----------
    figure : str
        Id of the figure; empty for a plain text.
    choice : str
        Parameters of a link, without the language; empty for the default choice.
    message : Words
        What the slide says, as its title. `{headline}`, `{finding}` and `{subtitle}` are replaced
        by the computed texts of the figure.
    text : Words
        Body of a plain text; each line is a paragraph.
    notes : Words
        Notes for the speaker.
    seconds : int
        Target time in seconds; 0 for none.
    steps : tuple of Step
        Further states of the figure, shown one after the other.
    """

    figure: str = ""
    choice: str = ""
    message: Words = NO_WORDS
    text: Words = NO_WORDS
    notes: Words = NO_WORDS
    seconds: int = 0
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Deck:
    """An ordered list of slides.

    Attributes
    ----------
    title : Words
        Title of the talk.
    slides : tuple of Slide
        The slides in their order.
    """

    title: Words = NO_WORDS
    slides: tuple[Slide, ...] = ()

    @property
    def seconds(self) -> int:
        """Target time of the whole deck in seconds."""
        return sum(slide.seconds for slide in self.slides)
