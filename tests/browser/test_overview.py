"""Landing page in a browser: all views are linked."""

import re
from collections.abc import Callable
from itertools import combinations

import pytest
from playwright.sync_api import Locator, Page, expect

from components.map.camera import fitted
from components.map.content import CARD, view_bounds
from components.map.scene import lines_shown
from data.basemap import SMALL, basemap_layer
from data.choice.parameters import filter_space
from data.geometry import Position
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset, load_dataset
from tests.browser.conftest import Visit
from tests.browser.contexts import DESKTOP
from tests.browser.labels import cut_texts, touching_texts

Come = Callable[..., Visit]

PANEL = ".atlas-panel"
IRAN = (56.0, 35.8)
"""Position on the map of the landing page without a line, point or label."""


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
    # The basemap is loaded after its frame.
    expect(small_map(page).locator(".ground path").nth(60)).to_be_attached()
    return page


def click_on_map(page: Page, position: Position, dataset: Dataset) -> None:
    box = small_map(page).bounding_box()
    assert box
    bounds, _detail = view_bounds(dataset, "corridor")
    x, y = fitted(bounds, box["width"], box["height"]).pixel(position)
    page.mouse.click(box["x"] + x, box["y"] + y)


MAIN = ("trade_answers", "investment_flows", "survey_q10", "survey_q12")


def main_views(page: Page) -> list[Locator]:
    return [small_map(page), *(chart(page, figure) for figure in MAIN)]


@pytest.mark.parametrize("years", ["", "&years=2022"])
@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_main_views_fit_one_screen(visitor: Come, code: str, years: str) -> None:
    """Includes a year with several printed values of every quantity."""
    page = open_overview(visitor(), f"lang={code}{years}")
    expect(page.locator(".atlas-strip .also")).to_have_count(4 if years else 0)
    for view in main_views(page):
        box = view.bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= DESKTOP["height"]
        assert box["height"] >= 90


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_no_text_of_a_small_chart_lies_on_another(visitor: Come, code: str) -> None:
    page = open_overview(visitor(), f"lang={code}")
    page.set_viewport_size({"width": 1280, "height": 720})
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


def test_the_map_shows_its_main_routes_and_all_on_request(visitor: Come, dataset: Dataset) -> None:
    page = open_overview(visitor())
    shown, count = lines_shown(dataset, filter_space(dataset).start("en"))
    assert shown < count
    heading = page.locator(".atlas-mapped h2")
    expect(heading).to_contain_text(f"{shown} of {count} routes shown")
    page.get_by_role("link", name=f"Show all {count}").click()
    expect(heading).to_contain_text(f"of {count} routes on this map")
    drawn = small_map(page).locator(".target")
    assert drawn.count() >= count
    page.get_by_role("link", name=f"Show {shown} only").click()
    expect(heading).to_contain_text(f"{shown} of {count} routes shown")


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_nothing_is_wider_than_a_phone(visitor: Come, code: str) -> None:
    page = open_overview(visitor(phone=True), f"lang={code}")
    assert cut_texts(page) == []
    left, right = (page.locator(".atlas-strip > div").nth(place) for place in (0, 1))
    boxes = [one.bounding_box() for one in (left, right)]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["y"] == boxes[1]["y"]
    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= page.viewport_size["width"]  # type: ignore[index]


def test_the_link_of_a_card_leads_to_its_figure(visitor: Come) -> None:
    page = open_overview(visitor())
    page.locator(".atlas-at-second .atlas-foot a").click()
    expect(page.locator("h2#investment_flows")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("figure=investment_flows"))


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


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_page_says_what_it_is_and_names_all_totals_of_2022(visitor: Come, code: str) -> None:
    words = language(code)
    page = open_overview(visitor(), f"lang={code}")
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_contain_text("1991–2025")
    expect(page.locator(".atlas-lead")).to_contain_text("¶")
    expect(page.locator(".atlas-lead")).to_contain_text("⚠")
    heading = page.locator(".atlas-at-first h2")
    drawn = chart(page, "trade_answers")
    for amount in (2750, 4100, 6300):
        expect(heading).to_contain_text(words.number(amount))
        expect(drawn).to_contain_text(words.number(amount))
    expect(drawn).to_contain_text("¶\N{NO-BREAK SPACE}1320")


