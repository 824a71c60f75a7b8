"""Changes of a deck that the browser sends, parsed and applied.

Messages are untrusted: they may be outdated, repeated or forged. Invalid ones are ignored, and each
is applied once.
"""

import base64
import binascii
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st

from components.page.held_deck import (
    add_figure,
    change_own,
    note_problems,
    open_content,
    own_draft,
)
from components.page.visit import current_filters, is_open
from components.present.rehearsal import open_rehearsal, select_cards, set_seed
from components.present.settings import (
    OWN,
    current_settings,
    set_code,
    set_deck,
    set_opened,
    set_theme,
    shown_deck,
    shown_draft,
)
from components.process.figures import stored_space
from data.choice.parameters import FIGURE, LANGUAGE, PANEL
from data.decks.draft import (
    Draft,
    add,
    add_all,
    add_step,
    delete,
    delete_step,
    duplicate,
    join,
    move,
    replace_all,
    undo,
    with_choice,
    with_seconds,
    with_step,
    with_text,
    with_title,
)
from data.decks.model import ANY, Deck, Slide, Words
from data.language.languages import language

LARGEST_FILE_KB = 600
"""Greatest size of an opened file; the server takes messages of a megabyte."""

MOST_ACTS, LONGEST_TEXT, LONGEST_NAME, LONGEST_TAB = 100, 12_000, 200, 40
GREATEST_NUMBER = 2**53
_TAKEN = "atlas_deck_taken"


@dataclass(frozen=True, kw_only=True)
class Act:
    """One change.

    Attributes
    ----------
    order : int
        Number of the change, increasing within a tab.
    do : str
        What to do, a key of `CHANGES` or `OTHERS`.
    key : int
        Number of the slide.
    number : int
        Places, seconds, or number of the step.
    name : str
        Name of a field or a file.
    text : str
        A text, a code, or the content of a file.
    """

    order: int
    do: str
    key: int = 0
    number: int = 0
    name: str = ""
    text: str = ""


def _whole(value: object) -> int:
    # JSON from a browser may contain 3.0 for a whole number; bool is a subclass of int.
    if not isinstance(value, int | float) or isinstance(value, bool):
        return 0
    return int(value) if abs(value) < GREATEST_NUMBER and value == int(value) else 0


def _text(value: object, longest: int) -> str:
    return value[:longest] if isinstance(value, str) else ""


def read_acts(sent: object) -> tuple[str, tuple[Act, ...]]:
    """Parse a message: the name of the browser tab, and its changes; invalid ones are left out."""
    if not isinstance(sent, Mapping) or not isinstance(sent.get("acts"), list | tuple):
        return "", ()
    acts = []
    for one in sent["acts"][:MOST_ACTS]:
        if not isinstance(one, Mapping):
            continue
        do = _text(one.get("do"), LONGEST_NAME)
        longest = 2 * LARGEST_FILE_KB * 1024 if do == "open_file" else LONGEST_TEXT
        act = Act(
            order=_whole(one.get("order")),
            do=do,
            key=_whole(one.get("key")),
            number=_whole(one.get("number")),
            name=_text(one.get("name"), LONGEST_NAME),
            text=_text(one.get("text"), longest),
        )
        if act.order > 0 and act.do in {*CHANGES, *OTHERS}:
            acts.append(act)
    return _text(sent.get("tab"), LONGEST_TAB), tuple(acts)


def taken_acts() -> tuple[str, int]:
    """Return the tab and the number of the last applied change."""
    held: tuple[str, int] = st.session_state.get(_TAKEN, ("", 0))
    return held


def deck_code_of_session() -> str:
    """Return the language of the slides."""
    return current_settings().code or current_filters().language


def link_choice(text: str) -> str:
    """Return the choice of a slide from an address of the Atlas, or from parameters of one."""
    try:
        query = urlsplit(text).query if "?" in text else text
        pairs = parse_qsl(query, errors="replace")
    except ValueError:
        return ""
    left_out = (LANGUAGE.name, FIGURE.name, PANEL.name)
    return urlencode([(name, value) for name, value in pairs if name not in left_out], safe=",")


