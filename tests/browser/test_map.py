"""Interactive map in a browser: drawing, clicks, list, and without WebGL."""

import io
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import FloatRect, Page, expect
from shapely import LineString, Point

from components.map.camera import fitted
from components.map.content import MapContent, map_content, shown_bounds
from components.map.strokes import Stroke
from components.map.style import GROUP_COLOURS
from data.choice.parameters import FilterSpace, filter_space
from data.evidence.layers import GAS
from data.geometry import Position
from data.language.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, language
from data.load.dataset import Dataset, load_dataset
from tests.browser.accessibility import axe_faults
from tests.browser.conftest import Visit

Come = Callable[..., Visit]

CANVAS = "[data-testid=stDeckGlJsonChart] canvas"
SVG_MAP = ".st-key-figure_route_map .atlas-map"
CARD = ".st-key-route_card h3.atlas-headline"
OTHER_LANGUAGES = [code for code in LANGUAGE_CODES if code != DEFAULT_LANGUAGE]
TRIES = 3
PATIENCE_MS = 90_000


def open_map(visit: Visit, query: str) -> Page:
    page = visit.page
    with page.expect_response("**/static/basemap/land.json", timeout=PATIENCE_MS):
        page.goto(f"{visit.address}energy_routes?{query}")
    page.locator(CANVAS).wait_for()
    visit.settle()
    wait_until_drawn(page)
    return page


def open_svg_map(visit: Visit, query: str) -> Page:
    """Open the page of the map in a browser without WebGL."""
    page = visit.open(f"energy_routes?{query}")
    page.locator(SVG_MAP).wait_for()
    return page


def drawn_now(page: Page) -> bytes:
    """Return the picture of the map without waiting for frames, which a loaded machine delays."""
    box = page.locator(CANVAS).bounding_box()
    assert box
    return page.screenshot(
        clip=FloatRect(x=box["x"], y=box["y"], width=box["width"], height=box["height"])
    )


def picture(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(drawn_now(page))).convert("RGB")


def colours(drawn: Image.Image) -> int:
    return len(drawn.resize((200, 150)).getcolors(40_000) or [])


def brightness(drawn: Image.Image) -> float:
    return float(ImageStat.Stat(drawn.convert("L")).mean[0])


def wait_until_drawn(page: Page) -> None:
    for _ in range(40):
        if colours(picture(page)) > 200:
            return
        page.wait_for_timeout(250)
    pytest.fail("the map stays empty")


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
        before = picture(page)
        change()
        visit.settle()
        wait_until_drawn(page)
        page.wait_for_timeout(400)
        after = picture(page)
        assert after.tobytes() != before.tobytes()
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


def test_a_click_on_a_line_opens_its_card_and_a_second_closes_it(
    visitor: Come, dataset: Dataset
) -> None:
    page = open_map(visitor(webgl=True), "lang=en&view=kazakhstan")
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


def test_the_select_box_of_the_map_works_by_keyboard(visitor: Come) -> None:
    visit = visitor()
    page = open_svg_map(visit, "lang=en")
    page.get_by_role("combobox", name="Country, route, facility or place").focus()
    page.keyboard.type("Nabucco")
    page.keyboard.press("Enter")
    expect(page.locator(CARD)).to_contain_text("Nabucco")
    visit.settle()
    assert "selected=nabucco" in page.url
    page.get_by_role("button", name="Close the card").click()
    expect(page.locator(CARD)).to_have_count(0)


def test_a_row_of_the_table_of_map_items_selects_its_item(visitor: Come) -> None:
    visit = visitor()
    page = open_svg_map(visit, "lang=en")
    page.get_by_role("radio", name="List of all map items").click()
    table = page.locator("[data-testid=stDataFrame] canvas").first
    table.wait_for()
    table.scroll_into_view_if_needed()
    page.wait_for_timeout(600)
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + 14, box["y"] + 52)
    expect(page.locator(CARD)).to_have_count(1)
    assert "selected=" in page.url


def test_an_unknown_route_shows_the_default_and_says_so(visitor: Come) -> None:
    page = open_svg_map(visitor(), "lang=en&route=atlantis&asof=1066&view=moon")
    expect(page.locator("[data-testid=stAlert]").first).to_be_visible()
    for part in ("route=atlantis", "asof=1066", "view=moon"):
        expect(page.locator("ul.atlas-list").first).to_contain_text(part)
    expect(page.locator(CARD)).to_have_count(0)


def test_the_year_of_the_map_can_be_set_and_follows_the_filter(visitor: Come) -> None:
    visit = visitor()
    page = open_svg_map(visit, "lang=en&asof=2004")
    heading = page.locator(".st-key-figure_route_map h2")
    expect(heading).to_contain_text("2004")
    page.get_by_role("slider", name="Year of the map").focus()
    page.keyboard.press("ArrowRight")
    expect(heading).to_contain_text("2005")
    visit.settle()
    page.get_by_role("slider", name="Last year").focus()
    page.keyboard.press("ArrowLeft")
    expect(heading).to_contain_text(str(filter_space(load_dataset()).years[1] - 1))


def test_the_years_of_the_map_play_until_a_key_is_pressed(visitor: Come) -> None:
    visit = visitor()
    page = open_svg_map(visit, "lang=en&asof=2004")
    heading = page.locator(".st-key-figure_route_map h2")
    year = page.get_by_role("slider", name="Year of the map")
    expect(heading).to_contain_text("2004")
    page.get_by_role("button", name="Play through the years").click()
    expect(heading).to_contain_text("2006", timeout=PATIENCE_MS)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Play through the years")).to_be_visible()
    visit.settle()
    held = year.input_value()
    page.wait_for_timeout(2000)
    assert year.input_value() == held


def test_an_entry_of_the_legend_hides_its_lines(visitor: Come) -> None:
    visit = visitor()
    page = open_svg_map(visit, "lang=en")
    entry = page.get_by_role("button", name="gas pipeline", exact=True)
    expect(entry).to_have_attribute("aria-pressed", "true")
    lines = page.locator(f"{SVG_MAP} path[stroke='{GROUP_COLOURS[GAS]}']")
    assert lines.count()
    entry.focus()
    page.keyboard.press("Space")
    expect(lines).to_have_count(0)
    expect(entry).to_have_attribute("aria-pressed", "false")
    visit.settle()
    assert "layers=oil%2Crail%2Csea" in page.url


def test_without_webgl_the_map_is_drawn_as_svg_and_can_be_clicked(visitor: Come) -> None:
    page = open_svg_map(visitor(), "lang=en")
    drawn = page.locator(SVG_MAP)
    expect(drawn.get_by_text("TAP", exact=True).first).to_be_visible()
    expect(drawn.locator(".land").nth(60)).to_be_attached()
    expect(page.locator(CANVAS)).to_have_count(0)
    drawn.locator("circle[data-code=batumi]").first.dispatch_event("click")
    expect(page.locator(CARD)).to_contain_text("Batumi")


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


def test_wheel_buttons_and_keys_move_the_map_without_the_server(
    visitor: Come, subtests: pytest.Subtests
) -> None:
    visit = visitor(webgl=True)
    sent: list[object] = []

    def note(frame: object) -> None:
        sent.append(frame)

    visit.page.on("websocket", lambda socket: socket.on("framesent", note))
    page = open_map(visit, "lang=en")
    page.wait_for_timeout(500)
    sent.clear()
    with subtests.test("wheel, buttons and keys"):
        wheel_scrolls_and_buttons_and_keys_zoom(page)
    with subtests.test("panning and zooming"):
        pan_and_zoom(page)
    assert sent == []
