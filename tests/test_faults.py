"""Faults around the Atlas: odd machines, clients that never finish, a full disk."""

import asyncio
import errno
import os
import socket
import time
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from data.decks.files import write_file
from tests.benchmark.visitor import Visitor
from tests.browser.server import Server, copied_app, running_server

SLOW_CLIENTS = 20


async def change(address: str) -> None:
    async with Visitor(address, "trade") as visitor:
        await visitor.change({"years": "2019-2021"})


def begin_request(server: Server) -> socket.socket:
    """Send a part of a request, as a client on a slow network does."""
    connection = socket.create_connection(("localhost", urlsplit(server.address).port or 0))
    connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-")
    return connection


def test_an_odd_machine_and_slow_clients(tmp_path: Path) -> None:
    folder = copied_app(tmp_path / "Атлас с пробелом")
    options = {"HOME": "/nonexistent", "LANG": "C", "LC_ALL": "C", "PYTHONDONTWRITEBYTECODE": "1"}
    with ExitStack() as held, running_server(folder=folder, options=options) as server:
        for _number in range(SLOW_CLIENTS):
            held.enter_context(begin_request(server))
        asyncio.run(change(server.address))
        table = f"{server.address}export/trade_turnover.csv?lang=kk"
        with urllib.request.urlopen(table, timeout=60) as answer:
            assert answer.read().startswith(b"\xef\xbb\xbf")
        start = time.monotonic()
        server.process.terminate()
        server.process.wait(timeout=60)
        assert time.monotonic() - start < 20


def test_a_full_disk_leaves_the_earlier_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    deck = tmp_path / "deck.html"
    write_file(str(deck), b"earlier")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_file(str(deck), b"later")
    assert deck.read_bytes() == b"earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["deck.html"]


def test_a_file_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    link = tmp_path / "deck.html"
    link.symlink_to(tmp_path / "stick" / "deck.html")
    write_file(str(link), b"deck")
    assert link.is_symlink()
    assert (tmp_path / "stick" / "deck.html").read_bytes() == b"deck"
