"""A real browser in front of the running app; no request may leave the machine."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, FloatRect, Locator, Page, Request, expect

from tests.browser.contexts import Contexts, Device, running_browsers
from tests.browser.server import running_server
from tests.browser.slow_network import SlowNetwork, slow_network

# A map drawn by software beside a busy neighbour takes its time; what is expected does not change.
expect.set_options(timeout=30_000)

PATIENCE_S = 30.0
STILL_MS = 100
STILL_LOOKS = 4
"""How often something has to be seen at the same place, and the time between."""

WITHOUT_WEBGL = "Failed to create WebGL context"
"""Error of deck.gl in a browser without WebGL, before the SVG map replaces it."""

HEAD_DRAWN = ".st-key-page_head .head"
DRAWN = (
    "[data-testid=stVegaLiteChart] svg .mark-text text:not(:empty), "
    "[data-testid=stDataFrame] canvas, .atlas-values li, "
    ".st-key-catalogue_list tr, .atlas-method svg, .slides .title"
)


STATE = """
() => ({
  script: document.querySelector("[data-testid=stApp]")?.dataset.testScriptState,
  connection: document.querySelector("[data-testid=stApp]")?.dataset.testConnectionState,
  visibility: document.visibilityState,
  charts: document.querySelectorAll("[data-testid=stVegaLiteChart]").length,
  drawn: document.querySelectorAll("[data-testid=stVegaLiteChart] svg").length,
  loading: document.querySelectorAll("[data-testid=stSkeleton]").length,
  failed: document.querySelectorAll("[data-testid=stAlert], [data-testid=stException]").length,
  begin: document.body.innerText.slice(0, 300),
  end: document.body.innerText.slice(-900),
})
"""
"""How far a page is that does not come to rest."""


LOGGED = 2_000
"""Letters of the end of the log of the server that are added to an error."""


@dataclass
class Visit:
    """One visitor: a page, and what it asked other hosts for or complained about."""

    page: Page
    address: str
    log: Path = Path(os.devnull)
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def note_request(self, request: Request) -> None:
        """Note a failed request to another host; no other host answers, so that each one fails."""
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.outside.append(request.url)

    def open(self, path: str = "") -> Page:
        """Open a path of the app and wait for its head and its charts."""
        self.page.goto(self.address + path)
        try:
            self.page.locator(HEAD_DRAWN).first.wait_for()
            self.page.locator(DRAWN).first.wait_for()
            self.settle()
        except Error as error:
            # Unlike `evaluate`, this ends when a page does not answer.
            state = self.page.wait_for_function(STATE, timeout=5_000).json_value()
            error.add_note(f"{self.page.url}: {state}, {self.complaints}")
            error.add_note(self.log.read_text(encoding="utf-8")[-LOGGED:])
            raise
        return self.page

    def settle(self) -> None:
        """Wait until the script has run and nothing is stale."""
        self.page.wait_for_function(
            "document.querySelector('[data-testid=stApp]')"
            "?.dataset.testScriptState === 'notRunning' && "
            "!document.querySelector('[data-stale=true]')"
        )


def at_rest(place: Locator) -> FloatRect:
    """Wait until something has stood at the same place for a while, and return that place."""
    seen: list[FloatRect | None] = []
    deadline = time.monotonic() + PATIENCE_S
    while len(seen) < STILL_LOOKS or seen[-1] is None or seen.count(seen[-1]) < STILL_LOOKS:
        assert time.monotonic() < deadline, f"it does not come to rest: {seen[-3:]}"
        place.page.wait_for_timeout(STILL_MS)
        seen = [*seen, place.bounding_box()][-STILL_LOOKS:]
    assert seen[-1] is not None
    return seen[-1]


@pytest.fixture(scope="package")
def contexts() -> Iterator[Contexts]:
    """The browsers of these tests. They end with them, as does their event loop."""
    with running_browsers() as started:
        yield started


@pytest.fixture(scope="package")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The log of the server of these tests."""
    return tmp_path_factory.mktemp("server") / "log.txt"


@pytest.fixture(scope="package")
def address(log: Path) -> Iterator[str]:
    """Where the Atlas runs for these tests."""
    with running_server(log=log) as running:
        yield running.address


@pytest.fixture(scope="package")
def relay(address: str) -> Iterator[SlowNetwork]:
    """The slow network of these tests: browsers have the scripts of its address compiled."""
    with slow_network(address) as made:
        made.start()
        yield made


@pytest.fixture
def network(relay: SlowNetwork, address: str) -> Iterator[SlowNetwork]:
    """Slow network to the app, whose round trip a test sets."""
    yield relay
    relay.cut()
    relay.round_trip_ms = 0.0
    relay.retarget(address)


@pytest.fixture
def visitor(
    contexts: Contexts, address: str, log: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Visit]]:
    """Return a function that lets a new visitor come, by default with an English desktop."""
    if "network" in request.fixturenames:
        # A fixture that is made first ends last: a page that still loads does so to the end.
        request.getfixturevalue("network")
    ends: list[Callable[[], None]] = []
    visits = []

    def come(*, at: str = address, **device: Any) -> Visit:
        kind = Device(**device)
        context = contexts.take(kind)
        visit = Visit(contexts.new_page(kind, context), at, log)
        # Only failed requests: to be told of every one takes a twentieth of the time of a page.
        context.on("requestfailed", visit.note_request)

        def complain(error: Error) -> None:
            if kind.webgl or not str(error).startswith(WITHOUT_WEBGL):
                visit.complaints.append(str(error))

        visit.page.on("pageerror", complain)

        def end() -> None:
            context.remove_listener("requestfailed", visit.note_request)
            contexts.give_back(kind, context)

        ends.append(end)
        visits.append(visit)
        return visit

    yield come
    for end in ends:
        end()
    for visit in visits:
        assert visit.outside == []
        assert visit.complaints == []
