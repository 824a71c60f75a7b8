"""The talks of this server with their decks, connections and limits, in its event loop."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from components.talks.decks import AudienceDecks
from components.talks.guesses import Guesses
from components.talks.talks import (
    Place,
    Talk,
    TalkRefusedError,
    Talks,
    UnknownTalkError,
    WrongSecretError,
)

TICK_S = 2.0
"""Interval of looking for presenters who are away and talks that are silent, in seconds."""


class GuessingError(TalkRefusedError):
    """Error for an address that has made too many wrong guesses."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """What a presenter starts a talk with.

    Attributes
    ----------
    text : str
        Text of the deck file.
    steps : tuple of int
        Number of states of each slide.
    query : str
        Language and colours of the presenter's slides, as parameters of an address.
    atlas : str
        Address of the Atlas in the network, ending in a slash.
    """

    text: str
    steps: tuple[int, ...]
    query: str
    atlas: str


@dataclass(eq=False)
class RunningTalk:
    """A talk with its decks and connections.

    Attributes
    ----------
    talk : Talk
        State of the talk.
    order : Order
        What it was started with.
    decks : AudienceDecks
        The decks for phones.
    phones, windows : set of Event
        One for each connection of the audience and of the presenter, set after a change.
    """

    talk: Talk
    order: Order
    decks: AudienceDecks = field(init=False)
    phones: set[asyncio.Event] = field(default_factory=set, init=False)
    windows: set[asyncio.Event] = field(default_factory=set, init=False)
    tasks: list["asyncio.Task[None]"] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self.decks = AudienceDecks(
            self.talk.code, self.order.text, self.order.atlas, changed=self.tell
        )

    def tell(self) -> None:
        """Wake every connection to send what has changed."""
        for wake in self.phones | self.windows:
            wake.set()

    def tell_presenter(self) -> None:
        """Wake the presenter's windows only."""
        for wake in self.windows:
            wake.set()


@dataclass
class Room:
    """The talks of a server.

    Attributes
    ----------
    clock : function
        Returns a monotonic time in seconds.
    """

    clock: Callable[[], float] = time.monotonic
    talks: Talks = field(init=False)
    guesses: Guesses = field(init=False)
    _running: dict[str, RunningTalk] = field(default_factory=dict, init=False)
    _watch: "asyncio.Task[None] | None" = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.talks = Talks(self.clock)
        self.guesses = Guesses(self.clock)

    def start(self, order: Order) -> RunningTalk:
        """Start a talk and the building of its decks; errors as `Talks.start`."""
        running = RunningTalk(self.talks.start(order.steps), order)
        self._drop_ended()
        self._running[running.talk.code] = running
        running.tasks.append(asyncio.create_task(running.decks.prepare()))
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._look())
        return running

    def find(self, code: str, address: str) -> RunningTalk:
        """Return the talk with a code.

        Parameters
        ----------
        code : str
            The code, not validated.
        address : str
            Address of who asks, whose wrong guesses are counted.

        Raises
        ------
        GuessingError
            If the address has made too many wrong guesses.
        TalkRefusedError
            As `Talks.find`.
        """
        return self._running[self._guessed(address, lambda: self.talks.find(code)).code]

    def as_presenter(self, code: str, secret: str, address: str) -> RunningTalk:
        """Return the talk with a code and its secret; parameters and errors as `find`."""
        found = self._guessed(address, lambda: self.talks.as_presenter(code, secret))
        return self._running[found.code]

    def open_window(self, code: str, secret: str, window: str, address: str) -> RunningTalk:
        """Connect a window of the presenter; errors as `find` and `Talks.open_window`."""
        running = self.as_presenter(code, secret, address)
        self.talks.open_window(code, secret, window)
        running.tell()
        return running

    def close_window(self, running: RunningTalk, window: str) -> None:
        """Disconnect a window of the presenter."""
        self.talks.close_window(running.talk, window)
        running.tell()

    def move(self, running: RunningTalk, window: str, place: Place) -> None:
        """Move the audience to a place."""
        if self.talks.move(running.talk, window, place):
            running.tell()

    def hear(self, running: RunningTalk) -> None:
        """Note that the presenter is there."""
        if self.talks.hear(running.talk):
            running.tell()

    def open_phone(self, code: str, address: str) -> RunningTalk:
        """Connect a phone; errors as `find` and `Talks.open_phone`."""
        running = self.find(code, address)
        self.talks.open_phone(code)
        running.tell_presenter()
        return running

    def close_phone(self, running: RunningTalk) -> None:
        """Disconnect a phone."""
        self.talks.close_phone(running.talk)
        running.tell_presenter()

    def end(self, running: RunningTalk) -> None:
        """End a talk, and forget its decks."""
        self.talks.end(running.talk)
        self._drop_ended()

    def tick(self) -> None:
        """Note who is away, and end silent talks."""
        self.guesses.drop_old()
        for talk in self.talks.tick():
            self._running[talk.code].tell()
        self._drop_ended()

    def _guessed(self, address: str, look: Callable[[], Talk]) -> Talk:
        if self.guesses.refuses(address):
            raise GuessingError
        try:
            return look()
        except (UnknownTalkError, WrongSecretError):
            # Without a talk there is nothing to guess.
            if len(self.talks):
                self.guesses.note(address)
            raise

    def _drop_ended(self) -> None:
        for code, running in list(self._running.items()):
            if code not in self.talks:
                del self._running[code]
                running.decks.close()
                running.tell()
        if not self._running:
            self.guesses.forget()

    async def _look(self) -> None:
        while self._running:
            await asyncio.sleep(TICK_S)
            self.tick()


ROOM = Room()
"""The talks of this server."""
