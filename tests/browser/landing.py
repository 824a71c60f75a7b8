"""The landing page in a browser, and its views."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from data.choice.parameters import filter_space
from data.load.dataset import load_dataset
from tests.browser.conftest import Visit

Come = Callable[..., Visit]

PANEL = ".atlas-panel"

FITTED = """
() => document.querySelector("[data-piece=first]")?.textContent &&
  [...document.querySelectorAll(".st-key-landing [data-testid=stVegaLiteChart]")].every(
    (chart) =>
      chart.querySelector("svg")?.getBoundingClientRect().height <=
      chart.getBoundingClientRect().height + 1
  )
"""
"""Whether the charts have the height that the headings leave them, which may come after them."""

FIRST, LAST = filter_space(load_dataset()).years


def chart(page: Page, figure: str) -> Locator:
    return page.locator(f"[class*=st-key-chart_{figure}] svg.marks")


def small_map(page: Page) -> Locator:
    return page.locator(".atlas-map")


def chip(page: Page, name: str) -> Locator:
    return page.locator(".chip", has_text=name)


def open_overview(visit: Visit, query: str = "lang=en") -> Page:
    page = visit.open(f"?{query}")
    for figure in ("trade_answers", "investment_flows"):
        expect(chart(page, figure)).to_be_visible()
    page.wait_for_function(FITTED)
    # The basemap is loaded after its frame.
    expect(small_map(page).locator(".ground path").nth(60)).to_be_attached()
    return page
