"""Running talks: codes, secrets, places, limits and expiry, without a server.

All functions are called by the event loop of the server, so nothing is locked.
"""

import secrets
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hmac import compare_digest

SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Characters of a code: none is mistaken for another on a wall."""

CODE_LENGTH = 8
"""Length of a code: 31 ** 8 codes, an entropy of 39.6 bits."""

SECRET_BYTES = 24
"""Random bytes of a secret: an entropy of 192 bits."""

MOST_TALKS = 4
MOST_PHONES = 400
MOST_WINDOWS = 8
"""Greatest numbers of talks, of phones in a talk, and of presenter's windows in a talk."""

AWAY_S = 12.0
"""Time without a message of a presenter's window after which the presenter is away, in seconds."""

ABANDONED_S = 600.0
"""Time without presenter after which a talk makes room for a new one, in seconds."""

ENDED_KEPT = 16
"""Number of codes of ended talks that are kept, so that late phones learn that theirs has ended."""

SILENT_S = 3 * 3600.0
"""Time without a move after which a talk ends, in seconds."""


class TalkRefusedError(Exception):
    """Error for what a talk does not allow; subclasses say what."""


class UnknownTalkError(TalkRefusedError):
    """Error if there is no talk with a code."""


class EndedTalkError(TalkRefusedError):
    """Error if the talk with a code has ended lately."""


class WrongSecretError(TalkRefusedError):
    """Error if a presenter does not have the secret of a talk."""


class FullError(TalkRefusedError):
    """Error if a limit of talks, phones or windows is reached."""


class TalkState(StrEnum):
    """State of a talk."""

    WAITING = "waiting"
    RUNNING = "running"
    AWAY = "away"
    ENDED = "ended"


@dataclass(frozen=True)
class Place:
    """A place in a deck: numbers of slide and step, from 0."""

    slide: int = 0
    step: int = 0


@dataclass(eq=False, kw_only=True)
class Talk:
    """A running talk.

    Attributes
    ----------
    code : str
        Code of the audience.
    secret : str
        Secret of the presenter.
    steps : tuple of int
        Number of states of each slide.
    place : Place
        Where the presenter is.
    state : TalkState
        Its state.
    leader : str
        Presenter's window that moved last.
    windows : set of str
        Open windows of the presenter.
    phones : int
        Number of connected phones.
    heard : float
        Time of the last message of a presenter's window.
    acted : float
        Time at which it was started, opened by the presenter, or moved.
    """

    code: str
    secret: str
    steps: tuple[int, ...]
    heard: float
    acted: float
    place: Place = Place()
    state: TalkState = TalkState.WAITING
    leader: str = ""
    windows: set[str] = field(default_factory=set)
    phones: int = 0

    def has(self, place: Place) -> bool:
        """Return whether the deck has a place."""
        return 0 <= place.slide < len(self.steps) and 0 <= place.step < self.steps[place.slide]


def normalised(code: str) -> str:
    """Return a typed code without spaces and hyphens, in lower case."""
    return code[: 3 * CODE_LENGTH].replace(" ", "").replace("-", "").lower()


def new_code() -> str:
    """Return a random code."""
    return "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))


def new_secret() -> str:
    """Return a random secret."""
    return secrets.token_urlsafe(SECRET_BYTES)


