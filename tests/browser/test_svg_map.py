"""Map drawn as SVG in a browser without WebGL, and what stands beside it."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from components.map.style import GROUP_COLOURS
from data.choice.parameters import filter_space
from data.evidence.layers import GAS
from data.load.dataset import load_dataset
from tests.browser.conftest import at_rest
from tests.browser.maps import CANVAS, CARD, PATIENCE_MS, SVG_MAP, Come, open_svg_map


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


def test_webgl_that_is_drawn_by_software_is_left_to_the_svg_map(visitor: Come) -> None:
    page = open_svg_map(visitor(webgl=True, card=False), "lang=en&selected=btc")
    expect(page.locator(SVG_MAP).locator(".land").nth(60)).to_be_attached()
    expect(page.locator(CANVAS)).to_have_count(0)
    expect(page.locator(CARD)).to_contain_text("Baku–Tbilisi–Ceyhan")


def test_the_view_of_the_reader_is_in_the_address_and_in_the_link(visitor: Come) -> None:
    visit = visitor()
    page = open_svg_map(visit, "lang=en&camera=90,200,5&view=caspian")
    expect(page.locator("ul.atlas-list").first).to_contain_text("camera=90,200,5")
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function("location.search.includes('camera=')")
    visit.settle()
    closer = parse_qs(urlsplit(page.url).query)["camera"]
    page.locator("details.share summary").click()
    link = page.get_by_role("textbox", name="Link", exact=True).input_value()
    assert parse_qs(urlsplit(link).query)["camera"] == closer
    page.keyboard.press("Escape")
    box = page.locator(SVG_MAP).bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 380, box["y"] + 220, steps=4)
    page.mouse.up()
    page.wait_for_function("camera => !location.search.includes(camera)", arg=closer[0][:6])
    assert "selected=" not in page.url
    page.get_by_role("button", name="Show the whole view").click()
    page.wait_for_function("!location.search.includes('camera=')")
    assert "view=caspian" in page.url


def test_the_map_in_full_screen_has_year_and_legend_and_covers_no_text(visitor: Come) -> None:
    page = open_svg_map(visitor(), "lang=en&asof=2010&since=2004")
    card = page.locator(".st-key-figure_route_map")
    legend = card.locator(".atlas-full-legend")
    expect(legend).to_be_hidden()
    card.get_by_role("button", name="Full screen").click()
    expect(legend).to_be_visible()
    expect(legend).to_contain_text("status changed since 2004")
    expect(card).to_contain_text("as of 2010")
    above, drawn, below = (
        at_rest(card.locator(place))
        for place in (".atlas-full-legend", ".atlas-map", ".atlas-source")
    )
    assert above["y"] + above["height"] <= drawn["y"] + 1
    assert drawn["y"] + drawn["height"] <= below["y"] + 1
    assert drawn["height"] > 250
    page.keyboard.press("Escape")
    expect(legend).to_be_hidden()
