"""Runs take turns: a bounded number at once, first come, first served."""

import threading
import time
from contextlib import suppress

from components.server.turns import Turns

LONG_S = 60.0
PATIENCE_S = 10.0


def wait_until(reached: threading.Event) -> None:
    assert reached.wait(PATIENCE_S)


class Run:
    """A run in a thread of its own, which holds its turn until `end` is called."""

    def __init__(self, turns: Turns, order: list[int], number: int) -> None:
        self.begun, self._may_end = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._go, args=(turns, order, number), daemon=True)
        self._thread.start()

    def _go(self, turns: Turns, order: list[int], number: int) -> None:
        with turns.turn():
            order.append(number)
            self.begun.set()
            self._may_end.wait(PATIENCE_S)

    def end(self) -> None:
        """Let it end, and wait for it."""
        self._may_end.set()
        self._thread.join(PATIENCE_S)


def queued(turns: Turns, count: int) -> None:
    """Wait until a number of runs wait for their turn."""
    deadline = time.monotonic() + PATIENCE_S
    while len(turns._waiting) != count:
        assert time.monotonic() < deadline
        time.sleep(0.001)


def test_runs_begin_in_order_and_no_more_than_allowed_at_once() -> None:
    turns, order = Turns(2, LONG_S), list[int]()
    runs = []
    for number in range(5):
        runs.append(Run(turns, order, number))
        if number < 2:
            wait_until(runs[number].begun)
        else:
            queued(turns, number - 1)
    assert order == [0, 1]
    for number, run in enumerate(runs):
        run.end()
        if number + 2 < len(runs):
            wait_until(runs[number + 2].begun)
            assert order == list(range(number + 3))
    assert not turns._ends


def test_a_long_run_does_not_keep_others_waiting() -> None:
    turns, order = Turns(1, 0.05), list[int]()
    long = Run(turns, order, 0)
    wait_until(long.begun)
    short = Run(turns, order, 1)
    wait_until(short.begun)
    assert order == [0, 1]
    short.end()
    long.end()
    assert not turns._ends


def test_a_run_that_fails_gives_its_turn_back() -> None:
    turns = Turns(1, LONG_S)
    with suppress(ValueError), turns.turn():
        raise ValueError
    with turns.turn():
        assert len(turns._ends) == 1
    assert not turns._ends
