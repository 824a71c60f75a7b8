"""Measure a talk: `python -m tests.benchmark audience [--phones N] [--explorers N] [--seconds N]`.

One server holds a talk with the default deck. Every phone fetches its page and its deck and keeps
a websocket; explorers load the landing page and change the years every 5 seconds; the presenter
moves every 1.5 seconds. The time of a slide change is that from sending the move to its arrival at
each phone, without the drawing on the phone. That of a filter change is measured as in `load.py`.

Server, phones and explorers share the machine. Only the local host is contacted.
"""

import argparse
import asyncio
import gzip
import http.client
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any
from urllib.parse import urlsplit

import websockets

from components.export.held_decks import HeldDecks
from components.figures.registry import FIGURES
from data.choice.parameters import filter_space
from data.decks.files import load_deck
from data.decks.model import Deck
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import load_dataset
from tests.benchmark.load import Crowd, Plan, come, machine, percentile, stay, year_choices
from tests.benchmark.visitor import Visitor
from tests.browser.server import Server, running_server

MOVE_EVERY_S = 1.5
PATIENCE_S = 300.0
OPENING_AT_ONCE = 20
SLIDE_AIM_MS, FILTER_AIM_MS = 1000, 300


@dataclass
class Hall:
    """Results of a talk.

    Attributes
    ----------
    sent : dict of tuple to float
        Time at which the presenter sent each place, for the first time, the second, and so on.
    arrived : list of float
        Time from sending a place to its arrival at a phone, in seconds.
    fetched : list of float
        Time of fetching page and deck, in seconds, for each phone.
    bytes_of_deck : int
        Greatest size of a deck as it is sent.
    """

    sent: dict[tuple[int, int, int], float] = field(default_factory=dict)
    arrived: list[float] = field(default_factory=list)
    fetched: list[float] = field(default_factory=list)
    bytes_of_deck: int = 0


def default_deck() -> Deck:
    """Return the built-in deck that the page of decks shows first."""
    return load_deck("default", figures=FIGURES, space=filter_space(load_dataset())).deck


def _asked(
    address: str,
    path: str,
    body: Mapping[str, str] | None = None,
    fields: Mapping[str, str] | None = None,
) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE_S)
    try:
        content = json.dumps(body) if body else None
        connection.request("POST" if body else "GET", f"/{path}", content, dict(fields or {}))
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def _socket(address: str, path: str) -> Any:
    return websockets.connect(
        address.replace("http", "ws", 1) + path, compression=None, open_timeout=PATIENCE_S
    )


async def _attend(
    address: str, code: str, language: str, hall: Hall, gate: asyncio.Semaphore
) -> Any:
    """Fetch page and deck as a phone, and return its websocket."""
    async with gate:
        start = time.perf_counter()
        for path in (f"talk/{code}", f"talk/{code}/deck/{language}"):
            status, content = await asyncio.to_thread(
                _asked,
                address,
                path,
                None,
                {"Accept-Encoding": "gzip", "Accept-Language": language},
            )
            assert status == 200, (path, status)
        hall.fetched.append(time.perf_counter() - start)
        hall.bytes_of_deck = max(hall.bytes_of_deck, len(content))
        assert gzip.decompress(content).startswith(b"<!doctype html>")
        return await _socket(address, f"talk/{code}/follow?lang={language}")


async def _follow(phone: Any, hall: Hall, round_of: Mapping[tuple[int, int], int]) -> None:
    async for message in phone:
        told = json.loads(message)
        if "slide" not in told:
            continue
        at = (told["slide"], told["step"])
        sent = hall.sent.get((*at, round_of.get(at, 0)))
        if sent is not None:
            hall.arrived.append(time.perf_counter() - sent)


async def _present(
    window: Any, deck: Deck, hall: Hall, rounds: dict[tuple[int, int], int], until: float
) -> None:
    places = [
        (number, step)
        for number, slide in enumerate(deck.slides)
        for step in range(1 + len(slide.steps))
    ]
    for number, at in enumerate(cycle(places[1:] + places[:1]), start=1):
        if time.perf_counter() > until:
            return
        rounds[at] = rounds.get(at, 0) + 1
        hall.sent[(*at, rounds[at])] = time.perf_counter()
        await window.send(json.dumps({"slide": at[0], "step": at[1], "number": number}))
        await asyncio.sleep(MOVE_EVERY_S)


