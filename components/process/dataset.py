"""Current dataset of the process, reloaded when a data file changes."""

import logging
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from components.figures.registry import FIGURES
from data.choice.parameters import FilterSpace, filter_space
from data.load.dataset import Dataset, fingerprint, load_dataset

_LOGGER = logging.getLogger(__name__)

LOOK_EVERY_S = 0.5
"""Shortest time between two checks for changed files, in seconds."""

GRACE_S = 1.5
"""Time for which a new fault is not shown, in seconds: editors remove a file briefly when they
save it."""

PAUSE_S = 0.05
"""Wait before files that changed during reading are read again, in seconds."""

TRIES = 4

Marks = Hashable
"""State of the data files, such as name, size and modification time of each."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A dataset, its valid filter values, and the state of its files."""

    dataset: Dataset
    space: FilterSpace
    marks: Marks


class CurrentDataset:
    """Thread-safe access to the current dataset, with reloading after changes of files.

    One thread at a time checks and reloads the files, while the others use the previous snapshot.
    Only the first load blocks all threads.

    Parameters
    ----------
    load : function
        Loads the dataset.
    look : function
        Returns the state of the data files.
    renewed : function
        Called after a snapshot has been replaced.
    clock : function
        Returns a monotonic time in seconds.
    sleep : function
        Waits for a number of seconds.
    """

    def __init__(
        self,
        *,
        load: Callable[[], Dataset] = load_dataset,
        look: Callable[[], Marks] = fingerprint,
        renewed: Callable[[], None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._load = load
        self._look = look
        self._renewed = renewed
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._current: Snapshot | None = None
        self._next_look = 0.0
        self.generation = 0
        """Number of snapshots so far."""

    def snapshot(self) -> Snapshot:
        """Return the current snapshot; load or reload it if that is due."""
        current = self._current
        if current is None:
            with self._lock:
                return self._current or self._first()
        if self._clock() >= self._next_look and self._lock.acquire(blocking=False):
            try:
                self._renew(self._current or current)
            except Exception:
                # Keep the previous snapshot while the files are unreadable.
                _LOGGER.exception("the data files could not be read anew")
            finally:
                self._next_look = self._clock() + LOOK_EVERY_S
                self._lock.release()
        return self._current or current

    def _first(self) -> Snapshot:
        found = self._settled()
        self._accept(found)
        self._next_look = self._clock() + LOOK_EVERY_S
        return found

    def _renew(self, current: Snapshot) -> None:
        """Reload the files; accept a snapshot with new faults only after `GRACE_S`."""
        if self._state() == current.marks:
            return
        known = set(current.dataset.problems)
        found = self._settled()
        deadline = self._clock() + GRACE_S
        while not known.issuperset(found.dataset.problems) and self._clock() < deadline:
            self._sleep(PAUSE_S)
            now = self._state()
            if now == current.marks:
                return
            if now != found.marks:
                found = self._settled()
        self._accept(found)

    def _state(self) -> Marks:
        """Return the state of the files; None if one was deleted during listing."""
        try:
            return self._look()
        except OSError:
            return None

    def _settled(self) -> Snapshot:
        """Load the files, again if they changed during reading; at most `TRIES` times.

        If loading fails, the last attempt raises.
        """
        for left in reversed(range(TRIES)):
            try:
                before = self._state()
                dataset = self._load()
                if self._state() == before or not left:
                    return Snapshot(dataset, filter_space(dataset, FIGURES), before)
            except Exception:
                if not left:
                    raise
            self._sleep(PAUSE_S)
        raise AssertionError

    def _accept(self, found: Snapshot) -> None:
        first = self._current is None
        self._current = found
        self.generation += 1
        if not first:
            self._renewed()
