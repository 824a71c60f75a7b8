"""Cards of figures in a browser: links to one figure, full screen, citation, equal heights."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from data.language.languages import LANGUAGE_CODES, language
from tests.browser.conftest import Visit

Come = Callable[..., Visit]

BALANCE = ".st-key-figure_trade_balance"
TOPMOST = """card => {
  const { top, bottom } = card.getBoundingClientRect();
  return top >= 0 && top < innerHeight / 2;
}"""
SIZES = """() => {
  const letters = (part) => parseFloat(getComputedStyle(part).fontSize);
  const card = document.querySelector(".st-key-figure_trade_balance");
  const box = card.getBoundingClientRect();
  const plot = card.querySelector("svg.marks").getBoundingClientRect();
  return {
    headline: letters(card.querySelector("h2")),
    chart: Math.max(...[...card.querySelectorAll("svg.marks text")].map(letters)),
    card: [box.width, box.height],
    plot: [plot.width, plot.height],
    window: [innerWidth, innerHeight],
  };
}"""


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_link_leads_to_a_figure_on_its_page_and_opens_its_panel(visitor: Come, code: str) -> None:
    page = visitor().open(f"?lang={code}&figure=trade_balance&panel=table")
    card = page.locator(BALANCE)
    expect(card.locator("table")).to_be_visible()
    assert "/trade?" in page.url
    page.wait_for_function(f"() => ({TOPMOST})(document.querySelector('{BALANCE}'))")
    assert page.evaluate("document.activeElement.id") == "trade_balance"


@pytest.mark.parametrize(
    ("figure", "page_name"),
    [("survey_q12", "survey"), ("project_stakes", "energy_routes"), ("source_map", "sources")],
)
def test_a_link_opens_the_part_of_the_page_with_its_figure(
    visitor: Come, figure: str, page_name: str
) -> None:
    page = visitor().open(f"trade?lang=en&figure={figure}")
    expect(page.locator(f".st-key-figure_{figure} h2")).to_be_focused()
    assert f"/{page_name}?" in page.url


def test_the_menu_leaves_the_figure_of_a_link(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en&figure=trade_balance")
    link = page.locator(".st-key-page_head nav a", has_text="Education")
    assert "figure" not in (link.get_attribute("href") or "")
    link.click()
    expect(page.locator(".st-key-figure_students_and_graduates h2")).to_be_visible()
    visit.settle()
    assert "figure" not in page.url


def test_an_unknown_figure_is_named(visitor: Come) -> None:
    page = visitor().open("trade?lang=en&figure=trade_balanse")
    expect(page.locator("ul.atlas-list")).to_contain_text("figure=trade_balanse")
    expect(page.locator("ul.atlas-list")).to_contain_text("trade_balance")


def test_an_open_panel_is_in_the_address(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en")
    table = page.locator(BALANCE).get_by_role("button", name="Table", exact=True)
    table.click()
    expect(page.locator(f"{BALANCE} table")).to_be_visible()
    assert "figure=trade_balance&panel=table" in page.url
    page.reload()
    expect(page.locator(f"{BALANCE} table")).to_be_visible()
    visit.settle()
    page.locator(BALANCE).get_by_role("button", name="Table", exact=True).click()
    expect(page.locator(f"{BALANCE} table")).to_have_count(0)
    assert "panel" not in page.url


def _copied(page: Page, label: str) -> str:
    page.get_by_role("button", name=f"Copy: {label}").click()
    expect(page.locator(BALANCE).get_by_role("status").first).to_have_text("Copied")
    # The field is selected where the browser denies the clipboard.
    page.get_by_role("textbox", name=label).focus()
    return str(page.get_by_role("textbox", name=label).input_value())


def test_a_citation_and_a_link_are_copied(visitor: Come) -> None:
    page = visitor().open("trade?lang=en&years=2019-2021")
    card = page.locator(BALANCE)
    headline = card.locator("h2").inner_text()
    card.get_by_role("button", name="Cite", exact=True).click()
    citation = _copied(page, "Citation")
    today = page.evaluate('() => new Date().toLocaleDateString("en-GB", { dateStyle: "long" })')
    assert headline in citation
    assert f"accessed {today}" in citation
    assert "trade?lang=en&years=2019-2021&figure=trade_balance" in citation
    assert "@misc{atlas_trade_balance" in page.get_by_role("textbox", name="BibTeX").input_value()
    card.get_by_role("button", name="Link", exact=True).click()
    expect(page.get_by_role("textbox", name="Citation")).to_have_count(0)
    address = page.get_by_role("textbox", name="Address of this figure").input_value()
    page.goto(address)
    expect(page.locator(f"{BALANCE} h2")).to_be_focused()
    expect(page.locator(f"{BALANCE} h2")).to_have_text(headline)


def test_a_card_fills_the_screen_and_comes_back(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en")
    before = page.evaluate(SIZES)
    button = page.locator(BALANCE).get_by_role("button", name="Full screen")
    button.click()
    page.wait_for_function("() => document.fullscreenElement")
    page.wait_for_function(
        f"() => document.querySelector('{BALANCE} svg.marks').getBoundingClientRect().width"
        " > innerWidth * 0.9"
    )
    sizes = page.evaluate(SIZES)
    assert sizes["card"] == sizes["window"]
    assert sizes["headline"] == pytest.approx(1.8 * before["headline"], rel=0.01)
    assert sizes["chart"] == pytest.approx(1.8 * before["chart"], rel=0.01)
    assert sizes["plot"][1] > 0.5 * sizes["window"][1]
    expect(page.locator(f"{BALANCE} .atlas-source")).to_be_visible()
    expect(page.locator(".st-key-figure_trade_turnover h2")).to_be_hidden()
    # A click hits the bar that is seen there.
    bar = page.locator(f"{BALANCE} svg.marks .mark-rect path").nth(2)
    bar.hover()
    expect(page.locator("#vg-tooltip-element")).to_contain_text("2020")
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.fullscreenElement")
    expect(button).to_be_focused()
    page.wait_for_function(f"() => ({SIZES})().card[0] < innerWidth * 0.6")
    assert page.evaluate(SIZES) == before


def test_a_click_in_full_screen_selects_its_year(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("trade?lang=en")
    card = page.locator(".st-key-figure_trade_turnover")
    card.get_by_role("button", name="Full screen").click()
    page.wait_for_function("() => document.fullscreenElement")
    column = card.locator("svg .parts_marks path").nth(2)
    column.hover()
    box = column.bounding_box()
    assert box
    page.mouse.click(box["x"] + 10, box["y"] + box["height"] - 6)
    expect(card.locator("h2")).to_contain_text("2020")
    assert "years=2020-2020" in page.url
    expect(page.locator(".st-key-figure_trade_balance h2")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-figure_trade_balance h2")).to_contain_text("in 2020")


def test_the_map_stays_in_sight_beside_the_card_of_a_route(visitor: Come) -> None:
    page = visitor().open("energy_routes?lang=kk&selected=btc")
    card, beside = page.locator(".st-key-figure_route_map"), page.locator(".st-key-route_card")
    whole, long = card.bounding_box(), beside.bounding_box()
    assert whole
    assert long
    # The card of the map keeps its height, and does not stretch to that of the route.
    assert whole["height"] < 720 < long["height"]
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 1200)")
    page.wait_for_function(
        """() => {
          const box = document.querySelector(".st-key-figure_route_map").getBoundingClientRect();
          return box.top > 0 && box.bottom <= innerHeight;
        }"""
    )
    card.get_by_role("button", name=language("kk").gettext("Sources"), exact=True).click()
    page.wait_for_function(
        """() => getComputedStyle(document.querySelector(".st-key-figure_route_map").parentElement)
          .position !== "sticky" """
    )
