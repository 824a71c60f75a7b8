"""Landing page in a browser: size, order and texts of its views."""

import pytest
from playwright.sync_api import Locator, Page, expect

from data.language.languages import LANGUAGE_CODES, language
from tests.browser.conftest import at_rest
from tests.browser.contexts import DESKTOP, PHONE
from tests.browser.labels import cut_texts, touching_texts
from tests.browser.landing import PANEL, Come, chart, open_overview, small_map

MAIN = ("trade_answers", "investment_flows", "survey_q10", "survey_q12")


def main_views(page: Page) -> list[Locator]:
    return [small_map(page), *(chart(page, figure) for figure in MAIN)]


def fits_one_screen(page: Page) -> None:
    for view in main_views(page):
        box = view.bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= DESKTOP["height"]
        assert box["height"] >= 90


def says_what_it_is(page: Page) -> None:
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_contain_text("1991–2025")
    expect(page.locator(".atlas-lead")).to_contain_text("¶")
    expect(page.locator(".atlas-lead")).to_contain_text("⚠")


def names_all_totals_of_2022(page: Page, code: str) -> None:
    heading = page.locator(".atlas-at-first h2")
    drawn = chart(page, "trade_answers")
    for amount in (2750, 4100, 6300):
        expect(heading).to_contain_text(language(code).number(amount))
        expect(drawn).to_contain_text(language(code).number(amount))
    expect(drawn).to_contain_text("¶\N{NO-BREAK SPACE}1320")


def has_no_text_on_another(page: Page) -> None:
    for figure in MAIN:
        expect(chart(page, figure)).to_be_visible()
    assert touching_texts(page) == []
    lines = page.locator(".atlas-mapped .atlas-legend li")
    tops = {round(box["y"]) for box in (one.bounding_box() for one in lines.all()) if box}
    assert len(tops) == 1
    for piece in (".atlas-at-first", ".atlas-mapped"):
        heading = page.locator(f"{piece} h2").bounding_box()
        assert heading
        assert heading["height"] < 45


def shows_figures_before_the_map_on_a_phone(page: Page) -> None:
    order = [page.locator("h1"), page.locator(".atlas-strip"), *main_views(page)[1::-1]]
    tops = [at_rest(one)["y"] for one in order]
    assert tops == sorted(tops)
    assert cut_texts(page) == []
    assert touching_texts(page) == []
    left, right = (page.locator(".atlas-strip > div").nth(place) for place in (0, 1))
    boxes = [one.bounding_box() for one in (left, right)]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["y"] == boxes[1]["y"]
    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= PHONE["width"]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_first_screen_is_whole_and_legible(
    visitor: Come, code: str, subtests: pytest.Subtests
) -> None:
    page = open_overview(visitor(), f"lang={code}")
    with subtests.test("one screen"):
        expect(page.locator(".atlas-strip .also")).to_have_count(0)
        fits_one_screen(page)
    with subtests.test("title"):
        says_what_it_is(page)
    with subtests.test("totals of 2022"):
        names_all_totals_of_2022(page, code)
    with subtests.test("texts"):
        has_no_text_on_another(page)
    with subtests.test("phone"):
        page.set_viewport_size(PHONE)
        shows_figures_before_the_map_on_a_phone(page)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_year_with_several_values_of_every_quantity_fits_one_screen(
    visitor: Come, code: str
) -> None:
    page = open_overview(visitor(), f"lang={code}&years=2022")
    expect(page.locator(".atlas-strip .also")).to_have_count(4)
    fits_one_screen(page)


@pytest.mark.parametrize("size", [(1920, 1080), (2560, 1440)])
def test_the_views_use_a_large_screen(visitor: Come, size: tuple[int, int]) -> None:
    width, height = size
    visit = visitor()
    visit.page.set_viewport_size({"width": width, "height": height})
    page = open_overview(visit)
    boxes = [box for box in (view.bounding_box() for view in main_views(page)) if box]
    assert len(boxes) == len(MAIN) + 1
    lowest = max(box["y"] + box["height"] for box in boxes)
    assert 0.95 * height <= lowest <= height
    assert max(box["x"] + box["width"] for box in boxes) >= 0.97 * width
    # From the first key figure to the last axis.
    strip = page.locator(".atlas-strip").bounding_box()
    title = page.locator("h1").bounding_box()
    assert strip
    assert title
    assert lowest - title["y"] >= 0.85 * height
    drawn = boxes[0]
    assert drawn["height"] >= 0.28 * height
    assert drawn["width"] >= 0.5 * width


def test_filters_without_matches_leave_no_card_empty(visitor: Come) -> None:
    query = "lang=en&years=2018-2018&sectors=religion&selected=china-europe-sea-route&trade=table6"
    page = visitor().open(f"?{query}")
    expect(page.locator(".atlas-small")).to_have_count(5)
    expect(page.locator(".atlas-small", has_text="has no values for 2018")).to_contain_text(
        "Years with values: 2020"
    )
    expect(page.locator(PANEL)).to_contain_text("No related routes or facilities.")
    expect(page.locator(PANEL)).to_contain_text("matches your selection")


def test_the_panel_answers_the_questions_of_a_first_visit(visitor: Come) -> None:
    page = open_overview(visitor(), "lang=en&years=2018-2023")
    investment = page.locator(".atlas-small", has_text="investment in Kazakhstan")
    expect(investment).to_contain_text("rose from 364 to 750")
    panel = page.locator(PANEL)
    expect(panel).to_contain_text("Oil pipelines in operation in 2023")
    around = panel.locator("li", has_text="Bypassing Russia")
    for name in ("Kazakhstan–China oil pipeline", "Baku–Tbilisi–Ceyhan"):
        expect(around).to_contain_text(name)
    expect(around).not_to_contain_text("CPC")
    obstacles = page.locator(".atlas-small", has_text="Main obstacles")
    expect(obstacles).to_contain_text("“Political differences”, 28%")
    measures = page.locator(".atlas-small", has_text="Measures needed")
    expect(measures).to_contain_text("“Comprehensive development strategy”, 35%")
