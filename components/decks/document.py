"""One self-contained HTML file of a deck: slides, scripts, typeface and data."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from markupsafe import Markup

from components.assets import asset, installed_text, script
from components.decks.layout import layout_of, text_size
from components.decks.views import Progress, SlideView, no_progress, slide_views
from components.decks.wall import SCALE, SMALLEST_LETTERS, wall_colours
from components.export.converter import font_face
from components.page.tokens import DARK, LIGHT, PROJECTOR, Colours
from components.templates import macro
from data.choice.parameters import FilterSpace
from data.citation import VERSION
from data.decks.model import Deck
from data.language.languages import Language, language
from data.load.dataset import Dataset

THEMES = ("light", "dark")

_REVEAL = "sphinx_revealjs"
_DIST = "_static/revealjs/dist"
_ALWAYS = "".join(chr(code) for code in range(0x20, 0x7F)) + "…–—−×·→←"
"""Characters that the scripts write, in addition to those of the slides."""

_document = macro("decks/document.html", "document")
_variables = macro("decks/document.html", "variables")


@cache
def vega_bundle() -> str:
    """Return Vega, Vega-Lite and Vega-Embed as one script; bundling takes about three seconds."""
    return str(import_module("vl_convert").javascript_bundle())


def _inline_script(text: str) -> Markup:
    """Return a script for a script element; it must not end the element."""
    return Markup(text.replace("</script", "<\\/script"))  # noqa: S704, scripts of installed packages


def _inline_data(content: object) -> Markup:
    """Return data as JSON in which no character has a meaning for HTML."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704, escaped above


def _colours(colours: Colours) -> list[tuple[str, str]]:
    named = ("page", "ink", "quiet", "line", "accent", "warning")
    ground = vars(colours.ground).items()
    return [
        *((name, getattr(colours, name)) for name in named),
        *((f"map-{name.replace('_', '-')}", colour) for name, colour in ground),
    ]


def theme_variables(colours: Colours, soft: str) -> Markup:
    """Return the colours of a theme as variables of a style sheet; `soft` is that of a card."""
    return _variables(_colours(colours), soft)


def _words(language: Language) -> dict[str, str]:
    _ = language.gettext
    return {
        "step": _("Step {step} of {steps}"),
        "end": _("End of the deck"),
        "no_notes": _("This file has no notes. Export it with notes for the presenter."),
        "blocked": _("The browser blocked the window. Allow windows for this file, then press S."),
        "start": _("Start the clock"),
        "pause": _("Pause the clock"),
        "jump": _("Slide {number}"),
    }


def _keys(language: Language) -> list[tuple[str, str]]:
    _ = language.gettext
    return [
        ("→ ↓ PageDown Space", _("Next slide or step")),
        ("← ↑ PageUp", _("Previous slide or step")),
        ("Home End", _("First and last slide")),
        ("1 2 … Enter", _("Slide with this number")),
        ("O", _("Overview")),
        ("B .", _("Blank the screen")),
        ("F", _("Full screen")),
        ("S", _("Presenter window")),
        ("Q", _("Large QR code")),
        ("T", _("Light or dark")),
        ("H ?", _("This list")),
    ]


def _data(
    views: Sequence[SlideView], language: Language, *, theme: str, notes: bool
) -> dict[str, Any]:
    """Return what the scripts need; equal specifications are contained once."""
    specifications: list[Mapping[str, Any]] = []

    def number(spec: Mapping[str, Any] | None) -> int | None:
        if spec is None:
            return None
        if spec not in specifications:
            specifications.append(spec)
        return specifications.index(spec)

    slides = [
        {
            "seconds": view.seconds,
            **({"notes": view.notes} if notes else {}),
            "states": [
                {
                    "spec": number(state.specification),
                    "rows": state.rows,
                    "tips": state.map.tips if state.map else {},
                }
                for state in view.states
            ],
        }
        for view in views
    ]
    return {
        "slides": slides,
        "specs": specifications,
        "colours": wall_colours(),
        "scale": SCALE,
        "smallest": SMALLEST_LETTERS,
        "theme": theme,
        "notes": notes,
        "words": _words(language),
    }


def _fonts(text: str) -> Markup:
    characters = "".join(sorted(sign for sign in {*text, *_ALWAYS} if sign.isprintable()))
    return Markup().join(font_face(characters, bold=bold) for bold in (False, True))


def deck_html(  # noqa: PLR0913, each is a choice of the caller
    deck: Deck,
    *,
    dataset: Dataset,
    space: FilterSpace,
    code: str,
    theme: str = THEMES[0],
    notes: bool = False,
    address: str = "",
    progress: Progress = no_progress,
) -> str:
    """Return a deck as one HTML file that opens without a server and requests nothing.

    Parameters
    ----------
    deck : Deck
        The deck.
    dataset : Dataset
        All tables.
    space : FilterSpace
        The valid filter values.
    code : str
        Language of the slides.
    theme : str
        One of `THEMES`, which is shown first.
    notes : bool
        Whether the file contains the notes for the speaker.
    address : str
        Address of the Atlas that links and QR codes lead to, ending in a slash; empty for none.
    progress : function
        Called with the number of finished slides and of all.
    """
    words = language(code)
    views = slide_views(
        deck, dataset=dataset, space=space, code=code, address=address, progress=progress
    )
    data = _data(views, words, theme=theme, notes=notes)
    packed = _inline_data(data)
    title = deck.title.text(code) or words.gettext("Kazakhstan–Türkiye Atlas")
    used = "".join(
        (
            *(title, packed, *(text for pair in _keys(words) for text in pair)),
            *(text for view in views for pair in view.paragraphs for text in pair),
            *(view.fault for view in views),
            *(
                text
                for view in views
                for state in view.states
                for text in (state.title, *state.lines, state.subtitle, state.source)
            ),
            *(
                text
                for view in views
                for state in view.states
                if state.table
                for row in (state.table.heads, *state.table.rows)
                for text in row
            ),
            *(str(s.map.drawing) + str(s.map.legend) for v in views for s in v.states if s.map),
            "".join(_presenter_words(words).values()),
        )
    )
    return "<!doctype html>\n" + str(
        _document(
            code=code,
            theme=theme,
            title=title,
            version=VERSION,
            fonts=_fonts(used),
            light=theme_variables(PROJECTOR, LIGHT.page),
            dark=theme_variables(DARK, DARK.card),
            styles=Markup(  # noqa: S704, style sheets of the project and of an installed package
                installed_text(_REVEAL, f"{_DIST}/reset.css")
                + installed_text(_REVEAL, f"{_DIST}/reveal.css")
                + asset("decks/slides.css", "decks/presenter.css")
            ),
            slides=[
                (number, layout_of(view), text_size(view), view)
                for number, view in enumerate(views, start=1)
            ],
            keys=_keys(words),
            presenter=_presenter_words(words),
            no_figure=words.gettext("This deck has no slides."),
            data=packed,
            reveal=_inline_script(installed_text(_REVEAL, f"{_DIST}/reveal.js")),
            vega=_inline_script(vega_bundle()),
            script=_inline_script(script("decks/deck.js")),
        )
    )


def _presenter_words(language: Language) -> dict[str, str]:
    _ = language.gettext
    return {
        "title": _("Presenter"),
        "now": _("Now"),
        "next": _("Next"),
        "notes": _("Speaker’s notes"),
        "elapsed": _("Elapsed"),
        "planned": _("Planned by the end of this slide"),
        "ahead": _("Ahead of (−) or behind (+) the plan"),
        "total": _("Total planned time"),
        "reset": _("Reset the clock"),
        "keys": _("Keys"),
    }
