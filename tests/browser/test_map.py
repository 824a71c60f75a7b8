"""Interactive map in a browser: drawing, clicks, wheel and keys."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import Page, expect
from shapely import LineString, Point

from components.map.camera import fitted
from components.map.content import MapContent, map_content, shown_bounds
from components.map.strokes import Stroke
from data.choice.parameters import FilterSpace, filter_space
from data.geometry import Position
from data.language.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.browser.accessibility import axe_faults
from tests.browser.maps import (
    CANVAS,
    CARD,
    PATIENCE_MS,
    Come,
    drawn_now,
    open_map,
    open_svg_map,
    picture,
    wait_until_drawn,
)

OTHER_LANGUAGES = [code for code in LANGUAGE_CODES if code != DEFAULT_LANGUAGE]


TRIES = 3


def brightness(drawn: Image.Image) -> float:
    return float(ImageStat.Stat(drawn.convert("L")).mean[0])


def place_on_screen(
    page: Page, position: Position, dataset: Dataset, view: str
) -> tuple[float, float]:
    filters = replace(filter_space(dataset).start("en"), view=view)
    box = page.locator(CANVAS).bounding_box()
    assert box
    bounds, _detail = shown_bounds(dataset, filters)
    camera = fitted(bounds, box["width"], box["height"])
    x, y = camera.pixel(position)
    return box["x"] + x, box["y"] + y


def loneliest_point(route: str, content: MapContent) -> Position:
    """Return the waypoint of a route with the greatest distance to all other lines."""

    def seen(stroke: Stroke) -> LineString:
        return LineString([content.camera.pixel(point) for point in stroke.points])

    others = [seen(stroke) for stroke in content.strokes if stroke.route != route]
    return max(
        (point for stroke in content.strokes if stroke.route == route for point in stroke.points),
        key=lambda point: min(
            Point(content.camera.pixel(point)).distance(other) for other in others
        ),
    )


def click_at(page: Page, x: float, y: float, done: Callable[[], bool]) -> None:
    """Move to a position on the map, wait and click; repeat until `done` returns True."""
    for _ in range(TRIES):
        page.mouse.move(x - 3, y)
        page.mouse.move(x, y)
        page.wait_for_timeout(1000)
        page.mouse.click(x, y)
        for _ in range(20):
            page.wait_for_timeout(150)
            if done():
                return
    pytest.fail("the click reached nothing")


def test_the_map_follows_view_theme_and_language(visitor: Come, space: FilterSpace) -> None:
    visit = visitor(webgl=True)
    page = open_map(visit, f"lang={DEFAULT_LANGUAGE}")
    assert axe_faults(page) == []

    def drawn_after(change: Callable[[], object]) -> Image.Image:
        before = picture(page).tobytes()
        since = page.evaluate("Date.now()")
        change()
        visit.settle()
        wait_until_drawn(page, since=since)
        deadline = time.monotonic() + PATIENCE_MS / 1000
        # Graphics software draws some time after it was told to.
        while (after := picture(page)).tobytes() == before:
            assert time.monotonic() < deadline, "the map has not changed"
            page.wait_for_timeout(500)
        return after

    name = language(DEFAULT_LANGUAGE).gettext("View of the map")
    views = page.get_by_role("radiogroup", name=name).get_by_role("radio")
    for place, view in enumerate(space.views[1:], start=1):
        light = drawn_after(views.nth(place).click)
        assert f"view={view}" in page.url
    dark = drawn_after(partial(page.emulate_media, color_scheme="dark"))
    assert brightness(dark) < brightness(light) - 60
    for before, code in pairwise([DEFAULT_LANGUAGE, *OTHER_LANGUAGES]):
        box = page.get_by_role("combobox", name=language(before).gettext("Language"))
        drawn_after(partial(box.select_option, code))
        assert f"lang={code}" in page.url
        assert f"view={space.views[-1]}" in page.url


def a_click_on_a_line_opens_its_card_and_a_second_closes_it(page: Page, dataset: Dataset) -> None:
    filters = replace(filter_space(dataset).start("en"), view="kazakhstan")
    content = map_content(dataset, filters, language("en"))
    spot = loneliest_point("atasu-alashankou", content)
    x, y = place_on_screen(page, spot, dataset, "kazakhstan")
    click_at(page, x, y, lambda: page.locator(CARD).count() > 0)
    expect(page.locator(CARD)).to_contain_text("Atasu")
    assert "selected=atasu-alashankou" in page.url
    expect(page.locator(".st-key-figure_route_map h2")).to_contain_text("Atasu")
    click_at(page, x, y, lambda: page.locator(CARD).count() == 0)
    assert "selected=" not in page.url


def wheel_scrolls_and_buttons_and_keys_zoom(page: Page) -> None:
    page.locator(".atlas-map-tools button").first.wait_for()
    page.wait_for_timeout(800)
    before = drawn_now(page)
    box = page.locator(CANVAS).bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.wheel(0, 60)
    expect(page.locator(CANVAS)).to_have_js_property("tagName", "CANVAS")
    page.wait_for_function(
        "top => document.querySelector('[data-testid=stDeckGlJsonChart] canvas')"
        ".getBoundingClientRect().top < top",
        arg=box["y"],
    )
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(1200)
    closer = drawn_now(page)
    assert closer != before
    page.keyboard.press("0")
    page.wait_for_timeout(1200)
    assert drawn_now(page) != closer


def pan_and_zoom(page: Page) -> None:
    box = page.locator(CANVAS).bounding_box()
    assert box
    before = drawn_now(page)
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    page.mouse.down()
    page.mouse.move(box["x"] + 260, box["y"] + 240, steps=5)
    page.mouse.up()
    page.wait_for_timeout(1200)
    assert drawn_now(page) != before
    # The address names the view, which is sent with the next choice.
    page.wait_for_function("location.search.includes('camera=')", timeout=PATIENCE_MS)


def test_the_map_is_clicked_and_moved_the_latter_without_the_server(
    visitor: Come, dataset: Dataset, subtests: pytest.Subtests
) -> None:
    visit = visitor(webgl=True)
    sent: list[object] = []

    def note(frame: object) -> None:
        sent.append(frame)

    visit.page.on("websocket", lambda socket: socket.on("framesent", note))
    page = open_map(visit, "lang=en&view=kazakhstan")
    with subtests.test("clicks"):
        a_click_on_a_line_opens_its_card_and_a_second_closes_it(page, dataset)
    visit.settle()
    page.wait_for_timeout(500)
    sent.clear()
    with subtests.test("wheel, buttons and keys"):
        wheel_scrolls_and_buttons_and_keys_zoom(page)
    with subtests.test("panning and zooming"):
        pan_and_zoom(page)
    assert sent == []


def test_the_menu_of_a_column_is_in_the_language_of_the_page(visitor: Come) -> None:
    visit = visitor()
    page = open_svg_map(visit, "lang=kk")
    _ = language("kk").gettext
    page.get_by_role("radio", name=_("List of all map items")).click()
    table = page.locator("[data-testid=stDataFrame] canvas").first
    table.wait_for()
    visit.settle()
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box
    menu = page.get_by_role("menu", name=_("Menu of the column"))
    # The sign of the menu is drawn on a canvas, at the right end of the first column.
    for right in range(100, 700, 10):
        page.mouse.move(box["x"] + right - 10, box["y"] + 17)
        page.mouse.click(box["x"] + right, box["y"] + 17)
        page.wait_for_timeout(60)
        if menu.count():
            break
    expect(menu).to_be_visible()
    entries = [text.split("\n")[-1] for text in menu.get_by_role("menuitem").all_inner_texts()]
    named = ("Sort ascending", "Sort descending", "Fit the width", "Pin the column")
    assert [text for text in entries if text] == [_(name) for name in named]