@dataclass
class Talks:
    """The running talks of a server.

    Attributes
    ----------
    clock : function
        Returns a monotonic time in seconds.
    most : int
        Greatest number of talks.
    draw_code, draw_secret : function
        Return a random code, and a random secret.
    """

    clock: Callable[[], float]
    most: int = MOST_TALKS
    draw_code: Callable[[], str] = new_code
    draw_secret: Callable[[], str] = new_secret
    _talks: dict[str, Talk] = field(default_factory=dict, init=False)
    _ended: "deque[str]" = field(default_factory=lambda: deque(maxlen=ENDED_KEPT), init=False)

    def __len__(self) -> int:
        return len(self._talks)

    def __contains__(self, code: str) -> bool:
        return code in self._talks

    def start(self, steps: Sequence[int]) -> Talk:
        """Start a talk with a new code and a new secret.

        Parameters
        ----------
        steps : sequence of int
            Number of states of each slide.

        Raises
        ------
        FullError
            If there are as many talks as allowed, all with a presenter.
        """
        if len(self._talks) >= self.most:
            self._end_abandoned()
        if len(self._talks) >= self.most:
            raise FullError
        code = self.draw_code()
        while code in self._talks:
            code = self.draw_code()
        now = self.clock()
        talk = Talk(code=code, secret=self.draw_secret(), steps=tuple(steps), heard=now, acted=now)
        self._talks[code] = talk
        return talk

    def find(self, code: str) -> Talk:
        """Return the talk with a code.

        Raises
        ------
        EndedTalkError
            If it has ended lately.
        UnknownTalkError
            If there is none.
        """
        typed = normalised(code)
        talk = self._talks.get(typed)
        if talk is None:
            raise EndedTalkError if typed in self._ended else UnknownTalkError
        return talk

    def as_presenter(self, code: str, secret: str) -> Talk:
        """Return the talk with a code and its secret.

        Raises
        ------
        UnknownTalkError, EndedTalkError
            If there is no talk with this code.
        WrongSecretError
            If it has another secret.
        """
        talk = self.find(code)
        if not compare_digest(talk.secret.encode(), secret.encode("utf-8", "replace")):
            raise WrongSecretError
        return talk

    def open_window(self, code: str, secret: str, window: str) -> Talk:
        """Connect a window of the presenter; errors as `as_presenter`, and `FullError`."""
        talk = self.as_presenter(code, secret)
        if len(talk.windows | {window}) > MOST_WINDOWS:
            raise FullError
        talk.windows.add(window)
        talk.acted = self.clock()
        self.hear(talk)
        return talk

    def close_window(self, talk: Talk, window: str) -> None:
        """Disconnect a window of the presenter; after the last one, the presenter is away."""
        talk.windows.discard(window)
        if not talk.windows and talk.state is TalkState.RUNNING:
            talk.state = TalkState.AWAY

    def hear(self, talk: Talk) -> bool:
        """Note a message of the presenter; return whether the state has changed by it."""
        talk.heard = self.clock()
        returned = talk.state in (TalkState.WAITING, TalkState.AWAY)
        if returned:
            talk.state = TalkState.RUNNING
        return returned

    def move(self, talk: Talk, window: str, place: Place) -> bool:
        """Move to a place; the window that moves last leads.

        Returns
        -------
        bool
            Whether it was taken: not from a closed window, in an ended talk, or to a place that
            the deck does not have.
        """
        if talk.state is TalkState.ENDED or window not in talk.windows or not talk.has(place):
            return False
        self.hear(talk)
        talk.acted = talk.heard
        talk.place, talk.leader = place, window
        return True

    def open_phone(self, code: str) -> Talk:
        """Connect a phone.

        Raises
        ------
        UnknownTalkError, EndedTalkError
            If there is no talk with this code.
        FullError
            If it has as many phones as allowed.
        """
        talk = self.find(code)
        if talk.phones >= MOST_PHONES:
            raise FullError
        talk.phones += 1
        return talk

    def close_phone(self, talk: Talk) -> None:
        """Disconnect a phone."""
        talk.phones -= 1

    def end(self, talk: Talk) -> None:
        """End a talk and forget it."""
        talk.state = TalkState.ENDED
        if self._talks.pop(talk.code, None) is not None:
            self._ended.append(talk.code)

    def tick(self) -> list[Talk]:
        """Note who is away, end silent talks, and return the talks whose state has changed."""
        now, changed = self.clock(), []
        for talk in list(self._talks.values()):
            if now - talk.acted >= SILENT_S:
                self.end(talk)
                changed.append(talk)
            elif talk.state is TalkState.RUNNING and now - talk.heard >= AWAY_S:
                talk.state = TalkState.AWAY
                changed.append(talk)
        return changed

    def _end_abandoned(self) -> None:
        """End the talk whose presenter is away for the longest time, if that is long."""
        abandoned = [one for one in self._talks.values() if one.state is not TalkState.RUNNING]
        longest = min(abandoned, key=lambda one: one.heard, default=None)
        if longest is not None and self.clock() - longest.heard >= ABANDONED_S:
            self.end(longest)
