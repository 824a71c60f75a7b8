"""Small messages are sent at once, also on sockets that do not name their protocol."""

import asyncio
import socket
from asyncio import base_events

import pytest

from components.server.sockets import OF_ASYNCIO, send_messages_at_once


def waits_for_acknowledgement(protocol: int) -> bool:
    """Return whether an accepted connection of a bound socket has Nagle's algorithm."""

    async def ask() -> bool:
        seen: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def accepted(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = writer.get_extra_info("socket")
            seen.set_result(not connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with socket.socket(socket.AF_INET, socket.SOCK_STREAM, protocol) as bound:
            bound.bind(("127.0.0.1", 0))
            server = await asyncio.start_server(accepted, sock=bound)
            async with server:
                _reader, writer = await asyncio.open_connection(*bound.getsockname())
                found = await asyncio.wait_for(seen, timeout=10)
                writer.close()
        return found

    return asyncio.run(ask())


@pytest.fixture(autouse=True)
def _of_asyncio(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin with the function of asyncio, and put back afterwards what was there."""
    monkeypatch.setattr(base_events, "_set_nodelay", OF_ASYNCIO)


def test_asyncio_still_needs_it() -> None:
    """If this fails, asyncio sets the option itself, and the module can go."""
    assert waits_for_acknowledgement(0)


@pytest.mark.parametrize("protocol", [0, socket.IPPROTO_TCP])
def test_a_connection_sends_at_once(protocol: int) -> None:
    send_messages_at_once()
    assert not waits_for_acknowledgement(protocol)
