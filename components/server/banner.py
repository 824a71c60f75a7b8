"""The header `Server`, by which uvicorn names itself in every response."""

import socket

import uvicorn

NAME = b"server"

_startup = uvicorn.Server.startup


async def _start_unnamed(
    server: uvicorn.Server, sockets: list[socket.socket] | None = None
) -> None:
    headers = server.config.encoded_headers
    server.config.encoded_headers = [pair for pair in headers if pair[0] != NAME]
    await _startup(server, sockets)


def hide_server_software() -> None:
    """Leave the header `Server` out of responses.

    Streamlit has no option for it, and has configured uvicorn before it imports the app.
    """
    uvicorn.Server.startup = _start_unnamed  # type: ignore[assignment, method-assign]
