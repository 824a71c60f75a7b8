"""Parser of messages that components send when the user makes a selection.

Messages are untrusted: they may be outdated, repeated or forged. Invalid ones are ignored.
"""

from collections.abc import Mapping
from dataclasses import dataclass

PAGE = "page"
"""Name of the change that requests another page."""

ADD = "add:"
"""Start of the name of the change that adds a figure to the visitor’s deck; its id follows."""

LONGEST_TAB, LONGEST_NAME, LONGEST_TEXT = 40, 40, 1000
MOST_CHANGES = 20
GREATEST_NUMBER = 2**53
"""Greatest message number; JavaScript cannot represent larger integers exactly."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """A message of a browser tab.

    Attributes
    ----------
    tab : str
        Name that the tab has generated for itself.
    number : int
        Number of the message, increasing within a tab.
    changes : tuple of pairs of str
        Names and values of link parameters, in the order of user actions.
    added : tuple of str
        Ids of figures to add to the visitor’s deck, not validated.
    page : str
        Script of the requested page; empty for none.
    """

    tab: str
    number: int
    changes: tuple[tuple[str, str], ...]
    added: tuple[str, ...] = ()
    page: str = ""


def _number(value: object) -> int | None:
    # JSON from a browser may contain 3.0 for a whole number; bool is a subclass of int.
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    whole = 0 < value < GREATEST_NUMBER and value == int(value)
    return int(value) if whole else None


def _text(value: object, longest: int) -> str | None:
    if not isinstance(value, str) or len(value) > longest:
        return None
    # A lone surrogate cannot be encoded in an address.
    return None if any("\ud800" <= letter <= "\udfff" for letter in value) else value


def _change(sent: object) -> tuple[str, str] | None:
    if not isinstance(sent, list | tuple) or len(sent) != 2:  # noqa: PLR2004
        return None
    name, text = _text(sent[0], LONGEST_NAME), _text(sent[1], LONGEST_TEXT)
    return None if name is None or text is None else (name, text)


def read_message(sent: object) -> Message | None:
    """Parse a message of a component; None if it is invalid."""
    if not isinstance(sent, Mapping):
        return None
    tab, number = _text(sent.get("tab"), LONGEST_TAB), _number(sent.get("number"))
    changes = sent.get("changes")
    if tab is None or number is None or not isinstance(changes, list | tuple):
        return None
    if len(changes) > MOST_CHANGES:
        return None
    read = [change for change in map(_change, changes) if change is not None]
    pages = [text for own, text in read if own == PAGE]
    return Message(
        tab=tab,
        number=number,
        changes=tuple(
            change for change in read if change[0] != PAGE and not change[0].startswith(ADD)
        ),
        added=tuple(own.removeprefix(ADD) for own, _text in read if own.startswith(ADD)),
        page=pages[-1] if pages else "",
    )


def latest_message(sent: object) -> Message | None:
    """Return the last of the messages that a component has sent at once; None without any."""
    if not isinstance(sent, list | tuple):
        return read_message(sent)
    read = [message for message in map(read_message, sent) if message is not None]
    return max(read, key=lambda message: message.number, default=None)
