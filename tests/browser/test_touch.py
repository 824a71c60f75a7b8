"""Swipes scroll the page from any element."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, at_rest
from tests.browser.contexts import PHONE

Come = Callable[..., Visit]

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
    after = at_rest(place)
    return after["y"] - before["y"]


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("energy_routes", "[data-testid=stDeckGlJsonChart] canvas"),
        ("", ".atlas-map svg"),
        ("trade", ".st-key-figure_trade_turnover [data-testid=stVegaLiteChart] svg"),
        ("sources", "ul.atlas-values"),
    ],
)
def test_a_phone_shows_the_whole_width_and_a_swipe_scrolls_the_page(
    visitor: Come, path: str, selector: str
) -> None:
    page = visitor(phone=True, touch=True, webgl=path == "energy_routes").open(f"{path}?lang=en")
    place = page.locator(selector).first
    place.wait_for()
    assert at_rest(place)["width"] <= PHONE["width"]
    place.evaluate("element => element.scrollIntoView({ block: 'center' })")
    at_rest(place)
    down = swiped(page, place, 1)
    up = swiped(page, place, -1)
    assert down > STEP * STEPS / 2
    assert up < -STEP * STEPS / 2


def test_a_tapped_list_scrolls_without_the_page(visitor: Come) -> None:
    page = visitor(phone=True, touch=True).open("energy_routes?lang=en")
    page.get_by_role("radio", name="List of all map items").click()
    grid = page.locator("[data-testid=stDataFrame]").first
    grid.wait_for()
    at_rest(grid)
    grid.evaluate("element => element.scrollIntoView({ block: 'center' })")
    at_rest(grid)
    grid.tap(position={"x": 120, "y": 100})
    expect(grid.locator("[aria-selected=true]").first).to_be_attached()
    swiped(page, grid, -1)
    scrolled = page.locator(".dvn-scroller").first.evaluate("element => element.scrollTop")
    assert scrolled > STEP * STEPS / 2


SMALL_TARGETS = """
least => {
  const found = [];
  const read = (root) => {
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot) read(one.shadowRoot);
      if (!one.matches("a[href], button, summary, select, input, textarea")) continue;
      if (one.disabled || !one.checkVisibility({ visibilityProperty: true })) continue;
      // A link within a sentence has the height of its line.
      if (one.matches("a") && getComputedStyle(one).display === "inline") continue;
      const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
      if (width < 2 || height < 2 || (width >= least && height >= least)) continue;
      const name = one.getAttribute("aria-label") ?? one.textContent.trim();
      const size = [width, height].map(Math.round).join(" x ");
      found.push(`${one.tagName} ${name.slice(0, 40)}: ${size}`);
    }
  };
  read(document);
  return found;
}
"""
LEAST_TARGET = 43.5
"""Side of a target for a finger in pixels: 44, less rounding."""


@pytest.mark.parametrize(
    "link",
    [
        *("", "trade?figure=trade_balance&panel=cite", "investment", "education", "survey"),
        *(
            "energy_routes?selected=btc",
            "sources",
            "sources?tab=audit",
            "sources?tab=map",
            "about",
        ),
    ],
)
def test_targets_are_large_enough_for_a_finger(visitor: Come, link: str) -> None:
    page = visitor(phone=True, touch=True).open(link)
    if link != "about":
        # That page has no filters.
        page.locator(".st-key-page_head .opener").tap()
    assert page.evaluate(SMALL_TARGETS, LEAST_TARGET) == []
