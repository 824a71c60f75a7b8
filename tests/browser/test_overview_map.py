"""Landing page in a browser: its small map."""

from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from components.map.camera import fitted
from components.map.content import CARD, view_bounds
from components.map.scene import lines_shown
from data.basemap import SMALL, basemap_layer
from data.choice.parameters import filter_space
from data.geometry import Position
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from tests.browser.landing import LAST, PANEL, Come, chip, open_overview, small_map

IRAN = (56.0, 35.8)
"""Position on the map of the landing page without a line, point or label."""


def click_on_map(page: Page, position: Position, dataset: Dataset) -> None:
    box = small_map(page).bounding_box()
    assert box
    bounds, _detail = view_bounds(dataset, "corridor")
    x, y = fitted(bounds, box["width"], box["height"]).pixel(position)
    page.mouse.click(box["x"] + x, box["y"] + y)


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


def test_a_country_on_the_map_opens_its_card(visitor: Come, dataset: Dataset) -> None:
    page = open_overview(visitor())
    click_on_map(page, IRAN, dataset)
    expect(chip(page, "Iran")).to_be_visible()
    expect(page.locator(f"{PANEL} h3.atlas-headline")).to_have_text("Iran")
    expect(page.locator(PANEL)).to_contain_text("Operating oil pipelines that do not cross it:")
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


def has_one_projection(page: Page, dataset: Dataset) -> None:
    drawn = small_map(page).locator('.land[data-code="IR"]').get_attribute("d")
    assert drawn
    x, y = (float(part) for part in drawn[1:].split("L")[0].split())
    features = basemap_layer(SMALL)["features"]
    iran = next(one for one in features if one["properties"].get("code") == "IR")
    longitude, latitude = iran["geometry"]["coordinates"][0][0]
    bounds, _detail = view_bounds(dataset, "corridor")
    assert (x, y) == pytest.approx(fitted(bounds, *CARD).pixel((longitude, latitude)), abs=0.06)


def names_the_item_under_the_pointer(page: Page, dataset: Dataset) -> None:
    box = small_map(page).bounding_box()
    assert box
    bounds, _detail = view_bounds(dataset, "corridor")
    x, y = fitted(bounds, box["width"], box["height"]).pixel(IRAN)
    page.mouse.move(box["x"] + x, box["y"] + y)
    expect(page.locator(".atlas-tip")).to_contain_text("Iran")
    page.mouse.move(box["x"] + x, box["y"] - 60)
    expect(page.locator(".atlas-tip")).to_be_hidden()


def changes_its_colours_with_the_theme(page: Page) -> None:
    light = small_map(page).evaluate("(box) => getComputedStyle(box).backgroundColor")
    page.emulate_media(color_scheme="dark")
    expect(small_map(page)).not_to_have_css("background-color", light)


def test_the_map_has_one_projection_names_and_the_colours_of_the_theme(
    visitor: Come, dataset: Dataset, subtests: pytest.Subtests
) -> None:
    page = open_overview(visitor())
    with subtests.test("projection of basemap and lines"):
        has_one_projection(page, dataset)
    with subtests.test("name under the pointer"):
        names_the_item_under_the_pointer(page, dataset)
    with subtests.test("theme"):
        changes_its_colours_with_the_theme(page)


def test_a_basemap_that_fails_to_load_shows_a_message(visitor: Come) -> None:
    visit = visitor()
    visit.page.route("**/basemap/small.json", lambda route: route.fulfill(status=404, body="gone"))
    page = visit.open("?lang=tr")
    expect(page.locator(".atlas-missing")).to_contain_text("static/basemap")
    expect(page.locator(".atlas-missing")).to_contain_text("yüklenemedi")
    expect(small_map(page).locator(".target").first).to_be_attached()


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
