"""Presenting with the keyboard alone: single keys, scrolling, announcements."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from components.controls.key_texts import PAGE_KEYS
from components.controls.page_head import PAGES
from data.language.languages import LANGUAGE_CODES, language
from tests.browser.conftest import Visit

Come = Callable[..., Visit]

MOST_KEYS = 30
"""Most key presses for ten views of a defence."""

FILLED = ".atlas-projector"
SAID = ".st-key-page_head p.unseen"
DIALOG = ".st-key-page_head dialog"
FOCUSED = """
() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  return one?.closest('h2, label, details, button, input')?.textContent.trim() ?? '';
}
"""
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


def figure(name: str) -> str:
    """Return the selector of the card of a figure."""
    return f".st-key-figure_{name}"


def number_of(address: str) -> str:
    """Return the key of a page."""
    return PAGE_KEYS[[entry.address for entry in PAGES].index(address)]


class Presenter:
    """Someone who presses keys and counts them."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.page: Page = visit.page
        self.presses = 0

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.presses += 1

    def turn_to(self, address: str, title: str) -> None:
        """Open a page by its number in the menu and wait until it is drawn."""
        self.press(number_of(address))
        expect(self.page.locator("h1")).to_contain_text(title)
        self.visit.settle()

    def sees(self, name: str) -> None:
        """Expect the card of a figure in view, with its chart drawn."""
        card = self.page.locator(figure(name))
        expect(card.locator("h2")).to_be_in_viewport()
        expect(
            card.locator("[data-testid=stVegaLiteChart] svg, .atlas-map").first
        ).to_be_in_viewport()


