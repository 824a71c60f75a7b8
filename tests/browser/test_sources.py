"""Catalogue in a browser: sorting, searching, selecting a row."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from data.language.languages import language
from tests.browser.conftest import Visit

Come = Callable[..., Visit]

CELLS = "[data-testid=stDataFrame] table tbody tr"
HEADER_Y = 17
WIDTH_OF_ITEMS = 411
"""Distance of the sign of the menu of the first column from the edge of the table."""


def grid(page: Page) -> Locator:
    return page.locator("[data-testid=stDataFrame] canvas").first


def names(page: Page) -> list[str]:
    """Return the column names, without the arrow of a sorted column."""
    heads = page.locator("[data-testid=stDataFrame] table thead th").all_inner_texts()
    return [head.strip("↑↓ ") for head in heads]


def column(page: Page, name: str) -> list[str]:
    """Return the first cells of a column, from the text for screen readers."""
    place = names(page).index(name) + 1
    return page.locator(f"{CELLS} td:nth-of-type({place})").all_inner_texts()


def sort_by_value(page: Page) -> None:
    """Click the header of the third column, after checkboxes, items and periods."""
    box = grid(page).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 560, box["y"] + HEADER_Y)


def search(visit: Visit, text: str, *, first: str) -> None:
    """Type a search and wait until its first result is drawn."""
    box = visit.page.get_by_role("searchbox").first
    box.fill(text)
    box.press("Enter")
    expect(visit.page.locator(f"{CELLS}:first-of-type")).to_contain_text(first)
    visit.settle()


def test_a_click_on_the_header_sorts_values_by_size(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("sources?lang=en")
    search(visit, "Table 7", first="Exports from Kazakhstan")
    sort_by_value(page)
    expect(page.locator(f"{CELLS}:first-of-type")).to_contain_text("-1.1")
    values = [float(text) for text in column(page, "Value")]
    assert values == sorted(values)
    sort_by_value(page)
    expect(page.locator(f"{CELLS}:first-of-type")).to_contain_text("3200")
    values = [float(text) for text in column(page, "Value")]
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize("code", ["en", "tr"])
def test_a_short_table_is_as_high_as_its_rows(visitor: Come, code: str) -> None:
    visit = visitor()
    page = visit.open(f"sources?lang={code}")
    frame = page.locator("[data-testid=stDataFrame]").first
    whole = frame.bounding_box()
    search(visit, "kz-tr-turnover-2022", first="2022")
    expect(page.locator(CELLS)).to_have_count(1)
    short = frame.bounding_box()
    assert whole is not None
    assert short is not None
    assert whole["height"] > 400
    assert short["height"] < 120
    assert language(code).gettext("Value") in names(page)


def test_a_new_search_clears_the_selected_row(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("sources?lang=en")
    search(visit, "BTC", first="Baku–Tbilisi–Ceyhan")
    box = grid(page).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + HEADER_Y, box["y"] + HEADER_Y + 35)
    heading = page.locator("h3", has_text="Baku–Tbilisi–Ceyhan")
    expect(heading).to_have_count(1)
    search(visit, "“Target for Kazakhstan”", first="Target for Kazakhstan–Türkiye trade turnover")
    expect(page.locator("h3")).to_have_count(0)


def test_the_menu_of_a_column_is_in_the_language_of_the_page(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("sources?lang=kk")
    box = grid(page).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 200, box["y"] + HEADER_Y)
    page.mouse.click(box["x"] + WIDTH_OF_ITEMS, box["y"] + HEADER_Y)
    menu = page.get_by_role("menu", name=language("kk").gettext("Menu of the column"))
    expect(menu).to_be_visible()
    entries = [text.split("\n")[-1] for text in menu.get_by_role("menuitem").all_inner_texts()]
    named = ("Sort ascending", "Sort descending", "Fit the width", "Pin the column")
    assert [text for text in entries if text] == [language("kk").gettext(name) for name in named]


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
    expect(pages.locator("[aria-current=page]")).to_have_text("2")
    expect(forward).to_be_focused()
    page.locator(".st-key-audit_severity_kk select").select_option("high")
    expect(pages.locator("[aria-current=page]")).to_have_text("1")
