"""HTTP service that takes a visitor's file and has it read by a process of its own.

The file is passed on piece by piece: neither the server nor a disk holds it. The process ends with
its answer, and its memory with it.
"""

import asyncio
import json
import logging
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import PurePath

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from components.own_file.held_answers import ANSWERS, LARGEST_ANSWER
from data.own_file.faults import Fault, OwnFileError, as_fault_record
from data.own_file.reading import LARGEST_FILE

_LOGGER = logging.getLogger(__name__)

COMMAND = (sys.executable, "-m", "data.own_file.process")
FOLDER = PurePath(__file__).parents[2]

MOST_AT_ONCE = 2
"""Greatest number of files that are received at once; one of them is read at a time."""

MOST_WAITING = 16
"""Greatest number of files that wait for their turn, before anything of them is received."""

PATIENCE_S = 15.0
"""Time after which a waiting file is refused, in seconds; its visitor may try again."""

SILENT_S = 20.0
"""Time after which a sender that sends nothing is given up, in seconds."""

STUCK_S = 90.0
"""Timeout of reading one file, in seconds; its process is then ended."""

LONGEST_NAME = 200
LARGEST_PIECE = 1 << 16

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


@dataclass
class _Places:
    """Places for files that are received, and the lock of the one that is read."""

    waiting: int = 0
    receiving: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_AT_ONCE))
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)


_PLACES = _Places()


def _state(state: str, status: int = 200) -> Response:
    # The rest of a refused file is not read, so the connection cannot be reused.
    headers = _HEADERS if status == 200 else {**_HEADERS, "Connection": "close"}  # noqa: PLR2004
    return JSONResponse({"state": state}, status, headers=headers)


def _fault(fault: Fault, name: str) -> bytes:
    return json.dumps({"fault": as_fault_record(OwnFileError(fault), name)}).encode()


async def _pass_on(request: Request, process: Process, name: str) -> bool:
    """Send a file to the process; return whether it was small enough."""
    stdin = process.stdin
    if stdin is None:
        return False
    task = {"name": name, "commodity": request.query_params.get("commodity", "")[:LONGEST_NAME]}
    stdin.write(json.dumps(task).encode() + b"\n")
    size, pieces = 0, request.stream()
    while True:
        try:
            piece = await asyncio.wait_for(anext(pieces), SILENT_S)
        except StopAsyncIteration:
            return True
        size += len(piece)
        if size > LARGEST_FILE:
            return False
        for start in range(0, len(piece), LARGEST_PIECE):
            stdin.write(piece[start : start + LARGEST_PIECE])
            await stdin.drain()


async def _answer(process: Process, name: str) -> bytes:
    """Return the answer of the process about the file that it has received."""
    if process.stdin is None or process.stdout is None:
        return _fault(Fault.TOO_HEAVY, name)
    async with _PLACES.reading:
        # The process begins to read when its input ends.
        process.stdin.close()
        try:
            answer = await asyncio.wait_for(process.stdout.read(), STUCK_S)
        except TimeoutError:
            answer = b""
    if not answer.startswith(b"{") or len(answer) > LARGEST_ANSWER:
        _LOGGER.warning("the process that reads files has ended without an answer")
        return _fault(Fault.TOO_HEAVY, name)
    return answer


async def _read(request: Request, token: str, name: str) -> Response:
    process = await asyncio.create_subprocess_exec(*COMMAND, stdin=PIPE, stdout=PIPE, cwd=FOLDER)
    try:
        if not await _pass_on(request, process, name):
            ANSWERS.put(token, _fault(Fault.TOO_LARGE, name))
            return _state("read", 413)
        ANSWERS.put(token, await _answer(process, name))
        return _state("read")
    except (TimeoutError, ClientDisconnect):
        return _state("failed", 408)
    except (BrokenPipeError, ConnectionResetError):
        ANSWERS.put(token, _fault(Fault.TOO_HEAVY, name))
        return _state("read")
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _has_place() -> bool:
    """Wait for a place; return whether there is one."""
    if _PLACES.waiting >= MOST_WAITING:
        return False
    _PLACES.waiting += 1
    try:
        await asyncio.wait_for(_PLACES.receiving.acquire(), PATIENCE_S)
    except TimeoutError:
        return False
    finally:
        _PLACES.waiting -= 1
    return True


async def receive_file(request: Request) -> Response:
    """Take the file of a session, and hold the answer about it for this session.

    The token in the address is the permission of the session: other sites do not know it.
    """
    token = request.path_params["token"]
    if not ANSWERS.knows(token):
        return _state("unknown", 404)
    name = request.query_params.get("name", "")[:LONGEST_NAME]
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > LARGEST_FILE:
        ANSWERS.put(token, _fault(Fault.TOO_LARGE, name))
        return _state("read", 413)
    if not await _has_place():
        return _state("busy", 503)
    try:
        return await _read(request, token, name)
    finally:
        _PLACES.receiving.release()
