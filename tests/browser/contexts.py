"""Browser contexts that are emptied between visitors: storage is cleared, the cache is kept."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, ViewportSize, sync_playwright

from tests.browser.machine import chromium_path, launch_options

DESKTOP = ViewportSize(width=1280, height=720)
PHONE = ViewportSize(width=390, height=844)


@dataclass(frozen=True)
class Device:
    """What a visitor comes with.

    Parameters
    ----------
    phone : bool
        A narrow screen instead of a wide one.
    dark : bool
        Whether the system asks for dark colours.
    touch : bool
        A screen for fingers.
    locale : str
        Language of the browser.
    """

    phone: bool = False
    dark: bool = False
    touch: bool = False
    locale: str = "en-US"

    def options(self) -> dict[str, Any]:
        """Return how Playwright makes a context for it."""
        return {
            "viewport": PHONE if self.phone else DESKTOP,
            "color_scheme": "dark" if self.dark else "light",
            "locale": self.locale,
            "has_touch": self.touch,
            "is_mobile": self.touch,
            "accept_downloads": True,
        }


def _forget(context: BrowserContext) -> None:
    """Close the pages of a context and remove cookies and storage, but not what was fetched."""
    for page in context.pages:
        origin = urlsplit(page.url)
        if origin.scheme in {"http", "https"}:
            session = context.new_cdp_session(page)
            session.send(
                "Storage.clearDataForOrigin",
                {"origin": f"{origin.scheme}://{origin.netloc}", "storageTypes": "all"},
            )
        page.close()
    context.clear_cookies()
    context.clear_permissions()


class Contexts:
    """The contexts of a test run, one for each kind of device and visitor at a time.

    A context that comes back is given to the next visitor of its kind. Its scripts are cached,
    as they are for a reader who comes for the second time.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._free: dict[Device, list[BrowserContext]] = {}

    def take(self, device: Device) -> BrowserContext:
        """Return a context without pages, cookies and storage."""
        free = self._free.setdefault(device, [])
        if free:
            return free.pop()
        return self.browser.new_context(**device.options())

    def give_back(self, device: Device, context: BrowserContext) -> None:
        """Empty a context for the next visitor; one that cannot be emptied is closed."""
        try:
            _forget(context)
        except Error:
            with suppress(Error):
                context.close()
        else:
            self._free[device].append(context)


@contextmanager
def running_browser() -> Iterator[Contexts]:
    """Yield the contexts of one browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(chromium_path()))
        try:
            yield Contexts(browser)
        finally:
            browser.close()
