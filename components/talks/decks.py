"""Decks of a talk for phones: built in every language, compressed once, held until its end."""

import asyncio
import gzip
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from components.decks.document import THEMES
from components.export.deck_kinds import DeckOptions
from components.export.deck_service import WORKER
from components.export.deck_worker import BuildState
from components.export.worker import BusyError
from data.language.languages import LANGUAGE_CODES

LARGEST_TOTAL = 16_000_000
"""Greatest total size of the compressed decks of a talk, in bytes."""

LOOK_S = 0.3
MOST_TRIES = 2
LEVEL = 6
"""Level of compression: higher ones take several times longer for two hundredths of the size."""


@dataclass(frozen=True)
class DeckFile:
    """A deck in one language: compressed content, and the digest of its text."""

    content: bytes
    digest: str


def compressed(content: bytes) -> DeckFile:
    """Return a deck compressed for the browser."""
    return DeckFile(gzip.compress(content, LEVEL, mtime=0), sha256(content).hexdigest()[:20])


@dataclass(eq=False)
class AudienceDecks:
    """The deck of a talk in every language, without notes.

    Attributes
    ----------
    name : str
        Name of the talk, for the keys of the builds.
    text : str
        Text of the deck file.
    address : str
        Address of the Atlas that links of slides lead to.
    changed : function
        Called when a language is ready or has failed.
    files : dict of str to DeckFile
        The finished decks by language.
    failed : set of str
        Languages in which the deck could not be built, or is too large.
    """

    name: str
    text: str
    address: str
    changed: Callable[[], None]
    files: dict[str, DeckFile] = field(default_factory=dict, init=False)
    failed: set[str] = field(default_factory=set, init=False)
    _waiting: list[str] = field(default_factory=lambda: list(LANGUAGE_CODES), init=False)
    _current: str = field(default="", init=False)
    _closed: bool = field(default=False, init=False)

    def wish(self, code: str) -> None:
        """Build a language next, if it waits."""
        if code in self._waiting:
            self._waiting.remove(code)
            self._waiting.insert(0, code)

    async def prepare(self) -> None:
        """Build one language after the other, until all are finished or the talk ends."""
        while self._waiting and not self._closed:
            self._current = self._waiting.pop(0)
            content = await self._built(self._current)
            file = await asyncio.to_thread(compressed, content) if content else None
            if self._closed:
                return
            total = sum(len(one.content) for one in self.files.values())
            if file is None or total + len(file.content) > LARGEST_TOTAL:
                self.failed.add(self._current)
            else:
                self.files[self._current] = file
            self.changed()

    def close(self) -> None:
        """Drop all decks and stop building."""
        self._closed = True
        self.files.clear()
        WORKER.cancel(self._key(self._current))
        WORKER.forget(self._key(self._current))

    def _key(self, code: str) -> tuple[str, str]:
        return f"talk {self.name}", code

    async def _built(self, code: str) -> bytes:
        """Return the deck in a language; empty if it could not be built."""
        asked = DeckOptions(kind="html", code=code, theme=THEMES[0], address=self.address)
        tries = 0
        while tries < MOST_TRIES and not self._closed:
            try:
                build = WORKER.ask(self._key(code), self.text, asked)
            except BusyError:
                await asyncio.sleep(LOOK_S)
                continue
            while not build.ended and not self._closed:
                await asyncio.sleep(LOOK_S)
                build.asked = time.monotonic()
            content = build.content
            WORKER.forget(self._key(code))
            if build.state is BuildState.READY:
                return content
            tries += 1
        return b""
