"""Data for the script of the page of decks: the list, the open slide, texts and addresses."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from components.cards.figure_card import noted_failure
from components.controls.share import selection_text
from components.decks.document import THEMES
from components.decks.slide_texts import letters_without_type
from components.export.address import file_address
from components.export.deck_kinds import DECK_KINDS
from components.export.held_decks import deck_address
from components.export.served import is_served
from components.figures.figure import Figure
from components.figures.registry import FIGURES
from components.page.held_deck import deck_problems, linked_draft, slide_count, slide_filters
from components.page.shell import View
from components.present.acts import LARGEST_FILE_KB, deck_code_of_session, taken_acts
from components.present.labels import deck_labels
from components.present.rehearsal import rehearsal_data
from components.present.settings import (
    LINKED,
    OWN,
    built_in,
    current_settings,
    shown_deck,
    shown_draft,
)
from components.process.figures import stored_figure, stored_space
from components.talks.route import FOLDER as TALKS
from components.text.breaks import kept_together
from components.text.lists import side_by_side
from data.choice.parameters import LANGUAGE
from data.decks.draft import Draft, DraftSlide, can_join
from data.decks.files import BUILT_IN
from data.decks.links import DECK, deck_code
from data.decks.model import Slide
from data.decks.parts import LONGEST, LONGEST_SLIDE_S, MOST_STEPS, read_choice
from data.decks.problems import deck_problem_texts
from data.language.languages import LANGUAGE_CODES, Language, language
from data.problems import TableRefusedError

PLACEHOLDERS = ("headline", "finding", "subtitle")
MINUTE_S = 60
PROBLEMS_SHOWN = 20
LONGEST_QUOTED = 80


def time_text(seconds: int) -> str:
    """Return a time as minutes and seconds, such as 1:30."""
    return f"{seconds // MINUTE_S}:{seconds % MINUTE_S:02}"


@dataclass(frozen=True)
class SlideWriter:
    """Texts of slides: titles in the language of the deck, the rest in that of the page.

    Attributes
    ----------
    view : View
        Dataset, filters and language of the run.
    code : str
        Language of the deck.
    """

    view: View
    code: str

    @property
    def words(self) -> Language:
        """Language of the page."""
        return self.view.language

    def _figure(self, figure: str, choice: str, code: str) -> Figure | None:
        filters, _refused = read_choice(choice, stored_space(), code)
        try:
            return stored_figure(figure, filters).figure
        except TableRefusedError:
            return None
        except Exception:  # noqa: BLE001, logged with its traceback; the list still has the slide
            noted_failure(figure, filters, self.words)
            return None

    def headline(self, slide: Slide) -> str:
        """Return the computed headline of a slide; empty without a figure."""
        if slide.figure not in FIGURES:
            return ""
        figure = self._figure(slide.figure, slide.choice, self.code)
        return figure.headline if figure else ""

    def title(self, slide: Slide) -> str:
        """Return what a slide says, with the computed texts of its figure."""
        said = slide.message.text(self.code)
        if slide.figure not in FIGURES:
            return said or slide.text.text(self.code).partition("\n")[0]
        if said and not any(f"{{{name}}}" in said for name in PLACEHOLDERS):
            return said
        figure = self._figure(slide.figure, slide.choice, self.code)
        if figure is None:
            return said
        for name in PLACEHOLDERS:
            said = said.replace(f"{{{name}}}", getattr(figure, name))
        return said or figure.headline

    def choice(self, figure: str, choice: str) -> str:
        """Return a choice in words."""
        space = stored_space()
        filters, _refused = read_choice(choice, space, self.words.code)
        shown = slide_filters(figure, filters, space) if figure in FIGURES else filters
        try:
            chosen = selection_text(shown, space, dataset=self.view.dataset, language=self.words)
        except TableRefusedError:
            chosen = choice
        return chosen or self.words.gettext("nothing selected")

    def faults(self, slide: Slide) -> list[str]:
        """Return what of a slide cannot be shown."""
        _ = self.words.gettext
        if slide.figure and slide.figure not in FIGURES:
            return [_("The Atlas has no figure “{name}”.").format(name=slide.figure)]
        found = []
        for choice in (slide.choice, *(step.choice for step in slide.steps)):
            _filters, refused = read_choice(choice, stored_space(), self.code)
            saying = _("The Atlas does not have “{part}”; the default is shown instead.")
            parts = [f"{part.parameter}={part.text}" for part in refused or ()]
            if refused is None:
                parts = [choice[:LONGEST_QUOTED]]
            found += [saying.format(part=part) for part in parts]
        letters = letters_without_type(slide, self.code)
        if letters:
            saying = _(
                "HTML and PPTX files show these characters, PDF files and handouts show empty "
                "boxes instead: {letters}"
            )
            found.append(saying.format(letters=letters))
        return found

    def picture(self, slide: Slide) -> str:
        """Return the address of a small picture; empty for a text."""
        if slide.figure not in FIGURES or not is_served():
            return ""
        space = stored_space()
        filters, _refused = read_choice(slide.choice, space, self.code)
        shown = slide_filters(slide.figure, filters, space)
        return file_address(f"{slide.figure}.svg", shown, space, {"size": "print"})

    def about(self, slide: Slide) -> str:
        """Return figure, choice, steps and time of a slide in one line."""
        _ = self.words.gettext
        if not slide.figure:
            kind = [_("Text")]
        elif slide.figure not in FIGURES:
            kind = [slide.figure]
        else:
            figure = self._figure(slide.figure, slide.choice, self.words.code)
            kind = [figure.title if figure else slide.figure]
            if slide.choice:
                kind.append(self.choice(slide.figure, slide.choice))
        if slide.steps:
            count = len(slide.steps)
            steps = self.words.ngettext("{count} step", "{count} steps", count)
            kind.append(steps.format(count=self.words.number(count)))
        return side_by_side([*kind, time_text(slide.seconds) if slide.seconds else ""])

    def row(self, number: int, one: DraftSlide) -> dict[str, Any]:
        """Return a slide of the list."""
        slide = one.slide
        return {
            "key": one.key,
            "number": number,
            "title": self.title(slide)[: LONGEST["message"]] or self.words.gettext("Untitled"),
            "about": kept_together(self.about(slide)),
            "picture": self.picture(slide),
            "faults": self.faults(slide),
        }

    def editor(self, draft: Draft, key: int) -> dict[str, Any] | None:
        """Return the fields of the open slide; None if there is none."""
        place = draft.place(key)
        if place is None:
            return None
        slide = draft.slides[place].slide
        return {
            "key": key,
            "figure": slide.figure,
            "message": slide.message.text(self.code),
            "headline": self.headline(slide),
            "text": slide.text.text(self.code),
            "notes": slide.notes.text(self.code),
            "seconds": slide.seconds,
            "choice": slide.choice,
            "steps": [
                {
                    "choice": step.choice,
                    "words": self.choice(slide.figure, step.choice),
                    "message": step.message.text(self.code),
                }
                for step in slide.steps
            ],
            "joins": can_join(draft, key),
            "full": len(slide.steps) >= MOST_STEPS,
        }


def _decks(words: Language, code: str) -> Iterator[tuple[str, str]]:
    own = words.gettext("My deck ({count})").format(count=words.number(slide_count()))
    yield OWN, own
    linked = linked_draft()
    if linked is not None:
        saying = words.gettext("Deck of the link ({count})")
        yield LINKED, saying.format(count=words.number(len(linked.slides)))
    for name in BUILT_IN:
        yield name, built_in(name).title.text(code) or name


def _total(draft: Draft, words: Language) -> str:
    count, seconds = len(draft.slides), draft.deck.seconds
    slides = words.ngettext("{count} slide", "{count} slides", count)
    planned = words.gettext("planned time {time}").format(time=time_text(seconds))
    return side_by_side([slides.format(count=words.number(count)), planned if seconds else ""])


def _output(draft: Draft, code: str, words: Language) -> dict[str, Any] | None:
    """Return the addresses of the files of a deck; None if there is nothing to build."""
    if not draft.slides or not is_served():
        return None
    return {
        "address": deck_address(draft.deck),
        "kinds": [
            {
                "code": kind.code,
                "name": words.gettext(kind.name),
                "ending": kind.ending,
                "shows": kind.shows,
                "notes": kind.notes,
                "suffix": kind.suffix,
                "questions": kind.questions,
            }
            for kind in DECK_KINDS.values()
        ],
        "query": f"{LANGUAGE.name}={code}&theme={current_settings().theme}",
        "talk": {
            "address": f"./{TALKS}",
            LANGUAGE.name: code,
            "theme": current_settings().theme,
        },
        "file": f"atlas_deck_{code}",
    }


def page_data(view: View) -> dict[str, Any]:
    """Return the data for the script of the page of decks."""
    _ = view.language.gettext
    settings, code = current_settings(), deck_code_of_session()
    draft, name = shown_draft(), shown_deck()
    writer = SlideWriter(view, code)
    own = name == OWN
    problems = deck_problem_texts(deck_problems()[:PROBLEMS_SHOWN], view.language)
    more = len(deck_problems()) - PROBLEMS_SHOWN
    if more > 0:
        problems.append(_("and {count} more").format(count=view.language.number(more)))
    shared = deck_code(draft.deck) if draft.slides else ""
    return {
        "labels": deck_labels(view.language),
        "heard": taken_acts(),
        "decks": list(_decks(view.language, code)),
        "deck": name,
        "own": own,
        "title": draft.title.text(code),
        "code": code,
        "codes": [(one, language(one).endonym) for one in LANGUAGE_CODES],
        "theme": settings.theme,
        "themes": list(zip(THEMES, (_("Light"), _("Dark")), strict=True)),
        "slides": [writer.row(number, one) for number, one in enumerate(draft.slides, start=1)],
        "editor": writer.editor(draft, settings.opened) if own else None,
        "undo": bool(draft.past),
        "total": _total(draft, view.language),
        "problems": problems,
        "link": f"{LANGUAGE.name}={view.language.code}&{DECK}={shared}" if shared else "",
        "output": _output(draft, code, view.language),
        "rehearsal": rehearsal_data(draft.deck, code, view.language),
        "served": is_served(),
        "limits": {**LONGEST, "seconds": LONGEST_SLIDE_S, "file": LARGEST_FILE_KB * 1024},
    }
