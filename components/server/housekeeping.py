"""Garbage collection between runs: in a thread of its own, when no page is being computed.

A collection holds the interpreter's lock for as long as it takes, so runs collect nothing. What is
loaded is exempt from collection (frozen). Three collections are left, measured with 100 sessions:

- young objects, which runs leave behind: 1 to 10 ms, whenever no run is on;
- all objects that are not exempt, closed sessions among them: 12 ms, in a quiet moment;
- all objects: 130 ms, in a quiet moment after the data were loaded anew, otherwise seldom.
"""

import ctypes
import gc
import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from components.process.caches import clear_caches

_LOGGER = logging.getLogger(__name__)

_SCRIPT_THREAD = "ScriptRunner.scriptThread"
"""Name that Streamlit gives to the thread of a run."""

AUTOMATIC = (50_000, 50, 1_000)
"""Thresholds of the automatic collection: a run stays far below the first, and without
housekeeping memory still has a bound."""

FEW_OBJECTS = 700
"""Containers made and not freed since the last collection, below which none is worth it."""


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """When to collect, in seconds.

    Attributes
    ----------
    tick : float
        Between two looks at what goes on.
    young_latest : float
        Longest wait for a collection of young objects, however busy the server is.
    quiet : float
        How long nothing may have gone on before a full collection.
    full_apart : float
        Shortest time between two full collections.
    full_latest : float
        Longest wait for a full collection, however busy the server is.
    deep_apart : float
        Time between two full collections that go through exempt objects as well.
    sessions_kept : float
        How long Streamlit keeps a session after its connection has closed. Full collections go on
        that long after the last activity.
    """

    tick: float = 0.25
    young_latest: float = 5
    quiet: float = 2
    full_apart: float = 30
    full_latest: float = 120
    deep_apart: float = 600
    sessions_kept: float = 120


def run_is_on() -> bool:
    """Tell whether a script runs for any visitor."""
    return any(thread.name == _SCRIPT_THREAD for thread in threading.enumerate())


def exempt_loaded() -> None:
    """Exempt all objects of this moment from garbage collection, until the next deep one."""
    gc.freeze()


def collect_deeply() -> None:
    """Collect every unreachable object, and exempt those that remain.

    Objects exempt so far may have become garbage since, such as an earlier dataset, or a session
    that was open during the last deep collection.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def give_back_memory() -> None:
    """Return freed memory to the system, where the C library can."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


class Housekeeper:
    """Collects garbage while no run is on.

    Parameters
    ----------
    generation : function
        Returns a number that changes when the data have been loaded anew.
    expire : function
        Removes closed sessions whose time has run out; called before a full collection.
    schedule : Schedule
        When to collect.
    clock : function
        Seconds that never run backwards.
    busy : function
        True while a run is on.
    """

    def __init__(
        self,
        *,
        generation: Callable[[], int],
        expire: Callable[[], None] = lambda: None,
        schedule: Schedule | None = None,
        clock: Callable[[], float] = time.monotonic,
        busy: Callable[[], bool] = run_is_on,
    ) -> None:
        self._generation = generation
        self._expire = expire
        self._schedule = schedule or Schedule()
        self._clock = clock
        self._busy = busy
        self._active_at = self._young_at = self._full_at = self._deep_at = clock()
        self._known = generation()

    def run(self, stop: threading.Event) -> None:
        """Collect what is due until `stop` is set.

        Meanwhile the interpreter itself collects next to nothing.
        """
        before = gc.get_threshold()
        gc.set_threshold(*AUTOMATIC)
        try:
            while not stop.wait(self._schedule.tick):
                try:
                    self.tick()
                except Exception:
                    _LOGGER.exception("a collection failed")
        finally:
            gc.set_threshold(*before)

    def tick(self) -> None:
        """Look at what goes on, and collect what is due."""
        now, busy, schedule = self._clock(), self._busy(), self._schedule
        young, older, _old = gc.get_count()
        littered = older > 0 or young > FEW_OBJECTS
        if busy or littered:
            self._active_at = now
        if self._deep_is_due(now):
            self._collect_deeply(now)
        elif self._full_is_due(now):
            self._expire()
            gc.collect()
            give_back_memory()
            self._full_at = self._young_at = now
        elif littered and (not busy or now - self._young_at >= schedule.young_latest):
            gc.collect(1)
            self._young_at = now

    def _is_quiet(self, now: float) -> bool:
        return now - self._active_at >= self._schedule.quiet

    def _full_is_due(self, now: float) -> bool:
        schedule = self._schedule
        since = now - self._full_at
        if not self._is_quiet(now):
            return since >= schedule.full_latest
        sessions_end = self._active_at + schedule.sessions_kept + 2 * schedule.full_apart
        return since >= schedule.full_apart and self._full_at < sessions_end

    def _deep_is_due(self, now: float) -> bool:
        if not self._is_quiet(now):
            return False
        long_ago = now - self._deep_at >= self._schedule.deep_apart
        return self._known != self._generation() or (long_ago and self._active_at > self._deep_at)

    def _collect_deeply(self, now: float) -> None:
        generation = self._generation()
        if self._known != generation:
            # A run that was on during the change may have filled caches from the earlier dataset.
            clear_caches()
            self._known = generation
        self._expire()
        collect_deeply()
        give_back_memory()
        self._deep_at = self._full_at = self._young_at = now
