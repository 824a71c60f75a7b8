"""Drafts: a deck that is being edited, with identified slides, and changes that can be undone.

Every function returns a new draft. A change that names a slide or step that does not exist, or that
exceeds a limit of the file format, returns the draft unchanged: messages of a browser may be
outdated.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from data.decks.model import ANY, NO_WORDS, Deck, Slide, Step, Words
from data.decks.parts import LONGEST, LONGEST_SLIDE_S, MOST_SLIDES, MOST_STEPS, clean

MOST_UNDONE = 60
"""Greatest number of changes that can be undone."""

TEXTS = ("message", "text", "notes")
"""Fields of a slide that are texts in one or several languages."""


@dataclass(frozen=True)
class DraftSlide:
    """A slide with a number that stays with it when it is moved."""

    key: int
    slide: Slide


State = tuple[Words, tuple[DraftSlide, ...]]
"""Title and slides of a draft."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A deck that is being edited.

    Attributes
    ----------
    title : Words
        Title of the talk.
    slides : tuple of DraftSlide
        The slides in their order.
    next_key : int
        Number of the next new slide.
    past : tuple of State
        Earlier states, the latest last.
    typing : tuple
        The text that the last change edited; further edits of it are undone together.
    """

    title: Words = NO_WORDS
    slides: tuple[DraftSlide, ...] = ()
    next_key: int = 1
    past: tuple[State, ...] = ()
    typing: tuple[object, ...] = ()

    @property
    def deck(self) -> Deck:
        """The deck as it is saved."""
        return Deck(title=self.title, slides=tuple(one.slide for one in self.slides))

    def place(self, key: int) -> int | None:
        """Return the place of a slide, from 0; None if there is no such slide."""
        return next((place for place, one in enumerate(self.slides) if one.key == key), None)


def draft_of(deck: Deck) -> Draft:
    """Return a draft of a deck, without changes to undo."""
    slides = tuple(DraftSlide(key, slide) for key, slide in enumerate(deck.slides, start=1))
    return Draft(title=deck.title, slides=slides, next_key=len(slides) + 1)


def _changed(
    draft: Draft,
    *,
    title: Words | None = None,
    slides: tuple[DraftSlide, ...] | None = None,
    typing: tuple[object, ...] = (),
) -> Draft:
    """Return a draft with other content, of which the present one is the past."""
    title = draft.title if title is None else title
    slides = draft.slides if slides is None else slides
    if (title, slides) == (draft.title, draft.slides):
        return draft
    past = draft.past
    if not typing or typing != draft.typing:
        past = (*past, (draft.title, draft.slides))[-MOST_UNDONE:]
    highest = max((one.key for one in slides), default=0)
    return Draft(
        title=title,
        slides=slides,
        next_key=max(draft.next_key, highest + 1),
        past=past,
        typing=typing,
    )


def undo(draft: Draft) -> Draft:
    """Return the draft before the last change; the same draft if there is none."""
    if not draft.past:
        return draft
    title, slides = draft.past[-1]
    return Draft(title=title, slides=slides, next_key=draft.next_key, past=draft.past[:-1])


def add(draft: Draft, slide: Slide, *, after: int | None = None) -> Draft:
    """Add a slide after another one, or at the end."""
    return add_all(draft, Deck(slides=(slide,)), after=after)


def add_all(draft: Draft, deck: Deck, *, after: int | None = None) -> Draft:
    """Add the slides of a deck after a slide or at the end, and its title to one without a title.

    Slides beyond the greatest number of slides are left out.
    """
    place = None if after is None else draft.place(after)
    place = len(draft.slides) if place is None else place + 1
    free = max(MOST_SLIDES - len(draft.slides), 0)
    new = tuple(
        DraftSlide(key, slide) for key, slide in enumerate(deck.slides[:free], start=draft.next_key)
    )
    slides = (*draft.slides[:place], *new, *draft.slides[place:])
    return _changed(draft, title=draft.title or deck.title, slides=slides)


def replace_all(draft: Draft, deck: Deck) -> Draft:
    """Replace title and slides by those of a deck; `undo` brings the earlier ones back."""
    new = tuple(
        DraftSlide(key, slide) for key, slide in enumerate(deck.slides, start=draft.next_key)
    )
    return _changed(draft, title=deck.title, slides=new)


def move(draft: Draft, key: int, by: int) -> Draft:
    """Move a slide by some places, at most to the start or the end."""
    place = draft.place(key)
    if place is None:
        return draft
    others = [one for one in draft.slides if one.key != key]
    others.insert(min(max(place + by, 0), len(others)), draft.slides[place])
    return _changed(draft, slides=tuple(others))


def duplicate(draft: Draft, key: int) -> Draft:
    """Add a copy of a slide after it."""
    place = draft.place(key)
    return draft if place is None else add(draft, draft.slides[place].slide, after=key)


def delete(draft: Draft, key: int) -> Draft:
    """Remove a slide."""
    return _changed(draft, slides=tuple(one for one in draft.slides if one.key != key))


def _with_slide(
    draft: Draft, key: int, make: Callable[[Slide], Slide], typing: tuple[object, ...] = ()
) -> Draft:
    slides = tuple(
        replace(one, slide=make(one.slide)) if one.key == key else one for one in draft.slides
    )
    return _changed(draft, slides=slides, typing=typing)


def worded(words: Words, text: str, *, code: str, longest: int) -> Words:
    """Return words with the text of one language replaced.

    A text without languages stays one for every language. An empty text empties all languages:
    otherwise the text of another language would be shown.
    """
    text = clean(text)
    if len(text) > longest:
        text = f"{text[: longest - 1].rstrip()}…"
    if not text or set(words.texts) <= {ANY}:
        return Words({ANY: text})
    return words if words.text(code) == text else Words({**words.texts, code: text})


def with_title(draft: Draft, text: str, *, code: str) -> Draft:
    """Set the title in a language."""
    title = worded(draft.title, text, code=code, longest=LONGEST["title"])
    return _changed(draft, title=title, typing=("title", code))


def with_text(draft: Draft, key: int, name: str, text: str, *, code: str) -> Draft:
    """Set a text of a slide in a language.

    Parameters
    ----------
    draft : Draft
        The draft.
    key : int
        Number of the slide.
    name : str
        One of `TEXTS`.
    text : str
        The text, not validated.
    code : str
        Language of the text.
    """
    if name not in TEXTS:
        return draft

    def make(slide: Slide) -> Slide:
        if name == "text" and slide.figure:
            return slide
        changed: dict[str, Any] = {
            name: worded(getattr(slide, name), text, code=code, longest=LONGEST[name])
        }
        return replace(slide, **changed)

    return _with_slide(draft, key, make, typing=(key, name, code))


def with_seconds(draft: Draft, key: int, seconds: int) -> Draft:
    """Set the target time of a slide, in seconds."""
    if not 0 <= seconds <= LONGEST_SLIDE_S:
        return draft
    return _with_slide(
        draft, key, lambda slide: replace(slide, seconds=seconds), typing=(key, "seconds")
    )


def _fits(choice: str) -> bool:
    return len(choice) <= LONGEST["choice"]


def with_choice(draft: Draft, key: int, choice: str) -> Draft:
    """Set the choice of a slide with a figure."""
    if not _fits(choice):
        return draft
    return _with_slide(
        draft, key, lambda slide: replace(slide, choice=choice) if slide.figure else slide
    )


def add_step(draft: Draft, key: int, choice: str) -> Draft:
    """Add a step with a choice to a slide with a figure."""

    def make(slide: Slide) -> Slide:
        if not slide.figure or len(slide.steps) >= MOST_STEPS:
            return slide
        return replace(slide, steps=(*slide.steps, Step(choice=choice)))

    return _with_slide(draft, key, make) if _fits(choice) else draft


def delete_step(draft: Draft, key: int, step: int) -> Draft:
    """Remove a step of a slide, counted from 0."""

    def make(slide: Slide) -> Slide:
        steps = [one for place, one in enumerate(slide.steps) if place != step]
        return replace(slide, steps=tuple(steps))

    return _with_slide(draft, key, make)


def with_step(  # noqa: PLR0913, what to change, where, and in which language
    draft: Draft,
    key: int,
    step: int,
    *,
    choice: str | None = None,
    message: str | None = None,
    code: str = ANY,
) -> Draft:
    """Set the choice or the message of a step, counted from 0."""

    def make(slide: Slide) -> Slide:
        if not 0 <= step < len(slide.steps):
            return slide
        found = slide.steps[step]
        if choice is not None and _fits(choice):
            found = replace(found, choice=choice)
        if message is not None:
            words = worded(found.message, message, code=code, longest=LONGEST["message"])
            found = replace(found, message=words)
        return replace(slide, steps=(*slide.steps[:step], found, *slide.steps[step + 1 :]))

    typing = () if message is None else (key, "step", step, code)
    return _with_slide(draft, key, make, typing=typing)


def can_join(draft: Draft, key: int) -> bool:
    """Return whether a slide shows the figure of the slide before it, so that it can be its step.

    Parameters
    ----------
    draft : Draft
        The draft.
    key : int
        Number of the slide.
    """
    place = draft.place(key)
    if not place:
        return False
    before, slide = draft.slides[place - 1].slide, draft.slides[place].slide
    fits = len(before.steps) + 1 + len(slide.steps) <= MOST_STEPS
    return bool(slide.figure) and before.figure == slide.figure and fits


def join(draft: Draft, key: int) -> Draft:
    """Make a slide and its steps further steps of the slide before it, which shows its figure.

    Its notes and its target time are added to those of that slide.
    """
    place = draft.place(key)
    if place is None or not can_join(draft, key):
        return draft
    before, joined = draft.slides[place - 1], draft.slides[place].slide
    first = before.slide
    slide = replace(
        first,
        steps=(*first.steps, Step(choice=joined.choice, message=joined.message), *joined.steps),
        notes=_together(first.notes, joined.notes),
        seconds=min(first.seconds + joined.seconds, LONGEST_SLIDE_S),
    )
    kept = (*draft.slides[: place - 1], replace(before, slide=slide), *draft.slides[place + 1 :])
    return _changed(draft, slides=kept)


def _together(one: Words, other: Words) -> Words:
    """Return the texts of both in every language of either, within the longest notes."""
    if not one or not other:
        return one or other
    codes = {*one.texts, *other.texts}
    if codes != {ANY}:
        codes -= {ANY}
    texts = {code: f"{one.text(code)}\n{other.text(code)}"[: LONGEST["notes"]] for code in codes}
    return Words(texts)
