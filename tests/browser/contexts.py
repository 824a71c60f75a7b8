"""Browser contexts that are emptied between visitors: storage is cleared, the cache is kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    ViewportSize,
    sync_playwright,
)

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
    webgl : bool
        Whether the browser has WebGL, drawn by graphics software. Without it the map is SVG, and
        the page of energy routes opens in a fifth of the processor time.
    card : bool
        Whether the browser says that a graphics card draws WebGL, without which the map is SVG too.
    """

    phone: bool = False
    dark: bool = False
    touch: bool = False
    locale: str = "en-US"
    webgl: bool = False
    card: bool = True

    @property
    def screen(self) -> ViewportSize:
        """Width and height of its screen in pixels."""
        return PHONE if self.phone else DESKTOP

    @property
    def kind(self) -> "Device":
        """The device whose contexts serve this one; size and colours are those of a page."""
        return self if self.touch else replace(self, phone=False, dark=False)

    def options(self) -> dict[str, Any]:
        """Return how Playwright makes a context for it."""
        return {
            "viewport": self.screen,
            "color_scheme": "dark" if self.dark else "light",
            "locale": self.locale,
            "has_touch": self.touch,
            "is_mobile": self.touch,
            "accept_downloads": True,
        }


LASTING = "http://localhost/"
"""Address of a page that stays open in each context. It is an empty page of the site of all servers
of a test run, so that their pages share its process."""

PLAIN_EDGES = """
const { getContext } = HTMLCanvasElement.prototype;
HTMLCanvasElement.prototype.getContext = function (kind, options) {
  const plain = { ...options, antialias: false };
  return getContext.call(this, kind, kind === "webgl2" ? plain : options);
};
"""
"""Script by which WebGL draws edges without smoothing, which takes graphics software less time."""

DRAWN_AT = """
globalThis.drawnAt = 0;
const drawing = WebGL2RenderingContext.prototype;
for (const name of ["drawArraysInstanced", "drawElementsInstanced", "drawElements"]) {
  const draw = drawing[name];
  drawing[name] = function (...given) {
    globalThis.drawnAt = Date.now();
    return draw.apply(this, given);
  };
}
"""
"""Script that notes when WebGL was last told to draw, in milliseconds."""

GRAPHICS_CARD = """
const { getParameter } = WebGL2RenderingContext.prototype;
WebGL2RenderingContext.prototype.getParameter = function (name) {
  const found = getParameter.call(this, name);
  return String(found).includes("SwiftShader") ? "Graphics card" : found;
};
"""
"""Script by which a browser says that a graphics card draws WebGL, not graphics software."""


def _forget(context: BrowserContext) -> None:
    """Close the pages of a context and remove cookies and storage, but not what was fetched.

    The lasting page clears the storage: a page that hangs would never answer.
    """
    lasting, *pages = context.pages
    session = context.new_cdp_session(lasting)
    for page in pages:
        origin = urlsplit(page.url)
        if origin.scheme in {"http", "https"}:
            session.send(
                "Storage.clearDataForOrigin",
                {"origin": f"{origin.scheme}://{origin.netloc}", "storageTypes": "all"},
            )
        page.close()
    session.detach()
    context.clear_cookies()
    context.clear_permissions()


class Contexts:
    """The contexts of a test run, one for each kind of device and visitor at a time.

    A context that comes back is given to the next visitor of its kind. Its scripts are cached,
    as they are for a reader who comes for the second time. A page stays open in each, since
    Chromium drops compiled scripts with the last page of a process.
    """

    def __init__(self, launch: Callable[[bool], Browser]) -> None:
        self._launch = launch
        self._browsers: dict[bool, Browser] = {}
        self._free: dict[Device, list[BrowserContext]] = {}

    def browser(self, *, webgl: bool) -> Browser:
        """Return the browser with WebGL, or the one without."""
        if webgl not in self._browsers:
            self._browsers[webgl] = self._launch(webgl)
        return self._browsers[webgl]

    def take(self, device: Device) -> BrowserContext:
        """Return a context with nothing but the lasting page: without cookies and storage."""
        device = device.kind
        free = self._free.setdefault(device, [])
        if free:
            return free.pop()
        context = self.browser(webgl=device.webgl).new_context(**device.options())
        if device.webgl:
            context.add_init_script(PLAIN_EDGES)
            context.add_init_script(DRAWN_AT)
        if device.webgl and device.card:
            context.add_init_script(GRAPHICS_CARD)
        lasting = context.new_page()
        lasting.route(LASTING, lambda route: route.fulfill(body=""))
        lasting.goto(LASTING)
        lasting.unroute(LASTING)
        return context

    def new_page(self, device: Device, context: BrowserContext) -> Page:
        """Return a new page of a context, with the screen and the colours of a device."""
        page = context.new_page()
        if device != device.kind:
            page.set_viewport_size(device.screen)
            page.emulate_media(color_scheme="dark" if device.dark else "light")
        return page

    def give_back(self, device: Device, context: BrowserContext) -> None:
        """Empty a context for the next visitor; one that cannot be emptied is closed."""
        try:
            _forget(context)
        except Error:
            with suppress(Error):
                context.close()
        else:
            self._free[device.kind].append(context)

    def close(self) -> None:
        """End the browsers."""
        for browser in self._browsers.values():
            browser.close()


@contextmanager
def running_browsers() -> Iterator[Contexts]:
    """Yield the contexts of browsers that start when they are first needed."""
    with sync_playwright() as playwright:
        path = chromium_path()
        contexts = Contexts(
            lambda webgl: playwright.chromium.launch(
                **launch_options(path, webgl=webgl, thrifty=True)
            )
        )
        try:
            yield contexts
        finally:
            contexts.close()
