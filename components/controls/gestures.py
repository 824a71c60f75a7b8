"""Messages of the browser: what a component sends when a reader has chosen something.

Anything may arrive here: the message of a component that has gone, one that was sent twice, one
that somebody has made up. What is not a message is ignored.
"""

from collections.abc import Mapping
from dataclasses import dataclass

PAGE = "page"
"""Name among the changes of a message that asks for another page."""

LONGEST_TAB, LONGEST_NAME, LONGEST_TEXT = 40, 40, 1000
MOST_CHANGES = 20
GREATEST_NUMBER = 2**53
"""Numbers above are not whole numbers in a browser."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """What a browser tab has sent.

    Attributes
    ----------
    tab : str
        Name that the tab has given itself.
    number : int
        Number of the message, rising within a tab.
    changes : tuple of pairs of str
        Parameters of a link with their texts, in the order of the gestures.
    page : str
        Script of the page that is asked for; empty for none.
    """

    tab: str
    number: int
    changes: tuple[tuple[str, str], ...]
    page: str = ""


def _number(value: object) -> int | None:
    # JSON of a browser may write a whole number as 3.0; a truth value is no number.
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    whole = 0 < value < GREATEST_NUMBER and value == int(value)
    return int(value) if whole else None


def _text(value: object, longest: int) -> str | None:
    if not isinstance(value, str) or len(value) > longest:
        return None
    # Half of a surrogate pair cannot be written to an address.
    return None if any("\ud800" <= letter <= "\udfff" for letter in value) else value


def _change(sent: object) -> tuple[str, str] | None:
    if not isinstance(sent, list | tuple) or len(sent) != 2:  # noqa: PLR2004
        return None
    name, text = _text(sent[0], LONGEST_NAME), _text(sent[1], LONGEST_TEXT)
    return None if name is None or text is None else (name, text)


def read_message(sent: object) -> Message | None:
    """Read what a component has sent; None where it is not a message."""
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
        changes=tuple(change for change in read if change[0] != PAGE),
        page=pages[-1] if pages else "",
    )


def latest_message(sent: object) -> Message | None:
    """Return the last message among what a component has sent, which may be several at once."""
    if not isinstance(sent, list | tuple):
        return read_message(sent)
    read = [message for message in map(read_message, sent) if message is not None]
    return max(read, key=lambda message: message.number, default=None)
