"""Websockets of a talk: phones receive the place of the presenter, presenter's windows send it.

A connection has one task that receives, and one that sends the present state if it differs from
the last one sent, so that a slow phone skips places.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from secrets import token_hex
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from components.controls.share import qr_code
from components.export.held_decks import HELD
from components.export.served import FOLDER as EXPORTS
from components.talks.room import ROOM, GuessingError, RunningTalk
from components.talks.route import FOLDER
from components.talks.talks import (
    EndedTalkError,
    FullError,
    Place,
    TalkRefusedError,
    TalkState,
    WrongSecretError,
)
from data.choice.parameters import LANGUAGE

BEAT_S = 20.0
"""Time after which the same state is sent again, so that a phone notices a lost connection."""

HELLO_S = 10.0
"""Time in which a presenter's window has to send its secret, in seconds."""

LONGEST_MESSAGE = 300
WINDOW_BYTES = 8

UNKNOWN, WRONG_SECRET, ENDED, GUESSING, FULL, INVALID = 4404, 4403, 4410, 4429, 4503, 4400
"""Codes with which a connection is closed; the scripts of the pages know them."""

Content = Callable[[], tuple[str, ...]]
"""Returns the messages that describe the present state."""


def close_code(error: TalkRefusedError) -> int:
    """Return the code with which a connection is closed for an error."""
    codes = {
        WrongSecretError: WRONG_SECRET,
        EndedTalkError: ENDED,
        GuessingError: GUESSING,
        FullError: FULL,
    }
    return codes.get(type(error), UNKNOWN)


def address_of(connection: WebSocket | Any) -> str:  # noqa: ANN401, or a request
    """Return the network address of a client."""
    return str(connection.client.host) if connection.client else ""


def audience_address(running: RunningTalk) -> str:
    """Return the address that phones open; empty if that of the server is unknown."""
    atlas = running.order.atlas
    return f"{atlas}{FOLDER}/{running.talk.code}" if atlas else ""


def _place(running: RunningTalk) -> dict[str, Any]:
    talk = running.talk
    return {"slide": talk.place.slide, "step": talk.place.step, "state": talk.state}


def _json(fields: Mapping[str, Any]) -> str:
    return json.dumps(fields, separators=(",", ":"))


def phone_messages(running: RunningTalk) -> tuple[str, str]:
    """Return the messages to a phone: the place, and the digests of decks by language."""
    ready = {name: file.digest for name, file in running.decks.files.items()}
    decks = {"ready": ready, "failed": sorted(running.decks.failed)}
    return _json(decks), _json(_place(running))


def window_message(running: RunningTalk, window: str, heard: int) -> str:
    """Return the message to a window of the presenter.

    Parameters
    ----------
    running : RunningTalk
        The talk.
    window : str
        Name of the window.
    heard : int
        Number of the last move that this window has sent.
    """
    talk = running.talk
    told = {
        **_place(running),
        "heard": heard,
        "leads": talk.leader == window or talk.leader not in talk.windows,
        "phones": talk.phones,
        "ready": len(running.decks.files),
        "failed": sorted(running.decks.failed),
    }
    return _json(told)


def window_welcome(running: RunningTalk) -> str:
    """Return the first message to a presenter: slides with notes, address for the audience."""
    digest = HELD.hold_text(running.order.text)
    address = audience_address(running)
    told = {
        "deck": f"../../{EXPORTS}/deck/{digest}.html?{running.order.query}&notes=1",
        "address": address,
        "qr": qr_code(address),
        "code": running.talk.code,
    }
    return _json(told)


async def _text(socket: WebSocket) -> str:
    """Return the next message; a connection with an invalid one is closed.

    Raises
    ------
    WebSocketDisconnect
        If the connection is closed.
    """
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code") or 1000)
    text = message.get("text")
    if not isinstance(text, str) or len(text) > LONGEST_MESSAGE:
        await socket.close(INVALID)
        raise WebSocketDisconnect(INVALID)
    return text


def _fields(text: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


async def _tell(
    socket: WebSocket, running: RunningTalk, wake: asyncio.Event, content: Content
) -> None:
    """Send each message that has changed; all of them again after a time without changes."""
    with suppress(WebSocketDisconnect, RuntimeError, OSError):
        sent: tuple[str, ...] = ()
        while True:
            wake.clear()
            now = content()
            for place, message in enumerate(now):
                if sent[place : place + 1] != (message,):
                    await socket.send_text(message)
            sent = now
            if running.talk.state is TalkState.ENDED:
                await socket.close(ENDED)
                return
            try:
                await asyncio.wait_for(wake.wait(), BEAT_S)
            except TimeoutError:
                sent = ()


async def _converse(
    socket: WebSocket,
    running: RunningTalk,
    wakes: set[asyncio.Event],
    content: Content,
    take: Callable[[Mapping[str, Any]], None],
) -> None:
    """Send changes and pass on messages, until the connection is closed."""
    wake = asyncio.Event()
    wakes.add(wake)
    telling = asyncio.create_task(_tell(socket, running, wake, content))
    try:
        while True:
            take(_fields(await _text(socket)))
    except (WebSocketDisconnect, RuntimeError):
        pass
    finally:
        wakes.discard(wake)
        telling.cancel()


async def serve_phone(socket: WebSocket) -> None:
    """Send the place of the presenter to a phone."""
    await socket.accept()
    try:
        running = ROOM.open_phone(socket.path_params["code"], address_of(socket))
    except TalkRefusedError as refused:
        await socket.close(close_code(refused))
        return
    running.decks.wish(socket.query_params.get(LANGUAGE.name, ""))

    def take(_said: Mapping[str, Any]) -> None:
        """No-op: messages of phones are ignored."""

    try:
        await _converse(socket, running, running.phones, lambda: phone_messages(running), take)
    finally:
        ROOM.close_phone(running)


async def serve_window(socket: WebSocket) -> None:
    """Receive moves from a window of the presenter, which sends its secret first."""
    await socket.accept()
    window = token_hex(WINDOW_BYTES)
    try:
        hello = _fields(await asyncio.wait_for(_text(socket), HELLO_S))
        secret = str(hello.get("secret"))
        running = ROOM.open_window(socket.path_params["code"], secret, window, address_of(socket))
    except TalkRefusedError as refused:
        await socket.close(close_code(refused))
        return
    except (TimeoutError, WebSocketDisconnect):
        with suppress(RuntimeError):
            await socket.close(INVALID)
        return

    heard = 0

    def take(said: Mapping[str, Any]) -> None:
        nonlocal heard
        slide, step, number = (said.get(name) for name in ("slide", "step", "number"))
        if said.get("end") is True:
            ROOM.end(running)
        elif type(slide) is int and type(step) is int and type(number) is int:
            heard = number
            ROOM.move(running, window, Place(slide, step))
            running.tell_presenter()
        else:
            ROOM.hear(running)

    def content() -> tuple[str]:
        return (window_message(running, window, heard),)

    try:
        await socket.send_text(window_welcome(running))
        await _converse(socket, running, running.windows, content, take)
    finally:
        ROOM.close_window(running, window)
