"""A real browser in front of the running app; no request may leave the machine."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Route,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.browser.machine import chromium_path, launch_options
from tests.browser.server import running_app

# A map drawn by software beside a busy neighbour takes its time; what is expected does not change.
expect.set_options(timeout=30_000)

DESKTOP = ViewportSize(width=1280, height=720)
PHONE = ViewportSize(width=390, height=844)
HEAD_DRAWN = ".st-key-page_head .head"
DRAWN = "[data-testid=stVegaLiteChart] svg .mark-text text, [data-testid=stDataFrame] canvas"


@dataclass
class Visit:
    """One visitor: a page, and what it asked other hosts for or complained about."""

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str = "") -> Page:
        """Open a path of the app and wait for its head and its charts."""
        self.page.goto(self.address + path)
        self.page.locator(HEAD_DRAWN).first.wait_for()
        self.page.locator(DRAWN).first.wait_for()
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the script has run and nothing is stale."""
        self.page.wait_for_function(
            "document.querySelector('[data-testid=stApp]')"
            "?.dataset.testScriptState === 'notRunning' && "
            "!document.querySelector('[data-stale=true]')"
        )


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for these tests. It ends with them, as does its event loop."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**launch_options(chromium_path()))
        yield started
        started.close()


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    """Where the Atlas runs for these tests."""
    with running_app() as running:
        yield running


def _watch(context: BrowserContext, visit: Visit) -> None:
    def guard(route: Route) -> None:
        if route.request.url.startswith((visit.address, "data:", "blob:")):
            route.continue_()
        else:
            visit.outside.append(route.request.url)
            route.abort()

    context.route("**/*", guard)
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Return a function that lets a new visitor come, by default with an English desktop."""
    contexts = []
    visits = []

    def come(
        *, at: str = address, phone: bool = False, dark: bool = False, locale: str = "en-US"
    ) -> Visit:
        context = browser.new_context(
            viewport=PHONE if phone else DESKTOP,
            color_scheme="dark" if dark else "light",
            locale=locale,
            accept_downloads=True,
        )
        visit = Visit(context.new_page(), at)
        _watch(context, visit)
        contexts.append(context)
        visits.append(visit)
        return visit

    yield come
    for context in contexts:
        context.close()
    for visit in visits:
        assert visit.outside == []
        assert visit.complaints == []
