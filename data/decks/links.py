"""Decks in the parameter of a link: compressed files, for small decks."""

import base64
import binascii
import zlib

from data.decks.files import LARGEST_DECK_MB, deck_text
from data.decks.model import Deck

DECK = "deck"
"""Name of the parameter."""

LONGEST_CODE = 1_600
"""Greatest length of the value, in characters; longer links are cut by mail and chat programs."""


def deck_code(deck: Deck) -> str:
    """Return a deck as the value of a link parameter; empty if it is too large for a link."""
    packed = zlib.compress(deck_text(deck, indent=None).encode("utf-8"), level=9)
    code = base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")
    return code if len(code) <= LONGEST_CODE else ""


def decoded(code: str) -> bytes:
    """Return the file that a link parameter contains; empty if it contains none.

    The size is limited, since a short text can contain a large one.
    """
    if len(code) > LONGEST_CODE:
        return b""
    try:
        packed = base64.b64decode(f"{code}{'=' * (-len(code) % 4)}", altchars=b"-_", validate=True)
        return zlib.decompressobj().decompress(packed, LARGEST_DECK_MB * 2**20)
    except (binascii.Error, ValueError, zlib.error):
        return b""
