"""Main module of the process that builds files of decks: reads tasks, writes progress and files.

`components.export.deck_worker` starts it; it ends when its input is closed, at the latest with the
server.
"""

import contextlib
import json
import os
import signal
import sys
from collections.abc import Iterable
from typing import BinaryIO

from components.export.deck_kinds import DECK_KINDS, DeckOptions
from components.figures.registry import FIGURES
from components.process.figures import stored
from data.decks.files import parse_deck

NICENESS = 10
"""Niceness of the process, so that the server has priority."""


def _write_head(output: BinaryIO, **fields: object) -> None:
    output.write(json.dumps(fields).encode() + b"\n")
    output.flush()


def _built(line: bytes, output: BinaryIO) -> bytes:
    task = json.loads(line)
    dataset, space = stored()
    request = DeckOptions(**task["request"])
    loaded = parse_deck(task["deck"], request.kind, figures=FIGURES, space=space)

    def progress(done: int, total: int) -> None:
        _write_head(output, done=done, total=total)

    return DECK_KINDS[request.kind].write(loaded.deck, request, dataset, space, progress)


def build_tasks(tasks: Iterable[bytes], output: BinaryIO) -> None:
    """Build one file per task: lines of progress, a line with the size of the file, the file."""
    for line in tasks:
        fault, content = "", b""
        try:
            content = _built(line, output)
        except Exception as error:  # noqa: BLE001, sent to the server, which logs it
            fault = f"{type(error).__name__}: {str(error)[:500]}"
        _write_head(output, size=len(content), fault=fault)
        output.write(content)
        output.flush()


def main() -> None:
    """Build files until standard input is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(NICENESS)
    # Output printed by libraries must go to the log, not between the files.
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    build_tasks(sys.stdin.buffer, output)


if __name__ == "__main__":
    main()
