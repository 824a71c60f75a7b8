"""Options of uvicorn for which Streamlit has none, set before the server starts."""

import socket

import uvicorn

NAME = b"server"
"""Header by which uvicorn names itself in every response."""

LONGEST_END_S = 5
"""Time in seconds for open requests when the server ends. Without it, uvicorn waits as long as a
client takes to send its request."""

_startup = uvicorn.Server.startup


async def _start_with_options(
    server: uvicorn.Server, sockets: list[socket.socket] | None = None
) -> None:
    config = server.config
    config.encoded_headers = [pair for pair in config.encoded_headers if pair[0] != NAME]
    config.timeout_graceful_shutdown = LONGEST_END_S
    await _startup(server, sockets)


def set_uvicorn_options() -> None:
    """Leave the header `Server` out of responses, and end in spite of slow clients.

    Streamlit has configured uvicorn before it imports the app.
    """
    uvicorn.Server.startup = _start_with_options  # type: ignore[assignment, method-assign]
