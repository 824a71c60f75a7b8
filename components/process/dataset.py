"""The dataset a process serves: one snapshot, read without a lock, renewed when a file changes."""

import logging
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from data.choice.parameters import FilterSpace, filter_space
from data.load.dataset import Dataset, fingerprint, load_dataset

_LOGGER = logging.getLogger(__name__)

LOOK_EVERY_S = 0.5
"""How often the files are looked at, at most."""

GRACE_S = 1.5
"""How long a new fault may still pass: an editor that writes a file anew takes it away for a
moment."""

PAUSE_S = 0.05
"""How long to wait before files that change are read again."""

TRIES = 4

Marks = Hashable
"""State of the data files, such as the name, size and time of change of each."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A dataset, what can be chosen from it, and the state of the files it was read from."""

    dataset: Dataset
    space: FilterSpace
    marks: Marks


class CurrentDataset:
    """The dataset in force; any number of threads may ask for it.

    One thread at a time looks at the files and loads them anew; the others go on with the
    snapshot that is there. Only the first load makes all wait.

    Parameters
    ----------
    load : function
        Loads the dataset.
    look : function
        Returns the state of the data files.
    renewed : function
        Called after a snapshot has replaced an earlier one.
    clock : function
        Seconds that never run backwards.
    sleep : function
        Waits for some seconds.
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
        self._held: Snapshot | None = None
        self._next_look = 0.0
        self.generation = 0
        """How many snapshots there have been."""

    def snapshot(self) -> Snapshot:
        """Return the snapshot in force, loaded or renewed where that is due."""
        held = self._held
        if held is None:
            with self._lock:
                return self._held or self._first()
        if self._clock() >= self._next_look and self._lock.acquire(blocking=False):
            try:
                self._renew(self._held or held)
            except Exception:
                # The files are in no state that can be read; what was read before stays in force.
                _LOGGER.exception("the data files could not be read anew")
            finally:
                self._next_look = self._clock() + LOOK_EVERY_S
                self._lock.release()
        return self._held or held

    def _first(self) -> Snapshot:
        found = self._settled()
        self._accept(found)
        self._next_look = self._clock() + LOOK_EVERY_S
        return found

    def _renew(self, held: Snapshot) -> None:
        """Take over what the files hold now; wait whether a new fault passes."""
        if self._state() == held.marks:
            return
        known = set(held.dataset.problems)
        found = self._settled()
        deadline = self._clock() + GRACE_S
        while not known.issuperset(found.dataset.problems) and self._clock() < deadline:
            self._sleep(PAUSE_S)
            now = self._state()
            if now == held.marks:
                return
            if now != found.marks:
                found = self._settled()
        self._accept(found)

    def _state(self) -> Marks:
        """Return the state of the files; None where one vanished while they were listed."""
        try:
            return self._look()
        except OSError:
            return None

    def _settled(self) -> Snapshot:
        """Load files that do not change while they are read; after a few tries, whatever is there.

        Where loading itself fails, the last try raises.
        """
        for left in reversed(range(TRIES)):
            try:
                before = self._state()
                dataset = self._load()
                if self._state() == before or not left:
                    return Snapshot(dataset, filter_space(dataset), before)
            except Exception:
                if not left:
                    raise
            self._sleep(PAUSE_S)
        raise AssertionError

    def _accept(self, found: Snapshot) -> None:
        first = self._held is None
        self._held = found
        self.generation += 1
        if not first:
            self._renewed()