def test_key_figures_follow_the_years(visitor: Come) -> None:
    page = open_overview(visitor(), "lang=en&years=2020-2022")
    turnover = page.locator(".atlas-strip > div").first
    expect(turnover).to_contain_text("Turnover, 2022")
    expect(turnover).to_contain_text("2,750 million US dollars")
    expect(turnover).to_contain_text("+57.1% since 2020 · Table 7")
    expect(turnover).to_contain_text("⚠ Table 6: 4,100; ¶\N{NO-BREAK SPACE}1320, 1332: 6,300")


def test_a_phone_shows_key_figures_and_trade_before_the_map(visitor: Come) -> None:
    page = open_overview(visitor(phone=True))
    order = [page.locator("h1"), page.locator(".atlas-strip"), *main_views(page)[1::-1]]
    tops = [box["y"] for box in (one.bounding_box() for one in order) if box]
    assert len(tops) == 4
    assert tops == sorted(tops)


def test_a_click_on_an_answer_selects_its_theme_in_every_view(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit)
    bar = chart(page, "survey_q12").locator(".mark-rect path").nth(1)
    bar.click()
    expect(chip(page, "Investment")).to_be_visible()
    expect(chip(page, "Infrastructure")).to_be_visible()
    expect(page.locator(PANEL)).to_contain_text("Named as a main sector of investment in 2022")
    expect(page.locator(PANEL)).to_contain_text("question 12 (19%)")
    expect(page.locator(".atlas-at-fourth .atlas-small")).to_contain_text("has a share of 19%")
    visit.settle()
    assert "sectors=infrastructure" in page.url
    bar.click()
    expect(page.locator(".chip")).to_have_count(0)


def test_a_click_works_after_leaving_and_reopening_a_page(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit)
    chart(page, "survey_q10").locator(".mark-rect path").first.click()
    expect(chip(page, "Politics and security")).to_be_visible()
    page.get_by_role("link", name="Trade", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Trade of Kazakhstan")
    page.get_by_role("link", name="Overview").click()
    bars = chart(page, "survey_q10").locator(".mark-rect path")
    expect(bars).to_have_count(5)
    visit.settle()
    bars.nth(1).click()
    expect(chip(page, "Economy")).to_be_visible()
    expect(page.locator(".chip")).to_have_count(1)


def test_a_country_on_the_map_opens_its_card(visitor: Come, dataset: Dataset) -> None:
    page = open_overview(visitor())
    click_on_map(page, IRAN, dataset)
    expect(chip(page, "Iran")).to_be_visible()
    expect(page.locator(f"{PANEL} h3.atlas-headline")).to_have_text("Iran")
    expect(page.locator(PANEL)).to_contain_text("Operating oil pipelines that bypass it:")
    expect(page.locator(".atlas-mapped h2")).to_contain_text(f"Iran in {LAST}")
    click_on_map(page, IRAN, dataset)
    expect(page.locator(".chip")).to_have_count(0)


def test_a_line_on_the_map_opens_its_card(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit)
    small_map(page).locator(".target").first.dispatch_event("click")
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator(f"{PANEL} h3.atlas-headline")).to_be_visible()
    visit.settle()
    assert "selected=" in page.url
    page.locator(".chip").click()
    expect(page.locator(".chip")).to_have_count(0)


def test_chips_remove_filters_one_by_one_and_all_at_once(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit, "lang=en&years=2019-2022&sectors=oil,transport&selected=btc")
    expect(page.locator(".chip")).to_have_count(4)
    page.get_by_role("button", name="Oil", exact=True).click()
    expect(page.locator(".chip")).to_have_count(3)
    visit.settle()
    assert "sectors=transport" in page.url
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".chip")).to_have_count(0)
    visit.settle()
    assert page.url.endswith("?lang=en")
    page.go_back()
    expect(page.locator(".chip")).to_have_count(3)


def test_filters_are_set_by_keyboard(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit)
    page.locator("summary", has_text="Sectors").focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("checkbox", name="Oil", exact=True)
    box.focus()
    page.keyboard.press("Space")
    expect(chip(page, "Oil")).to_be_visible()
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    page.locator("summary", has_text="On the map").focus()
    page.keyboard.press("Enter")
    page.get_by_label("On the map").select_option("KZ")
    expect(page.locator(f"{PANEL} h3.atlas-headline")).to_have_text("Kazakhstan")
    page.keyboard.press("Escape")
    expect(page.get_by_label("On the map")).to_be_hidden()
    page.get_by_role("slider", name="Last year").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".atlas-strip dt").first).to_contain_text(str(LAST - 1))
    visit.settle()
    assert re.search(rf"years={FIRST}-{LAST - 1}.*sectors=oil.*selected=KZ", page.url)


