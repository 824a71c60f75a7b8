"""The part of a page that only a changed picture redraws: the figures below the map."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

Come = Callable[..., Visit]

BELOW = ".st-key-page_apart"
MAP_HEADLINE = ".st-key-figure_route_map h2.atlas-headline"
MODES = ".st-key-figure_oil_by_mode"

WATCH = """
() => {
  window.watcher?.disconnect();
  window.changesBelow = 0;
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  window.watcher = new MutationObserver((records) => { window.changesBelow += records.length; });
  window.watcher.observe(document.querySelector(".st-key-page_apart"), everything);
}
"""

HEIGHTS = """
() => Object.fromEntries([...document.querySelectorAll("[class*=st-key-figure_]")].map((card) =>
  [card.className, getComputedStyle(card).getPropertyValue("--atlas-plot")]))
"""
"""Least heights of charts, which stand in style elements of their own."""

LOOKS = 40
STILL_MS = 500


def choose_year(visit: Visit) -> None:
    """Choose an earlier last year, and wait until the map shows it."""
    page = visit.page
    page.get_by_role("slider", name="Last year").first.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(MAP_HEADLINE)).to_contain_text("2022")
    visit.settle()


def changes(page: Page) -> int:
    """Return how much has changed below the map since `watch`."""
    return int(page.evaluate("window.changesBelow"))


def chart_heights(page: Page) -> dict[str, str]:
    """Return the least height of the chart of each card but the map, which has none."""
    found: dict[str, str] = page.evaluate(HEIGHTS)
    charts = {name: height for name, height in found.items() if "figure_route_map" not in name}
    assert charts
    assert all(charts.values()), charts
    return charts


def watch(page: Page) -> None:
    """Count changes below the map, once all charts are drawn and nothing changes any more."""
    expect(page.locator(f"{MODES} svg.marks")).to_be_visible()
    expect(page.locator(f"{BELOW} [data-testid=stVegaLiteChart]:not(:has(svg))")).to_have_count(0)
    for _look in range(LOOKS):
        page.evaluate(WATCH)
        page.wait_for_timeout(STILL_MS)
        if not changes(page):
            return
    pytest.fail("the charts below the map do not come to rest")


def test_years_leave_figures_alone_that_show_none(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("energy_routes?lang=en")
    watch(page)
    heights = chart_heights(page)
    choose_year(visit)
    assert changes(page) == 0
    assert chart_heights(page) == heights


@pytest.mark.parametrize(
    ("path", "figure"), [("trade", "trade_balance"), ("energy_routes", "oil_by_mode")]
)
def test_a_panel_and_other_years_leave_the_heights_of_charts_alone(
    visitor: Come, path: str, figure: str
) -> None:
    visit = visitor()
    page = visit.open(f"{path}?lang=en")
    card = page.locator(f".st-key-figure_{figure}")
    expect(card.locator("svg.marks")).to_be_visible()
    heights = chart_heights(page)
    card.get_by_role("button", name="Table", exact=True).click()
    expect(card.locator("table").first).to_be_visible()
    visit.settle()
    assert chart_heights(page) == heights
    page.get_by_role("slider", name="Last year").first.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("h2.atlas-headline").first).to_contain_text("2022")
    visit.settle()
    assert chart_heights(page) == heights


def test_a_selected_route_is_marked_in_the_figures(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("energy_routes?lang=en")
    watch(page)
    page.get_by_label("Country, route, facility or place").select_option("btc")
    expect(page.locator(".st-key-route_card")).to_contain_text("Baku–Tbilisi–Ceyhan")
    page.wait_for_function("window.changesBelow > 0")


def test_a_link_in_a_panel_has_the_newest_years(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("energy_routes?lang=en")
    choose_year(visit)
    page.locator(MODES).get_by_role("button", name="Link", exact=True).click()
    field = page.locator(f"{MODES} .copied input, {MODES} .copied textarea").first
    expect(field).to_have_value(re.compile("years=2018-2022"))
    page.get_by_role("slider", name="Last year").first.focus()
    page.keyboard.press("ArrowLeft")
    expect(field).to_have_value(re.compile("years=2018-2021"))


def test_the_list_of_the_map_follows_its_year(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("energy_routes?lang=en")
    page.get_by_role("radio", name="List of all map items").click()
    expect(page.locator(f"{BELOW} [data-testid=stDataFrame]")).to_be_visible()
    printed = page.locator(f"{BELOW} .atlas-print-table")
    before = printed.text_content()
    assert before
    choose_year(visit)
    expect(printed).not_to_have_text(before)


def test_the_bar_stays_above_the_figures(visitor: Come) -> None:
    page = visitor().open("energy_routes?lang=en")
    page.locator(MODES).scroll_into_view_if_needed()
    box = page.locator(".st-key-page_head").bounding_box()
    assert box
    assert -box["height"] < box["y"] <= 0