def test_ten_views_of_a_defence_take_at_most_thirty_keys(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("?lang=en")
    presenter = Presenter(visit)
    # 1. The landing page.
    expect(page.locator("h1")).to_contain_text("How Kazakhstan and Türkiye work together")
    # 2. The headline chart of trade in full screen.
    presenter.turn_to("trade", "Trade of")
    presenter.press("f")
    expect(page.locator(f"{figure('trade_turnover')}{FILLED}")).to_be_visible()
    presenter.sees("trade_turnover")
    # 3. The year 2022.
    presenter.press("y", "End", "ArrowLeft", "Tab", "ArrowLeft", "Escape")
    expect(page.locator(FILLED)).to_have_count(0)
    page.wait_for_function("location.search.includes('years=2022-2022')")
    headline = page.locator(f"{figure('trade_turnover')} h2")
    expect(headline).to_contain_text("Trade turnover in 2022: 2,750, 4,100 or 6,300")
    presenter.sees("trade_turnover")
    # 4. Table 6 as the source.
    presenter.press("s", "ArrowUp", "Escape")
    page.wait_for_function("location.search.includes('trade=table6')")
    expect(headline).to_contain_text("4,100, 2,750 or 6,300")
    presenter.sees("trade_turnover")
    # 5. Investment.
    presenter.turn_to("investment", "Investment between")
    presenter.sees("investment_flows")
    # 6. The map.
    presenter.turn_to("energy_routes", "Corridors, pipelines")
    presenter.press("n")
    presenter.sees("route_map")
    # 7. The map with a route.
    presenter.press("l", *"bak")
    page.wait_for_function("location.search.includes('selected=')")
    expect(page.locator(".st-key-route_card h3").first).to_be_in_viewport()
    presenter.sees("route_map")
    presenter.press("Escape")
    # 8. A question of the survey.
    presenter.turn_to("survey", "respondents")
    presenter.press("n")
    presenter.sees("survey_q01")
    # 9. The contradictions.
    presenter.turn_to("sources", "Where every number")
    expect(page.get_by_role("radiogroup", name="View")).to_be_visible()
    presenter.press("v", "ArrowRight", "Escape")
    presenter.sees("conflict_kinds")
    # 10. The slides.
    presenter.turn_to("present", "Slides")
    assert presenter.presses <= MOST_KEYS, presenter.presses


def test_every_page_is_one_key_away(visitor: Come) -> None:
    page = visitor().open("?lang=en")
    for key, entry in zip(PAGE_KEYS, PAGES, strict=True):
        page.keyboard.press(key.lower())
        current = page.locator(".st-key-page_head nav a[aria-current=page]")
        expect(current).to_contain_text(entry.title)
        page.wait_for_url(f"**/{entry.address}?*")


def test_each_figure_is_one_key_from_the_one_before(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en")
    count = page.locator("[class*=st-key-figure_] h2").count()
    headlines = page.locator("[class*=st-key-figure_] h2").all_inner_texts()
    for place, headline in enumerate(headlines, start=1):
        page.keyboard.press("n")
        expect(page.locator(SAID)).to_have_text(f"Figure {place} of {count}")
        expect(page.locator("h2:focus")).to_have_text(headline)
        expect(page.locator("h2:focus")).to_be_in_viewport()
    page.keyboard.press("n")
    expect(page.locator(SAID)).to_have_text("This page has nothing for this key.")
    page.keyboard.press("f")
    for headline in reversed(headlines):
        expect(page.locator(f"{FILLED} h2")).to_have_text(headline)
        page.keyboard.press("PageUp")
    page.keyboard.press("f")
    expect(page.locator(FILLED)).to_have_count(0)
    expect(page.locator(figure("trade_turnover"))).to_be_in_viewport()


def test_the_table_is_one_key_away_and_in_view(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en")
    page.keyboard.press("n")
    page.keyboard.press("t")
    card = page.locator(figure("trade_turnover"))
    expect(card.locator("table th").first).to_be_in_viewport()
    expect(page.locator(SAID)).to_have_text("The table is open below the figure.")
    page.keyboard.press("t")
    expect(card.locator("table")).to_have_count(0)
    expect(card.locator("h2")).to_be_in_viewport()


@pytest.mark.parametrize("key", ["PageDown", "Space", "ArrowDown", "End"])
def test_a_page_scrolls_before_anything_has_the_focus(visitor: Come, key: str) -> None:
    page = visitor().open("trade?lang=en")
    page.keyboard.press(key)
    page.wait_for_function(f"({SCROLLED})() > 30")


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_button_and_a_key_open_the_list_of_keys(visitor: Come, code: str) -> None:
    page = visitor().open(f"trade?lang={code}")
    words = language(code)
    page.get_by_role("button", name=words.gettext("Keys"), exact=True).click()
    dialog = page.locator(DIALOG)
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text(words.gettext("next figure, previous figure"))
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("Shift+?")
    expect(dialog).to_be_visible()
    page.keyboard.press("Shift+?")
    expect(dialog).to_be_hidden()


def test_single_keys_can_be_turned_off_for_good(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en")
    page.keyboard.press("Shift+?")
    page.locator(DIALOG).get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    for key in ("n", "3", "f"):
        page.keyboard.press(key)
    page = visit.open("trade?lang=en")
    page.keyboard.press("3")
    page.keyboard.press("f")
    page.wait_for_timeout(300)
    expect(page.locator("h1")).to_contain_text("Trade of")
    expect(page.locator(FILLED)).to_have_count(0)
    assert page.locator("h2:focus").count() == 0
    # What is no single character scrolls all the same.
    page.keyboard.press("PageDown")
    page.wait_for_function(f"({SCROLLED})() > 30")


def test_keys_are_letters_in_a_field(visitor: Come) -> None:
    page = visitor().open("sources?lang=en")
    page.keyboard.press("l")
    page.keyboard.type("37pft?")
    field = page.get_by_role("searchbox").or_(page.get_by_role("textbox")).first
    expect(field).to_have_value("37pft?")
    expect(page.locator("h1")).to_contain_text("Where every number")
    expect(page.locator(DIALOG)).to_be_hidden()


@pytest.mark.parametrize(
    "path", ["", "trade", "investment", "energy_routes", "education", "survey"]
)
def test_a_change_of_sectors_is_said_with_the_headline_in_view(visitor: Come, path: str) -> None:
    visit = visitor()
    page = visit.open(f"{path}?lang=en")
    page.keyboard.press("n")
    expect(page.locator(SAID)).to_contain_text("Figure 1 of")
    page.keyboard.press("e")
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    page.wait_for_function("location.search.includes('sectors=')")
    chosen = (
        page.locator(".st-key-page_head summary", has_text="Sectors").locator(".state").inner_text()
    )
    expect(page.locator(SAID)).to_contain_text(chosen)
    first = page.locator(".st-key-landing h2, [class*=st-key-figure_] h2").first
    expect(page.locator(SAID)).to_contain_text(first.inner_text())


def test_changes_of_years_and_source_and_another_page_are_said(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en")
    said = page.locator(SAID)
    page.keyboard.press("y")
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("2019–2023: Trade turnover rose")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.keyboard.press("ArrowUp")
    expect(said).to_contain_text("Table 6: ")
    page.keyboard.press("Escape")
    page.keyboard.press("3")
    expect(said).to_have_text("Investment between Kazakhstan and Türkiye")
