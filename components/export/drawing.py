"""Main module of the picture process: reads tasks line by line, writes files.

`components.export.worker` starts it; it ends when its input is closed, at the latest with the
server.
"""

import contextlib
import json
import os
import signal
import sys
from collections.abc import Iterable
from typing import Any, BinaryIO

from components.export.converter import Picture, converted
from components.export.table_picture import PictureTable
from components.map.camera import Camera

NICENESS = 10
"""Niceness of the process, so that the server has priority."""


def _picture(fields: dict[str, Any]) -> Picture:
    camera, table = fields["camera"], fields["table"]
    own = {
        "captions": tuple(fields["captions"]),
        "camera": Camera(**camera) if camera else None,
        "table": PictureTable(**table) if table else None,
    }
    return Picture(**{**fields, **own})


def _drawn(line: bytes) -> tuple[str, bytes]:
    """Return the error text and the file of one task; one of them is empty."""
    try:
        task = json.loads(line)
        return "", converted(_picture(task["picture"]), task["ending"])
    except Exception as fault:  # noqa: BLE001, sent to the server, which logs it
        return f"{type(fault).__name__}: {str(fault)[:500]}", b""


def draw_tasks(tasks: Iterable[bytes], output: BinaryIO) -> None:
    """Draw one picture per task, and write a line with the size of the file, then the file."""
    for line in tasks:
        fault, content = _drawn(line)
        head = json.dumps({"size": len(content), "fault": fault})
        output.write(head.encode() + b"\n" + content)
        output.flush()


def main() -> None:
    """Draw pictures until standard input is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(NICENESS)
    # Output printed by the converter must go to the log, not between the files.
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    draw_tasks(sys.stdin.buffer, output)


if __name__ == "__main__":
    main()
