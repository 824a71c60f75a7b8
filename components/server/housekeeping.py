"""Garbage collection in a separate thread, while no script runs.

A collection blocks the interpreter lock, so none takes place during runs. Loaded objects are exempt
from collection (frozen). There are three collections, with times measured for 100 sessions:

- young objects created by runs: 1 to 10 ms, whenever no script runs;
- all objects that are not exempt, including closed sessions: 12 ms, on an idle server;
- all objects: 130 ms, on an idle server after a reload of the data, otherwise rarely.
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
"""Name of Streamlit's threads for script runs."""

AUTOMATIC = (50_000, 50, 1_000)
"""Thresholds of automatic collection: runs stay far below the first, and memory is limited even
without the housekeeper."""

FEW_OBJECTS = 700
"""Smallest number of new containers since the last collection for which one is started."""


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """Intervals of garbage collection, in seconds.

    Attributes
    ----------
    tick : float
        Interval between checks.
    young_latest : float
        Longest wait for a collection of young objects on a busy server.
    quiet : float
        Time without runs before a full collection.
    full_apart : float
        Shortest time between two full collections.
    full_latest : float
        Longest wait for a full collection on a busy server.
    deep_apart : float
        Time between two deep collections, which include exempt objects.
    sessions_kept : float
        Time for which Streamlit keeps a closed session. Full collections continue for this time
        after the last activity.
    """

    tick: float = 0.25
    young_latest: float = 5
    quiet: float = 2
    full_apart: float = 30
    full_latest: float = 120
    deep_apart: float = 600
    sessions_kept: float = 120


def script_is_running() -> bool:
    """Return whether a script is running for any session."""
    return any(thread.name == _SCRIPT_THREAD for thread in threading.enumerate())


def exempt_loaded() -> None:
    """Exempt all current objects from garbage collection, until the next deep one."""
    gc.freeze()


def collect_deeply() -> None:
    """Collect all unreachable objects, including exempt ones, and exempt the remaining ones.

    Exempt objects may have become garbage, such as an earlier dataset, or a session that was open
    during the last deep collection.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def give_back_memory() -> None:
    """Return freed memory to the operating system, if the C library supports it."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


class Housekeeper:
    """Collects garbage while no script runs.

    Parameters
    ----------
    generation : function
        Returns a number that changes after a reload of the data.
    expire : function
        Removes expired sessions; called before a full collection.
    schedule : Schedule
        Intervals of collection.
    clock : function
        Returns a monotonic time in seconds.
    busy : function
        Returns True while a script runs.
    """

    def __init__(
        self,
        *,
        generation: Callable[[], int],
        expire: Callable[[], None] = lambda: None,
        schedule: Schedule | None = None,
        clock: Callable[[], float] = time.monotonic,
        busy: Callable[[], bool] = script_is_running,
    ) -> None:
        self._generation = generation
        self._expire = expire
        self._schedule = schedule or Schedule()
        self._clock = clock
        self._busy = busy
        self._active_at = self._young_at = self._full_at = self._deep_at = clock()
        self._known = generation()

    def run(self, stop: threading.Event) -> None:
        """Run due collections until `stop` is set.

        The thresholds of automatic collection are raised meanwhile.
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
        """Check the activity of the server, and run the collections that are due."""
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
            # A run during the reload may have filled caches with the earlier dataset.
            clear_caches()
            self._known = generation
        self._expire()
        collect_deeply()
        give_back_memory()
        self._deep_at = self._full_at = self._young_at = now
