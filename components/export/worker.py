"""Queue of pictures to draw in one separate process, one after the other."""

import logging
import sys
import threading
from concurrent.futures import Future
from dataclasses import asdict, dataclass, field
from queue import SimpleQueue

from components.export.child_process import ChildProcess
from components.export.converter import Picture

_LOGGER = logging.getLogger(__name__)

LONGEST_QUEUE = 24
"""Greatest number of queued pictures, including the current one."""

STUCK_S = 60.0
"""Timeout of drawing one picture, in seconds; its process is then ended."""

COMMAND = (sys.executable, "-m", "components.export.drawing")


class BusyError(Exception):
    """Error if the queue is full or the process has ended; a second attempt may succeed."""


class PictureError(Exception):
    """Error for a picture that cannot be drawn; a second attempt would also fail."""


_Task = tuple["Future[bytes]", Picture, str]


@dataclass
class PictureWorker:
    """Picture process, started with the first picture and restarted after it has ended.

    Attributes
    ----------
    longest_queue : int
        Greatest number of queued pictures, including the current one.
    stuck_s : float
        Timeout of drawing one picture, in seconds.
    """

    longest_queue: int = LONGEST_QUEUE
    stuck_s: float = STUCK_S
    _tasks: "SimpleQueue[_Task]" = field(default_factory=SimpleQueue, init=False)
    _waiting: int = field(default=0, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)
    _thread: threading.Thread | None = field(default=None, init=False)
    _process: ChildProcess = field(default_factory=lambda: ChildProcess(COMMAND), init=False)

    def submit(self, picture: Picture, ending: str) -> "Future[bytes]":
        """Add a picture to the queue, and return the future of its file.

        Parameters
        ----------
        picture : Picture
            The chart and the text around it.
        ending : str
            `svg`, `png` or `pdf`.

        Returns
        -------
        Future of bytes
            It raises `BusyError` or `PictureError` if the picture was not drawn.

        Raises
        ------
        BusyError
            If the queue is full.
        """
        drawn: Future[bytes] = Future()
        with self._lock:
            if self._waiting >= self.longest_queue:
                raise BusyError
            self._waiting += 1
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._work, name="atlas-pictures", daemon=True
                )
                self._thread.start()
        self._tasks.put((drawn, picture, ending))
        return drawn

    def end_process(self) -> None:
        """End the process; the current picture fails, and the next one starts a new process."""
        self._process.kill()

    def _work(self) -> None:
        while True:
            drawn, picture, ending = self._tasks.get()
            try:
                content = self._draw(picture, ending)
            except BaseException as fault:  # noqa: BLE001, the future raises it again
                outcome: bytes | BaseException = fault
            else:
                outcome = content
            with self._lock:
                self._waiting -= 1
            if isinstance(outcome, bytes):
                drawn.set_result(outcome)
            else:
                drawn.set_exception(outcome)

    def _draw(self, picture: Picture, ending: str) -> bytes:
        answer = self._process.answer({"picture": asdict(picture), "ending": ending}, self.stuck_s)
        if answer is None:
            _LOGGER.warning("the process that draws pictures has ended; the next one starts anew")
            raise BusyError
        content, fault = answer
        if fault:
            raise PictureError(fault)
        return content
