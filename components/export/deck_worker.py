"""Files of decks, built one after the other in a process of their own, with progress.

A build whose deck nobody asks for any more is not started, and its process can be ended at once:
it builds nothing else.
"""

import logging
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from components.export.child_process import ChildProcess
from components.export.deck_kinds import DeckOptions
from components.export.worker import BusyError

_LOGGER = logging.getLogger(__name__)

COMMAND = (sys.executable, "-m", "components.export.deck_building")

LONGEST_QUEUE = 8
"""Greatest number of builds that wait, including the current one."""

STUCK_S = 120.0
"""Timeout of one build, in seconds; its process is then ended."""

FORGOTTEN_S = 20.0
"""Time after which a waiting build that nobody asks for is dropped, in seconds."""

IDLE_S = 300.0
"""Time without builds after which the process is ended, in seconds: it needs 300 MB."""

MOST_BUILDS = 64
"""Greatest number of builds whose state is kept."""

LARGEST_KEPT = 48_000_000
"""Greatest total size of built files that are kept, in bytes."""


class BuildState(StrEnum):
    """State of a build."""

    WAITING = "waiting"
    BUILDING = "building"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(eq=False)
class Build:
    """A file of a deck that is being built.

    Attributes
    ----------
    deck : str
        Text of the deck file.
    request : DeckOptions
        The kind of file and its options.
    state : BuildState
        Its state.
    done, total : int
        Number of finished slides, and of all.
    content : bytes
        The file, once it is ready.
    asked : float
        Time of the last request for it, in seconds.
    """

    deck: str
    request: DeckOptions
    state: BuildState = BuildState.WAITING
    done: int = 0
    total: int = 0
    content: bytes = b""
    asked: float = field(default_factory=time.monotonic)

    @property
    def ended(self) -> bool:
        """Whether nothing more happens to it."""
        return self.state not in (BuildState.WAITING, BuildState.BUILDING)


@dataclass
class DeckWorker:
    """Queue of builds and their process, which is started with the first build.

    Attributes
    ----------
    longest_queue : int
        Greatest number of builds that wait, including the current one.
    stuck_s, forgotten_s, idle_s : float
        Times in seconds; see `STUCK_S`, `FORGOTTEN_S` and `IDLE_S`.
    """

    longest_queue: int = LONGEST_QUEUE
    stuck_s: float = STUCK_S
    forgotten_s: float = FORGOTTEN_S
    idle_s: float = IDLE_S
    _builds: "OrderedDict[Hashable, Build]" = field(default_factory=OrderedDict, init=False)
    _changed: threading.Condition = field(default_factory=threading.Condition, init=False)
    _thread: threading.Thread | None = field(default=None, init=False)
    _process: ChildProcess = field(default_factory=lambda: ChildProcess(COMMAND), init=False)

    def ask(self, key: Hashable, deck: str, request: DeckOptions) -> Build:
        """Return the build of a file; a new or failed one is added to the queue.

        Parameters
        ----------
        key : hashable
            Everything that determines the content of the file.
        deck : str
            Text of the deck file.
        request : DeckOptions
            The kind of file and its options.

        Raises
        ------
        BusyError
            If the queue is full.
        """
        with self._changed:
            held = self._builds.get(key)
            if held is not None and held.state not in (BuildState.FAILED, BuildState.CANCELLED):
                held.asked = time.monotonic()
                self._builds.move_to_end(key)
                return held
            if sum(not one.ended for one in self._builds.values()) >= self.longest_queue:
                raise BusyError
            build = Build(deck, request)
            self._builds[key] = build
            self._builds.move_to_end(key)
            self._drop_old()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="atlas-decks", daemon=True)
                self._thread.start()
            self._changed.notify_all()
            return build

    def state_of(self, key: Hashable) -> Build | None:
        """Return a build without asking for it; None if there is none."""
        return self._builds.get(key)

    def cancel(self, key: Hashable) -> None:
        """Cancel a build; the process of one that is being built is ended."""
        with self._changed:
            build = self._builds.get(key)
            if build is None or build.ended:
                return
            building = build.state is BuildState.BUILDING
            build.state = BuildState.CANCELLED
            if building:
                self._process.kill()

    def forget(self, key: Hashable) -> None:
        """Remove a finished build and its file."""
        with self._changed:
            build = self._builds.get(key)
            if build is not None and build.ended:
                del self._builds[key]

    def end_process(self) -> None:
        """End the process; the next build starts a new one."""
        self._process.kill()

    def _drop_old(self) -> None:
        ended = [key for key, build in self._builds.items() if build.ended]
        size = sum(len(build.content) for build in self._builds.values())
        for key in ended:
            if len(self._builds) <= MOST_BUILDS and size <= LARGEST_KEPT:
                return
            size -= len(self._builds.pop(key).content)

    def _next(self) -> Build | None:
        """Wait for a build, and mark it as being built; None after a time without builds."""
        with self._changed:
            while True:
                now = time.monotonic()
                waiting = [one for one in self._builds.values() if one.state is BuildState.WAITING]
                for build in waiting:
                    if now - build.asked > self.forgotten_s:
                        build.state = BuildState.CANCELLED
                    else:
                        build.state = BuildState.BUILDING
                        return build
                if not self._changed.wait(self.idle_s):
                    return None

    def _work(self) -> None:
        while True:
            build = self._next()
            if build is None:
                self._process.discard()
                continue
            content, fault = self._build(build)
            with self._changed:
                if build.state is BuildState.BUILDING:
                    build.content = content
                    build.state = BuildState.FAILED if fault else BuildState.READY
                    self._drop_old()
            if fault and build.state is BuildState.FAILED:
                _LOGGER.error("the deck was not built as %s: %s", build.request.kind, fault)

    def _build(self, build: Build) -> tuple[bytes, str]:
        """Return the file and the fault of a build; one of them is empty."""

        def note(head: Mapping[str, int]) -> None:
            build.done, build.total = head["done"], head["total"]

        task = {"deck": build.deck, "request": asdict(build.request)}
        return self._process.answer(task, self.stuck_s, note) or (b"", "the process has ended")
