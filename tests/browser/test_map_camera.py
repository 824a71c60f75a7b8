"""The map where a reader moves it, and in full screen, in a browser without WebGL."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from tests.browser.test_map import SVG_MAP, Come, open_svg_map


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
        card.locator(place).bounding_box()
        for place in (".atlas-full-legend", ".atlas-map", ".atlas-source")
    )
    assert above
    assert drawn
    assert below
    assert above["y"] + above["height"] <= drawn["y"] + 1
    assert drawn["y"] + drawn["height"] <= below["y"] + 1
    assert drawn["height"] > 250
    page.keyboard.press("Escape")
    expect(legend).to_be_hidden()
