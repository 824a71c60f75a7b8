"""The page of the map in a browser, with the interactive map or with SVG."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import FloatRect, Page

from tests.browser.conftest import Visit

Come = Callable[..., Visit]


CANVAS = "[data-testid=stDeckGlJsonChart] canvas"


SVG_MAP = ".st-key-figure_route_map .atlas-map"


CARD = ".st-key-route_card h3.atlas-headline"


PATIENCE_MS = 90_000


def open_map(visit: Visit, query: str) -> Page:
    page = visit.page
    with page.expect_response("**/static/basemap/land.json", timeout=PATIENCE_MS):
        page.goto(f"{visit.address}energy_routes?{query}")
    page.locator(CANVAS).wait_for()
    visit.settle()
    wait_until_drawn(page)
    return page


def open_svg_map(visit: Visit, query: str) -> Page:
    """Open the page of the map in a browser without WebGL."""
    page = visit.open(f"energy_routes?{query}")
    page.locator(SVG_MAP).wait_for()
    return page


def drawn_now(page: Page) -> bytes:
    """Return the picture of the map without waiting for frames, which a loaded machine delays."""
    box = page.locator(CANVAS).bounding_box()
    assert box
    return page.screenshot(
        clip=FloatRect(x=box["x"], y=box["y"], width=box["width"], height=box["height"])
    )


def picture(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(drawn_now(page))).convert("RGB")


def colours(drawn: Image.Image) -> int:
    return len(drawn.resize((200, 150)).getcolors(40_000) or [])


def wait_until_drawn(page: Page, *, since: float = 0) -> None:
    """Wait until the map was drawn after a time in milliseconds, and is no longer drawn anew."""
    page.wait_for_function(
        "since => globalThis.drawnAt > since && Date.now() - globalThis.drawnAt > 500",
        arg=since,
        timeout=PATIENCE_MS,
    )
    for _ in range(40):
        if colours(picture(page)) > 200:
            return
        page.wait_for_timeout(250)
    pytest.fail("the map stays empty")
