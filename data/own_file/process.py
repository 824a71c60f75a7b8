"""Main module of the process that reads one file: a line of JSON and the file in, JSON out.

A process of its own leaves the server free to answer other visitors, and gives its memory back
when it ends.
"""

import contextlib
import json
import os
import signal
import sys
from collections.abc import Mapping
from typing import Any, BinaryIO

from data.own_file.faults import Fault, OwnFileError, as_fault_record
from data.own_file.model import TOTAL, as_record
from data.own_file.reading import LARGEST_FILE, read_own_file

LARGEST_MEMORY = 5_000_000_000
"""Greatest address space of the process, in bytes."""

NICENESS = 5
"""Niceness of the process, so that the server has priority."""

LONGEST_TASK = 4_000


def answer(task: Mapping[str, Any], content: bytes) -> dict[str, Any]:
    """Return a file that was read, or its fault, as JSON can write it.

    Parameters
    ----------
    task : mapping
        `name` of the file, and `commodity`.
    content : bytes
        The file.
    """
    name, commodity = str(task.get("name", "")), str(task.get("commodity") or TOTAL)
    try:
        return {"file": as_record(read_own_file(content, name, commodity=commodity))}
    except OwnFileError as error:
        return {"fault": as_fault_record(error, name)}
    except MemoryError:
        return {"fault": as_fault_record(OwnFileError(Fault.TOO_HEAVY), name)}


def _limit() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(NICENESS)
    with contextlib.suppress(OSError):
        # If memory is short, the system ends this process before the server.
        os.write(descriptor := os.open("/proc/self/oom_score_adj", os.O_WRONLY), b"1000")
        os.close(descriptor)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415, not on every system

        resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, LARGEST_MEMORY))


def run(source: BinaryIO, output: BinaryIO) -> None:
    """Read one task and its file until the end of the input, and write the answer."""
    task = json.loads(source.readline(LONGEST_TASK))
    content = source.read(LARGEST_FILE + 1)
    output.write(json.dumps(answer(task, content)).encode())
    output.flush()


def main() -> None:
    """Read the file of standard input."""
    _limit()
    # Output printed by libraries must go to the log, not into the answer.
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    run(sys.stdin.buffer, output)


if __name__ == "__main__":
    main()
