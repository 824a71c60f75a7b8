"""The dataset a process serves: one snapshot, read without a lock, renewed when a file changes."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from data.dataset import Dataset, fingerprint, load_dataset
from data.filters import FilterSpace, filter_space

_LOGGER = logging.getLogger(__name__)

LOOK_EVERY_S = 0.5
IN_DOUBT_S = 0.1
"""How often the files are looked at, and how often while a new fault may still pass."""

GRACE_S = 1.5
"""How long a table that was sound may be faulty before readers are told: an editor that writes a
file anew takes it away for a moment."""

TRIES = 4
PAUSE_S = 0.05

Marks = tuple[tuple[str, int, int], ...]
"""Name, size and time of change of every data file."""


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
    """

    def __init__(
        self,
        *,
        load: Callable[[], Dataset] = load_dataset,
        look: Callable[[], Marks] = fingerprint,
        renewed: Callable[[], None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._load = load
        self._look = look
        self._renewed = renewed
        self._clock = clock
        self._lock = threading.Lock()
        self._held: Snapshot | None = None
        self._doubtful: Snapshot | None = None
        self._doubted_since: float | None = None
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
                self._renew(held)
            except Exception:
                # The files are in no state that can be read; what was read before stays in force.
                _LOGGER.exception("the data files could not be read anew")
            finally:
                pause = IN_DOUBT_S if self._doubtful else LOOK_EVERY_S
                self._next_look = self._clock() + pause
                self._lock.release()
        return self._held or held

    def _first(self) -> Snapshot:
        found = self._settled()
        self._accept(found)
        self._next_look = self._clock() + LOOK_EVERY_S
        return found

    def _renew(self, held: Snapshot) -> None:
        """Take over what the files hold now; a new fault only once it has lasted."""
        held = self._held or held
        now = self._state()
        if now == held.marks:
            self._doubtful = self._doubted_since = None
            return
        found = self._doubtful
        if found is None or found.marks != now:
            found = self._settled()
        if not set(found.dataset.problems) - set(held.dataset.problems):
            self._accept(found)
            return
        self._doubtful = found
        if self._doubted_since is None:
            self._doubted_since = self._clock()
        if self._clock() - self._doubted_since >= GRACE_S:
            self._accept(found)

    def _state(self) -> Marks:
        """Return the state of the files; nothing where one vanished while they were listed."""
        try:
            return self._look()
        except OSError:
            return ()

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
            time.sleep(PAUSE_S)
        raise AssertionError

    def _accept(self, found: Snapshot) -> None:
        first = self._held is None
        self._held = found
        self._doubtful = self._doubted_since = None
        self.generation += 1
        if not first:
            self._renewed()