def test_the_language_changes_everything_and_keeps_the_choice(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit, "lang=en&years=2019-2021")
    page.get_by_role("combobox", name="Language").select_option("kk")
    words = language("kk")
    expect(page.get_by_role("link", name=words.gettext("Survey"))).to_be_visible()
    expect(page.locator("p.name")).to_have_text(words.gettext("Kazakhstan–Türkiye Atlas"))
    expect(chip(page, "2019–2021")).to_be_visible()
    visit.settle()
    assert words.gettext("Overview") in page.title()


def test_the_link_of_a_view_reopens_it(visitor: Come) -> None:
    page = open_overview(visitor(), "lang=en&years=2019-2021&selected=btc")
    page.locator("summary", has_text="Share").click()
    field = page.locator(".link input")
    expect(field).to_have_value(page.url)
    expect(page.locator("img.code")).to_have_attribute("src", re.compile("^data:image/svg"))
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    other = open_overview(visitor(), field.input_value().partition("?")[2])
    expect(other.locator(f"{PANEL} h3.atlas-headline")).to_contain_text("Baku–Tbilisi–Ceyhan")


def test_a_link_of_an_earlier_version_still_opens(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit, "lang=en&route=contract-of-the-century")
    expect(page.locator("[data-testid=stAlert]")).to_have_count(0)
    expect(page.locator(f"{PANEL} h3.atlas-headline")).to_contain_text("Azeri–Chirag")
    visit.settle()
    assert "selected=acg" in page.url


def test_legend_and_hover_stay_in_the_browser(visitor: Come) -> None:
    visit = visitor()
    sent: list[object] = []

    def note(frame: object) -> None:
        sent.append(frame)

    visit.page.on("websocket", lambda socket: socket.on("framesent", note))
    page = open_overview(visit)
    trade = chart(page, "trade_answers")
    bars = trade.locator(".parts_marks path")
    page.wait_for_timeout(500)
    sent.clear()
    trade.locator(".role-legend-label text").first.click()
    expect(bars.last).to_have_attribute("opacity", "0.08")
    bars.first.hover()
    expect(trade.locator(".parts_marks path[stroke]").first).to_be_attached()
    page.wait_for_timeout(500)
    assert sent == []


def test_a_card_links_to_its_full_figure_with_the_same_filters(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit, "lang=en&years=2019-2021")
    page.get_by_role("link", name="Table, sources, download").nth(4).click()
    expect(page.locator("h1")).to_have_text("What respondents think")
    expect(page.locator(".st-key-figure_survey_q12")).to_be_visible()
    visit.settle()
    assert "years=2019-2021" in page.url
    assert "section=prospects" in page.url
    page.go_back()
    expect(small_map(page)).to_be_visible()


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


def test_years_brushed_in_the_investment_chart_stay_selected(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit)
    labels = chart(page, "investment_flows").locator(".role-axis-label text")
    first, last = (labels.filter(has_text=year).bounding_box() for year in ("2020", "2021"))
    assert first
    assert last
    height = first["y"] - 40
    page.mouse.move(first["x"] - 5, height)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] + 5, height, steps=8)
    page.mouse.up()
    expect(chip(page, "2020–2021")).to_be_visible()
    visit.settle()
    expect(chip(page, "2020–2021")).to_be_visible()
    assert "years=2020-2021" in page.url
    # Years that are not selected stay visible, so that they can be selected.
    expect(labels.filter(has_text="2018")).to_be_visible()


def test_a_second_click_on_an_answer_clears_its_selection(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit)
    bar = chart(page, "survey_q10").locator(".mark-rect path").first
    box = bar.bounding_box()
    assert box
    page.mouse.click(box["x"] + 20, box["y"] + 4)
    expect(chip(page, "Politics and security")).to_be_visible()
    visit.settle()
    assert bar.bounding_box() == box
    page.mouse.click(box["x"] + 20, box["y"] + 4)
    expect(page.locator(".chip")).to_have_count(0)


def test_repeated_clicks_select_overlapping_lines_in_turn(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit, "lang=en&lines=all")
    crossing = page.evaluate(
        """() => {
          const box = document.querySelector(".atlas-map").getBoundingClientRect();
          const codes = (x, y) => [...new Set(document.elementsFromPoint(x, y)
            .filter((one) => one.matches(".target, circle")).map((one) => one.dataset.code))];
          for (let x = box.left + 5; x < box.right; x += 3)
            for (let y = box.top + 5; y < box.bottom; y += 3)
              if (codes(x, y).length === 2) return [x, y];
        }"""
    )
    page.mouse.click(*crossing)
    expect(page.locator(".chip")).to_have_count(1)
    upper = page.locator(".chip .label").inner_text()
    visit.settle()
    page.mouse.click(*crossing)
    expect(page.locator(".chip .label")).not_to_have_text(upper)
    expect(page.locator(".chip")).to_have_count(1)
    visit.settle()
    page.mouse.click(*crossing)
    expect(page.locator(".chip")).to_have_count(0)


