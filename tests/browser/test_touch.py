"""Swipes scroll the page from any element."""

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.conftest import PHONE

STEPS, STEP = 20, 8


def swiped(page: Page, place: Locator, direction: int) -> float:
    """Swipe over the middle of an element; return how far it has moved, in pixels."""
    before = place.bounding_box()
    assert before
    x, y = before["x"] + before["width"] / 2, before["y"] + before["height"] / 2
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *points: float) -> None:
        found = [{"x": x, "y": at} for at in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": found})

    touch("touchStart", y)
    for step in range(1, STEPS + 1):
        touch("touchMove", y + direction * STEP * step)
        page.wait_for_timeout(16)
    touch("touchEnd")
    page.wait_for_timeout(600)
    after = place.bounding_box()
    assert after
    return after["y"] - before["y"]


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("energy_routes", "[data-testid=stDeckGlJsonChart] canvas"),
        ("", ".atlas-map svg"),
        ("trade", ".st-key-figure_trade_turnover [data-testid=stVegaLiteChart] svg"),
        ("sources", "[data-testid=stDataFrame]"),
    ],
)
def test_a_swipe_scrolls_the_page(browser: Browser, address: str, path: str, selector: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{address}{path}?lang=en")
    place = page.locator(selector).first
    place.wait_for()
    page.wait_for_timeout(2000)
    place.evaluate("element => element.scrollIntoView({ block: 'center' })")
    page.wait_for_timeout(300)
    down = swiped(page, place, 1)
    up = swiped(page, place, -1)
    context.close()
    assert down > STEP * STEPS / 2
    assert up < -STEP * STEPS / 2


def test_a_tapped_list_scrolls_without_the_page(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{address}sources?lang=en")
    grid = page.locator("[data-testid=stDataFrame]").first
    grid.wait_for()
    page.wait_for_timeout(2000)
    grid.evaluate("element => element.scrollIntoView({ block: 'center' })")
    grid.tap(position={"x": 120, "y": 100})
    page.wait_for_timeout(1500)
    swiped(page, grid, -1)
    scrolled = page.locator(".dvn-scroller").first.evaluate("element => element.scrollTop")
    context.close()
    assert scrolled > STEP * STEPS / 2
