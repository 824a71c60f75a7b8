"""The bar of filters: what it shows where, on a desk and on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from data.language.languages import LANGUAGE_CODES, language
from tests.browser.conftest import Visit

Come = Callable[..., Visit]

HEAD = ".st-key-page_head"
HIGHEST, FINGER = 84, 44
"""Greatest height of the bar, and least size of a target for fingers, in pixels."""


def box(place: Locator) -> FloatRect:
    found = place.bounding_box()
    assert found
    return found


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_bar_has_two_lines_of_which_the_second_stays(visitor: Come, code: str) -> None:
    visit = visitor()
    for path in ("", "trade"):
        page = visit.open(f"{path}?lang={code}&years=2019-2022&sectors=energy,oil,trade")
        assert box(page.locator(f"{HEAD} .bar"))["height"] <= HIGHEST
        expect(page.locator(f"{HEAD} .controls > *:visible").first).to_be_visible()
    page.mouse.move(600, 500)
    page.mouse.wheel(0, 700)
    page.wait_for_function(
        "document.querySelector('[data-testid=stMain]').scrollTop > 300", timeout=10_000
    )
    assert 0 <= box(page.locator(f"{HEAD} .filters"))["y"] <= 2
    page.locator(f"{HEAD} summary").first.click()
    expect(page.get_by_role("checkbox").first).to_be_in_viewport()


def test_filters_without_effect_are_absent(visitor: Come) -> None:
    visit = visitor()
    page = visit.open("survey?lang=en&years=2019-2020")
    expect(page.locator("summary", has_text="Sectors: all")).to_be_visible()
    for name in ("Source", "On the map", "Questions"):
        expect(page.locator(f"{HEAD} summary", has_text=name)).to_be_hidden()
    expect(page.get_by_role("slider", name="First year")).to_have_count(0)
    expect(page.locator(".chip")).to_have_count(0)
    page.get_by_role("link", name="Trade", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Trade of")
    expect(page.get_by_role("slider", name="First year")).to_have_value("2019")
    expect(page.locator("summary", has_text="Source: Table 7")).to_be_visible()


def test_a_theme_is_chosen_with_its_sectors_and_cleared(visitor: Come) -> None:
    page = visitor().open("trade?lang=en")
    title = page.locator("summary", has_text="Sectors")
    title.click()
    group = page.get_by_role("group", name="Energy", exact=True)
    group.get_by_role("checkbox", name="Energy", exact=True).check()
    expect(title).to_contain_text("Energy")
    expect(group.get_by_role("checkbox", name="Oil", exact=True)).to_be_checked()
    expect(group).to_contain_text("routes")
    page.wait_for_function("location.search.includes('sectors=energy')")
    group.get_by_role("checkbox", name="Oil", exact=True).uncheck()
    page.wait_for_function("/sectors=gas(%2C|,)green_energy/.test(location.search)")
    page.get_by_role("button", name="All sectors").click()
    expect(title).to_contain_text("all")
    page.wait_for_function("!location.search.includes('sectors')")


def test_a_change_is_announced_once_with_the_first_headline(visitor: Come) -> None:
    page = visitor().open("trade?lang=en")
    region = page.locator(f"{HEAD} [aria-live=polite]")
    expect(region).to_have_text("")
    slider = page.get_by_role("slider", name="Last year")
    slider.focus()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    expect(region).to_contain_text("2018–2021: ")
    expect(region).to_contain_text("between 2018 and 2021")


def test_colours_are_chosen_for_all_pages(visitor: Come) -> None:
    page = visitor().open("trade?lang=en&years=2019-2021")
    page.get_by_role("combobox", name="Colours").select_option("Dark")
    app = page.locator("[data-testid=stApp]")
    expect(app).to_have_css("color-scheme", "dark")
    assert "years=2019-2021" in page.url
    page.goto(page.url.replace("trade", "survey"))
    expect(page.get_by_role("combobox", name="Colours")).to_have_value("Dark")
    expect(app).to_have_css("color-scheme", "dark")


def test_the_share_panel_has_a_citation_and_says_what_the_link_contains(visitor: Come) -> None:
    page = visitor().open("trade?lang=en&years=2019-2021&sectors=oil")
    page.locator("summary", has_text="Share").click()
    expect(page.locator(".remarks")).to_contain_text("2019–2021; Sectors: Oil")
    cited = page.get_by_role("textbox", name="Citation").input_value()
    assert "“Trade” (2019–2021; Sectors: Oil)" in cited
    assert page.url in cited


def targets(page: Page) -> list[Locator]:
    bar = page.locator(HEAD)
    return [
        *bar.locator("nav a").all(),
        *bar.locator("button:visible, summary:visible, select:visible").all(),
        *bar.locator(".group label:visible").all(),
    ]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_on_a_phone_the_menu_is_one_row_and_filters_are_a_sheet(visitor: Come, code: str) -> None:
    visit = visitor(phone=True, touch=True)
    page = visit.open(f"survey?lang={code}&sectors=oil")
    assert box(page.locator(f"{HEAD} .bar"))["height"] <= 3 * FINGER + 4
    assert len({round(box(link)["y"]) for link in page.locator(f"{HEAD} nav a").all()}) == 1
    expect(page.locator(f"{HEAD} nav a[aria-current]")).to_be_in_viewport(ratio=0.99)
    opener = page.locator(f"{HEAD} .opener")
    expect(opener).to_have_text(f"{language(code).gettext('Filters')} (1)")
    title = page.locator(f"{HEAD} .controls summary").first
    expect(title).to_be_hidden()
    opener.tap()
    title.tap()
    small = [
        (target.inner_text(), box(target))
        for target in targets(page)
        if min(box(target)["width"], box(target)["height"]) < FINGER - 0.5
    ]
    assert small == []
    page.locator(f"{HEAD} .finish").tap()
    expect(title).to_be_hidden()
    expect(opener).to_be_focused()
