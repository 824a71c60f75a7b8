"""One process that draws pictures for all readers, one after the other."""

import contextlib
import logging
import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field

from components.export.converter import Picture, converted

_LOGGER = logging.getLogger(__name__)

LONGEST_QUEUE = 24
"""Pictures that may wait or be drawn at once; beyond, readers are asked to try again."""

NICENESS = 10
"""How far the process stands back for the server, which answers readers meanwhile."""


STUCK_S = 60.0
"""Seconds after which one picture that is still being drawn is given up."""


class BusyError(Exception):
    """Too many pictures are waiting, or the process has failed; another try may succeed."""


def _start() -> None:
    """Prepare the process: the server's own work goes first, and it ends with the server."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(NICENESS)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)


@dataclass
class PictureWorker:
    """The process, started with the first picture and started again after it has failed.

    Attributes
    ----------
    longest_queue : int
        Pictures that may wait or be drawn at once.
    """

    longest_queue: int = LONGEST_QUEUE
    _pool: ProcessPoolExecutor | None = field(default=None, init=False)
    _waiting: int = field(default=0, init=False)
    _progress: float = field(default_factory=time.monotonic, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def submit(self, picture: Picture, ending: str) -> "Future[bytes]":
        """Return the file of a picture as it will be when it is drawn.

        Parameters
        ----------
        picture : Picture
            The chart and the text around it.
        ending : str
            `svg`, `png` or `pdf`.

        Raises
        ------
        BusyError
            Where too many pictures are waiting.
        """
        with self._lock:
            if self._waiting >= self.longest_queue:
                raise BusyError
            try:
                drawn = self._running().submit(converted, picture, ending)
            except (BrokenProcessPool, RuntimeError):
                self._pool = None
                drawn = self._running().submit(converted, picture, ending)
            if not self._waiting:
                self._progress = time.monotonic()
            self._waiting += 1
        drawn.add_done_callback(self._finished)
        return drawn

    def _running(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # A fork would copy the server's threads and locks in whatever state they are.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(max_workers=1, mp_context=context, initializer=_start)
        return self._pool

    def _finished(self, drawn: "Future[bytes]") -> None:
        with self._lock:
            self._waiting -= 1
            self._progress = time.monotonic()
            if not drawn.cancelled() and isinstance(drawn.exception(), BrokenProcessPool):
                self._pool = None

    def restart_if_stuck(self, seconds: float = STUCK_S) -> None:
        """End the process where it has finished nothing for so long; the next picture starts one.

        Parameters
        ----------
        seconds : float
            How long one picture may take.
        """
        with self._lock:
            if self._pool is None or time.monotonic() - self._progress < seconds:
                return
            pool, self._pool = self._pool, None
        _LOGGER.warning("the process that draws pictures is started again")
        for process in list((getattr(pool, "_processes", None) or {}).values()):
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)
