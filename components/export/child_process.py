"""A process of our own that answers tasks one after the other, over its pipes.

It is started as a command, because `multiprocessing` would run the main module again, which
Streamlit has replaced by the script of the current page. A task is a line of JSON. The answer is
any number of lines of JSON, of which the last one has the size of the file, and then the file.
"""

import json
import subprocess
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

FOLDER = PurePath(__file__).parents[2]

ENDED: Mapping[str, Any] = {"size": -1}
"""Last line of a process that has ended."""


@dataclass
class ChildProcess:
    """A process, started with the first task and again after it has ended.

    Attributes
    ----------
    command : sequence of str
        Starts it, in the folder of the Atlas.
    """

    command: tuple[str, ...]
    _process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)

    def answer(
        self,
        task: Mapping[str, Any],
        stuck_s: float,
        note: Callable[[Mapping[str, Any]], None] | None = None,
    ) -> tuple[bytes, str] | None:
        """Return the file and the fault of a task; None if the process has ended.

        Parameters
        ----------
        task : mapping
            The task, as JSON.
        stuck_s : float
            Timeout in seconds; the process is then ended.
        note : function, optional
            Called with each line before the last.
        """
        process = self._running()
        stdin, stdout = process.stdin, process.stdout
        if stdin is None or stdout is None:
            return None
        watch = threading.Timer(stuck_s, process.kill)
        watch.daemon = True
        watch.start()
        try:
            stdin.write(json.dumps(task).encode() + b"\n")
            stdin.flush()
            while "size" not in (head := json.loads(stdout.readline() or json.dumps(ENDED))):
                if note:
                    note(head)
            content = stdout.read(max(head["size"], 0))
        except (OSError, ValueError):
            head, content = ENDED, b""
        finally:
            watch.cancel()
        if len(content) != head["size"]:
            self.discard()
            return None
        return content, str(head.get("fault") or "")

    def kill(self) -> None:
        """End the process; the next task starts a new one."""
        if self._process is not None:
            self._process.kill()

    def discard(self) -> None:
        """End the process, wait for its end, and close its pipes."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603, our own module
                self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=FOLDER
            )
        return self._process
