"""Turns of runs: as many at once as the interpreter can use, in the order in which they were asked.

Streamlit starts a thread for each run at once. With a hundred threads, the interpreter changes
between them every few milliseconds, all of them end late, and the event loop waits for each. In
turns, a run takes the processor for a few milliseconds and ends. While a visitor's run waits,
Streamlit joins later requests of the same visitor with it, so that only the newest choice is drawn.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from streamlit.runtime.scriptrunner import ScriptRunner

AT_ONCE = 2
"""Runs at once: one that computes, and one more, so that a short one need not wait for a long."""

TURN_S = 0.25
"""Longest turn in seconds; a longer run goes on beside those that follow, as if it had ended.

Most runs take 5 to 20 ms. A longer one may wait for a file or for another process.
"""


class Turns:
    """Turns of a limited number of holders, first come, first served.

    Parameters
    ----------
    at_once : int
        Greatest number of holders whose turn has not ended.
    longest : float
        Longest turn, in seconds.
    clock : function
        Returns a monotonic time in seconds.
    """

    def __init__(
        self, at_once: int, longest: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._at_once = at_once
        self._longest = longest
        self._clock = clock
        self._lock = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._ends: dict[object, float] = {}

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and hold it."""
        called = threading.Event()
        self._waiting.append(called)
        self._call_next()
        while not called.wait(self._longest):
            self._call_next()
        try:
            yield
        finally:
            self._ends.pop(called, None)
            self._call_next()

    def _call_next(self) -> None:
        """Call those who are next, as far as there is room."""
        with self._lock:
            now = self._clock()
            while self._waiting and sum(end > now for end in self._ends.values()) < self._at_once:
                called = self._waiting.popleft()
                self._ends[called] = now + self._longest
                called.set()


_TURNS = Turns(AT_ONCE, TURN_S)
_run = ScriptRunner._run_script_thread


def _run_in_turn(runner: ScriptRunner) -> None:
    with _TURNS.turn():
        _run(runner)


def let_runs_take_turns() -> None:
    """Let runs of all visitors take turns."""
    ScriptRunner._run_script_thread = _run_in_turn  # type: ignore[assignment, method-assign]