def _new_text_slide(draft: Draft, act: Act) -> Draft:
    code = deck_code_of_session()
    title = language(code).gettext("New slide")
    return add(draft, Slide(message=Words({ANY: title})), after=act.key or None)


CHANGES: Mapping[str, Callable[[Draft, Act], Draft]] = {
    "move": lambda draft, act: move(draft, act.key, act.number),
    "duplicate": lambda draft, act: duplicate(draft, act.key),
    "delete": lambda draft, act: delete(draft, act.key),
    "join": lambda draft, act: join(draft, act.key),
    "undo": lambda draft, _act: undo(draft),
    "clear": lambda draft, _act: replace_all(draft, Deck()),
    "add_text": _new_text_slide,
    "title": lambda draft, act: with_title(draft, act.text, code=deck_code_of_session()),
    "text": lambda draft, act: with_text(
        draft, act.key, act.name, act.text, code=deck_code_of_session()
    ),
    "seconds": lambda draft, act: with_seconds(draft, act.key, act.number),
    "choice": lambda draft, act: with_choice(draft, act.key, link_choice(act.text)),
    "add_step": lambda draft, act: add_step(draft, act.key, link_choice(act.text)),
    "delete_step": lambda draft, act: delete_step(draft, act.key, act.number),
    "step_choice": lambda draft, act: with_step(
        draft, act.key, act.number, choice=link_choice(act.text)
    ),
    "step_message": lambda draft, act: with_step(
        draft, act.key, act.number, message=act.text, code=deck_code_of_session()
    ),
}
"""Changes of the visitor's own deck; built-in decks are never changed."""


def _copy(_act: Act) -> None:
    shown = shown_draft().deck
    if shown_deck() != OWN:
        change_own(lambda draft: add_all(draft, shown))
        set_deck(OWN)


def _open_file(act: Act) -> None:
    try:
        content = base64.b64decode(act.text, validate=True)
    except (binascii.Error, ValueError):
        return
    if open_content(content, act.name, stored_space()):
        set_deck(OWN)


def _add_figure(act: Act) -> None:
    space = stored_space()
    add_figure(act.name, space.start(current_filters().language), space)


OTHERS: Mapping[str, Callable[[Act], None]] = {
    "rehearse": lambda act: open_rehearsal(opened=bool(act.number)),
    "cards": lambda act: select_cards(act.text),
    "seed": lambda act: set_seed(act.number),
    "add_figure": _add_figure,
    "deck": lambda act: set_deck(act.text),
    "lang": lambda act: set_code(act.text),
    "theme": lambda act: set_theme(act.text),
    "edit": lambda act: set_opened(act.key),
    "copy": _copy,
    "open_file": _open_file,
    "dismiss": lambda _act: note_problems(),
}
"""What does not change slides."""


def _messages(sent: object) -> Iterator[object]:
    """Yield the messages that a component has sent at once."""
    if isinstance(sent, list | tuple):
        yield from sent
    else:
        yield sent


def take_acts(component: str) -> None:
    """Apply the changes that a component of the page has sent."""
    held = st.session_state.get(component)
    if not isinstance(held, Mapping) or not is_open():
        return
    for message in _messages(held.get("acts")):
        tab, acts = read_acts(message)
        for act in acts:
            last_tab, last = taken_acts()
            if tab != last_tab or act.order > last:
                st.session_state[_TAKEN] = (tab, act.order)
                _apply(act)


def _apply(act: Act) -> None:
    if act.do in OTHERS:
        OTHERS[act.do](act)
    elif shown_deck() == OWN:
        before = {one.key for one in own_draft().slides}
        change_own(lambda draft: CHANGES[act.do](draft, act))
        added = [one.key for one in own_draft().slides if one.key not in before]
        if act.do == "add_text" and added:
            set_opened(added[0])
