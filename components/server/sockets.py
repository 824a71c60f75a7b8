"""Connections that send small messages at once.

The messages of one run are small and many. With Nagle's algorithm, the last of them wait for the
browser to acknowledge the first, which it delays by 40 ms. asyncio switches the algorithm off for
sockets that name their protocol; Streamlit binds one that does not, and accepted ones inherit that.
"""

import socket
from asyncio import base_events
from typing import Any

OF_ASYNCIO = base_events._set_nodelay  # type: ignore[attr-defined]
"""The function of asyncio that is replaced."""

_BY_DEFAULT = 0
"""Protocol of a socket that was made without one: TCP for a stream over IP."""


def _send_at_once(connection: Any) -> None:  # noqa: ANN401, a socket or its wrapper
    """Switch Nagle's algorithm off for a TCP connection."""
    if (
        connection.family in {socket.AF_INET, socket.AF_INET6}
        and connection.type == socket.SOCK_STREAM
        and connection.proto in {_BY_DEFAULT, socket.IPPROTO_TCP}
    ):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def send_messages_at_once() -> None:
    """Let the event loop send small messages at once, on all connections made from now on."""
    base_events._set_nodelay = _send_at_once  # type: ignore[attr-defined]