def test_the_map_shows_the_name_of_the_item_under_the_pointer(
    visitor: Come, dataset: Dataset
) -> None:
    page = open_overview(visitor())
    box = small_map(page).bounding_box()
    assert box
    bounds, _detail = view_bounds(dataset, "corridor")
    x, y = fitted(bounds, box["width"], box["height"]).pixel(IRAN)
    page.mouse.move(box["x"] + x, box["y"] + y)
    expect(page.locator(".atlas-tip")).to_contain_text("Iran")
    page.mouse.move(box["x"] + x, box["y"] - 60)
    expect(page.locator(".atlas-tip")).to_be_hidden()


def test_the_map_changes_its_colours_with_the_theme(visitor: Come) -> None:
    visit = visitor()
    page = open_overview(visit)
    light = small_map(page).evaluate("(box) => getComputedStyle(box).backgroundColor")
    page.emulate_media(color_scheme="dark")
    expect(small_map(page)).not_to_have_css("background-color", light)


def test_a_basemap_that_fails_to_load_shows_a_message(visitor: Come) -> None:
    visit = visitor()
    visit.page.route("**/basemap/small.json", lambda route: route.fulfill(status=404, body="gone"))
    page = visit.open("?lang=tr")
    expect(page.locator(".atlas-missing")).to_contain_text("static/basemap")
    expect(page.locator(".atlas-missing")).to_contain_text("yüklenemedi")
    expect(small_map(page).locator(".target").first).to_be_attached()


def test_the_language_of_the_page_is_declared(visitor: Come) -> None:
    page = open_overview(visitor(), "lang=kk")
    expect(page.locator("html")).to_have_attribute("lang", "kk")


def test_the_keyboard_focus_is_kept_after_a_change(visitor: Come) -> None:
    page = open_overview(visitor(), "lang=en&years=2021-2023&sectors=oil")
    slider = page.get_by_role("slider", name="Last year")
    slider.focus()
    for years in ("2021–2022", "2021", "2020–2021"):
        page.keyboard.press("ArrowLeft")
        expect(page.locator(".chip .label").first).to_have_text(years)
    expect(page.get_by_role("slider", name="First year")).to_be_focused()
    page.get_by_role("button", name="Oil", exact=True).focus()
    page.keyboard.press("Enter")
    expect(chip(page, "Oil")).to_have_count(0)
    expect(page.get_by_role("button", name="Clear all")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("summary", has_text="Sectors")).to_be_focused()


def test_the_address_of_a_card_link_includes_the_filters(visitor: Come) -> None:
    page = open_overview(visitor(), "lang=en&years=2019-2021")
    link = page.locator(".atlas-at-first").get_by_role("link", name="Table, sources, download")
    link.dispatch_event("pointerdown")
    expect(link).to_have_attribute("href", re.compile(r"^\./trade\?.*years=2019-2021"))


def test_basemap_and_lines_have_the_same_projection(visitor: Come, dataset: Dataset) -> None:
    page = open_overview(visitor())
    drawn = small_map(page).locator('.land[data-code="IR"]').get_attribute("d")
    assert drawn
    x, y = (float(part) for part in drawn[1:].split("L")[0].split())
    features = basemap_layer(SMALL)["features"]
    iran = next(one for one in features if one["properties"].get("code") == "IR")
    longitude, latitude = iran["geometry"]["coordinates"][0][0]
    bounds, _detail = view_bounds(dataset, "corridor")
    assert (x, y) == pytest.approx(fitted(bounds, *CARD).pixel((longitude, latitude)), abs=0.06)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_map_labels_on_a_phone_keep_their_size_and_do_not_overlap(visitor: Come, code: str) -> None:
    visit = visitor(phone=True)
    page = visit.open(f"?lang={code}&selected=KZ")
    labels = small_map(page).locator("text:not(.covered)")
    expect(labels.nth(8)).to_be_attached()
    visit.settle()
    boxes = labels.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().toJSON())")
    assert all(box["height"] > 11 for box in boxes)
    for one, other in combinations(boxes, 2):
        apart = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
        above = one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
        assert apart or above
