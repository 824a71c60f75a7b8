"""Decks that visitors show or download: held by the digest of their text, the latest only."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from hashlib import sha256

from components.export.served import FOLDER
from data.decks.files import deck_text
from data.decks.model import Deck

MOST_DECKS = 400
LARGEST_TOTAL = 16_000_000
"""Greatest total size of the held decks, in characters."""


@dataclass
class HeldDecks:
    """Texts of decks by digest; the least recently used is removed first.

    Attributes
    ----------
    most : int
        Greatest number of decks.
    largest : int
        Greatest total size, in characters; a larger deck is not held.
    """

    most: int = MOST_DECKS
    largest: int = LARGEST_TOTAL
    _texts: "OrderedDict[str, str]" = field(default_factory=OrderedDict, init=False)
    _size: int = field(default=0, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def hold(self, deck: Deck) -> str:
        """Hold a deck, and return the digest by which it is found."""
        return self.hold_text(deck_text(deck))

    def hold_text(self, text: str) -> str:
        """Hold the text of a deck file, and return the digest by which it is found."""
        digest = sha256(text.encode("utf-8")).hexdigest()[:32]
        with self._lock:
            if digest in self._texts:
                self._texts.move_to_end(digest)
            elif len(text) <= self.largest:
                self._texts[digest] = text
                self._size += len(text)
                while self._size > self.largest or len(self._texts) > self.most:
                    _digest, dropped = self._texts.popitem(last=False)
                    self._size -= len(dropped)
        return digest

    def get(self, digest: str) -> str | None:
        """Return the text of a deck; None if it is not held any more."""
        with self._lock:
            if digest in self._texts:
                self._texts.move_to_end(digest)
            return self._texts.get(digest)


HELD = HeldDecks()
"""The decks of this server."""


def deck_address(deck: Deck) -> str:
    """Hold a deck, and return the address of its files without their extension."""
    return f"./{FOLDER}/deck/{HELD.hold(deck)}"