async def _drain(window: Any) -> None:
    async for _message in window:
        pass


async def _started(address: str, deck: Deck) -> tuple[str, Any]:
    """Start a talk, and return its code and the presenter's websocket once all decks are built."""
    async with Visitor(address, "present"):
        digest = HeldDecks().hold(deck)
        status, body = await asyncio.to_thread(
            _asked, address, "talk", {"deck": digest, "lang": "kk", "theme": "light"}
        )
    assert status == 200, status
    talk = json.loads(body)
    window = await _socket(address, f"talk/{talk['code']}/lead")
    await window.send(json.dumps({"secret": talk["secret"]}))
    while json.loads(await asyncio.wait_for(window.recv(), PATIENCE_S)).get("ready") != len(
        LANGUAGE_CODES
    ):
        await window.send('{"beat":1}')
    return talk["code"], window


async def hold_talk(server: Server, phones: int, explorers: int, seconds: float) -> str:
    """Hold a talk with phones and explorers, and return the results as lines."""
    deck, hall, crowd = default_deck(), Hall(), Crowd()
    start = time.perf_counter()
    code, window = await _started(server.address, deck)
    built = time.perf_counter() - start
    gate = asyncio.Semaphore(OPENING_AT_ONCE)
    languages = cycle(LANGUAGE_CODES)
    lines = await asyncio.gather(
        *(_attend(server.address, code, next(languages), hall, gate) for _ in range(phones))
    )
    visitors = [Visitor(server.address) for _ in range(explorers)]
    doors = asyncio.Semaphore(4)
    came = await asyncio.gather(*(come(one, crowd, doors) for one in visitors))
    rounds: dict[tuple[int, int], int] = {}
    following = [asyncio.create_task(_follow(line, hall, rounds)) for line in lines]
    following.append(asyncio.create_task(_drain(window)))
    until = time.perf_counter() + seconds
    choices = year_choices()
    await asyncio.gather(
        _present(window, deck, hall, rounds, until),
        *(
            stay(one, crowd, Plan(), choices, until)
            for one, here in zip(visitors, came, strict=True)
            if here
        ),
    )
    for task in following:
        task.cancel()
    await asyncio.gather(*(one.close() for one in (*lines, window, *visitors)))
    expected = len(hall.sent) * phones
    return "\n".join(
        (
            f"decks built in {len(LANGUAGE_CODES)} languages: {built:.0f} s; "
            f"{hall.bytes_of_deck / 1000:.0f} KB each, compressed",
            f"page and deck of a phone, {OPENING_AT_ONCE} at once: "
            f"p50 {percentile(hall.fetched, 0.5):.0f} ms, "
            f"p95 {percentile(hall.fetched, 0.95):.0f} ms",
            f"slide change at a phone: p50 {percentile(hall.arrived, 0.5):.0f} ms, "
            f"p95 {percentile(hall.arrived, 0.95):.0f} ms (aim {SLIDE_AIM_MS}), "
            f"max {1000 * max(hall.arrived):.0f} ms; {len(hall.arrived)} of {expected} arrived",
            f"filter change of an explorer: p50 {percentile(crowd.changes, 0.5):.0f} ms, "
            f"p95 {percentile(crowd.changes, 0.95):.0f} ms (aim {FILTER_AIM_MS}); "
            f"{len(crowd.changes)} changes, {len(crowd.errors)} errors",
        )
    )


def main(words: Sequence[str]) -> None:
    """Hold one talk, and print its results."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark audience", description=__doc__)
    parser.add_argument("--phones", type=int, default=200)
    parser.add_argument("--explorers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    found = parser.parse_args(words)
    print(f"{machine()}; {found.phones} phones, {found.explorers} explorers")  # noqa: T201
    with running_server() as server:
        print(  # noqa: T201
            asyncio.run(hold_talk(server, found.phones, found.explorers, found.seconds))
        )
