"""The axis of a chart keeps its signs and gets room when its numbers change."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from data.language.languages import LANGUAGE_CODES, language
from tests.browser.conftest import Visit
from tests.browser.contexts import DESKTOP, PHONE
from tests.browser.labels import covered_texts, cut_texts, touching_texts

Come = Callable[..., Visit]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_an_axis_with_negative_numbers_shows_the_whole_minus_sign(visitor: Come, code: str) -> None:
    visit = visitor()
    page = visit.open(f"trade?lang={code}&trade=table6")
    below = page.locator(".st-key-figure_trade_balance svg .role-axis-label text", has_text="−")
    expect(below.first).to_be_visible()
    page.locator(".chip").first.click()
    expect(below).to_have_count(0)
    visit.settle()
    page.go_back()
    expect(below.first).to_be_visible()
    visit.settle()
    assert cut_texts(page) == []
    assert touching_texts(page) == []


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_an_axis_widens_for_longer_numbers(visitor: Come, code: str) -> None:
    visit = visitor()
    page = visit.open(f"trade?lang={code}&years=2018-2019")
    axis = page.locator(".st-key-figure_trade_balance svg .role-axis-label text")
    longest = language(code).number(1000)
    expect(axis.filter(has_text=longest)).to_have_count(0)
    page.get_by_role("slider").nth(1).focus()
    page.keyboard.press("End")
    expect(axis.filter(has_text=longest)).to_have_count(1)
    visit.settle()
    assert cut_texts(page) == []


LAID_OVER = {
    "trade": ("trade_turnover", "trade_balance", "trade_growth"),
    "investment": ("investment_flows",),
}
"""Figures by year over which public data are laid, by page."""


@pytest.mark.parametrize("place", LAID_OVER)
def test_public_data_cover_no_printed_number(
    visitor: Come, place: str, subtests: pytest.Subtests
) -> None:
    visit = visitor()
    page = visit.open(f"{place}?lang=kk&record=shown")
    figures = ", ".join(f".st-key-figure_{name}" for name in LAID_OVER[place])
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        expect(page.locator("[data-testid=stVegaLiteChart] svg").first).to_be_visible()
        visit.settle()
        with subtests.test("width", width=size["width"]):
            assert touching_texts(page, f":is({figures})") == []
            assert covered_texts(page) == []


def test_a_legend_has_the_sources_of_the_drawn_points_only(visitor: Come) -> None:
    page = visitor().open("source_comparison?lang=en&figure=carried_sources")
    legend = page.locator(".st-key-figure_carried_sources svg .role-legend-label text")
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        expect(legend).to_have_text(["Public data from Kazakhstan", "Public data from others"])
