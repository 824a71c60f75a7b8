"""Catalogue in a browser: sorting, searching, selecting a row."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from data.language.languages import language
from tests.browser.conftest import Visit

Come = Callable[..., Visit]

ROWS = ".st-key-catalogue_list tbody tr"


def search(visit: Visit, text: str, *, first: str) -> None:
    """Type a search and wait until its first result is drawn."""
    box = visit.page.get_by_role("searchbox").first
    box.fill(text)
    box.press("Enter")
    expect(visit.page.locator(ROWS).first).to_contain_text(first)
    visit.settle()


def test_values_are_ordered_by_size(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("sources?lang=en")
    search(visit, "Table 7", first="Exports from Kazakhstan")
    order = page.locator(".st-key-catalogue_order_en select")
    order.select_option("smallest")
    expect(page.locator(ROWS).first).to_contain_text("1.1")
    order.select_option("largest")
    expect(page.locator(ROWS).first).to_contain_text("3,200")


@pytest.mark.parametrize("code", ["en", "kk"])
def test_no_text_of_the_catalogue_is_cut(visitor: Come, code: str) -> None:
    visit = visitor()
    page = visit.open(f"sources?lang={code}")
    page.locator(f".st-key-catalogue_order_{code} select").select_option("contradictions")
    visit.settle()
    wide = "element => element.scrollWidth - element.clientWidth"
    expect(page.locator(ROWS)).to_have_count(25)
    assert page.locator(".st-key-catalogue_list .atlas-table").evaluate(wide) <= 0
    heads = page.locator(".st-key-catalogue_list thead th").all_inner_texts()
    assert language(code).gettext("Value") in heads


def test_a_new_search_shows_its_first_page(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("sources?lang=en")
    page.get_by_role("button", name="Next page").click()
    expect(page.locator("nav.pager [aria-current=page]")).to_have_text("2")
    search(visit, "BTC", first="Baku–Tbilisi–Ceyhan")
    page.locator(ROWS).first.locator("summary").first.click()
    expect(page.locator(ROWS).first.locator(".line").first).to_be_visible()
    search(visit, "“Target for Kazakhstan”", first="Target for Kazakhstan–Türkiye trade turnover")
    expect(page.locator(f"{ROWS} details[open]")).to_have_count(0)


def test_contradictions_are_turned_over_by_the_keyboard(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("sources?lang=kk&tab=audit")
    _ = language("kk").gettext
    first = page.locator("details.atlas-conflict > summary").first
    before = first.inner_text()
    pages = page.get_by_role("navigation", name=_("Pages of the list"))
    forward = pages.get_by_role("button", name=_("Next page"))
    forward.focus()
    page.keyboard.press("Enter")
    expect(first).not_to_have_text(before)
    # A list of one: while one pager replaces another, both are there.
    expect(pages.locator("[aria-current=page]")).to_have_text(["2"])
    expect(forward).to_be_focused()
    page.locator(".st-key-audit_severity_kk select").select_option("high")
    expect(pages.locator("[aria-current=page]")).to_have_text(["1"])
